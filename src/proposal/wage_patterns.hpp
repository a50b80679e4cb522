// What strikes in a table only when all of it is seen: an amount that alone breaks the pattern of all others, a date
// that differs from that of the other tables.
#pragma once

#include <vector>

#include "proposal/proposal.hpp"

namespace stet {

/// Flags the row with ARITHMETIC_ANOMALY where every rise of the table, in percent or in money, is that of its column
/// but for those beside one amount, and another amount in its place would make all follow. Linear in the table.
void check_pattern(WageTable& table);

/// Flags tables with EFFECTIVE_DATE_DIFFERS where most others have another day of the same year in the same place.
void check_dates(std::vector<WageTable>& tables);

}  // namespace stet
