// A proposal carried out on a Word document: what its runs, paragraphs, rows and parts become.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "document/join_paragraphs.hpp"
#include "docx_file.hpp"
#include "package/package.hpp"
#include "readers/reader.hpp"
#include "stet.hpp"

namespace {

using namespace stet;
using namespace stet::test;

std::string part_of(const std::string& bytes, std::string_view part) {
    Diagnostics none_found;
    return Package(bytes, "test.docx", none_found).read(part);
}

bool contains(const std::string& text, std::string_view what) {
    return text.find(what) != std::string::npos;
}

std::string run(std::string_view text, std::string_view properties = {}) {
    return "<w:r><w:rPr>" + std::string(properties) + "</w:rPr><w:t xml:space=\"preserve\">" + std::string(text) +
           "</w:t></w:r>";
}

std::string cell(std::string_view text) {
    return "<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>" + paragraph(text) + "</w:tc>";
}

std::string row(std::string_view first, std::string_view second) {
    return "<w:tr><w:trPr><w:cantSplit/></w:trPr>" + cell(first) + cell(second) + "</w:tr>";
}

const std::string body =
    paragraph("ARTICLE 1", "<w:jc w:val=\"center\"/>") + paragraph("ROWING", "<w:jc w:val=\"center\"/>") +
    "<w:p><w:pPr><w:ind w:left=\"240\"/></w:pPr>" + run("Section 1. ", "<w:b/>") + run("Each rower is paid ") +
    run("nine dollars ($9.00)", "<w:i/>") + run(" a crossing, in coin.") + "</w:p>" +
    paragraph("Section 2. No crossing begins after dusk. The ferry lies at the north bank.",
              "<w:ind w:left=\"240\"/>") +
    paragraph("Section 3. Oars are oiled each spring.", "<w:ind w:left=\"240\"/>") +
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>" +
    row("Rower", "Crossings") + row("Bow", "4") + row("Stroke", "5") + "</w:tbl>" + paragraph("Signed at the landing.");

/// The text of a face of a package, one block a line.
std::string face_of(const std::string& bytes, Face face) {
    std::string out;
    for (const Block& block : join_paragraphs(read_docx(Source::package("redline.docx", bytes)).blocks, face)) {
        const std::string text = face_text(block, face);
        if (!block.part.empty() || text.find_first_not_of(" \t") == std::string::npos) continue;
        out += text + "\n";
    }
    return out;
}

struct Made {
    Consolidated consolidated;
    std::string redline;
};

/// Carries an instruction out and holds both faces of the redline against the base and the new document.
Made carried_out(const DocxFile& base, const std::string& instructions) {
    const Proposal proposal = read_proposal({"proposal.md", instructions, {}});
    REQUIRE_FALSE(proposal.operations.empty());
    Made made{carry_out(proposal, {"base.docx", base.bytes(), {}}), {}};
    for (const CarriedOut& step : made.consolidated.steps) CHECK_MESSAGE(step.done, step.reason);
    CHECK(made.consolidated.reads_back);
    CHECK(made.consolidated.redline.verified.holds());
    made.redline = write(proposal, made.consolidated, "docx");
    CHECK(face_of(made.redline, Face::before) == face_of(base.bytes(), Face::after));
    CHECK(face_of(made.redline, Face::after) == face_of(made.consolidated.text, Face::after));
    return made;
}

std::string item(const std::string& instruction) {
    return "UNION PROPOSAL\n\n1. " + instruction + "\n";
}

/// Instructions as the comparison of two documents says them.
Made carried_over(const DocxFile& base, const DocxFile& after) {
    return carried_out(
        base, write(compare({"base.docx", base.bytes(), {}}, {"after.docx", after.bytes(), {}}), "instructions"));
}

std::string without(std::string text, const std::string& part) {
    REQUIRE(contains(text, part));
    return text.erase(text.find(part), part.size());
}

}  // namespace

