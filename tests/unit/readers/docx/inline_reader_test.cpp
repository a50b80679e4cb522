// What stands in a paragraph: marks by hand and by style, tracked changes, fields, links, signs, formulas, boxes.
#include "readers/docx/inline_reader.hpp"

#include <doctest/doctest.h>

#include <string>

#include "unit/readers/docx/read_body.hpp"

using namespace stet;
using namespace stet::test;

namespace {

std::string run(std::string_view content, std::string_view properties = "") {
    return "<w:r><w:rPr>" + std::string(properties) + "</w:rPr>" + std::string(content) + "</w:r>";
}

std::string text(std::string_view words) {
    return "<w:t xml:space=\"preserve\">" + std::string(words) + "</w:t>";
}

std::string in_paragraph(const std::string& content) {
    return shown(read_body("<w:p>" + content + "</w:p>"));
}

std::string field(std::string_view type) {
    return run("<w:fldChar w:fldCharType=\"" + std::string(type) + "\"/>");
}

}  // namespace

TEST_CASE("marks that an author makes by hand are marks of runs") {
    CHECK(in_paragraph(run(text("a"), "<w:b/>") + run(text("b"), "<w:i/>") +
                       run(text("c"), "<w:u w:val=\"single\"/>")) == "[bold:a][italic:b][underline:c]\n");
    CHECK(in_paragraph(run(text("a"), "<w:strike/>") + run(text("b"), "<w:dstrike/>")) == "[struck:ab]\n");
    CHECK(in_paragraph(run(text("a"), "<w:color w:val=\"FF0000\"/>") +
                       run(text("b"), "<w:highlight w:val=\"yellow\"/>")) == "[coloured:a][highlight:b]\n");
    CHECK(in_paragraph(run(text("a"), "<w:vertAlign w:val=\"superscript\"/>") +
                       run(text("b"), "<w:vertAlign w:val=\"subscript\"/>")) == "[superscript:a][subscript:b]\n");
    CHECK(in_paragraph(run(text("a"),
                           "<w:b w:val=\"0\"/><w:u w:val=\"none\"/><w:color w:val=\"auto\"/><w:color "
                           "w:val=\"000000\"/><w:highlight w:val=\"none\"/>")) == "a\n");
}

TEST_CASE("styles give bold and strike, with what they inherit, and toggle each other") {
    const std::string styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:rPr><w:b/></w:rPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Next\"><w:basedOn w:val=\"Base\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Round\"><w:basedOn w:val=\"Round\"/><w:rPr><w:i/></w:rPr></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:rPr><w:b/><w:color w:val=\"FF0000\"/></w:rPr></w:style>";
    const auto with = [&](std::string_view style, std::string_view properties) {
        return shown(read_blocks(DocxFile("<w:p><w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/></w:pPr>" +
                                          run(text("a"), properties) + "</w:p>")
                                     .styles(styles)));
    };
    CHECK(with("Next", "") == "[bold:a]\n");
    CHECK(with("Round", "") == "[italic:a]\n");
    CHECK(with("Next", "<w:b w:val=\"false\"/>") == "a\n");
    CHECK(with("None", "<w:rStyle w:val=\"Strong\"/>") == "[bold:a]\n");
    CHECK(with("Next", "<w:rStyle w:val=\"Strong\"/>") == "a\n");
}

TEST_CASE("tracked changes are marks, and one in another is both") {
    const std::string in = "<w:ins w:id=\"1\" w:author=\"A\">" + run(text("new")) + "</w:ins>";
    const std::string out = "<w:del w:id=\"2\" w:author=\"A\">" + run("<w:delText>old</w:delText>") + "</w:del>";
    CHECK(in_paragraph(run(text("a ")) + in + out) == "a [inserted:new][struck:old]\n");
    CHECK(in_paragraph("<w:moveFrom w:id=\"3\">" + run(text("b")) + "</w:moveFrom><w:moveTo w:id=\"4\">" +
                       run(text("b")) + "</w:moveTo>") == "[struck:b][inserted:b]\n");
    CHECK(in_paragraph("<w:ins w:id=\"1\"><w:del w:id=\"2\">" + run("<w:delText>x</w:delText>") + "</w:del></w:ins>") ==
          "[struck inserted:x]\n");
}

