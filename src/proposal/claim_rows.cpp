// Chooses rows by place and by name.
#include "proposal/claim_rows.hpp"

#include <algorithm>

#include "proposal/letters.hpp"

namespace stet {

std::string dollars(const Decimal& amount) {
    return amount.is_negative() ? "-$" + amount.negated().text(2) : "$" + amount.text(2);
}

std::string ClaimRow::text() const {
    const std::string& step = row->step_new.empty() ? row->step_current : row->step_new;
    std::string out = table->classification;
    if (!step.empty()) out += (out.empty() ? "“" : " “") + step + "”";
    return out + " (line " + std::to_string(line()) + ")";
}

std::string rows_text(const ClaimRows& rows, std::size_t most) {
    std::string out;
    for (std::size_t i = 0; i < rows.size() && i < most; ++i) (out += i == 0 ? "" : ", ") += rows[i].text();
    if (rows.size() > most) out += " and " + std::to_string(rows.size() - most) + " more";
    return out;
}

ClaimRows all_rows(const std::vector<WageTable>& tables) {
    ClaimRows out;
    for (const WageTable& table : tables)
        for (const WageRow& row : table.rows) out.push_back({&table, &row});
    return out;
}

namespace {

bool is_step(const WageRow& row, const WageWords& words) {
    const std::string& step = row.step_new.empty() ? row.step_current : row.step_new;
    const std::string key = phrase_key(step);
    return opens_with(key, words.step_opens) || says(key, words.step) ||
           (!step.empty() && step.size() <= 2 && step[0] >= '0' && step[0] <= '9');
}

bool is_figure(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace

bool has_steps(const WageTable& table, const WageWords& words) {
    const auto steps =
        std::count_if(table.rows.begin(), table.rows.end(), [&](const WageRow& row) { return is_step(row, words); });
    return table.rows.size() > 1 && static_cast<std::size_t>(steps) * 2 > table.rows.size();
}

ClaimRows top_rows(const std::vector<WageTable>& tables, const WageWords& words) {
    ClaimRows out;
    for (const WageTable& table : tables) {
        if (table.rows.empty()) continue;
        if (has_steps(table, words)) {
            out.push_back({&table, &table.rows.back()});
            continue;
        }
        if (table.rows.size() == 1 && is_figure(table.rows.front().step_current)) continue;  // one of unknown steps
        for (const WageRow& row : table.rows) out.push_back({&table, &row});
    }
    return out;
}

ClaimRows starting_rows(const std::vector<WageTable>& tables, const WageWords& words) {
    ClaimRows out;
    for (const WageTable& table : tables)
        if (has_steps(table, words)) out.push_back({&table, &table.rows.front()});
    return out;
}

ClaimRows rows_named(std::string_view key, const std::vector<WageTable>& tables, const WageWords& words) {
    const bool leaders = says(key, words.leaders);
    ClaimRows out;
    for (const WageTable& table : tables) {
        const std::string name = phrase_key(table.classification);
        const bool named = name.size() > 2 && key.find(name) != std::string_view::npos;
        const bool leads = leaders && (says(name, words.leaders) || says(phrase_key(table.group), words.leaders));
        if (!named && !leads) continue;
        for (const WageRow& row : table.rows) out.push_back({&table, &row});
    }
    return out;
}

}  // namespace stet
