// Our own arithmetic on a wage table, and what is printed held against it; exact decimals throughout.
#pragma once

#include "proposal/proposal.hpp"
#include "proposal/wage_schedule.hpp"

namespace stet {

/// Fills a row's increases, percentages and totals from its rates. Where a rate is not printed, they have no value.
/// Positions of sides are each held against the rate in force, and have no total.
void compute_increases(WageRow& row, bool positions = false);

/// The columns of the table are positions of sides, which its flag says.
bool tells_positions(const WageTable& table);

/// Holds the raises printed in each row against ours, and flags rates that fall, thresholds that move, rates that are
/// not printed and steps that fall behind the one below. `rows` are the rows of `table` before they were put there, one
/// for one, with their printed raises. Linear in the table.
void check_rows(WageTable& table, const std::vector<ScheduleRow>& rows, const WageWords& words);

}  // namespace stet
