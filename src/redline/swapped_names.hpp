// Names that changed places: the one who pays is the one who was paid.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "redline/hunks.hpp"

namespace stet {

using SwappedNames = std::vector<std::pair<std::string, std::string>>;

/// Every two words with capitals of which, in a block's hunks, either took the other's place: Landlord and Tenant.
/// Months are no names.
SwappedNames find_swapped_names(const ComparedTexts& texts, const std::vector<std::uint32_t>& hunks);

}  // namespace stet
