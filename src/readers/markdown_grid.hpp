// Grid tables of Markdown (pandoc's dialect): borders of "+---+", rows of one line or several between bars.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/source.hpp"

namespace stet {

/// The border that begins at a line, and what hangs on it.
struct GridLines {
    std::uint32_t last = 0;  ///< the table's last border; 0: no table
    std::uint32_t seen = 0;  ///< lines looked at: a table can begin no earlier than behind them
};

/// Looks for a grid table from `line` on: a border, lines between bars, a border.
GridLines find_grid(const Source& source, std::uint32_t line);

/// Lines [first_line, last_line] of one row; a cell's lines are joined by blanks.
struct GridRow {
    std::uint32_t first_line = 1;
    std::uint32_t last_line = 1;
    std::vector<std::string> cells;
};

/// The rows of lines [first, last] of a grid table. A cell over several columns leaves the ones behind its first empty;
/// a border that stops at a cell (one over several rows) ends the row for all cells.
std::vector<GridRow> grid_rows(const Source& source, std::uint32_t first, std::uint32_t last);

}  // namespace stet
