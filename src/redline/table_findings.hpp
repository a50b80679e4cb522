// What became of the tables of a redline: columns that came, went, moved or got another name; tables that became lists.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_set>
#include <vector>

#include "diff/table_diff.hpp"
#include "document/weighty_words.hpp"
#include "redline/redline.hpp"
#include "redline/rewritten_tables.hpp"

namespace stet {

/// Whether a row moved within the table or the tables of one section.
bool is_reordered_row(const Redline& redline, const RedlineBlock& row);

class TableFindings {
public:
    explicit TableFindings(const Redline& redline);

    /// Adds to a change what its section's blocks say of their tables: the flags `column-added`, `column-removed`,
    /// `row-added`, `row-removed` (medium), `row-moved`, `column-moved`, `column-renamed` (low), and where the rows of
    /// a table stand again as paragraphs or list items, or the reverse, `table-to-list` or `list-to-table` (medium)
    /// with the values that changed on the way. Gives the blocks whose values are told so, and heads, which have none.
    ToldBlocks describe(std::span<const std::uint32_t> blocks, Change& change) const;

    /// The values that changed in a pair of rows: as `find_value_changes`, but a column that moved is compared with
    /// itself, the cells of one that came or went are told by its flag, and amounts without a sign in a column of sums
    /// are money.
    std::vector<ValueChange> values(const RedlineBlock& row, std::vector<Flag>& flags) const;

    /// The wording flags of a pair of rows, a column that moved compared with itself.
    std::vector<Flag> flags(const RedlineBlock& row, const WeightyWords* words) const;

    /// The values of a row that came or went, behind its first cell, by which it is named; of bare numbers those that
    /// open a cell.
    std::vector<ValueChange> lone_values(const RedlineBlock& row) const;

private:
    bool has_line_numbers(const Block& before, const Block& after) const;
    bool has_sums(const Block& row, std::uint32_t cell) const;
    const ColumnPairs* columns_of(const RedlineBlock& row) const;
    void flag_columns(const ColumnPairs& columns, Change& change) const;
    void flag_rows(std::span<const std::uint32_t> rows, FlagSeverity severity, const char* code, const char* what,
                   Change& change) const;
    /// The edits of a pair of rows that are to be compared by themselves, with the column of the text after.
    struct ComparedCell {
        std::vector<Edit> edits;
        std::uint32_t column;
        bool is_of_new_column = false;  ///< of a titled column that came: its words are told by the column's flag
    };
    void add_lone_values(const Block& row, bool gone, std::uint32_t cell, std::span<const Edit> edits,
                         std::vector<ValueChange>& out) const;
    std::vector<ComparedCell> compared_cells(const RedlineBlock& row, const ColumnPairs& columns) const;

    const Redline& redline_;
    TablePairs tables_;
    std::unordered_set<std::uint32_t> counted_before_;  ///< tables whose rows are counted in their first cells
    std::unordered_set<std::uint32_t> counted_after_;
    std::vector<std::vector<bool>> has_sums_;  ///< by table of the text after, by column: a cell has a sign of currency
};

}  // namespace stet
