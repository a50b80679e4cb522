// Which words of earlier rounds a round takes over by saying that it accepts them.
#pragma once

#include <cstdint>
#include <vector>

#include "proposal/proposal.hpp"
#include "report/ledger.hpp"

namespace stet {

/// A stance of a subject that is accepted.
struct AcceptedStance {
    std::size_t subject = 0;   ///< index into the subjects
    std::uint32_t stance = 0;  ///< index into Subject::stances
};

/// What an operation of `round` accepts (Operation::acceptance): the last words of the side it speaks of, or those of
/// the day it names, on every subject at its place. Empty where that cannot be told: an exception is made, no round has
/// that day, no place is named, or several subjects stand there and other words may say which of them is meant.
std::vector<AcceptedStance> accepted_stances(const std::vector<Proposal>& rounds, const std::vector<Subject>& subjects,
                                             std::uint32_t round, const Operation& operation);

}  // namespace stet
