// The rows of a three-way redline: the base's blocks in order, between them what the parties insert or move there.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "diff/alignment.hpp"
#include "redline/redline.hpp"
#include "redline/three_way_edits.hpp"

namespace stet {

/// A row before it is printed: where it stands on each side, and its edits cell by cell (one cell where it is no table
/// row).
struct ThreeWayRow {
    BlockStatus status = BlockStatus::unchanged;
    BlockId base = none;
    Span base_text;
    bool table_row = false;
    PartyBlock party;
    std::array<std::uint32_t, 2> row = {none, none};  ///< the block of each party's redline whose edits stand here
    std::array<std::uint32_t, 2> moved_row = {none, none};  ///< on the stub of a move: the block that carries the text
    std::uint32_t continues = none;
    std::vector<std::vector<JointEdit>> cells;
};

/// Rows in reading order; takes the redlines of the base against each party.
std::vector<ThreeWayRow> three_way_rows(const std::array<const Redline*, 2>& redlines, const Alignment& between);

}  // namespace stet
