// The words of a redline block as stretches to print, for the writers whose output is text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "redline/redline.hpp"

namespace stet {

/// Words under one op and one set of the author's marks.
struct PrintRun {
    EditOp op = EditOp::equal;
    bool aside = false;
    Marks marks;
    std::string_view text;
    PartySet by = no_party;  ///< three-way: who strikes it or writes it in
    bool conflict = false;
};

/// The edits of a block, or of one cell of a table row, behind the number that its format counts. With `typography` a
/// word whose characters differ though it is the same word stands as deleted and inserted. Views live as long as the
/// redline.
std::vector<PrintRun> print_runs(const Redline& redline, const RedlineBlock& block, std::size_t cell, bool typography);

/// The before words alone of a block, as deleted: what stood where a moved block was.
std::vector<PrintRun> before_runs(const Redline& redline, const RedlineBlock& block, std::size_t cell);

/// The after words alone of a block, as inserted.
std::vector<PrintRun> after_runs(const Redline& redline, const RedlineBlock& block, std::size_t cell);

/// Contents and page furniture: no part of the redline.
bool is_set_aside(const Redline& redline, const RedlineBlock& block);

/// A list item whose sign is no part of its text.
bool has_bullet(const Block& block);

/// Equal though only one side types it: a number that the other side's format counts (diff/answered_number.hpp).
bool is_counted_elsewhere(const Piece& piece);

/// The number that a format counts before a block's text (Block::computed), on either side; empty where there is none.
/// Where only one side counts it and the other types it, both are the counted one; three-way, both are the base's.
struct CountedNumber {
    std::string_view before;
    std::string_view after;
};
CountedNumber counted_number(const Redline& redline, const RedlineBlock& block);

/// That sign: "-", or the number that the format counts and does not write ("3.").
std::string_view item_sign(const Block& block);

/// The units that hold a block on its side, outermost first: "Part 2, 14, (a)"; empty outside all units.
std::string place_of(const Redline& redline, const RedlineBlock& block);

/// Three-way: the same by a party's own numbers, for a block that it puts there.
std::string place_of_party(const Redline& redline, std::uint32_t block, std::size_t party);

}  // namespace stet
