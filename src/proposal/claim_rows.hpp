// The rows of wage tables that a claim is about, and what they rise by.
#pragma once

#include <optional>
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

/// A wage table, which outlives it, and what claims ask of it.
struct ClaimTable {
    const WageTable* table = nullptr;
    std::string name;        ///< its classification as a key
    bool has_steps = false;  ///< its rows are steps of one classification
    bool of_leaders = false;
    std::vector<std::optional<Decimal>> opens_at;  ///< by row: the lowest amount of a tier without an upper end
};

std::vector<ClaimTable> claim_tables(const std::vector<WageTable>& tables, const WageWords& words);

/// All rows.
ClaimRows all_rows(const std::vector<ClaimTable>& tables);
/// The last step of each schedule; of schedules without steps all rows.
ClaimRows top_rows(const std::vector<ClaimTable>& tables);
/// The first step of each schedule that has steps.
ClaimRows starting_rows(const std::vector<ClaimTable>& tables);
/// Rows of schedules whose classification is named in the key, or whose group or name is of the leaders it speaks of.
ClaimRows rows_named(std::string_view key, const std::vector<ClaimTable>& tables, const WageWords& words);

/// "$1.05".
std::string dollars(const Decimal& amount);

/// Up to `most` rows in words, and how many more there are.
std::string rows_text(const ClaimRows& rows, std::size_t most = 4);

}  // namespace stet
