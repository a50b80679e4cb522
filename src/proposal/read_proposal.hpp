// From the blocks of a proposal to what it asks for.
#pragma once

#include "grammar/grammar_file.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// Reads the items of a proposal, their instructions, marks and text, and reconciles the three. `document` was read
/// under `grammar`. Never throws; what no rule claims is in Proposal::not_understood.
Proposal read_proposal(Document document, const Grammar& grammar);

}  // namespace stet
