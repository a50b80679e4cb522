// A reference is a noun of the grammar and a label, as the quantities of a text have it.
#include "proposal/cross_references.hpp"

#include <algorithm>
#include <string>

#include "proposal/find_printed.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

constexpr std::size_t most_places = 8;

bool refers(const Document& base, const std::string& text, const std::string& noun, const std::string& label) {
    if (text.find(label) == std::string::npos) return false;
    const std::vector<Quantity> found = find_quantities(text, base.reference_nouns);
    return std::any_of(found.begin(), found.end(), [&](const Quantity& one) {
        return one.type == QuantityType::reference && one.unit == noun && one.iso == label;
    });
}

/// The units, that one aside, whose text speaks of it.
std::vector<std::string> places_that_refer(const Document& base, NodeId node) {
    const Node& unit = base.nodes[node];
    std::vector<std::string> places;
    for (BlockId id = 0; id < base.blocks.size(); ++id) {
        if (is_set_aside(base.blocks[id].kind) || (unit.first_block <= id && id < unit.end_block)) continue;
        if (!refers(base, base.blocks[id].text, base.levels[unit.level], unit.label.value)) continue;
        const NodeId place = section_of(base, id);
        const std::string name = place == 0 ? "the opening" : unit_label(base, place);
        if (places.empty() || places.back() != name) places.push_back(name);
    }
    return places;
}

}  // namespace

void tell_references(const Document& base, const std::vector<Operation>& operations, std::vector<CarriedOut>& steps) {
    for (CarriedOut& step : steps) {
        const Op op = operations[step.operation].op;
        if (!step.done || step.base == none || (op != Op::repeal && op != Op::renumber)) continue;
        if (base.nodes[step.base].label.value.empty()) continue;
        const std::vector<std::string> places = places_that_refer(base, step.base);
        if (places.empty()) continue;
        std::string words = "its number still stands in ";
        for (std::size_t i = 0; i < places.size() && i < most_places; ++i) words += (i > 0 ? ", " : "") + places[i];
        if (places.size() > most_places)
            words += " and " + std::to_string(places.size() - most_places) + " more places";
        remark(step, words);
    }
}

}  // namespace stet
