// Durations: "90 days", "ninety (90) calendar days", "30-day", "forty-eight (48 hours)".
#pragma once

#include "quantity/found.hpp"

namespace stet {

/// The duration that begins at lexeme `at`; its unit in the singular, with "calendar", "business" … before it.
/// A bare year is none ("the 2022 year").
std::optional<Found> parse_duration(const Lexemes& lexemes, std::size_t at);

/// Whether a word stands at lexeme `at` that says one of a unit behind it: "a", "each".
bool may_begin_single_unit(const Lexemes& lexemes, std::size_t at);

/// "an hour" at lexeme `at`, behind or in front of a word that says how long, and "each full hour": one of the unit,
/// weak.
std::optional<Found> parse_single_unit(const Lexemes& lexemes, std::size_t at);

}  // namespace stet
