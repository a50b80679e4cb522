// The rows of wage tables that a claim is about, and what they rise by.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammar/wage_words.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// A row and its table; both outlive it.
struct ClaimRow {
    const WageTable* table = nullptr;
    const WageRow* row = nullptr;

    /// "Dockhands, “Start” (line 12)".
    std::string text() const;
    std::uint32_t line() const { return row->line_current != 0 ? row->line_current : row->line_new; }
};

using ClaimRows = std::vector<ClaimRow>;

/// All rows.
ClaimRows all_rows(const std::vector<WageTable>& tables);
/// The last step of each schedule; of schedules without steps all rows.
ClaimRows top_rows(const std::vector<WageTable>& tables, const WageWords& words);
/// The first step of each schedule that has steps.
ClaimRows starting_rows(const std::vector<WageTable>& tables, const WageWords& words);
/// Rows of schedules whose classification is named in the key, or whose group or name is of the leaders it speaks of.
ClaimRows rows_named(std::string_view key, const std::vector<WageTable>& tables, const WageWords& words);

/// Whether the rows of a table are steps of one classification.
bool has_steps(const WageTable& table, const WageWords& words);

/// "$1.05".
std::string dollars(const Decimal& amount);

/// Up to `most` rows in words, and how many more there are.
std::string rows_text(const ClaimRows& rows, std::size_t most = 4);

}  // namespace stet
