// The walk: stories in order, notes under the marks of their references, pieces that lead back to the XML.
#include "readers/docx/walk.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "text/error.hpp"
#include "unit/readers/docx/read_body.hpp"

using namespace stet;
using namespace stet::test;

namespace {

std::string told(const Diagnostics& diagnostics, std::string_view code) {
    std::string out;
    for (const Diagnostic& diagnostic : diagnostics)
        if (diagnostic.code == code) out += diagnostic.message + "\n";
    return out;
}

std::string reference(std::string_view kind, int id) {
    return "<w:r><w:" + std::string(kind) + "Reference w:id=\"" + std::to_string(id) + "\"/></w:r>";
}

/// What the pieces of a block say when they are taken from the XML again.
std::string text_of_pieces(const DocxBlock& block) {
    std::string out;
    for (const DocxPiece& piece : block.pieces)
        if (std::string_view(piece.node.name()) == "w:t")
            out += std::string(piece.node.text().get()).substr(piece.offset, piece.text.size());
    return out;
}

}  // namespace

TEST_CASE(
    "stories follow the body: headers and footers that a section names, notes that the text refers to, comments") {
    DocxFile file(paragraph("body") + "<w:p><w:r><w:t>noted</w:t></w:r>" + reference("footnote", 2) +
                  reference("endnote", 1) + "</w:p>" +
                  "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header1\"/></w:sectPr>");
    file.header("header1", paragraph("running head"));
    file.header("header2", paragraph("of no section"));
    file.footnotes("<w:footnote w:id=\"0\">" + paragraph("separator") + "</w:footnote><w:footnote w:id=\"2\">" +
                   paragraph("a note") + "</w:footnote>");
    file.endnotes("<w:endnote w:id=\"1\">" + paragraph("an end note") + "</w:endnote>");
    file.comments("<w:comment w:id=\"0\">" + paragraph("said of it") + "</w:comment>");
    const auto blocks = read_blocks(file);
    std::string out;
    for (const Block& block : blocks) out += block.part + ": " + shown(block) + "\n";
    CHECK(out ==
          ": body\n: noted\nheader1: running head\nfootnotes: a note\nendnotes: an end note\n"
          "comments: [comment:said of it]\n");
    CHECK(blocks.back().kind == BlockKind::note);
}

TEST_CASE("a note goes with its reference") {
    DocxFile file("<w:p><w:del w:id=\"1\">" + reference("footnote", 1) + "</w:del><w:ins w:id=\"2\">" +
                  reference("footnote", 2) +
                  "</w:ins><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vertAlign "
                  "w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"3\"/></w:r></w:p>");
    file.footnotes("<w:footnote w:id=\"1\">" + paragraph("old") + "</w:footnote><w:footnote w:id=\"2\">" +
                   paragraph("new") + "</w:footnote><w:footnote w:id=\"3\">" + paragraph("below") + "</w:footnote>");
    CHECK(shown(read_blocks(file)) == "a\n[struck:old]\n[inserted:new]\nbelow\n");
}

TEST_CASE("every piece of a block leads back to the element that holds it") {
    const Source source =
        DocxFile(
            "<w:p><w:r><w:t xml:space=\"preserve\">  lead </w:t><w:tab/><w:t>é</w:t></w:r>"
            "<w:ins w:id=\"1\"><w:r><w:t xml:space=\"preserve\">tail </w:t></w:r></w:ins></w:p>"
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>one</w:t></w:r></w:p><w:p><w:r><w:t>two</w:t></w:r></w:p></w:tc>"
            "<w:tc><w:p/></w:tc></w:tr></w:tbl>")
            .source();
    const DocxWalk walk = walk_docx(source);
    REQUIRE(walk.blocks.size() == 2);
    CHECK(walk.blocks[0].block.text == "lead \tétail");
    CHECK(text_of_pieces(walk.blocks[0]) == "lead étail");
    CHECK(walk.blocks[0].pieces.front().offset == 2);
    CHECK(std::string_view(walk.blocks[0].element.name()) == "w:p");
    for (const DocxBlock& block : walk.blocks)
        for (const DocxPiece& piece : block.pieces) {
            CHECK(std::string_view(piece.paragraph.name()) == "w:p");
            CHECK(std::string_view(piece.node.parent().name()) == "w:r");
            if (std::string_view(piece.node.name()) == "w:t")
                CHECK(block.block.text.substr(piece.text.begin, piece.text.size()) ==
                      std::string(piece.node.text().get()).substr(piece.offset, piece.text.size()));
        }
    CHECK(std::string_view(walk.blocks[1].element.name()) == "w:tr");
    CHECK(text_of_pieces(walk.blocks[1]) == "onetwo");
}

TEST_CASE("a package that keeps what was unpacked hands it on once; without it the walk gives the same") {
    const std::string bytes = DocxFile(paragraph("a") + "<w:p/>" + paragraph("b")).styles("").bytes();
    const auto said = [](const Source& source) {
        std::string out;
        const DocxTrees trees = trees_of(source);
        for (const DocxPart& part : trees.parts) out += part.name + " ";
        for (std::size_t line = 0; line < trees.elements.size(); ++line)
            if (trees.elements[line])
                out += std::to_string(line) + trees.elements[line].child("w:r").child_value("w:t");
        return out;
    };
    const std::string expected = "word/document.xml word/styles.xml 1a3b";
    const Source keeping = Source::package("a.docx", bytes, true);
    read_docx(keeping);
    const Source copy = keeping;
    CHECK(said(copy) == expected);
    CHECK(keeping.take_kept() == nullptr);
    CHECK(said(keeping) == expected);
    const Source other = Source::package("a.docx", bytes);
    read_docx(other);
    CHECK_FALSE(other.keeps_unpacked());
    CHECK(said(other) == expected);
}

