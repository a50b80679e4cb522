// Puts together what is printed apart: a schedule in force and the one that takes its place, the years of one schedule.
#pragma once

#include <vector>

#include "proposal/wage_schedule.hpp"

namespace stet {

/// The schedules of one section, in order.
using SectionSchedules = std::vector<WageSchedule>;

/// A schedule with the findings of its pairing.
struct PairedSchedule {
    WageSchedule schedule;
    std::vector<Flag> flags;
};

/// Joins each section to the one before it, or to the last of the same name, that it continues. Rows are paired by
/// their labels where these are the same in another order or number, by position where the counts match, else by the
/// increases printed beside the rates in force; what pairs by none of these is kept apart and flagged. Linear.
std::vector<PairedSchedule> pair_schedules(std::vector<SectionSchedules> sections);

}  // namespace stet
