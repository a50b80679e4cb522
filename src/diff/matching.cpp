// The mapping store and the scores on which every pass agrees.
#include "diff/matching.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "diff/sequence.hpp"
#include "diff/value_frame.hpp"
#include "text/parallel.hpp"

namespace stet {

namespace {

/// What a label, a heading or paired parents add to the likeness of two units' text.
constexpr float same_label_bonus = 0.06F;
constexpr float same_heading_bonus = 0.08F;
constexpr float same_parent_bonus = 0.04F;
/// What it counts that all words of one unit stand in the other of the same label and heading.
constexpr float same_name_share = 0.95F;
/// What it counts that all words of one unit stand in the other, where that is not many times as long: a sentence came
/// to it or went.
constexpr float grown_share = 0.75F;
constexpr float least_contained = 0.9F;
constexpr std::uint32_t least_contained_words = 6;
constexpr std::uint32_t most_growth = 6;
/// Units of different levels are paired only when their text leaves no doubt.
constexpr float other_level_least = 0.75F;
constexpr float other_parent_least = 0.75F;
/// What likeness a pair needs that only stock phrases speak for, and below which nothing would pair it anyway.
constexpr float least_of_stock = 0.6F;
constexpr float least_judged = 0.27F;
/// A text of fewer words is short, and what likeness it needs at least.
constexpr std::uint32_t short_text = 25;
constexpr float short_least = 0.5F;
/// Below this product every pair is scored; above it only pairs that share rare words.
constexpr std::size_t few_pairs = 4096;
/// Rare words of a unit that are looked up: so many, or one in so many of a long one, whose edits bring rare words of
/// their own. Places of a word beyond which it is not rare.
constexpr std::size_t least_rare_words = 12;
constexpr std::size_t words_a_rare_word = 3;
constexpr std::size_t most_places = 24;
/// Candidates of one unit that are scored.
constexpr std::size_t most_candidates = 6;

/// An item with so few words behind its name is told by the name.
constexpr std::uint32_t few_words_behind_name = 4;
/// Siblings that are asked for a pair.
constexpr int most_siblings = 64;

/// Units, and pairs of them, for which another thread is worth its start.
constexpr std::size_t units_a_thread = 50;
constexpr std::size_t pairs_a_thread = 150;

/// "(a)", "2.": a mark of a list, which names nothing outside it.
bool is_list_mark(const SectionLabel& label) {
    if (label.ordinals.size() != 1) return false;
    const auto letters = std::count_if(label.written.begin(), label.written.end(),
                                       [](char c) { return c != '(' && c != ')' && c != '.' && c != ' '; });
    return static_cast<std::size_t>(letters) <= label.value.size();
}

/// The words of a heading, each once.
std::vector<std::uint64_t> words_once(std::string_view heading, const Rarity& rarity) {
    std::vector<std::uint64_t> out;
    for (const Bag::Entry& entry : bag_of(heading, rarity).entries)
        if (out.empty() || out.back() != entry.key) out.push_back(entry.key);
    return out;
}

bool is_in_list(const Node& unit) {
    return unit.heading.empty() && is_list_mark(unit.label);
}

}  // namespace

bool same_label(const Node& b, const Node& a) {
    return !b.label.value.empty() && b.label.value == a.label.value;
}

DocumentSide::DocumentSide(const Document& document, const Fingerprints& prints)
    : match(document.nodes.size(), none),
      document_(document),
      prints_(prints),
      names_(document, prints),
      bags_(document.nodes.size()),
      rare_words_(document.nodes.size()),
      own_heading_(document.nodes.size(), false) {
    std::unordered_map<std::string_view, NodeId> first;
    for (NodeId id = 1; id < document.nodes.size(); ++id) {
        if (document.nodes[id].heading.empty()) continue;
        const auto [found, fresh] = first.try_emplace(document.nodes[id].heading, id);
        own_heading_[id] = fresh;
        if (!fresh) own_heading_[found->second] = false;
    }
}

const Bag& DocumentSide::bag(NodeId id, const Rarity& rarity) {
    if (!bags_[id]) bags_[id] = std::make_unique<Bag>(bag_of(prints_, prints_.own_blocks[id], rarity));
    return *bags_[id];
}

const std::vector<Bag::Entry>& DocumentSide::rare_words(NodeId id, const Rarity& rarity) {
    std::vector<Bag::Entry>& rare = rare_words_[id];
    if (!rare.empty()) return rare;
    const Bag& words = bag(id, rarity);
    rare = rarest(words, std::max(least_rare_words, words.entries.size() / words_a_rare_word));
    return rare;
}

bool DocumentSide::is_list_item(NodeId id) const {
    return is_in_list(node(id));
}

bool DocumentSide::is_list_paragraph(NodeId id) const {
    return node(id).end_node == id + 1 && is_list_item(id);
}

NodeId DocumentSide::sibling_before(NodeId id) const {
    const NodeId parent = node(id).parent;
    NodeId previous = id - 1;
    while (previous != parent && node(previous).parent != parent) previous = node(previous).parent;
    return previous == parent ? none : previous;
}

std::uint32_t DocumentSide::ancestor_match(NodeId id) const {
    NodeId up = document_.nodes[id].parent;
    while (match[up] == none) up = document_.nodes[up].parent;
    return match[up];
}

Matching::Matching(const Document& b, const Fingerprints& b_prints, const Document& a, const Fingerprints& a_prints)
    : before(b, b_prints),
      after(a, a_prints),
      rarity(b_prints.counts, a_prints.counts, b.blocks.size() + a.blocks.size()) {
    pair(0, 0, MatchedBy::root);
}

std::vector<std::pair<NodeId, NodeId>> Matching::pairs() const {
    std::vector<std::pair<NodeId, NodeId>> out;
    out.reserve(matches.size());
    for (NodeId b = 0; b < before.match.size(); ++b) {
        if (before.is_free(b)) continue;
        const NodeMatch& match = matches[before.match[b]];
        if (match.before.front() == b) out.emplace_back(b, match.after.front());
    }
    return out;
}

void Matching::pair(NodeId b, NodeId a, MatchedBy by) {
    before.match[b] = after.match[a] = static_cast<std::uint32_t>(matches.size());
    NodeMatch match{{b}, {a}, by, 1.0, false};
    if (before.prints().own[b].hash != after.prints().own[a].hash && by != MatchedBy::root)
        match.similarity = likeness(b, a);
    matches.push_back(std::move(match));
}

void Matching::pair_by_evidence(NodeId b, NodeId a) {
    const Node& x = before.node(b);
    const Node& y = after.node(a);
    MatchedBy by = MatchedBy::similar;
    if (before.prints().own[b].words > 0 && before.prints().own[b].hash == after.prints().own[a].hash)
        by = MatchedBy::identical;
    else if (same_label(x, y) && before.ancestor_match(b) == after.ancestor_match(a))
        by = MatchedBy::label;
    else if (!x.heading.empty() && x.heading == y.heading)
        by = MatchedBy::heading;
    pair(b, a, by);
}

void Matching::join_before(std::uint32_t match, NodeId extra) {
    before.match[extra] = match;
    matches[match].before.push_back(extra);
    std::sort(matches[match].before.begin(), matches[match].before.end());
    matches[match].by = MatchedBy::merged;
}

void Matching::join_after(std::uint32_t match, NodeId extra) {
    after.match[extra] = match;
    matches[match].after.push_back(extra);
    std::sort(matches[match].after.begin(), matches[match].after.end());
    matches[match].by = MatchedBy::split;
}

void Matching::make_bags() {
    for (DocumentSide* side : {&before, &after}) {
        std::vector<NodeId> free;
        for (NodeId id = 1; id < side->match.size(); ++id)
            if (side->is_free(id)) free.push_back(id);
        for_each_index(free.size(), units_a_thread, [&](std::size_t i) { side->bag(free[i], rarity); });
    }
}

const Stock& Matching::stock() {
    if (!stock_) stock_ = std::make_unique<Stock>(before.prints(), after.prints());
    return *stock_;
}

Shared Matching::judge_shared(NodeId b, NodeId a) {
    return stock().judge({before.prints().own_blocks[b], after.prints().own_blocks[a]});
}

bool Matching::are_patchwork(BlockId b, BlockId a) {
    return stock().is_patchwork() && stock().judge({std::span(&b, 1), std::span(&a, 1)}) == Shared::stock;
}

bool Matching::may_change_level(NodeId b, NodeId a) {
    return before.document().levels[before.node(b).level] == after.document().levels[after.node(a).level] ||
           before.ancestor_match(b) == after.ancestor_match(a) || !stock().is_patchwork();
}

bool Matching::share_own_heading(NodeId b, NodeId a) const {
    return before.node(b).heading == after.node(a).heading && before.has_own_heading(b) && after.has_own_heading(a);
}

bool Matching::share_word_of_headings(NodeId b, NodeId a) {
    if (before.node(b).heading.empty() || after.node(a).heading.empty()) return false;
    if (heading_words_.empty())
        for (const DocumentSide* side : {&before, &after})
            for (const Node& node : side->document().nodes)
                for (const std::uint64_t word : words_once(node.heading, rarity)) ++heading_words_[word];
    const auto x = words_once(before.node(b).heading, rarity);
    const auto y = words_once(after.node(a).heading, rarity);
    return std::any_of(x.begin(), x.end(), [&](std::uint64_t word) {
        return heading_words_[word] == 2 && std::find(y.begin(), y.end(), word) != y.end();
    });
}

bool Matching::is_stock(NodeId b, NodeId a) {
    if (is_in_list(before.node(b)) && is_in_list(after.node(a))) return false;
    if (share_own_heading(b, a)) return false;
    if (share_word(before.bag(b, rarity), after.bag(a, rarity), rarity.rare())) return false;
    return judge_shared(b, a) == Shared::stock;
}

/// The nearest sibling before or behind a unit whose pair stands under the same parents, or none.
NodeId Matching::paired_sibling(NodeId b, bool before_it) const {
    const NodeId parent = before.node(b).parent;
    const NodeId end = before.node(parent).end_node;
    NodeId id = b;
    for (int step = 0; step < most_siblings; ++step) {
        id = before_it ? before.sibling_before(id) : before.node(id).end_node;
        if (id >= end) return none;
        const std::uint32_t match = before.match[id];
        if (match == none) continue;
        const NodeId partner_parent = after.node(matches[match].after.front()).parent;
        if (after.match[partner_parent] == before.match[parent]) return id;
    }
    return none;
}

bool Matching::are_other_subjects(NodeId b, NodeId a) {
    const std::string& x = before.node(b).heading;
    const std::string& y = after.node(a).heading;
    if (x.empty() || y.empty() || x == y || share_word(bag_of(x, rarity), bag_of(y, rarity), 0)) return false;
    return !stock().have_run_of_their_own({before.prints().own_blocks[b], after.prints().own_blocks[a]});
}

bool Matching::are_other_items(NodeId b, NodeId a) const {
    const std::uint64_t x = before.names().of(b);
    const std::uint64_t y = after.names().of(a);
    if (x == 0 || y == 0 || x == y) return false;
    if (after.names().has(after.node(a).parent, x) || before.names().has(before.node(b).parent, y)) return true;
    if (std::max(before.names().words_behind(b), after.names().words_behind(a)) > few_words_behind_name) return false;
    const auto words = [](const DocumentSide& side, NodeId id) {
        const std::span<const std::uint64_t> all = side.prints().words_of(side.prints().own_blocks[id].front());
        return all.first(all.size() - std::min<std::size_t>(all.size(), side.names().words_behind(id)));
    };
    const auto b_words = words(before, b);
    const auto a_words = words(after, a);
    return std::find_first_of(b_words.begin(), b_words.end(), a_words.begin(), a_words.end()) == b_words.end();
}

bool Matching::are_numbered_otherwise(NodeId b, NodeId a) const {
    if (!before.is_list_paragraph(b) || !after.is_list_paragraph(a)) return false;
    const auto& b_own = before.prints().own_blocks[b];
    const auto& a_own = after.prints().own_blocks[a];
    return b_own.size() == 1 && a_own.size() == 1 &&
           stet::are_numbered_otherwise(before.document(), b_own.front(), after.document(), a_own.front());
}

bool Matching::share_items(NodeId b, NodeId a) const {
    for (NodeId id = b + 1; id < before.node(b).end_node; ++id) {
        if (before.is_free(id)) continue;
        const NodeId partner = matches[before.match[id]].after.front();
        if (partner > a && partner < after.node(a).end_node) return true;
    }
    return false;
}

bool Matching::keeps_order(NodeId b, NodeId a) const {
    const NodeId previous = paired_sibling(b, true);
    const NodeId next = paired_sibling(b, false);
    const auto partner = [&](NodeId id) { return matches[before.match[id]].after.front(); };
    return (previous == none || partner(previous) < a) && (next == none || a < partner(next));
}

float Matching::shared(NodeId b, NodeId a) {
    const auto [found, is_new] = shared_.try_emplace(std::uint64_t{b} << 32 | a, 0.0F);
    if (is_new) found->second = shared_weight(before.bag(b, rarity), after.bag(a, rarity));
    return found->second;
}

float Matching::likeness(NodeId b, NodeId a) {
    if (before.prints().own[b].hash == after.prints().own[a].hash) return 1;
    return similarity(before.bag(b, rarity), after.bag(a, rarity), shared(b, a));
}

void Matching::compare_all(std::span<const FreeUnits> gaps) {
    std::vector<std::pair<NodeId, NodeId>> pairs;
    for (const FreeUnits& gap : gaps) {
        if (gap.before.size() * gap.after.size() > few_pairs) continue;
        for (const NodeId b : gap.before) before.bag(b, rarity);
        for (const NodeId a : gap.after) after.bag(a, rarity);
        for (const NodeId b : gap.before)
            for (const NodeId a : gap.after) pairs.emplace_back(b, a);
    }
    std::vector<float> shared(pairs.size());
    for_each_index(shared.size(), pairs_a_thread, [&](std::size_t i) {
        shared[i] = shared_weight(before.bag(pairs[i].first, rarity), after.bag(pairs[i].second, rarity));
    });
    for (std::size_t i = 0; i < shared.size(); ++i)
        shared_.try_emplace(std::uint64_t{pairs[i].first} << 32 | pairs[i].second, shared[i]);
}

float Matching::score(NodeId b, NodeId a) {
    const Node& x = before.node(b);
    const Node& y = after.node(a);
    const bool same_level = before.document().levels[x.level] == after.document().levels[y.level];
    const Fingerprint& bp = before.prints().own[b];
    const Fingerprint& ap = after.prints().own[a];
    if (bp.words == 0 || ap.words == 0) {  // a label alone: only the label and the place can tell
        if (bp.words != ap.words || !same_level || !same_label(x, y)) return 0;
        return before.prints().whole[b].hash == after.prints().whole[a].hash ? 1 : 0.6F;
    }
    if (are_other_items(b, a)) return 0;
    float alike = likeness(b, a);
    const bool may_be_stock = alike < least_of_stock;
    // The same label over the same heading: text that went to a child or came from one is no unlikeness.
    if (same_level && same_label(x, y) && !x.heading.empty() && x.heading == y.heading)
        alike = std::max(alike, same_name_share * std::max(containment(before.bag(b, rarity), shared(b, a)),
                                                           containment(after.bag(a, rarity), shared(b, a))));
    const auto [less, more] = std::minmax(bp.words, ap.words);
    if (same_level && alike < grown_share && less >= least_contained_words && more <= most_growth * less) {
        const float contained =
            containment(bp.words < ap.words ? before.bag(b, rarity) : after.bag(a, rarity), shared(b, a));
        if (contained >= least_contained) alike = std::max(alike, grown_share * contained);
    }
    if (!same_level && (alike < other_level_least || !may_change_level(b, a) || (alike < 1 && is_stock(b, a))))
        return 0;
    // Parents that are each another's: the unit would have moved.
    const std::uint32_t b_parent = before.match[x.parent];
    const std::uint32_t a_parent = after.match[y.parent];
    if (b_parent != a_parent && b_parent != none && a_parent != none && alike < other_parent_least) return 0;
    // Short texts without a heading share their boilerplate: a list item is not the same for that.
    if (x.heading.empty() && y.heading.empty() && std::min(bp.words, ap.words) < short_text && alike < short_least)
        return 0;
    if (alike < least_judged || (may_be_stock && is_stock(b, a))) return 0;
    float sum = alike;
    if (same_level && same_label(x, y)) sum += same_label_bonus;
    if (!x.heading.empty() && x.heading == y.heading) sum += same_heading_bonus;
    if (before.ancestor_match(b) == after.ancestor_match(a)) sum += same_parent_bonus;
    return sum;
}

std::vector<Candidate> Matching::candidates(std::span<const NodeId> b, std::span<const NodeId> a, float least,
                                            const std::function<float(NodeId, NodeId)>& score_of) {
    std::vector<Candidate> out;
    const auto consider = [&](NodeId x, NodeId y) {
        if (const float s = score_of(x, y); s >= least) out.push_back({x, y, s});
    };
    if (b.size() * a.size() <= few_pairs) {
        if (b.size() * a.size() >= 2 * pairs_a_thread)
            compare_all(std::array{FreeUnits{{b.begin(), b.end()}, {a.begin(), a.end()}}});
        for (const NodeId x : b)
            for (const NodeId y : a) consider(x, y);
        return out;
    }
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> places;  // word -> indices into a
    for (std::uint32_t i = 0; i < a.size(); ++i)
        for (const Bag::Entry& entry : after.rare_words(a[i], rarity)) places[entry.key].push_back(i);
    std::vector<float> votes(a.size(), 0);  // by index into a; all 0 between two units
    std::vector<std::uint32_t> voted;
    const auto better = [&](std::uint32_t i, std::uint32_t k) {
        return votes[i] != votes[k] ? votes[i] > votes[k] : i < k;
    };
    for (const NodeId x : b) {
        for (const Bag::Entry& entry : before.rare_words(x, rarity)) {
            const auto found = places.find(entry.key);
            if (found == places.end() || found->second.size() > most_places) continue;
            for (const std::uint32_t i : found->second) {
                if (votes[i] == 0) voted.push_back(i);
                votes[i] += entry.weight;
            }
        }
        const std::size_t count = std::min(most_candidates, voted.size());
        std::partial_sort(voted.begin(), voted.begin() + static_cast<std::ptrdiff_t>(count), voted.end(), better);
        for (std::size_t i = 0; i < count; ++i) consider(x, a[voted[i]]);
        for (const std::uint32_t i : voted) votes[i] = 0;
        voted.clear();
    }
    return out;
}

void in_order_of_before(std::vector<Candidate>& pairs) {
    std::sort(pairs.begin(), pairs.end(), [](const Candidate& p, const Candidate& q) {
        return p.before != q.before ? p.before < q.before : p.after > q.after;
    });
}

void Matching::pair_in_order(std::span<const NodeId> b, std::span<const NodeId> a, float least) {
    if (b.empty() || a.empty()) return;
    std::vector<Candidate> found = candidates(b, a, least, [&](NodeId x, NodeId y) { return score(x, y); });
    in_order_of_before(found);
    std::vector<std::uint32_t> values;
    std::vector<std::uint64_t> weights;
    for (const Candidate& candidate : found) {
        values.push_back(candidate.after);
        weights.push_back(static_cast<std::uint64_t>((candidate.score - least / 2) * 10000));
    }
    for (const std::uint32_t i : heaviest_increasing(values, weights)) {
        const NodeId x = found[i].before;
        const NodeId y = found[i].after;
        // What moved and was edited is told among all that moved, unless its heading tells it here.
        if (likeness(x, y) == 1 || keeps_order(x, y) || share_word_of_headings(x, y)) pair_by_evidence(x, y);
    }
}

}  // namespace stet
