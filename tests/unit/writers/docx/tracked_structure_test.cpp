// Two Word documents in which blocks stand inside content controls, tables and sections: read back by stet's reader.
#include <doctest/doctest.h>

#include <string>

#include "docx_file.hpp"
#include "tracked_redline.hpp"

namespace {

using namespace stet;
using namespace stet::test;

std::string run(const std::string& text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string control(const std::string& id, const std::string& content) {
    return "<w:sdt><w:sdtPr><w:id w:val=\"" + id + "\"/></w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
}

std::string row(const std::string& text, const std::string& properties = {}) {
    return "<w:tr><w:trPr>" + properties + "</w:trPr><w:tc>" + paragraph(text) + "</w:tc><w:tc>" + paragraph("$2.00") +
           "</w:tc></w:tr>";
}

const std::string gone_mark = "<w:rPr><w:del w:id=\"90\" w:author=\"Ada\"/></w:rPr>";
const std::string rent = paragraph("The Tenant pays the rent of nine hundred dollars on the first day of each month.");

}  // namespace

TEST_CASE("tracked docx: a paragraph without its mark goes on in the content control behind it") {
    for (const bool custom : {false, true}) {
        const auto file = [&](const std::string& bees) {
            const std::string inside = paragraph(bees) + paragraph("Of geese.");
            return DocxFile(
                paragraph("Of hives and ", gone_mark) +
                (custom ? "<w:customXml w:element=\"clause\">" + inside + "</w:customXml>" : control("7", inside)) +
                rent);
        };
        const std::string body = body_of(checked(file("bees."), file("wild bees.")));
        CHECK(contains(face_of(file("bees.").bytes(), Face::after), "Of hives and bees.\nOf geese.\nThe Tenant"));
        CHECK_MESSAGE(body.find("Of hives") > body.find(custom ? "<w:customXml" : "<w:sdtContent"), body);
        CHECK(count(body, "<w:p>") == 3);
    }
}

TEST_CASE("tracked docx: the last paragraph of a content control without its mark goes on behind it") {
    const auto file = [](const std::string& bees) {
        return DocxFile(control("7", rent + paragraph("Of hives and ", gone_mark)) + paragraph(bees) + rent);
    };
    const std::string body = body_of(checked(file("bees."), file("wild bees.")));
    CHECK_MESSAGE(body.find("bees.") < body.find("</w:sdtContent>"), body);
    // With a control behind it that holds nothing.
    const DocxFile hollow(control("7", paragraph("Of hives and ", gone_mark) + control("8", "")) + paragraph("bees.") +
                          rent);
    CHECK(count(body_of(checked(hollow, DocxFile(paragraph("Of hives and wild bees.") + rent))), "Ada") == 0);
    // Two controls and what stands behind them, all one paragraph.
    const auto chain = [](const std::string& last) {
        return DocxFile(paragraph("Of hives, ", gone_mark) + control("7", paragraph("bees ", gone_mark)) +
                        control("8", paragraph("and ", gone_mark)) + paragraph(last) + rent);
    };
    CHECK(contains(face_of(checked(chain("honey."), chain("wax.")), Face::after), "Of hives, bees and wax.\n"));
}

TEST_CASE("tracked docx: a table whose rows are all inside a content control is kept where a row of it was deleted") {
    const auto file = [](const std::string& price) {
        return DocxFile(rent + "<w:tbl>" + control("7", row("Apples") + row(price)) +
                        row("Medlars", "<w:del w:id=\"90\" w:author=\"Ada\"/>") + "</w:tbl>" + rent);
    };
    const std::string body = body_of(checked(file("Pears"), file("Quinces")));
    CHECK(contains(body, "Apples"));
    CHECK(!contains(body, "Medlars"));
}

TEST_CASE("tracked docx: words above words are deleted text") {
    const std::string above = "<w:r><w:ruby><w:rubyPr/><w:rt>" + run("ringo") + "</w:rt><w:rubyBase>" + run("apple") +
                              "</w:rubyBase></w:ruby></w:r>";
    const std::string body = body_of(checked(DocxFile("<w:p>" + run("The ") + above + run(" falls.") + "</w:p>" + rent),
                                             DocxFile("<w:p>" + run("The ") + run(" falls.") + "</w:p>" + rent)));
    CHECK(contains(body, ">ringo</w:delText>"));
    CHECK(contains(body, ">apple</w:delText>"));
}

TEST_CASE("tracked docx: lists that come back share what they share with the lists that stay") {
    const auto item = [](const std::string& text, int level, int list) {
        return paragraph(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                                   std::to_string(list) + "\"/></w:numPr>");
    };
    const auto file = [&](const std::string& from) {
        DocxFile out(item("Of hives.", 0, 2) + item("Of bees.", 1, 1) + rent);
        out.numbering(
            "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText "
            "w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2\"/>"
            "</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\">"
            "<w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"" +
            from + "\"/></w:lvlOverride></w:num>");
        return out;
    };
    const std::string numbering = part_of(checked(file("4"), file("6")), "word/numbering.xml");
    CHECK(count(numbering, "<w:abstractNum ") == 1);
    CHECK_MESSAGE(count(numbering, "<w:abstractNumId w:val=\"0\"/>") == 3, numbering);
    CHECK(contains(numbering, "<w:startOverride w:val=\"4\">"));
}

TEST_CASE("tracked docx: a list comes back into a document that has none") {
    const std::string listed = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"4\"/></w:numPr>";
    DocxFile before(rent + paragraph("A numbered rule.", listed) + rent);
    before.numbering(
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText "
        "w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"4\"><w:abstractNumId w:val=\"0\"/></w:num>");
    const std::string redline = checked(before, DocxFile(rent + rent));
    // 0 is no list (ECMA-376 part 1, 17.9.18).
    CHECK(contains(part_of(redline, "word/numbering.xml"), "<w:num w:numId=\"1\">"));
    CHECK(contains(body_of(redline), "<w:numId w:val=\"1\"/>"));
}

TEST_CASE("tracked docx: paragraphs that moved to the end, or from there, leave no empty one behind") {
    const std::string numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"4\"/></w:numPr>";
    const std::string sheep =
        paragraph("The sheep graze in the upper field until the first frost of the year.", numbered);
    const std::string pond = paragraph("Water from the pond is drawn for the trees, and for nothing else.", numbered);
    const std::string gate = paragraph("The gate is shut at dusk by whoever leaves last, without exception.");
    const auto last_mark = [](const std::string& bytes) {
        const std::string body = body_of(bytes);
        const std::size_t last = body.rfind("<w:p>");
        return body.substr(last, body.find("</w:p>", last) - last);
    };
    const auto is_tracked = [](const std::string& paragraph) {
        const std::size_t end = paragraph.find("</w:pPr>");
        const std::string properties = end == std::string::npos ? std::string() : paragraph.substr(0, end);
        return contains(properties, "<w:ins ") || contains(properties, "<w:del ") || contains(properties, "<w:move");
    };
    const DocxFile first(sheep + pond + rent + gate);
    const DocxFile last(rent + gate + sheep + pond);
    for (const auto& [before, after] : {std::pair(first, last), std::pair(last, first)}) {
        const std::string redline = checked(before, after);
        CHECK_MESSAGE(!is_tracked(last_mark(redline)), body_of(redline));
        // All but the last of them are told as moved.
        CHECK(count(body_of(redline), "<w:moveTo ") == 2);
    }
    const std::string grown = checked(first, DocxFile(rent + gate + sheep + pond + paragraph("Nobody fells a tree.")));
    CHECK_MESSAGE(!is_tracked(last_mark(grown)), body_of(grown));
    CHECK(count(body_of(grown), "<w:moveTo ") == 4);
}

TEST_CASE("tracked docx: a last paragraph behind a content control of one side leaves no empty one behind") {
    const std::string quiet = paragraph("The Landlord leaves the Tenant in quiet possession of the orchard.");
    const std::string water = paragraph("The Tenant pays for the water of the lower meadow.");
    const std::string keys = control("7", paragraph("Keys are handed over at noon at the gate."));
    const std::string one_side[][2] = {{quiet + rent + water, rent + water + keys + quiet},
                                       {rent + water, rent + water + keys + quiet},
                                       {quiet + rent + water, rent + keys + quiet}};
    const auto last_paragraph = [](const std::string& body) { return body.substr(body.rfind("<w:p>")); };
    for (const auto& [shorter, longer] : one_side) {
        const std::string came = last_paragraph(body_of(checked(DocxFile(shorter), DocxFile(longer))));
        CHECK_MESSAGE(!contains(came, "<w:rPr><w:ins "), came);
        const std::string went = last_paragraph(body_of(checked(DocxFile(longer), DocxFile(shorter))));
        CHECK_MESSAGE(!contains(went, "<w:rPr><w:del "), went);
    }
}

TEST_CASE("tracked docx: a content control of one side that a document ends with leaves no empty paragraph behind") {
    const std::string quiet = paragraph("The Landlord leaves the Tenant in quiet possession of the orchard.");
    const std::string water = paragraph("Water from the upper pond may be drawn for the trees alone.");
    const auto last_paragraph = [](const std::string& body) { return body.substr(body.rfind("<w:p>")); };
    for (const std::string& inside : {quiet, quiet + water}) {
        const DocxFile longer(rent + control("5", inside));
        const std::string came = body_of(checked(DocxFile(rent), longer));
        CHECK_MESSAGE(!contains(last_paragraph(came), "<w:rPr><w:ins "), came);
        CHECK(came.find("<w:rPr><w:ins ") < came.find("The Tenant"));
        CHECK(count(came, "customXmlInsRangeStart") == 2);
        const std::string went = body_of(checked(longer, DocxFile(rent)));
        CHECK_MESSAGE(!contains(last_paragraph(went), "<w:rPr><w:del "), went);
        CHECK(count(went, "customXmlDelRangeStart") == 2);
    }
    // Nor where the paragraph before it came into another control.
    checked(DocxFile(water + rent + control("5", quiet)), DocxFile(water + control("6", rent)));
}

TEST_CASE("tracked docx: a box of a form that is ticked, an entry of its list that is chosen") {
    const auto form = [](const std::string& data) {
        return "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>" + data +
               "</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    };
    const auto file = [&](const std::string& data) {
        return DocxFile(rent + "<w:p>" + form(data) + run(" The Tenant pays for water.") + "</w:p>");
    };
    const auto changes = [](const std::string& body) { return count(body, "<w:ins ") + count(body, "<w:del "); };
    const auto box = [](const std::string& state) { return "<w:checkBox>" + state + "</w:checkBox>"; };
    const auto list = [](const std::string& state) {
        return "<w:ddList>" + state + "<w:listEntry w:val=\"Ashby\"/><w:listEntry w:val=\"Oakes\"/></w:ddList>";
    };
    CHECK(changes(body_of(checked(file(box("")), file(box("<w:checked/>"))))) == 2);
    CHECK(changes(body_of(checked(file(list("")), file(list("<w:result w:val=\"1\"/>"))))) == 2);
    CHECK(changes(body_of(checked(file(box("")), file(box(""))))) == 0);
}

TEST_CASE("tracked docx: what was unpacked and kept gives the same redline, the first time and the second") {
    const std::string before = DocxFile(rent + paragraph("Of geese.")).bytes();
    const std::string after = DocxFile(rent + paragraph("Of grey geese.")).bytes();
    ReadOptions keeping;
    keeping.keep_unpacked = true;
    const Redline kept = compare(Input{"b.docx", before, {}}, Input{"a.docx", after, {}}, keeping);
    const std::string expected = write(compare(Input{"b.docx", before, {}}, Input{"a.docx", after, {}}), "docx", {});
    CHECK(write(kept, "docx", {}) == expected);
    CHECK(write(kept, "docx", {}) == expected);
}

TEST_CASE(
    "tracked docx: a bookmark from words that stay to words that go, and one over several paragraphs, come back") {
    const auto begin = [](const std::string& name) { return "<w:bookmarkStart w:id=\"7\" w:name=\"" + name + "\"/>"; };
    const std::string end = "<w:bookmarkEnd w:id=\"7\"/>";
    const auto line = [](const std::string& content) { return "<w:p>" + content + "</w:p>"; };
    const std::string body = body_of(
        checked(DocxFile(line(run("The fence ") + begin("fence") + run("stands. It is mended in April.") + end) + rent),
                DocxFile(line(run("The fence stands.")) + rent)));
    CHECK_MESSAGE(contains(body, "</w:r><w:bookmarkStart w:id=\""), body);
    CHECK_MESSAGE(contains(body, "</w:del><w:bookmarkEnd w:id=\""), body);
    const std::string over = body_of(
        checked(DocxFile(rent + line(begin("both") + run("Sheep graze in spring.")) + line(run("Geese do not.") + end)),
                DocxFile(rent)));
    CHECK_MESSAGE(contains(over, "w:name=\"both\"/>"), over);
    CHECK(count(over, "<w:bookmarkEnd ") == 1);
    CHECK(over.find("<w:bookmarkEnd ") < over.find("Geese"));
}

TEST_CASE("tracked docx: a paragraph in a text box that comes into a list has its former place tracked") {
    const auto file = [](const std::string& properties) {
        DocxFile out("<w:p>" + run("See the box.") + "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" +
                     paragraph("Of bees.", properties) + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>" +
                     rent);
        out.numbering(
            "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText "
            "w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
        return out;
    };
    const std::string listed = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
    CHECK(count(body_of(checked(file(""), file(listed))), "<w:pPrChange ") == 1);
    CHECK(count(body_of(checked(file(listed), file(listed))), "<w:pPrChange ") == 0);
}

TEST_CASE("tracked docx: sections that go and come, and their headers") {
    const auto section = [](const std::string& header) {
        return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"" + header + "\"/></w:sectPr>";
    };
    const auto file = [&](const std::string& body, const std::string& words) {
        DocxFile out(body);
        out.header("header1", paragraph(words));
        return out;
    };
    // A section that goes and another that comes have the same header: it comes back with the first as it was.
    const std::string moved = checked(
        file(rent + paragraph("Of sheep and geese in the upper field.", section("header1")) + paragraph("Of bees."),
             "The upper field"),
        file(paragraph("A wholly other clause of lanterns at the gate.", section("header1")) + rent +
                 paragraph("Of bees."),
             "The upper field"));
    const std::string body = body_of(moved);
    for (const char* part : {"word/header1.xml", "word/header1-1.xml"})
        if (contains(part_of(moved, "word/_rels/document.xml.rels"), std::string(part).substr(5)))
            CHECK(count(part_of(moved, part), "<w:ins ") + count(part_of(moved, part), "<w:del ") == 0);
    // The last paragraph is another one and keeps its mark, so its section stays: the header is edited.
    const auto last = [&](const std::string& text, const std::string& words) {
        return file(rent + paragraph(text, section("header1")) + "<w:sectPr/>", words);
    };
    const std::string edited = part_of(checked(last("Of sheep and geese.", "The upper field"),
                                               last("Lanterns hang at every gate.", "The lower field")),
                                       "word/header1.xml");
    CHECK_MESSAGE(contains(edited, "<w:delText xml:space=\"preserve\">upper</w:delText>"), edited);
}

TEST_CASE("tracked docx: with earlier revisions kept, both ends of a move are written or none") {
    const std::string bees =
        "<w:p>" + run("The Tenant keeps bees in the upper orchard and sells the honey.") + "</w:p>";
    const std::string water = paragraph("Water from the upper pond may be drawn for the trees between dusk and dawn.");
    const std::string open = paragraph("Note well: ", gone_mark);
    WriteOptions options;
    options.keep_revisions = true;
    const DocxFile before(bees + rent + water + paragraph("The end."));
    const DocxFile after(rent + water + open + bees + paragraph("The end."));
    const std::string body = body_of(write(
        compare(Input{"before.docx", before.bytes(), {}}, Input{"after.docx", after.bytes(), {}}), "docx", options));
    CHECK_MESSAGE(count(body, "<w:moveFromRangeStart ") == count(body, "<w:moveToRangeStart "), body);
}

TEST_CASE("tracked docx: another picture in a header is tracked, though the header's own bytes are the same") {
    const auto file = [](const std::string& picture) {
        DocxFile out(rent + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header1\"/></w:sectPr>");
        out.header("header1", "<w:p><w:r><w:pict><v:shape><v:imagedata r:id=\"seal\"/></v:shape></w:pict></w:r></w:p>");
        out.entry("word/_rels/header1.xml.rels",
                  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
                  "Id=\"seal\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" "
                  "Target=\"media/seal.png\"/></Relationships>");
        out.entry("word/media/seal.png", picture);
        return out;
    };
    CHECK(count(part_of(checked(file("an old seal"), file("a new seal")), "word/header1.xml"), "<w:del ") == 1);
    CHECK(count(part_of(checked(file("a new seal"), file("a new seal")), "word/header1.xml"), "<w:del ") == 0);
}

TEST_CASE("tracked docx: with earlier revisions kept, rejecting all gives the text that they were made on") {
    const auto before_face = [](const std::string& bytes) { return face_of(bytes, Face::before); };
    const auto line = [](const std::string& content) { return "<w:p>" + content + "</w:p>"; };
    const auto struck = [](const std::string& words) {
        return "<w:del w:id=\"91\" w:author=\"Ada\"><w:r><w:delText xml:space=\"preserve\">" + words +
               "</w:delText></w:r></w:del>";
    };
    const auto fresh = [&](const std::string& words) {
        return "<w:ins w:id=\"92\" w:author=\"Ada\">" + run(words) + "</w:ins>";
    };
    WriteOptions options;
    options.keep_revisions = true;
    const auto redline = [&](const std::string& before, const std::string& after) {
        return write(compare(Input{"before.docx", DocxFile(line(before) + rent).bytes(), {}},
                             Input{"after.docx", DocxFile(line(after) + rent).bytes(), {}}),
                     "docx", options);
    };
    // Her words share some with those that she struck: theirs is one change, and the only one.
    const std::string old_words = "The sheep graze in the upper field until the first frost.";
    const std::string made =
        redline(run("Of grazing. " + old_words), run("Of grazing. ") + struck(old_words) +
                                                     fresh("The geese graze in the lower field until the last frost."));
    CHECK(before_face(made) == before_face(DocxFile(line(run("Of grazing. " + old_words)) + rent).bytes()));
    CHECK(count(body_of(made), "w:author=\"stet\"") == 0);
    // Something else changed between her words, too: both cannot stand, and no word stands twice.
    const std::string mixed = redline(run("Of grazing. " + old_words), run("Of grazing. ") + struck("The sheep graze") +
                                                                           fresh("The geese graze") +
                                                                           run(" in the lower meadow until frost."));
    CHECK_MESSAGE(before_face(mixed) == before_face(DocxFile(line(run("Of grazing. " + old_words)) + rent).bytes()),
                  body_of(mixed));
    CHECK(contains(face_of(mixed, Face::after), "The geese graze in the lower meadow until frost."));
}

TEST_CASE("tracked docx: a content control whose words went, or came, stands once") {
    const auto file = [](const std::string& content) {
        return DocxFile("<w:p>" + run("Tenant: ") + control("5", content) + run(" signs below.") + "</w:p>" + rent);
    };
    for (const bool came : {false, true}) {
        const DocxFile full = file(run("Mildred Ashby"));
        const DocxFile hollow = file("");
        const std::string body = body_of(came ? checked(hollow, full) : checked(full, hollow));
        CHECK_MESSAGE(count(body, "<w:sdt>") == 1, body);
        CHECK(!contains(body, "customXml"));
        const std::size_t words = body.find("Mildred");
        CHECK(body.find("<w:sdtContent>") < words);
        CHECK(words < body.find("</w:sdtContent>"));
    }
    CHECK(count(body_of(checked(file(""), file(""))), "<w:sdt>") == 1);
    // Its words are others, and a bookmark ends before it.
    const auto marked = [](const std::string& words) {
        return DocxFile("<w:p><w:bookmarkStart w:id=\"3\" w:name=\"party\"/>" +
                        run("The Tenant of the upper orchard and its sheds is ") + "<w:bookmarkEnd w:id=\"3\"/>" +
                        control("5", run(words)) + "</w:p>" + rent);
    };
    CHECK(count(body_of(checked(marked("Mildred"), marked("Jasper"))), "<w:sdt>") == 1);
    // A paragraph that goes takes it along, and brings it back.
    const std::string gone = body_of(checked(file(""), DocxFile(rent)));
    CHECK(count(gone, "<w:sdt>") == 1);
    CHECK(count(gone, "customXmlDelRangeStart") == 2);
}

TEST_CASE("tracked docx: a paragraph that comes into a content control, or out of one, stays") {
    const std::string quiet = paragraph("The Landlord leaves the Tenant in quiet possession of the orchard.");
    const std::string water = paragraph("Water from the upper pond may be drawn for the trees alone.");
    const DocxFile bare(rent + quiet + water);
    for (const std::string& inside : {quiet, rent + quiet, quiet + water, rent + quiet + water}) {
        std::string whole = rent + quiet + water;
        whole.replace(whole.find(inside), inside.size(), control("5", inside));
        for (const bool came : {false, true}) {
            const std::string body = body_of(came ? checked(bare, DocxFile(whole)) : checked(DocxFile(whole), bare));
            CHECK_MESSAGE(!contains(body, "<w:ins "), body);
            CHECK(!contains(body, "<w:del "));
            CHECK(count(body, came ? "customXmlInsRangeStart" : "customXmlDelRangeStart") == 2);
            CHECK(count(body, came ? "customXmlInsRangeEnd" : "customXmlDelRangeEnd") == 2);
            CHECK(count(body, "<w:sdt>") == 1);
        }
    }
    // The control takes in one more.
    const std::string more =
        body_of(checked(DocxFile(rent + control("5", quiet) + water), DocxFile(rent + control("5", quiet + water))));
    CHECK(!contains(more, "customXml"));
    CHECK(count(more, "<w:sdt>") == 1);
    // One that would cross another one does not come back; the words do.
    const std::string crossed =
        body_of(checked(DocxFile(control("5", rent + quiet) + water), DocxFile(rent + control("6", quiet + water))));
    CHECK(!contains(crossed, "<w:del "));
    CHECK(count(crossed, "<w:sdt>") == 1);
}

TEST_CASE("tracked docx: a content control without a number is known by its tag") {
    const auto tagged = [](const std::string& tag, const std::string& content) {
        return "<w:sdt><w:sdtPr><w:tag w:val=\"" + tag + "\"/></w:sdtPr><w:sdtContent>" + content +
               "</w:sdtContent></w:sdt>";
    };
    const std::string quiet = paragraph("The Landlord leaves the Tenant in quiet possession of the orchard.");
    const std::string water = paragraph("Water from the upper pond may be drawn for the trees alone.");
    const DocxFile before(rent + tagged("peace", quiet) + water);
    const std::string other = body_of(checked(before, DocxFile(rent + tagged("uses", quiet + water))));
    CHECK_MESSAGE(contains(other, "w:val=\"peace\""), other);
    CHECK(count(other, "customXmlDelRangeStart") == 2);
    CHECK(count(other, "customXmlInsRangeStart") == 2);
    CHECK(!contains(body_of(checked(before, DocxFile(rent + tagged("peace", quiet + water)))), "customXml"));
}

TEST_CASE("tracked docx: a content control that went leaves its number to the one that has it elsewhere") {
    const std::string quiet = control("5", paragraph("The Landlord leaves the Tenant in quiet possession of it."));
    const std::string fish = control("5", paragraph("Trout and eels of the upper pond belong to the miller alone."));
    const std::string body = body_of(checked(DocxFile(quiet + rent), DocxFile(rent + fish)));
    CHECK_MESSAGE(count(body, "<w:id w:val=\"5\"/>") == 1, body);
    CHECK(count(body, "<w:sdt>") == 2);
    CHECK(count(body_of(checked(DocxFile(quiet + rent), DocxFile(rent))), "<w:id w:val=\"5\"/>") == 1);
}

TEST_CASE("tracked docx: words that left a link are struck and written whole") {
    const auto link = [](const std::string& text) {
        return "<w:hyperlink w:anchor=\"" + text.substr(0, 3) + "\">" + run(text) + "</w:hyperlink>";
    };
    const auto file = [](const std::string& content) { return DocxFile("<w:p>" + content + "</w:p>" + rent); };
    const std::string body = body_of(checked(
        file(run("See ") + link("Section 4 of this agreement") + run(" for the rates of pay.")),
        file(run("See ") + link("Section 4") + run(" of this agreement for ") + link("the rates") + run(" of pay."))));
    CHECK_MESSAGE(contains(body, "<w:delText xml:space=\"preserve\"> of this agreement</w:delText>"), body);
    CHECK(contains(body, "<w:t xml:space=\"preserve\"> of this agreement</w:t>"));
    CHECK(contains(body, "<w:delText xml:space=\"preserve\">the rates</w:delText>"));
}

TEST_CASE("tracked docx: a bookmark between paragraphs comes back with the paragraph that it is on") {
    const auto marked = [](const std::string& name, const std::string& content) {
        return "<w:bookmarkStart w:id=\"3\" w:name=\"" + name + "\"/>" + content + "<w:bookmarkEnd w:id=\"3\"/>";
    };
    const std::string quiet = paragraph("The Landlord leaves the Tenant in quiet possession of the orchard.");
    const std::string body = body_of(
        checked(DocxFile(rent + marked("peace", quiet) + paragraph("Signed.")), DocxFile(rent + paragraph("Signed."))));
    CHECK(count(body, "w:name=\"peace\"") == 1);
    CHECK(count(body, "<w:bookmarkEnd") == 1);
    const std::string kept = body_of(checked(DocxFile(rent + marked("peace", quiet) + paragraph("Signed.")),
                                             DocxFile(rent + marked("peace", quiet) + paragraph("Sealed."))));
    CHECK(count(kept, "w:name=\"peace\"") == 1);
}

TEST_CASE("tracked docx: struck words keep the tags around them") {
    const auto file = [](const std::string& place) {
        return DocxFile("<w:p>" + run("The hives at ") + place + run(" stay.") + "</w:p>" + rent);
    };
    const std::string tag =
        "<w:smartTag w:uri=\"urn:x\" w:element=\"place\"><w:smartTagPr/>" + run("Ashby ") + "</w:smartTag>";
    const std::string body = body_of(checked(file(tag), file("")));
    CHECK_MESSAGE(body.find("<w:smartTag") < body.find("Ashby"), body);
    CHECK(count(body, "<w:smartTag ") == 1);
    const std::string right = "<w:bdo w:val=\"rtl\">" + run("Ashby ") + "</w:bdo>";
    CHECK(count(body_of(checked(file(right), file(""))), "<w:bdo ") == 1);
    const std::string partly =
        body_of(checked(file("<w:smartTag w:uri=\"urn:x\">" + run("Ashby Hill ") + "</w:smartTag>"),
                        file("<w:smartTag w:uri=\"urn:x\">" + run("Hill ") + "</w:smartTag>")));
    CHECK(count(partly, "<w:smartTag ") == 1);
}

TEST_CASE("tracked docx: words that went from a link stand in their own link") {
    const auto file = [](const std::string& anchor, const std::string& words) {
        return DocxFile("<w:p>" + run("See ") + "<w:hyperlink w:anchor=\"" + anchor + "\">" + run(words) +
                        "</w:hyperlink>" + run(" there.") + "</w:p>" + rent);
    };
    const std::string body =
        body_of(checked(file("hives", "the hives and the wax"), file("bees", "all bees and all wax")));
    const std::string after = "<w:hyperlink w:anchor=\"bees\">";
    for (std::size_t at = body.find(after); at != std::string::npos; at = body.find(after, at + 1))
        CHECK_MESSAGE(!contains(body.substr(at, body.find("</w:hyperlink>", at) - at), "<w:del "), body);
}

TEST_CASE("tracked docx: the last paragraph of a cell that moved goes and comes") {
    const std::string quiet =
        paragraph("The Landlord leaves the Tenant in quiet possession of the orchard and of its sheds.");
    const auto file = [&](const std::string& cell, const std::string& behind) {
        return DocxFile(rent + "<w:tbl><w:tr><w:tc>" + cell + "</w:tc></w:tr></w:tbl>" + paragraph("Signed.") + behind +
                        paragraph("Sealed."));
    };
    const std::string body = body_of(checked(file(paragraph("Peace") + quiet, {}), file(paragraph("Peace"), quiet)));
    CHECK_MESSAGE(!contains(body, "<w:moveFrom"), body);
}

TEST_CASE("tracked docx: a cell with a tab and no words is empty") {
    const auto cell = [](const std::string& content) { return "<w:tc>" + content + "</w:tc>"; };
    const std::string mill = cell(paragraph("key mill mends landlord pay party path dawn"));
    const std::string tab = cell("<w:p><w:r><w:tab/></w:r></w:p>");
    const std::string hollow = cell("<w:p/>");
    const DocxFile before("<w:tbl><w:tr>" + cell(paragraph("lamp first fence party orchard")) + "</w:tr><w:tr>" +
                          hollow + mill + "</w:tr></w:tbl>" + rent);
    const DocxFile after("<w:tbl><w:tr>" + cell(paragraph("barley each dusk water")) + tab + "</w:tr><w:tr>" + hollow +
                         hollow + mill + "</w:tr></w:tbl>" + rent);
    CHECK(redline_of(before, after).verified.holds());
    checked(before, after);
}
