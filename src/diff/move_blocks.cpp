// Finds free paragraphs again elsewhere.
//
//   before:  12: P1 P2     13: P3           after:  12: P1      13: P3 P2'
//   wrong:   P2 deleted, P2' inserted; a word changed on the way is lost between them
//   ours:    P2 moved and edited, when each is the other's best, no second comes near, and no stock phrase makes it so
#include "diff/move_blocks.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "diff/block_order.hpp"
#include "diff/kept_words.hpp"
#include "diff/move_tables.hpp"
#include "diff/sequence.hpp"

namespace stet {

namespace {

/// A paragraph that moved must have so many words, and one so rare that it occurs at most so often in both documents.
constexpr std::uint32_t least_moved_words = 10;
/// So long a text needs no rare word to be known.
constexpr std::uint32_t telling_words = 40;
/// Likeness that an edited paragraph needs, more of a short one, and distance to the second best.
constexpr float least_alike = 0.6F;
constexpr float least_for_short = 5.0F;
constexpr float least_margin = 0.12F;
/// Share of its words that an edited paragraph keeps in order which has another place in its unit.
constexpr float least_kept_in_unit = 0.75F;
/// Longer ones are told by their likeness alone.
constexpr std::uint32_t most_words_in_unit = 1000;
/// Rare words of a block that are looked up, and places of a word beyond which it is not rare.
constexpr std::size_t rare_words = 8;
constexpr std::size_t most_places = 24;

/// A paragraph of one unit that became an item of it, or the reverse: words it must have, likeness, and how many pairs
/// of one unit are tried.
constexpr std::uint32_t least_relabelled = 6;
constexpr float least_alike_relabelled = 0.5F;
constexpr std::size_t most_relabelled = 400;

using Ids = std::vector<BlockId>;

BlockPair moved_pair(const PrintedDocument& before, BlockId b, const PrintedDocument& after, BlockId a) {
    return {b, whole_text(before.document, b), a, whole_text(after.document, a), true};
}

/// Blocks long enough to be known elsewhere, by fingerprint; those that repeat are out.
std::unordered_map<std::uint64_t, BlockId> unique_blocks(const PrintedDocument& side, std::span<const BlockId> ids) {
    std::unordered_map<std::uint64_t, BlockId> out;
    for (const BlockId id : ids)
        if (side.prints.blocks[id].words >= least_moved_words && !side.document.places[id].heading)
            out.emplace(side.prints.blocks[id].hash, id);
    std::vector<std::uint64_t> repeated;
    for (BlockId id = 0; id < side.prints.blocks.size(); ++id)
        if (const auto found = out.find(side.prints.blocks[id].hash); found != out.end() && found->second != id)
            repeated.push_back(found->first);
    for (const std::uint64_t hash : repeated) out.erase(hash);
    return out;
}

/// Whether a text has words of its own: its rarest ones occur nowhere else but in its partner.
bool is_telling(const Bag& bag, std::size_t blocks) {
    const float rare = std::log2(1.0F + static_cast<float>(blocks) / 3.0F);
    return std::any_of(bag.entries.begin(), bag.entries.end(), [&](const Bag::Entry& e) { return e.weight >= rare; });
}

/// The blocks of pairs, of either side.
std::pair<std::unordered_set<BlockId>, std::unordered_set<BlockId>> taken_by(std::span<const BlockPair> pairs) {
    std::pair<std::unordered_set<BlockId>, std::unordered_set<BlockId>> out;
    for (const BlockPair& pair : pairs) {
        out.first.insert(pair.before);
        out.second.insert(pair.after);
    }
    return out;
}

/// The same words, once on each side, in blocks that have not moved with a table.
void add_same_elsewhere(const PrintedDocument& before, std::span<const BlockId> b, const PrintedDocument& after,
                        std::span<const BlockId> a, Matching& matching, std::vector<BlockPair>& moved) {
    const auto [b_taken, a_taken] = taken_by(moved);
    const auto from = unique_blocks(before, b);
    const auto to = unique_blocks(after, a);
    const std::size_t blocks = before.document.blocks.size() + after.document.blocks.size();
    for (const BlockId id : b) {
        const std::uint64_t hash = before.prints.blocks[id].hash;
        const auto x = from.find(hash);
        const auto y = to.find(hash);
        if (x == from.end() || x->second != id || y == to.end()) continue;
        if (b_taken.contains(id) || a_taken.contains(y->second)) continue;
        if (before.document.blocks[id].cells.empty() != after.document.blocks[y->second].cells.empty()) continue;
        if (before.prints.blocks[id].words < telling_words &&
            !is_telling(bag_of(before.prints, std::span(&id, 1), matching.rarity), blocks))
            continue;
        if (matching.are_patchwork(id, y->second)) continue;
        moved.push_back(moved_pair(before, id, after, y->second));
    }
}

/// What stood beside a moved block and stands beside it again moved with it, however short.
void grow_moves(const PrintedDocument& before, std::span<const BlockId> b, const PrintedDocument& after,
                std::span<const BlockId> a, std::vector<BlockPair>& moved) {
    std::unordered_set<BlockId> b_free(b.begin(), b.end());
    std::unordered_set<BlockId> a_free(a.begin(), a.end());
    for (const BlockPair& pair : moved) {
        b_free.erase(pair.before);
        a_free.erase(pair.after);
    }
    const std::size_t found = moved.size();
    for (std::size_t k = 0; k < found; ++k)
        for (const int step : {-1, 1}) {
            BlockId x = moved[k].before + static_cast<BlockId>(step);
            BlockId y = moved[k].after + static_cast<BlockId>(step);
            while (b_free.contains(x) && a_free.contains(y) &&
                   before.prints.blocks[x].hash == after.prints.blocks[y].hash &&
                   before.document.blocks[x].cells.empty() == after.document.blocks[y].cells.empty()) {
                moved.push_back(moved_pair(before, x, after, y));
                b_free.erase(x);
                a_free.erase(y);
                x += static_cast<BlockId>(step);
                y += static_cast<BlockId>(step);
            }
        }
}

/// Whether a paragraph stands on one side as a unit of its own that has no partner, and on the other in the text of
/// the unit around it: an item lost its label, or a paragraph got one.
bool label_came_or_went(const Matching& matching, BlockId b, BlockId a) {
    const auto stands_in = [](const DocumentSide& inner, BlockId labelled, const DocumentSide& outer, BlockId plain) {
        const Place& p = inner.document().places[labelled];
        const Place& q = outer.document().places[plain];
        return !p.label.empty() && q.label.empty() && inner.is_free(p.node) && !outer.is_free(q.node) &&
               inner.match[inner.node(p.node).parent] == outer.match[q.node];
    };
    return stands_in(matching.before, b, matching.after, a) || stands_in(matching.after, a, matching.before, b);
}

/// Free paragraphs that may have got a label or lost it, by the match of the paired unit around them.
std::unordered_map<std::uint32_t, Ids> relabelled_by_unit(const DocumentSide& side, std::span<const BlockId> free,
                                                          const std::unordered_set<BlockId>& taken) {
    std::unordered_map<std::uint32_t, Ids> out;
    for (const BlockId id : free) {
        const Place& place = side.document().places[id];
        const NodeId unit = side.is_free(place.node) ? side.node(place.node).parent : place.node;
        if (!taken.contains(id) && !place.heading && side.document().blocks[id].cells.empty() &&
            side.prints().blocks[id].words >= least_relabelled && !side.is_free(unit))
            out[side.match[unit]].push_back(id);
    }
    return out;
}

/// Alike paragraphs of one unit of which one is an item.
void add_relabelled(const PrintedDocument& before, std::span<const BlockId> b, const PrintedDocument& after,
                    std::span<const BlockId> a, const Matching& matching, std::vector<BlockPair>& moved) {
    const auto [b_taken, a_taken] = taken_by(moved);
    const auto to = relabelled_by_unit(matching.after, a, a_taken);
    for (const auto& [unit, from] : relabelled_by_unit(matching.before, b, b_taken)) {
        const auto found = to.find(unit);
        if (found == to.end() || from.size() * found->second.size() > most_relabelled) continue;
        std::vector<std::pair<BlockId, BlockId>> pairs;
        std::vector<std::uint32_t> values;
        std::vector<std::uint64_t> weights;
        for (const BlockId x : from)
            for (auto y = found->second.rbegin(); y != found->second.rend(); ++y) {
                if (!label_came_or_went(matching, x, *y)) continue;
                const float alike = similarity(bag_of(before.prints, std::span(&x, 1), matching.rarity),
                                               bag_of(after.prints, std::span(&*y, 1), matching.rarity));
                if (alike < least_alike_relabelled) continue;
                pairs.emplace_back(x, *y);
                values.push_back(*y);
                weights.push_back(static_cast<std::uint64_t>(alike * 10000));
            }
        for (const std::uint32_t k : heaviest_increasing(values, weights))
            moved.push_back(moved_pair(before, pairs[k].first, after, pairs[k].second));
    }
}

/// Paragraphs without a pair, and their bags.
struct Paragraphs {
    Paragraphs(const PrintedDocument& side, std::span<const BlockId> free, const std::unordered_set<BlockId>& taken,
               const Rarity& rarity) {
        for (const BlockId id : free) {
            const bool long_enough = side.prints.blocks[id].words >= least_moved_words;
            if (!long_enough || taken.contains(id) || side.document.places[id].heading ||
                !side.document.blocks[id].cells.empty())
                continue;
            ids.push_back(id);
            bags.push_back(bag_of(side.prints, std::span(&id, 1), rarity));
        }
    }

