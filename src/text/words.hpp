// Tokens of a text and their keys: what counts as the same word, whatever its typography.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace stet {

enum class TokenKind : std::uint8_t { word, number, punctuation };

/// A word, number or punctuation mark. White space is no token.
///
/// Words keep inner apostrophes and hyphens ("employee's", "part-time"); numbers keep their sign of money, separators,
/// slashes and percent ("$1,040.50", "12/2/21", "5%"); every other mark stands alone.
/// `key` is a hash of the text with its typography normalised: curly and straight quotes, all dashes, ligatures, soft
/// hyphens and a hyphen at a line's end compare equal; case is kept.
struct Token {
    Span text;
    std::uint64_t key = 0;
    TokenKind kind = TokenKind::word;
    bool soft = false;  ///< joined over a hyphen at a line's end
};

/// Appends the tokens of text[within], spans relative to `text`.
void tokenize(std::string_view text, Span within, std::vector<Token>& out);

/// Words of a text: tokens that are words or numbers.
std::uint32_t count_words(std::string_view text);

/// The text with its typography normalised and white space folded to one blank.
std::string normalise(std::string_view text);

/// Mixes a key into a running hash (order matters).
inline std::uint64_t mix(std::uint64_t hash, std::uint64_t key) {
    hash ^= key + 0x9e3779b97f4a7c15ull + (hash << 6) + (hash >> 2);
    return hash * 0xff51afd7ed558ccdull;
}

}  // namespace stet
