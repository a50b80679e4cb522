// In which order the stretches of both documents are read: the after-document's, with what is gone where it was.
#pragma once

#include <vector>

#include "diff/alignment.hpp"
#include "document/document.hpp"

namespace stet {

/// A stretch to show: a pair in its place (both sides), or one side of it: deleted, inserted, or an end of a move.
struct ReadingStep {
    std::uint32_t pair = none;  ///< index into Alignment::blocks, none for what is inserted or deleted
    BlockId before = none;      ///< set where the step stands on the before side
    BlockId after = none;       ///< set where it stands on the after side
};

/// Every block stretch of both sides once; a moved pair gives two steps, one a side.
std::vector<ReadingStep> reading_order(const Document& before, const Document& after, const Alignment& alignment);

}  // namespace stet
