// Word documents made from nothing: tracked words, paragraphs, rows, cells and moves, read back by stet's reader.
#include <doctest/doctest.h>

#include <string>

#include "document/join_paragraphs.hpp"
#include "package/package.hpp"
#include "readers/reader.hpp"
#include "stet.hpp"
#include "text/error.hpp"
#include "writers/redline_fixture.hpp"
#include "writers/writer.hpp"

namespace {

using namespace stet;
using namespace stet::test;

std::string part_of(const std::string& bytes, std::string_view part) {
    Diagnostics none_found;
    return Package(bytes, "test.docx", none_found).read(part);
}

std::string body_of(Redline& redline, const WriteOptions& options = {}) {
    return part_of(write_docx(redline, options), "word/document.xml");
}

/// The texts of a face, one block a line.
std::string face_of(Redline& redline, Face face) {
    const Source source = Source::package("redline.docx", write_docx(redline, {}));
    std::string out;
    for (const Block& block : join_paragraphs(read_docx(source).blocks, face)) {
        const std::string text = face_text(block, face);
        if (block.part.empty() && text.find_first_not_of(" \t") != std::string::npos) out += text + "\n";
    }
    return out;
}

std::size_t count(const std::string& text, std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
}

bool contains(const std::string& text, std::string_view what) {
    return text.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("docx: words that go and come are tracked under the author's name") {
    RedlineFixture fixture;
    fixture.text(0, {same("The rent is "), gone("ten"), fresh("twelve"), same(" dollars.")});
    WriteOptions options;
    options.author = "Ada & Co";
    const std::string body = body_of(fixture.redline(), options);
    CHECK(contains(body, "<w:del w:id=\"1\" w:author=\"Ada &amp; Co\"><w:r><w:delText xml:space=\"preserve\">ten<"));
    CHECK(contains(body, "<w:ins w:id=\"2\" w:author=\"Ada &amp; Co\"><w:r><w:t xml:space=\"preserve\">twelve<"));
    CHECK(!contains(body, "w:date"));
    CHECK(face_of(fixture.redline(), Face::before) == "The rent is ten dollars.\n");
    CHECK(face_of(fixture.redline(), Face::after) == "The rent is twelve dollars.\n");
}

TEST_CASE("docx: a date is written where one is given that is a date") {
    RedlineFixture fixture;
    fixture.text(0, {fresh("New.")});
    WriteOptions options;
    options.date = "2026-11-28";
    CHECK(contains(body_of(fixture.redline(), options), "w:date=\"2026-11-28T00:00:00Z\""));
    options.date = "2026-11-28T10:30:00Z";
    CHECK(contains(body_of(fixture.redline(), options), "w:date=\"2026-11-28T10:30:00Z\""));
    options.date = "the day after the feast";
    CHECK(!contains(body_of(fixture.redline(), options), "w:date"));
    CHECK(contains(part_of(write_docx(fixture.redline(), options), "word/header1.xml"), "the day after the feast"));
}

TEST_CASE("docx: the same redline gives the same bytes") {
    RedlineFixture fixture;
    fixture.text(0, {same("One "), gone("two"), fresh("three")});
    CHECK(write_docx(fixture.redline(), {}) == write_docx(fixture.redline(), {}));
}

TEST_CASE("docx: typography is tracked character by character") {
    RedlineFixture fixture;
    fixture.text(0, {retyped("the \"orchard\" here", "the \xe2\x80\x9corchard\xe2\x80\x9d here")});
    CHECK(face_of(fixture.redline(), Face::before) == "the \"orchard\" here\n");
    CHECK(face_of(fixture.redline(), Face::after) == "the \xe2\x80\x9corchard\xe2\x80\x9d here\n");
    CHECK(contains(body_of(fixture.redline()), ">orchard<"));
}

TEST_CASE("docx: a paragraph on one side only has a tracked mark") {
    RedlineFixture fixture;
    fixture.text(0, {same("Stays.")});
    fixture.text(0, {gone("Goes.")});
    fixture.text(0, {fresh("Comes.")});
    fixture.text(0, {same("Ends.")});
    const std::string body = body_of(fixture.redline());
    CHECK(contains(body, "<w:rPr><w:del w:id="));
    CHECK(contains(body, "<w:rPr><w:ins w:id="));
    CHECK(face_of(fixture.redline(), Face::before) == "Stays.\nGoes.\nEnds.\n");
    CHECK(face_of(fixture.redline(), Face::after) == "Stays.\nComes.\nEnds.\n");
}

TEST_CASE("docx: both ends of a move have one name, what is edited on the way stands at its end") {
    RedlineFixture fixture;
    const std::uint32_t from = fixture.moved_from(0, "Bees are kept.");
    fixture.text(0, {same("Stays.")});
    const std::uint32_t to = fixture.text(0, {same("Bees are kept"), gone("."), fresh(" here.")});
    fixture.link(from, to);
    Redline& redline = fixture.redline();
    redline.before.blocks[redline.blocks[from].before].text = "Bees are kept.";
    const std::string body = body_of(redline);
    CHECK(count(body, "<w:moveFromRangeStart ") == 1);
    CHECK(count(body, "<w:moveToRangeStart ") == 1);
    CHECK(count(body, "w:name=\"move1\"") == 2);
    CHECK(count(body, "<w:moveFrom ") == 2);  // words and mark
    CHECK(count(body, "<w:moveTo ") == 2);
    CHECK(count(body, "<w:delText") == 1);  // moved words stay words
    CHECK(count(body, "</w:p><w:moveFromRangeEnd ") == 1);
    CHECK(face_of(redline, Face::before) == "Bees are kept.\nStays.\n");
    CHECK(face_of(redline, Face::after) == "Stays.\nBees are kept here.\n");
}

TEST_CASE("docx: rows and cells of tables") {
    RedlineFixture fixture;
    fixture.row(0, 1, {{same("Tree")}, {same("Price")}});
    fixture.row(0, 1, {{same("Apple")}, {gone("$12"), fresh("$13")}});
    fixture.row(0, 1, {{gone("Pear")}, {gone("$14")}});
    fixture.row(0, 1, {{fresh("Quince")}, {fresh("$16")}});
    const std::string body = body_of(fixture.redline());
    CHECK(count(body, "<w:tbl>") == 1);
    CHECK(count(body, "<w:trPr><w:cantSplit/><w:del ") == 1);
    CHECK(count(body, "<w:trPr><w:cantSplit/><w:ins ") == 1);
    CHECK(face_of(fixture.redline(), Face::before) == "Tree\tPrice\nApple\t$12\nPear\t$14\n");
    CHECK(face_of(fixture.redline(), Face::after) == "Tree\tPrice\nApple\t$13\nQuince\t$16\n");
}

TEST_CASE("docx: a cell that only one side has") {
    RedlineFixture fixture;
    fixture.row(0, 1, {{same("Apple")}, {fresh("3")}});
    Redline& redline = fixture.redline();
    redline.before.blocks[0].cells.resize(1);
    redline.before.blocks[0].text = "Apple";
    const std::string body = body_of(redline);
    CHECK(count(body, "<w:cellIns ") == 1);
    CHECK(count(body, "<w:cellDel ") == 0);
}

TEST_CASE("docx: headings have heading styles, bullets a list, marks their properties") {
    RedlineFixture fixture;
    const std::uint32_t section = fixture.section(0, 1, "Part 1", "Part 1");
    fixture.heading(section, {same("Part 1 Rent")});
    fixture.text(section, {same("bold", Marks{}.with(Mark::bold)), same(" plain")});
    const std::string body = body_of(fixture.redline());
    CHECK(contains(body, "<w:pStyle w:val=\"Heading1\"/>"));
    CHECK(contains(body, "<w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space=\"preserve\">bold<"));
}

TEST_CASE("docx: the header names files without their folders, where that tells them apart") {
    const auto header = [](const std::string& before, const std::string& after) {
        const Redline redline = compare(Input{before, "The rent is due.", {}}, Input{after, "The rent is late.", {}});
        return part_of(write_docx(redline, {}), "word/header1.xml");
    };
    CHECK(contains(header("clients/Ada/lease-1.md", "drafts\\lease-2.md"), ">Redline of lease-1.md and lease-2.md<"));
    CHECK(contains(header("old/lease.md", "new/lease.md"), ">Redline of old/lease.md and new/lease.md<"));
}

TEST_CASE("docx: what its author says about the text is a comment") {
    RedlineFixture fixture;
    fixture.text(0, {same("The rent."), same(" ask Ada", Marks{}.with(Mark::comment))});
    const std::string bytes = write_docx(fixture.redline(), {});
    CHECK(contains(part_of(bytes, "word/comments.xml"), "ask Ada"));
    CHECK(!contains(part_of(bytes, "word/document.xml"), "ask Ada"));
    CHECK(contains(part_of(bytes, "word/document.xml"), "<w:commentReference w:id=\"0\"/>"));
}

TEST_CASE("docx: header and properties say what is compared, in red where it is not verified") {
    RedlineFixture fixture;
    fixture.text(0, {same("Text.")});
    const std::string verified = part_of(write_docx(fixture.redline(), {}), "word/header1.xml");
    CHECK(contains(verified, "agreement-2021.md and proposal-2024.md"));
    CHECK(!contains(verified, "NOT VERIFIED"));
    fixture.redline().verified.accept_equals_after = false;
    const std::string bytes = write_docx(fixture.redline(), {});
    CHECK(contains(part_of(bytes, "word/header1.xml"),
                   "<w:color w:val=\"C00000\"/></w:rPr><w:t xml:space=\"preserve\">NOT VERIFIED"));
    CHECK(contains(part_of(bytes, "docProps/core.xml"), "NOT VERIFIED"));
    CHECK(contains(part_of(bytes, "word/footer1.xml"), "NUMPAGES"));
}

TEST_CASE("docx: characters that XML has not become U+FFFD, its own signs are escaped") {
    RedlineFixture fixture;
    fixture.text(0, {same("a<b & \"c\" \x01")});
    CHECK(contains(body_of(fixture.redline()), "a&lt;b &amp; &quot;c&quot; \xef\xbf\xbd"));
}

TEST_CASE("docx: a three-way redline is refused") {
    RedlineFixture fixture;
    fixture.redline().parties.resize(2);
    CHECK_THROWS_AS(write_docx(fixture.redline(), {}), Error);
}
