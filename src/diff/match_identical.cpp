// Units that say the same, word for word, and occur once on each side.
//
//   before:  1 A  2 B  3 C          after:  1 A  2 New  3 B  4 C
//   wrong:   2 B became 2 New, 3 C became 3 B (by the label)
//   ours:    A-A, B-B, C-C; the labels' disagreement is the renumbering
//
// In the order of both documents any such pair holds; out of order it must have words enough not to be chance.
#include <algorithm>
#include <numeric>
#include <span>
#include <unordered_map>

#include "diff/matching.hpp"
#include "diff/sequence.hpp"

namespace stet {

namespace {

/// Words that a unit must have to be told by its text alone when it stands out of order.
constexpr std::uint32_t telling_words = 12;

struct Seen {
    NodeId before = none, after = none;
    std::uint32_t before_count = 0, after_count = 0;
};

/// (before, after) of every fingerprint that occurs once on each side, in the order of before.
std::vector<Candidate> unique_pairs(const Matching& matching, bool whole) {
    const auto& b_prints = whole ? matching.before.prints().whole : matching.before.prints().own;
    const auto& a_prints = whole ? matching.after.prints().whole : matching.after.prints().own;
    std::unordered_map<std::uint64_t, Seen> seen;
    seen.reserve(b_prints.size());
    for (NodeId b = 1; b < b_prints.size(); ++b) {
        if (!matching.before.is_free(b) || b_prints[b].words == 0) continue;
        Seen& s = seen[b_prints[b].hash];
        s.before = b;
        ++s.before_count;
    }
    for (NodeId a = 1; a < a_prints.size(); ++a) {
        if (!matching.after.is_free(a)) continue;
        const auto found = seen.find(a_prints[a].hash);
        if (found == seen.end()) continue;
        found->second.after = a;
        ++found->second.after_count;
    }
    std::vector<Candidate> out;
    for (NodeId b = 1; b < b_prints.size(); ++b) {
        if (!matching.before.is_free(b) || b_prints[b].words == 0) continue;
        const Seen& s = seen[b_prints[b].hash];
        if (s.before_count == 1 && s.after_count == 1)
            out.push_back({b, s.after, static_cast<float>(b_prints[b].words)});
    }
    return out;
}

/// Whether both have children or neither: of two units with the same text the one that kept its list is the same one.
bool are_both_parents(const Matching& matching, NodeId b, NodeId a) {
    return (matching.before.node(b).end_node > b + 1) == (matching.after.node(a).end_node > a + 1);
}

/// How often the only block of a unit stands in other units too, on either side; by its hash.
struct Copies {
    std::uint32_t before = 0, after = 0;
};

std::unordered_map<std::uint64_t, Copies> count_copies(const Matching& matching, std::span<const Candidate> pairs) {
    std::unordered_map<std::uint64_t, Copies> out;
    for (const Candidate& pair : pairs)
        if (const auto& own = matching.before.prints().own_blocks[pair.before]; own.size() == 1)
            out.try_emplace(matching.before.prints().blocks[own.front()].hash);
    const auto count = [&](const DocumentSide& side, std::uint32_t Copies::*number) {
        for (const Fingerprint& block : side.prints().blocks)
            if (const auto found = out.find(block.hash); found != out.end()) ++(found->second.*number);
    };
    count(matching.before, &Copies::before);
    count(matching.after, &Copies::after);
    return out;
}

void pair_unique(Matching& matching, bool whole) {
    std::vector<Candidate> pairs = unique_pairs(matching, whole);
    const std::size_t found = pairs.size();
    for (const auto& [b, a] : matching.pairs())
        pairs.push_back({b, a, static_cast<float>(matching.before.prints().own[b].words)});
    std::vector<std::uint32_t> order(pairs.size());  // of the pairs found and those known before, by before
    std::iota(order.begin(), order.end(), 0U);
    std::inplace_merge(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(found), order.end(),
                       [&](std::uint32_t x, std::uint32_t y) { return pairs[x].before < pairs[y].before; });
    std::vector<std::uint32_t> values;
    std::vector<std::uint64_t> weights;
    for (const std::uint32_t i : order) {
        values.push_back(pairs[i].after);
        weights.push_back(1 + static_cast<std::uint64_t>(pairs[i].score));
    }
    std::vector<bool> in_order(pairs.size(), false);
    for (const std::uint32_t i : heaviest_increasing(values, weights)) in_order[order[i]] = true;
    std::vector<Candidate> out_of_order;
    for (std::size_t i = 0; i < found; ++i)
        if (!in_order[i]) out_of_order.push_back(pairs[i]);
    const auto copies = count_copies(matching, out_of_order);
    // A copy in another unit came or went, or was cut off from that: which one moved is not told by the text.
    const auto is_one_of_several = [&](NodeId b) {
        const auto& own = matching.before.prints().own_blocks[b];
        if (own.size() != 1) return false;
        const auto found_copies = copies.find(matching.before.prints().blocks[own.front()].hash);
        return found_copies != copies.end() && found_copies->second.before != found_copies->second.after;
    };
    for (std::size_t i = 0; i < found; ++i) {
        const Candidate& pair = pairs[i];
        if (in_order[i] || (!is_one_of_several(pair.before) && pair.score >= telling_words &&
                            are_both_parents(matching, pair.before, pair.after) &&
                            matching.may_change_level(pair.before, pair.after) &&
                            matching.judge_shared(pair.before, pair.after) == Shared::telling))
            matching.pair(pair.before, pair.after, MatchedBy::identical);
    }
}

}  // namespace

void match_identical(Matching& matching) {
    pair_unique(matching, false);
    pair_unique(matching, true);
}

}  // namespace stet
