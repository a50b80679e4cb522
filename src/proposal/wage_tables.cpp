// The flow: lines, sections, schedules, pairs, tables.
#include "proposal/wage_tables.hpp"

#include <algorithm>
#include <iterator>

#include "proposal/wage_arithmetic.hpp"
#include "proposal/wage_dated_rows.hpp"
#include "proposal/wage_notes.hpp"
#include "proposal/wage_pairing.hpp"
#include "proposal/wage_patterns.hpp"
#include "proposal/wage_raises.hpp"

namespace stet {

namespace {

std::string amount_text(const WageRow& row, std::size_t date, bool percent) {
    if (!row.proposed[date]) return {};
    return percent ? row.proposed[date]->text(1) + " %" : signed_text(*row.proposed[date], 2);
}

WageRaise raise_of(const ScheduleRow& row) {
    WageRaise raise{row.row.step_current, {row.row.line_new, row.row.line_new}, {}};
    for (std::size_t date = 0; date < row.row.proposed.size(); ++date)
        raise.amounts.push_back(amount_text(row.row, date, row.raise_percent));
    return raise;
}

bool has_no_labels(const WageTable& table) {
    return std::all_of(table.rows.begin(), table.rows.end(),
                       [](const WageRow& row) { return row.step_current.empty() && row.step_new.empty(); });
}

/// The rates in force end above the first proposed one.
bool is_stacked(const WageTable& table) {
    std::uint32_t last_current = 0, first_new = 0xffffffff;
    for (const WageRow& row : table.rows) {
        last_current = std::max(last_current, row.line_current);
        if (!row.current) continue;
        if (row.line_new > row.line_current) first_new = std::min(first_new, row.line_new);
    }
    return first_new != 0xffffffff && last_current < first_new;
}

/// What its layout leaves to the reader.
void flag_layout(WageTable& table, const WageSchedule& schedule) {
    if (table.rows.size() > 1 && has_no_labels(table))
        table.flags.push_back(
            {"ROWS_UNLABELLED", FlagSeverity::high,
             std::to_string(table.rows.size()) + " rows have no labels: what they are for is not said"});
    if (is_stacked(table))
        table.flags.push_back({"STACKED_TABLES", FlagSeverity::medium,
                               "rates in force and proposed rates are printed one below the other"});
    if (schedule.captions_in_rows)
        table.flags.push_back({"GROUP_ROWS", FlagSeverity::medium, "captions stand as rows inside the table"});
    if (schedule.cent_letter)
        table.flags.push_back({"UNIT_AMBIGUOUS", FlagSeverity::medium,
                               "sums bear the sign of cents behind a point; they are read as parts of a dollar"});
}

WageTable table_of(PairedSchedule paired, const WageWords& words) {
    WageSchedule& schedule = paired.schedule;
    WageTable table;
    table.classification = std::move(schedule.classification);
    table.group = std::move(schedule.group);
    table.lines = {schedule.first_line, schedule.last_line};
    table.effective = std::move(schedule.dates);
    table.flags = std::move(paired.flags);
    if (schedule.positions)
        table.flags.push_back(
            {"POSITIONS_OF_SIDES", FlagSeverity::high,
             "the columns are positions, each against the rate in force, and no rates one after the other"});
    for (const ScheduleRow& row : schedule.rows)
        if (row.raise_only) table.raises.push_back(raise_of(row));
    std::erase_if(schedule.rows, [](const ScheduleRow& row) { return row.raise_only; });
    for (const ScheduleRow& row : schedule.rows) {
        table.rows.push_back(row.row);
        compute_increases(table.rows.back(), schedule.positions);
    }
    check_rows(table, schedule.rows, words);
    check_pattern(table);
    flag_layout(table, schedule);
    if (schedule.run_together)
        table.flags.push_back(
            {"OCR_COLUMN_SHIFT", FlagSeverity::medium, "cells with a step's name hold something else in front of it"});
    return table;
}

}  // namespace

MoneyTables read_money_tables(const Document& document, const Grammar& grammar) {
    if (grammar.wages.empty()) return {};
    const std::vector<WageLine> lines = read_wage_lines(document, grammar.wages);
    std::vector<SectionSchedules> sections;
    for (const WageSection& section : read_wage_sections(lines, grammar))
        sections.push_back(read_schedules(lines, section, grammar));
    MoneyTables out;
    for (PairedSchedule& paired : pair_schedules(std::move(sections))) {
        std::vector<WageTable>& kind = paired.schedule.other_money ? out.other : out.wages;
        kind.push_back(table_of(std::move(paired), grammar.wages));
    }
    join_dated_rows(out.wages, document, grammar.wages);
    check_dates(out.wages);
    std::vector<WageTable> stated = read_stated_raises(lines, grammar);
    std::move(stated.begin(), stated.end(), std::back_inserter(out.wages));
    for (std::vector<WageTable>* tables : {&out.wages, &out.other}) {
        std::stable_sort(tables->begin(), tables->end(),
                         [](const WageTable& a, const WageTable& b) { return a.lines.first < b.lines.first; });
        check_notes(*tables, lines, grammar.wages);
    }
    return out;
}

std::string raise_name(const WageTable& table, const WageRaise& raise) {
    return raise.what.empty() && table.classification.empty() ? "all rates" : raise.what;
}

std::string raise_amount(const std::string& amount) {
    return amount.starts_with("+") || amount.starts_with("-") ? amount : "+" + amount;
}

std::vector<MoneyChange> money_changes(const WageTable& table) {
    std::vector<MoneyChange> out;
    const auto named = [&](std::string what, std::size_t date) {
        if (!table.classification.empty()) what = table.classification + (what.empty() ? "" : ", " + what);
        if (date < table.effective.size() && !table.effective[date].empty()) what += ", " + table.effective[date];
        return what;
    };
    for (const WageRow& row : table.rows) {
        std::string before = row.current ? row.current->text(2) : std::string();
        for (std::size_t date = 0; date < row.proposed.size(); ++date) {
            if (!row.proposed[date]) continue;
            const std::string rate = row.proposed[date]->text(2);
            out.push_back({named(row.step_new.empty() ? row.step_current : row.step_new, date), before, rate});
            if (!tells_positions(table)) before = rate;
        }
    }
    for (const WageRaise& raise : table.raises)
        for (std::size_t date = 0; date < raise.amounts.size(); ++date)
            if (!raise.amounts[date].empty())
                out.push_back({named(raise_name(table, raise), date), {}, raise_amount(raise.amounts[date])});
    return out;
}

}  // namespace stet
