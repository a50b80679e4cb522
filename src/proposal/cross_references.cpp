// A reference is a noun of the grammar and a label, as the quantities of a text have it; all are read once.
#include "proposal/cross_references.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
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

/// "Section 12", "Sections 4 through 9": the labels that it names, `last` the same as `first` where it is no range.
struct Reference {
    std::string noun;
    std::string first;
    std::string last;
    BlockId block = 0;
};

/// "12" of "12(b)": groups behind a label name parts of the unit.
std::string without_groups(const std::string& label) {
    return label.substr(0, std::min(label.find('('), label.size()));
}

bool is_range(std::string_view between) {
    while (!between.empty() && is_blank(between.front())) between.remove_prefix(1);
    while (!between.empty() && is_blank(between.back())) between.remove_suffix(1);
    constexpr std::string_view words[] = {"through", "to", "-", "–", "—"};
    return std::find(std::begin(words), std::end(words), between) != std::end(words);
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
                             is_range(text.substr(before->span.end, one.span.begin - before->span.end));
        if (goes_on)
            out.back().last = label;
        else
            out.push_back({one.unit, label, label, block});
        before = one;
    }
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
            if (!names(one, node.label.value)) continue;
            const NodeId place = section_of(base_, one.block);
            const std::string name = place == 0 ? "the opening" : unit_label(base_, place);
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
        if (goes || operation.op == Op::renumber) tell_of(base, step.base, goes, references, step);
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
