// Wage schedules in the layouts of many houses. All documents are invented.
#include "proposal/wage_tables.hpp"

#include <doctest/doctest.h>

#include <string>

#include "stet.hpp"
#include "unit/proposal/reading.hpp"

namespace {

using stet::MoneyTables;
using stet::WageRow;
using stet::WageTable;

MoneyTables tables_of(std::string text, std::string name = "offer.md") {
    const stet::Document document = stet::read({std::move(name), std::move(text), ""}, {.grammar = "labor-agreement"});
    return stet::read_money_tables(document, stet::load_grammar("labor-agreement"));
}

std::string amount(const std::optional<stet::Decimal>& value) {
    return value ? value->text(2) : "-";
}

/// "Start>Start 15.00: 15.50 16.00": steps, the rate in force, the proposed rates.
std::string row_text(const WageRow& row) {
    std::string out = row.step_current + ">" + row.step_new + " " + amount(row.current) + ":";
    for (const auto& rate : row.proposed) out += " " + amount(rate);
    return out;
}

std::string rows_text(const WageTable& table) {
    std::string out;
    for (const WageRow& row : table.rows) out += (out.empty() ? "" : "; ") + row_text(row);
    return out;
}

std::string dates_text(const WageTable& table) {
    std::string out;
    for (const std::string& date : table.effective) out += (out.empty() ? "" : " ") + date;
    return out;
}

std::string raises_text(const WageTable& table) {
    std::string out;
    for (const stet::WageRaise& raise : table.raises) {
        out += (out.empty() ? "" : "; ") + raise.what + ":";
        for (const std::string& sum : raise.amounts) out += " " + sum;
    }
    return out;
}

bool has(const std::vector<stet::Flag>& flags, const std::string& code) {
    for (const stet::Flag& flag : flags)
        if (flag.code == code) return true;
    return false;
}

std::string flag_text(const std::vector<stet::Flag>& flags, const std::string& code) {
    for (const stet::Flag& flag : flags)
        if (flag.code == code) return flag.text;
    return {};
}

}  // namespace

TEST_CASE("a raise that a heading states is held against its column") {
    const std::string table = "Wages\n\n| Step | Current | 7/1/26 (+3%) | 7/1/27 (+2.5%) |\n|-|-|-|-|\n";
    const MoneyTables read = tables_of(table + "| 1 | $41.00 | $42.23 | $43.29 |\n| 2 | $44.10 | $45.42 | $47.01 |\n");
    REQUIRE(read.wages.size() == 1);
    CHECK(read.wages[0].rows[0].flags.empty());
    REQUIRE(read.wages[0].rows[1].flags.size() == 1);
    CHECK(read.wages[0].rows[1].flags[0].code == "STATED_INCREASE_MISMATCH");
}

TEST_CASE("sums in running words are no row") {
    CHECK(tables_of("Wages\n\n12.6 Night wage to $6.00 and weekend wage to $4.00.\n").wages.empty());
    CHECK(tables_of("Wages\n\nLead wage from $2.75 to $3.50; night wage from $1.50 to $2.00.\n").wages.empty());
}

