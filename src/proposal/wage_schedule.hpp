// A schedule of rates as one section prints it, before sides printed apart are put together; takes a section's rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "grammar/grammar_file.hpp"
#include "proposal/proposal.hpp"
#include "proposal/wage_columns.hpp"

namespace stet {

/// A raise that is printed beside rates.
struct PrintedRaise {
    enum Kind : std::uint8_t { sum, percent, total };
    Decimal amount;
    Kind kind = sum;
    std::size_t rate = 0;  ///< index of the proposed rate that it leads to; of a total the last
    std::string text;      ///< as printed
};

struct ScheduleRow {
    WageRow row;  ///< its `proposed` has one member for each date of the schedule
    std::vector<PrintedRaise> raises;
    bool raise_only = false;     ///< its amounts are raises and no rates: "Top rate = $.35"
    bool raise_percent = false;  ///< and these are percentages
    bool goes_on = false;        ///< a further tier of the row above: its current cell is blank and belongs there
};

struct WageSchedule {
    std::string classification;
    std::string group;
    bool named = false;   ///< by words of its own: a caption, a column, a row of a matrix
    bool matrix = false;  ///< its steps stood side by side
    bool captions_in_rows = false;
    bool cent_letter = false;          ///< sums bear the cent's letter and a point: ".35c"
    bool run_together = false;         ///< label cells held two things
    bool positions = false;            ///< its dates are names of who asks for the rates
    bool other_money = false;          ///< of contributions, premiums and the like: no wages
    WageSide side = WageSide::unsaid;  ///< of all its rates; unsaid also where it has both sides
    bool both_sides = false;
    bool sided = false;  ///< `side` was set
    std::uint32_t first_line = 0;
    std::uint32_t last_line = 0;
    std::vector<std::string> dates;
    std::vector<ScheduleRow> rows;
};

/// The schedules of a section: one, or one for each classification. None where it holds no money.
std::vector<WageSchedule> read_schedules(const std::vector<WageLine>& lines, const WageSection& section,
                                         const Grammar& grammar);

}  // namespace stet
