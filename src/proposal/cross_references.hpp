// References of a base to units that a proposal repeals or renumbers.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "proposal/apply.hpp"
#include "proposal/renumber.hpp"
#include "proposal/splice.hpp"

namespace stet {

/// Adds a remark to each step that repeals or renumbers a unit: where the text that stays still speaks of its number,
/// alone, in a list or in a range. No reference is changed.
void tell_references(const Document& base, const std::vector<Operation>& operations, const SplicePlan& plan,
                     std::vector<CarriedOut>& steps);

/// Adds remarks on what an operation renumbers: which unit has which number now, and where the old ones still stand,
/// the renumbered units themselves among these.
void tell_renumbered(const Document& base, const Renumbering& made, const SplicePlan& plan, CarriedOut& step);

}  // namespace stet
