// What of an item no operation tells of: text around a change, or text that was not understood; takes the operations.
#pragma once

#include <vector>

#include "proposal/items.hpp"
#include "proposal/proposal.hpp"
#include "proposal/steps.hpp"

namespace stet {

/// Adds a finding CONTEXT for paragraphs of a section whose printed text shows what changes, where they ask for nothing
/// themselves, and lists every other paragraph of the item that stands outside the lines of its operations as not
/// understood.
void account_for_text(Proposal& proposal, const ProposalItem& item, const std::vector<Step>& steps,
                      const std::vector<BlockId>& asides, const std::vector<Operation>& operations,
                      const Grammar& grammar, const PhraseBook& book);

}  // namespace stet
