// What a proposal says of itself before its items: title, date, whose it is, on what conditions it is made.
#pragma once

#include <string>
#include <vector>

#include "proposal/items.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// The full date nearest to the document's title, ISO; else the first of its beginning; empty where there is none.
std::string document_date(const Document& document, BlockId preamble_end, const PhraseBook& book,
                          const ProposalWords& words);

/// Sets title, date and party.
void read_document_facts(Proposal& proposal, const Items& items, const PhraseBook& book, const ProposalWords& words);

/// Conditions and claims of the preamble as findings; what says neither goes to Proposal::not_understood.
void read_preamble(Proposal& proposal, const Items& items, const PhraseBook& book);

/// Rows of the preamble's tables that no wage table has go to Proposal::not_understood, a stretch a table.
void account_for_rows(Proposal& proposal, BlockId preamble_end);

}  // namespace stet
