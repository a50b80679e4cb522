// Counts the rows in which each meaning of the column holds.
#include "proposal/wage_raise_column.hpp"

#include <algorithm>
#include <array>

namespace stet {

namespace {

struct Meaning {
    PrintedRaise::Kind kind = PrintedRaise::sum;
    std::size_t rate = 0;
    std::size_t holds = 0;  ///< in so many rows
};

/// What a row's rates rise by under a meaning.
std::optional<Decimal> raise_of(const WageRow& row, const Meaning& meaning) {
    const std::size_t from = meaning.kind == PrintedRaise::total ? 0 : meaning.rate;
    const std::optional<Decimal>& before = from == 0 ? row.current : row.proposed[from - 1];
    const std::optional<Decimal>& after = row.proposed[meaning.rate];
    return before && after ? after->minus(*before) : std::nullopt;
}

bool has_one_sum(const ScheduleRow& row) {
    return row.raises.size() == 1 && row.raises.front().kind == PrintedRaise::sum;
}

}  // namespace

void settle_raise_column(WageSchedule& schedule) {
    if (schedule.dates.size() < 2 || !schedule.both_sides) return;
    for (const ScheduleRow& row : schedule.rows)
        if (row.raises.size() > 1) return;
    const std::size_t last = schedule.dates.size() - 1;
    std::array meanings = {Meaning{PrintedRaise::sum, 0}, Meaning{PrintedRaise::sum, last},
                           Meaning{PrintedRaise::total, last}};
    for (const ScheduleRow& row : schedule.rows)
        if (has_one_sum(row))
            for (Meaning& meaning : meanings) meaning.holds += raise_of(row.row, meaning) == row.raises.front().amount;
    const auto best = std::max_element(meanings.begin(), meanings.end(),
                                       [](const Meaning& a, const Meaning& b) { return a.holds < b.holds; });
    if (best->holds == 0) return;
    for (ScheduleRow& row : schedule.rows) {
        if (!has_one_sum(row)) continue;
        row.raises.front().kind = best->kind;
        row.raises.front().rate = best->rate;
    }
}

}  // namespace stet
