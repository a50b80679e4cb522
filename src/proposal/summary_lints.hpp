// What a proposal says of itself, held against what it prints: gists of a text against the text, highlights against
// the demands, the units that a preamble names against the tables.
#pragma once

#include "proposal/phrases.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// Flags SUMMARY_DIFFERS_FROM_TEXT where lines that sum up a section and the section printed below them, or a highlight
/// and the one demand about its subject, tell other amounts; SCOPE_DIFFERS where the preamble takes in no more than one
/// group of a place and the tables for it set the rates of others. To be called when operations and wage tables are
/// read.
void lint_summaries(Proposal& proposal, const PhraseBook& book);

}  // namespace stet
