#include "document/block.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace stet;

namespace {

constexpr Marks plain{};
const Marks struck = plain.with(Mark::struck);
const Marks written = plain.with(Mark::inserted);
const Marks bold = plain.with(Mark::bold);

Block block(std::initializer_list<std::pair<std::string_view, Marks>> runs, std::uint32_t line = 1) {
    Block out;
    for (const auto& [text, marks] : runs) append_run(out, text, marks);
    std::uint32_t lines = 0;
    for (const char c : out.text) lines += c == '\n';
    out.fragments.push_back({0, line, line + lines, {0, 0}});
    return out;
}

/// Runs cover the text without a gap, in order, and no two neighbours have equal marks.
void check_runs(const Block& block) {
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < block.runs.size(); ++i) {
        CHECK(block.runs[i].text.begin == at);
        CHECK(block.runs[i].text.end > at);
        if (i > 0) CHECK_FALSE(block.runs[i].marks == block.runs[i - 1].marks);
        at = block.runs[i].text.end;
    }
    CHECK(at == block.text.size());
}

void check_fragments(const Block& block) {
    REQUIRE_FALSE(block.fragments.empty());
    CHECK(block.fragments.front().text == 0);
    for (std::size_t i = 0; i < block.fragments.size(); ++i) {
        CHECK(block.fragments[i].text <= block.text.size());
        CHECK(block.fragments[i].line <= block.fragments[i].last_line);
        if (i > 0) CHECK(block.fragments[i].text > block.fragments[i - 1].text);
    }
}

}  // namespace

TEST_CASE("block: runs under the same marks join") {
    const Block out =
        block({{"The ", plain}, {"rate ", plain}, {"", bold}, {"is ", bold}, {"ten", bold}, {".", plain}});
    CHECK(out.text == "The rate is ten.");
    CHECK(out.runs.size() == 3);
    check_runs(out);
}

TEST_CASE("block: the faces of a marked text") {
    Block out = block({{"The rate is ", plain}, {"ten", struck}, {"twelve", written}, {" dollars.", plain}});
    append_run(out, " Why?", plain.with(Mark::comment));
    CHECK(face_text(out, Face::before) == "The rate is ten dollars.");
    CHECK(face_text(out, Face::after) == "The rate is twelve dollars.");
    CHECK(has_aside(out, Face::before));
    CHECK(has_aside(out, Face::after));
}

TEST_CASE("block: marks that say nothing of a change leave both faces whole") {
    const Block out = block({{"The ", plain}, {"rate", bold}, {" is ten.", plain.with(Mark::underline)}});
    CHECK_FALSE(has_aside(out, Face::before));
    CHECK_FALSE(has_aside(out, Face::after));
    CHECK(face_text(out, Face::before) == "The rate is ten.");
    CHECK(face_text(out, Face::after) == "The rate is ten.");
}

TEST_CASE("block: text struck and written in at once is in neither face's way") {
    // An insertion that its author struck again: not there before, not there after.
    const Block out = block({{"a", plain}, {"b", struck.with(Mark::inserted)}});
    CHECK(face_text(out, Face::before) == "a");
    CHECK(face_text(out, Face::after) == "a");
}

TEST_CASE("block: mark names are in a fixed order") {
    CHECK(mark_names(plain) == "");
    CHECK(mark_names(struck.with(Mark::bold)) == "bold struck");
    CHECK(mark_names(plain.with(Mark::coloured).with(Mark::comment).with(Mark::italic)) == "italic comment coloured");
}

TEST_CASE("block: kinds have the names of the contract") {
    CHECK(block_kind_name(BlockKind::heading) == "heading");
    CHECK(block_kind_name(BlockKind::list_item) == "list-item");
    CHECK(block_kind_name(BlockKind::table_row) == "table-row");
    CHECK(block_kind_name(BlockKind::furniture) == "furniture");
}

TEST_CASE("block: lines are counted by the breaks kept in the text") {
    Block out = block({{"one\ntwo\nthree", plain}}, 10);
    CHECK(out.line() == 10);
    CHECK(out.last_line() == 12);
    CHECK(line_of(out, 0) == 10);
    CHECK(line_of(out, 3) == 10);
    CHECK(line_of(out, 4) == 11);
    CHECK(line_of(out, 8) == 12);
    CHECK(line_of(out, 13) == 12);
    CHECK(line_of(out, 1000) == 12);
}

TEST_CASE("block: a paragraph cut by a page has the lines of both its pieces") {
    Block out = block({{"of the\nsame kind\nas before\nit", plain}}, 10);
    out.fragments = {{0, 10, 11, {100, 120}}, {17, 40, 41, {500, 520}}};
    CHECK(line_of(out, 8) == 11);
    CHECK(line_of(out, 17) == 40);
    CHECK(line_of(out, 27) == 41);
    CHECK(fragment_at(out, 16) == 0);
    CHECK(fragment_at(out, 17) == 1);
    CHECK(out.last_line() == 41);
}

TEST_CASE("block: a cut leaves both parts with their words, marks and lines") {
    Block head = block({{"(a) The ", plain}, {"term \n", bold}, {"(1) shall be\nthree years", plain}}, 5);
    head.number = "(a)";
    head.kind = BlockKind::list_item;
    head.depth = 2;
    const Block tail = cut_block(head, static_cast<std::uint32_t>(head.text.find("(1)")));
    CHECK(head.text == "(a) The term");
    CHECK(tail.text == "(1) shall be\nthree years");
    CHECK(head.number == "(a)");
    CHECK(tail.number.empty());
    CHECK(tail.kind == BlockKind::list_item);
    CHECK(tail.depth == 2);
    CHECK(head.line() == 5);
    CHECK(head.last_line() == 5);
    CHECK(tail.line() == 6);
    CHECK(tail.last_line() == 7);
    check_runs(head);
    check_runs(tail);
    check_fragments(head);
    check_fragments(tail);
    CHECK(head.runs.size() == 2);
    CHECK(head.runs.back().marks == bold);
}

TEST_CASE("block: white space at the cut goes, words never do, wherever the cut falls") {
    const std::string text = "one two\nthree  four\nfive";
    for (std::uint32_t at = 0; at <= text.size(); ++at) {
        Block head = block({{text.substr(0, 9), plain}, {text.substr(9), bold}}, 3);
        const Block tail = cut_block(head, at);
        INFO(at);
        std::string words;
        for (const char c : head.text + tail.text)
            if (c != ' ' && c != '\n') words.push_back(c);
        CHECK(words == "onetwothreefourfive");
        check_runs(head);
        check_runs(tail);
        check_fragments(head);
        check_fragments(tail);
        CHECK(head.last_line() <= tail.line());
        CHECK(tail.last_line() == 5);
    }
}

TEST_CASE("block: a cut in the second piece of a paragraph takes that piece's place with it") {
    Block head = block({{"first piece\nsecond piece\nend", plain}}, 10);
    head.fragments = {{0, 10, 10, {0, 11}}, {12, 50, 51, {200, 220}}};
    const Block tail = cut_block(head, static_cast<std::uint32_t>(head.text.find("piece", 12)));
    CHECK(head.text == "first piece\nsecond");
    CHECK(tail.text == "piece\nend");
    REQUIRE(head.fragments.size() == 2);
    CHECK(head.last_line() == 50);
    REQUIRE(tail.fragments.size() == 1);
    CHECK(tail.line() == 50);
    CHECK(tail.last_line() == 51);
    check_fragments(head);
    check_fragments(tail);
}
