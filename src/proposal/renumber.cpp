// Every unit of a row takes the number of the one before it as it is written, so no numeral is ever made up.
#include "proposal/renumber.hpp"

#include <algorithm>
#include <deque>

#include "proposal/locate.hpp"

namespace stet {

namespace {

/// {6, 4} behind {6, 3}.
bool is_next(const std::vector<std::uint32_t>& before, const std::vector<std::uint32_t>& next) {
    return !before.empty() && before.size() == next.size() &&
           std::equal(before.begin(), before.end() - 1, next.begin()) && before.back() + 1 == next.back();
}

class Rows {
public:
    Rows(const Document& base, const SplicePlan& plan) : base_(base), gone_(base.blocks.size(), none) {
        for (const Removal& one : plan.removals)
            for (BlockId id = one.first; id < one.end; ++id) gone_[id] = one.by;
    }

    std::vector<Renumbering> close(const std::vector<std::uint32_t>& asking) {
        for (NodeId node = 1; node < base_.nodes.size(); ++node) {
            const std::uint32_t by = gone_by(node);
            const bool asked = std::find(asking.begin(), asking.end(), by) != asking.end();
            if (asked && gone_by(base_.nodes[node].parent) != by && !is_closed(node)) follow(node, by);
        }
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
            take_number(row, node, free.front());
            free.pop_front();
        }
    }

    void take_number(Renumbering& row, NodeId node, NodeId from) const {
        const Node& unit = base_.nodes[node];
        const std::string& number = base_.nodes[from].label.value;
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
            const std::string fresh = std::to_string(base_.nodes[from].label.ordinals.front());
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
    std::vector<std::uint32_t> gone_;  ///< by block: who takes it out, or none
    std::vector<Renumbering> rows_;
};

}  // namespace

std::vector<Renumbering> renumber_rows(const Document& base, const SplicePlan& plan,
                                       const std::vector<std::uint32_t>& asking) {
    return asking.empty() ? std::vector<Renumbering>{} : Rows(base, plan).close(asking);
}

}  // namespace stet
