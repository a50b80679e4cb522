// Counts: every number that is nothing else: "1040", "two (2)", "1-1/4x", "5th".
#pragma once

#include "quantity/found.hpp"

namespace stet {

/// The count that begins at lexeme `at`: numbers, places in a row ("third", "5th"), multiples of a rate ("time and
/// one-half"), "once" and "twice". No count: figures that letters touch ("12A", "A-" aside), the pronoun "one".
std::optional<Found> parse_count(const Lexemes& lexemes, std::size_t at);

}  // namespace stet
