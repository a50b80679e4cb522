// Bracketed spans in finished blocks.
#include "readers/bracketed_spans.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "readers/reader.hpp"
#include "writers/markdown_line.hpp"

using namespace stet;

namespace {

std::string shown(std::string_view text, const std::vector<EscapedByte>& escaped = {}, bool* noted = nullptr) {
    Block block;
    append_run(block, text, {});
    block.fragments.push_back({0, 1, 1, {}});
    std::vector<Block> blocks = {block};
    LeftOut left_out;
    read_bracketed_spans(blocks, escaped, left_out);
    Diagnostics diagnostics;
    left_out.report("a.md", diagnostics);
    if (noted != nullptr) *noted = !diagnostics.empty();
    std::string out;
    for (const Run& run : blocks[0].runs) {
        const std::string words = blocks[0].text.substr(run.text.begin, run.text.size());
        out += run.marks.empty() ? words : "<" + mark_names(run.marks) + ":" + words + ">";
    }
    return out;
}

}  // namespace

TEST_CASE("bracketed spans: what their classes say") {
    CHECK(shown("a [b]{.underline} c") == "a <underline:b> c");
    CHECK(shown("a [b]{.ul}, [c [d]]{.mark}") == "a <underline:b>, <highlight:c [d]>");
    CHECK(shown("[b]{.insertion author=\"R. H.\" date=\"2026-05-01\"}[c]{.deletion}") == "<inserted:b><struck:c>");
}

TEST_CASE("bracketed spans: other brackets stay as they are") {
    CHECK(shown("a [b] {c} [d]{.smallcaps} e]{.ul}") == "a [b] {c} [d]{.smallcaps} e]{.ul}");
    CHECK_FALSE(may_hold_bracketed_spans("a [b] {.underline}"));
}

TEST_CASE("bracketed spans: escaped signs are text") {
    CHECK(shown("[b]{.deletion}", {{0, 0}}) == "[b]{.deletion}");
    CHECK(shown("[b]{.deletion}", {{0, 2}}) == "[b]{.deletion}");
    CHECK(shown("[b]{.deletion}", {{0, 3}}) == "[b]{.deletion}");
    CHECK(shown("[a [b] c]{.deletion}", {{0, 3}, {0, 5}}) == "<struck:a [b] c>");
}

TEST_CASE("bracketed spans: who marked them and when is told as left out") {
    bool noted = false;
    shown("[b]{.insertion author=\"R. H.\"}", {}, &noted);
    CHECK(noted);
    shown("[b]{.insertion}", {}, &noted);
    CHECK_FALSE(noted);
}

TEST_CASE("bracketed spans: what Markdown escapes is read back as text") {
    const auto face = [](const std::string& markdown) {
        Diagnostics diagnostics;
        const Source source("a.md", std::string(markdown), diagnostics);
        const ReadBlocks read = read_markdown(source);
        REQUIRE(read.blocks.size() == 1);
        return face_text(read.blocks[0], Face::after);
    };
    CHECK(face("The \\[rate]{.deletion} is kept.\n") == "The [rate]{.deletion} is kept.");
    CHECK(face("*The* \\[rate\\]{.deletion} is kept.\n") == "The [rate]{.deletion} is kept.");
    CHECK(face("*The* {++new++} \\[rate]{.deletion} [is]{.deletion} kept.\n") == "The new [rate]{.deletion}  kept.");
    for (const std::string text : {"The [rate]{.deletion} is kept.", "[a]{.ul}", "a]{.ul} [b", "{.ul}"})
        CHECK(face(markdown_paragraph(text) + "\n") == text);
    CHECK(markdown_paragraph("[rate]{.deletion}") == "\\[rate]\\{.deletion}");
}
