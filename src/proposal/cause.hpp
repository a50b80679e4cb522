// Which changes of a redline base → new come from which operations.
#pragma once

#include <cstdint>
#include <vector>

#include "proposal/apply.hpp"
#include "redline/redline.hpp"

namespace stet {

/// By block of the redline: the operations that touched its block of the base or brought its words into the new text.
std::vector<std::vector<std::uint32_t>> block_causes(const Redline& redline, const Consolidation& consolidation);

/// Writes into each change the items of the operations that caused it: those that touched the words or blocks of the
/// base which it shows, and those whose new bytes hold the words of the new text which it shows.
void name_items(Redline& redline, const Consolidation& consolidation, const std::vector<Operation>& operations);

}  // namespace stet
