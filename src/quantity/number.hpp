// Numbers as contracts print them: a figure, words, or both; takes lexemes, gives an exact number.
#pragma once

#include <cstddef>
#include <optional>

#include "quantity/decimal.hpp"
#include "quantity/lexeme.hpp"

namespace stet {

/// "1,040", "$"-less ".25", "170 million", "1-1/2", "3 ½", "1/2", "twenty-four"; a minus before a figure counts.
std::optional<Number> parse_number(const Lexemes& lexemes, std::size_t at);

/// The same with a number in brackets: "eighteen (18)", "two thousand [2,000]", "15 (fifteen)".
std::optional<Number> parse_number_pair(const Lexemes& lexemes, std::size_t at);

/// Whether the figures "a/b" at `at` may be a part of something: "7/9 of the salary", not "7/15 of each year".
bool is_part_of_something(const Lexemes& lexemes, std::size_t at);

/// Whether a number may begin at lexeme `at`.
bool may_begin_number(const Lexemes& lexemes, std::size_t at);

/// The number of `in_brackets` when it restates `said`: a figure beside words, or the same value.
bool restates(const Number& said, const Number& in_brackets);

/// What the words `said` before a figure in brackets say, where it is another amount than the figure's.
std::optional<Decimal> in_other_words(const Number& said, const Decimal& figure, bool exact);

/// Behind the closing bracket at `at`, if it is one.
std::optional<std::size_t> behind_close(const Lexemes& lexemes, std::size_t at);

}  // namespace stet
