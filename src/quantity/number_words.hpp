// Numbers in words: "twenty-four", "two hundred and forty", "one and one-half"; takes lexemes, gives an exact number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "quantity/lexeme.hpp"

namespace stet {

/// whole + numerator / denominator; the lexemes end before `next`.
struct NumberWords {
    std::int64_t whole = 0;
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    std::size_t next = 0;
};

/// The number whose first word is lexeme `at`, the longest there is, below 10^15. Not "a hundred", and no ordinals.
std::optional<NumberWords> parse_number_words(const Lexemes& lexemes, std::size_t at);

}  // namespace stet
