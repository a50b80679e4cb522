// Places in a row: "5th", "first", "twenty-first (21st)"; takes lexemes, gives the number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "quantity/lexeme.hpp"

namespace stet {

/// A place in a row that ends before lexeme `next`. `in_figures`: a figure says it, alone or in brackets.
struct Ordinal {
    std::int64_t value = 0;
    bool in_figures = false;
    std::size_t next = 0;
};

/// The ordinal that begins at lexeme `at`, up to ninety-ninth in words and four digits in figures, with its restatement
/// in brackets.
std::optional<Ordinal> parse_ordinal(const Lexemes& lexemes, std::size_t at);

}  // namespace stet
