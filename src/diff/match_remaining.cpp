// Units that are left over on both sides: what was reworded too much for likeness alone, told by what speaks for it.
//
//   before:  3: (a) A  (b) B     9 X          after:  3: (a) A  (b) B' and more     14 X'
//   wrong:   B and X deleted, B' and X' inserted; the words that changed in them are lost
//   ours:    B became B' (in one place nothing else can have, be it short and kept whole, or alone there and opening
//            with the same words), X became X' (most of its words in their order, a distant
//            second best, and no other text of either document holds the runs of words that the two share, or the
//            words)
#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <unordered_map>

#include "diff/elsewhere.hpp"
#include "diff/kept_words.hpp"
#include "diff/matching.hpp"
#include "diff/sequence.hpp"
#include "diff/value_frame.hpp"

namespace stet {

namespace {

/// In one place: share of the shorter text that stays, words that it must have, and how many times as long the longer
/// may be.
constexpr float least_kept_in_place = 0.6F;
constexpr std::uint32_t least_words_in_place = 6;
/// A shorter text has so many words at least, all of which stay.
constexpr std::uint32_t least_short_words = 3;
/// Two that are alone in their place are one when they open with so many same words, one of them rare.
constexpr std::size_t least_opening = 4;
constexpr std::uint32_t most_growth_of_opening = 3;
/// Or when the one opens with the whole other, of so many words at least, less under one label.
constexpr std::size_t least_words_of_opening = 8;
constexpr std::size_t least_opening_under_label = 4;
/// Or when nearly all of the one stays in the other.
constexpr float least_whole_in_place = 0.9F;
/// A paragraph with the same label in the same place opens with so many words of the other at least, and keeps such
/// shares of the shorter and of the longer.
constexpr std::size_t least_opening_of_rewritten = 2;
constexpr float least_rewritten = 0.5F;
constexpr float least_rewritten_of_longer = 0.33F;
constexpr std::uint32_t most_growth = 6;
/// A section with the same label, alone in its place, keeps so many words of the other, such a share of the shorter
/// and, by weight, of the lighter.
constexpr std::uint32_t least_words_under_label = 6;
constexpr float least_under_label = 0.33F;
constexpr float least_weight_under_label = 0.3F;
/// They are one as well when so many words of the shorter and of the longer stay in order, however common.
constexpr float least_said = 0.8F;
constexpr float least_said_of_longer = 0.65F;
constexpr float least_said_beside_others = 0.9F;
/// What must stay of the longer text where only stock phrases do.
constexpr float least_of_stock = 0.5F;
/// Where few units stand in one place, words however common speak too: so many of the shorter text, such a share of it,
/// by weight as well, and no sibling keeps nearly as many.
constexpr std::size_t few_pairs = 36;
constexpr std::uint32_t least_common_words = 5;
constexpr float least_common_share = 0.58F;
constexpr float least_common_weight = 0.3F;
constexpr float most_of_sibling = 0.85F;
constexpr int siblings_asked = 12;
/// Elsewhere: the same of the shorter text, the words that stay, and their share of the longer text (of a
/// sentence less).
constexpr float least_kept = 0.65F;
constexpr std::uint32_t least_words = 8;
constexpr std::uint32_t least_kept_words = 7;
constexpr float least_of_longer = 0.5F;
constexpr float least_of_short = 0.4F;
/// A text of so many words at most is a sentence; a longer one may have one sentence in common by chance.
constexpr std::uint32_t sentence_words = 20;
/// The second best of either unit, of the best.
constexpr float most_second = 0.7F;
/// What stays of the longer where all of the shorter does, being more than a sentence.
constexpr float least_whole = 0.95F;
constexpr float least_of_grown = 0.33F;
/// The share of the runs that two texts have in common that any other text may hold; or of their common words, by
/// weight, where edits cut the runs. So many pairs are judged by these at most.
constexpr float most_elsewhere = 0.75F;
constexpr std::size_t most_unproved = 64;
/// The share of their common words that another unit may have, too, if their runs speak for them.
constexpr float most_of_pattern = 0.95F;
/// What stays of the shorter and of the longer of two texts that hardly changed.
constexpr float least_nearly_whole = 0.75F;
constexpr float least_nearly_whole_of_longer = 0.65F;
/// Other blocks of both documents that say a text word for word before it is a stock phrase.
constexpr std::uint32_t most_copies = 10;
/// A text that is told by its figures has so many words at most, of which such a share stays.
constexpr std::uint32_t most_words_with_figures = 30;
constexpr float least_with_figures = 0.65F;

/// What two units keep of each other.
Kept what_stays(const Matching& matching, NodeId b, NodeId a) {
    return kept_in_order(words_of(matching.before.prints(), matching.before.prints().own_blocks[b]),
                         words_of(matching.after.prints(), matching.after.prints().own_blocks[a]), matching.rarity);
}

/// The share of the lighter of two units that the other keeps in order.
float share_kept(Matching& matching, NodeId b, NodeId a, const Kept& kept) {
    const float lighter =
        std::min(matching.before.bag(b, matching.rarity).total, matching.after.bag(a, matching.rarity).total);
    return kept.weight / std::max(lighter, 0.1F);
}

/// Whether two units may have so much in common, whatever the order of their words.
bool may_keep(Matching& matching, NodeId b, NodeId a, float least) {
    const Bag& x = matching.before.bag(b, matching.rarity);
    const Bag& y = matching.after.bag(a, matching.rarity);
    return containment(x.total < y.total ? x : y, matching.shared(b, a)) >= least;
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
        } else if (!side.is_free(parent) && side.prints().own[id].words > 0) {
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

/// The most words that a text keeps of any sibling of a unit but the unit itself.
std::uint32_t most_kept_of_siblings(const Matching& matching, std::span<const std::uint64_t> text,
                                    const DocumentSide& side, NodeId unit) {
    std::uint32_t most = 0;
    const NodeId parent = side.node(unit).parent;
    int behind = 0;
    for (NodeId id = parent + 1; id < side.node(parent).end_node && behind < siblings_asked;
         id = side.node(id).end_node) {
        if (id > unit) ++behind;
        if (id == unit) continue;
        const auto words = words_of(side.prints(), side.prints().own_blocks[id]);
        most = std::max(most, kept_in_order(text, words, matching.rarity).words);
    }
    return most;
}

/// Whether no sibling of either keeps nearly as many words of the other.
bool no_sibling_keeps(const Matching& matching, NodeId b, NodeId a, const Kept& kept) {
    const float most = most_of_sibling * static_cast<float>(kept.words);
    const auto x = words_of(matching.before.prints(), matching.before.prints().own_blocks[b]);
    if (static_cast<float>(most_kept_of_siblings(matching, x, matching.after, a)) > most) return false;
    const auto y = words_of(matching.after.prints(), matching.after.prints().own_blocks[a]);
    return static_cast<float>(most_kept_of_siblings(matching, y, matching.before, b)) <= most;
}

/// Whether what two units keep, common words though they be, no sibling of either keeps.
bool is_alone_among_siblings(Matching& matching, NodeId b, NodeId a, const Kept& kept) {
    if (kept.words < least_common_words || kept.of_shorter() < least_common_share) return false;
    return share_kept(matching, b, a, kept) >= least_common_weight && no_sibling_keeps(matching, b, a, kept);
}

/// Whether two paragraphs of lists open with the same words, and not with stock alone.
bool open_alike(const Matching& matching, NodeId b, NodeId a) {
    if (!matching.before.is_list_paragraph(b) || !matching.after.is_list_paragraph(a)) return false;
    const auto x = words_of(matching.before.prints(), matching.before.prints().own_blocks[b]);
    const auto y = words_of(matching.after.prints(), matching.after.prints().own_blocks[a]);
    const auto end = std::mismatch(x.begin(), x.end(), y.begin(), y.end()).first;
    if (static_cast<std::size_t>(end - x.begin()) < least_opening) return false;
    return std::any_of(x.begin(), end,
                       [&](std::uint64_t word) { return matching.rarity.weight(word) >= matching.rarity.rare(); });
}

/// Whether two paragraphs of lists say the same of other figures, word for word but for a few: every rate of a list
/// comes with another date the next year, and its siblings say the same too.
bool says_the_same(const Matching& matching, NodeId b, NodeId a) {
    if (!matching.before.is_list_paragraph(b) || !matching.after.is_list_paragraph(a)) return false;
    const Kept kept = what_stays(matching, b, a);
    return kept.of_shorter() >= least_said && kept.of_longer() >= least_said_of_longer;
}

/// Whether two paragraphs of lists say the same around their sums, percents and dates, of which nothing may stay:
/// "sixty-nine dollars ($69.00) effective 9/4/19". They say it nearly word for word where either has a rival.
bool says_the_same_of_other_values(const Matching& matching, NodeId b, NodeId a, bool alone) {
    if (!matching.before.is_list_paragraph(b) || !matching.after.is_list_paragraph(a)) return false;
    const auto& b_own = matching.before.prints().own_blocks[b];
    const auto& a_own = matching.after.prints().own_blocks[a];
    if (b_own.size() != 1 || a_own.size() != 1) return false;
    const ValueFrame x = frame_of_terms(matching.before.document(), b_own.front());
    const ValueFrame y = frame_of_terms(matching.after.document(), a_own.front());
    if (std::min(x.around, y.around) < least_words_in_place) return false;
    const Kept kept = kept_in_order(x.words, y.words, matching.rarity);
    return alone ? kept.of_shorter() >= least_said && kept.of_longer() >= least_said_of_longer
                 : kept.of_shorter() >= least_said_beside_others && kept.of_longer() >= least_said;
}

/// Whether two paragraphs of lists with one label open with the same words and keep half of the shorter one's, as no
/// sibling does: the item was written anew, and what its "shall" became is to be told.
bool is_rewritten(const Matching& matching, NodeId b, NodeId a) {
    if (!matching.before.is_list_paragraph(b) || !matching.after.is_list_paragraph(a)) return false;
    if (!same_label(matching.before.node(b), matching.after.node(a))) return false;
    const auto x = words_of(matching.before.prints(), matching.before.prints().own_blocks[b]);
    const auto y = words_of(matching.after.prints(), matching.after.prints().own_blocks[a]);
    const auto opening = std::mismatch(x.begin(), x.end(), y.begin(), y.end()).first - x.begin();
    if (static_cast<std::size_t>(opening) < least_opening_of_rewritten) return false;
    const Kept kept = what_stays(matching, b, a);
    return kept.of_shorter() >= least_rewritten && kept.of_longer() >= least_rewritten_of_longer &&
           no_sibling_keeps(matching, b, a, kept);
}

/// Whether two sections with one label, each alone in its place, say something of the same, as no sibling does: "4.1
/// Neither party may sell before the third anniversary" was written anew, and what "third" became is to be told.
bool is_rewritten_under_label(Matching& matching, NodeId b, NodeId a) {
    if (!same_label(matching.before.node(b), matching.after.node(a)) || matching.are_other_subjects(b, a)) return false;
    if (!may_keep(matching, b, a, least_weight_under_label)) return false;
    const Kept kept = what_stays(matching, b, a);
    return kept.words >= least_words_under_label && kept.of_shorter() >= least_under_label &&
           share_kept(matching, b, a, kept) >= least_weight_under_label && no_sibling_keeps(matching, b, a, kept);
}

/// Whether one of two paragraphs of lists with one label is all of the other's words and more among or behind them.
bool goes_on(const Matching& matching, NodeId b, NodeId a) {
    if (!matching.before.is_list_paragraph(b) || !matching.after.is_list_paragraph(a)) return false;
    if (!same_label(matching.before.node(b), matching.after.node(a))) return false;
    const auto x = words_of(matching.before.prints(), matching.before.prints().own_blocks[b]);
    const auto y = words_of(matching.after.prints(), matching.after.prints().own_blocks[a]);
    const auto opening = std::mismatch(x.begin(), x.end(), y.begin(), y.end()).first - x.begin();
    const auto ending = std::mismatch(x.rbegin(), x.rend(), y.rbegin(), y.rend()).first - x.rbegin();
    return opening > 0 && static_cast<std::size_t>(opening + ending) >= std::min(x.size(), y.size());
}

/// Whether nearly all that one of two units says opens the other, the first words alike: a sentence came behind it or
/// went.
bool opens_the_other(const Matching& matching, NodeId b, NodeId a) {
    const auto x = words_of(matching.before.prints(), matching.before.prints().own_blocks[b]);
    const auto y = words_of(matching.after.prints(), matching.after.prints().own_blocks[a]);
    const std::size_t less = std::min(x.size(), y.size());
    if (less < least_words_of_opening)
        return less >= least_opening_under_label && same_label(matching.before.node(b), matching.after.node(a)) &&
               std::equal(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(less), y.begin());
    if (!std::equal(x.begin(), x.begin() + least_opening, y.begin())) return false;
    const auto opening = [&](const std::vector<std::uint64_t>& words) {
        return std::span(words).first(std::min(words.size(), less + less / 8));
    };
    return kept_in_order(opening(x), opening(y), matching.rarity).of_shorter() >= least_said;
}

/// Whether two units open with the same line and go on behind it, in text or in units of their own: "C. Jury Duty" is
/// the same though its paragraph became its first item.
bool share_title_line(const Matching& matching, NodeId b, NodeId a) {
    const auto title = [](const DocumentSide& side, NodeId id) -> const Fingerprint* {
        const auto& own = side.prints().own_blocks[id];
        const bool goes_on = own.size() > 1 || side.node(id).end_node > id + 1;
        return !own.empty() && goes_on ? &side.prints().blocks[own.front()] : nullptr;
    };
    const Fingerprint* x = title(matching.before, b);
    const Fingerprint* y = title(matching.after, a);
    return x != nullptr && y != nullptr && x->words > 0 && x->hash == y->hash &&
           same_label(matching.before.node(b), matching.after.node(a));
}

/// Whether nearly all that the shorter of two units says stands in the other, as in no sibling, and no title speaks
/// against it: a sentence came behind a stock phrase or went, and no such phrase goes where the same comes.
bool keeps_the_shorter(const Matching& matching, NodeId b, NodeId a, const Kept& kept, bool alone) {
    return matching.before.node(b).heading == matching.after.node(a).heading && kept.words >= least_words_of_opening &&
           kept.of_shorter() >= (alone ? least_said : least_whole_in_place) && no_sibling_keeps(matching, b, a, kept);
}

/// How much speaks for two units in one place; 0 where too little does.
float fit_in_place(Matching& matching, NodeId b, NodeId a, bool few, bool alone) {
    const auto [less, more] = std::minmax(matching.before.prints().own[b].words, matching.after.prints().own[a].words);
    if (!same_level(matching, b, a) || matching.are_other_items(b, a)) return 0;
    if (alone && goes_on(matching, b, a)) return 1;
    if (share_title_line(matching, b, a)) return 1;
    if (more > most_growth * less) return 0;
    if (alone && opens_the_other(matching, b, a) && !matching.are_other_subjects(b, a)) return 1;
    if (less < least_words_in_place) {
        const bool stays_whole = few && less >= least_short_words && what_stays(matching, b, a).of_shorter() >= 1;
        return stays_whole ? 1 : 0;
    }
    if (alone && more <= most_growth_of_opening * less && open_alike(matching, b, a)) return least_kept_in_place;
    if (alone && says_the_same(matching, b, a)) return least_kept_in_place;
    if (few && is_rewritten(matching, b, a)) return least_kept_in_place;
    if (few && says_the_same_of_other_values(matching, b, a, alone)) return least_kept_in_place;
    if (alone && is_rewritten_under_label(matching, b, a)) return least_kept_in_place;
    if (!may_keep(matching, b, a, few ? least_common_weight : least_kept_in_place)) return 0;
    const Kept kept = what_stays(matching, b, a);
    const float share = share_kept(matching, b, a, kept);
    if (few && keeps_the_shorter(matching, b, a, kept, alone)) return share;
    if (kept.of_longer() < least_of_stock && matching.is_stock(b, a)) return 0;
    if (share >= least_kept_in_place) return share;
    return few && is_alone_among_siblings(matching, b, a, kept) ? share : 0;
}

/// Pairs what stands in one place and fits, in its order; `fit` tells how much speaks for two units, 0 where too
/// little.
template <typename Sites, typename Fit>
void pair_by_site(Matching& matching, const Sites& of_before, const Sites& of_after, Fit fit) {
    for (const auto& [site, b_nodes] : of_before) {
        const auto found = of_after.find(site);
        if (found == of_after.end()) continue;
        const std::size_t count = b_nodes.size() * found->second.size();
        std::vector<Candidate> pairs = matching.candidates(b_nodes, found->second, std::numeric_limits<float>::min(),
                                                           [&](NodeId b, NodeId a) { return fit(b, a, count); });
        in_order_of_before(pairs);
        std::vector<std::uint32_t> values;
        std::vector<std::uint64_t> weights;
        for (const Candidate& pair : pairs) {
            values.push_back(pair.after);
            weights.push_back(static_cast<std::uint64_t>(pair.score * 10000));
        }
        for (const std::uint32_t i : heaviest_increasing(values, weights))
            matching.pair_by_evidence(pairs[i].before, pairs[i].after);
    }
}

void pair_in_one_place(Matching& matching) {
    const std::vector<bool> in_place = under_one_pair(matching);
    pair_by_site(matching, free_by_site(matching.before, in_place), free_by_site(matching.after, in_place),
                 [&](NodeId b, NodeId a, std::size_t pairs) {
                     const float fit = fit_in_place(matching, b, a, pairs <= few_pairs, pairs == 1);
                     return fit > 0 && matching.are_numbered_otherwise(b, a) ? 0 : fit;
                 });
}

/// Free paragraphs of lists by the last pair before them as one reads, whatever they hang under.
std::map<std::uint32_t, std::vector<NodeId>> free_by_reading(const DocumentSide& side) {
    std::map<std::uint32_t, std::vector<NodeId>> out;
    std::uint32_t last = none;
    for (NodeId id = 1; id < side.match.size(); ++id) {
        if (!side.is_free(id))
            last = side.match[id];
        else if (side.is_list_paragraph(id) && side.prints().own[id].words >= least_words_in_place)
            out[last].push_back(id);
    }
    return out;
}

/// Whether the unit over either of two stayed; else one list went and another came.
bool has_parent_that_stayed(const Matching& matching, NodeId b, NodeId a) {
    return !matching.before.is_free(matching.before.node(b).parent) ||
           !matching.after.is_free(matching.after.node(a).parent);
}

/// Paragraphs of lists that stayed where one reads them and went up or down a level: (d)(2) became (e).
void pair_at_other_level(Matching& matching) {
    pair_by_site(matching, free_by_reading(matching.before), free_by_reading(matching.after),
                 [&](NodeId b, NodeId a, std::size_t pairs) {
                     return pairs <= few_pairs && has_parent_that_stayed(matching, b, a) &&
                                    !matching.are_other_items(b, a) && says_the_same(matching, b, a) &&
                                    !matching.are_numbered_otherwise(b, a)
                                ? least_kept_in_place
                                : 0.0F;
                 });
}

// Elsewhere.

/// Units that may be told by their own text. A paragraph of a list is none.
std::vector<NodeId> free_nodes(const DocumentSide& side) {
    std::vector<NodeId> out;
    for (NodeId id = 1; id < side.match.size(); ++id)
        if (side.is_free(id) && !side.is_list_paragraph(id) && side.prints().own[id].words >= least_words)
            out.push_back(id);
    return out;
}

/// The weight of what two units keep of each other; 0 where it is too little of the shorter one, or where nothing but
/// the own paragraphs of two items of lists is alike.
float weight_kept(Matching& matching, NodeId b, NodeId a, float least) {
    if (!same_level(matching, b, a) || !may_keep(matching, b, a, least)) return 0;
    if (matching.before.is_list_item(b) && matching.after.is_list_item(a) && !matching.share_items(b, a)) return 0;
    const Kept kept = what_stays(matching, b, a);
    return share_kept(matching, b, a, kept) >= least ? kept.weight : 0;
}

std::vector<std::uint64_t> numbers_of(const DocumentSide& side, NodeId id) {
    std::vector<Token> tokens;
    for (const BlockId block : side.prints().own_blocks[id]) compared_tokens(side.document(), block, tokens);
    std::vector<std::uint64_t> out;
    for (const Token& token : tokens)
        if (token.kind == TokenKind::number) out.push_back(token.key);
    std::sort(out.begin(), out.end());
    return out;
}

/// Whether most of the figures of either unit stand in the other, or half of them and one that hardly any text has.
bool keeps_numbers(const Matching& matching, NodeId b, NodeId a) {
    const auto x = numbers_of(matching.before, b);
    const auto y = numbers_of(matching.after, a);
    std::vector<std::uint64_t> both;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
    const std::size_t more = std::max(x.size(), y.size());
    if (2 * both.size() > more) return true;
    return !both.empty() && 2 * both.size() == more && std::any_of(both.begin(), both.end(), [&](std::uint64_t key) {
        return matching.rarity.weight(key) >= matching.rarity.rare();
    });
}

/// Whether two short texts say nearly the same of the same figures: stock phrases come with other figures.
bool is_told_by_figures(const Matching& matching, NodeId b, NodeId a) {
    const auto [less, more] = std::minmax(matching.before.prints().own[b].words, matching.after.prints().own[a].words);
    return less <= most_words_with_figures && 2 * more <= 5 * less && keeps_numbers(matching, b, a) &&
           what_stays(matching, b, a).of_shorter() >= least_with_figures;
}

bool say_the_same(const Matching& matching, NodeId b, NodeId a) {
    return matching.before.prints().own[b].hash == matching.after.prints().own[a].hash;
}

/// Whether nearly all of two units stays, their figures among it: stock phrases come with other figures.
bool is_nearly_whole(const Matching& matching, NodeId b, NodeId a) {
    const Kept kept = what_stays(matching, b, a);
    if (kept.of_shorter() < least_nearly_whole || kept.of_longer() < least_nearly_whole_of_longer) return false;
    return keeps_numbers(matching, b, a) ||
           (numbers_of(matching.before, b).empty() && numbers_of(matching.after, a).empty());
}

/// Whether enough of the longer of two units stays: less of it where all of the shorter one does, and hardly any other
/// text has some of that.
bool keeps_the_longer(Matching& matching, NodeId b, NodeId a, const Kept& kept) {
    const bool is_short = matching.before.prints().own[b].words <= sentence_words;
    if (kept.of_longer() >= (is_short ? least_of_short : least_of_longer)) return true;
    return kept.words > sentence_words && kept.of_shorter() >= least_whole && kept.of_longer() >= least_of_grown &&
           matching.judge_shared(b, a) == Shared::telling;
}

/// How much of both units stays; a text that only holds another, or part of it, is no rival of one that is it.
enum class Stays : std::uint8_t { too_little_of_longer, a_part, nearly_all, all };

Stays stays(Matching& matching, NodeId b, NodeId a) {
    if (say_the_same(matching, b, a)) return Stays::all;
    if (is_nearly_whole(matching, b, a)) return Stays::nearly_all;
    return keeps_the_longer(matching, b, a, what_stays(matching, b, a)) ? Stays::a_part : Stays::too_little_of_longer;
}

struct Weighed : Candidate {
    Stays stays;
};

/// Pairs that are each other's best by far, or by their figures alone.
std::vector<Candidate> far_best(Matching& matching, const std::vector<Candidate>& found) {
    std::vector<Weighed> all;
    std::unordered_map<NodeId, std::vector<Weighed>> of_before;
    std::unordered_map<NodeId, std::vector<Weighed>> of_after;
    for (const Candidate& candidate : found) {
        all.push_back({candidate, stays(matching, candidate.before, candidate.after)});
        of_before[candidate.before].push_back(all.back());
        of_after[candidate.after].push_back(all.back());
    }
    std::vector<Candidate> out;
    for (const Weighed& best : all) {
        const auto is_over = [&](const Weighed& other, float score) {
            return other.stays >= best.stays && other.score > score;
        };
        const auto is_better = [&](const Weighed& other) { return is_over(other, best.score); };
        const auto is_rival = [&](const Weighed& other) {
            return (other.before != best.before || other.after != best.after) &&
                   is_over(other, most_second * best.score);
        };
        const auto has_figures = [&](const Weighed& other) {
            return is_rival(other) && keeps_numbers(matching, other.before, other.after);
        };
        const auto any = [&](const auto& predicate) {
            const auto& b = of_before[best.before];
            const auto& a = of_after[best.after];
            return std::any_of(b.begin(), b.end(), predicate) || std::any_of(a.begin(), a.end(), predicate);
        };
        if (any(is_better)) continue;
        if (!any(is_rival) || (is_told_by_figures(matching, best.before, best.after) && !any(has_figures)))
            out.push_back(best);
    }
    return out;
}

/// Whether two units that are each other's best are the same though other texts say as much: by their figures, or where
/// what they say is no stock phrase below other titles and all of it stayed, or nearly all of what others say word for
/// word.
bool is_told_by_itself(Matching& matching, NodeId b, NodeId a, std::uint32_t copies) {
    if (is_told_by_figures(matching, b, a)) return true;
    if (copies > most_copies || matching.are_other_subjects(b, a)) return false;
    return say_the_same(matching, b, a) || (copies > 0 && is_nearly_whole(matching, b, a));
}

void pair_moved(Matching& matching, const Candidate& pair) {
    if (matching.before.is_free(pair.before) && matching.after.is_free(pair.after))
        matching.pair(pair.before, pair.after, MatchedBy::moved);
}

void pair_elsewhere(Matching& matching) {
    const auto found =
        matching.candidates(free_nodes(matching.before), free_nodes(matching.after), std::numeric_limits<float>::min(),
                            [&](NodeId b, NodeId a) { return weight_kept(matching, b, a, most_second * least_kept); });
    std::vector<Candidate> pairs;
    for (const Candidate& candidate : far_best(matching, found)) {
        const Kept kept = what_stays(matching, candidate.before, candidate.after);
        const float share = share_kept(matching, candidate.before, candidate.after, kept);
        if (share >= least_kept && kept.words >= least_kept_words &&
            keeps_the_longer(matching, candidate.before, candidate.after, kept))
            pairs.push_back(candidate);
    }
    const Elsewhere elsewhere(matching, pairs);
    const std::vector<bool> follow_a_pattern = stand_elsewhere(matching, pairs, most_of_pattern);
    std::vector<Candidate> unproved;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        if ((elsewhere.share(i) <= most_elsewhere && !follow_a_pattern[i]) ||
            is_told_by_itself(matching, pairs[i].before, pairs[i].after, elsewhere.copies(i)))
            pair_moved(matching, pairs[i]);
        else if (elsewhere.copies(i) == 0)
            unproved.push_back(pairs[i]);
    if (unproved.size() > most_unproved) return;
    const std::vector<bool> elsewhere_too = stand_elsewhere(matching, unproved, most_elsewhere);
    for (std::size_t i = 0; i < unproved.size(); ++i)
        if (!elsewhere_too[i]) pair_moved(matching, unproved[i]);
}

}  // namespace

void match_remaining(Matching& matching) {
    pair_in_one_place(matching);
    pair_at_other_level(matching);
    pair_elsewhere(matching);
}

}  // namespace stet
