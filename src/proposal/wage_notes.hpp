// What stands around a table and says of its dates and amounts something else: footnotes, its own heading.
#pragma once

#include <vector>

#include "proposal/proposal.hpp"
#include "proposal/wage_grid.hpp"

namespace stet {

/// Flags tables, in the order of their lines: EFFECTIVE_DATE_DIFFERS where a footnote gives a column's rates another
/// beginning than its heading, CONDITIONAL_VALUE where one bounds an amount, HEADING_DIFFERS_FROM_TABLE where the
/// caption speaks of one date and the table has others before it. Linear in lines and tables.
void check_notes(std::vector<WageTable>& tables, const std::vector<WageLine>& lines, const WageWords& words);

}  // namespace stet
