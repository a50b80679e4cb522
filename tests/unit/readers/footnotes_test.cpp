// Notes with typed signs beside notes that a format counts.
#include "readers/footnotes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "../../docx_file.hpp"
#include "readers/reader.hpp"
#include "stet.hpp"

using namespace stet;

namespace {

std::vector<Block> blocks_of(std::string markdown) {
    Diagnostics diagnostics;
    return read_markdown(Source("a.md", std::move(markdown), diagnostics)).blocks;
}

/// What a block says in either face.
std::vector<std::string> said(const std::vector<Block>& blocks) {
    std::vector<std::string> out;
    for (const Block& block : blocks) {
        const std::string text = face_text(block, Face::after);
        out.push_back(text.substr(std::min(text.find_first_not_of(' '), text.size())));
    }
    return out;
}

std::string word_paragraph(const std::string& runs) {
    return "<w:p>" + runs + "</w:p>";
}

std::string words(const std::string& text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string reference(int id) {
    return "<w:r><w:footnoteReference w:id=\"" + std::to_string(id) + "\"/></w:r>";
}

std::string note(int id, const std::string& text) {
    return "<w:footnote w:id=\"" + std::to_string(id) + "\">" + word_paragraph(words(text)) + "</w:footnote>";
}

constexpr const char* lease =
    "The rent[^rent] is due in advance.[^2]\n\n[^2]: On the first day.\n\n    Or the day after.\n\n"
    "The deposit is kept[^none].\n\n[^rent]: As in Annex A.\n";

test::DocxFile lease_in_word() {
    return test::DocxFile(
               word_paragraph(words("The rent") + reference(1) + words(" is due in advance.") + reference(2)) +
               word_paragraph(words("The deposit is kept[^none].")))
        .footnotes(note(1, "As in Annex A.") + "<w:footnote w:id=\"2\">" + word_paragraph(words("On the first day.")) +
                   word_paragraph(words("Or the day after.")) + "</w:footnote>");
}

}  // namespace

TEST_CASE("footnotes: behind the text in the order of their references, their signs aside") {
    std::vector<Block> blocks = blocks_of(lease);
    REQUIRE(has_typed_notes(blocks));
    set_note_signs_aside(blocks);
    CHECK(said(blocks) == std::vector<std::string>{"The rent is due in advance.", "The deposit is kept[^none].",
                                                   "As in Annex A.", "On the first day.", "Or the day after."});
    CHECK(blocks[0].text == "The rent[^rent] is due in advance.[^2]");
    CHECK(blocks[2].text == "[^rent]: As in Annex A.");
    CHECK(blocks[2].line() == 9);
    CHECK(blocks[4].line() == 5);
    CHECK(blocks[1].part.empty());
    CHECK(blocks[4].part == "footnotes");
}

TEST_CASE("footnotes: a note without a reference comes last; one sign defined twice keeps both notes") {
    std::vector<Block> blocks = blocks_of("[^9]: Alone.\n\nText[^1].\n\n[^1]: First.\n\n[^1]: Second.\n");
    set_note_signs_aside(blocks);
    CHECK(said(blocks) == std::vector<std::string>{"Text.", "First.", "Alone.", "Second."});
}

TEST_CASE("footnotes: the same document as Markdown and as Word has no changes") {
    const std::string word = lease_in_word().bytes();
    for (const bool typed_first : {true, false}) {
        const Input typed{"a.md", lease, {}};
        const Input counted{"b.docx", word, {}};
        const Redline redline = typed_first ? compare(typed, counted) : compare(counted, typed);
        CHECK(redline.changes.empty());
        CHECK(redline.verified.holds());
        CHECK(std::any_of(redline.diagnostics.begin(), redline.diagnostics.end(),
                          [](const Diagnostic& diagnostic) { return diagnostic.code == "note-signs"; }));
    }
}

TEST_CASE("footnotes: a note that is typed where it is referred to stands behind the text, too") {
    std::vector<Block> blocks = blocks_of(
        "The rent^[As in *Annex* [A].] is due[^2].\n\n[^2]: On the first.\n\n| Tree^[Old.] | Age |\n|--|--|\n"
        "| Pear | 9 ^[open |\n");
    REQUIRE(has_typed_notes(blocks));
    set_note_signs_aside(blocks);
    CHECK(said(blocks) == std::vector<std::string>{"The rent is due.", "Tree\tAge", "Pear\t9 ^[open",
                                                   "As in Annex [A].", "On the first.", "Old."});
    CHECK(blocks[3].part == "footnotes");
    CHECK(blocks[3].line() == 1);
    CHECK(blocks[5].line() == 5);
    const test::DocxFile word = test::DocxFile(word_paragraph(words("The rent") + reference(1) + words(" is due.")))
                                    .footnotes(note(1, "As in Annex A."));
    const Input counted{"b.docx", word.bytes(), {}};
    CHECK(compare(Input{"a.md", "The rent^[As in Annex A.] is due.\n", {}}, counted).changes.empty());
    CHECK(compare(Input{"a.md", "The rent^[As in Annex B.] is due.\n", {}}, counted).changes.size() == 1);
}

TEST_CASE("footnotes: a changed word of a note is told across formats, a changed sign between two files of Markdown") {
    std::string other = lease;
    other.replace(other.find("first day"), 9, "last day");
    const Redline words_changed = compare(Input{"a.md", other, {}}, Input{"b.docx", lease_in_word().bytes(), {}});
    REQUIRE(words_changed.changes.size() == 1);
    CHECK(words_changed.changes[0].before_text == "last");
    CHECK(words_changed.changes[0].after_text == "first");
    std::string moved = lease;
    moved.erase(moved.find("[^2]"), 4);
    CHECK_FALSE(compare(Input{"a.md", lease, {}}, Input{"b.md", moved, {}}).changes.empty());
}
