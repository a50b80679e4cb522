// Rows and cells of tables: which became which.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "document/document.hpp"

namespace stet {

/// How well two rows fit: more than 0.7 for the same key, else their likeness (0 to 1).
float row_score(const Document& before, BlockId b, const Document& after, BlockId a, float likeness);

/// (cell of before, cell of after) in reading order; none where a cell has no partner. Equal cells pair first; what is
/// left between them pairs in order.
using CellPairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
CellPairs pair_cells(const Document& before, BlockId b, const Document& after, BlockId a);

}  // namespace stet
