// What the authors' marks say against what happened: struck, gone without a mark, standing against a mark.
#pragma once

#include <cstdint>
#include <span>

#include "redline/redline.hpp"

namespace stet {

/// Whether the after-document is a draft whose marks tell what it changes in the before-document: only it is marked,
/// and its strikes account for a quarter at least of the blocks in which words are gone.
bool is_marked_draft(const Redline& redline);

/// Adds to a section's change what its blocks say of marks: `struck` where the author struck text that the other side
/// does not strike; in a marked draft
/// `gone_unmarked` for words that are gone though nothing marks them, and `against_mark` for words that stand though a
/// mark says otherwise.
void check_marks(const Redline& redline, bool marked_draft, std::span<const std::uint32_t> blocks, Change& change);

}  // namespace stet