TEST_CASE("both sides in one table, with names as rows") {
    const MoneyTables tables = tables_of(
        "Harbour Stores\t\t\t\t\t\t\t\n"
        "LEADS\t\t\t\t\t\t\t\n"
        "Dock Lead\t\t\t\t\tNew Contract\t\t\n"
        "No Requirement\tEffective:\t1/1/2025\t\\$ Increase\t\tWeekly Sales Volume\t2/1/25\t2/1/26\n"
        "\tPayrate\t\\$20.00\t\\$1.00\t\t\\$0 - \\$499,999\t\\$21.00\t\\$22.00\n"
        "\t\t\t\\$2.00\t\t\\$500,000 +\t\\$22.00\t\\$23.00\n"
        "\tPayrate - Frozen\t\\$20.50\t\\$.50\t\t\t\t\n"
        "CLERKS\t\t\t\t\t\t\t\n"
        "Dockhands\t\t\t\t\tNew Contract\t\t\n"
        "Based On Hours Worked\tEffective:\t1/1/2025\t\\$ Increase\t\tProgression\t2/1/25\t2/1/26\n"
        "Hours Per Step:\tStart\t\\$15.00\t\\$1.50\t\tStart\t\\$16.00\t\\$16.50\n"
        "900\tAfter 900 Hours\t\\$15.25\t\\$1.25\t\tAfter 600 Hours\t\\$16.50\t\\$17.00\n");
    REQUIRE(tables.wages.size() == 2);
    const WageTable& lead = tables.wages[0];
    CHECK(lead.classification == "Dock Lead");
    CHECK(lead.group == "Harbour Stores / LEADS");
    CHECK(dates_text(lead) == "2025-02-01 2026-02-01");
    CHECK(rows_text(lead) ==
          "Payrate>$0 - $499,999 20.00: 21.00 22.00; Payrate>$500,000 + 20.00: 22.00 23.00; Payrate - Frozen> 20.50: - "
          "-");
    CHECK(flag_text(lead.rows[2].flags, "RATE_NOT_PRINTED").find("$21.00") != std::string::npos);
    const WageTable& hands = tables.wages[1];
    CHECK(hands.classification == "Dockhands");
    CHECK(hands.group == "Harbour Stores / CLERKS");
    CHECK(rows_text(hands) == "Start>Start 15.00: 16.00 16.50; After 900 Hours>After 600 Hours 15.25: 16.50 17.00");
    CHECK(flag_text(hands.rows[0].flags, "STATED_INCREASE_MISMATCH").find("next step") != std::string::npos);
    CHECK(!has(hands.rows[1].flags, "STATED_INCREASE_MISMATCH"));
    CHECK(has(hands.rows[1].flags, "THRESHOLD_MOVED"));
    CHECK(has(hands.flags, "GROUP_ROWS"));
}

TEST_CASE("a table in force, a line, and the new table") {
    const MoneyTables tables = tables_of(
        "Porters\n\n"
        "Based On Hours Worked\tEffective:\t1/1/2025\t\\$ Increase\n"
        "Hours Per Step:\tStart\t\\$12.00\t\\$.50\n"
        "500\tAfter 500 Hours\t\\$12.75\t\\$.60\n\n"
        "New Contract\n\n"
        "Progression\t2/1/25\t2/1/26\n"
        "Start\t\\$12.50\t\\$13.00\n"
        "After 500 Hours\t\\$13.25\t\\$13.75\n");
    REQUIRE(tables.wages.size() == 1);
    CHECK(tables.wages[0].classification == "Porters");
    CHECK(rows_text(tables.wages[0]) ==
          "Start>Start 12.00: 12.50 13.00; After 500 Hours>After 500 Hours 12.75: 13.25 13.75");
    CHECK(tables.wages[0].rows[1].line_current == 5);
    CHECK(tables.wages[0].rows[1].line_new == 11);
    CHECK(has(tables.wages[0].flags, "STACKED_TABLES"));
    const WageRow& row = tables.wages[0].rows[1];
    CHECK(flag_text(row.flags, "STATED_INCREASE_MISMATCH").find("no step of the table") != std::string::npos);
    CHECK(amount(row.increase[0]) == "0.50");
    CHECK(row.percent[0] == "3.9");
    CHECK(amount(row.total) == "1.00");
    CHECK(row.total_percent == "7.8");
}

