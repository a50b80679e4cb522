// What a three-way redline says, counted and listed: who changes what, where both do the same, where they differ.
#pragma once

#include <array>

#include "redline/redline.hpp"

namespace stet {

/// Fills in `counts`, `typographic` and `changes` from sections and blocks; takes the redlines of the base against each
/// party for their facts. A section gives up to four changes, conflicts first: where the parties differ on the same
/// words, what both do, what only the one does and what only the other.
void describe_three_way(Redline& redline, const std::array<const Redline*, 2>& redlines);

}  // namespace stet