TEST_CASE("carried out on docx: words take the properties of those that they stand for") {
    const Made made =
        carried_out(DocxFile(body),
                    item("In Article 1, Section 1, strike “nine dollars ($9.00)” and insert “ten dollars ($10.00)”."));
    const std::string document = part_of(made.consolidated.text, "word/document.xml");
    CHECK(contains(document, run("ten dollars ($10.00)", "<w:i/>").substr(15)));
    CHECK(contains(part_of(made.redline, "word/document.xml"), "<w:delText xml:space=\"preserve\">nine"));
}

TEST_CASE("carried out on docx: each change has a comment that names its item") {
    const Made made = carried_out(DocxFile(body), item("In Article 1, Section 1, strike “nine dollars ($9.00)” and "
                                                       "insert “ten dollars ($10.00)”."));
    const std::string document = part_of(made.redline, "word/document.xml");
    const std::size_t start = document.find("<w:commentRangeStart w:id=\"0\"/>");
    const std::size_t end = document.find("<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>");
    REQUIRE(end != std::string::npos);
    CHECK(start < document.find("<w:del "));
    CHECK(document.find("</w:ins>") < end);
    CHECK(contains(part_of(made.redline, "word/comments.xml"), "Item 1: "));
    CHECK(contains(part_of(made.redline, "[Content_Types].xml"), "/word/comments.xml"));
    CHECK(contains(part_of(made.redline, "word/_rels/document.xml.rels"), "Target=\"comments.xml\""));
    // A document's own comments stay, and ids go on behind theirs.
    DocxFile commented(body);
    commented.comments("<w:comment w:id=\"7\" w:author=\"Ada\">" + paragraph("Which coin?") + "</w:comment>");
    const Made second = carried_out(
        commented, item("In Article 1, Section 1, strike “nine dollars ($9.00)” and insert “ten dollars ($10.00)”."));
    const std::string comments = part_of(second.redline, "word/comments.xml");
    CHECK(contains(comments, "Which coin?"));
    CHECK(contains(comments, "<w:comment w:id=\"8\""));
}

TEST_CASE("carried out on docx: no comment stands in a footer, where Word has none") {
    const auto with_footer = [](const std::string& words) {
        DocxFile file(body + "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer1\"/></w:sectPr>");
        return file.related("footer", "footer1.xml",
                            "<w:ftr" + std::string(word_namespaces) + ">" + paragraph(words) + "</w:ftr>", "footer1");
    };
    const Made made =
        carried_over(with_footer("The ferry of the north bank"), with_footer("The ferry of the south bank"));
    const std::string footer = part_of(made.redline, "word/footer1.xml");
    CHECK(contains(footer, "<w:del "));
    CHECK_FALSE(contains(footer, "w:comment"));
}

TEST_CASE("carried out on docx: a new section is shaped like its neighbour") {
    const std::string last = paragraph("Section 3. Oars are oiled each spring.", "<w:ind w:left=\"240\"/>");
    std::string longer = body;
    longer.insert(longer.find(last) + last.size(), paragraph("Section 4. A lantern burns at each bank."));
    const Made made = carried_over(DocxFile(body), DocxFile(longer));
    CHECK(contains(part_of(made.consolidated.text, "word/document.xml"),
                   "<w:p><w:pPr><w:ind w:left=\"240\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Section 4. A lantern"));
}

TEST_CASE("carried out on docx: a new section's head is marked as its neighbour's, empty paragraphs part it as those") {
    const auto section = [](const std::string& head, const std::string& text) {
        return "<w:p>" + run(head, "<w:b/>") + run(text) + "</w:p><w:p/>";
    };
    const std::string old = "<w:p/>" + section("Section 1. Oars.", " Oars are oiled each spring.") +
                            section("Section 2. Bells.", " A bell hangs at each bank.");
    const std::string fresh = section("Section 3. Lanterns.", " A lantern burns at each bank. It is trimmed at dusk.");
    const Made made = carried_over(DocxFile(old), DocxFile(old + fresh));
    CHECK(contains(part_of(made.consolidated.text, "word/document.xml"),
                   "<w:p/><w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Section 3. "
                   "Lanterns.</w:t></w:r><w:r><w:rPr/><w:t xml:space=\"preserve\"> A lantern"));
}

