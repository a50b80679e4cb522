// Cells of lines that are a table to the eye only: parted by tabs, or by blanks that stand under each other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stet {

/// Cells of each line, as many in every line; empty where most lines have one cell only, or where there are more
/// columns than a table of rates has. `least_gap` blanks part two cells of a line without tabs. Linear, but for
/// sorting.
std::vector<std::vector<std::string>> cut_text_columns(const std::vector<std::string_view>& lines,
                                                       std::size_t least_gap);

bool has_tab(std::string_view line);

}  // namespace stet
