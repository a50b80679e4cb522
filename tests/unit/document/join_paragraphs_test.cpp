// Paragraphs whose end is tracked: one in one face, two in the other.
#include "document/join_paragraphs.hpp"

#include <doctest/doctest.h>

using namespace stet;

namespace {

Block block(std::string_view text, Marks marks, bool joins_after, bool joins_before = false) {
    Block out;
    append_run(out, text, marks);
    out.fragments.push_back({0, 1, 1, {}});
    out.joins_after = joins_after;
    out.joins_before = joins_before;
    return out;
}

const Marks struck = Marks{}.with(Mark::struck);

}  // namespace

TEST_CASE("two paragraphs are one in the face that has no end between them") {
    const std::vector<Block> two = {block("one ", {}, true), block("two", {}, false)};
    CHECK(join_paragraphs(two, Face::before).size() == 2);
    const auto joined = join_paragraphs(two, Face::after);
    REQUIRE(joined.size() == 1);
    CHECK(joined[0].text == "one two");
    CHECK(joined[0].runs.size() == 1);
}

TEST_CASE("a paragraph that is all struck stays by itself") {
    const std::vector<Block> blocks = {block("gone", struck, true), block("here", {}, false)};
    CHECK(join_paragraphs(blocks, Face::after).size() == 2);
}

TEST_CASE("what is joined has the number of the last, and its end") {
    std::vector<Block> blocks = {block("a", {}, true), block("gone", struck, true), block("b", {}, false)};
    blocks[0].number = "1.";
    blocks[2].number = "2.";
    blocks[2].computed = true;
    const auto joined = join_paragraphs(blocks, Face::after);
    REQUIRE(joined.size() == 1);
    CHECK(joined[0].text == "agoneb");
    CHECK(face_text(joined[0], Face::after) == "ab");
    CHECK(joined[0].number == "2.");
    CHECK(joined[0].computed);
}

TEST_CASE("stories are not joined with each other, nor rows of tables") {
    std::vector<Block> blocks = {block("a", {}, true), block("b", {}, false)};
    blocks[1].part = "footnotes";
    CHECK(join_paragraphs(blocks, Face::after).size() == 2);
    blocks[1].part.clear();
    blocks[1].kind = BlockKind::table_row;
    blocks[1].cells = {{0, 1}};
    CHECK(join_paragraphs(blocks, Face::after).size() == 2);
}

TEST_CASE("for both faces at once the end is a line break that is struck or inserted") {
    const auto gone = join_paragraphs({block("one", {}, true), block("two", {}, false)});
    REQUIRE(gone.size() == 1);
    CHECK(face_text(gone[0], Face::before) == "one\ntwo");
    CHECK(face_text(gone[0], Face::after) == "onetwo");
    const auto come = join_paragraphs({block("one", {}, false, true), block("two", {}, false)});
    REQUIRE(come.size() == 1);
    CHECK(face_text(come[0], Face::before) == "onetwo");
    CHECK(face_text(come[0], Face::after) == "one\ntwo");
}
