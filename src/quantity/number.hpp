// Numbers as contracts print them: a figure, words, or both; takes lexemes, gives an exact number.
#pragma once

#include <cstddef>
#include <optional>

#include "quantity/decimal.hpp"
#include "quantity/lexeme.hpp"

namespace stet {

/// A number that ends before lexeme `next`. `exact` is false where no decimal equals it: rounded to six places.
struct Number {
    Decimal value;
    bool exact = true;
    bool in_figures = false;  ///< the value was read from a figure
    bool plain_year = false;  ///< four bare digits from 1900 to 2199
    std::size_t next = 0;
};

/// "1,040", "$"-less ".25", "170 million", "1-1/2", "3 ½", "1/2", "twenty-four"; a minus before a figure counts.
std::optional<Number> parse_number(const Lexemes& lexemes, std::size_t at);

/// The same with a number in brackets: "eighteen (18)", "two thousand [2,000]", "15 (fifteen)".
std::optional<Number> parse_number_pair(const Lexemes& lexemes, std::size_t at);

/// Whether a number may begin at lexeme `at`.
bool may_begin_number(const Lexemes& lexemes, std::size_t at);

/// The number of `in_brackets` when it restates `said`: a figure beside words, or the same value.
bool restates(const Number& said, const Number& in_brackets);

/// Behind the closing bracket at `at`, if it is one.
std::optional<std::size_t> behind_close(const Lexemes& lexemes, std::size_t at);

}  // namespace stet
