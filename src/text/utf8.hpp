// UTF-8: decode, encode, repair.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace stet::utf8 {

/// A decoded code point and the number of bytes it took (at least 1).
struct Decoded {
    char32_t code;
    std::uint8_t size;
};

/// The code point at `at`, which must be inside `text`; U+FFFD with size 1 where the bytes are no UTF-8.
Decoded decode(std::string_view text, std::size_t at);

/// The code point that ends before `at` (> 0).
Decoded decode_before(std::string_view text, std::size_t at);

void append(std::string& out, char32_t code);

/// True when all of `text` is well-formed UTF-8 (no surrogates, no overlong forms).
bool is_valid(std::string_view text);

/// Replaces every ill-formed sequence by U+FFFD; returns how many there were.
std::size_t repair(std::string& text);

/// Code points in `text`.
std::size_t length(std::string_view text);

}  // namespace stet::utf8
