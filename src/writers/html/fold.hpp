// Which blocks stand open and which are folded away under a line that says how much did not change.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "writers/html/view.hpp"

namespace stet::html {

/// Blocks [begin, end) of the redline, shown or folded.
struct FoldStretch {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool folded = false;
    std::uint32_t words = 0;  ///< of a folded stretch
};

/// Cuts the redline into stretches, in order and without a gap. A changed unit stands open whole, with the headings
/// over it; long unchanged text around a change, and all else, is folded.
std::vector<FoldStretch> plan_folds(const View& view);

/// "Articles 2 to 4: 11 sections unchanged (2,940 words)".
std::string fold_title(const View& view, const FoldStretch& stretch);

/// Whether a block goes on inside the paragraph of the block it continues (cut by a page, not into two paragraphs).
bool runs_on(const View& view, std::uint32_t block, std::uint32_t previous);

}  // namespace stet::html