    std::vector<std::uint64_t> rare_keys(std::size_t index) const {
        std::vector<std::uint64_t> keys;
        for (const Bag::Entry& entry : rarest(bags[index], rare_words))
            if (keys.empty() || keys.back() != entry.key) keys.push_back(entry.key);
        return keys;
    }

    Ids ids;
    std::vector<Bag> bags;
};

struct Scored {
    std::uint32_t before, after;  ///< indices into the paragraphs
    float alike;
};

/// Pairs of paragraphs that share rare words, with their likeness.
std::vector<Scored> score_paragraphs(const Paragraphs& b, const Paragraphs& a) {
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> places;
    for (std::uint32_t j = 0; j < a.ids.size(); ++j)
        for (const std::uint64_t key : a.rare_keys(j)) places[key].push_back(j);
    std::vector<Scored> out;
    for (std::uint32_t i = 0; i < b.ids.size(); ++i) {
        std::map<std::uint32_t, std::uint32_t> votes;
        for (const std::uint64_t key : b.rare_keys(i))
            if (const auto found = places.find(key); found != places.end() && found->second.size() <= most_places)
                for (const std::uint32_t j : found->second) ++votes[j];
        for (const auto& [j, count] : votes) out.push_back({i, j, similarity(b.bags[i], a.bags[j])});
    }
    return out;
}

/// Whether a paragraph has another place in its unit and keeps most of its words in their order.
bool stays_in_unit(const PrintedDocument& before, BlockId b, const PrintedDocument& after, BlockId a,
                   const Matching& matching) {
    const std::uint32_t unit = matching.before.match[before.document.places[b].node];
    if (unit == none || unit == 0 || unit != matching.after.match[after.document.places[a].node]) return false;
    if (std::max(before.prints.blocks[b].words, after.prints.blocks[a].words) > most_words_in_unit) return false;
    const Kept kept = kept_in_order(before.prints.words_of(b), after.prints.words_of(a), matching.rarity);
    return kept.words >= least_moved_words && kept.of_shorter() >= least_kept_in_unit;
}

/// Alike beyond chance: each the other's best, by a margin, and runs of words of their own in common.
std::vector<BlockPair> alike_elsewhere(const PrintedDocument& before, const Paragraphs& b, const PrintedDocument& after,
                                       const Paragraphs& a, Matching& matching) {
    const std::vector<Scored> scored = score_paragraphs(b, a);
    std::vector<BestTwo> b_best(b.ids.size());
    std::vector<BestTwo> a_best(a.ids.size());
    for (const Scored& pair : scored) {
        b_best[pair.before].add(pair.alike);
        a_best[pair.after].add(pair.alike);
    }
    std::vector<BlockPair> out;
    for (const Scored& pair : scored) {
        const auto words =
            std::min(before.prints.blocks[b.ids[pair.before]].words, after.prints.blocks[a.ids[pair.after]].words);
        if (pair.alike < b_best[pair.before].first || pair.alike < a_best[pair.after].first) continue;
        if (pair.alike - std::max(b_best[pair.before].second, a_best[pair.after].second) < least_margin) continue;
        const bool alike = pair.alike >= least_alike + least_for_short / static_cast<float>(words);
        if (!alike && !stays_in_unit(before, b.ids[pair.before], after, a.ids[pair.after], matching)) continue;
        const TextPair texts{std::span(&b.ids[pair.before], 1), std::span(&a.ids[pair.after], 1)};
        if (matching.stock().judge(texts) == Shared::telling)
            out.push_back(moved_pair(before, b.ids[pair.before], after, a.ids[pair.after]));
    }
    return out;
}

/// Pairs that keep the order of the ones known before have not moved: only their units have no partner.
void settle_moves(const std::vector<BlockPair>& known, std::vector<BlockPair>& moved) {
    std::vector<BlockPair> all = moved;
    for (const BlockPair& pair : known)
        if (!pair.moved) all.push_back(pair);
    const auto order = in_order_of(all, &BlockPair::before, &BlockPair::before_text);
    std::vector<std::uint32_t> values;
    std::vector<std::uint64_t> weights;
    for (const std::uint32_t i : order) {
        const std::uint64_t size = all[i].before_text.size();
        values.push_back(all[i].after);
        weights.push_back(i < moved.size() ? 1 + size : 64 + 64 * size);
    }
    for (const std::uint32_t i : heaviest_increasing(values, weights))
        if (order[i] < moved.size()) moved[order[i]].moved = false;
}

}  // namespace

void move_blocks(const PrintedDocument& before, std::span<const BlockId> b, const PrintedDocument& after,
                 std::span<const BlockId> a, Matching& matching, std::vector<BlockPair>& pairs) {
    if (b.empty() || a.empty()) return;
    const Rarity& rarity = matching.rarity;
    std::vector<BlockPair> moved = move_tables(before, b, after, a, rarity);
    add_same_elsewhere(before, b, after, a, matching, moved);
    grow_moves(before, b, after, a, moved);
    add_relabelled(before, b, after, a, matching, moved);
    const auto [b_taken, a_taken] = taken_by(moved);
    const auto alike = alike_elsewhere(before, Paragraphs(before, b, b_taken, rarity), after,
                                       Paragraphs(after, a, a_taken, rarity), matching);
    moved.insert(moved.end(), alike.begin(), alike.end());
    settle_moves(pairs, moved);
    pairs.insert(pairs.end(), moved.begin(), moved.end());
}

}  // namespace stet
