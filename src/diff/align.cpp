// The alignment of two documents, pass by pass; then what moved, and the blocks of what was paired.
#include "diff/align.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "diff/block_order.hpp"
#include "diff/cut_blocks.hpp"
#include "diff/matching.hpp"
#include "diff/move_blocks.hpp"
#include "diff/pair_blocks.hpp"
#include "diff/sequence.hpp"
#include "diff/table_diff.hpp"
#include "text/parallel.hpp"

namespace stet {

std::string_view matched_by_name(MatchedBy by) {
    static constexpr std::array<std::string_view, 9> names = {"root",    "identical", "label", "heading", "position",
                                                              "similar", "moved",     "split", "merged"};
    return names[static_cast<std::size_t>(by)];
}

namespace {

/// Of siblings out of order as few as possible moved; of as few, those that have another label now, and the shorter.
constexpr std::uint64_t fewest_moves = std::uint64_t{1} << 40;
constexpr std::uint64_t kept_label = std::uint64_t{1} << 24;
/// Pairs of units for which another thread is worth its start.
constexpr std::size_t matches_a_thread = 40;

void match_nodes(Matching& matching) {
    match_identical(matching);
    match_frames(matching);
    matching.make_bags();
    match_similar(matching);
    match_named(matching);
    match_split_merge(matching);
    match_moved(matching);
    match_similar(matching);
    match_split_merge(matching);
    match_labels(matching);
    match_similar(matching);
    part_strays(matching);
    match_remaining(matching);
    match_crossed(matching);
}

/// The match under which a pair stands on one side, and whose child holds it on the other: the unit was nested one
/// level deeper or shallower, or a heading beside it was raised above it or lowered to its level. None where neither is
/// so.
std::uint32_t nested_under(const Matching& matching, const NodeMatch& match) {
    const DocumentSide& before = matching.before;
    const DocumentSide& after = matching.after;
    const Node& x = before.node(match.before.front());
    const Node& y = after.node(match.after.front());
    const std::uint32_t b = before.match[x.parent];
    const std::uint32_t a = after.match[y.parent];
    const bool parent_was_raised =
        a != none && a != 0 && before.node(matching.matches[a].before.front()).parent == x.parent;
    const bool parent_was_lowered =
        b != none && b != 0 && after.node(matching.matches[b].after.front()).parent == y.parent;
    const bool same_level = before.document().levels[x.level] == after.document().levels[y.level];
    if (same_level && !parent_was_raised && !parent_was_lowered) return none;
    if (y.parent != 0 && b != none && after.match[after.node(y.parent).parent] == b) return b;
    if (x.parent != 0 && a != none && before.match[before.node(x.parent).parent] == a) return a;
    return none;
}

/// Whether both stand right under a pair. Children of units that have gone or come say nothing of the order of others.
bool has_paired_parent(const Matching& matching, const NodeMatch& match) {
    return !matching.before.is_free(matching.before.node(match.before.front()).parent) &&
           !matching.after.is_free(matching.after.node(match.after.front()).parent);
}

/// Marks the pairs that stand under another parent or out of the order of their siblings; nesting alone is no move.
void find_moves(Matching& matching) {
    struct Sibling {
        std::uint32_t parent, before, match;  // parent's match
        bool nested;                          // stands right under the parent on one side only
    };
    std::vector<Sibling> siblings;
    for (std::uint32_t i = 1; i < matching.matches.size(); ++i) {
        NodeMatch& match = matching.matches[i];
        const std::uint32_t b = matching.before.ancestor_match(match.before.front());
        const std::uint32_t a = matching.after.ancestor_match(match.after.front());
        const std::uint32_t parent = b == a ? b : nested_under(matching, match);
        match.moved = parent == none;
        if (!match.moved) siblings.push_back({parent, match.before.front(), i, b != a});
    }
    std::sort(siblings.begin(), siblings.end(), [](const Sibling& x, const Sibling& y) {
        return x.parent != y.parent ? x.parent < y.parent : x.before < y.before;
    });
    std::vector<std::uint32_t> values;
    std::vector<std::uint64_t> weights;
    for (std::size_t begin = 0, end = 0; begin < siblings.size(); begin = end) {
        values.clear();
        weights.clear();
        for (end = begin; end < siblings.size() && siblings[end].parent == siblings[begin].parent; ++end) {
            NodeMatch& match = matching.matches[siblings[end].match];
            match.moved = true;
            values.push_back(match.after.front());
            const bool counts = has_paired_parent(matching, match) && !siblings[end].nested;
            const bool labelled =
                same_label(matching.before.node(match.before.front()), matching.after.node(match.after.front()));
            weights.push_back((counts ? fewest_moves : 0) + (labelled ? kept_label : 0) + 1 +
                              matching.before.prints().whole[match.before.front()].words);
        }
        for (const std::uint32_t k : heaviest_increasing(values, weights))
            matching.matches[siblings[begin + k].match].moved = false;
    }
}

std::vector<BlockId> blocks_of(const DocumentSide& side, const std::vector<NodeId>& nodes) {
    std::vector<BlockId> out;
    for (const NodeId node : nodes) {
        const auto& own = side.prints().own_blocks[node];
        out.insert(out.end(), own.begin(), own.end());
    }
    return out;
}

std::vector<BlockId> set_aside_blocks(const Document& document) {
    std::vector<BlockId> out;
    for (BlockId id = 0; id < document.blocks.size(); ++id)
        if (is_set_aside(document.blocks[id].kind)) out.push_back(id);
    return out;
}

/// Blocks in no pair, contents and furniture apart.
std::vector<BlockId> free_blocks(const Document& document, const std::vector<bool>& taken) {
    std::vector<BlockId> out;
    for (BlockId id = 0; id < document.blocks.size(); ++id)
        if (!taken[id] && !is_set_aside(document.blocks[id].kind)) out.push_back(id);
    return out;
}

/// For every free block how many pairs of the spine (ascending on both sides) stand before it.
std::vector<std::uint64_t> gap_keys(const PrintedDocument& side, const std::vector<BlockId>& blocks,
                                    const std::vector<BlockId>& spine) {
    std::vector<std::uint64_t> out;
    std::size_t passed = 0;
    for (const BlockId id : blocks) {
        while (passed < spine.size() && spine[passed] < id) ++passed;
        const std::uint64_t kind =
            (side.document.places[id].label.empty() ? 0U : 1U) + (side.document.blocks[id].cells.empty() ? 0U : 2U);
        out.push_back(mix(mix(side.prints.blocks[id].hash, passed), kind));
    }
    return out;
}

/// Whether a block is the heading of a unit that has a text of its own: where the units are no pair, neither are these.
bool heads_a_text(const PrintedDocument& side, BlockId id) {
    const Place& place = side.document.places[id];
    return place.heading && side.prints.own_blocks[place.node].size() > 1;
}

/// Whether a row stands in a table with others.
bool has_other_rows(const Document& document, BlockId id) {
    const std::uint32_t table = document.blocks[id].table;
    return (id > 0 && document.blocks[id - 1].table == table) ||
           (id + 1 < document.blocks.size() && document.blocks[id + 1].table == table);
}

/// Takes out the rows that are all that two tables of several rows have in common, their header most often: another
/// table stands there.
void drop_lone_rows(const PrintedDocument& before, const PrintedDocument& after, std::size_t first,
                    std::vector<BlockPair>& pairs) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> rows;  // by pair of tables
    const auto tables = [&](const BlockPair& pair) {
        return std::pair(before.document.blocks[pair.before].table, after.document.blocks[pair.after].table);
    };
    for (std::size_t i = first; i < pairs.size(); ++i) ++rows[tables(pairs[i])];
    const auto is_lone = [&](const BlockPair& pair) {
        return tables(pair).first != 0 && rows[tables(pair)] == 1 && has_other_rows(before.document, pair.before) &&
               has_other_rows(after.document, pair.after);
    };
    pairs.erase(std::remove_if(pairs.begin() + static_cast<std::ptrdiff_t>(first), pairs.end(), is_lone), pairs.end());
}

/// Whether two equal blocks are a sentence that comes back all the time, of a unit that went and of one that came.
bool is_chance(Matching& matching, BlockId b, BlockId a) {
    return matching.before.is_free(matching.before.document().places[b].node) &&
           matching.after.is_free(matching.after.document().places[a].node) && matching.are_patchwork(b, a);
}

/// Equal blocks in the same place whose units are no pair (a heading came in above them): they stay where they are.
void pair_in_place(const PrintedDocument& before, const std::vector<BlockId>& b, const PrintedDocument& after,
                   const std::vector<BlockId>& a, Matching& matching, std::vector<BlockPair>& pairs) {
    if (b.empty() || a.empty()) return;
    const auto order = in_order_of(pairs, &BlockPair::before, &BlockPair::before_text);
    std::vector<std::uint32_t> values;
    std::vector<std::uint64_t> weights;
    for (const std::uint32_t i : order) {
        values.push_back(pairs[i].after);
        weights.push_back(1 + pairs[i].before_text.size());
    }
    std::vector<BlockId> b_spine;
    std::vector<BlockId> a_spine;
    for (const std::uint32_t i : heaviest_increasing(values, weights)) {
        b_spine.push_back(pairs[order[i]].before);
        a_spine.push_back(pairs[order[i]].after);
    }
    const auto b_keys = gap_keys(before, b, b_spine);
    const auto a_keys = gap_keys(after, a, a_spine);
    const std::size_t first = pairs.size();
    for (const auto& [x, y] : common_subsequence(b_keys, a_keys))
        if (before.prints.blocks[b[x]].words > 0 && !(heads_a_text(before, b[x]) && heads_a_text(after, a[y])) &&
            !is_chance(matching, b[x], a[y]))
            pairs.push_back({b[x], whole_text(before.document, b[x]), a[y], whole_text(after.document, a[y]), false});
    drop_lone_rows(before, after, first, pairs);
}

std::vector<BlockPair> pair_all_blocks(Matching& matching) {
    const PrintedDocument before{matching.before.document(), matching.before.prints()};
    const PrintedDocument after{matching.after.document(), matching.after.prints()};
    std::vector<std::vector<BlockPair>> by_match(matching.matches.size());
    for_each_index(by_match.size(), matches_a_thread, [&](std::size_t i) {
        const NodeMatch& match = matching.matches[i];
        pair_blocks(before, blocks_of(matching.before, match.before), after, blocks_of(matching.after, match.after),
                    matching.rarity, by_match[i]);
    });
    std::vector<BlockPair> pairs;
    for (const auto& found : by_match) pairs.insert(pairs.end(), found.begin(), found.end());
    std::vector<bool> b_taken(before.document.blocks.size(), false);
    std::vector<bool> a_taken(after.document.blocks.size(), false);
    for (const BlockPair& pair : pairs) b_taken[pair.before] = a_taken[pair.after] = true;
    pair_in_place(before, free_blocks(before.document, b_taken), after, free_blocks(after.document, a_taken), matching,
                  pairs);
    pair_lone_rows(before.document, after.document, pairs);
    cut_blocks(before, after, matching.rarity, 0, pairs);
    for (const BlockPair& pair : pairs) b_taken[pair.before] = a_taken[pair.after] = true;
    const std::size_t in_place = pairs.size();
    move_blocks(before, free_blocks(before.document, b_taken), after, free_blocks(after.document, a_taken), matching,
                pairs);
    cut_blocks(before, after, matching.rarity, in_place, pairs);
    const auto b_aside = set_aside_blocks(before.document);
    const auto a_aside = set_aside_blocks(after.document);
    std::vector<std::uint64_t> b_keys;
    std::vector<std::uint64_t> a_keys;
    for (const BlockId id : b_aside) b_keys.push_back(before.prints.blocks[id].hash);
    for (const BlockId id : a_aside) a_keys.push_back(after.prints.blocks[id].hash);
    for (const auto& [x, y] : common_subsequence(b_keys, a_keys))
        pairs.push_back({b_aside[x], whole_text(before.document, b_aside[x]), a_aside[y],
                         whole_text(after.document, a_aside[y]), false});
    std::vector<BlockPair> sorted;
    sorted.reserve(pairs.size());
    for (const std::uint32_t i : in_order_of(pairs, &BlockPair::after, &BlockPair::after_text))
        sorted.push_back(pairs[i]);
    return sorted;
}

}  // namespace

Alignment align(const Document& before, const Document& after) {
    const std::array<const Document*, 2> documents{&before, &after};
    const std::vector<Fingerprints> prints = fingerprint(documents);
    Matching matching(before, prints[0], after, prints[1]);
    match_nodes(matching);
    find_moves(matching);
    Alignment alignment;
    alignment.blocks = pair_all_blocks(matching);
    alignment.nodes = std::move(matching.matches);
    alignment.before_match = std::move(matching.before.match);
    alignment.after_match = std::move(matching.after.match);
    return alignment;
}

}  // namespace stet
