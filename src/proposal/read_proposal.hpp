// From the blocks of a proposal to what it asks for.
#pragma once

#include <string>

#include "grammar/grammar_file.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// What a reader of proposals may be told.
struct ProposalOptions {
    std::string marks;  ///< what marks mean: "new=bold,struck=brackets"; empty: found out from the document
};

/// Reads the items of a proposal, their instructions, marks and text, and reconciles the three. `document` was read
/// under `grammar`. Throws Error for
/// marks that are not known; what no rule claims is in Proposal::not_understood.
Proposal read_proposal(Document document, const Grammar& grammar, const ProposalOptions& options = {});

}  // namespace stet
