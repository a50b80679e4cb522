// Rows of two tables that are named by values (dates, tiers, bounds), of which none is the same on both sides.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "document/document.hpp"

namespace stet {

/// Pairs (position in `b`, position in `a`), ascending on both sides, of rows between the same neighbours that have no
/// partner: by what stands behind their first cells where that is the same, by the dates where all moved by less than
/// half a step, and in order where there are as many that say the same around their values. What shape and values do
/// not tell stays alone.
std::vector<std::pair<std::size_t, std::size_t>> pair_measured_rows(const Document& before, std::span<const BlockId> b,
                                                                    const Document& after, std::span<const BlockId> a);

}  // namespace stet
