// One unit that became two, or two that became one: looked for before anything is called deleted or new.
//
//   before:  12 Leave: P1 P2 P3             after:  12 Leave: P1   13 Notice of leave: P2 P3
//   wrong:   P2 and P3 deleted from 12, a new 13 inserted with the same words
//   ours:    12 was split into 12 and 13
//
// A unit without a partner is a part when most of its words stand in one paired unit's other side and are not needed
// there by its partner.
#include <algorithm>
#include <unordered_map>

#include "diff/kept_words.hpp"
#include "diff/matching.hpp"

namespace stet {

namespace {

/// Share of the part's words that must come from the whole, and words a part must have.
constexpr float least_share = 0.7F;
constexpr std::uint32_t least_words = 6;
/// Share of what the whole has over that a reworded part must hold, words of it, and how much heavier it may be.
constexpr float least_rest = 0.75F;
constexpr std::size_t least_rest_words = 10;
constexpr float most_growth = 2;
/// Words in order that a reworded part and what the whole has over must keep, their share by weight, of the shorter,
/// and where the other is much longer; a paragraph of which the partner holds so much has stayed.
constexpr std::uint32_t least_kept_words = 7;
constexpr float least_alike = 0.3F;
constexpr float least_kept = 0.62F;
constexpr float least_of_short = 0.75F;
constexpr float most_of_rest = 0.5F;
/// Share of a part's words, by weight, that stand in the whole whose title it bears.
constexpr float least_under_title = 0.3F;
/// How many siblings away the other half may be.
constexpr int farthest = 3;

/// Both directions of the search: a split seen from behind is a merge.
struct Direction {
    DocumentSide& whole;  ///< the side with one unit
    DocumentSide& parts;  ///< the side with two
    bool split;
};

const std::vector<NodeId>& nodes_of(const NodeMatch& match, bool before) {
    return before ? match.before : match.after;
}

/// The words of a unit's title or run-in caption.
Bag heading_words(const DocumentSide& side, NodeId node, const Rarity& rarity) {
    return bag_of(side.node(node).heading, rarity);
}

/// The paired siblings of a unit on both sides, as far as the nearest that has stayed: where its other half may be. New
/// units and such as came from elsewhere may stand between.
std::vector<NodeId> neighbours(const Matching& matching, const Direction& direction, NodeId node) {
    const DocumentSide& side = direction.parts;
    const auto in_place = [&](NodeId id) {  // its pair stands under the same parents
        const NodeId other = nodes_of(matching.matches[side.match[id]], direction.split).front();
        return direction.whole.match[direction.whole.node(other).parent] == side.match[side.node(id).parent];
    };
    std::vector<NodeId> out;
    const NodeId parent = side.node(node).parent;
    NodeId previous = node;
    for (int step = 0; step < farthest; ++step) {
        --previous;
        while (previous != parent && side.node(previous).parent != parent) previous = side.node(previous).parent;
        if (previous == parent) break;
        if (side.is_free(previous)) continue;
        out.push_back(previous);
        if (in_place(previous)) break;
    }
    NodeId next = node;
    for (int step = 0; step < farthest; ++step) {
        next = side.node(next).end_node;
        if (next >= side.match.size() || side.node(next).parent != parent) break;
        if (side.is_free(next)) continue;
        out.push_back(next);
        if (in_place(next)) break;
    }
    return out;
}

/// Whether a part holds what the whole has over, and not much else: words came to it.
bool is_the_rest(const Bag& part, const Bag& rest) {
    return rest.entries.size() >= least_rest_words && containment(rest, part) >= least_rest &&
           part.total <= most_growth * rest.total;
}

/// What a whole has over when its partners, the parts known so far, have kept theirs: a text that went to one of them
/// cannot have come to another.
Bag rest_of(const Direction& direction, NodeId whole, const std::vector<NodeId>& partners, const Rarity& rarity) {
    Bag rest = direction.whole.bag(whole, rarity);
    for (const NodeId partner : partners) rest = without(rest, direction.parts.bag(partner, rarity));
    return rest;
}

/// The words of the paragraphs of a whole that its partners do not keep.
std::vector<std::uint64_t> words_of_rest(const Direction& direction, NodeId whole, const std::vector<NodeId>& partners,
                                         const Rarity& rarity) {
    std::vector<std::uint64_t> kept;
    for (const NodeId partner : partners) {
        const auto words = words_of(direction.parts.prints(), direction.parts.prints().own_blocks[partner]);
        kept.insert(kept.end(), words.begin(), words.end());
    }
    std::vector<BlockId> rest;
    for (const BlockId block : direction.whole.prints().own_blocks[whole]) {
        const auto words = direction.whole.prints().words_of(block);
        const Kept both = kept_in_order(words, kept, rarity);
        if (static_cast<float>(both.words) < most_of_rest * static_cast<float>(words.size())) rest.push_back(block);
    }
    return words_of(direction.whole.prints(), rest);
}

/// Whether the words of a part, its title aside, or of what the whole has over, stand in order in the other.
bool keeps_the_rest(const Direction& direction, NodeId whole, const std::vector<NodeId>& partners, NodeId part,
                    const Rarity& rarity) {
    const auto rest = words_of_rest(direction, whole, partners, rarity);
    auto words = words_of(direction.parts.prints(), direction.parts.prints().own_blocks[part]);
    const std::size_t title = count_words(direction.parts.node(part).heading);
    if (words.size() < title + least_words || rest.size() < least_words) return false;
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(title));
    const Kept kept = kept_in_order(rest, words, rarity);
    return kept.words >= least_kept_words &&
           kept.of_shorter() >= (kept.more > 3 * kept.less ? least_of_short : least_kept);
}

/// Whether the part stands under the whole's own title, with some of its words: its partner got another number.
bool kept_the_title(Matching& matching, const Direction& direction, NodeId whole, NodeId part) {
    const NodeId b = direction.split ? whole : part;
    const NodeId a = direction.split ? part : whole;
    return matching.share_own_heading(b, a) && !direction.whole.node(whole).heading.empty() &&
           containment(direction.parts.bag(part, matching.rarity), direction.whole.bag(whole, matching.rarity)) >=
               least_under_title;
}

/// The match that the free unit `part` is a part of, or none.
std::uint32_t whole_of(Matching& matching, const Direction& direction, NodeId part) {
    const Bag& part_bag = direction.parts.bag(part, matching.rarity);
    const Bag untitled = without(part_bag, heading_words(direction.parts, part, matching.rarity));
    if (part_bag.entries.size() < least_words) return none;
    for (const NodeId neighbour : neighbours(matching, direction, part)) {
        const std::uint32_t index = direction.parts.match[neighbour];
        const NodeMatch& match = matching.matches[index];
        const NodeId whole = nodes_of(match, direction.split).front();
        if (nodes_of(match, direction.split).size() != 1) continue;
        if (direction.whole.prints().own[whole].hash == direction.parts.prints().own[neighbour].hash) continue;
        if (direction.whole.document().levels[direction.whole.node(whole).level] !=
            direction.parts.document().levels[direction.parts.node(part).level])
            continue;
        // What the partners hold already cannot have come to the part: the rest of the whole must hold the part's
        // words. A title of its own counts neither for nor against it.
        const std::vector<NodeId>& partners = nodes_of(match, !direction.split);
        const Bag rest = rest_of(direction, whole, partners, matching.rarity);
        if (containment(part_bag, rest) >= least_share) return index;
        if (kept_the_title(matching, direction, whole, part)) return index;
        if (is_the_rest(part_bag, rest)) return index;
        if (untitled.entries.size() >= least_words && containment(untitled, rest) >= least_share) return index;
        if (std::max(containment(untitled, rest), containment(rest, part_bag)) >= least_alike &&
            keeps_the_rest(direction, whole, partners, part, matching.rarity))
            return index;
    }
    return none;
}

void join_parts(Matching& matching, const Direction& direction) {
    for (NodeId part = 1; part < direction.parts.match.size(); ++part) {
        if (!direction.parts.is_free(part)) continue;
        const std::uint32_t match = whole_of(matching, direction, part);
        if (match == none) continue;
        if (direction.split)
            matching.join_after(match, part);
        else
            matching.join_before(match, part);
    }
}

}  // namespace

void match_split_merge(Matching& matching) {
    join_parts(matching, {matching.before, matching.after, true});
    join_parts(matching, {matching.after, matching.before, false});
}

}  // namespace stet