TEST_CASE("rows without labels are paired by position only where the counts match") {
    const std::string current =
        "Current:\t\t\n"
        "Group\tLevel\tHourly Rate\n"
        "Deck Crew\t1\t\\$14.00\n"
        "Deck Crew\t2\t\\$14.50\n"
        "Deck Crew\tThereafter\t\\$16.00\n\n";
    const MoneyTables same = tables_of(current +
                                       "Proposed Scale:\t\n"
                                       "*2025\t1/12/2026\n"
                                       "\\$14.25\t\\$14.50\n"
                                       "\\$14.75\t\\$15.00\n"
                                       "\\$16.35\t\\$16.70\n");
    REQUIRE(same.wages.size() == 1);
    CHECK(same.wages[0].classification == "Deck Crew");
    CHECK(dates_text(same.wages[0]) == "2025 2026-01-12");
    CHECK(rows_text(same.wages[0]) == "1> 14.00: 14.25 14.50; 2> 14.50: 14.75 15.00; Thereafter> 16.00: 16.35 16.70");
    CHECK(has(same.wages[0].flags, "ROWS_UNLABELLED"));

    const MoneyTables fewer = tables_of(current +
                                        "Proposed Scale:\t\n"
                                        "*2025\t1/12/2026\n"
                                        "\\$14.25\t\\$14.50\n"
                                        "\\$16.35\t\\$16.70\n");
    REQUIRE(fewer.wages.size() == 1);
    CHECK(rows_text(fewer.wages[0]) ==
          "1> 14.00: - -; 2> 14.50: - -; Thereafter> 16.00: - -; > -: 14.25 14.50; > -: 16.35 16.70");
    CHECK(has(fewer.wages[0].flags, "ROWS_DO_NOT_PAIR"));
}

TEST_CASE("two list items in one cell") {
    const MoneyTables tables = tables_of(
        "Riggers\t\t\t\t\n"
        "Based On Hours Worked\tEffective:\t1/1/2025\t\tProgression\t2/1/25\n"
        "Hours Per Step: Start\t\t\\$15.00\t\tStart\t\\$16.00\n"
        "900 After 900 Hours\t\t\\$15.50\t\tAfter 900 Hours\t\\$16.50\n");
    REQUIRE(tables.wages.size() == 1);
    CHECK(rows_text(tables.wages[0]) == "Start>Start 15.00: 16.00; After 900 Hours>After 900 Hours 15.50: 16.50");
    CHECK(has(tables.wages[0].flags, "OCR_COLUMN_SHIFT"));
}

TEST_CASE("a pipe table of classifications by date") {
    const MoneyTables tables = tables_of(
        "# Wages\n\n"
        "| Classification | Current | Effective 7/1/25 | Effective 7/1/26 |\n|:--|--:|--:|--:|\n"
        "| Dockhand | $15.00 | $15.50 | $16.00 |\n| Crane Operator | $20.00 | $19.75 | $21.50 |\n");
    REQUIRE(tables.wages.size() == 1);
    CHECK(dates_text(tables.wages[0]) == "2025-07-01 2026-07-01");
    CHECK(rows_text(tables.wages[0]) ==
          "Dockhand>Dockhand 15.00: 15.50 16.00; Crane Operator>Crane Operator 20.00: 19.75 21.50");
    CHECK(has(tables.wages[0].rows[1].flags, "RATE_FALLS"));
    CHECK(!has(tables.wages[0].rows[0].flags, "RATE_FALLS"));
}

TEST_CASE("salaries by grade and step, one table a year") {
    const MoneyTables tables = tables_of(
        "## Salary Schedule\n\nEffective July 1, 2025\n\n"
        "| Grade | Step 1 | Step 2 |\n|---|---|---|\n| 10 | 41,200 | 42,848 |\n| 11 | 43,260 | 44,990 |\n\n"
        "Effective July 1, 2026\n\n"
        "| Grade | Step 1 | Step 2 |\n|---|---|---|\n| 10 | 42,436 | 44,133 |\n| 11 | 44,558 | 46,340 |\n");
    REQUIRE(tables.wages.size() == 2);
    CHECK(tables.wages[1].classification == "Grade 11");
    CHECK(dates_text(tables.wages[1]) == "2025-07-01 2026-07-01");
    CHECK(rows_text(tables.wages[1]) == "Step 1>Step 1 -: 43260.00 44558.00; Step 2>Step 2 -: 44990.00 46340.00");
    CHECK(tables.wages[1].rows[0].percent[1] == "3.0");
}

