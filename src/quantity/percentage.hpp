// Percentages: "5%", "79 percent", "seventy-nine percent (79%)", "sixty (60) percent".
#pragma once

#include "quantity/found.hpp"

namespace stet {

/// The percentage that begins at lexeme `at`, with its restatement in brackets; 5 for "5%".
std::optional<Found> parse_percentage(const Lexemes& lexemes, std::size_t at);

}  // namespace stet
