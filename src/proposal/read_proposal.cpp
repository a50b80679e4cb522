// From the blocks of a proposal to what it asks for: the flow.
#include "proposal/read_proposal.hpp"

#include "proposal/wage_tables.hpp"

namespace stet {

Proposal read_proposal(Document document, const Grammar& grammar) {
    Proposal proposal;
    proposal.document = std::move(document);
    MoneyTables tables = read_money_tables(proposal.document, grammar);
    proposal.wage_tables = std::move(tables.wages);
    proposal.money_tables = std::move(tables.other);
    return proposal;
}

}  // namespace stet