TEST_CASE("a caption with its day and a percentage beside it dates the table below it") {
    const auto table = [](const std::string& caption, const std::string& rate) {
        return caption + "\n\n| Classification | Step 1 | Step 2 |\n|---|---|---|\n| Clerk | " + rate +
               " | 25.00 |\n| Porter | 22.00 | 26.00 |\n\n";
    };
    const MoneyTables read =
        tables_of("## Appendix A – Wages\n\n" + table("Wage Schedule Effective July 1, 2026 (3% increase)", "20.00") +
                  table("Wage Schedule Effective July 1, 2027 (2% increase)", "20.40"));
    REQUIRE(!read.wages.empty());
    CHECK(dates_text(read.wages[0]) == "2026-07-01 2027-07-01");
}

TEST_CASE("steps down, classifications across, sides over them") {
    const MoneyTables tables = tables_of(
        "<table><tr><th rowspan=2>Step<th colspan=2>Current<th colspan=2>Proposed 7/1/2025"
        "<tr><th>Clerk<th>Driver<th>Clerk<th>Driver<tr><td>Start<td>$10.00<td>$11.00<td>$12.00<td>$13.00"
        "<tr><td>After 1 year<td>$11.00<td>$12.00<td>$13.00<td>$14.00</table>",
        "offer.html");
    REQUIRE(tables.wages.size() == 2);
    CHECK(tables.wages[1].classification == "Driver");
    CHECK(dates_text(tables.wages[1]) == "2025-07-01");
    CHECK(rows_text(tables.wages[1]) == "Start>Start 11.00: 13.00; After 1 year>After 1 year 12.00: 14.00");
}

TEST_CASE("rates struck and written in beside them") {
    const MoneyTables tables = tables_of(
        "<h2>Hourly rates</h2><table><tr><th>Classification<th>Hourly Rate</tr><tr><td>Cook<td><del>$15.00</del> "
        "<ins>$16.00</ins></tr><tr><td>Baker<td>$17.00</tr></table>",
        "offer.html");
    REQUIRE(tables.wages.size() == 1);
    CHECK(rows_text(tables.wages[0]) == "Cook>Cook 15.00: 16.00; Baker>Baker 17.00: 17.00");
}

TEST_CASE("columns of plain text, by blanks and by tabs") {
    const MoneyTables tables = tables_of(
        "APPENDIX A - WAGES\n\n"
        "Dockhand\n\n"
        "Step            Current      7/1/2025    % Increase   7/1/2026\n"
        "Start           $15.00       $15.50      3.3%         $16.00\n"
        "After 6 months  $16.00       $16.50      3.4%         $17.00\n\n"
        "Crane Operator\tCurrent\t7/1/2025\tIncrease\n"
        "Start\t$20.00\t$21.00\t$1.00\n"
        "Top\t$22.00\t$23.00\t$1.10\n",
        "offer.txt");
    REQUIRE(tables.wages.size() == 2);
    CHECK(rows_text(tables.wages[0]) ==
          "Start>Start 15.00: 15.50 16.00; After 6 months>After 6 months 16.00: 16.50 17.00");
    CHECK(!has(tables.wages[0].rows[0].flags, "STATED_INCREASE_MISMATCH"));
    CHECK(flag_text(tables.wages[0].rows[1].flags, "STATED_INCREASE_MISMATCH").find("3.1 %") != std::string::npos);
    CHECK(tables.wages[1].classification == "Crane Operator");
    CHECK(rows_text(tables.wages[1]) == "Start>Start 20.00: 21.00; Top>Top 22.00: 23.00");
    CHECK(has(tables.wages[1].rows[1].flags, "STATED_INCREASE_MISMATCH"));
}

