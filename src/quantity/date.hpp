// Dates and times of day: "January 3, 2022", "second day of April, 2023", "1/16/22", "12/2", "2022-01-30", "2022-2023",
// "7:30 a.m.", "noon".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "quantity/found.hpp"

namespace stet {

/// The date or time of day that begins at lexeme `at`. Two-digit years from 70 are of the 20th century. Slashed dates
/// are month first unless only day first can be; "1/2", "2/3", "3/4" and the like are fractions, not dates.
std::optional<Found> parse_date(const Lexemes& lexemes, std::size_t at);

/// The second date of "January 1-5, 2022" or "June 1 and 2, 2022" behind the first, which gets its year.
std::optional<Found> parse_further_day(const Lexemes& lexemes, Found& first);

/// Days from `before` to `after`, both ISO: of full dates, and of dates without year in one month. Else none.
std::optional<std::int64_t> days_between(std::string_view before, std::string_view after);

}  // namespace stet
