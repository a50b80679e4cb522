// What a careful reader writes in the margin of an operation: gaps between bands, references that cannot be, sentences
// that contradict each other.
#pragma once

#include "proposal/phrases.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// Adds flags to the operations: DUPLICATE_CONTRADICTORY (which also makes one ambiguous), GAP_AT_BOUNDARY,
/// BOUNDARY_DATE, MISSING_REFERENT, CROSS_REFERENCE_SUSPECT, CROSS_REFERENCE_IMPLAUSIBLE,
/// LIST_NUMBERS_COLLIDE_WITH_ITEMS. To be called when all operations are read.
void lint_operations(Proposal& proposal, const ProposalWords& words, const PhraseBook& book);

}  // namespace stet
