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
