// Letters, digits and white space of ASCII, byte by byte.
#pragma once

#include <algorithm>
#include <string_view>

namespace stet {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

constexpr bool is_letter(char c) {
    return is_upper(c) || is_lower(c);
}

/// White space as it stands in the text of a block: blanks, tabs and line ends.
constexpr bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// White space within a line.
constexpr bool is_gap(char c) {
    return c == ' ' || c == '\t';
}

/// All white space.
constexpr bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

constexpr bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_digit);
}

}  // namespace stet
