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
    /// How many other blocks of both documents hold nearly all runs of either unit of a pair.
    std::uint32_t copies(std::size_t pair) const;

private:
    /// How many runs of a pair there are, or stand in a block: of either unit, and common to both; these as often as a
    /// block says them.
    struct Runs {
        std::uint32_t before = 0, after = 0, shared = 0;
    };
    struct Holder {
        std::uint32_t pair;
        bool before, after;  ///< in which of its units the run stands
    };
    static void add(Runs& runs, Holder holder, std::uint32_t times);
    /// What other blocks of a side have of a pair: the most of the common runs that one has, and how many say one of
    /// its units word for word.
    struct Others {
        std::uint32_t most = 0, copies = 0;
    };
    std::vector<Others> count(const DocumentSide& side, NodeId Candidate::*own) const;

    const std::vector<Candidate>& pairs_;
    std::unordered_map<std::uint64_t, std::vector<Holder>> holders_;  ///< run -> pairs
    std::vector<bool> seen_;                                          ///< a sieve before the look-up in holders_
    std::vector<Runs> runs_;                                          ///< by pair
    std::array<std::vector<Others>, 2> others_;                       ///< by side, by pair
};

/// For each pair whether another block, or a unit that is not much longer, holds more than such a share, by weight, of
/// the words common to both.
std::vector<bool> stand_elsewhere(const Matching& matching, const std::vector<Candidate>& pairs, float most);

}  // namespace stet
