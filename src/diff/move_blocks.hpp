// Paragraphs that left their unit, or whose unit has no partner.
#pragma once

#include <span>
#include <vector>

#include "diff/alignment.hpp"
#include "diff/matching.hpp"
#include "diff/pair_blocks.hpp"

namespace stet {

/// Pairs free blocks that say the same wherever they stand: word for word, or alike beyond chance. What stands beside
/// such a block on both sides goes with it. Appends the pairs, as moved where they are out of the order of the others.
void move_blocks(const PrintedDocument& before, std::span<const BlockId> b, const PrintedDocument& after,
                 std::span<const BlockId> a, Matching& matching, std::vector<BlockPair>& pairs);

}  // namespace stet
