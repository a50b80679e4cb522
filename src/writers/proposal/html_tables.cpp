// Ledger, findings, wage tables and what was not understood.
#include <algorithm>

#include "proposal/wage_tables.hpp"
#include "report/proposal_words.hpp"
#include "writers/html/escape.hpp"
#include "writers/html/shell.hpp"
#include "writers/proposal/html_parts.hpp"

namespace stet::html {
namespace {

constexpr std::size_t words_shown = 180;

void append_request(std::string& out, const Operation& operation) {
    out += "<a href=\"#";
    append_entry_id(out, operation);
    out += "\">";
    append_text(out, operation.id);
    out += "</a>";
}

void append_requests(std::string& out, const Proposal& proposal, const LedgerRow& row) {
    out += "<td>";
    const char* between = "";
    for (const RequestRun run : request_runs(proposal, row)) {
        out += between;
        append_request(out, proposal.operations[run.first]);
        if (run.last > run.first) {
            out += " to ";
            append_request(out, proposal.operations[run.last]);
        }
        out += " ";
        out += op_name(proposal.operations[run.first].op);
        between = ", ";
    }
    out += "</td>";
}

void append_ledger_row(std::string& out, const Proposal& proposal, const LedgerRow& row, std::string_view currency) {
    out += "<tr>";
    append_element(out, "th", "scope=row class=id", row.item);
    out += "<td>";
    append_text(out, elide(row.subject, words_shown));
    out += "</td>";
    append_requests(out, proposal, row);
    out += "<td>";
    const bool agreed = row.status == Status::tentatively_agreed;
    const std::string status = std::string(status_name(row.status)) + (row.date.empty() ? "" : " " + row.date);
    append_element(out, "span", agreed ? "class=\"pill ta\"" : "class=pill", status);
    if (!row.mark.empty()) append_text(out, " " + row.mark);
    if (row.year_inferred) out += " year inferred";
    out += "</td><td>";
    const auto line = [&](std::string_view attributes, const std::string& words) {
        if (!words.empty()) append_element(out, "div", attributes, elide(words, words_shown));
    };
    line({}, conditions_of(proposal, row));
    line({}, ledger_money_words(proposal, row, currency));
    const std::uint32_t high = count_high_flags(proposal, row);
    if (high > 0) line("class=f-high", std::to_string(high) + (high == 1 ? " high flag" : " high flags"));
    out += "</td></tr>\n";
}

bool states_increases(const WageTable& table) {
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [](const WageRow& row) { return row.stated_increase.has_value(); });
}

void append_stated(std::string& out, const WageRow& row, std::string_view currency) {
    out += "<td class=n>";
    append_text(out, increase_words(row.stated_increase, {}, currency));
    if (states_another_increase(row))
        append_element(out, "small", "class=off", "≠ " + increase_words(row.increase.front(), {}, currency));
    out += "</td>";
}

void append_wage_row(std::string& out, const WageTable& table, const WageRow& row, std::string_view currency) {
    out += "<tr>";
    append_element(out, "th", "scope=row", step_words(row));
    append_element(out, "td", "class=n", amount_words(row.current, currency));
    for (std::size_t i = 0; i < table.effective.size(); ++i) {
        out += "<td class=n>";
        append_text(out, i < row.proposed.size() ? amount_words(row.proposed[i], currency) : "–");
        if (i < row.increase.size() && row.increase[i])
            append_element(out, "small", {},
                           increase_words(row.increase[i], i < row.percent.size() ? row.percent[i] : "", currency));
        out += "</td>";
    }
    out += "<td class=n>";
    append_text(out, increase_words(row.total, {}, currency));
    if (row.total) append_element(out, "small", {}, percent_words(row.total_percent));
    out += "</td>";
    if (states_increases(table)) append_stated(out, row, currency);
    out += "</tr>\n";
}

void append_wage_raise(std::string& out, const WageTable& table, const WageRaise& raise, std::string_view currency) {
    out += "<tr>";
    append_element(out, "th", "scope=row", raise_name(table, raise));
    append_element(out, "td", "class=n", "–");
    for (const std::string& amount : raise_cells(table, raise, currency)) append_element(out, "td", "class=n", amount);
    append_element(out, "td", "class=n", "–");
    if (states_increases(table)) append_element(out, "td", "class=n", "–");
    out += "</tr>\n";
}

void append_wage_table(std::string& out, const WageTable& table, std::size_t number, bool same_group,
                       std::string_view currency) {
    append_element(out, "h3", "id=w" + std::to_string(number),
                   table.classification.empty() ? wage_table_title(table) : table.classification);
    std::string below = same_group ? std::string() : table.group;
    if (const std::string lines = lines_words(table.lines); !lines.empty())
        below += (below.empty() ? "" : " · ") + lines;
    append_element(out, "p", "class=group", below);
    out += "\n<div class=ts><table class=wage>\n<thead><tr><th scope=col>Step</th><th scope=col class=n>Now</th>";
    for (const std::string& date : table.effective) append_element(out, "th", "scope=col class=n", date);
    out += "<th scope=col class=n>Total</th>";
    if (states_increases(table)) out += "<th scope=col class=n>Stated</th>";
    out += "</tr></thead><tbody>\n";
    for (const WageRow& row : table.rows) append_wage_row(out, table, row, currency);
    for (const WageRaise& raise : table.raises) append_wage_raise(out, table, raise, currency);
    out += "</tbody></table></div>\n";
    append_flags(out, flags_of(table));
}

}  // namespace

void append_ledger(std::string& out, const Proposal& proposal) {
    const std::vector<LedgerRow> rows = ledger_rows(proposal);
    if (rows.empty()) return;
    out +=
        "<h2 id=ledger>Ledger of this proposal</h2>\n<div class=ts><table class=ledger>\n<thead><tr>"
        "<th scope=col class=id>Item</th><th scope=col>Subject</th><th scope=col>Requests</th><th scope=col>Status</th>"
        "<th scope=col>Depends on, money, flags</th></tr></thead><tbody>\n";
    const std::string currency = currency_of(proposal);
    for (const LedgerRow& row : rows) append_ledger_row(out, proposal, row, currency);
    out += "</tbody></table></div>\n";
}

void append_findings(std::string& out, const Proposal& proposal) {
    if (proposal.findings.empty()) return;
    out += "<h2 id=findings>Findings</h2>\n";
    append_flags(out, finding_flags(proposal));
}

void append_wage_tables(std::string& out, const Proposal& proposal) {
    if (proposal.wage_tables.empty()) return;
    out +=
        "<h2 id=wages>Wage tables</h2>\n<p class=where>Rates as printed; increases in money and percent are our own "
        "arithmetic, each rate against the one before it; an increase that the proposal states and that does not hold "
        "stands beside ours.</p>\n";
    const std::string currency = currency_of(proposal);
    const auto& tables = proposal.wage_tables;
    for (std::size_t i = 0; i < tables.size(); ++i)
        append_wage_table(out, tables[i], i + 1, i > 0 && tables[i].group == tables[i - 1].group, currency);
}

void append_not_understood(std::string& out, const Proposal& proposal) {
    if (proposal.not_understood.empty()) return;
    out += "<h2 id=left>Not understood</h2>\n";
    for (const NotUnderstood& left : proposal.not_understood) {
        out += "<p class=left>";
        append_element(out, "b", {}, capitalised_sentence(lines_words(left.lines)) + ":");
        out += " ";
        append_text(out, left.text);
        out += "</p>\n";
    }
}

}  // namespace stet::html