TEST_CASE("signs stand for their characters") {
    CHECK(in_paragraph(run(text("a") + "<w:tab/>" + text("b") + "<w:br/>" + text("c") + "<w:noBreakHyphen/>" +
                           text("d"))) == "a\tb\nc\u2011d\n");
    CHECK(in_paragraph(run("<w:sym w:font=\"Symbol\" w:char=\"F061\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>"
                           "<w:sym w:font=\"Own\" w:char=\"F041\"/>")) == "α☑\uF041\n");
    CHECK(in_paragraph(run(text("a\nb\tc"))) == "a b c\n");
    CHECK(in_paragraph(run("<w:t>a<!-- --><![CDATA[<b>]]>c</w:t>")) == "a<b>c\n");
}

TEST_CASE("white space at the ends of a paragraph is left out, and blank paragraphs are no blocks") {
    CHECK(read_body(paragraph("  a b ") + paragraph(" ") + paragraph("")).size() == 1);
    CHECK(in_paragraph(run(text(" a "))) == "a\n");
}

TEST_CASE("numbers of pages are no words: they are as the last layout had them") {
    CHECK(in_paragraph(run(text("Page ")) + "<w:fldSimple w:instr=\" PAGE \">" + run(text("3")) + "</w:fldSimple>" +
                       run(text(" of ")) + "<w:fldSimple w:instr=\"NUMPAGES \\* MERGEFORMAT\">" + run(text("12")) +
                       "</w:fldSimple>") == "Page  of\n");
}

TEST_CASE("of a field its result is read") {
    CHECK(in_paragraph(field("begin") + run("<w:instrText>REF a \\h</w:instrText>") + field("separate") +
                       run(text("Section 2")) + field("end") + run(text("."))) == "Section 2.\n");
    CHECK(in_paragraph("<w:fldSimple w:instr=\" REF rent \">" + run(text("3")) + "</w:fldSimple>") == "3\n");
    CHECK(in_paragraph(field("begin") + run("<w:instrText>IF </w:instrText>") + field("begin") + field("separate") +
                       run(text("hidden")) + field("end") + field("separate") + run(text("shown")) + field("end")) ==
          "shown\n");
}

TEST_CASE("a number that a field counts and the file does not write is told") {
    const std::string number =
        field("begin") + run("<w:instrText> LISTNUM Default \\l 5 </w:instrText>") + field("end");
    const DocxWalk walk = walk_docx(DocxFile("<w:p>" + number + run(text(" illness, ")) + number + "</w:p>").source());
    REQUIRE(walk.diagnostics.size() == 1);
    CHECK(walk.diagnostics[0].code == "left-out");
    CHECK(walk.diagnostics[0].message ==
          "not part of the text: number that a field counts where it stands (2 times, here first)");
}

TEST_CASE("a field without an end does not swallow what follows") {
    CHECK(shown(read_body("<w:p>" + field("begin") + run(text("a")) + "</w:p>" + paragraph("b"))) == "b\n");
    CHECK(in_paragraph(field("end") + field("separate") + run(text("a"))) == "a\n");
}

TEST_CASE("links, content controls, smart tags and ruby hold runs") {
    CHECK(in_paragraph("<w:hyperlink r:id=\"x\">" + run(text("a")) + "</w:hyperlink><w:smartTag>" + run(text("b")) +
                       "</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>" + run(text("c")) + "</w:sdtContent></w:sdt>") ==
          "abc\n");
    CHECK(in_paragraph(run("<w:ruby><w:rubyPr/><w:rt>" + run(text("a")) + "</w:rt><w:rubyBase>" + run(text("b")) +
                           "</w:rubyBase></w:ruby>")) == "ab\n");
}

