// Sums of money: "$1,040.50", "25 cents", "two thousand dollars ($2,000)", "$170 million".
#pragma once

#include "quantity/found.hpp"

namespace stet {

/// The sum that begins at lexeme `at`, with its restatement in brackets; the amount in dollars (pounds, euros).
std::optional<Found> parse_money(const Lexemes& lexemes, std::size_t at);

}  // namespace stet
