// Tables that left their unit whole.
#pragma once

#include <span>
#include <vector>

#include "diff/pair_blocks.hpp"

namespace stet {

/// Pairs the rows of tables of which every row is free and half are equal, in order; they are marked as moved.
/// `b` and `a` are the free blocks of both sides, ascending.
std::vector<BlockPair> move_tables(const PrintedDocument& before, std::span<const BlockId> b,
                                   const PrintedDocument& after, std::span<const BlockId> a, const Rarity& rarity);

}  // namespace stet
