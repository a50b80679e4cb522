// What tables of money tell the operations in whose lines they stand: sums, findings, and whose they are.
#pragma once

#include "proposal/proposal.hpp"

namespace stet {

/// Gives each table its item, and the innermost operation around it (no note) the table's sums and the findings of its
/// rows, each code once with how often it occurs. Sums and labels that are read and not printed make an operation that
/// was certain inferred. To be called when operations and tables are read.
void join_tables(Proposal& proposal);

}  // namespace stet