TEST_CASE("one column of raises behind several dates is about the rates that it fits") {
    const std::string head = "Riggers\n\nStep\tCurrent\t1/1/2025\t1/1/2026\t$ Increase\n";
    const MoneyTables first =
        tables_of(head + "Start\t$14.00\t$15.00\t$15.50\t$1.00\nAfter 1 year\t$15.00\t$16.50\t$17.00\t$1.40\n");
    CHECK(!has(first.wages[0].rows[0].flags, "STATED_INCREASE_MISMATCH"));
    CHECK(flag_text(first.wages[0].rows[1].flags, "STATED_INCREASE_MISMATCH").find("$1.50") != std::string::npos);
    const MoneyTables total =
        tables_of(head + "Start\t$14.00\t$15.00\t$15.50\t$1.50\nAfter 1 year\t$15.00\t$16.50\t$17.00\t$2.10\n");
    CHECK(!has(total.wages[0].rows[0].flags, "STATED_INCREASE_MISMATCH"));
    CHECK(flag_text(total.wages[0].rows[1].flags, "STATED_INCREASE_MISMATCH").find("$2.00") != std::string::npos);
    CHECK(amount(total.wages[0].rows[0].stated_increase) == "1.50");
}

TEST_CASE("words and raises among rates are told, not read as rates") {
    const MoneyTables tables = tables_of(
        "Riggers\n\nStep\tCurrent\t1/1/2025\t1/1/2026\nStart\t$14.00\t$15.00\t3%\n"
        "After 1 year\t$15.00\t$16.00\tto be bargained\nAfter 2 years\t$16.00\t$17.00 or the legal minimum\t$18.00\n");
    REQUIRE(tables.wages.size() == 1);
    CHECK(rows_text(tables.wages[0]) ==
          "Start>Start 14.00: 15.00 -; After 1 year>After 1 year 15.00: 16.00 -; "
          "After 2 years>After 2 years 16.00: 17.00 18.00");
    CHECK(flag_text(tables.wages[0].rows[0].flags, "RATE_NOT_PRINTED").find("3%") != std::string::npos);
    CHECK(has(tables.wages[0].rows[1].flags, "RATE_NOT_PRINTED"));
    CHECK(has(tables.wages[0].rows[2].flags, "CONDITIONAL_VALUE"));
}

TEST_CASE("all tables in force first, all new ones behind") {
    const MoneyTables tables = tables_of(
        "Current Rates\n\n"
        "Job Title\tStep\tRate\nCook\tStart\t$14.00\nCook\tAfter 90 days\t$15.00\nBaker\tStart\t$15.50\n"
        "Baker\tAfter 90 days\t$16.50\n\n"
        "New Rates Effective 4/1/2026\n\n"
        "Job Title\tStep\tRate\nCook\tStart\t$14.75\nCook\tAfter 60 days\t$15.75\nBaker\tStart\t$16.25\n"
        "Baker\tAfter 60 days\t$17.00\n");
    REQUIRE(tables.wages.size() == 2);
    CHECK(tables.wages[1].classification == "Baker");
    CHECK(dates_text(tables.wages[1]) == "2026-04-01");
    CHECK(rows_text(tables.wages[1]) == "Start>Start 15.50: 16.25; After 90 days>After 60 days 16.50: 17.00");
    CHECK(has(tables.wages[1].rows[1].flags, "THRESHOLD_MOVED"));
}

TEST_CASE("a step that goes and a step that comes") {
    const MoneyTables tables = tables_of(
        "Porters\n\nCurrent:\n\nStep\tHourly Rate\nStart\t$12.00\n6 months\t$12.50\n1 year\t$13.00\n\n"
        "Proposed:\n\nStep\t4/1/2026\nStart\t$12.50\n1 year\t$13.50\n2 years\t$14.00\n");
    REQUIRE(tables.wages.size() == 1);
    CHECK(rows_text(tables.wages[0]) ==
          "Start>Start 12.00: 12.50; 6 months> 12.50: -; 1 year>1 year 13.00: 13.50; >2 years -: 14.00");
    CHECK(has(tables.wages[0].rows[1].flags, "STEP_REMOVED"));
    CHECK(has(tables.wages[0].rows[3].flags, "STEP_ADDED"));
}

