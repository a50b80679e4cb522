// Chooses rows by place and by name.
#include "proposal/claim_rows.hpp"

#include <algorithm>
#include <utility>

#include "proposal/letters.hpp"
#include "quantity/quantity.hpp"

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

bool has_steps(const WageTable& table, const WageWords& words) {
    const auto steps =
        std::count_if(table.rows.begin(), table.rows.end(), [&](const WageRow& row) { return is_step(row, words); });
    return table.rows.size() > 1 && static_cast<std::size_t>(steps) * 2 > table.rows.size();
}

/// The amount that belongs to a tier without an upper end, the lowest of it: "$500,000 or more", "500,000+".
std::optional<Decimal> opens_at(std::string_view tier, const WageWords& words) {
    if (!tier.ends_with('+') && !says(phrase_key(tier), words.or_more)) return std::nullopt;
    const std::vector<Quantity> found = find_quantities(tier);
    return found.size() == 1 ? std::optional(found.front().amount) : std::nullopt;
}

void add_rows(const WageTable& table, ClaimRows& out) {
    for (const WageRow& row : table.rows) out.push_back({&table, &row});
}

}  // namespace

std::vector<ClaimTable> claim_tables(const std::vector<WageTable>& tables, const WageWords& words) {
    std::vector<ClaimTable> out;
    for (const WageTable& table : tables) {
        const std::string name = phrase_key(table.classification);
        const bool of_leaders = says(name, words.leaders) || says(phrase_key(table.group), words.leaders);
        ClaimTable one{&table, name, has_steps(table, words), of_leaders, {}};
        for (const WageRow& row : table.rows) one.opens_at.push_back(opens_at(row.step_new, words));
        out.push_back(std::move(one));
    }
    return out;
}

ClaimRows all_rows(const std::vector<ClaimTable>& tables) {
    ClaimRows out;
    for (const ClaimTable& one : tables) add_rows(*one.table, out);
    return out;
}

ClaimRows top_rows(const std::vector<ClaimTable>& tables) {
    ClaimRows out;
    for (const ClaimTable& one : tables) {
        const std::vector<WageRow>& rows = one.table->rows;
        if (rows.empty()) continue;
        const bool unknown = rows.size() == 1 && is_figure(rows.front().step_current);  // one of unknown steps
        if (one.has_steps)
            out.push_back({one.table, &rows.back()});
        else if (!unknown)
            add_rows(*one.table, out);
    }
    return out;
}

ClaimRows starting_rows(const std::vector<ClaimTable>& tables) {
    ClaimRows out;
    for (const ClaimTable& one : tables)
        if (one.has_steps) out.push_back({one.table, &one.table->rows.front()});
    return out;
}

ClaimRows rows_named(std::string_view key, const std::vector<ClaimTable>& tables, const WageWords& words) {
    const bool leaders = says(key, words.leaders);
    ClaimRows out;
    for (const ClaimTable& one : tables) {
        const bool named = one.name.size() > 2 && key.find(one.name) != std::string_view::npos;
        if (named || (leaders && one.of_leaders)) add_rows(*one.table, out);
    }
    return out;
}

}  // namespace stet
