// The rows of a document's tables and the lines between them, in one list; takes blocks, also those whose columns are
// kept apart by tabs or blanks only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "grammar/wage_words.hpp"
#include "proposal/wage_cell.hpp"

namespace stet {

/// A row of a table, or a line of text between tables.
struct WageLine {
    std::uint32_t line = 0;
    std::uint32_t last_line = 0;
    std::uint32_t table = 0;  ///< rows of one table have one number; 0 for text
    bool heading = false;     ///< text: a heading, a numbered item, or the opening of a unit
    bool list = false;        ///< text: a list item without a label of a unit
    std::string text;         ///< of a line of text, white space folded
    std::vector<WageCell> cells;

    bool is_row() const { return table != 0; }
};

/// The document's words without struck ones; a column in which sums are struck beside others becomes two, the first
/// with what was, under a heading of `words.current`. Time is linear in the document.
std::vector<WageLine> read_wage_lines(const Document& document, const WageWords& words);

}  // namespace stet
