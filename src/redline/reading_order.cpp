// The reading order: a spine of pairs that stay in place, and between its pairs first what went, then what came; rows
// that came at the end of a table before what went from below it.
#include "redline/reading_order.hpp"

#include <algorithm>
#include <numeric>

#include "diff/sequence.hpp"

namespace stet {

namespace {

/// A stretch of one document: its block and the pair that it belongs to.
struct Unit {
    BlockId block;
    std::uint32_t pair;
};

/// For every node whether it or a unit above it moved.
std::vector<bool> in_moved_unit(const Document& document, const std::vector<std::uint32_t>& match,
                                const Alignment& alignment) {
    std::vector<bool> out(document.nodes.size(), false);
    for (NodeId id = 1; id < out.size(); ++id)
        out[id] = out[document.nodes[id].parent] || (match[id] != none && alignment.nodes[match[id]].moved);
    return out;
}

std::vector<Unit> units(const Document& document, const Alignment& alignment, BlockId BlockPair::*side,
                        Span BlockPair::*text) {
    std::vector<std::uint32_t> first(document.blocks.size() + 1, 0);  // by block: where its pairs begin in `pairs`
    for (const BlockPair& pair : alignment.blocks) ++first[pair.*side + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::uint32_t> pairs(alignment.blocks.size());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (std::uint32_t i = 0; i < pairs.size(); ++i) pairs[next[alignment.blocks[i].*side]++] = i;
    std::vector<Unit> out;
    out.reserve(document.blocks.size() + document.blocks.size() / 8);
    for (BlockId id = 0; id < document.blocks.size(); ++id) {
        const auto begin = pairs.begin() + first[id];
        const auto end = pairs.begin() + first[id + 1];
        if (begin == end) out.push_back({id, none});
        std::sort(begin, end, [&](std::uint32_t x, std::uint32_t y) {
            return (alignment.blocks[x].*text).begin < (alignment.blocks[y].*text).begin;
        });
        for (auto pair = begin; pair != end; ++pair) out.push_back({id, *pair});
    }
    return out;
}

/// For every pair whether it is shown in place: not moved, and on the heaviest spine that keeps both orders.
std::vector<bool> pairs_in_place(const Document& before, const Document& after, const Alignment& alignment,
                                 const std::vector<Unit>& b_units, const std::vector<Unit>& a_units) {
    const auto b_moved = in_moved_unit(before, alignment.before_match, alignment);
    const auto a_moved = in_moved_unit(after, alignment.after_match, alignment);
    std::vector<std::uint32_t> a_rank(alignment.blocks.size());
    for (std::uint32_t i = 0; i < a_units.size(); ++i)
        if (a_units[i].pair != none) a_rank[a_units[i].pair] = i;
    std::vector<std::uint32_t> candidates;
    std::vector<std::uint32_t> values;
    std::vector<std::uint64_t> weights;
    for (const Unit& unit : b_units) {
        if (unit.pair == none) continue;
        const BlockPair& pair = alignment.blocks[unit.pair];
        if (pair.moved || b_moved[before.places[pair.before].node] || a_moved[after.places[pair.after].node]) continue;
        candidates.push_back(unit.pair);
        values.push_back(a_rank[unit.pair]);
        weights.push_back(1 + (is_set_aside(before.blocks[pair.before].kind) ? 0 : 2 + pair.before_text.size()));
    }
    std::vector<bool> out(alignment.blocks.size(), false);
    for (const std::uint32_t i : heaviest_increasing(values, weights)) out[candidates[i]] = true;
    return out;
}

/// Whether a unit is a row of the table that the unit before it is a row of: rows that came at a table's end stand with
/// it, and not behind what went from below it.
bool goes_on_in_table(const Document& document, const std::vector<Unit>& units, std::size_t at) {
    if (at == 0 || at >= units.size()) return false;
    const std::uint32_t table = document.blocks[units[at].block].table;
    return table != 0 && document.blocks[units[at - 1].block].table == table;
}

}  // namespace

std::vector<ReadingStep> reading_order(const Document& before, const Document& after, const Alignment& alignment) {
    const auto b_units = units(before, alignment, &BlockPair::before, &BlockPair::before_text);
    const auto a_units = units(after, alignment, &BlockPair::after, &BlockPair::after_text);
    const auto in_place = pairs_in_place(before, after, alignment, b_units, a_units);
    const auto stays = [&](const Unit& unit) { return unit.pair != none && in_place[unit.pair]; };
    std::vector<ReadingStep> out;
    out.reserve(b_units.size() + a_units.size());
    std::size_t b = 0;
    std::size_t a = 0;
    while (b < b_units.size() || a < a_units.size()) {
        const bool comes = a < a_units.size() && !stays(a_units[a]);
        const bool ends_table = comes && goes_on_in_table(after, a_units, a) && !goes_on_in_table(before, b_units, b);
        if (b < b_units.size() && !stays(b_units[b]) && !ends_table) {
            out.push_back({b_units[b].pair, b_units[b].block, none});
            ++b;
        } else if (comes) {
            out.push_back({a_units[a].pair, none, a_units[a].block});
            ++a;
        } else {
            out.push_back({b_units[b].pair, b_units[b].block, a_units[a].block});
            ++b;
            ++a;
        }
    }
    return out;
}

}  // namespace stet
