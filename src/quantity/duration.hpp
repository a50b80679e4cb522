// Durations: "90 days", "ninety (90) calendar days", "30-day", "forty-eight (48 hours)".
#pragma once

#include "quantity/found.hpp"

namespace stet {

/// The duration that begins at lexeme `at`; its unit in the singular, with "calendar", "business" … before it.
/// A bare year is none ("the 2022 year").
std::optional<Found> parse_duration(const Lexemes& lexemes, std::size_t at);

/// "an hour" at lexeme `at`, behind a word that says how long: one of the unit, weak.
std::optional<Found> parse_single_unit(const Lexemes& lexemes, std::size_t at);

}  // namespace stet
