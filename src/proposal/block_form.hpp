// Text in a base's own format: new blocks, stretches under marks, and what stands between two blocks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "proposal/splice.hpp"

namespace stet {

/// New blocks as they stand in the file beside `anchor`, parted as the format parts them; no line end at either end.
/// Rows that come first are rows of the table there, if `in_table`.
std::string form_blocks(const std::vector<NewBlock>& blocks, const Document& base, BlockId anchor, const BaseForm& form,
                        bool in_table);

/// Words under marks. `open_sides`: white space or nothing stands on both sides, so that signs are read as signs.
std::string form_marked(std::string_view text, Marks marks, bool open_sides, const BaseForm& form);

/// Words that stand in the place of others, in a line that has `column` bytes already.
std::string form_words(std::string_view text, std::size_t column, std::string_view margin, const BaseForm& form);

/// What parts two blocks of these kinds.
std::string_view block_gap(BlockKind before, BlockKind after, const BaseForm& form);

/// Whether no empty line parts a block from one of its kind beside it: items of a list, lines.
bool stands_tight(const Document& base, BlockId id);

/// The same beside block `id` of the base, where new items of a list stand as close as those that it has.
std::string_view gap_beside(const Document& base, BlockId id, BlockKind fresh, BlockKind other, const BaseForm& form);

/// How many letters a text has on paper.
std::size_t letters_in(std::string_view text);

/// Where the cells of a row stand in its line of the file; empty where they cannot be found there.
std::vector<std::size_t> cell_columns(const Document& base, BlockId row);

/// The cells of a row as a proposal has them: parted by tabs.
std::vector<std::string_view> cells_of(std::string_view row);

/// Puts the line "|---|" of a table of Markdown below the first of its new rows, with as many columns as that has.
void put_rule(std::string& rows, std::string_view rule);

}  // namespace stet
