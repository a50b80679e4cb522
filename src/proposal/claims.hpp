// Claims about a proposal (highlights, a cover letter) held against its tables and its other operations.
#pragma once

#include "grammar/grammar_file.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// Flags summaries with CLAIM_CONTRADICTED_BY_TABLE, SUMMARY_DIFFERS_FROM_TABLE and THRESHOLD_DIFFERS, naming the rows
/// that refute them, and with DUPLICATE_OF what is said again; periods stated twice with unlike ends get DATE_DIFFERS.
/// What is claimed outside all operations goes to Proposal::findings. To be called when operations and wage tables are
/// read. Never throws.
void test_claims(Proposal& proposal, const Grammar& grammar);

}  // namespace stet
