// A cell of a table as a wage schedule prints it: an amount, a percentage, a date or words; takes its text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "quantity/decimal.hpp"

namespace stet {

struct WageCell {
    enum Kind : std::uint8_t {
        empty,
        words,    ///< anything that is not one amount: "Start", "$0 - $999,999", "Top rate = .35"
        number,   ///< a bare figure: "1040", "41,200", "15.50"
        money,    ///< a sum: "$15.50", "$15.50/hr", ".35c"
        percent,  ///< "3%"
    };
    std::string text;  ///< white space folded
    std::string key;   ///< as phrases are looked for in it
    Kind kind = empty;
    std::optional<Decimal> amount;  ///< of a number, sum or percentage; in words the only sum or percentage
    Kind amount_kind = empty;       ///< money or percent where words hold such an amount, else kind
    bool raise = false;             ///< the amount stands behind a plus
    bool among_sums = false;        ///< several figures of its row have commas: "9,667" is a salary there
    bool cent_letter = false;       ///< ".35c": a sum in dollars that bears the cent's letter
    std::string date;               ///< ISO: the only date in it, else empty; a bare year is a number, too
    bool whole_date = false;        ///< the date has a day

    bool has_comma() const { return kind == number && text.find(',') != std::string::npos; }
    bool has_amount() const { return kind == number || kind == money; }
    /// An amount that is money for what it looks like: a sign, cents, or thousands parted by a comma.
    bool looks_like_money() const;
};

WageCell read_wage_cell(std::string_view text);

}  // namespace stet
