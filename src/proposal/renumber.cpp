// Every unit of a row takes the number of the one beside it as it is written; only the last one that is pushed on gets
// a number that the base does not have.
#include "proposal/renumber.hpp"

#include <algorithm>
#include <deque>
#include <utility>

#include "proposal/letters.hpp"
#include "proposal/locate.hpp"

namespace stet {

namespace {

/// {6, 4} behind {6, 3}.
bool is_next(const std::vector<std::uint32_t>& before, const std::vector<std::uint32_t>& next) {
    return !before.empty() && before.size() == next.size() &&
           std::equal(before.begin(), before.end() - 1, next.begin()) && before.back() + 1 == next.back();
}

/// 14 as "XIV".
std::string roman(std::uint32_t number) {
    constexpr std::pair<std::uint32_t, std::string_view> signs[] = {
        {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
    std::string out;
    for (const auto& [value, sign] : signs)
        for (; number >= value && value > 0; number -= value) out += sign;
    return out;
}

class Rows {
public:
    Rows(const Document& base, const SplicePlan& plan) : base_(base), plan_(plan), gone_(base.blocks.size(), none) {
        for (const Removal& one : plan.removals)
            for (BlockId id = one.first; id < one.end; ++id) gone_[id] = one.by;
    }

    std::vector<Renumbering> close(const std::vector<std::uint32_t>& asking) {
        for (NodeId node = 1; node < base_.nodes.size(); ++node) {
            const std::uint32_t by = gone_by(node);
            const bool asked = std::find(asking.begin(), asking.end(), by) != asking.end();
            if (asked && gone_by(base_.nodes[node].parent) != by && !is_closed(node)) follow(node, by);
        }
        for (const Insertion& one : plan_.insertions)
            if (one.displaces != none && std::find(asking.begin(), asking.end(), one.by) != asking.end()) open(one);
        return std::move(rows_);
    }

private:
    /// The operation that takes all of a unit out; none where some of it stays.
    std::uint32_t gone_by(NodeId node) const {
        std::uint32_t by = none;
        for (BlockId id = base_.nodes[node].first_block; node != 0 && id < base_.nodes[node].end_block; ++id) {
            if (is_set_aside(base_.blocks[id].kind)) continue;
            if (gone_[id] == none || (by != none && gone_[id] != by)) return none;
            by = gone_[id];
        }
        return by;
    }

    bool is_closed(NodeId node) const {
        return std::any_of(rows_.begin(), rows_.end(), [&](const Renumbering& row) {
            return std::find(row.gone.begin(), row.gone.end(), node) != row.gone.end();
        });
    }

    /// The row of numbers that begins with a unit which goes: each that stays takes the first number that is free.
    void follow(NodeId first, std::uint32_t by) {
        const Node& opening = base_.nodes[first];
        if (opening.label.value.empty()) return;
        Renumbering& row = rows_.emplace_back();
        row.by = by;
        row.gone.push_back(first);
        std::deque<NodeId> free{first};  // whose numbers nobody has
        NodeId last = first;
        for (NodeId node = opening.end_node; node < base_.nodes.size(); ++node) {
            const Node& unit = base_.nodes[node];
            if (unit.level != opening.level || unit.label.value.empty()) continue;
            if (unit.parent != opening.parent && base_.levels[unit.level] == "list") break;
            if (!is_next(base_.nodes[last].label.ordinals, unit.label.ordinals)) {
                const bool begins_anew = unit.label.ordinals.empty() || unit.label.ordinals.back() <= 1;
                if (!begins_anew)
                    row.stops = "behind " + unit_label(base_, last) + " comes " + unit_label(base_, node) +
                                ", which keeps its number and those behind it";
                break;
            }
            last = node;
            free.push_back(node);
            if (gone_by(node) != none) {
                row.gone.push_back(node);
                continue;
            }
            const SectionLabel& taken = base_.nodes[free.front()].label;
            take_number(row, node, taken.value, taken.ordinals.front());
            free.pop_front();
        }
    }

    /// The row of numbers that a new unit pushes on: each unit takes the number of the next, up to one that is free.
    void open(const Insertion& fresh) {
        const Node& opening = base_.nodes[fresh.displaces];
        Renumbering& row = rows_.emplace_back();
        row.by = fresh.by;
        std::vector<NodeId> pushed{fresh.displaces};
        std::string last;
        for (NodeId node = opening.end_node; node < base_.nodes.size() && last.empty(); ++node) {
            const Node& unit = base_.nodes[node];
            if (unit.level != opening.level || unit.label.value.empty()) continue;
            const bool other_list = unit.parent != opening.parent && base_.levels[unit.level] == "list";
            if (other_list || !is_next(base_.nodes[pushed.back()].label.ordinals, unit.label.ordinals)) break;
            if (gone_by(node) != none)
                last = unit.label.value;
            else
                pushed.push_back(node);
        }
        if (last.empty()) last = number_after(base_.nodes[pushed.back()].label);
        if (last.empty() || opening.label.ordinals.empty()) {
            row.stops = "which number comes behind " + unit_label(base_, pushed.back()) + " is not certain";
            return;
        }
        for (std::size_t i = 0; i < pushed.size(); ++i)
            take_number(row, pushed[i], i + 1 < pushed.size() ? base_.nodes[pushed[i + 1]].label.value : last,
                        base_.nodes[pushed[i]].label.ordinals.front() + 1);
    }

    /// `counts` is what the number's first part stands for.
    void take_number(Renumbering& row, NodeId node, const std::string& number, std::uint32_t counts) const {
        const Node& unit = base_.nodes[node];
        put(row, node, unit.label.value.size(), number);
        row.units.push_back({node, number});
        const std::vector<std::uint32_t>& old = unit.label.ordinals;
        if (old.size() != 1) return;
        for (NodeId child = node + 1; child < unit.end_node; ++child) {
            const Node& below = base_.nodes[child];
            const std::string lead = std::to_string(old.front());
            const bool bears = below.label.ordinals.size() > 1 && below.label.ordinals.front() == old.front() &&
                               below.label.value.starts_with(lead + ".");
            if (!bears) continue;
            const std::string fresh = std::to_string(counts);
            put(row, child, lead.size(), fresh);
            row.units.push_back({child, fresh + below.label.value.substr(lead.size())});
        }
    }

    /// The first `size` bytes of a unit's number give way.
    void put(Renumbering& row, NodeId node, std::size_t size, const std::string& with) const {
        const std::optional<Span> place = number_place(base_, node);
        if (!place) return;
        const Span first{place->begin, place->begin + static_cast<std::uint32_t>(size)};
        row.wish.splices.push_back({base_.nodes[node].first_block, first, with, row.by});
    }

    const Document& base_;
    const SplicePlan& plan_;
    std::vector<std::uint32_t> gone_;  ///< by block: who takes it out, or none
    std::vector<Renumbering> rows_;
};

}  // namespace

std::string number_after(const SectionLabel& label) {
    std::string number = label.value;
    std::size_t at = number.size();
    while (at > 0 && is_digit(number[at - 1])) {
        if (number[--at]++ != '9') return number;
        number[at] = '0';
    }
    if (at < number.size()) return number.insert(at, "1");
    if (label.ordinals.size() == 1 && label.ordinals.front() < 300 && number == roman(label.ordinals.front()))
        return roman(label.ordinals.front() + 1);
    const bool letter = number.size() == 1 && label.ordinals.size() == 1 &&
                        label.ordinals.front() == static_cast<std::uint32_t>((number[0] | 0x20) - 'a') + 1;
    if (!letter || (number[0] | 0x20) == 'z') return {};
    ++number[0];
    return number;
}

std::vector<Renumbering> renumber_rows(const Document& base, const SplicePlan& plan,
                                       const std::vector<std::uint32_t>& asking) {
    return asking.empty() ? std::vector<Renumbering>{} : Rows(base, plan).close(asking);
}

}  // namespace stet
