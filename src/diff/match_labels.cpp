// Units under paired parents that keep their label or their heading while the text is rewritten.
//
//   before:  Section 4. Breaks. (fifteen lines)     after:  Section 4. Breaks. (two new lines)
//   wrong:   Section 4 deleted, another Section 4 inserted, as if the subject had gone
//   ours:    Section 4 edited, its text replaced whole
//
// A label alone, over another heading and other words, proves nothing: that is one unit gone and one come; unless it
// stands in the same place, behind the same neighbour, where the unit was replaced.
#include <algorithm>
#include <map>

#include "diff/matching.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// Likeness that, with the same label, is enough where headings do not speak; and with the same heading.
constexpr float least_with_label = 0.25F;
constexpr float least_with_heading = 0.2F;
/// Likeness of a pair that only stock phrases speak for.
constexpr float least_of_stock = 0.6F;
/// Likeness of a pair out of the order of its siblings.
constexpr float least_out_of_order = 0.5F;
/// Words that a unit without a heading has at least when its label and place alone make it the same; short list items
/// come and go.
constexpr std::uint32_t least_replaced = 25;
/// Likeness that a paragraph of a list needs with the same label in the same place.
constexpr float least_item_in_place = 0.1F;
/// Words of a unit that is no more than its title.
constexpr std::uint32_t placeholder_words = 6;
/// A place is told by a neighbour that is so alike, in documents that have such a share of their units in common.
constexpr double least_neighbour = 0.5;
constexpr double least_same = 0.5;

bool holds_rows(const DocumentSide& side, NodeId unit) {
    const auto& own = side.prints().own_blocks[unit];
    return std::any_of(own.begin(), own.end(),
                       [&](BlockId id) { return side.document().blocks[id].kind == BlockKind::table_row; });
}

/// What a unit says in words, its figures left out.
Bag words_alone(const DocumentSide& side, NodeId unit, const Rarity& rarity) {
    std::string words;
    std::vector<Token> tokens;
    for (const BlockId id : side.prints().own_blocks[unit]) {
        const std::string& text = side.document().blocks[id].text;
        tokens.clear();
        compared_tokens(side.document(), id, tokens);
        for (const Token& token : tokens)
            if (token.kind == TokenKind::word) words.append(text, token.text.begin, token.text.size()).push_back(' ');
    }
    return bag_of(words, rarity);
}

/// Likeness of two units; where both are tables for the most part, of their titles and names of rows and columns alone:
/// every rate of a schedule is another one the next year.
float likeness_of_subject(Matching& matching, NodeId b, NodeId a) {
    const float alike = matching.likeness(b, a);
    if (alike >= least_of_stock || !holds_rows(matching.before, b) || !holds_rows(matching.after, a)) return alike;
    return std::max(alike, similarity(words_alone(matching.before, b, matching.rarity),
                                      words_alone(matching.after, a, matching.rarity)));
}

/// Likeness that units under one heading need: more where sentences come back all the time, and the heading too.
float least_under_heading(Matching& matching, NodeId b, NodeId a) {
    return matching.stock().is_mere_patchwork() && !matching.share_own_heading(b, a) ? 2 * least_with_label
                                                                                     : least_with_heading;
}

bool same_subject(Matching& matching, NodeId b, NodeId a) {
    const Node& x = matching.before.node(b);
    const Node& y = matching.after.node(a);
    const bool same_level = matching.before.document().levels[x.level] == matching.after.document().levels[y.level];
    if (matching.are_other_items(b, a)) return false;
    if (!same_level) return !x.heading.empty() && x.heading == y.heading && matching.likeness(b, a) >= least_with_label;
    if (matching.share_own_heading(b, a) && matching.keeps_order(b, a)) return true;
    const float alike = likeness_of_subject(matching, b, a);
    const bool label = !x.label.value.empty() && x.label.value == y.label.value;
    const bool stock = alike < least_of_stock && matching.is_stock(b, a);
    if (!stock && !x.heading.empty() && x.heading == y.heading && alike >= least_under_heading(matching, b, a))
        return true;
    if (!label || stock) return false;
    if (!x.heading.empty() && !y.heading.empty() && alike < 2 * least_with_label) return false;
    const bool is_short = x.heading.empty() && matching.before.prints().own[b].words < least_replaced;
    return alike >= (is_short ? 2 * least_with_label : least_with_label);
}

