#include "document/document.hpp"

#include <doctest/doctest.h>

using namespace stet;

namespace {

Block at_lines(std::uint32_t first, std::uint32_t last, BlockKind kind = BlockKind::paragraph) {
    Block block;
    block.kind = kind;
    append_run(block, "text", {});
    block.fragments.push_back({0, first, last, {}});
    return block;
}

}  // namespace

TEST_CASE("document: a unit's lines go from its label to the end of its last child") {
    Document document;
    document.blocks = {at_lines(1, 1, BlockKind::heading), at_lines(3, 6), at_lines(8, 9)};
    document.places.resize(3);
    document.nodes.resize(2);
    document.nodes[0].end_block = 3;
    document.nodes[1].parent = 0;
    document.nodes[1].first_block = 1;
    document.nodes[1].end_block = 3;
    CHECK(document.line(0) == 1);
    CHECK(document.last_line(0) == 9);
    CHECK(document.line(1) == 3);
    CHECK(document.last_line(1) == 9);
}

TEST_CASE("document: a label that stands on a later line of its block says where") {
    Document document;
    Block block;
    append_run(block, "LETTER\nNumber 4\nParking", {});
    block.fragments.push_back({0, 20, 22, {}});
    document.blocks = {block};
    document.nodes.resize(1);
    document.nodes[0].end_block = 1;
    document.nodes[0].label.span = {7, 15};
    CHECK(document.line(0) == 21);
    CHECK(document.last_line(0) == 22);
}

TEST_CASE("document: furniture after a unit does not lengthen it") {
    Document document;
    document.blocks = {at_lines(1, 4), at_lines(6, 6, BlockKind::furniture)};
    document.nodes.resize(1);
    document.nodes[0].end_block = 2;
    CHECK(document.last_line(0) == 4);
}

TEST_CASE("document: a document without text has a line too") {
    Document document;
    document.nodes.resize(1);
    CHECK(document.line(0) == 1);
    CHECK(document.last_line(0) == 1);
}
