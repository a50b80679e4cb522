// The stages of the plain text reader, in the order in which they run over its lines.
#pragma once

#include <string_view>
#include <vector>

#include "document/block.hpp"
#include "readers/plain_text_lines.hpp"

namespace stet::plain_text {

/// Gives running heads, feet and page numbers the role furniture.
///
/// With form feeds: lines at a page's borders that come back on three pages, or whose number keeps step with the pages.
/// Without: page numbers that ascend by one at a page's distance, the lines that come back beside them, and lines that
/// come back at even distances and cut sentences.
void mark_furniture(std::string_view source, std::vector<Line>& lines);

/// Gives entries of tables of contents (leaders or a wide gap, then page numbers that ascend) the role contents, with
/// their wrapped lines and the heading above.
void mark_contents(std::string_view source, std::vector<Line>& lines);

/// Gives lines set in aligned columns the role table and numbers the tables from 1.
void mark_tables(std::string_view source, std::vector<Line>& lines);

/// The rows of lines[begin, end), all of one table: one block a line, a cell for every column.
void append_table_rows(std::string_view source, const std::vector<Line>& lines, std::size_t begin, std::size_t end,
                       std::vector<Block>& blocks);

/// Headings, paragraphs, list items, table rows, contents and furniture, in the order of their first lines.
std::vector<Block> build_blocks(std::string_view source, const std::vector<Line>& lines);

}  // namespace stet::plain_text
