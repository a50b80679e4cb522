// Units that are alike, sought where they should be: between two pairs, and under a pair.
//
//   before:  5 A  6 B  7 C          after:  5 A  6 X  7 B'  8 C
//   wrong:   6 B became 6 X (same label, shared boilerplate)
//   ours:    B became B' (order kept, greatest sum of likeness), X is new
//
// A parent whose title changed is known by its children.
#include <algorithm>
#include <map>

#include "diff/matching.hpp"
#include "diff/sequence.hpp"

namespace stet {

namespace {

/// Least score of a pair between two anchors, and of one whose parents are paired as well.
constexpr float least_between = 0.55F;
constexpr float least_under_parent = 0.45F;
/// Share of a unit's words that must have gone to one other unit for the two to be the same.
constexpr double most_of_it = 0.5;
/// A unit with so much text of its own must also be a little like its partner.
constexpr std::uint32_t own_text_words = 12;
constexpr float least_own = 0.2F;
/// More where only stock phrases speak for it and it has another title or left its place.
constexpr float least_of_stock = 0.6F;

/// Pairs whose order agrees, as anchors.
std::vector<std::pair<NodeId, NodeId>> anchors(const Matching& matching) {
    const auto all = matching.pairs();
    std::vector<std::uint32_t> values;
    std::vector<std::uint64_t> weights;
    for (const auto& [b, a] : all) {
        values.push_back(a);
        weights.push_back(1 + matching.before.prints().own[b].words);
    }
    std::vector<std::pair<NodeId, NodeId>> out;
    for (const std::uint32_t i : heaviest_increasing(values, weights)) out.push_back(all[i]);
    return out;
}

std::vector<NodeId> free_between(const DocumentSide& side, NodeId from, NodeId to) {
    std::vector<NodeId> out;
    for (NodeId id = from; id < to; ++id)
        if (side.is_free(id)) out.push_back(id);
    return out;
}

void pair_between_anchors(Matching& matching) {
    const auto spine = anchors(matching);
    std::vector<FreeUnits> gaps;
    for (std::size_t i = 0; i < spine.size(); ++i) {
        const bool last = i + 1 == spine.size();
        const NodeId b_end = last ? static_cast<NodeId>(matching.before.match.size()) : spine[i + 1].first;
        const NodeId a_end = last ? static_cast<NodeId>(matching.after.match.size()) : spine[i + 1].second;
        FreeUnits gap{free_between(matching.before, spine[i].first + 1, b_end), {}};
        if (gap.before.empty()) continue;
        gap.after = free_between(matching.after, spine[i].second + 1, a_end);
        if (!gap.after.empty()) gaps.push_back(std::move(gap));
    }
    matching.compare_all(gaps);
    for (const FreeUnits& gap : gaps) matching.pair_in_order(gap.before, gap.after, least_between);
}

/// Free nodes by the match of their nearest paired ancestor.
std::map<std::uint32_t, std::vector<NodeId>> by_ancestor(const DocumentSide& side) {
    std::map<std::uint32_t, std::vector<NodeId>> out;
    for (NodeId id = 1; id < side.match.size(); ++id)
        if (side.is_free(id)) out[side.ancestor_match(id)].push_back(id);
    return out;
}

/// True where anything was paired.
bool pair_under_parents(Matching& matching) {
    const std::size_t count = matching.matches.size();
    const auto b = by_ancestor(matching.before);
    const auto a = by_ancestor(matching.after);
    for (const auto& [match, nodes] : b)
        if (const auto found = a.find(match); found != a.end())
            matching.pair_in_order(nodes, found->second, least_under_parent);
    return matching.matches.size() > count;
}

/// The node of the other side under which most of a unit's paired words stand, and their share of the unit's words.
std::pair<NodeId, double> heir(const Matching& matching, const DocumentSide& here, const DocumentSide& there,
                               NodeId unit) {
    const bool from_before = &here == &matching.before;
    std::map<NodeId, std::uint64_t> words;
    for (NodeId child = unit + 1; child < here.node(unit).end_node; child = here.node(child).end_node) {
        if (here.is_free(child)) continue;
        const NodeMatch& match = matching.matches[here.match[child]];
        const NodeId partner = from_before ? match.after.front() : match.before.front();
        words[there.node(partner).parent] += 1 + here.prints().whole[child].words;
    }
    std::pair<NodeId, double> best{none, 0};
    std::uint64_t most = 0;
    for (const auto& [parent, count] : words)
        if (count > most) {
            most = count;
            best = {parent, static_cast<double>(count) / (1 + here.prints().whole[unit].words)};
        }
    return best;
}

/// Parents without a partner whose children went to one parent without a partner.
bool pair_parents_by_children(Matching& matching) {
    bool found = false;
    for (NodeId b = static_cast<NodeId>(matching.before.match.size()); b-- > 1;) {
        const Node& node = matching.before.node(b);
        if (!matching.before.is_free(b) || node.end_node == b + 1) continue;
        const auto [a, share] = heir(matching, matching.before, matching.after, b);
        if (a == none || !matching.after.is_free(a) || share < most_of_it) continue;
        if (matching.before.document().levels[node.level] !=
            matching.after.document().levels[matching.after.node(a).level])
            continue;
        const bool own_text =
            std::min(matching.before.prints().own[b].words, matching.after.prints().own[a].words) >= own_text_words;
        if (own_text && matching.likeness(b, a) < least_own) continue;
        const bool in_place = node.heading == matching.after.node(a).heading && matching.keeps_order(b, a);
        if (own_text && !in_place && matching.likeness(b, a) < least_of_stock && matching.is_stock(b, a)) continue;
        if (heir(matching, matching.after, matching.before, a).second < most_of_it) continue;
        matching.pair_by_evidence(b, a);
        found = true;
    }
    return found;
}

}  // namespace

void match_similar(Matching& matching) {
    pair_between_anchors(matching);
    pair_parents_by_children(matching);
    for (int round = 0; round < 3; ++round)
        if (!pair_under_parents(matching) && !pair_parents_by_children(matching)) break;
}

}  // namespace stet
