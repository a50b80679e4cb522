// Units that left their place, with or without edits on the way.
//
//   before:  Art. 3: Sec. 9 X   Art. 7: Sec. 20 Y     after:  Art. 3: -   Art. 7: Sec. 19 Y  Sec. 20 X'
//   wrong:   X deleted, X' inserted; or, among look-alikes, X paired with the wrong one
//   ours:    X moved (and edited), when each is the other's best and no second comes near
#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "diff/elsewhere.hpp"
#include "diff/kept_words.hpp"
#include "diff/matching.hpp"

namespace stet {

namespace {

/// A false move costs more than a missed one: likeness needed (more of a short text), words needed, and distance to
/// the second best.
constexpr float least_moved = 0.6F;
constexpr float least_for_short = 2.5F;
constexpr float least_unproved = 5.0F;
constexpr float never = 2.0F;
constexpr std::uint32_t least_words = 8;
constexpr float least_margin = 0.12F;
/// The share of what two units have in common that another unit may have, too.
constexpr float most_of_pattern = 0.95F;
/// Under a heading that no other unit has on either side so much likeness is enough, the heading's words included.
constexpr float least_titled = 0.45F;
/// Or such a share of the words of the shorter text.
constexpr float least_kept_titled = 0.55F;
constexpr float least_alike_titled = 0.1F;

std::vector<NodeId> free_nodes(const DocumentSide& side) {
    std::vector<NodeId> out;
    for (NodeId id = 1; id < side.match.size(); ++id)
        if (side.is_free(id) && side.prints().own[id].words >= least_words) out.push_back(id);
    return out;
}

/// Likeness that a text of so many words needs: 0.91 at 8 words, 0.77 at 15, 0.68 at 30; more where no run of words
/// speaks for it. Stock phrases prove nothing.
float least_likeness(std::uint32_t words, Shared shared) {
    if (shared == Shared::stock) return never;
    return least_moved + (shared == Shared::telling ? least_for_short : least_unproved) / static_cast<float>(words);
}

/// The free units of a side under a heading that no other has there.
std::vector<NodeId> free_under_own_heading(const DocumentSide& side) {
    std::vector<NodeId> out;
    for (NodeId id = 1; id < side.match.size(); ++id)
        if (side.is_free(id) && side.has_own_heading(id)) out.push_back(id);
    return out;
}

/// Whether the shorter text, title included, went into the longer in its order.
bool keeps_its_words(Matching& matching, NodeId b, NodeId a) {
    if (matching.likeness(b, a) < least_alike_titled) return false;
    const Kept kept =
        kept_in_order(words_of(matching.before.prints(), matching.before.prints().own_blocks[b]),
                      words_of(matching.after.prints(), matching.after.prints().own_blocks[a]), matching.rarity);
    return kept.of_shorter() >= least_kept_titled && kept.words >= least_words;
}

/// Units under a heading of their own, however much of a short text was reworded.
void pair_titled(Matching& matching) {
    std::unordered_map<std::string_view, NodeId> of_after;
    for (const NodeId a : free_under_own_heading(matching.after)) of_after.emplace(matching.after.node(a).heading, a);
    for (const NodeId b : free_under_own_heading(matching.before)) {
        const auto other = of_after.find(matching.before.node(b).heading);
        if (other == of_after.end()) continue;
        const NodeId a = other->second;
        const Node& x = matching.before.node(b);
        const Node& y = matching.after.node(a);
        if (matching.before.document().levels[x.level] != matching.after.document().levels[y.level]) continue;
        if (std::min(matching.before.prints().own[b].words, matching.after.prints().own[a].words) < least_words)
            continue;
        if ((matching.likeness(b, a) >= least_titled && matching.judge_shared(b, a) != Shared::stock) ||
            keeps_its_words(matching, b, a))
            matching.pair(b, a, MatchedBy::heading);
    }
}

/// Pairs what is not a pattern that other units follow as well.
void pair_moved(Matching& matching, const std::vector<Candidate>& pairs) {
    std::vector<Candidate> edited;
    for (const Candidate& pair : pairs)
        if (pair.score < 1)
            edited.push_back(pair);
        else
            matching.pair(pair.before, pair.after, MatchedBy::moved);
    const std::vector<bool> elsewhere = stand_elsewhere(matching, edited, most_of_pattern);
    for (std::size_t i = 0; i < edited.size(); ++i)
        if (!elsewhere[i]) matching.pair(edited[i].before, edited[i].after, MatchedBy::moved);
}

}  // namespace

void match_moved(Matching& matching) {
    std::vector<Candidate> found =
        matching.candidates(free_nodes(matching.before), free_nodes(matching.after), least_moved / 2,
                            [&](NodeId b, NodeId a) { return matching.score(b, a); });
    for (Candidate& candidate : found) candidate.score = matching.likeness(candidate.before, candidate.after);
    std::unordered_map<NodeId, BestTwo> of_before;
    std::unordered_map<NodeId, BestTwo> of_after;
    for (const Candidate& candidate : found) {
        of_before[candidate.before].add(candidate.score);
        of_after[candidate.after].add(candidate.score);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Candidate& p, const Candidate& q) { return p.score > q.score; });
    std::vector<Candidate> best_pairs;
    for (const Candidate& candidate : found) {
        const auto [b, a, score] = candidate;
        if (score < least_moved) break;
        const std::uint32_t words = matching.before.prints().own[b].words;
        if (score < least_likeness(words, Shared::telling)) continue;
        const float rival = std::max(of_before[b].second, of_after[a].second);
        const bool best = score >= of_before[b].first && score >= of_after[a].first;
        if (best && score - rival >= least_margin && score >= least_likeness(words, matching.judge_shared(b, a)) &&
            !matching.are_other_subjects(b, a))
            best_pairs.push_back(candidate);
    }
    pair_moved(matching, best_pairs);
    pair_titled(matching);
}

}  // namespace stet
