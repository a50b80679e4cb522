// Labels of lists as Word prints them: levels, restarts, overrides, legal numbering, styles, both faces.
#include "readers/docx/list_labels.hpp"

#include <doctest/doctest.h>

#include <string>

#include "unit/readers/docx/read_body.hpp"

using namespace stet;
using namespace stet::test;

namespace {

std::string level(int index, std::string_view format, std::string_view text, std::string_view more = "") {
    return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
           std::string(format) + "\"/>" + std::string(more) + "<w:lvlText w:val=\"" + std::string(text) +
           "\"/></w:lvl>";
}

std::string list(int id, const std::string& levels) {
    return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels + "</w:abstractNum>";
}

std::string num(int id, int definition, std::string_view overrides = "") {
    return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(definition) +
           "\"/>" + std::string(overrides) + "</w:num>";
}

std::string item(int list_id, int at, std::string_view text = "x", std::string_view more = "") {
    return paragraph(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(at) + "\"/><w:numId w:val=\"" +
                               std::to_string(list_id) + "\"/></w:numPr>" + std::string(more));
}

/// The labels of the body's blocks, parted by blanks; "_" where there is none.
std::string labels(const std::string& numbering, const std::string& body, const std::string& styles = "") {
    std::string out;
    for (const Block& block : read_blocks(DocxFile(body).numbering(numbering).styles(styles))) {
        if (!out.empty()) out += " | ";
        out += block.number.empty() ? "_" : block.number;
    }
    return out;
}

const std::string contract =
    list(1, level(0, "upperRoman", "ARTICLE %1") + level(1, "decimal", "Section %1.%2.", "<w:isLgl/>") +
                level(2, "lowerLetter", "(%3)") + level(3, "lowerRoman", "(%4)"));

}  // namespace

TEST_CASE("levels count under each other, and legal ones in digits") {
    CHECK(
        labels(contract + num(1, 1), item(1, 0) + item(1, 1) + item(1, 1) + item(1, 2) + item(1, 3) + item(1, 3) +
                                         item(1, 2) + item(1, 1) + item(1, 0) + item(1, 1)) ==
        "ARTICLE I | Section 1.1. | Section 1.2. | (a) | (i) | (ii) | (b) | Section 1.3. | ARTICLE II | Section 2.1.");
}

TEST_CASE("a legal label keeps the zero before its own digits") {
    const std::string zeros =
        list(1, level(0, "upperRoman", "Article %1.") + level(1, "decimalZero", "Section %1.%2", "<w:isLgl/>"));
    CHECK(labels(zeros + num(1, 1), item(1, 0) + item(1, 0) + item(1, 1) + item(1, 1)) ==
          "Article I. | Article II. | Section 2.01 | Section 2.02");
}

