// How much of what two units share stands in some other text of either document: what is common proves nothing.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "diff/matching.hpp"

namespace stet {

/// Counts the runs of three words ("shingles", Broder 1997) that each pair of units has in common, in every other
/// block. One pass over both documents, whatever the number of pairs.
class Elsewhere {
public:
    /// `pairs` must outlive it.
    Elsewhere(const Matching& matching, const std::vector<Candidate>& pairs);

    /// Share of the runs common to a pair that the one other block with most of them has; 0 where none are common.
    float share(std::size_t pair) const;

private:
    /// By pair: most of its runs that one other block of a side has.
    std::vector<std::uint32_t> count(const DocumentSide& side, NodeId Candidate::*own) const;

    const std::vector<Candidate>& pairs_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> holders_;  ///< run -> pairs
    std::vector<bool> seen_;                                                 ///< a sieve before the look-up in holders_
    std::vector<std::uint32_t> shared_;
    std::array<std::vector<std::uint32_t>, 2> most_;  ///< by side, by pair
};

}  // namespace stet