TEST_CASE("lines are ordinals of paragraphs, empty ones counted") {
    const auto blocks = read_body(paragraph("a") + "<w:p/>" + paragraph("b"));
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[0].line() == 1);
    CHECK(blocks[1].line() == 3);
}

TEST_CASE("headings by style, by name and by level; contents by style, field and content control") {
    const std::string styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:name w:val=\"heading 2\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"C\"><w:name w:val=\"toc 1\"/></w:style>";
    const auto styled = [](std::string_view text, std::string_view style) {
        return paragraph(text, "<w:pStyle w:val=\"" + std::string(style) + "\"/>");
    };
    const auto blocks = read_blocks(
        DocxFile(styled("one", "A") + styled("two", "B") + paragraph("three", "<w:outlineLvl w:val=\"0\"/>") +
                 paragraph("four", "<w:outlineLvl w:val=\"9\"/>") + styled("line", "C") +
                 "<w:p><w:fldSimple w:instr=\" TOC \\o \"><w:r><w:t>line</w:t></w:r></w:fldSimple></w:p>"
                 "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of "
                 "Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>" +
                 paragraph("line") + "</w:sdtContent></w:sdt>" + paragraph("text"))
            .styles(styles));
    REQUIRE(blocks.size() == 8);
    CHECK(blocks[0].kind == BlockKind::heading);
    CHECK(blocks[0].depth == 2);
    CHECK(blocks[1].depth == 2);
    CHECK(blocks[2].depth == 1);
    CHECK(blocks[3].kind == BlockKind::paragraph);
    CHECK(blocks[4].kind == BlockKind::contents);
    CHECK(blocks[6].kind == BlockKind::contents);
    CHECK(blocks[7].kind == BlockKind::paragraph);
}

TEST_CASE("a style of headings whose paragraphs are sentences is one of text, all of it") {
    std::string body;
    for (int i = 0; i < 4; ++i)
        body += paragraph(
            i == 0 ? "Short." : "The parties shall meet once in every month to speak of the work that lies ahead.",
            "<w:pStyle w:val=\"H\"/>");
    for (const Block& block :
         read_blocks(DocxFile(body).styles("<w:style w:styleId=\"H\"><w:name w:val=\"heading 2\"/></w:style>")))
        CHECK(block.kind == BlockKind::paragraph);
}

TEST_CASE("a style of headings in which items are enumerated is one of text") {
    const std::string style = "<w:pStyle w:val=\"H\"/>";
    const std::string body =
        paragraph("the mill;", style) + paragraph("the weir; and", style) + paragraph("the pond", style);
    for (const Block& block :
         read_blocks(DocxFile(body).styles("<w:style w:styleId=\"H\"><w:name w:val=\"heading 3\"/></w:style>")))
        CHECK(block.kind == BlockKind::paragraph);
}

TEST_CASE("tracked changes are told by author, with their dates") {
    const DocxWalk walk = walk_docx(
        DocxFile(
            "<w:p><w:ins w:id=\"1\" w:author=\"Ana\" w:date=\"2026-03-02T10:00:00Z\"><w:r><w:t>a</w:t></w:r></w:ins>"
            "<w:del w:id=\"2\" w:author=\"Ana\" w:date=\"2026-02-01T10:00:00Z\"><w:r><w:delText>b</w:delText></w:r></"
            "w:del><w:r><w:rPr><w:rPrChange w:id=\"3\" w:author=\"Bo\"/></w:rPr><w:t>c</w:t></w:r></w:p>")
            .source());
    CHECK(told(walk.diagnostics, "tracked-changes") ==
          "changes tracked by Ana: 1 insertion, 1 deletion, 2026-02-01 to 2026-03-02\n");
    CHECK(told(walk.diagnostics, "tracked-formatting") == "1 change of formatting: read as changed in both faces\n");
    REQUIRE(walk.revisions.size() == 3);
    CHECK(walk.revisions[0].author == "Ana");
    CHECK(walk.revisions[0].kind == RevisionKind::inserted);
}

TEST_CASE("the end of a paragraph that is tracked joins it to the next in one face, white space and all") {
    const auto blocks = read_body(paragraph("one ", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") + paragraph("two"));
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[0].joins_after);
    CHECK_FALSE(blocks[0].joins_before);
    CHECK(blocks[0].text == "one ");
    CHECK_FALSE(blocks[1].joins_after);
}

TEST_CASE("files that are no Word document say what they are") {
    CHECK_THROWS_WITH_AS(walk_docx(Source::package("a.docx", "plain text")), doctest::Contains("no ZIP archive"),
                         Error);
    CHECK_THROWS_WITH_AS(walk_docx(Source::package("a.docx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....")),
                         doctest::Contains("Word 97"), Error);
    CHECK_THROWS_WITH_AS(walk_docx(DocxFile::of_document("<a/>").source()), doctest::Contains("no body"), Error);
}
