// A reference is a noun of the grammar and a label, as the quantities of a text have it; all are read once.
#include "proposal/cross_references.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "proposal/find_printed.hpp"
#include "proposal/letters.hpp"
#include "proposal/locate.hpp"
#include "quantity/quantity.hpp"
#include "quantity/vocabulary.hpp"
#include "text/parallel.hpp"

namespace stet {

namespace {

constexpr std::size_t blocks_a_thread = 100;
constexpr std::size_t most_listed = 12;

/// "Section 12", "Sections 4 through 9": the labels that it names, `last` the same as `first` where it is no range;
/// "of Article 7" or "Article 7," beside it: the unit that they are of.
struct Reference {
    std::string noun;
    std::string first;
    std::string last;
    BlockId block = 0;
    Span span;
    std::string of_noun;
    std::string of_label;
};

/// "12" of "12(b)": groups behind a label name parts of the unit.
std::string without_groups(const std::string& label) {
    return label.substr(0, std::min(label.find('('), label.size()));
}

using Joints = std::span<const std::string_view>;

bool is_joint(std::string_view between, Joints joints) {
    while (!between.empty() && is_blank(between.front())) between.remove_prefix(1);
    while (!between.empty() && is_blank(between.back())) between.remove_suffix(1);
    return std::find(joints.begin(), joints.end(), between) != joints.end();
}

constexpr std::string_view of_a_range[] = {"through", "to", "-", "–", "—"};
constexpr std::string_view of_a_list[] = {"and", "or", ",", ", and", ", or", "and/or", "through", "to", "-", "–", "—"};
constexpr std::string_view before_a_wider[] = {"of", "in", "of the", "under", ", of"};
constexpr std::string_view behind_a_wider[] = {",", "", "-", "–", "—", ":"};

/// Lays beside each reference the unit that it is of, where that stands beside it or beside a list that it is in.
void lay_wider(std::string_view text, std::vector<Reference>& references) {
    const auto between = [&](const Reference& left, const Reference& right) {
        return left.span.end <= right.span.begin ? text.substr(left.span.end, right.span.begin - left.span.end)
                                                 : std::string_view("?");
    };
    const auto take = [](Reference& one, const Reference& beside, bool joined, bool listed) {
        if (!one.of_label.empty()) return;
        if (joined && beside.noun != one.noun) {
            one.of_noun = beside.noun;
            one.of_label = beside.first;
        } else if (listed && beside.noun == one.noun) {
            one.of_noun = beside.of_noun;
            one.of_label = beside.of_label;
        }
    };
    const auto look_behind = [&](Joints joints) {
        for (std::size_t i = references.size(); i-- > 1;) {
            const std::string_view words = between(references[i - 1], references[i]);
            take(references[i - 1], references[i], is_joint(words, joints), is_joint(words, of_a_list));
        }
    };
    look_behind(before_a_wider);
    for (std::size_t i = 1; i < references.size(); ++i) {
        const std::string_view words = between(references[i - 1], references[i]);
        take(references[i], references[i - 1], is_joint(words, behind_a_wider), is_joint(words, of_a_list));
    }
    look_behind(behind_a_wider);  // "Section 4, Article 7"
}

/// Whether a label may follow the word that goes on at `end`: no word in small letters does, but one that counts.
bool may_have_label(const std::string& text, std::size_t end) {
    constexpr std::string_view behind = " \n\t.#";
    while (end < text.size() && (is_lower(text[end]) || is_upper(text[end]))) ++end;  // a plural's ending
    const bool ascii = end < text.size() && static_cast<unsigned char>(text[end]) < 0x80;
    if (ascii && !is_digit(text[end]) && behind.find(text[end]) == behind.npos) return false;
    const std::size_t label = std::min(text.find_first_not_of(behind, end), text.size());
    std::size_t word = label;
    while (word < text.size() && is_lower(text[word])) ++word;
    return word - label < 2 || find_vocabulary(std::string_view(text).substr(label, word - label)) != nullptr;
}

/// Whether a noun with what may be a label stands in a text, or a word that is cut or joined to a ligature.
bool may_refer(const std::string& text, const std::vector<std::string>& nouns) {
    for (const std::string_view cut : {"-\n", "\xC2\xAD", "\xEF\xAC"})
        if (text.find(cut) != std::string::npos) return true;
    std::string small = text;
    for (char& c : small)
        if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    return std::any_of(nouns.begin(), nouns.end(), [&](const std::string& noun) {
        const std::size_t ending = noun.ends_with("ix") ? 2 : noun.ends_with('y') ? 1 : 0;  // plurals in -ices, -ies
        const std::string_view stem = std::string_view(noun).substr(0, noun.size() - ending);
        for (std::size_t at = small.find(stem); at != std::string::npos; at = small.find(stem, at + 1)) {
            const bool begins = at == 0 || !is_lower(small[at - 1]);
            if (begins && may_have_label(text, at + stem.size())) return true;
        }
        return false;
    });
}

std::vector<Reference> references_in(const Document& base, BlockId block) {
    std::vector<Reference> out;
    if (!may_refer(base.blocks[block].text, base.reference_nouns)) return out;
    const std::string_view text = base.blocks[block].text;
    std::optional<Quantity> before;
    for (const Quantity& one : find_quantities(text, base.reference_nouns)) {
        if (one.type != QuantityType::reference) continue;
        const std::string label = without_groups(one.iso);
        const bool goes_on = before && before->unit == one.unit && before->span.end <= one.span.begin &&
                             is_joint(text.substr(before->span.end, one.span.begin - before->span.end), of_a_range);
        if (goes_on) {
            out.back().last = label;
            out.back().span.end = one.span.end;
        } else {
            out.push_back({one.unit, label, label, block, one.span, {}, {}});
        }
        before = one;
    }
    lay_wider(text, out);
    return out;
}

class References {
public:
    References(const Document& base, const SplicePlan& plan) : base_(base), gone_(base.blocks.size(), false) {
        for (const Removal& one : plan.removals) std::fill(gone_.begin() + one.first, gone_.begin() + one.end, true);
    }

