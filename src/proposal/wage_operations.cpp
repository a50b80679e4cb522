// Walks operations and tables side by side and sums up what the tables found.
#include "proposal/wage_operations.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <vector>

#include "proposal/wage_arithmetic.hpp"
#include "proposal/wage_tables.hpp"

namespace stet {

namespace {

/// Findings of a table and its rows by their code: the first in full, how many there are, of how many rows.
struct TableFindings {
    struct Count {
        Flag first;
        std::size_t times = 0;
    };
    std::map<std::string, Count> by_code;
    std::size_t printed_raises = 0;
    bool without_base = false;

    void add(const Flag& flag) {
        Count& count = by_code[flag.code];
        if (count.times++ == 0) count.first = flag;
    }

    void add(const WageTable& table) {
        for (const Flag& flag : table.flags) add(flag);
        for (const WageRow& row : table.rows) {
            printed_raises += row.stated_increase.has_value();
            for (const Flag& flag : row.flags) add(flag);
        }
        without_base = without_base || !table.raises.empty();
    }
};

Flag summed_up(const std::string& code, const TableFindings::Count& count, const TableFindings& all) {
    Flag flag = count.first;
    if (count.times == 1) return flag;
    if (code == "STATED_INCREASE_MISMATCH" && all.printed_raises >= count.times)
        flag.text = std::to_string(count.times) + " of " + std::to_string(all.printed_raises) +
                    " printed increases are not the difference of the rates beside them; the first: " + flag.text;
    else
        flag.text += " (the first of " + std::to_string(count.times) + ")";
    return flag;
}

/// Findings after which the table's sums rest on a reading and not on print.
bool is_read_and_not_printed(const Flag& flag) {
    static constexpr std::array codes = {"ARITHMETIC_ANOMALY", "UNIT_AMBIGUOUS", "ROWS_DO_NOT_PAIR"};
    return std::find(codes.begin(), codes.end(), flag.code) != codes.end();
}

void tell(Operation& operation, const TableFindings& findings) {
    for (const auto& [code, count] : findings.by_code) {
        operation.flags.push_back(summed_up(code, count, findings));
        if (is_read_and_not_printed(count.first) && operation.confidence == Confidence::certain)
            operation.confidence = Confidence::inferred;
    }
    if (findings.without_base)
        operation.flags.push_back({"BASE_TEXT_NEEDED", FlagSeverity::medium,
                                   "a raise without the rate that rises: that is not printed here"});
}

/// Line of the first row: captions may stand in front of the operation's own lines.
std::uint32_t first_row(const WageTable& table) {
    if (table.rows.empty()) return table.lines.last;
    const WageRow& row = table.rows.front();
    return row.line_current != 0 ? row.line_current : row.line_new;
}

void add_cells(const WageTable& table, std::vector<SetCell>& cells) {
    for (const WageRow& row : table.rows)
        for (std::size_t date = 0; date < row.proposed.size(); ++date) {
            if (!row.proposed[date]) continue;
            const bool renamed = !row.step_new.empty() && !row.step_current.empty() && row.step_new != row.step_current;
            cells.push_back({table.classification, row.step_new.empty() ? row.step_current : row.step_new,
                             renamed ? row.step_current : std::string(),
                             date < table.effective.size() ? table.effective[date] : std::string(), row.current,
                             *row.proposed[date]});
        }
}

class Joining {
public:
    explicit Joining(Proposal& proposal) : operations_(proposal.operations), findings_(proposal.operations.size()) {
        for (WageTable& table : proposal.wage_tables) tables_.push_back(&table);
        for (WageTable& table : proposal.money_tables) tables_.push_back(&table);
        for (std::size_t i = 0; i < operations_.size(); ++i)
            if (operations_[i].op != Op::note) order_.push_back(i);
        const auto first_line = [&](std::size_t i) { return operations_[i].lines.first; };
        std::stable_sort(order_.begin(), order_.end(), [&](auto a, auto b) { return first_line(a) < first_line(b); });
        std::stable_sort(tables_.begin(), tables_.end(),
                         [](const auto* a, const auto* b) { return first_row(*a) < first_row(*b); });
    }

    void join() {
        std::size_t next = 0;
        for (WageTable* table : tables_) {
            while (next < order_.size() && operations_[order_[next]].lines.first <= first_row(*table))
                around_.push_back(order_[next++]);
            while (!around_.empty() && operations_[around_.back()].lines.last < first_row(*table)) around_.pop_back();
            if (!around_.empty()) take(*table, around_.back());
        }
        for (std::size_t i = 0; i < operations_.size(); ++i) tell(operations_[i], findings_[i]);
    }

private:
    void take(WageTable& table, std::size_t index) {
        Operation& operation = operations_[index];
        table.item = operation.item;
        if (operation.op == Op::set && !tells_positions(table)) add_cells(table, operation.cells);
        std::vector<MoneyChange> money = money_changes(table);
        // Raises of a sentence, told with their dates, are those that its words tell.
        if (table.rows.empty() && !table.raises.empty())
            std::erase_if(operation.money, [&](const MoneyChange& known) {
                return std::any_of(money.begin(), money.end(),
                                   [&](const MoneyChange& raise) { return raise.to == known.to; });
            });
        std::move(money.begin(), money.end(), std::back_inserter(operation.money));
        findings_[index].add(table);
    }

    std::vector<Operation>& operations_;
    std::vector<TableFindings> findings_;
    std::vector<WageTable*> tables_;
    std::vector<std::size_t> order_;   ///< operations by their first line
    std::vector<std::size_t> around_;  ///< those that may stand around the table at hand, the innermost last
};

}  // namespace

void join_tables(Proposal& proposal) {
    Joining(proposal).join();
}

}  // namespace stet
