// The edits that an author's marks are: takes the two faces of one text, guesses nothing.
#pragma once

#include <vector>

#include "diff/edit.hpp"
#include "diff/word_diff.hpp"

namespace stet {

/// Edits from a stretch of a before-face to its stretch of the after-face: what the one has struck is deleted, what the
/// other has written in is inserted, the rest is equal. Where both meet the insertion follows the strike. Both
/// stretches must hold the same text outside those marks, white space at their ends aside.
std::vector<Edit> marked_edits(const Stretch& before, const Stretch& after);

}  // namespace stet
