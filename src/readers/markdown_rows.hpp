// Table rows of Markdown: which lines are rows, and their cells.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/source.hpp"

namespace stet {

/// Cells of a row between "|" (an escaped one is no border; bars at the ends of the line are no cells), trimmed.
std::vector<std::string_view> pipe_cells(std::string_view line);

/// Cells of a row parted by tabs, empty ones kept, trimmed.
std::vector<std::string_view> tab_cells(std::string_view line);

/// Whether the line under a header row is "|---|:-:|" with as many columns.
bool opens_pipe_table(std::string_view header, std::string_view delimiter);

/// Consecutive lines that could be rows set with tabs, and how many of them, from the first on, are rows (0: it is
/// prose).
struct TabRows {
    std::uint32_t rows = 0;
    std::uint32_t seen = 0;
};

/// Looks for rows from `line` on: at least two with three cells or more, or at least three with two short cells of
/// which the first is no list label.
TabRows find_tab_rows(const Source& source, std::uint32_t line);

}  // namespace stet
