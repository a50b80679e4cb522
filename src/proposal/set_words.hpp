// An amount in running text that a proposal sets without printing the old one: "increase the limit to 1,200 hours".
#pragma once

#include <cstdint>
#include <vector>

#include "proposal/proposal.hpp"
#include "proposal/set_values.hpp"

namespace stet {

/// Puts the one amount that an operation describes in the place of the one amount of that kind which the blocks state,
/// or of the one that follows its subject's words there. Where none or several fit, nothing is set and all are named.
SetValues set_words(const Document& base, const std::vector<BlockId>& blocks, const Operation& operation,
                    std::uint32_t by);

}  // namespace stet
