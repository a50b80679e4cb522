// What no tracked change can say is told, by the element's name and the place of the first.
#include "writers/docx/untracked.hpp"

#include <doctest/doctest.h>

#include <string>

#include "unit/writers/docx/tracked_redline.hpp"

using namespace stet;
using namespace stet::test;

namespace {

std::string run(const std::string& text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string paragraph(const std::string& content) {
    return "<w:p>" + content + "</w:p>";
}

std::string control(const std::string& properties, const std::string& content) {
    return "<w:sdt><w:sdtPr><w:id w:val=\"5\"/>" + properties + "</w:sdtPr><w:sdtContent>" + content +
           "</w:sdtContent></w:sdt>";
}

/// What writing the redline tells, a finding a line: file, line and message.
std::string told(const std::string& before, const std::string& after, bool formatting = false) {
    std::string out;
    WriteOptions options;
    options.formatting = formatting;
    options.tell = [&](const Diagnostic& one) {
        CHECK(one.code == "not-tracked");
        out += one.file + ":" + std::to_string(one.line) + ": " + one.message + "\n";
    };
    checked(DocxFile(before), DocxFile(after), options);
    return out;
}

const std::string rent = paragraph(run("The Tenant pays the rent on the first day of each month."));
const std::string locked = "<w:lock w:val=\"sdtLocked\"/>";
const std::string properties = "not tracked: changed properties of a content control, <w:sdtPr> in word/document.xml";

}  // namespace

TEST_CASE("untracked: the properties of a content control that stays") {
    const auto in_line = [](const std::string& own, const std::string& name) {
        return rent + paragraph(run("Tenant: ") + control(own, run(name)));
    };
    CHECK(told(in_line("", "Mildred"), in_line("", "Mildred")) == "");
    CHECK(told(in_line("", "Mildred"), in_line("", "Jasper")) == "");
    CHECK(told(in_line("", "Mildred"), in_line(locked, "Mildred")) == "after.docx:2: " + properties + "\n");
    CHECK(told(in_line("", "Mildred"), in_line(locked, "Jasper")) == "after.docx:2: " + properties + "\n");
    const std::string quiet = paragraph(run("The Landlord leaves the Tenant in quiet possession of the orchard."));
    const std::string water = paragraph(run("Water from the upper pond may be drawn for the trees alone."));
    CHECK(told(control("", rent) + quiet, control(locked, rent) + quiet) == "after.docx:1: " + properties + "\n");
    // A control that takes in one more paragraph stays.
    CHECK(told(rent + control("", quiet) + water, rent + control(locked, quiet + water)) ==
          "after.docx:2: " + properties + "\n");
    const std::string cell = "<w:tbl><w:tr><w:tc>" + control("", rent) + quiet + "</w:tc></w:tr></w:tbl>";
    const std::string other = "<w:tbl><w:tr><w:tc>" + control(locked, rent) + quiet + "</w:tc></w:tr></w:tbl>";
    CHECK(told(quiet + cell + water + control("", rent), quiet + other + water + control(locked, rent)) ==
          "after.docx:2: " + properties + " (2 times, here first)\n");
}

TEST_CASE("untracked: a content control that goes from around its words, while one that comes is tracked") {
    const std::string bare = rent + paragraph(run("Tenant: ") + run("Mildred"));
    const std::string held = rent + paragraph(run("Tenant: ") + control("", run("Mildred")));
    CHECK(told(held, bare) ==
          "before.docx:2: not tracked: the loss of a content control around words that stay, <w:sdt> in "
          "word/document.xml\n");
    CHECK(told(bare, held) == "");
    CHECK(count(body_of(checked(DocxFile(bare), DocxFile(held))), "customXmlInsRangeStart") == 2);
}

TEST_CASE("untracked: a style that looks otherwise, where formatting is asked for") {
    const auto file = [](const std::string& looks) {
        return DocxFile(rent).styles(
            "<w:style w:type=\"paragraph\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:rPr>" + looks +
            "</w:rPr></w:style>");
    };
    std::string out;
    WriteOptions options;
    options.tell = [&](const Diagnostic& one) { out += one.message; };
    checked(file(""), file("<w:caps/>"), options);
    CHECK(out == "");
    options.formatting = true;
    checked(file(""), file("<w:caps/>"), options);
    CHECK(out == "not tracked: changed looks of a style, <w:style> in word/styles.xml");
}

TEST_CASE("untracked: a comment that says something else than before") {
    const auto told_of = [](const std::string& words) {
        const auto file = [](const std::string& comment) {
            return DocxFile(rent + paragraph(run("Water is free.") + "<w:r><w:commentReference w:id=\"4\"/></w:r>"))
                .comments("<w:comment w:id=\"4\" w:author=\"Ada\">" + paragraph(run(comment)) + "</w:comment>");
        };
        std::string out;
        WriteOptions options;
        options.tell = [&](const Diagnostic& one) { out += std::to_string(one.line) + ": " + one.message; };
        checked(file("From which pond?"), file(words), options);
        return out;
    };
    CHECK(told_of("From which pond?") == "");
    CHECK(told_of("From the upper pond?") ==
          "2: not tracked: changed words of a comment, <w:comment> in word/document.xml");
}
