// Units that left their place, with or without edits on the way.
//
//   before:  Art. 3: Sec. 9 X   Art. 7: Sec. 20 Y     after:  Art. 3: -   Art. 7: Sec. 19 Y  Sec. 20 X'
//   wrong:   X deleted, X' inserted; or, among look-alikes, X paired with the wrong one
//   ours:    X moved (and edited), when each is the other's best and no second comes near
#include <algorithm>
#include <unordered_map>

#include "diff/matching.hpp"

namespace stet {

namespace {

/// A false move costs more than a missed one: likeness needed (more of a short text), words needed, and distance to
/// the second best.
constexpr float least_moved = 0.6F;
constexpr float least_for_short = 5.0F;
constexpr std::uint32_t least_words = 8;
constexpr float least_margin = 0.12F;

std::vector<NodeId> free_nodes(const Side& side) {
    std::vector<NodeId> out;
    for (NodeId id = 1; id < side.match.size(); ++id)
        if (side.is_free(id) && side.prints().own[id].words >= least_words) out.push_back(id);
    return out;
}

/// Likeness that a text of so many words needs: 0.93 at 15 words, 0.77 at 30, 0.68 at 60.
float least_likeness(std::uint32_t words) {
    return least_moved + least_for_short / static_cast<float>(words);
}

struct BestTwo {
    float first = 0, second = 0;
    void add(float score) {
        if (score > first) {
            second = first;
            first = score;
        } else if (score > second) {
            second = score;
        }
    }
};

}  // namespace

void match_moved(Matching& matching) {
    const auto b = free_nodes(matching.before);
    const auto a = free_nodes(matching.after);
    std::vector<Candidate> found = matching.candidates(b, a, least_moved / 2);
    for (Candidate& candidate : found) candidate.score = matching.likeness(candidate.before, candidate.after);
    std::unordered_map<NodeId, BestTwo> of_before;
    std::unordered_map<NodeId, BestTwo> of_after;
    for (const Candidate& candidate : found) {
        of_before[candidate.before].add(candidate.score);
        of_after[candidate.after].add(candidate.score);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Candidate& p, const Candidate& q) { return p.score > q.score; });
    for (const Candidate& candidate : found) {
        if (candidate.score < least_moved) break;
        if (candidate.score < least_likeness(matching.before.prints().own[candidate.before].words)) continue;
        if (!matching.before.is_free(candidate.before) || !matching.after.is_free(candidate.after)) continue;
        const float rival = std::max(of_before[candidate.before].second, of_after[candidate.after].second);
        const bool best =
            candidate.score >= of_before[candidate.before].first && candidate.score >= of_after[candidate.after].first;
        if (best && candidate.score - rival >= least_margin)
            matching.pair(candidate.before, candidate.after, MatchedBy::moved);
    }
}

}  // namespace stet
