// From the blocks of a proposal to what it asks for: the flow.
#include "proposal/read_proposal.hpp"

namespace stet {

Proposal read_proposal(Document document, const Grammar& /*grammar*/) {
    Proposal proposal;
    proposal.document = std::move(document);
    return proposal;
}

}  // namespace stet
