// Joins blocks.
#include "document/join_paragraphs.hpp"

#include <algorithm>

namespace stet {

namespace {

bool has_words(const Block& block, Face face) {
    return std::any_of(block.runs.begin(), block.runs.end(), [&](const Run& run) {
        const auto begin = block.text.begin() + run.text.begin;
        return !outside(run.marks, face) &&
               std::any_of(begin, begin + run.text.size(), [](char c) { return c != ' ' && c != '\n' && c != '\t'; });
    });
}

bool joins(const Block& block, Face face) {
    return block.cells.empty() && (face == Face::before ? block.joins_before : block.joins_after);
}

bool joins_any(const Block& block) {
    return joins(block, Face::before) || joins(block, Face::after);
}

void append(Block& to, const Block& from) {
    for (const Run& run : from.runs)
        append_run(to, std::string_view(from.text).substr(run.text.begin, run.text.size()), run.marks);
    if (!to.fragments.empty()) to.fragments.back().last_line = std::max(to.last_line(), from.last_line());
    to.kind = from.kind;
    to.depth = from.depth;
    to.number = from.number;
    to.computed = from.computed;
    to.number_before = from.number_before;
    to.joins_before = from.joins_before;
    to.joins_after = from.joins_after;
}

bool can_take(const Block& block, const Block& next) {
    return next.cells.empty() && next.kind != BlockKind::table_row && next.part == block.part;
}

}  // namespace

std::vector<Block> join_paragraphs(std::vector<Block> blocks, Face face) {
    if (std::none_of(blocks.begin(), blocks.end(), [&](const Block& block) { return joins(block, face); }))
        return blocks;
    std::vector<Block> out;
    out.reserve(blocks.size());
    bool open = false;  // the last block out goes on in the next
    for (Block& block : blocks) {
        if (open && can_take(out.back(), block))
            append(out.back(), block);
        else
            out.push_back(std::move(block));
        open = joins(out.back(), face) && has_words(out.back(), face);
    }
    return out;
}

std::vector<Block> join_paragraphs(std::vector<Block> blocks) {
    if (std::none_of(blocks.begin(), blocks.end(), joins_any)) return blocks;
    std::vector<Block> out;
    out.reserve(blocks.size());
    bool open = false;
    for (Block& block : blocks) {
        if (open && can_take(out.back(), block)) {
            Marks marks;
            if (out.back().joins_after) marks = marks.with(Mark::struck);
            if (out.back().joins_before) marks = marks.with(Mark::inserted);
            append_run(out.back(), "\n", marks);
            append(out.back(), block);
        } else {
            out.push_back(std::move(block));
        }
        const Block& last = out.back();
        open = (joins(last, Face::before) && has_words(last, Face::before)) ||
               (joins(last, Face::after) && has_words(last, Face::after));
    }
    return out;
}

}  // namespace stet
