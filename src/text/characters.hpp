// What kind of character a code point is and how many columns of a terminal it takes.
#pragma once

#include <cstdint>

namespace stet::utf8 {

enum class CharacterKind : std::uint8_t { space, punctuation, symbol, control, other };

/// By Unicode's general category: Z is space (with the ASCII controls that part words), P punctuation, S symbol, the
/// other controls and those that turn the direction of writing control.
CharacterKind kind_of(char32_t code);

/// Letters, marks that combine with them, and numbers: what words are made of.
bool is_word_character(char32_t code);

/// Columns of a terminal: 0 for marks that combine, 2 for wide letters, else 1.
unsigned columns_of(char32_t code);

}  // namespace stet::utf8
