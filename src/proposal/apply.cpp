// The flow: which operations are wanted, what each wants, whether it fits beside the others, the new text.
#include "proposal/apply.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "proposal/address.hpp"
#include "proposal/apply_addressed.hpp"
#include "proposal/apply_named.hpp"
#include "proposal/cross_references.hpp"
#include "proposal/find_printed.hpp"
#include "proposal/left_alone.hpp"
#include "proposal/letters.hpp"
#include "proposal/locate.hpp"
#include "proposal/plan.hpp"
#include "proposal/renumber.hpp"
#include "proposal/text_of_base.hpp"

namespace stet {

namespace {

bool is_empty(const Wish& wish) {
    return wish.splices.empty() && wish.removals.empty() && wish.insertions.empty() && wish.relocations.empty() &&
           wish.joinings.empty();
}

/// A renumbering without numbers: what goes before says which.
bool is_left_to_others(const Operation& operation) {
    return operation.op == Op::renumber && !operation.addressed && operation.inserted_text.empty();
}

/// "Lockers are free. Renumber accordingly.": what stands beside the renumbering may ask for more.
std::string more_than_is_read(const Operation& operation) {
    for (const Flag& flag : operation.flags)
        if (flag.code == words_not_read) return "it says more than was read: " + flag.text;
    return {};
}

class Application {
public:
    Application(const Document& base, const std::vector<Operation>& operations, const ApplyOptions& options)
        : base_(base), operations_(operations), options_(options), addresses_(base), text_(base), plan_(base) {}

    Consolidation run(const BaseForm& form) {
        note_renumberings();
        for (std::uint32_t i = 0; i < operations_.size(); ++i) try_operation(i);
        settle_respective();
        renumber();
        drop_filled_gaps();
        note_touched();
        tell_references(base_, operations_, plan_.plan(), result_.steps);
        result_.text = splice(base_, plan_.settled(), form);
        for (const std::uint32_t by : result_.text.impossible) {
            result_.steps[by].done = false;
            result_.steps[by].reason = "the base's file cannot be changed at this place without touching its form";
        }
        return std::move(result_);
    }

private:
    void try_operation(std::uint32_t i) {
        const Operation& operation = operations_[i];
        CarriedOut step;
        step.operation = i;
        step.reason = left_alone(operation, options_);
        if (step.reason.empty() && is_left_to_others(operation)) step.reason = more_than_is_read(operation);
        if (step.reason.empty() && !is_left_to_others(operation)) {
            const Wish wish = operation.addressed ? plan_addressed(base_, addresses_, operation, step)
                                                  : plan_named(base_, text_, operation, renumbers(i), step);
            take(wish, step);
        }
        result_.steps.push_back(std::move(step));
    }

    void take(const Wish& wish, CarriedOut& step) {
        if (!step.reason.empty()) return;
        if (is_empty(wish)) {
            step.reason = "there is nothing to carry out";
            return;
        }
        const auto other = plan_.take(wish, step.operation);
        step.done = !other;
        if (!other) return;
        if (*other != step.operation && plan_.is_same(wish, *other)) {
            step.done = true;
            step.remarks.push_back("asks for the same as " + operations_[*other].id);
            return;
        }
        step.reason = *other == step.operation ? "it contradicts itself"
                                               : "it touches the same words as " + operations_[*other].id;
    }

    /// "In B and C change “$5” to “$6” and “$7” to “$8”", where B has the one and C the other: each is done where its
    /// words stand, and nothing is left of the item. Where one of them is done twice, they are not told so.
    void settle_respective() {
        using Key = std::tuple<std::string, std::string, std::string, std::string>;
        const auto is_change = [](const Operation& one) {
            return !one.struck_text.empty() && !one.inserted_text.empty() && !one.instruction.empty();
        };
        const auto words = [](const Operation& one) {
            return Key(one.item, one.struck_text, one.inserted_text, std::string());
        };
        const auto unit = [](const Operation& one) {
            return Key(one.item, one.target.section, one.target.letter, one.target.article);
        };
        std::map<Key, std::size_t> done_words, done_units;
        std::set<std::string> doubled;  // items
        for (const CarriedOut& step : result_.steps) {
            const Operation& one = operations_[step.operation];
            if (!step.done || !is_change(one)) continue;
            if (++done_words[words(one)] > 1 || ++done_units[unit(one)] > 1) doubled.insert(one.item);
        }
        for (CarriedOut& step : result_.steps) {
            const Operation& one = operations_[step.operation];
            const bool elsewhere = is_change(one) && done_words.contains(words(one)) && done_units.contains(unit(one));
            if (step.done || !step.words_missing || !elsewhere || doubled.contains(one.item)) continue;
            step.holds_already = true;
            step.reason =
                "“" + one_line(one.struck_text) + "” stands in another of the units named, where it is changed";
        }
    }

    /// Last of all: every target was found by the base's own numbers.
    void renumber() {
        std::vector<std::uint32_t> asking;
        for (const CarriedOut& step : result_.steps)
            if (step.done && (asks_for_renumbering(operations_[step.operation]) || is_followed_up(step.operation)))
                asking.push_back(step.operation);
        for (const Renumbering& row : renumber_rows(base_, plan_.plan(), asking)) close_row(row);
        for (CarriedOut& step : result_.steps)
            if (step.reason.empty() && !step.done)
                step.reason = "which number becomes which is not said, and no unit goes whose number others could take";
    }

