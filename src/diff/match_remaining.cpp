// Units that are left over on both sides: what was reworded too much for likeness alone, told by what speaks for it.
//
//   before:  3: (a) A  (b) B     9 X          after:  3: (a) A  (b) B' and more     14 X'
//   wrong:   B and X deleted, B' and X' inserted; the words that changed in them are lost
//   ours:    B became B' (in one place nothing else can have), X became X' (most of its words in their order, a distant
//            second best, and no other text of either document holds the runs of words that the two share)
#include <algorithm>
#include <limits>
#include <map>
#include <unordered_map>

#include "diff/elsewhere.hpp"
#include "diff/matching.hpp"
#include "diff/sequence.hpp"

namespace stet {

namespace {

/// In one place: share of the shorter text that stays, words that it must have, and how many times as long the longer
/// may be.
constexpr float least_kept_in_place = 0.6F;
constexpr std::uint32_t least_words_in_place = 6;
constexpr std::uint32_t most_growth = 6;
/// Elsewhere: the same of the shorter text, the words that stay, and their share of the longer text (of a
/// sentence less).
constexpr float least_kept = 0.65F;
constexpr std::uint32_t least_words = 9;
constexpr std::uint32_t least_kept_words = 7;
constexpr float least_of_longer = 0.55F;
constexpr float least_of_short = 0.4F;
/// A text of so many words at most is a sentence; a longer one may have one sentence in common by chance.
constexpr std::uint32_t sentence_words = 20;
/// The second best of either unit, of the best.
constexpr float most_second = 0.7F;
/// The share of the runs that two texts have in common that any other text may hold.
constexpr float most_elsewhere = 0.5F;
/// Texts of more words, multiplied, are compared as bags.
constexpr std::size_t most_cells = std::size_t{1} << 16;

std::vector<std::uint64_t> words_of(const DocumentSide& side, NodeId id) {
    std::vector<std::uint64_t> out;
    for (const BlockId block : side.prints().own_blocks[id]) {
        const auto words = side.prints().words_of(block);
        out.insert(out.end(), words.begin(), words.end());
    }
    return out;
}

/// What two texts keep in order: its weight, and its words.
struct Kept {
    float weight = 0;
    std::uint32_t words = 0;
};

/// The heaviest common subsequence, word for word.
Kept kept_in_order(std::span<const std::uint64_t> b, std::span<const std::uint64_t> a, const Rarity& rarity) {
    std::vector<Kept> row(a.size() + 1);
    for (const std::uint64_t word : b) {
        const float weight = rarity.weight(word);
        Kept diagonal;
        for (std::size_t j = 0; j < a.size(); ++j) {
            const Kept above = row[j + 1];
            if (a[j] == word)
                row[j + 1] = {diagonal.weight + weight, diagonal.words + 1};
            else if (row[j].weight > above.weight)
                row[j + 1] = row[j];
            diagonal = above;
        }
    }
    return row.back();
}

/// What one unit kept of the other, as shares.
struct Stays {
    float of_shorter = 0, of_longer = 0;  ///< by weight; by words
    std::uint32_t words = 0;
    float weight = 0;
};

Stays what_stays(Matching& matching, NodeId b, NodeId a) {
    const auto x = words_of(matching.before, b);
    const auto y = words_of(matching.after, a);
    if (x.size() * y.size() > most_cells) return {};
    const float least_total =
        std::min(matching.before.bag(b, matching.rarity).total, matching.after.bag(a, matching.rarity).total);
    const Kept kept = kept_in_order(x, y, matching.rarity);
    return {kept.weight / std::max(least_total, 0.1F),
            static_cast<float>(kept.words) / static_cast<float>(std::max<std::size_t>({x.size(), y.size(), 1})),
            kept.words, kept.weight};
}

/// Whether two units may have so much in common, whatever the order of their words.
bool may_keep(Matching& matching, NodeId b, NodeId a, float least) {
    const Bag& x = matching.before.bag(b, matching.rarity);
    const Bag& y = matching.after.bag(a, matching.rarity);
    return (x.total < y.total ? containment(x, y) : containment(y, x)) >= least;
}

bool same_level(const Matching& matching, NodeId b, NodeId a) {
    return matching.before.document().levels[matching.before.node(b).level] ==
           matching.after.document().levels[matching.after.node(a).level];
}

// In one place.

/// Where a free unit stands: under which pair, behind which.
using Site = std::pair<std::uint32_t, std::uint32_t>;

std::map<Site, std::vector<NodeId>> free_by_site(const DocumentSide& side, const std::vector<bool>& in_place) {
    std::map<Site, std::vector<NodeId>> out;
    std::vector<std::uint32_t> last(side.match.size(), none);  // by parent: the last pair among its children
    for (NodeId id = 1; id < side.match.size(); ++id) {
        const NodeId parent = side.node(id).parent;
        if (!side.is_free(id)) {
            if (in_place[side.match[id]]) last[parent] = side.match[id];
        } else if (!side.is_free(parent) && side.prints().own[id].words >= least_words_in_place) {
            out[{side.match[parent], last[parent]}].push_back(id);
        }
    }
    return out;
}

/// By match: whether both stand under one pair.
std::vector<bool> under_one_pair(const Matching& matching) {
    std::vector<bool> out(matching.matches.size(), false);
    for (std::size_t i = 1; i < out.size(); ++i)
        out[i] = matching.before.ancestor_match(matching.matches[i].before.front()) ==
                 matching.after.ancestor_match(matching.matches[i].after.front());
    return out;
}

void pair_in_one_place(Matching& matching) {
    const std::vector<bool> in_place = under_one_pair(matching);
    const auto of_after = free_by_site(matching.after, in_place);
    for (const auto& [site, b_nodes] : free_by_site(matching.before, in_place)) {
        const auto found = of_after.find(site);
        if (found == of_after.end()) continue;
        std::vector<Candidate> pairs;
        std::vector<std::uint32_t> values;
        std::vector<std::uint64_t> weights;
        for (const NodeId b : b_nodes)
            for (auto a = found->second.rbegin(); a != found->second.rend(); ++a) {
                const auto [less, more] =
                    std::minmax(matching.before.prints().own[b].words, matching.after.prints().own[*a].words);
                if (more > most_growth * less || !same_level(matching, b, *a)) continue;
                if (!may_keep(matching, b, *a, least_kept_in_place)) continue;
                const float share = what_stays(matching, b, *a).of_shorter;
                if (share < least_kept_in_place) continue;
                pairs.push_back({b, *a, share});
                values.push_back(*a);
                weights.push_back(static_cast<std::uint64_t>(share * 10000));
            }
        for (const std::uint32_t i : heaviest_increasing(values, weights))
            matching.pair_by_evidence(pairs[i].before, pairs[i].after);
    }
}

// Elsewhere.

std::vector<NodeId> free_nodes(const DocumentSide& side) {
    std::vector<NodeId> out;
    for (NodeId id = 1; id < side.match.size(); ++id)
        if (side.is_free(id) && !side.is_list_paragraph(id) && side.prints().own[id].words >= least_words)
            out.push_back(id);
    return out;
}

/// Pairs that are each other's best by far.
std::vector<Candidate> far_best(const std::vector<Candidate>& found) {
    std::unordered_map<NodeId, BestTwo> of_before;
    std::unordered_map<NodeId, BestTwo> of_after;
    for (const Candidate& candidate : found) {
        of_before[candidate.before].add(candidate.score);
        of_after[candidate.after].add(candidate.score);
    }
    std::vector<Candidate> out;
    for (const Candidate& candidate : found) {
        const BestTwo& b = of_before[candidate.before];
        const BestTwo& a = of_after[candidate.after];
        if (candidate.score >= b.first && candidate.score >= a.first &&
            std::max(b.second, a.second) <= most_second * candidate.score)
            out.push_back(candidate);
    }
    return out;
}

/// The weight of what two units keep of each other; 0 where it is too little of the shorter one.
float weight_kept(Matching& matching, NodeId b, NodeId a, float least) {
    if (!same_level(matching, b, a) || !may_keep(matching, b, a, least)) return 0;
    const Stays stays = what_stays(matching, b, a);
    return stays.of_shorter >= least ? stays.weight : 0;
}

void pair_elsewhere(Matching& matching) {
    const auto found =
        matching.candidates(free_nodes(matching.before), free_nodes(matching.after), std::numeric_limits<float>::min(),
                            [&](NodeId b, NodeId a) { return weight_kept(matching, b, a, most_second * least_kept); });
    std::vector<Candidate> pairs;
    for (const Candidate& candidate : far_best(found)) {
        const Stays stays = what_stays(matching, candidate.before, candidate.after);
        const bool is_short = matching.before.prints().own[candidate.before].words <= sentence_words;
        if (stays.of_shorter >= least_kept && stays.words >= least_kept_words &&
            stays.of_longer >= (is_short ? least_of_short : least_of_longer))
            pairs.push_back(candidate);
    }
    const Elsewhere elsewhere(matching, pairs);
    for (std::size_t i = 0; i < pairs.size(); ++i)
        if (elsewhere.share(i) <= most_elsewhere) matching.pair(pairs[i].before, pairs[i].after, MatchedBy::moved);
}

}  // namespace

void match_remaining(Matching& matching) {
    pair_in_one_place(matching);
    pair_elsewhere(matching);
}

}  // namespace stet