TEST_CASE("check boxes of forms show whether they are ticked") {
    const auto box = [](std::string_view state) {
        return "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox>" + std::string(state) +
               "</w:checkBox></w:ffData></w:fldChar></w:r>" + field("end");
    };
    CHECK(in_paragraph(box("<w:default w:val=\"0\"/>") + run(text(" a ")) + box("<w:checked/>")) == "☐ a ☒\n");
}

TEST_CASE("lists of forms show the entry that is chosen") {
    const auto list = [](std::string_view state) {
        return "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList>" + std::string(state) +
               "<w:listEntry w:val=\"New York\"/><w:listEntry "
               "w:val=\"Delaware\"/></w:ddList></w:ffData></w:fldChar></w:r>" +
               field("end");
    };
    CHECK(in_paragraph(run(text("law of ")) + list("")) == "law of New York\n");
    CHECK(in_paragraph(run(text("law of ")) + list("<w:result w:val=\"1\"/>")) == "law of Delaware\n");
    CHECK(in_paragraph(run(text("law of ")) + list("<w:default w:val=\"1\"/>")) == "law of Delaware\n");
    CHECK(in_paragraph(run(text("law of ")) + list("<w:result w:val=\"7\"/>")) == "law of\n");
}

TEST_CASE("formulas give their letters in order, tracked ones too") {
    CHECK(in_paragraph("<m:oMath><m:r><m:t>A=</m:t></m:r><m:sSup><m:e><m:r><m:t>r</m:t></m:r></m:e><m:sup><m:r><m:t>2</"
                       "m:t></m:r></m:sup></m:sSup></m:oMath>") == "A=r2\n");
    CHECK(in_paragraph("<m:oMath><m:r><w:del w:id=\"1\"><m:t>2</m:t></w:del></m:r></m:oMath>") == "[struck:2]\n");
}

TEST_CASE("a box of text is read once, behind its paragraph") {
    const std::string box = "<w:txbxContent>" + paragraph("boxed") + "</w:txbxContent>";
    const std::string drawing = "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" + box +
                                "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
                                "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>";
    CHECK(in_paragraph(run(text("a")) + run(drawing) + run(text("b"))) == "ab\nboxed\n");
    CHECK(in_paragraph("<w:ins w:id=\"1\">" + run(drawing) + "</w:ins>" + run(text("a"))) == "a\n[inserted:boxed]\n");
}

TEST_CASE("a picture takes a place in the text and is no word") {
    CHECK(in_paragraph(run(text("a")) + run("<w:drawing><pic:pic/></w:drawing>")) == "a\uFFFC\n");
}

TEST_CASE("what is not understood is told by name and place, once") {
    const ReadBlocks read =
        read_docx(DocxFile(paragraph("a") + "<w:p><w:odd><w:r/></w:odd><w:odd/></w:p><w:block/>").source());
    std::string told;
    for (const Diagnostic& diagnostic : read.diagnostics)
        if (diagnostic.code == "not-understood")
            told += diagnostic.message + ", " + std::to_string(diagnostic.line) + "\n";
    CHECK(told ==
          "not understood and left out: <w:block> in word/document.xml, 2\n"
          "not understood and left out: <w:odd> in word/document.xml (2 times, here first), 2\n");
}

TEST_CASE("text in a format of its own, which is not read, is warned about") {
    const DocxWalk walk = walk_docx(DocxFile(paragraph("Of hives.") + "<w:altChunk r:id=\"chunk\"/>").source());
    REQUIRE(walk.diagnostics.size() == 1);
    CHECK(walk.diagnostics[0].code == "left-out");
    CHECK(walk.diagnostics[0].severity == Severity::warning);
}
