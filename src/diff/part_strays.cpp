// Takes back pairs of short list paragraphs that went alone from one unit to another, or were reworded one and all, and
// pairs of items that are numbered otherwise.
//
//   before:  3: (a) A  (b) B     9: (a) C     after:  3: (a) A     9: (a) C  (b) B
//   wrong:   9 (b) is 3 (b), nothing but its place changed; in documents that repeat themselves it may be another rule
//   ours:    3 (b) is gone and 9 (b) is new; that their words agree is said of the words
//
//   before:  (f) Step 6: $41.00 from March 9     after:  (f) Step 21: $48.28 from September 20
//   wrong:   the rate of step 6 rose to $48.28
//   ours:    step 6 is gone, step 21 is new
#include <algorithm>
#include <map>

#include "diff/elsewhere.hpp"
#include "diff/matching.hpp"
#include "diff/sequence.hpp"

namespace stet {

namespace {

/// A paragraph of so many words is known by itself, unless some other text holds so much of it.
constexpr std::uint32_t telling_words = 30;
constexpr float most_elsewhere = 0.5F;
/// One of several that went together stayed so much the same.
constexpr double least_same = 0.85;

using Parents = std::pair<NodeId, NodeId>;

Parents parents_of(const Matching& matching, const NodeMatch& match) {
    return {matching.before.node(match.before.front()).parent, matching.after.node(match.after.front()).parent};
}

/// Pairs that went from one unit to another, by both units.
std::map<Parents, std::vector<std::uint32_t>> pairs_apart(const Matching& matching) {
    std::map<Parents, std::vector<std::uint32_t>> out;
    for (std::uint32_t i = 1; i < matching.matches.size(); ++i) {
        const Parents parents = parents_of(matching, matching.matches[i]);
        const std::uint32_t b = matching.before.match[parents.first];
        if (b == none || b != matching.after.match[parents.second]) out[parents].push_back(i);
    }
    return out;
}

/// Children of a unit.
std::size_t count_items(const DocumentSide& side, NodeId parent) {
    std::size_t out = 0;
    for (NodeId id = parent + 1; id < side.node(parent).end_node; id = side.node(id).end_node) ++out;
    return out;
}

/// Whether paragraphs that went together speak for each other: where sentences come back all the time, only when they
/// are all that either unit had.
bool tell_each_other(Matching& matching, const Parents& parents, std::size_t together) {
    if (together < 2) return false;
    if (!matching.stock().is_patchwork()) return true;
    return together >=
           std::min(count_items(matching.before, parents.first), count_items(matching.after, parents.second));
}

/// Those of a group that no other went with in order; all where none stayed nearly the same.
std::vector<std::uint32_t> lone(Matching& matching, const Parents& parents, std::vector<std::uint32_t> group) {
    if (std::none_of(group.begin(), group.end(),
                     [&](std::uint32_t i) { return matching.matches[i].similarity >= least_same; }))
        return group;
    const auto before = [&](std::uint32_t i) { return matching.matches[i].before.front(); };
    std::sort(group.begin(), group.end(), [&](std::uint32_t x, std::uint32_t y) { return before(x) < before(y); });
    std::vector<std::uint32_t> places;
    for (const std::uint32_t i : group) places.push_back(matching.matches[i].after.front());
    const auto together = heaviest_increasing(places, std::vector<std::uint64_t>(places.size(), 1));
    if (tell_each_other(matching, parents, together.size()))
        for (auto at = together.rbegin(); at != together.rend(); ++at) group.erase(group.begin() + *at);
    return group;
}

/// Whether two are items of lists, and nothing but their own paragraphs is the same: no items below went with them.
bool are_paragraphs(const Matching& matching, NodeId b, NodeId a) {
    return matching.before.is_list_item(b) && matching.after.is_list_item(a) && !matching.share_items(b, a);
}

std::vector<std::uint32_t> lone_paragraphs(Matching& matching) {
    std::vector<std::uint32_t> out;
    for (const auto& [parents, group] : pairs_apart(matching))
        for (const std::uint32_t i : lone(matching, parents, group))
            if (are_paragraphs(matching, matching.matches[i].before.front(), matching.matches[i].after.front()))
                out.push_back(i);
    return out;
}

bool is_numbered_otherwise(const Matching& matching, const NodeMatch& match) {
    return match.similarity < least_same && match.before.size() == 1 && match.after.size() == 1 &&
           matching.are_numbered_otherwise(match.before.front(), match.after.front());
}

/// By match: whether it is taken back.
std::vector<bool> strays(Matching& matching) {
    std::vector<bool> out(matching.matches.size(), false);
    std::vector<std::uint32_t> telling;
    std::vector<Candidate> pairs;
    for (const std::uint32_t i : lone_paragraphs(matching)) {
        const NodeMatch& match = matching.matches[i];
        out[i] = matching.before.prints().own[match.before.front()].words < telling_words;
        if (out[i]) continue;
        telling.push_back(i);
        pairs.push_back({match.before.front(), match.after.front(), 0});
    }
    for (std::uint32_t i = 1; i < out.size(); ++i)
        out[i] = out[i] || is_numbered_otherwise(matching, matching.matches[i]);
    const Elsewhere elsewhere(matching, pairs);
    for (std::size_t k = 0; k < telling.size(); ++k) out[telling[k]] = elsewhere.share(k) > most_elsewhere;
    return out;
}

}  // namespace

void part_strays(Matching& matching) {
    const std::vector<bool> stray = strays(matching);
    std::vector<NodeMatch> kept;
    for (std::uint32_t i = 0; i < stray.size(); ++i) {
        NodeMatch& match = matching.matches[i];
        const auto index = stray[i] ? none : static_cast<std::uint32_t>(kept.size());
        for (const NodeId b : match.before) matching.before.match[b] = index;
        for (const NodeId a : match.after) matching.after.match[a] = index;
        if (!stray[i]) kept.push_back(std::move(match));
    }
    matching.matches = std::move(kept);
}

}  // namespace stet
