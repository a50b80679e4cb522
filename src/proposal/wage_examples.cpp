// Reads an example's tables and writes their rows as the grammar file would.
#include "proposal/wage_examples.hpp"

#include "grammar/check.hpp"
#include "grammar/outline.hpp"
#include "proposal/wage_tables.hpp"

namespace stet {

namespace {

std::string dated(const std::string& date, const std::string& amount) {
    return date.empty() ? amount : date + " " + amount;
}

std::string row_text(const WageTable& table, const WageRow& row) {
    std::string out = table.classification + ":";
    if (!row.step_current.empty()) out += " " + row.step_current;
    if (!row.step_new.empty() && row.step_new != row.step_current) out += " > " + row.step_new;
    if (row.current) out += " " + row.current->text(2);
    out += " ->";
    for (std::size_t date = 0; date < row.proposed.size(); ++date)
        if (row.proposed[date])
            out += (out.ends_with("->") ? " " : ", ") + dated(table.effective[date], row.proposed[date]->text(2));
    return out;
}

std::string raise_text(const WageTable& table, const WageRaise& raise) {
    std::string out = raise.what + ":";
    for (std::size_t date = 0; date < raise.amounts.size(); ++date)
        out += (date == 0 ? " " : ", ") + dated(table.effective[date], raise.amounts[date]);
    return out;
}

std::vector<std::string> rows_of(const std::vector<WageTable>& tables) {
    std::vector<std::string> out;
    for (const WageTable& table : tables) {
        for (const WageRow& row : table.rows) out.push_back(row_text(table, row));
        for (const WageRaise& raise : table.raises) out.push_back(raise_text(table, raise));
    }
    return out;
}

std::string difference(const std::vector<std::string>& have, const std::vector<std::string>& want) {
    for (std::size_t i = 0; i < std::max(have.size(), want.size()); ++i) {
        const std::string is = i < have.size() ? have[i] : "no more";
        const std::string said = i < want.size() ? want[i] : "no more";
        if (is != said)
            return "row " + std::to_string(i + 1) + " is \"" + is + "\", and the example says \"" + said + "\"";
    }
    return {};
}

}  // namespace

Diagnostics check_wage_examples(const Grammar& grammar) {
    Diagnostics out;
    for (const WageExample& example : grammar.wages.examples) {
        Diagnostics reading;
        Source source("example", example.text, reading);
        std::vector<Block> blocks = example_blocks(source);
        const Document document = outline(std::move(source), std::move(blocks), grammar, Face::after, {});
        const MoneyTables tables = read_money_tables(document, grammar);
        std::vector<std::string> rows = rows_of(tables.wages);
        for (std::string& row : rows_of(tables.other)) rows.push_back(std::move(row));
        const std::string differs = difference(rows, example.rows);
        if (!differs.empty())
            out.push_back({Severity::warning, "example-differs", differs, grammar.name, example.line, 0});
    }
    return out;
}

}  // namespace stet
