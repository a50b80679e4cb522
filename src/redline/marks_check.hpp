// What the authors' marks say against what happened: struck, gone without a mark, standing against a mark.
#pragma once

#include <cstdint>
#include <span>

#include "redline/redline.hpp"

namespace stet {

/// Adds to a section's change what its blocks say of marks: `struck` where the author struck text; where only the
/// after-document is marked (a received draft against its base), `gone_unmarked` for words that are gone though nothing
/// marks them, and `against_mark` for words that stand though a mark says otherwise.
void check_marks(const Redline& redline, std::span<const std::uint32_t> blocks, Change& change);

}  // namespace stet
