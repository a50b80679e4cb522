// What a table of a page is for, and where its cells stand.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <vector>

namespace stet {

enum class HtmlTableKind : std::uint8_t {
    data,     ///< rows of cells
    layout,   ///< parts of the page: it has one column, headings or tables inside, or role="presentation"
    labelled  ///< paragraphs with their labels in a column of their own
};

/// By the table's own rows and cells; linear in it, tables inside aside.
HtmlTableKind html_table_kind(const GumboNode* table);

/// The columns of one table's rows: cells that reach over several columns or rows are followed by empty cells, so that
/// the cells of a column have the same index.
class HtmlColumns {
public:
    void begin_row();
    /// Columns taken by cells from rows above that come before the next cell; they are passed.
    std::uint32_t taken();
    /// Passes the cell; returns how many columns it covers besides its first.
    std::uint32_t add(const GumboElement& cell);

private:
    std::vector<std::uint32_t> rows_left_;  ///< by column: rows that a cell from above still covers
    std::size_t column_ = 0;
};

}  // namespace stet
