// Bracketed spans in finished blocks.
#include "readers/bracketed_spans.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace stet;

namespace {

std::string shown(std::string_view text) {
    Block block;
    append_run(block, text, {});
    block.fragments.push_back({0, 1, 1, {}});
    std::vector<Block> blocks = {block};
    read_bracketed_spans(blocks);
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
