// Items of one list that changed places, taken for each other since each stands under the other's label.
//
//   before:  (d) $5 for rings  (e) $9 for boots        after:  (d) $12 for boots  (e) $3 for rings
//   wrong:   (d) from $5 for rings to $12 for boots: no sum became what it is told to have become
//   ours:    one of the two moved; $9 for boots became $12, $5 for rings became $3
#include <map>
#include <vector>

#include "diff/matching.hpp"

namespace stet {

namespace {

/// Likeness of each crossed pair, what both gain by it together, and pairs that are so alike are left as they are.
constexpr float least_crossed = 0.7F;
constexpr float least_gain = 0.3F;
constexpr double most_straight = 0.75;
/// Longer lists of reworded items are left as they are.
constexpr std::size_t most_items = 12;

/// Reworded paragraphs of lists that stayed in their list, by the list's match.
std::map<std::uint32_t, std::vector<std::uint32_t>> reworded_items(const Matching& matching) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> out;
    for (std::uint32_t i = 1; i < matching.matches.size(); ++i) {
        const NodeMatch& match = matching.matches[i];
        if (match.similarity > most_straight || match.before.size() != 1 || match.after.size() != 1) continue;
        const NodeId b = match.before.front();
        const NodeId a = match.after.front();
        if (!matching.before.is_list_paragraph(b) || !matching.after.is_list_paragraph(a)) continue;
        const std::uint32_t list = matching.before.match[matching.before.node(b).parent];
        if (list != none && list == matching.after.match[matching.after.node(a).parent]) out[list].push_back(i);
    }
    return out;
}

bool are_crossed(Matching& matching, const NodeMatch& x, const NodeMatch& y) {
    const float there = matching.likeness(x.before.front(), y.after.front());
    const float back = matching.likeness(y.before.front(), x.after.front());
    const auto straight = static_cast<float>(x.similarity + y.similarity);
    return there >= least_crossed && back >= least_crossed && there + back >= straight + least_gain;
}

void exchange(Matching& matching, std::uint32_t i, std::uint32_t j) {
    NodeMatch& x = matching.matches[i];
    NodeMatch& y = matching.matches[j];
    std::swap(x.after, y.after);
    for (const std::uint32_t index : {i, j}) {
        NodeMatch& match = matching.matches[index];
        matching.after.match[match.after.front()] = index;
        match.similarity = matching.likeness(match.before.front(), match.after.front());
        match.by = MatchedBy::similar;
    }
}

}  // namespace

void match_crossed(Matching& matching) {
    for (const auto& [list, items] : reworded_items(matching)) {
        if (items.size() > most_items) continue;
        for (std::size_t i = 0; i < items.size(); ++i)
            for (std::size_t j = i + 1; j < items.size(); ++j)
                if (are_crossed(matching, matching.matches[items[i]], matching.matches[items[j]]))
                    exchange(matching, items[i], items[j]);
    }
}

}  // namespace stet
