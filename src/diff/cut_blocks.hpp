// Paragraphs that were cut in several or put together from several.
#pragma once

#include <vector>

#include "diff/alignment.hpp"
#include "diff/pair_blocks.hpp"

namespace stet {

/// Gives every pair of whole paragraphs, from the pair `first` on, the free neighbours of either side that hold the
/// rest of the other side's text: one pair becomes as many, each with its stretch of the paragraph that was cut or put
/// together.
void cut_blocks(const PrintedDocument& before, const PrintedDocument& after, const Rarity& rarity, std::size_t first,
                std::vector<BlockPair>& pairs);

}  // namespace stet
