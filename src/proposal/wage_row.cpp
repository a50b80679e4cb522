// Tells rates from raises in the cells of a row.
#include "proposal/wage_row.hpp"

#include <algorithm>

namespace stet {

namespace {

const WageCell* cell_of(const WageLine& line, std::size_t column) {
    return column < line.cells.size() && line.cells[column].kind != WageCell::empty ? &line.cells[column] : nullptr;
}

/// "3%", "+0.50", a sum in a row that is called a raise; a sum among words where nothing says whose rate it would be.
bool is_raise(const WageCell& cell, const WageRow& row, const WageWords& words) {
    if (!cell.amount) return false;
    if (cell.amount_kind == WageCell::percent || cell.raise) return true;
    if (cell.kind == WageCell::words && row.step_current.empty() && !row.current) return true;
    return says(phrase_key(row.step_current), words.increase);
}

void flag_words(WageRow& row, const WageCell& cell, bool counts) {
    if (counts)
        row.flags.push_back({"CONDITIONAL_VALUE", FlagSeverity::medium, "the rate is printed as “" + cell.text + "”"});
    else
        row.flags.push_back(
            {"RATE_NOT_PRINTED", FlagSeverity::medium, "“" + cell.text + "” stands where a rate would"});
}

}  // namespace

void read_row_rates(ScheduleRow& out, const WageLine& line, const WageColumns& columns,
                    const std::vector<std::size_t>& rates, const WageWords& words) {
    WageRow& row = out.row;
    std::vector<const WageCell*> raises;  // by proposed rate
    for (const std::size_t column : rates) {
        const WageCell* cell = cell_of(line, column);
        if (columns.all[column].side == WageSide::current) {
            if (cell != nullptr && cell->amount_kind != WageCell::percent) row.current = cell->amount;
            continue;
        }
        const bool raise = cell != nullptr && is_raise(*cell, row, words);
        raises.push_back(raise ? cell : nullptr);
        row.proposed.push_back(cell != nullptr && !raise ? cell->amount : std::nullopt);
        if (cell != nullptr && !raise && cell->kind == WageCell::words)
            flag_words(row, *cell, cell->amount.has_value());
    }
    const bool any_rate = row.current || std::any_of(row.proposed.begin(), row.proposed.end(),
                                                     [](const auto& rate) { return rate.has_value(); });
    for (std::size_t date = 0; date < raises.size(); ++date) {
        if (raises[date] == nullptr) continue;
        if (any_rate) {
            flag_words(row, *raises[date], false);
            continue;
        }
        out.raise_only = true;
        out.raise_percent = raises[date]->amount_kind == WageCell::percent;
        row.proposed[date] = raises[date]->amount;
    }
}

void read_row_raises(ScheduleRow& out, const WageLine& line, const WageColumns& columns) {
    std::size_t proposed = 0;
    for (std::size_t i = 0; i < columns.all.size(); ++i) {
        const WageColumn& column = columns.all[i];
        if (column.role == WageColumn::rate && column.side != WageSide::current) ++proposed;
        const bool is_sum = column.role == WageColumn::raise || column.role == WageColumn::total_raise;
        const WageCell* cell = cell_of(line, i);
        if ((!is_sum && column.role != WageColumn::percent_raise) || cell == nullptr || !cell->amount) continue;
        PrintedRaise raise{*cell->amount, PrintedRaise::sum, proposed == 0 ? 0 : proposed - 1, cell->text};
        if (column.role == WageColumn::total_raise) raise.kind = PrintedRaise::total;
        if (cell->kind == WageCell::percent) raise.kind = PrintedRaise::percent;
        if (raise.kind != PrintedRaise::percent && !out.row.stated_increase) out.row.stated_increase = raise.amount;
        out.raises.push_back(std::move(raise));
    }
}

}  // namespace stet
