// What a redline says, counted and listed: statuses of sections, one change for each section with findings.
#pragma once

#include "redline/redline.hpp"

namespace stet {

/// Fills in the statuses of sections, `counts`, `typographic` and `changes` from sections and blocks.
void describe_changes(Redline& redline);

}  // namespace stet
