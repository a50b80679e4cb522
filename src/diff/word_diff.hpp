// The words of one stretch against those of another: edits that a careful person would have made.
#pragma once

#include <string>
#include <vector>

#include "diff/edit.hpp"
#include "document/document.hpp"

namespace stet {

/// A stretch of a block's text in its document.
struct Stretch {
    const Document& document;
    BlockId block;
    Span text;
};

/// Edits from one stretch to the other.
///
/// A longest common subsequence of the words (punctuation follows the words), then made readable: sums, dates and
/// number-word pairs change whole, no island of one or two words is kept inside a replacement unless it is a number
/// or a name, a sentence or a stretch that keeps less than half of its words is replaced whole, and an insertion
/// stands after the strike. Labels are compared with labels. Edits break where a fragment begins on either side.
std::vector<Edit> word_diff(const Stretch& before, const Stretch& after);

/// Edits of a stretch that stands on one side only: one edit, asides apart.
std::vector<Edit> one_sided(const Stretch& stretch, EditOp op);

}  // namespace stet
