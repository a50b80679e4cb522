// Typed values of a text (money, percents, dates, durations, counts, references) with their spans, in exact decimals.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quantity/decimal.hpp"
#include "text/span.hpp"

namespace stet {

enum class QuantityType : std::uint8_t { money, percent, date, duration, count, reference };

/// "money", "percent", "date", "duration", "count", "reference".
std::string_view quantity_type_name(QuantityType type);

/// A value as a text prints it: "one dollar ($1.00)", "eighteen (18) months", "seventy-nine percent (79%)".
/// Where the words and the figure of a pair disagree, the figure counts.
struct Quantity {
    QuantityType type = QuantityType::count;
    Span span;          ///< the whole printed form, in bytes of the text
    Decimal amount;     ///< of dates 0; of references the leading figure, or 0
    std::string unit;   ///< durations: singular ("month", "calendar day"); money: "" for dollars, else the currency's
                        ///< sign; references: the noun; counts: "ordinal" for places in a row; otherwise ""
    std::string iso;    ///< dates: "2022-01-09", "--01-09" without year, "2022-01" without day, "--01" a month alone,
                        ///< "2022" a year alone, "2022/2023" years, times of day "T07:30";
                        ///< references: the label ("2.03(a)")
    bool exact = true;  ///< false where no decimal equals the value (1/3): `amount` is then rounded to six places
    std::optional<Decimal> in_words = {};  ///< what the words of a pair say where its figure says another amount
    bool weak = false;  ///< often no value at all ("first", "once"): counts only as what another value became
};

/// Whether "an hour" in "within an hour" is a value, a weak one.
enum class SingleUnits : bool { passed_over, read };

/// The quantities of a text in order, not overlapping; of several readings the longest. Time is linear in the text.
/// Numbers of a list or range share the unit that follows the last ("30, 60 or 90 days" are three durations).
///
/// `reference_nouns` are lower-case singular words ("section", "§"): a label after one of them, or after its plural,
/// is a reference; without them it is a count.
std::vector<Quantity> find_quantities(std::string_view text, const std::vector<std::string>& reference_nouns = {},
                                      SingleUnits single_units = SingleUnits::passed_over);

/// A date with its day, month and year.
bool is_full_date(const Quantity& quantity);

/// Whether a text has a sum of money or a percentage.
bool tells_money_or_percent(std::string_view text);

}  // namespace stet
