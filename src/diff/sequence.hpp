// Sequences of keys: common subsequences and increasing spines. The only file that knows dtl.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace stet {

/// Pairs (index in before, index in after) of equal keys, both ascending: a longest common subsequence where the
/// part between the common ends is small or has unique keys to hold on to, a good one otherwise. Near linear.
std::vector<std::pair<std::uint32_t, std::uint32_t>> common_subsequence(std::span<const std::uint64_t> before,
                                                                        std::span<const std::uint64_t> after);

/// Indices of a heaviest strictly increasing subsequence of `values`, ascending. O(n log n).
/// Fredman 1975 for the unweighted form; a prefix-maximum tree carries the weights.
std::vector<std::uint32_t> heaviest_increasing(std::span<const std::uint32_t> values,
                                               std::span<const std::uint64_t> weights);

}  // namespace stet