TEST_CASE("carried out on docx: a section that goes leaves no paragraph, a sentence that goes leaves the others") {
    const Made gone = carried_over(
        DocxFile(body),
        DocxFile(without(body, paragraph("Section 3. Oars are oiled each spring.", "<w:ind w:left=\"240\"/>"))));
    CHECK_FALSE(contains(part_of(gone.consolidated.text, "word/document.xml"), "Oars"));
    const Made sentence = carried_over(DocxFile(body), DocxFile(without(body, " The ferry lies at the north bank.")));
    CHECK(contains(part_of(sentence.consolidated.text, "word/document.xml"), "after dusk.</w:t>"));
}

TEST_CASE("carried out on docx: rows go and come whole") {
    const DocxFile shorter(without(body, row("Bow", "4")));
    const Made gone = carried_over(DocxFile(body), shorter);
    const std::string document = part_of(gone.consolidated.text, "word/document.xml");
    CHECK_FALSE(contains(document, "Bow"));
    CHECK(document.find("<w:tr>", document.find("<w:tr>", document.find("<w:tr>") + 1) + 1) == std::string::npos);
    const Made fresh = carried_over(shorter, DocxFile(body));
    CHECK(part_of(fresh.consolidated.text, "word/document.xml").find("<w:trPr><w:cantSplit/></w:trPr>") <
          part_of(fresh.consolidated.text, "word/document.xml").find("Bow"));
}

TEST_CASE("carried out on docx: nothing to do gives the base's own bytes, other parts are the base's own") {
    DocxFile base(body);
    base.styles("<w:style w:type=\"paragraph\" w:styleId=\"Plain\"/>");
    CHECK(carry_out(Proposal{}, {"base.docx", base.bytes(), {}}).text == base.bytes());
    const Made made = carried_over(base, DocxFile(without(body, " The ferry lies at the north bank.")));
    CHECK(part_of(made.consolidated.text, "word/styles.xml") == part_of(base.bytes(), "word/styles.xml"));
    CHECK(part_of(made.redline, "word/styles.xml") == part_of(base.bytes(), "word/styles.xml"));
}