TEST_CASE("an empty paragraph that ends a section has no number") {
    const std::string end = paragraph("", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:sectPr/>");
    CHECK(labels(list(1, level(0, "decimal", "%1.")) + num(1, 1), item(1, 0) + end + item(1, 0)) == "1. | 2.");
}

TEST_CASE("a format that is told by an example") {
    const std::string examples =
        "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start "
        "w:val=\"1\"/><mc:AlternateContent><mc:Choice "
        "Requires=\"w14\"><w:numFmt "
        "w:val=\"custom\" w:format=\"001, 002, 003, ...\"/></mc:Choice><mc:Fallback><w:numFmt w:val=\"decimal\"/>"
        "</mc:Fallback></mc:AlternateContent><w:lvlText w:val=\"Rule %1\"/></w:lvl></w:abstractNum>";
    CHECK(labels(examples + num(1, 1), item(1, 0) + item(1, 0)) == "Rule 001 | Rule 002");
}

TEST_CASE("what a label is made of decides the kind of its block") {
    const auto blocks = read_blocks(DocxFile(item(1, 0) + item(1, 1) + item(1, 2)).numbering(contract + num(1, 1)));
    REQUIRE(blocks.size() == 3);
    CHECK(blocks[0].kind == BlockKind::paragraph);
    CHECK(blocks[1].kind == BlockKind::paragraph);
    CHECK(blocks[2].kind == BlockKind::list_item);
    CHECK(blocks[2].depth == 3);
    CHECK(blocks[2].computed);
    CHECK(blocks[2].text == "x");
}

TEST_CASE("a level under one that was never used shows that one's start") {
    CHECK(labels(contract + num(1, 1), item(1, 1) + item(1, 1)) == "Section 1.1. | Section 1.2.");
    // The level counts from there on.
    CHECK(labels(contract + num(1, 1), item(1, 1) + item(1, 0) + item(1, 2) + item(1, 1)) ==
          "Section 1.1. | ARTICLE II | (a) | Section 2.2.");
}

TEST_CASE("lists of one definition count together; an override begins anew once") {
    const std::string one = list(1, level(0, "decimal", "%1."));
    CHECK(labels(one + num(1, 1) + num(2, 1), item(1, 0) + item(1, 0) + item(2, 0)) == "1. | 2. | 3.");
    const std::string anew = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
    CHECK(labels(one + num(1, 1) + num(2, 1, anew), item(1, 0) + item(2, 0) + item(2, 0) + item(1, 0)) ==
          "1. | 5. | 6. | 7.");
    const std::string other = "<w:lvlOverride w:ilvl=\"0\">" + level(0, "upperLetter", "%1)") + "</w:lvlOverride>";
    CHECK(labels(one + num(1, 1) + num(2, 1, other), item(1, 0) + item(2, 0)) == "1. | B)");
}

TEST_CASE("a level may go on where others begin anew, or begin anew behind a certain one") {
    const std::string never =
        list(1, level(0, "decimal", "%1.") + level(1, "decimal", "Section %2", "<w:lvlRestart w:val=\"0\"/>"));
    CHECK(labels(never + num(1, 1), item(1, 0) + item(1, 1) + item(1, 0) + item(1, 1)) ==
          "1. | Section 1 | 2. | Section 2");
    const std::string behind_first = list(1, level(0, "decimal", "%1.") + level(1, "decimal", "%2.") +
                                                 level(2, "lowerLetter", "%3)", "<w:lvlRestart w:val=\"1\"/>"));
    CHECK(labels(behind_first + num(1, 1), item(1, 0) + item(1, 1) + item(1, 2) + item(1, 1) + item(1, 2) + item(1, 0) +
                                               item(1, 1) + item(1, 2)) == "1. | 1. | a) | 2. | b) | 2. | 1. | a)");
}

TEST_CASE("bullets are a sign and no number, and an empty label is none") {
    const std::string signs = list(1, level(0, "bullet", "•") + level(1, "none", "") + level(2, "bullet", " "));
    const auto blocks = read_blocks(DocxFile(item(1, 0) + item(1, 1) + item(1, 2)).numbering(signs + num(1, 1)));
    REQUIRE(blocks.size() == 3);
    CHECK(blocks[0].number == "-");
    CHECK_FALSE(blocks[0].computed);
    CHECK(blocks[0].kind == BlockKind::list_item);
    CHECK(blocks[1].number.empty());
    CHECK(blocks[1].kind == BlockKind::paragraph);
    CHECK(blocks[2].number.empty());
}

TEST_CASE("a style puts its paragraphs into a list, at the level that names it") {
    const std::string numbering = list(1, level(0, "decimal", "%1.", "<w:pStyle w:val=\"One\"/>") +
                                              level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"Two\"/>")) +
                                  num(1, 1);
    const std::string styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"One\"><w:pPr><w:numPr><w:numId "
        "w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Two\"><w:basedOn w:val=\"One\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Child\"><w:basedOn w:val=\"Two\"/></w:style>";
    const auto of = [](std::string_view style, std::string_view more = "") {
        return paragraph("x", "<w:pStyle w:val=\"" + std::string(style) + "\"/>" + std::string(more));
    };
    CHECK(labels(numbering, of("One") + of("Two") + of("Two") + of("One") + of("Two"), styles) ==
          "1. | 1.1 | 1.2 | 2. | 2.1");
    CHECK(labels(numbering, of("One") + of("Two", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") + of("Two"), styles) ==
          "1. | _ | 1.1");
}

TEST_CASE("a definition that stands for a list style counts with it") {
    const std::string numbering =
        list(1, level(0, "decimal", "(%1)")) +
        "<w:abstractNum w:abstractNumId=\"2\"><w:numStyleLink w:val=\"Lists\"/></w:abstractNum>" + num(1, 1) +
        num(2, 2);
    const std::string styles =
        "<w:style w:type=\"numbering\" w:styleId=\"Lists\"><w:pPr><w:numPr><w:numId "
        "w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    CHECK(labels(numbering, item(1, 0) + item(2, 0), styles) == "(1) | (2)");
}

TEST_CASE("each face counts the paragraphs that stand in it") {
    const std::string numbering = list(1, level(0, "decimal", "%1.")) + num(1, 1);
    const std::string gone = "<w:rPr><w:del w:id=\"1\" w:author=\"A\"/></w:rPr>";
    const std::string come = "<w:rPr><w:ins w:id=\"2\" w:author=\"A\"/></w:rPr>";
    const auto blocks = read_blocks(
        DocxFile(item(1, 0, "a") + item(1, 0, "b", gone) + item(1, 0, "c") + item(1, 0, "d", come) + item(1, 0, "e"))
            .numbering(numbering));
    REQUIRE(blocks.size() == 5);
    CHECK(blocks[1].number.empty());
    CHECK(blocks[1].number_before == "2.");
    CHECK(blocks[2].number == "2.");
    CHECK(blocks[2].number_before == "3.");
    CHECK(blocks[3].number == "3.");
    CHECK(blocks[3].number_before == "");
    CHECK(blocks[4].number == "4.");
    CHECK_FALSE(blocks[4].number_before.has_value());
}

TEST_CASE("a paragraph whose list was changed has its old number before") {
    const std::string numbering = list(1, level(0, "decimal", "%1.")) + num(1, 1);
    const std::string was_none = "<w:pPrChange w:id=\"1\" w:author=\"A\"><w:pPr/></w:pPrChange>";
    const auto blocks = read_blocks(DocxFile(item(1, 0, "a", was_none) + item(1, 0, "b")).numbering(numbering));
    CHECK(blocks[0].number == "1.");
    CHECK(blocks[0].number_before == "");
    CHECK(blocks[1].number == "2.");
    CHECK(blocks[1].number_before == "1.");
}

TEST_CASE("lists that are not there, levels beyond the ninth and texts without end number nothing") {
    CHECK(labels("", item(7, 0)) == "_");
    const std::string numbering = list(1, level(0, "decimal", std::string(5000, '%') + "1")) + num(1, 1);
    const auto blocks = read_blocks(DocxFile(item(1, 40) + item(1, 0)).numbering(numbering));
    for (const Block& block : blocks) CHECK(block.number.size() < 300);
}
