// Roman numerals, for readers that count list items.
#pragma once

#include <cstdint>
#include <string>

namespace stet {

inline constexpr std::int64_t largest_roman = 3'999;

/// "xiv" of 14; `number` is from 1 to `largest_roman`.
std::string roman_numeral(std::int64_t number);

}  // namespace stet
