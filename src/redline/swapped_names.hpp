// Names that changed places: the one who pays is the one who was paid.
#pragma once

#include <cstdint>
#include <vector>

#include "redline/change.hpp"
#include "redline/hunks.hpp"

namespace stet {

/// A flag `names-swapped` (high) for every two words with capitals of which, in a block's hunks, either took the
/// other's place: “Landlord” and “Tenant” changed places. Months are no names.
std::vector<Flag> find_swapped_names(const ComparedTexts& texts, const std::vector<std::uint32_t>& hunks);

}  // namespace stet