TEST_CASE("raises without rates: as rows, as a table of words, in sentences and lists") {
    const MoneyTables rows = tables_of(
        "## Wages\n\n| Effective Date | General Wage Increase |\n|---|---|\n| July 1, 2025 | 3.0% |\n| July 1, 2026 | "
        "2.5% |\n");
    REQUIRE(rows.wages.size() == 1);
    CHECK(dates_text(rows.wages[0]) == "2025-07-01 2026-07-01");
    CHECK(raises_text(rows.wages[0]) == "General Wage Increase: 3.0 % 2.5 %");

    const MoneyTables words = tables_of("1/12/2025\t1/11/2026\nTop rate = .35c\tTop rate = .35c\n");
    REQUIRE(words.wages.size() == 1);
    CHECK(raises_text(words.wages[0]) == ": +0.35 +0.35");
    CHECK(has(words.wages[0].flags, "UNIT_AMBIGUOUS"));

    const MoneyTables sentences = tables_of(
        "Effective July 1, 2025, all wage rates shall be increased by 3%, effective July 1, 2026 by 2.5%.\n\n"
        "Pay shall be raised as follows:\n\n- July 1, 2027: 3%\n- July 1, 2028: 2.75%\n\n"
        "In no event will the increase in the rate exceed 3.6%.\n");
    REQUIRE(sentences.wages.size() == 2);
    CHECK(dates_text(sentences.wages[0]) == "2025-07-01 2026-07-01");
    CHECK(raises_text(sentences.wages[0]) == "all wage rates: 3.0 % 2.5 %");
    CHECK(dates_text(sentences.wages[1]) == "2027-07-01 2028-07-01");
    CHECK(raises_text(sentences.wages[1]) == ": 3.0 % 2.75 %");
}

TEST_CASE("raises of a sentence stand by their days and by those whose rates they raise") {
    const auto raises = [](const std::string& text) {
        const MoneyTables tables = tables_of(text + "\n");
        return tables.wages.size() == 1 ? dates_text(tables.wages[0]) + " | " + raises_text(tables.wages[0])
                                        : std::to_string(tables.wages.size());
    };
    CHECK(raises("Effective July 1, 2026, base salaries shall be increased by $0.75 per hour. Effective July 1, 2027, "
                 "base salaries shall be increased by a further $0.50 for Deckhands and $0.65 for Engineers.") ==
          "2026-07-01 2027-07-01 | base salaries: +0.75 ; Deckhands:  +0.50; Engineers:  +0.65");
    CHECK(raises("The Employer proposes to increase all pay rates by 3% effective July 1, 2026.") ==
          "2026-07-01 | all pay rates: 3.0 %");
    CHECK(raises("There shall be a general wage increase of 3% on July 1, 2026.") == "2026-07-01 | : 3.0 %");
    // Rates, ranges and raises without a day are none.
    CHECK(raises("Effective July 1, 2026, the wage of a lead is increased to $24.00.") == "0");
    CHECK(raises("Wage increases of 2% to 4% take effect July 1, 2026 and July 1, 2027.") == "0");
    CHECK(raises("Effective July 1, 2026, wages increase by 3%, and by 2% where funds allow.") == "0");
}

TEST_CASE("other money by date is no wage schedule") {
    const MoneyTables tables = tables_of(
        "Employer Contributions to the Health Trust\n\n"
        "\tCurrent 2024\t2025\t1/1/2026\nSingle\t\\$ "
        "600.00\t\\$630.00\t\\$661.50\nFamily\t\\$1,500.00\t\\$1,575.00\t\\$1,653.75\n");
    CHECK(tables.wages.empty());
    REQUIRE(tables.other.size() == 1);
    CHECK(rows_text(tables.other[0]) == "Single>Single 600.00: 630.00 661.50; Family>Family 1500.00: 1575.00 1653.75");
    const std::vector<stet::MoneyChange> changes = stet::money_changes(tables.other[0]);
    REQUIRE(changes.size() == 4);
    CHECK(changes[1].from == "630.00");
    CHECK(changes[1].to == "661.50");
}

