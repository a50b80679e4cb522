// What the columns of a section hold: steps, classifications, rates of a side and date, raises; takes its heading rows
// and what stands in its rows.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "proposal/wage_section.hpp"

namespace stet {

struct WageColumn {
    enum Role : std::uint8_t {
        blank,
        label,           ///< words: a step, a tier, a name
        classification,  ///< words that name whose rate it is
        hours,           ///< figures that are no money
        rate,
        raise,          ///< what the rate before it rises by
        total_raise,    ///< what rates rise by over all years
        percent_raise,  ///< the same as `raise` in percent
    };
    Role role = blank;
    WageSide side = WageSide::unsaid;  ///< of rates
    std::string effective;             ///< of rates: ISO or as printed; empty where it is not said
    std::string step;                  ///< of rates whose heading is a step or a name and no date
    std::string heading;               ///< as printed
};

/// The columns of a section. Those from `right` on stand on the side of what is new, beside those of what is in force,
/// with labels of their own; `right` is the number of columns where there is no such side.
struct WageColumns {
    std::vector<WageColumn> all;
    std::size_t right = 0;
    bool positions = false;  ///< they are what each side asks for, or asked for at another time

    bool has_rates() const;
};

WageColumns read_wage_columns(const std::vector<WageLine>& lines, const WageSection& section, const Grammar& grammar);

}  // namespace stet