    /// The units outside `unit` in which its number stands.
    std::vector<std::string> places_of(NodeId unit) {
        read();
        const Node& node = base_.nodes[unit];
        const std::string& level = base_.levels[node.level];
        std::vector<std::string> places;
        for (const Reference& one : references_) {
            if (one.noun != level || (node.first_block <= one.block && one.block < node.end_block)) continue;
            if (!names(one, node.label.value) || is_label(one) || !is_meant(one, unit)) continue;
            const std::string name = name_of(section_of(base_, one.block), node.parent);
            if (std::find(places.begin(), places.end(), name) == places.end()) places.push_back(name);
        }
        return places;
    }

private:
    void read() {
        if (read_) return;
        read_ = true;
        std::vector<std::vector<Reference>> own(base_.blocks.size());
        for_each_index(own.size(), blocks_a_thread, [&](std::size_t id) {
            if (!is_set_aside(base_.blocks[id].kind) && !gone_[id])
                own[id] = references_in(base_, static_cast<BlockId>(id));
        });
        for (std::vector<Reference>& some : own) std::move(some.begin(), some.end(), std::back_inserter(references_));
    }

    /// What stands before a section is its own number.
    bool is_label(const Reference& one) const {
        const Span label = base_.places[one.block].label;
        return one.span.begin < label.end && label.begin < one.span.end;
    }

    /// "Section 4" of an agreement whose articles have sections of that number each is the one of the article that is
    /// named with it, or in which it stands.
    bool is_meant(const Reference& one, NodeId unit) const {
        const NodeId parent = base_.nodes[unit].parent;
        const Node& around = base_.nodes[parent];
        if (!one.of_label.empty() && one.of_label == around.label.value) return true;
        const bool names_other = one.of_noun == base_.levels[around.level];
        if (parent == 0 || names_other || is_only(unit)) return !names_other;
        for (NodeId node = base_.places[one.block].node; node != 0; node = base_.nodes[node].parent)
            if (base_.nodes[node].level == around.level) return node == parent;
        return true;
    }

