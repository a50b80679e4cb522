// Damaged marks, read as what their author must have meant; every such reading carries the code that says so.
//
//   ~~one dollar ($1.00) two dollars ($2.00) an hour~~   one strike over the old sum and the new
//   Article ~~4341~~                                     old and new figures run together
//   ~~eighteen (18)~~ twelve (12) months                 the new figure beside the strike has no mark
//   **old words-new words and more**                     old and new joined by a hyphen under one mark
#pragma once

#include <vector>

#include "proposal/marked_text.hpp"

namespace stet {

inline constexpr std::string_view fused_marks = "FUSED_STRIKE_INSERT";
inline constexpr std::string_view unmarked_insertion = "INSERTION_NOT_MARKED";
inline constexpr std::string_view strike_over_both = "STRIKE_COVERS_OLD_AND_NEW";

/// The pieces of a block with each damaged stretch read as struck and new. Pieces that need no repair stay.
std::vector<MarkedPiece> repaired(const Block& block, const std::vector<MarkedPiece>& pieces);

}  // namespace stet