/// Whether two units have one name and place. Where sentences come back all the time that proves nothing.
bool same_place(Matching& matching, NodeId b, NodeId a) {
    const Node& x = matching.before.node(b);
    const Node& y = matching.after.node(a);
    if (matching.are_other_items(b, a)) return false;
    if (!matching.share_own_heading(b, a) && (x.label.value.empty() || x.label.value != y.label.value)) return false;
    // Another title over other words is another subject; one over nothing is what stands for the text that has gone.
    const std::uint32_t words =
        std::min(matching.before.prints().whole[b].words, matching.after.prints().whole[a].words);
    if (x.heading != y.heading && words > placeholder_words) return false;
    if (matching.before.document().levels[x.level] != matching.after.document().levels[y.level]) return false;
    if (x.heading.empty() && y.heading.empty() && matching.before.prints().own[b].words < least_replaced) return false;
    if (matching.before.is_list_paragraph(b) && matching.likeness(b, a) < least_item_in_place) return false;
    if (matching.before.is_free(x.parent) || matching.before.match[x.parent] != matching.after.match[y.parent])
        return false;
    const NodeId x_before = matching.before.sibling_before(b);
    const NodeId y_before = matching.after.sibling_before(a);
    if (x_before == none || y_before == none) return x_before == y_before && !matching.stock().is_mere_patchwork();
    const std::uint32_t match = matching.before.match[x_before];
    return match != none && match == matching.after.match[y_before] &&
           matching.matches[match].similarity >= least_neighbour && !matching.stock().is_mere_patchwork();
}

/// Whether two units of one subject may be out of order: a heading tells that only where no other unit has it.
bool may_leave_its_place(Matching& matching, NodeId b, NodeId a) {
    return matching.likeness(b, a) >= least_out_of_order &&
           (matching.before.node(b).heading.empty() || matching.share_own_heading(b, a));
}

/// Whether the documents are versions of one text: only then does a place say what a unit is.
bool are_versions(const Matching& matching) {
    const auto same = std::count_if(matching.matches.begin(), matching.matches.end(),
                                    [](const NodeMatch& m) { return m.similarity >= 1; });
    const std::size_t nodes = std::min(matching.before.match.size(), matching.after.match.size());
    return static_cast<double>(same) >= least_same * static_cast<double>(nodes);
}

}  // namespace

void match_labels(Matching& matching) {
    const bool versions = are_versions(matching);
    std::map<std::uint32_t, std::multimap<std::string, NodeId>> free_after;  // ancestor's match -> label or heading
    for (NodeId a = 1; a < matching.after.match.size(); ++a) {
        if (!matching.after.is_free(a)) continue;
        const Node& node = matching.after.node(a);
        auto& names = free_after[matching.after.ancestor_match(a)];
        if (!node.label.value.empty()) names.emplace("#" + node.label.value, a);
        if (!node.heading.empty()) names.emplace(node.heading, a);
    }
    for (NodeId b = 1; b < matching.before.match.size(); ++b) {
        if (!matching.before.is_free(b)) continue;
        const auto group = free_after.find(matching.before.ancestor_match(b));
        if (group == free_after.end()) continue;
        const Node& node = matching.before.node(b);
        for (const std::string& name : {node.heading, "#" + node.label.value}) {
            if (name.empty() || !matching.before.is_free(b)) continue;
            const auto [first, last] = group->second.equal_range(name);
            int tried = 0;
            for (auto at = first; at != last && tried < 8; ++at, ++tried)
                if (!matching.after.is_free(at->second)) {
                    continue;
                } else if (same_subject(matching, b, at->second) &&
                           (matching.keeps_order(b, at->second) || may_leave_its_place(matching, b, at->second))) {
                    matching.pair_by_evidence(b, at->second);
                    break;
                } else if (versions && same_place(matching, b, at->second)) {
                    matching.pair(b, at->second, MatchedBy::position);
                    break;
                }
        }
    }
}

}  // namespace stet
