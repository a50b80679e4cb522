// A number that one side types and the other counts is the same number.
//
//   before (typed):    1. Holiday pay is …      after (counted):   1. | Holiday pay is …
//   wrong:             [-1.-] Holiday pay is …
//   ours:              no change: the typed number is equal to nothing typed, and both are kept as they are
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "diff/edit.hpp"
#include "document/block.hpp"

namespace stet {

/// Bytes at the start of `typed` that are the number that the format counts for `counted`, blanks behind it included;
/// 0 where they are not.
std::uint32_t answered_number(std::string_view typed, const Block& counted);

/// Makes the strike or insertion of such a number at the head of two blocks' edits an equal stretch, empty on the side
/// that counts.
void answer_numbers(std::vector<Edit>& edits, const Block& before, const Block& after);

}  // namespace stet
