// Two Word documents: the later one with the changes tracked in it, read back by stet's reader.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "docx_file.hpp"
#include "tracked_redline.hpp"

namespace {

using namespace stet;
using namespace stet::test;

std::string run(std::string_view text, std::string_view properties = {}) {
    return "<w:r><w:rPr>" + std::string(properties) + "</w:rPr><w:t xml:space=\"preserve\">" + std::string(text) +
           "</w:t></w:r>";
}

std::string runs(const std::string& content) {
    return "<w:p>" + content + "</w:p>";
}

const std::string rent = paragraph("The Tenant pays the rent of nine hundred dollars on the first day of each month.");
const std::string quiet = paragraph("The Landlord leaves the Tenant in quiet possession of the orchard and its sheds.");
const std::string water = paragraph("Water from the upper pond may be drawn for the trees between dusk and dawn.");
const std::string fence =
    paragraph("Each party mends its own half of the fence before the sheep are let out in April.");

}  // namespace

TEST_CASE("tracked docx: words keep the properties of their runs") {
    const std::string bytes =
        checked(DocxFile(runs(run("The ") + run("Tenant pays ten", "<w:b/>") + run(" dollars."))),
                DocxFile(runs(run("The ") + run("Tenant pays twelve", "<w:b/>") + run(" dollars."))));
    const std::string body = body_of(bytes);
    CHECK(contains(body, "<w:r><w:rPr><w:b/></w:rPr><w:delText xml:space=\"preserve\">ten</w:delText></w:r></w:del>"));
    CHECK(contains(body, "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">twelve</w:t></w:r></w:ins>"));
}

TEST_CASE("tracked docx: comments that the later document lost come back, on the same paragraph") {
    const std::string sign = "<w:r><w:commentReference w:id=\"3\"/></w:r>";
    const auto note = [](const std::string& words) {
        return "<w:comment w:id=\"3\" w:author=\"Ada\" w:initials=\"A\">" + paragraph(words) + "</w:comment>";
    };
    DocxFile before(runs(run("The rent is due.") + sign) + quiet);
    before.comments(note("On which day?"));
    const std::string lost = checked(before, DocxFile(runs(run("The rent is due.")) + quiet));
    CHECK(contains(part_of(lost, "word/comments.xml"), "w:author=\"Ada\" w:initials=\"A\"><w:p>"));
    CHECK(contains(body_of(lost), "<w:p><w:commentRangeStart w:id=\""));
    CHECK(count(body_of(lost), "<w:ins ") + count(body_of(lost), "<w:del ") == 0);
    // On a paragraph that goes, and beside the later document's own comments.
    DocxFile after(runs(run("A lantern is lit.") + sign) + quiet);
    after.comments(note("Where?"));
    const std::string both = checked(before, after);
    CHECK(contains(part_of(both, "word/comments.xml"), "Where?"));
    CHECK(contains(part_of(both, "word/comments.xml"), "On which day?"));
    CHECK(count(body_of(both), "<w:commentReference ") == 2);
    // Each comes or goes with its paragraph: else it would be left on the next one.
    CHECK_MESSAGE(count(body_of(both), "/></w:r></w:del></w:p>") == 1, body_of(both));
    CHECK_MESSAGE(count(body_of(both), "<w:commentReference w:id=\"3\"/></w:r></w:ins></w:p>") == 1, body_of(both));
    // One that both have stands once.
    CHECK(count(body_of(checked(before, before)), "<w:commentReference ") == 1);
}

TEST_CASE("tracked docx: a page number of another layout is no change") {
    const auto page = [](const std::string& number) {
        return DocxFile(rent + runs("<w:fldSimple w:instr=\" PAGE \">" + run(number) + "</w:fldSimple>"));
    };
    CHECK(body_of(checked(page("25"), page("26"))) == body_of(page("26").bytes()));
}

TEST_CASE("tracked docx: equal documents are the after-document's own bytes") {
    const DocxFile file(rent + quiet);
    const std::string bytes = checked(file, file);
    CHECK(body_of(bytes) == body_of(file.bytes()));
    // Cut into other runs they are equal, too.
    const DocxFile cut(runs(run("The Tenant pays the rent of nine hundred dol") +
                            run("lars on the first day of each month.", "<w:i/>")) +
                       quiet);
    CHECK(body_of(checked(file, cut)) == body_of(cut.bytes()));
}

TEST_CASE("tracked docx: paragraphs deleted, inserted and moved") {
    CHECK(count(body_of(checked(DocxFile(rent + quiet + water), DocxFile(rent + water))), "<w:rPr><w:del ") == 1);
    CHECK(count(body_of(checked(DocxFile(rent + water), DocxFile(rent + quiet + water))), "<w:rPr><w:ins ") == 1);
    const std::string moved =
        body_of(checked(DocxFile(water + rent + quiet + fence), DocxFile(rent + quiet + water + fence)));
    CHECK(count(moved, "<w:moveFromRangeStart ") == 1);
    CHECK(count(moved, "<w:moveToRangeEnd ") == 1);
    CHECK(count(moved, "<w:ins ") + count(moved, "<w:del ") == 0);
    // Moved words stay words, as Word has them, and the ranges end behind the marks that move.
    CHECK(count(moved, "<w:delText") == 0);
    CHECK(count(moved, "</w:p><w:moveFromRangeEnd ") == 1);
    CHECK(count(moved, "</w:p><w:moveToRangeEnd ") == 1);
}

TEST_CASE("tracked docx: the last paragraph's mark stays") {
    // The mark of the paragraph before goes in its stead, so that nothing empty is left.
    const std::string gone = body_of(checked(DocxFile(rent + quiet), DocxFile(rent)));
    CHECK(gone.find("<w:rPr><w:del ") < gone.find("quiet possession"));
    CHECK(count(gone, "<w:rPr><w:del ") == 1);
    const std::string fresh = body_of(checked(DocxFile(rent), DocxFile(rent + quiet)));
    CHECK(fresh.find("<w:rPr><w:ins ") < fresh.find("quiet possession"));
    CHECK(count(body_of(checked(DocxFile(rent + quiet), DocxFile(rent + fence))), "<w:p>") >= 2);
}

TEST_CASE("tracked docx: a paragraph split, and two merged, keep their words") {
    const std::string both =
        runs(run("The Tenant pays the rent of nine hundred dollars on the first day of each month. "
                 "The Landlord leaves the Tenant in quiet possession of the orchard and its sheds."));
    const std::string split = body_of(checked(DocxFile(both + water), DocxFile(rent + quiet + water)));
    CHECK(count(split, "<w:rPr><w:ins ") == 1);
    CHECK(!contains(split, ">The Landlord</w:delText>"));
    const std::string merged = body_of(checked(DocxFile(rent + quiet + water), DocxFile(both + water)));
    CHECK(count(merged, "<w:rPr><w:del ") == 1);
}

TEST_CASE("tracked docx: one kind of blank for another is no change, quotes and dashes are") {
    const auto file = [](std::string_view text) { return DocxFile(runs(run(text))); };
    CHECK(count(body_of(checked(file("\"Rent\" - due"), file("\xe2\x80\x9cRent\xe2\x80\x9d \xe2\x80\x93 due"))),
                "<w:del ") == 3);
    const std::string blank = body_of(write(redline_of(file("Section 4 here"), file("Section\xc2\xa0"
                                                                                    "4 here")),
                                            "docx"));
    CHECK(count(blank, "<w:ins ") + count(blank, "<w:del ") == 0);
}

TEST_CASE("tracked docx: rows and cells of tables") {
    const auto cell = [](const std::string& content) { return "<w:tc><w:tcPr/>" + content + "</w:tc>"; };
    const auto row = [&](std::string_view one, std::string_view two) {
        return "<w:tr>" + cell(paragraph(one)) + cell(paragraph(two)) + "</w:tr>";
    };
    const auto table = [](const std::string& rows) {
        return "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>" + rows + "</w:tbl>";
    };
    const std::string head = row("Tree", "Price") + row("Apple", "$12.00");
    const std::string pear = row("Pear", "$14.00");
    const std::string medlar = row("Medlar", "$19.50");
    const DocxFile all(table(head + pear + medlar) + rent);
    CHECK(count(body_of(checked(all, DocxFile(table(head + medlar) + rent))), "<w:trPr><w:del ") == 1);
    CHECK(count(body_of(checked(DocxFile(table(head + medlar) + rent), all)), "<w:trPr><w:ins ") == 1);
    const std::string edited = body_of(checked(all, DocxFile(table(head + row("Pear", "$15.00") + medlar) + rent)));
    CHECK(count(edited, "<w:trPr>") == 0);
    CHECK(contains(edited, ">$14.00</w:delText>"));
    CHECK(count(body_of(checked(DocxFile(table(head) + rent), DocxFile(rent))), "<w:trPr><w:del ") == 2);
}

TEST_CASE("tracked docx: rows whose cells are merged otherwise go and come whole") {
    const auto cell = [](const std::string& properties, const std::string& text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(text) + "</w:tc>";
    };
    const auto rows = [&](const std::string& first, const std::string& second, const std::string& below) {
        return DocxFile("<w:tbl><w:tr>" + cell("", "Tree") + cell("", "Price") + "</w:tr><w:tr>" + cell("", "Apple") +
                        cell(first, "$12.00") + "</w:tr><w:tr>" + cell("", "Pear") + cell(second, below) +
                        "</w:tr></w:tbl>" + rent);
    };
    const DocxFile apart = rows("", "", "$14.00");
    const DocxFile merged = rows("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>", "");
    const std::string body = body_of(checked(apart, merged));
    CHECK(count(body, "<w:trPr><w:del ") == 2);
    CHECK(count(body, "<w:trPr><w:ins ") == 2);
    CHECK(body.find("$14.00") < body.find("<w:trPr><w:ins "));
    // Also where no word changes; a merge that holds no other cell is none.
    CHECK(count(body_of(checked(rows("", "", ""), merged)), "<w:trPr><w:del ") == 2);
    CHECK(count(body_of(checked(apart, rows("<w:vMerge w:val=\"restart\"/>", "", "$15.00"))), "<w:trPr>") == 0);
}

TEST_CASE("tracked docx: notes follow their references") {
    const auto reference = [](int id) {
        return "<w:r><w:footnoteReference w:id=\"" + std::to_string(id) + "\"/></w:r>";
    };
    const auto note = [](int id, std::string_view text) {
        return "<w:footnote w:id=\"" + std::to_string(id) + "\">" + paragraph(text) + "</w:footnote>";
    };
    DocxFile before(runs(run("Rent") + reference(1) + run(" is due") + reference(2) + run(".")));
    before.footnotes(note(1, "Net of tax.") + note(2, "On the first."));
    DocxFile after(runs(run("Rent is due") + reference(1) + run(".")));
    after.footnotes(note(1, "On the second."));
    const std::string bytes = checked(before, after);
    const std::string notes = part_of(bytes, "word/footnotes.xml");
    CHECK(notes.find("Net of tax.") < notes.find("On the "));
    CHECK(contains(notes, ">second<"));

    // A note moves with its paragraph, and not within itself.
    const std::string tax = "Net of the tax that the county lays upon orchards and ponds within its bounds.";
    const std::string day = "On the first day that is no holiday in the county where the orchard lies.";
    const std::string first =
        runs(run("The Tenant pays the rent to the Landlord at the gate of the orchard.") + reference(1));
    const std::string second =
        runs(run("The Landlord mends the pond, its sluice and its dam before the frost.") + reference(2));
    const auto other = [](std::string text) {
        return text.replace(text.find("w:id=\"") + 6, 1, text.find("w:id=\"1") != std::string::npos ? "2" : "1");
    };
    DocxFile there(first + quiet + fence + second + water);
    there.footnotes(note(1, tax) + note(2, day));
    DocxFile back(other(second) + other(first) + quiet + fence + water);
    back.footnotes(note(1, day) + note(2, tax));
    const std::string moved = checked(there, back);
    CHECK(contains(body_of(moved), "<w:moveTo "));
    CHECK(!contains(part_of(moved, "word/footnotes.xml"), "<w:move"));

    DocxFile none(runs(run("Rent is due.")));
    const std::string added = write(redline_of(before, none), "docx");
    CHECK(contains(part_of(added, "word/footnotes.xml"), "Net of tax."));
    CHECK(contains(part_of(added, "[Content_Types].xml"), "/word/footnotes.xml"));
}

TEST_CASE("tracked docx: headers, and parts that are not touched") {
    const std::string section = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header1\"/></w:sectPr>";
    DocxFile before(rent + section);
    before.header("header1", paragraph("Lease of 2023")).styles("<w:style w:styleId=\"Old\"/>");
    DocxFile after(rent + section);
    after.header("header1", paragraph("Lease of 2026")).styles("<w:style   w:styleId='New' />");
    const std::string bytes = checked(before, after);
    CHECK(contains(part_of(bytes, "word/header1.xml"), "2023</w:delText>"));
    CHECK(contains(part_of(checked(DocxFile(rent), after), "word/header1.xml"), "<w:ins "));
    // A lost one comes back, deleted.
    const std::string lost = checked(before, DocxFile(rent));
    CHECK(contains(part_of(lost, "word/header1.xml"), "Lease of 2023</w:delText>"));
    CHECK(contains(body_of(lost), "<w:sectPr><w:headerReference w:type=\"default\" r:id="));
    CHECK(part_of(bytes, "word/styles.xml") == part_of(after.bytes(), "word/styles.xml"));
    CHECK(part_of(bytes, "word/document.xml") == part_of(after.bytes(), "word/document.xml"));
}

TEST_CASE("tracked docx: headers of sections that came or went leave those of the others alone") {
    const auto end = [](const std::string& id) {
        return "<w:p><w:pPr><w:sectPr>" +
               (id.empty() ? "" : "<w:headerReference w:type=\"default\" r:id=\"" + id + "\"/>") +
               "</w:sectPr></w:pPr></w:p>";
    };
    DocxFile two(rent + end("header1") + quiet + end("header2") + water + "<w:sectPr/>");
    two.header("header1", paragraph("Of the lease")).header("header2", paragraph("Of the orchard"));
    DocxFile three(rent + end("header1") + quiet + end("header2") + fence + end("header3") + water + "<w:sectPr/>");
    three.header("header1", paragraph("Of the lease")).header("header2", paragraph("Of the orchard"));
    three.header("header3", paragraph("Of the fence"));
    const std::string longer = write(redline_of(two, three), "docx");
    CHECK(part_of(longer, "word/header1.xml") == part_of(three.bytes(), "word/header1.xml"));
    CHECK(part_of(longer, "word/header2.xml") == part_of(three.bytes(), "word/header2.xml"));
    CHECK(contains(part_of(longer, "word/header3.xml"), "<w:ins "));
    // The last section shows the header of the one before it now: it was another one.
    const std::string shorter = write(redline_of(three, two), "docx");
    CHECK(part_of(shorter, "word/header2.xml") == part_of(two.bytes(), "word/header2.xml"));
    CHECK(contains(part_of(shorter, "word/header3.xml"), "fence</w:delText>"));
    CHECK(contains(part_of(shorter, "word/header3.xml"), "orchard</w:t>"));
    CHECK(count(body_of(shorter), "<w:headerReference ") == 4);
}

TEST_CASE("tracked docx: a section goes and comes with the mark of its last paragraph, its header with it") {
    const std::string wide =
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header1\"/><w:pgSz w:w=\"9000\"/></w:sectPr>";
    const auto ended = [&](const std::string& text) {
        return "<w:p><w:pPr>" + wide + "</w:pPr>" + (text.empty() ? text : run(text)) + "</w:p>";
    };
    const auto with_header = [](const std::string& body) {
        return DocxFile(body + "<w:sectPr/>").header("header1", paragraph("Of the orchard"));
    };
    const std::string gone = "<w:rPr><w:del w:id=\"";
    const std::string fresh = "<w:rPr><w:ins w:id=\"";
    // With its paragraph.
    const std::string lost =
        checked(with_header(rent + quiet + ended("") + water), DocxFile(rent + water + "<w:sectPr/>"));
    CHECK(contains(body_of(lost), "/></w:rPr><w:sectPr><w:headerReference w:type=\"default\" r:id=\""));
    CHECK(count(body_of(lost), "<w:headerReference ") == 1);
    CHECK(contains(part_of(lost, "word/header1.xml"), "Of the orchard"));
    // Of a paragraph that stays: its mark goes and another comes behind it, or the reverse.
    const std::string off = body_of(
        checked(with_header(rent + ended("Sealed.") + water), with_header(rent + paragraph("Sealed.") + water)));
    CHECK(contains(off, "<w:p><w:pPr>" + gone));
    CHECK(off.find("w:w=\"9000\"") < off.find("Sealed."));
    CHECK(off.find("Sealed.") < off.find(fresh));
    const std::string on = body_of(
        checked(with_header(rent + paragraph("Sealed.") + water), with_header(rent + ended("Sealed.") + water)));
    CHECK(contains(on, "<w:p><w:pPr>" + fresh));
    CHECK(on.find("Sealed.") < on.find(gone));
    CHECK(count(on, "Sealed.") == 1);
}

TEST_CASE("tracked docx: styles and lists of the before-document as far as the after-document has them") {
    DocxFile before(paragraph("The Tenant pays.", "<w:pStyle w:val=\"Lost\"/>") + quiet);
    before.styles("<w:style w:styleId=\"Lost\"/>");
    DocxFile after(quiet);
    after.styles("<w:style w:styleId=\"Kept\"/>");
    CHECK(!contains(body_of(checked(before, after)), "Lost"));
}

TEST_CASE("tracked docx: lists that the after-document lacks come with what is deleted") {
    DocxFile before(
        paragraph("The Tenant keeps bees.", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"4\"/></w:numPr>") + rent);
    before.numbering(
        "<w:abstractNum w:abstractNumId=\"9\"><w:nsid w:val=\"AA\"/><w:styleLink w:val=\"Outline\"/><w:lvl "
        "w:ilvl=\"0\"><mc:AlternateContent><mc:Choice Requires=\"w14\"><w:numFmt w:val=\"custom\" w:format=\"001\"/>"
        "</mc:Choice><mc:Fallback><w:numFmt w:val=\"decimal\"/></mc:Fallback></mc:AlternateContent><w:pStyle "
        "w:val=\"Clause\"/><w:lvlText w:val=\"%1)\"/></w:lvl></w:abstractNum><w:num w:numId=\"4\"><w:abstractNumId "
        "w:val=\"9\"/></w:num>");
    const std::string bytes = checked(before, DocxFile(rent));
    const std::string list = part_of(bytes, "word/numbering.xml");
    CHECK_MESSAGE(
        contains(list, "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"></w:numFmt><w:lvlText w:val=\"%1)\">"), list);
    CHECK(count(list, "<w:num ") == 1);
    CHECK(contains(part_of(bytes, "word/_rels/document.xml.rels"), "relationships/numbering\" Target="));
    CHECK(contains(part_of(bytes, "[Content_Types].xml"), "/word/numbering.xml"));
}

TEST_CASE("tracked docx: a picture that is gone is carried over with its part") {
    const std::string picture =
        "<w:r><w:drawing><wp:inline xmlns:wp=\"wp\"><wp:docPr id=\"1\"/><a:blip xmlns:a=\"a\" "
        "r:embed=\"seal\"/></wp:inline></w:drawing></w:r>";
    DocxFile before(runs(run("Sealed ") + picture + run(" here.")));
    before.related("image", "media/seal.xml", "<seal/>", "seal");
    const std::string bytes = write(redline_of(before, DocxFile(runs(run("Sealed ") + run(" here.")))), "docx");
    CHECK(part_of(bytes, "word/media/seal.xml") == "<seal/>");
    CHECK(contains(part_of(bytes, "word/_rels/document.xml.rels"), "Target=\"media/seal.xml\""));
    CHECK(contains(body_of(bytes), "r:embed=\"rIdStet1\""));
    // One that takes its place has its own id, and the other another.
    DocxFile after(runs(run("Sealed ") + picture + run(" here.")));
    after.related("image", "media/seal.xml", "<other/>", "seal");
    CHECK(count(body_of(write(redline_of(before, after), "docx")), "<wp:docPr ") == 2);
    CHECK(count(body_of(write(redline_of(before, after), "docx")), "<wp:docPr id=\"1\"/>") == 1);
}

TEST_CASE("tracked docx: the words of a text box are tracked inside it") {
    const auto box = [](std::string_view text) {
        return "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + paragraph(text) +
               "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>";
    };
    const std::string body = body_of(checked(DocxFile(runs(run("Mind it. ") + box("Ten trees stand here."))),
                                             DocxFile(runs(run("Mind it. ") + box("Two trees stand here.")))));
    CHECK(count(body, "<w:pict>") == 1);
    CHECK(contains(body, ">Ten</w:delText>"));
}

TEST_CASE("tracked docx: changes of earlier authors are settled in the face that is compared") {
    const std::string earlier = "<w:ins w:id=\"9\" w:author=\"Ada\">" + run("often ") +
                                "</w:ins><w:del w:id=\"10\" w:author=\"Ada\"><w:r><w:delText "
                                "xml:space=\"preserve\">seldom </w:delText></w:r></w:del>";
    const DocxFile before(runs(run("The fence is seldom mended.")));
    const DocxFile after(runs(run("The fence is ") + earlier + run("mended.")));
    const std::string body = body_of(write(redline_of(before, after), "docx"));
    CHECK(!contains(body, "Ada"));
    CHECK(contains(body, ">seldom</w:delText>"));
    CHECK(body_of(accept_docx(redline_of(before, after))).find("seldom") == std::string::npos);
}

TEST_CASE("tracked docx: a paragraph that an earlier author put together moves as one") {
    const std::string joined = "Each party mends its own half of the fence before the sheep are let out in April.";
    const std::string first = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"Ada\"/></w:rPr></w:pPr>" +
                              run("Each party mends its own half of ") + "</w:p>";
    const std::string second = runs(run("the fence before the sheep are let out in April."));
    const std::string body = body_of(
        checked(DocxFile(first + second + rent + quiet + water), DocxFile(rent + quiet + paragraph(joined) + water)));
    CHECK(count(body, "<w:moveFromRangeStart ") == 1);
    CHECK(count(body, "<w:moveToRangeStart ") == 1);
}

TEST_CASE("tracked docx: changes of earlier authors stay beside the new ones where it is asked for") {
    const std::string ada = " w:author=\"Ada\"";
    const auto insertion = [&](const std::string& content) {
        return "<w:ins w:id=\"9\"" + ada + ">" + content + "</w:ins>";
    };
    const auto deletion = [&](std::string_view text) {
        return "<w:del w:id=\"10\"" + ada + "><w:r><w:delText xml:space=\"preserve\">" + std::string(text) +
               "</w:delText></w:r></w:del>";
    };
    WriteOptions options;
    options.keep_revisions = true;
    const DocxFile before(runs(run("The fence is seldom mended.")) + quiet + water);
    const DocxFile after(
        runs(run("The fence is ") + insertion(run("often ")) + deletion("seldom ") + run("mended well.")) +
        "<w:p><w:pPr><w:rPr><w:del w:id=\"11\"" + ada + "/></w:rPr></w:pPr>" +
        deletion("The Landlord leaves the Tenant in quiet possession of the orchard and its sheds.") + "</w:p>" +
        water);
    const std::string bytes = write(redline_of(before, after), "docx", options);
    CHECK(face_of(bytes, Face::before) == face_of(before.bytes(), Face::after));
    CHECK(face_of(bytes, Face::after) == face_of(after.bytes(), Face::after));
    const std::string body = body_of(bytes);
    CHECK(count(body, "w:author=\"Ada\"") == 4);
    CHECK(count(body, "w:author=\"stet\"") == 1);
    CHECK(contains(body, "> well</w:t>"));
    // An insertion that is cut by a new deletion goes on under an id of its own.
    const std::string cut = body_of(write(
        redline_of(DocxFile(runs(insertion(run("The fence stands, and the gate is shut, and the sheep are out.")))),
                   DocxFile(runs(insertion(run("The fence stands, and the door is shut, and the sheep are out."))))),
        "docx", options));
    CHECK(count(cut, "<w:ins ") == 2);
    CHECK(count(cut, "w:id=\"9\"") == 1);
}

TEST_CASE("tracked docx: what earlier authors changed already is not tracked once more beside it") {
    const std::string ada = " w:author=\"Ada\"";
    const auto ins = [&](const std::string& content) { return "<w:ins w:id=\"9\"" + ada + ">" + content + "</w:ins>"; };
    const auto del = [&](std::string_view text) {
        return "<w:del w:id=\"10\"" + ada + "><w:r><w:delText xml:space=\"preserve\">" + std::string(text) +
               "</w:delText></w:r></w:del>";
    };
    const auto moved = [&](const std::string& kind, const std::string& id) {
        return "<w:p><w:pPr><w:rPr><w:" + kind + " w:id=\"" + id + "\"" + ada + "/></w:rPr></w:pPr><w:" + kind +
               " w:id=\"2" + id + "\"" + ada + ">" + run("Bees are fed in March.") + "</w:" + kind + "></w:p>";
    };
    WriteOptions options;
    options.keep_revisions = true;
    const auto own = [&](const DocxFile& before, const DocxFile& after) {
        return count(body_of(write(redline_of(before, after), "docx", options)), "w:author=\"stet\"");
    };
    // A part of a word, a blank that an insertion brings along, an insertion in which something is deleted.
    CHECK(own(DocxFile(runs(run("It costs $18.00 a day."))),
              DocxFile(runs(run("It costs $") + del("18.00") + ins(run("18.75")) + run(" a day.")))) == 0);
    CHECK(own(DocxFile(runs(run("Sunday work is paid time."))),
              DocxFile(runs(run("Sunday work is paid ") + ins(run("at ") + del("a half ")) + ins(run("double ")) +
                            run("time.")))) == 0);
    // A paragraph that moved.
    CHECK(own(DocxFile(runs(run("Bees are fed in March.")) + quiet + rent),
              DocxFile(moved("moveFrom", "30") + quiet + moved("moveTo", "31") + rent)) == 0);
}

TEST_CASE("tracked docx: properties of paragraphs, tables and sections where formatting is asked for") {
    const auto file = [](const std::string& jc, const std::string& layout, const std::string& height,
                         const std::string& fill, const std::string& top) {
        return DocxFile(paragraph("The Tenant keeps bees.", "<w:jc w:val=\"" + jc + "\"/>") +
                        "<w:tbl><w:tblPr><w:tblLayout w:type=\"" + layout +
                        "\"/></w:tblPr><w:tr><w:trPr><w:trHeight w:val=\"" + height +
                        "\"/></w:trPr><w:tc><w:tcPr><w:shd w:fill=\"" + fill + "\"/></w:tcPr>" + paragraph("hives") +
                        "</w:tc></w:tr></w:tbl>" + rent + "<w:sectPr><w:pgMar w:top=\"" + top + "\"/></w:sectPr>");
    };
    const DocxFile before = file("left", "fixed", "300", "FFFFFF", "1000");
    const DocxFile after = file("right", "autofit", "400", "EEEEEE", "2000");
    CHECK(body_of(checked(before, after)) == body_of(after.bytes()));
    WriteOptions options;
    options.formatting = true;
    const std::string body = body_of(checked(before, after, options));
    for (const std::string change : {"<w:pPr><w:jc w:val=\"left\"/></w:pPr></w:pPrChange>",
                                     "<w:tblPr><w:tblLayout w:type=\"fixed\"/></w:tblPr></w:tblPrChange>",
                                     "<w:trPr><w:trHeight w:val=\"300\"/></w:trPr></w:trPrChange>",
                                     "<w:tcPr><w:shd w:fill=\"FFFFFF\"/></w:tcPr></w:tcPrChange>",
                                     "<w:sectPr><w:pgMar w:top=\"1000\"/></w:sectPr></w:sectPrChange></w:sectPr>"})
        CHECK_MESSAGE(contains(body, change), body);
    CHECK(body_of(checked(after, after, options)) == body_of(after.bytes()));
}

TEST_CASE("tracked docx: a number before a paragraph that is another by more than its count") {
    const auto place = [](int level, int list) {
        return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + std::to_string(list) +
               "\"/></w:numPr>";
    };
    const auto levels = [](const std::string& second) {
        return "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText "
               "w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"" +
               second + "\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    };
    const auto file = [&](const std::string& body, const std::string& second = "(%2)") {
        DocxFile out(body);
        out.numbering(levels(second));
        out.styles("<w:style w:type=\"paragraph\" w:styleId=\"Clause\"><w:name w:val=\"Clause\"/><w:pPr>" +
                   place(1, 1) + "</w:pPr></w:style>");
        return out;
    };
    const std::string hives = "The Tenant keeps bees.";
    const std::string honey = "The Landlord has a tenth of the honey.";
    // To another level.
    std::string body = body_of(checked(file(paragraph(hives, place(0, 1)) + paragraph(honey, place(1, 1))),
                                       file(paragraph(hives, place(0, 1)) + paragraph(honey, place(0, 1)))));
    CHECK_MESSAGE(contains(body, place(0, 1) + "<w:pPrChange w:id=\"1\" w:author=\"stet\"><w:pPr>" + place(1, 1) +
                                     "</w:pPr></w:pPrChange></w:pPr>"),
                  body);
    CHECK(count(body, "<w:pPrChange ") == 1);
    // Out of a list that its style puts it into, and into it.
    const std::string clause = "<w:pStyle w:val=\"Clause\"/>";
    body = body_of(checked(file(paragraph(hives, clause) + quiet), file(paragraph(hives) + quiet)));
    CHECK(count(body, "<w:pPr>" + clause + "</w:pPr></w:pPrChange>") == 1);
    // Its style counts in another way there: the paragraph itself says how it was numbered.
    body = body_of(checked(file(paragraph(hives, clause) + quiet), file(paragraph(hives, clause) + quiet, "(%1-%2)")));
    CHECK_MESSAGE(count(body, "<w:pPr>" + clause + place(1, 2) + "</w:pPr></w:pPrChange>") == 1, body);
    // What comes before it counts on: no change of its own.
    body = body_of(checked(file(paragraph(honey, place(0, 1))),
                           file(paragraph(hives, place(0, 1)) + paragraph(honey, place(0, 1)))));
    CHECK(count(body, "<w:pPrChange ") == 0);
}

TEST_CASE("tracked docx: run formatting where it is asked for") {
    const DocxFile before(runs(run("The rent is due.")));
    const DocxFile after(runs(run("The ") + run("rent", "<w:b/>") + run(" is due.")));
    CHECK(!contains(body_of(checked(before, after)), "rPrChange"));
    WriteOptions options;
    options.formatting = true;
    const std::string body = body_of(checked(before, after, options));
    CHECK(count(body, "<w:rPrChange ") == 1);
    CHECK(contains(body, "<w:b/><w:rPrChange "));
}

TEST_CASE("tracked docx: fields go and come whole") {
    const auto field = [](std::string_view result) {
        return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF "
               "a</w:instrText></w:r><w:r><w:fldChar "
               "w:fldCharType=\"separate\"/></w:r>" +
               run(result) + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    };
    const std::string body = body_of(checked(DocxFile(runs(run("See ") + field("4") + run(" below."))),
                                             DocxFile(runs(run("See ") + field("5") + run(" below.")))));
    CHECK(count(body, "<w:delInstrText>") == 1);
    CHECK(count(body, "<w:instrText>") == 1);
}

TEST_CASE("tracked docx: of alternatives between runs and paragraphs the one that is read is tracked") {
    const auto two = [](const std::string& words) {
        return "<mc:AlternateContent><mc:Choice Requires=\"wps\">" + words + "</mc:Choice><mc:Fallback>" + words +
               "</mc:Fallback></mc:AlternateContent>";
    };
    const DocxFile with(runs(run("The pond is ") + two(run("deep and ")) + run("cold.")) + two(fence) + rent);
    const DocxFile without(runs(run("The pond is ") + run("cold.")) + rent);
    const std::string gone = body_of(checked(with, without));
    CHECK(contains(gone, ">deep and</w:delText>"));
    CHECK(contains(gone,
                   ">Each party mends its own half of the fence before the sheep are let out in April.</w:delText>"));
    CHECK(!contains(gone, "mc:Choice"));
    CHECK(count(body_of(checked(without, with)), "<w:ins ") == 3);
}

TEST_CASE("tracked docx: a bookmark that is gone stands around what it was on") {
    const auto marked = [](const std::string& name, const std::string& content) {
        return "<w:bookmarkStart w:id=\"7\" w:name=\"" + name + "\"/>" + content + "<w:bookmarkEnd w:id=\"7\"/>";
    };
    const std::string kept = runs(marked("pond", run("Water may be drawn from the pond between dusk and dawn.")));
    const std::string lost = runs(marked("fence", run("Each party mends its own half of the fence.")));
    const std::string body = body_of(checked(DocxFile(rent + kept + lost), DocxFile(rent + kept)));
    CHECK(count(body, "<w:bookmarkStart ") == 2);
    CHECK(count(body, "<w:bookmarkEnd ") == 2);
    CHECK(count(body, "w:id=\"7\"") == 2);
    CHECK(contains(body, "w:name=\"fence\"/><w:r>"));
    CHECK(contains(body.substr(body.find("<w:delText")), "</w:r><w:bookmarkEnd w:id=\""));
    // One whose words stay, or that stands elsewhere now, is not put twice.
    const std::string there =
        body_of(checked(DocxFile(rent + lost), DocxFile(runs(marked("fence", run("A gate."))) + rent)));
    CHECK(count(there, "<w:bookmarkStart ") == 1);
}

TEST_CASE("tracked docx: a bookmark that is gone begins and ends in what is tracked, or outside of it") {
    const auto begin = [](const std::string& id) {
        return "<w:bookmarkStart w:id=\"" + id + "\" w:name=\"b" + id + "\"/>";
    };
    const auto end = [](const std::string& id) { return "<w:bookmarkEnd w:id=\"" + id + "\"/>"; };
    const auto redline = [](const std::string& before, const std::string& after) {
        return body_of(checked(DocxFile(runs(before) + rent), DocxFile((after.empty() ? "" : runs(after)) + rent)));
    };
    // Only a blank of what it was on is left: inside.
    const std::string inside = redline(run("Sheep ") + begin("1") + run("goats ") + begin("2") + run("geese ") +
                                           end("1") + run("hens ") + end("2") + run("graze here."),
                                       run("Sheep graze here."));
    CHECK_MESSAGE(contains(inside, "hens</w:delText></w:r><w:bookmarkEnd w:id=\"3\"/></w:del>"), inside);
    CHECK(count(inside, "<w:bookmarkStart ") == 2);
    CHECK(count(inside, "<w:bookmarkEnd ") == 2);
    // Words of it stay: it stands around the same words, whichever side is taken.
    const std::string around = redline(begin("1") + run("Hours of grazing") + end("1"), run("Times of grazing"));
    CHECK_MESSAGE(contains(around, "w:name=\"b1\"/><w:del "), around);
    CHECK(contains(around, " of grazing</w:t></w:r><w:bookmarkEnd w:id=\"1\"/></w:p>"));
    // On nothing, and two of one number.
    const std::string points =
        redline(begin("1") + end("1") + begin("2") + begin("2") + run("The geese go.") + end("2") + end("2"), "");
    CHECK_MESSAGE(contains(points, "w:name=\"b1\"/><w:bookmarkEnd "), points);
    CHECK(count(points, "<w:bookmarkStart ") == 2);
    CHECK(count(points, "<w:bookmarkEnd ") == 2);
}

TEST_CASE("tracked docx: content controls go and come with what is in them") {
    const auto control = [](const std::string& id, const std::string& content) {
        return "<w:sdt><w:sdtPr><w:alias w:val=\"Day\"/><w:id w:val=\"" + id + "\"/></w:sdtPr><w:sdtContent>" +
               content + "</w:sdtContent></w:sdt>";
    };
    const std::string dated = runs(run("Sealed on ") + control("7", run("the third of March")) + run(" by both."));
    const std::string gone = body_of(checked(DocxFile(rent + dated), DocxFile(rent)));
    CHECK(count(gone, "<w:customXmlDelRangeStart ") == 2);
    CHECK(count(gone, "<w:customXmlDelRangeEnd ") == 2);
    CHECK(contains(gone, "/><w:sdt><w:sdtPr><w:alias w:val=\"Day\"/></w:sdtPr><w:sdtContent><w:customXmlDelRangeEnd "));
    const std::string fresh = body_of(checked(DocxFile(rent), DocxFile(rent + dated)));
    CHECK(count(fresh, "<w:customXmlInsRangeStart ") == 2);
    // One that has another content is the same.
    const std::string other = runs(run("Sealed on ") + control("7", run("9 May")) + run(" by both."));
    const std::string same = body_of(checked(DocxFile(rent + dated), DocxFile(rent + other)));
    CHECK(count(same, "<w:sdt>") == 1);
    CHECK(count(same, "<w:customXml") == 0);
    // What went with its words is not there for the next comparison.
    const DocxFile settled = DocxFile::of_document(gone);
    CHECK(count(body_of(checked(settled, DocxFile(rent + water))), "<w:sdt>") == 0);
    CHECK(count(body_of(checked(DocxFile(rent + water), settled)), "<w:sdt>") == 0);
    // Around paragraphs.
    const std::string clause = control("8", quiet + water);
    CHECK(count(body_of(checked(DocxFile(rent + clause + fence), DocxFile(rent + fence))),
                "<w:customXmlDelRangeEnd ") == 2);
    CHECK(count(body_of(checked(DocxFile(rent + fence), DocxFile(rent + clause + fence))),
                "<w:customXmlInsRangeEnd ") == 2);
}

TEST_CASE("tracked docx: a field over several paragraphs goes and comes with all of them, and keeps its begin") {
    const auto sign = [](const std::string& type) { return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>"; };
    const std::string opening = sign("begin") + "<w:r><w:instrText> TOC </w:instrText></w:r>" + sign("separate");
    const auto line = [](const std::string& content) {
        return "<w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr>" + content + "</w:p>";
    };
    const auto contents = [&](const std::string& first) {
        return line(opening + run(first)) + line(run("The fence")) + line(run("The pond")) + runs(sign("end"));
    };
    const std::string gone = body_of(checked(DocxFile(rent + contents("The rent") + water), DocxFile(rent + water)));
    CHECK(count(gone, "<w:fldChar ") == 3);
    CHECK(contains(gone, "<w:delInstrText"));
    const std::string fresh = body_of(checked(DocxFile(rent + water), DocxFile(rent + contents("The rent") + water)));
    CHECK(contains(fresh, "<w:ins w:id=\"1\" w:author=\"stet\"><w:r><w:fldChar w:fldCharType=\"begin\"/>"));
    // Another first line.
    const std::string other =
        body_of(checked(DocxFile(contents("The rent")), DocxFile(contents("Of sheep and their keep"))));
    CHECK(count(other, "<w:fldChar ") == 3);
    CHECK(other.find("</w:delText>") > other.find("begin"));
    CHECK(count(other, "<w:p>") == 4);
    // The first line is gone: the begin stays before the first.
    const std::string shorter =
        body_of(checked(DocxFile(contents("The rent")),
                        DocxFile(line(opening + run("The fence")) + line(run("The pond")) + runs(sign("end")))));
    CHECK(count(shorter, "<w:fldChar ") == 3);
    CHECK(shorter.find("begin") < shorter.find("</w:delText>"));
    // Another last line, more lines and fewer: the end has one place, in a paragraph that stays.
    const auto closed = [&](const std::vector<std::string>& lines) {
        std::string out = line(opening + run("The rent"));
        for (const std::string& words : lines) out += line(run(words) + (&words == &lines.back() ? sign("end") : ""));
        return DocxFile(out + water);
    };
    const DocxFile two = closed({"The fence", "The pond"});
    const DocxFile three = closed({"The fence", "The pond", "The sheep"});
    for (const std::string& ended : {body_of(checked(two, three)), body_of(checked(three, two)),
                                     body_of(checked(two, closed({"Of geese and their keep"})))}) {
        const std::size_t end = ended.find("\"end\"");
        const std::string paragraph = ended.substr(ended.rfind("<w:p>", end), end - ended.rfind("<w:p>", end));
        CHECK_MESSAGE(!contains(paragraph, "<w:rPr><w:ins "), ended);
        CHECK_MESSAGE(!contains(paragraph, "<w:rPr><w:del "), ended);
        CHECK(count(ended, "<w:fldChar ") == 3);
    }
    // It goes and comes where it moved.
    const std::string moved =
        body_of(checked(DocxFile(contents("The rent") + rent + quiet), DocxFile(rent + contents("The rent") + quiet)));
    CHECK(count(moved, "<w:delInstrText") == 1);
    CHECK(count(moved, "<w:fldChar ") == 6);
}

TEST_CASE("tracked docx: what stands between paragraphs that are one flow is kept") {
    const std::string other = "<w:altChunk r:id=\"chunk\"/>";
    const DocxFile before(rent + paragraph("") + quiet + other + paragraph(""));
    const DocxFile after(rent + quiet + paragraph("") + other + paragraph(""));
    CHECK(count(body_of(checked(before, after)), other) == 1);
}

TEST_CASE("tracked docx: the same files give the same bytes, the accepted document is the after-document") {
    const DocxFile before(rent + quiet);
    const DocxFile after(rent + water);
    const Redline redline = redline_of(before, after);
    CHECK(write(redline, "docx") == write(redline, "docx"));
    CHECK(accept_docx(redline) == after.bytes());
    CHECK(reject_docx(redline) == before.bytes());
}

TEST_CASE("tracked docx: a paragraph that did not move after all leaves no end of a move without the other") {
    const auto styled = [](std::string_view properties, const std::string& content) {
        return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr>" + content + "</w:p>";
    };
    const auto control = [](const std::string& id, const std::string& content) {
        return "<w:sdt><w:sdtPr><w:id w:val=\"" + id + "\"/></w:sdtPr><w:sdtContent>" + content +
               "</w:sdtContent></w:sdt>";
    };
    constexpr std::string_view heading = "<w:pStyle w:val=\"Heading1\"/>";
    constexpr std::string_view numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
    const std::string loft = "The loft is let with the flat.";
    const std::string lease = "The lease runs for five years from May. ";
    const std::string opening = paragraph("No party may assign this lease. " + loft);
    const std::string place =
        styled(heading, run("Oslo ") + run(loft + " " + lease + "A deposit of two rents is in trust."));
    const std::string item = styled(numbered, run("May 5 ") + run(lease + loft + " Snow is cleared before seven."));
    const std::string list = control("68", opening + place + item);
    const std::string yard =
        paragraph("Dogs are kept on a leash in the yard. Water is paid by the meter each quarter.");
    const std::string body = body_of(checked(
        DocxFile(list + paragraph("The owner keeps the roof tight. No party may assign this lease.") + yard),
        DocxFile(styled(numbered, run(loft)) + list +
                 control("41", paragraph(lease + loft) + paragraph("Repairs fall on the tenant. " + loft)) + yard)));
    CHECK_MESSAGE(count(body, "<w:moveFromRangeStart ") == count(body, "<w:moveToRangeStart "), body);
}
