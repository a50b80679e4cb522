// Rows, columns and cells of tables: which became which.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "diff/alignment.hpp"
#include "document/document.hpp"

namespace stet {

/// How well two rows fit: more than 0.7 for the same key, else their likeness (0 to 1).
float row_score(const Document& before, BlockId b, const Document& after, BlockId a, float likeness);

/// Pairs rows in no pair of two tables that share other rows: their heads, however they were reworded, and rows that
/// left their place, told by a key that occurs once in either table (moved pairs). Appends to `pairs`.
void pair_lone_rows(const Document& before, const Document& after, std::vector<BlockPair>& pairs);

/// (column or cell of before, of after) in reading order; none where one has no partner.
using CellPairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Which columns of one table became which of another.
struct ColumnPairs {
    std::size_t before_count = 0;
    std::size_t after_count = 0;
    CellPairs in_order;                      ///< every column of both, each where it stands
    CellPairs moved;                         ///< columns that are one and stand in another order; apart in `in_order`
    std::vector<std::string> before_titles;  ///< by column: the words at its head
    std::vector<std::string> after_titles;
    std::vector<BlockId> before_heads;  ///< the rows that the titles are from
    std::vector<BlockId> after_heads;
};

/// The tables that became each other, told by their paired rows, with their columns: paired by title and by equal
/// cells, else in order where both hold figures or both words.
class TablePairs {
public:
    TablePairs() = default;
    TablePairs(const Document& before, const Document& after, std::span<const BlockPair> pairs);

    /// Nothing where the two tables share no row or are too wide to tell.
    const ColumnPairs* find(std::uint32_t before_table, std::uint32_t after_table) const;

private:
    std::map<std::pair<std::uint32_t, std::uint32_t>, ColumnPairs> columns_;
};

/// The cells of two rows in reading order: by the columns of their tables where both rows have all of them, else equal
/// cells first and what is left between them in order.
CellPairs pair_cells(const Document& before, BlockId b, const Document& after, BlockId a, const TablePairs& tables);

}  // namespace stet
