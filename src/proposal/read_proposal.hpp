// From the blocks of a proposal to what it asks for.
#pragma once

#include <string_view>

#include "grammar/grammar_file.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// Reads the items of a proposal, their instructions, marks and text, and reconciles the three. `document` was read
/// under `grammar`; `marks` says what its marks mean ("new=bold,struck=brackets"), empty where that is to be found out.
/// Throws Error for marks that are not known; what no rule claims is in Proposal::not_understood.
Proposal read_proposal(Document document, const Grammar& grammar, std::string_view marks = {});

}  // namespace stet
