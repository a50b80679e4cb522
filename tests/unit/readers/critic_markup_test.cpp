// CriticMarkup in finished blocks: marks set, signs taken out, cells and lines kept true.
#include "readers/critic_markup.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace stet;

namespace {

Block paragraph(std::string_view text, std::uint32_t line = 1) {
    Block block;
    append_run(block, text, {});
    block.fragments.push_back({0, line, line, {}});
    return block;
}

std::string shown(const Block& block) {
    std::string out;
    for (const Run& run : block.runs) {
        const std::string text = block.text.substr(run.text.begin, run.text.size());
        out += run.marks.empty() ? text : "[" + mark_names(run.marks) + ":" + text + "]";
    }
    return out;
}

std::string shown(std::string_view text) {
    std::vector<Block> blocks = {paragraph(text)};
    std::vector<EscapedByte> escaped;
    read_critic_markup(blocks, escaped);
    return blocks.empty() ? std::string() : shown(blocks[0]);
}

}  // namespace

TEST_CASE("critic markup: each sign sets its mark") {
    CHECK(shown("a {++b++} c") == "a [inserted:b] c");
    CHECK(shown("a {--b--} c") == "a [struck:b] c");
    CHECK(shown("a {~~b~>c~~} d") == "a [struck:b][inserted:c] d");
    CHECK(shown("a {==b==}{>>c<<} d") == "a [highlight:b][comment:c] d");
    CHECK(shown("{++a++}{--b--}") == "[inserted:a][struck:b]");
}

TEST_CASE("critic markup: marks may stand in each other") {
    CHECK(shown("{++a {>>b<<} c++}") == "[inserted:a ][inserted comment:b][inserted: c]");
    CHECK(shown("{++a{++ b++}++}") == "[inserted:a b]");
}

TEST_CASE("critic markup: signs without a partner stay") {
    CHECK(shown("a {++b c") == "a {++b c");
    CHECK(shown("a b++} c") == "a b++} c");
    CHECK(shown("a {~~b~~} c") == "a {~~b~~} c");
    CHECK(shown("a ~> b {--c++} d") == "a ~> b {--c++} d");
    CHECK(shown("a {++b {--c++} d--}") == "a [inserted:b {--c] d--}");
}

TEST_CASE("critic markup: a mark reaches over blocks, and blocks without words go") {
    std::vector<Block> blocks = {paragraph("a {++b", 1), paragraph("c", 3), paragraph("++}", 5), paragraph("d", 7)};
    std::vector<EscapedByte> escaped;
    read_critic_markup(blocks, escaped);
    REQUIRE(blocks.size() == 3);
    CHECK(shown(blocks[0]) == "a [inserted:b]");
    CHECK(shown(blocks[1]) == "[inserted:c]");
    CHECK(shown(blocks[2]) == "d");
    CHECK(blocks[2].line() == 7);
}

TEST_CASE("critic markup: the first line moves on where a sign stood alone on it") {
    Block block = paragraph("{++\nwords++}");
    block.fragments[0].last_line = 2;
    std::vector<Block> blocks = {block};
    std::vector<EscapedByte> escaped;
    read_critic_markup(blocks, escaped);
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].text == "words");
    CHECK(blocks[0].line() == 2);
    CHECK(blocks[0].last_line() == 2);
}

TEST_CASE("critic markup: cells of rows keep their stretches") {
    Block row;
    row.kind = BlockKind::table_row;
    append_run(row, "a {--b--}\t{++c++} d\te", {});
    row.cells = {{0, 9}, {10, 19}, {20, 21}};
    row.fragments.push_back({0, 1, 1, {}});
    std::vector<Block> blocks = {row};
    std::vector<EscapedByte> escaped;
    read_critic_markup(blocks, escaped);
    REQUIRE(blocks[0].text == "a b\tc d\te");
    CHECK(blocks[0].cells == std::vector<Span>{{0, 3}, {4, 7}, {8, 9}});
}

TEST_CASE("critic markup: code and escaped signs are text") {
    Block block;
    append_run(block, "a ", {});
    append_run(block, "{++b++}", Marks{}.with(Mark::code));
    append_run(block, " {++c++}", {});
    block.fragments.push_back({0, 1, 1, {}});
    std::vector<Block> blocks = {block, paragraph("{++d++} {++e++}")};
    std::vector<EscapedByte> escaped = {{1, 0}};
    read_critic_markup(blocks, escaped);
    CHECK(shown(blocks[0]) == "a [code:{++b++}] [inserted:c]");
    CHECK(shown(blocks[1]) == "{++d++} [inserted:e]");
}

TEST_CASE("critic markup: escaped bytes follow what is taken out") {
    std::vector<Block> blocks = {paragraph("{++++}"), paragraph("{++ a++} [b {--c--} [d")};
    std::vector<EscapedByte> escaped = {{1, 9}, {1, 20}};
    read_critic_markup(blocks, escaped);
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].text == "a [b c [d");
    CHECK(escaped[0].block == 0);
    CHECK(escaped[0].at == 2);
    CHECK(escaped[1].at == 7);
}

TEST_CASE("critic markup: quickly says where there is none") {
    CHECK(may_hold_critic_markup("a {~~b"));
    CHECK_FALSE(may_hold_critic_markup("a {b} {{ c ++}"));
}
