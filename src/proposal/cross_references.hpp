// References of a base to units that a proposal repeals or renumbers.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "proposal/apply.hpp"

namespace stet {

/// Adds a remark to each step that repeals or renumbers a unit: where the base still speaks of it. No reference is
/// changed.
void tell_references(const Document& base, const std::vector<Operation>& operations, std::vector<CarriedOut>& steps);

}  // namespace stet