    void close_row(const Renumbering& row) {
        CarriedOut& step = result_.steps[row.by];
        if (const auto other = plan_.take(row.wish, row.by)) {
            remark(step, "not carried out: the renumbering that it asks for, which touches the same words as " +
                             operations_[*other].id);
            return;
        }
        tell_renumbered(base_, row, plan_.plan(), step);
        tell_newcomers(row);
        if (!row.stops.empty() && row.units.empty()) return;
        for (CarriedOut& one : result_.steps) {
            if (std::find(row.gone.begin(), row.gone.end(), one.base) != row.gone.end())
                std::erase(one.remarks, gap_remark(base_, one.base));
            if (one.done || !one.reason.empty() || !follows_up(one.operation, row.by)) continue;
            one.done = true;
            remark(one, "carried out with " + operations_[row.by].id);
        }
    }

    /// What other operations put into a unit that gets another number.
    void tell_newcomers(const Renumbering& row) {
        for (const Insertion& one : plan_.plan().insertions) {
            if (one.by == row.by || one.home == none) continue;
            const NodeId home = base_.places[one.home].node;
            for (const Renumbered& unit : row.units)
                if (unit.node == home)
                    remark(result_.steps[one.by], "it stands in what is " + unit_label(base_, home) +
                                                      " in the base, and " + unit.number + " now");
        }
    }

    /// "Renumber the following articles accordingly" behind a repeal of its item; for all of the proposal's where it is
    /// an item of its own.
    bool follows_up(std::uint32_t renumbering, std::uint32_t repeal) const {
        const Operation& asks = operations_[renumbering];
        return is_left_to_others(asks) && (is_alone(asks.item) || operations_[repeal].item == asks.item);
    }

    bool is_alone(const std::string& item) const { return !items_of_more_.contains(item); }

    void note_renumberings() {
        for (const Operation& one : operations_)
            if (!is_left_to_others(one)) items_of_more_.insert(one.item);
        for (const Operation& one : operations_) {
            if (!is_left_to_others(one) || !left_alone(one, options_).empty()) continue;
            renumbers_all_ = renumbers_all_ || is_alone(one.item);
            renumbered_items_.insert(one.item);
        }
    }

    /// Whether the numbers behind it are to change: it asks for that itself, or a renumbering that goes with it does.
    bool renumbers(std::uint32_t i) const {
        return asks_for_renumbering(operations_[i]) || renumbers_all_ ||
               renumbered_items_.contains(operations_[i].item) || frees_its_number(operations_[i]);
    }

    /// "Renumber 2.3 as 2.4 and add a new 2.3": another operation gives the unit that has its number a new one.
    bool frees_its_number(const Operation& fresh) const {
        const Target& target = fresh.target;
        return fresh.op == Op::insert && std::any_of(operations_.begin(), operations_.end(), [&](const Operation& one) {
                   return one.op == Op::renumber && one.unit == fresh.unit && !one.inserted_text.empty() &&
                          one.target.section == target.section && one.target.article == target.article &&
                          left_alone(one, options_).empty();
               });
    }

    bool is_followed_up(std::uint32_t repeal) const {
        return std::any_of(result_.steps.begin(), result_.steps.end(), [&](const CarriedOut& step) {
            return step.reason.empty() && follows_up(step.operation, repeal);
        });
    }

    /// "Delete 7; renumber 8 as 7": another unit below the same one has the number then.
    void drop_filled_gaps() {
        std::set<std::pair<NodeId, std::string>> taken;
        for (const CarriedOut& step : result_.steps)
            if (step.done && step.base != none && operations_[step.operation].op == Op::renumber)
                taken.emplace(base_.nodes[step.base].parent, bare_label(operations_[step.operation].inserted_text));
        const auto is_taken = [&](const Node& unit) {
            return taken.contains({unit.parent, bare_label(unit.label.value)});
        };
        for (CarriedOut& step : result_.steps)
            if (step.done && step.base != none && is_taken(base_.nodes[step.base]))
                std::erase(step.remarks, gap_remark(base_, step.base));
    }

    void note_touched() {
        const SplicePlan& plan = plan_.plan();
        const auto note = [&](BlockId first, BlockId end, std::uint32_t by) {
            for (BlockId id = first; id < end; ++id) result_.touched.push_back({id, by});
        };
        for (const WordSplice& one : plan.splices) note(one.block, one.block + 1, one.by);
        for (const Removal& one : plan.removals) note(one.first, one.end, one.by);
        for (const Relocation& one : plan.relocations) note(one.first, one.end, one.by);
        for (const Joining& one : plan.joinings) note(one.block - 1, one.block + 1, one.by);
    }

    const Document& base_;
    const std::vector<Operation>& operations_;
    const ApplyOptions& options_;
    Addresses addresses_;
    BaseText text_;
    Plan plan_;
    std::set<std::string> items_of_more_;     ///< which ask for more than a renumbering
    std::set<std::string> renumbered_items_;  ///< which ask for one
    bool renumbers_all_ = false;
    Consolidation result_;
};

}  // namespace

std::string_view found_by_name(FoundBy found) {
    static constexpr std::array<std::string_view, 4> names = {"", "number", "text", "title"};
    return names[static_cast<std::size_t>(found)];
}

bool asks_for_renumbering(const Operation& operation) {
    return std::any_of(operation.flags.begin(), operation.flags.end(),
                       [](const Flag& flag) { return flag.code == renumbering_asked; });
}

Consolidation apply(const Document& base, const std::vector<Operation>& operations, const ApplyOptions& options,
                    const BaseForm& form) {
    return Application(base, operations, options).run(form);
}

}  // namespace stet
