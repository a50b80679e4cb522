// The units that a status or an acceptance leaves out: "except Section 9.4", "other than 16.3 and 16.5".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "proposal/phrases.hpp"
#include "proposal/target.hpp"

namespace stet {

/// Flag of the note on such a unit, or of what is asked of it.
inline constexpr std::string_view excepted_unit = "EXCEPTED_UNIT";

/// The units that tokens [at, end) leave out, each by itself; empty where no word of exception stands at `at`, or where
/// anything but units stands behind it.
std::vector<PlaceName> excepted_units(const PhrasedText& text, std::size_t at, std::size_t end);

/// The same of a printed mark, "(TA 5/6/26, except 16.3)", with the text that their spans are in.
std::vector<PlaceName> excepted_units_of_mark(const PhrasedText& mark);

/// Whether a target stands in a unit, or is that unit.
bool stands_in(const Target& target, const Target& unit);

}  // namespace stet
