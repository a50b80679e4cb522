// What must hold of every document that stet reads, whatever the bytes: stops the program where it does not.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace stet::fuzz {

/// The fault is found by the sanitizer's or the test's report of the abort.
inline void must(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

inline void check_block(const Block& block, const Source& source) {
    must(utf8::is_valid(block.text), "a block's text is UTF-8");
    std::uint32_t at = 0;
    for (const Run& run : block.runs) {
        must(run.text.begin == at && run.text.end > at, "runs follow each other");
        at = run.text.end;
    }
    must(at == block.text.size(), "runs cover the text");
    must(block.cells.empty() || block.kind == BlockKind::table_row, "only table rows have cells");
    std::uint32_t cell_end = 0;
    for (const Span& cell : block.cells) {
        must(cell.begin >= cell_end && cell.begin <= cell.end && cell.end <= block.text.size(),
             "cells stand in the text, in order");
        cell_end = cell.end;
    }
    must(!block.fragments.empty(), "a block stands somewhere");
    must(block.fragments.front().text == 0, "the first fragment begins the text");
    for (std::size_t i = 0; i < block.fragments.size(); ++i) {
        const Fragment& fragment = block.fragments[i];
        must(i == 0 || fragment.text > block.fragments[i - 1].text, "fragments follow each other");
        must(fragment.text <= block.text.size(), "a fragment begins in the text");
        must(fragment.line >= 1 && fragment.line <= fragment.last_line, "a fragment's lines are in order");
        must(!source.bytes().empty() || fragment.last_line <= std::max(source.line_count(), 1u),
             "a fragment's lines are the file's");
        must(fragment.source.begin <= fragment.source.end && fragment.source.end <= source.text().size(),
             "a fragment's bytes are the file's");
    }
}

inline void check_blocks(const std::vector<Block>& blocks, const Source& source) {
    for (const Block& block : blocks) check_block(block, source);
}

inline void check_outline(const Document& document) {
    must(document.places.size() == document.blocks.size(), "every block has a place");
    must(!document.nodes.empty() && document.nodes[0].parent == none, "there is a root");
    must(document.nodes[0].first_block == 0 && document.nodes[0].end_block == document.blocks.size(),
         "the root holds every block");
    std::set<std::string_view> paths;
    for (NodeId id = 0; id < document.nodes.size(); ++id) {
        const Node& node = document.nodes[id];
        must(node.level < document.levels.size(), "a unit has a level");
        must(node.end_node > id && node.end_node <= document.nodes.size(), "a unit ends behind itself");
        must(node.first_block <= node.end_block && node.end_block <= document.blocks.size(),
             "a unit's blocks are in order");
        must(paths.insert(node.path).second, "a path is unique");
        if (id == 0) continue;
        must(node.parent < id, "units stand in pre-order");
        const Node& parent = document.nodes[node.parent];
        must(node.end_node <= parent.end_node, "a unit stands in its parent");
        must(node.first_block >= parent.first_block && node.end_block <= parent.end_block,
             "a unit's blocks are its parent's");
        must(node.depth == parent.depth + 1, "a unit is one deeper than its parent");
        must(node.label.span.empty() || node.label.span.end <= document.blocks[node.first_block].text.size(),
             "a label stands in its block");
    }
    for (BlockId id = 0; id < document.blocks.size(); ++id) {
        const Place& place = document.places[id];
        must(place.node < document.nodes.size(), "a block's unit is there");
        const Node& node = document.nodes[place.node];
        must(node.first_block <= id && id < node.end_block, "a block stands in its unit");
        must(place.label.begin <= place.label.end && place.label.end <= document.blocks[id].text.size(),
             "a label stands in its block");
    }
}

/// Letters and digits of all blocks: what no stage may lose.
inline std::size_t letters(const std::vector<Block>& blocks) {
    std::size_t count = 0;
    for (const Block& block : blocks)
        for (const char c : block.text)
            count += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return count;
}

inline std::size_t letters(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return count;
}

}  // namespace stet::fuzz
