// Three witnesses to what an item asks for, reconciled: its instructions, its marks and its text.
#pragma once

#include <vector>

#include "proposal/items.hpp"
#include "proposal/mark_use.hpp"
#include "proposal/proposal.hpp"
#include "proposal/steps.hpp"

namespace stet {

/// The operations of one item, in reading order, without ids. Where the witnesses agree they are certain; where one
/// reading is best it is given with its flag (inferred); otherwise all readings are (ambiguous).
std::vector<Operation> reconcile(const Document& document, const ProposalItem& item, const std::vector<Step>& steps,
                                 const MarkUse& use, const PhraseBook& book);

}  // namespace stet
