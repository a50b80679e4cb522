// Where the blocks of a base stand in its file, and what goes behind or before them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "document/source_map.hpp"
#include "proposal/splice.hpp"

namespace stet {

/// Where a block stands: whole lines of the file, or a part of a line.
struct Extent {
    std::vector<Span> parts;
    bool own_lines = true;
};

/// Where new columns begin, in letters of a line.
struct NewColumns {
    std::size_t first = 0;
    std::size_t step = 0;
};

/// Offsets are bytes of the file.
class FilePlaces {
public:
    FilePlaces(const Document& base, const BaseForm& form) : base_(base), form_(form) {}

    const std::optional<SourceMap>& map_of(BlockId id);

    /// Lines of the file where the block has them for itself, else its words with their signs.
    std::optional<Extent> extent_of(BlockId id);

    /// Where the line begins of which only blanks stand before `at`; `at` itself where there is more.
    std::uint32_t line_begin(std::uint32_t at) const;

    /// The line "|---|" below the head of a table of Markdown.
    std::optional<Span> line_below_head(BlockId id) const;

    BlockId first_row(BlockId row) const;

    /// The line below the head of the table that a row belongs to; empty where it has none.
    std::string_view rule_of(BlockId row) const;

    /// Behind the line's end; behind the empty lines, too, where one stands before `begin` that parts what is left.
    std::uint32_t behind_empty_lines(std::uint32_t begin, std::uint32_t end) const;

    /// A heading or list item of Markdown behind which text stands in the next line: a paragraph or item that comes
    /// between them is no part of that.
    bool stands_over_text(BlockId id, std::uint32_t at) const;

    /// Of HTML before the element that the block fills.
    std::uint32_t place_before(BlockId id, const Extent& extent) const;
    std::uint32_t place_behind(BlockId id, const Extent& extent) const;

    /// Text that follows a row of a table of elements stands behind the table.
    std::uint32_t behind_table(BlockId id, std::uint32_t at) const;

    /// Whether the rows of a table are elements that do not stand without those around them.
    bool writes_elements(BlockId id) const;

    /// Behind the last column of a table whose columns blanks draw. Nothing where its rows are not one line each.
    std::optional<NewColumns> columns_behind(BlockId row);

private:
    std::string_view file() const { return base_.source.text(); }
    bool shares(BlockId first, BlockId second) const;
    std::uint32_t behind_front_matter(std::uint32_t at) const;
    std::optional<NewColumns> measure_table(BlockId row) const;

    const Document& base_;
    const BaseForm& form_;
    std::map<BlockId, std::optional<SourceMap>> maps_;
    std::map<std::uint32_t, std::optional<NewColumns>> columns_;  ///< by table
};

}  // namespace stet
