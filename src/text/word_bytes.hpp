// The bytes of words, for looking phrases up in a text byte by byte.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace stet {

/// ASCII letters and digits, and the lead bytes of most letters beyond (E2 leads dashes and quotes).
inline constexpr std::array<bool, 256> word_bytes = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        const bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
        table[byte] = letter || (byte >= '0' && byte <= '9') || (byte >= 0xC3 && byte != 0xE2);
    }
    return table;
}();

inline bool is_word_byte(char c) {
    return word_bytes[static_cast<unsigned char>(c)];
}

/// ASCII letters in lower case.
constexpr char folded(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c;
}

inline std::string in_small_letters(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = folded(c);
    return out;
}

}  // namespace stet
