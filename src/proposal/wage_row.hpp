// The amounts of one row: rates, raises where rates would stand, raises printed beside them.
#pragma once

#include "proposal/wage_schedule.hpp"

namespace stet {

/// Reads the row's rates into `out`, whose steps are known. `rates` are the places of the columns of rates, that in
/// force first. A row of nothing but raises is one of raises; a raise, or words, among rates leave that rate out and
/// are flagged; a rate with words beside it counts and is flagged.
void read_row_rates(ScheduleRow& out, const WageLine& line, const WageColumns& columns,
                    const std::vector<std::size_t>& rates, const WageWords& words);

/// Reads the raises printed beside the rates: each leads to the nearest proposed rate before it, else to the first.
void read_row_raises(ScheduleRow& out, const WageLine& line, const WageColumns& columns);

}  // namespace stet