    bool is_only(NodeId unit) const {
        const Node& node = base_.nodes[unit];
        return 1 == std::count_if(base_.nodes.begin(), base_.nodes.end(), [&](const Node& one) {
                   return one.level == node.level && one.label.value == node.label.value;
               });
    }

    /// "Section 3", with its article where that is another one and has no number of its own in it.
    std::string name_of(NodeId place, NodeId parent) const {
        if (place == 0) return "the opening";
        const NodeId own = base_.nodes[place].parent;
        const bool elsewhere = own != parent && own != 0 && !is_only(place);
        return unit_label(base_, place) + (elsewhere ? " of " + unit_label(base_, own) : "");
    }

    static bool names(const Reference& reference, const std::string& label) {
        if (reference.first == reference.last) return reference.first == label;
        return !label_before(label, reference.first) && !label_before(reference.last, label);
    }

    const Document& base_;
    std::vector<bool> gone_;
    bool read_ = false;
    std::vector<Reference> references_;
};

std::string list_of(const std::vector<std::string>& list) {
    std::string words;
    for (std::size_t i = 0; i < list.size() && i < most_listed; ++i) words += (i > 0 ? ", " : "") + list[i];
    if (list.size() > most_listed) words += " and " + std::to_string(list.size() - most_listed) + " more";
    return words;
}

/// Units whose numbers others may name: no items of lists.
bool is_numbered(const Document& base, NodeId node) {
    return !base.nodes[node].label.value.empty() && base.levels[base.nodes[node].level] != "list";
}

void tell_of(const Document& base, NodeId node, bool whole, References& references, CarriedOut& step) {
    if (!is_numbered(base, node)) return;
    if (const auto places = references.places_of(node); !places.empty())
        remark(step, "its number still stands in " + list_of(places));
    for (NodeId child = node + 1; whole && child < base.nodes[node].end_node; ++child)
        if (is_numbered(base, child))
            if (const auto places = references.places_of(child); !places.empty())
                remark(step, "the number of " + unit_label(base, child) + " still stands in " + list_of(places));
}

}  // namespace

void tell_references(const Document& base, const std::vector<Operation>& operations, const SplicePlan& plan,
                     std::vector<CarriedOut>& steps) {
    References references(base, plan);
    for (CarriedOut& step : steps) {
        const Operation& operation = operations[step.operation];
        if (!step.done || step.base == none || step.base == 0) continue;
        const bool goes = operation.op == Op::repeal;
        const bool gets_number = operation.op == Op::renumber || !operation.new_label.empty();
        if (goes || gets_number) tell_of(base, step.base, goes, references, step);
    }
}

void tell_renumbered(const Document& base, const Renumbering& made, const SplicePlan& plan, CarriedOut& step) {
    if (made.units.empty()) {
        remark(step, made.stops.empty() ? "nothing stands behind it whose number follows: nothing is renumbered"
                                        : "not carried out: the renumbering that it asks for; " + made.stops);
        return;
    }
    References references(base, plan);
    std::vector<std::string> units;
    std::vector<std::string> left;
    for (const Renumbered& one : made.units) {
        units.push_back(unit_label(base, one.node) + " is " + one.number + " now");
        if (const auto places = references.places_of(one.node); !places.empty())
            left.push_back("the old number of " + unit_label(base, one.node) + " stands in " + list_of(places));
    }
    remark(step, "renumbered last: " + list_of(units));
    if (!made.stops.empty()) remark(step, made.stops);
    for (const std::string& words : left) remark(step, words);
    if (!left.empty()) remark(step, "references are not changed");
}

}  // namespace stet
