// Moves in a part that earlier authors' moves went through: each has both ends, or is none.
//
//   kept of an earlier move:   <w:moveTo>The deposit …</w:moveTo>, its w:moveFrom gone with the words that it stood in
//   wrong:                     an end of a move alone, or a range that ends before it begins
//   ours:                      <w:ins>The deposit …</w:ins>, by the author and of the date that the move had
#pragma once

#include <string>
#include <string_view>

namespace stet::docx {

/// Whether a range of either end is named otherwise, or more often, than those of the other end.
bool has_lone_range(std::string_view content);

/// The content of a part, written out, with every end of a move that has no other one as an insertion or a deletion,
/// without the signs of its range; a range that ends before it begins ends behind its paragraphs (ECMA-376 Part 1,
/// 17.13.5.21 to 17.13.5.28).
std::string with_whole_moves(const std::string& content);

}  // namespace stet::docx
