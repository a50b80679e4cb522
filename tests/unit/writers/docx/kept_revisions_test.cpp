// Redlines of Word documents in which the changes of earlier authors stay: accepting all gives the after-document,
// rejecting all the before-document.
#include <doctest/doctest.h>

#include <string>

#include "docx_file.hpp"
#include "tracked_redline.hpp"

namespace {

using namespace stet;
using namespace stet::test;

const std::string author = " w:author=\"Ada\"";

std::string run(const std::string& text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
std::string added(const std::string& content) {
    return "<w:ins w:id=\"80\"" + author + ">" + content + "</w:ins>";
}
std::string struck(const std::string& text) {
    return "<w:del w:id=\"81\"" + author + "><w:r><w:delText xml:space=\"preserve\">" + text +
           "</w:delText></w:r></w:del>";
}
std::string in_paragraph(const std::string& content, const std::string& mark = {}) {
    return "<w:p><w:pPr><w:rPr>" + (mark.empty() ? mark : "<w:" + mark + " w:id=\"82\"" + author + "/>") +
           "</w:rPr></w:pPr>" + content + "</w:p>";
}
std::string row(const std::string& content, const std::string& mark = {}) {
    return "<w:tr><w:trPr>" + (mark.empty() ? mark : "<w:" + mark + " w:id=\"83\"" + author + "/>") +
           "</w:trPr><w:tc>" + in_paragraph(content) + "</w:tc></w:tr>";
}
std::string table(const std::string& rows) {
    return "<w:tbl>" + rows + "</w:tbl>";
}

const std::string rent = paragraph("The Tenant pays the rent of nine hundred dollars on the first day of each month.");
const std::string quiet = "The Landlord leaves the Tenant in quiet possession of the orchard.";

/// The body; both faces are held against the documents, and the earlier changes are counted.
std::string kept(const std::string& before, const std::string& after, std::size_t earlier) {
    WriteOptions options;
    options.keep_revisions = true;
    const std::string body = body_of(checked(DocxFile(rent + before + rent), DocxFile(rent + after + rent), options));
    CHECK_MESSAGE(count(body, author) == earlier, body);
    return body;
}

}  // namespace

TEST_CASE("kept revisions: a change that is the one between the documents stands once") {
    CHECK(!contains(kept(in_paragraph(run("Bees seldom sting.")),
                         in_paragraph(run("Bees ") + struck("seldom ") + added(run("often ")) + run("sting.")), 2),
                    "\"stet\""));
    CHECK(!contains(kept(in_paragraph(run(quiet)), in_paragraph(struck(quiet), "del"), 2), "\"stet\""));
    CHECK(!contains(kept(table(row(run("Pear")) + row(run("Plum"))),
                         table(row(run("Pear")) + row(struck("Plum"), "del") + row(added(run("Fig")), "ins")), 4),
                    "\"stet\""));
    CHECK(!contains(kept(table(row(run("Pear"))), table(row(struck("Pear"), "del")), 2), "\"stet\""));
}

TEST_CASE("kept revisions: a change that is none between the documents is settled") {
    // Words, and a deletion, that the before-document has, or lacks, too.
    kept(in_paragraph(run("Bees often sting.")), in_paragraph(run("Bees ") + added(run("often ")) + run("sting.")), 0);
    kept(in_paragraph(run("Bees sting.")), in_paragraph(run("Bees ") + struck("seldom ") + run("sting.")), 0);
    kept(in_paragraph(run(quiet)), in_paragraph(added(run(quiet)), "ins"), 0);
    kept(in_paragraph({}), in_paragraph(struck(quiet), "del") + in_paragraph({}), 0);
    kept(table(row(run("Pear"))), table(row(run("Pear")) + row(struck("Plum"), "del")), 0);
    kept(table(row(run("Pear")) + row(run("Plum"))), table(row(run("Pear")) + row(run("Plum"), "ins")), 0);
}

TEST_CASE("kept revisions: blanks, and ends of paragraphs, are held against the before-document too") {
    kept(in_paragraph(run("Bees seldom sting.")), in_paragraph(run("Bees ") + struck(" seldom ") + run("sting.")), 0);
    kept(in_paragraph(run("Bees sting.")) + in_paragraph(run("Wasps, too.")),
         in_paragraph(run("Bees sting."), "del") + in_paragraph(run("Wasps, too.")), 1);
}

TEST_CASE("kept revisions: what was deleted stands in the order of the before-document") {
    const std::string water = "Water from the upper pond may be drawn for the trees alone.";
    kept(in_paragraph(run(quiet)) + in_paragraph(run(water)), in_paragraph(struck(quiet), "del"), 2);
    kept(in_paragraph(run(water)) + in_paragraph(run(quiet)), in_paragraph(struck(quiet), "del"), 2);
}

TEST_CASE("kept revisions: of a move whose words came from nowhere in the old text its new place is an insertion") {
    const auto end = [](const std::string& name, const std::string& id) {
        return in_paragraph("<w:move" + name + "RangeStart w:id=\"" + id + "\"" + author + " w:name=\"hive\"/><w:move" +
                                name + " w:id=\"85\"" + author + ">" + run(quiet) + "</w:move" + name + ">",
                            "move" + name) +
               "<w:move" + name + "RangeEnd w:id=\"" + id + "\"/>";
    };
    const std::string water = in_paragraph(run("The Tenant pays for the water of the lower meadow."));
    const std::string lone = kept(water, end("From", "86") + water + end("To", "87"), 2);
    CHECK(count(lone, "<w:ins ") == 2);
    CHECK(!contains(lone, "<w:move"));
    const std::string whole = kept(in_paragraph(run(quiet)) + water, end("From", "86") + water + end("To", "87"), 6);
    CHECK(count(whole, "<w:moveFrom ") == 2);
    CHECK(whole.find("<w:moveFromRangeStart") < whole.find("<w:moveFromRangeEnd"));
}
