// A redline said as instructions: what is to be struck, inserted, moved and renumbered in the before-document so that
// it says what the after-document says.
#pragma once

#include <vector>

#include "proposal/proposal.hpp"
#include "redline/redline.hpp"

namespace stet {

/// Operations in the order of the before-document, renumbering last; targets are addresses of the before-document
/// (Addresses). Carried out on it they give the after-document word for word. Differences of typography only, contents
/// and furniture are left out. Not for three-way redlines.
std::vector<Operation> build_instructions(const Redline& redline);

}  // namespace stet
