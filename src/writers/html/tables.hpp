// Rows of one table as an HTML table: head, row heads, figures to the right.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "writers/html/view.hpp"

namespace stet::html {

/// Appends the rows (redline blocks of one table, in order) as a table.
void append_table(std::string& out, const View& view, const std::vector<std::uint32_t>& rows);

}  // namespace stet::html
