// The dates of a term: those that a proposal sets in the place of those that the base states.
#pragma once

#include <cstdint>

#include "proposal/proposal.hpp"
#include "proposal/set_values.hpp"
#include "proposal/text_of_base.hpp"

namespace stet {

/// Puts the dates that an operation sets in the place of those in the one paragraph of the range that states as many,
/// each time it names them. Where the base says them elsewhere, too, is told.
SetValues set_dates(const Document& base, BlockRange within, const Operation& operation, std::uint32_t by);

}  // namespace stet
