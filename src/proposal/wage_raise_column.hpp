// Which rates the only column of raises beside several dates is about.
#pragma once

#include "proposal/wage_schedule.hpp"

namespace stet {

/// A column of raises behind the rates of several dates may tell the first raise, the last one or all of them together:
/// takes what holds in most rows; where none holds in any, the raise to the rate beside the column. Does nothing where
/// rows have several raises.
void settle_raise_column(WageSchedule& schedule);

}  // namespace stet
