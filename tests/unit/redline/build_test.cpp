// Documents laid over each other where only one side has words in a place.
#include "redline/build.hpp"

#include <doctest/doctest.h>

#include <string>

#include "docx_file.hpp"
#include "stet.hpp"

using namespace stet;
using namespace stet::test;

TEST_CASE("a number that stands alone on one side and is counted before an empty paragraph on the other is no change") {
    const std::string numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
    DocxFile word(paragraph("The wheel turns at dawn.", numbered) + "<w:p><w:pPr>" + numbered + "</w:pPr></w:p>" +
                  paragraph("The sluice is shut at dusk.", numbered));
    word.numbering(
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
        "<w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
        "w:val=\"0\"/></w:num>");
    const Input typed{"mill.txt", "1. The wheel turns at dawn.\n\n2.\n\n3. The sluice is shut at dusk.\n", {}};
    const Input counted{"mill.docx", word.bytes(), {}};
    for (const Redline& redline : {compare(typed, counted), compare(counted, typed)}) {
        CHECK(redline.verified.holds());
        CHECK(redline.changes.empty());
        CHECK_FALSE(write(redline, "json").empty());
        CHECK_FALSE(write(redline, "html").empty());
    }
}

TEST_CASE("build: a row that came at a table's end stands with the table, not behind the section that went below it") {
    const std::string table =
        "# ARTICLE 1. RATES\n\n**Section 1.** The rates:\n\n| Class | Rate |\n|---|---|\n| Baker | $17.00 |\n";
    const std::string rest =
        "**Section 3. Meals.** A meal period of thirty minutes is given in every shift of six hours.\n";
    const Redline redline =
        compare({"b.md", table + "\n**Section 2. Tools.** Tools are lent to whoever asks for them.\n\n" + rest, {}},
                {"a.md", table + "| Cutter | $19.00 |\n\n" + rest, {}});
    CHECK(redline.verified.holds());
    std::string order;
    for (const RedlineBlock& block : redline.blocks) {
        if (block.status == BlockStatus::inserted) order += "new ";
        if (block.status == BlockStatus::deleted) order += "gone ";
    }
    CHECK(order == "new gone ");
}
