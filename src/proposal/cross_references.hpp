// References of a base to units that a proposal repeals or renumbers.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "proposal/apply.hpp"
#include "proposal/splice.hpp"

namespace stet {

/// Adds a remark to each step that repeals or renumbers a unit, or asks that those behind it are renumbered: where the
/// text that stays still speaks of their numbers, alone, in a list or in a range. No reference is changed.
void tell_references(const Document& base, const std::vector<Operation>& operations, const SplicePlan& plan,
                     std::vector<CarriedOut>& steps);

}  // namespace stet