TEST_CASE("the one amount that breaks the pattern of all others") {
    const std::string head =
        "Health Contributions\n\nCURRENT\t2025\t2026\n$100.00\t$105.00\t$110.25\n$200.00\t$210.00\t$220.50\n"
        "$300.00\t$315.00\t$330.75\n";
    const MoneyTables off = tables_of(head + "$400.00\t$420.40\t$441.00\n");
    REQUIRE(off.other.size() == 1);
    CHECK(flag_text(off.other[0].rows[3].flags, "ARITHMETIC_ANOMALY").find("$420.00") != std::string::npos);
    CHECK(has(off.other[0].flags, "ROWS_UNLABELLED"));
    const MoneyTables well = tables_of(head + "$400.00\t$420.00\t$441.00\n");
    for (const WageRow& row : well.other[0].rows) CHECK(!has(row.flags, "ARITHMETIC_ANOMALY"));
}

TEST_CASE("tables of other things and documents without words for wages give none") {
    CHECK(tables_of("Years of service\tHours\n1\t40\n2\t48\n").wages.empty());
    CHECK(tables_of("Shift\tBegins\nDay\t7:00\nNight\t19:00\n").wages.empty());
    const stet::Document document = stet::read({"offer.md", "Step\tRate\nStart\t$10.00\n", ""}, {.grammar = "plain"});
    CHECK(stet::read_money_tables(document, stet::load_grammar("plain")).wages.empty());
}

TEST_CASE("columns that name the sides are positions, each against the rate in force, and none falls") {
    const std::string rows = "| Evening | $2.50 | $3.75 | $2.75 |\n| Night | $4.75 | $6.50 | $5.00 |\n";
    const auto tables = [&](const std::string& heads) {
        return stet::proposal_test::proposal("# Union Counterproposal\n\n## Article 15 Pay\n\nDifferentials\n\n| | " +
                                             heads + " |\n|---|---|---|---|\n" + rows +
                                             "\n## Article 16 Hours\n\nDelete Section 16.1.\n");
    };
    const stet::Proposal sides = tables("Current | Union 4/9/26 | Employer 3/26/26");
    REQUIRE(sides.wage_tables.size() == 1);
    const WageTable& table = sides.wage_tables.front();
    CHECK(table.effective == std::vector<std::string>{"Union 4/9/26", "Employer 3/26/26"});
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].increase[1]->text(2) == "0.25");
    CHECK_FALSE(table.rows[0].total.has_value());
    CHECK(table.rows[0].flags.empty());
    REQUIRE(!sides.operations.empty());
    CHECK(stet::proposal_test::flagged(sides.operations.front(), "POSITIONS_OF_SIDES"));
    CHECK_FALSE(stet::proposal_test::flagged(sides.operations.front(), "RATE_FALLS"));
    CHECK(sides.operations.front().money[1].from == "2.50");
    CHECK(sides.operations.front().cells.empty());
    const stet::Proposal dates = tables("Current | Union 7/1/26 | Union 7/1/27");
    CHECK(dates.wage_tables.front().effective == std::vector<std::string>{"2026-07-01", "2027-07-01"});
}

TEST_CASE("hours that a month of service earns are no money") {
    const stet::Proposal read = stet::proposal_test::proposal(
        "# Library Offer\n\n## Article 13 Vacation\n\nAccrual\n\n| Years of service | Hours per month (current) | "
        "Hours "
        "per month (offer) |\n|---|---|---|\n| 0–4 | 8 | 8 |\n| 5–9 | 10 | 11 |\n| 10+ | 13.33 | 14 |\n\n## Article 16 "
        "Hours\n\nDelete Section 16.1.\n");
    CHECK(read.wage_tables.empty());
    CHECK(read.money_tables.empty());
}
