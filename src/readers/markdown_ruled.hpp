// Simple and multiline tables of Markdown (pandoc's dialect): columns under runs of dashes.
#pragma once

#include <cstdint>
#include <vector>

#include "readers/markdown_grid.hpp"
#include "text/source.hpp"

namespace stet {

/// Looks for a table from `line` on: a title line over runs of dashes, with rows up to a blank line; or rows between
/// two such lines; or, between lines of dashes, rows of several lines that blank ones part. None where a word stands
/// across the borders of two columns, where a line of dashes that ends it does not reach over all columns, or, without
/// a title, where a row has only its first cell. `may_open_frame`: false where an earlier look at lines between dashes
/// passed this line (`seen`).
GridLines find_ruled(const Source& source, std::uint32_t line, bool may_open_frame);

/// The rows of lines [first, last] of such a table.
std::vector<GridRow> ruled_rows(const Source& source, std::uint32_t first, std::uint32_t last);

}  // namespace stet
