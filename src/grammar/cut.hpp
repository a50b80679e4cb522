// Cuts a block into several at once.
#pragma once

#include <cstdint>
#include <vector>

#include "document/block.hpp"

namespace stet {

/// The block in parts that begin at the offsets of its text given in `cuts` (rising, inside the text, each with text
/// before and behind it); white space at a cut goes. Parts keep their lines, runs, kind and source spans, the first
/// also the number; `begins` gets the offset at which each part's text begins. Linear in the block. Not for table rows.
std::vector<Block> cut_at(Block block, const std::vector<std::uint32_t>& cuts, std::vector<std::uint32_t>& begins);

}  // namespace stet