TEST_CASE("carried out on docx: a new section is counted by the list that counts its neighbour") {
    const auto unit = [](int level, std::string_view text) {
        return paragraph(text,
                         "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"1\"/></w:numPr>");
    };
    const auto level = [](int index, std::string_view format, std::string_view text) {
        return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
               std::string(format) + "\"/><w:isLgl w:val=\"" + (index == 1 ? "1" : "0") + "\"/><w:lvlText w:val=\"" +
               std::string(text) + "\"/></w:lvl>";
    };
    DocxFile base(unit(0, "Of the Ferry") + unit(1, "Dusk. No crossing begins after dusk.") +
                  unit(1, "Oars. Oars are oiled each spring.") + paragraph("The oil is the town's.") +
                  unit(0, "Of the Bank") + unit(1, "Lanterns. A lantern burns at each bank."));
    base.numbering("<w:abstractNum w:abstractNumId=\"0\">" + level(0, "upperRoman", "ARTICLE %1") +
                   level(1, "decimalZero", "Section %1.%2") +
                   "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
    const auto labels = [](const std::string& bytes) {
        std::string out;
        for (const Block& block : read_docx(Source::package("new.docx", bytes)).blocks)
            out += block.number + " " + block.text.substr(0, block.text.find('.')) + "; ";
        return out;
    };
    const Made next =
        carried_out(base, item("Article I. Add a new Section 1.03: “Gulls. No gull is fed on the ferry.”"));
    CHECK(labels(next.consolidated.text) ==
          "ARTICLE I Of the Ferry; Section 1.01 Dusk; Section 1.02 Oars;  The oil is the town's; Section 1.03 Gulls; "
          "ARTICLE II Of the Bank; Section 2.01 Lanterns; ");
    // The number that the proposal prints before it is the list's.
    const Made printed = carried_out(
        base, item("Article I. Add a new Section 1.03: “Section 1.03. Gulls. No gull is fed on the ferry.”"));
    CHECK(labels(printed.consolidated.text) == labels(next.consolidated.text));
    // A number to which the list would not count is written.
    const Made later =
        carried_out(base, item("Article I. Add a new Section 1.07: “Gulls. No gull is fed on the ferry.”"));
    CHECK(contains(labels(later.consolidated.text), "The oil is the town's;  Section 1; ARTICLE II"));
    CHECK(contains(part_of(later.consolidated.text, "word/document.xml"), ">Section 1.07 Gulls. No gull"));
}

TEST_CASE("carried out on docx: an item without a number of its own joins the list that counts its neighbours") {
    const std::string numbers =
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
        "w:val=\"lowerLetter\"/><w:lvlText w:val=\"(%1)\"/></w:lvl></w:abstractNum><w:num "
        "w:numId=\"3\"><w:abstractNumId "
        "w:val=\"0\"/></w:num>";
    const std::string listed = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>";
    DocxFile base(paragraph("Section 1. The rower keeps dry:") + paragraph("the oars;", listed) +
                  paragraph("the lantern.", listed) + paragraph("Section 2. The rower sings."));
    base.numbering(numbers);
    const std::string head = paragraph("Section 1. The rower keeps dry:") + paragraph("the oars;", listed);
    const std::string tail = paragraph("the lantern.", listed) + paragraph("Section 2. The rower sings.");
    DocxFile longer(head + paragraph("the bell;", listed) + tail);
    longer.numbering(numbers);
    const Made counted = carried_over(base, longer);
    CHECK(contains(part_of(counted.consolidated.text, "word/document.xml"),
                   "<w:p><w:pPr>" + listed + "</w:pPr><w:r><w:t xml:space=\"preserve\">the bell;"));
    const Diagnostics& told = counted.consolidated.redline.diagnostics;
    CHECK(std::any_of(told.begin(), told.end(), [](const Diagnostic& one) { return one.code == "counted-numbers"; }));
    // One that says its number stands beside them, counted by none.
    DocxFile typed(head + paragraph("(a-1) the bell;") + tail);
    typed.numbering(numbers);
    const Made said = carried_over(base, typed);
    CHECK(contains(part_of(said.consolidated.text, "word/document.xml"), "(a-1) the bell;"));
}

TEST_CASE("carried out on docx: what earlier authors track stays beside the proposal's changes where it is asked for") {
    const std::string ada = " w:author=\"Ada\"";
    const std::string tracked = "<w:p>" + run("Section 3. Oars are oiled each ") + "<w:del w:id=\"9\"" + ada +
                                "><w:r><w:delText xml:space=\"preserve\">autumn</w:delText></w:r></w:del><w:ins "
                                "w:id=\"10\"" +
                                ada + ">" + run("spring") + "</w:ins>" + run(" by the ferrymen.") + "</w:p>";
    const DocxFile base(paragraph("ARTICLE 1") + paragraph("ROWING") +
                        paragraph("Section 2. No crossing begins after dusk.") + tracked);
    const Proposal proposal = read_proposal({"proposal.md", "1. Section 3: Change \"ferrymen\" to \"rowers\".\n", {}});
    const Consolidated made = carry_out(proposal, {"base.docx", base.bytes(), {}});
    REQUIRE(made.steps.at(0).done);
    WriteOptions options;
    options.author = "Union";
    CHECK_FALSE(contains(part_of(write(proposal, made, "docx", options), "word/document.xml"), "Ada"));
    options.keep_revisions = true;
    const std::string kept = part_of(write(proposal, made, "docx", options), "word/document.xml");
    CHECK(contains(kept, ">autumn</w:delText>"));
    CHECK(contains(kept, "w:author=\"Ada\""));
    CHECK(contains(kept, "w:author=\"Union\""));
    CHECK(contains(kept, ">ferrymen</w:delText>"));
}
