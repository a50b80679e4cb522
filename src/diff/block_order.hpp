// The order in which pairs of blocks stand in one of the documents.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "diff/alignment.hpp"

namespace stet {

/// Indices of the pairs in the order of one side's blocks and of their text; those of one place as they are given.
/// Block numbers are counted off: linear in pairs and blocks.
std::vector<std::uint32_t> in_order_of(std::span<const BlockPair> pairs, BlockId BlockPair::*block,
                                       Span BlockPair::*text);

}  // namespace stet
