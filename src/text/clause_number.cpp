// Reads numbers of clauses.
#include "text/clause_number.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace stet {

namespace {

char at(std::string_view text, std::size_t i) {
    return i < text.size() ? text[i] : '\0';
}

/// A dash or "to", and a figure.
bool is_span(std::string_view text) {
    const bool dash = text.starts_with("-") || text.starts_with("–") || text.starts_with("—");
    if (!dash && !text.starts_with("to ")) return false;
    const std::size_t next = text.find_first_not_of(' ', text.starts_with("to ") || text[0] != '-' ? 3 : 1);
    return next != std::string_view::npos && is_digit(text[next]);
}

}  // namespace

bool is_half_of_day(std::string_view text) {
    const char half = static_cast<char>(at(text, 0) | 0x20);
    if (half != 'a' && half != 'p') return false;
    const std::size_t m = at(text, 1) == '.' ? at(text, 2) == ' ' ? 3 : 2 : 1;
    return static_cast<char>(at(text, m) | 0x20) == 'm' && !is_letter(at(text, m + 1));
}

std::size_t clause_digits_end(std::string_view text, std::size_t begin) {
    constexpr std::size_t most_digits = 3;
    std::size_t colon = begin;
    while (is_digit(at(text, colon))) ++colon;
    if (colon == begin || colon - begin > most_digits || at(text, colon) != ':') return 0;
    if (!is_digit(at(text, colon + 1)) || !is_digit(at(text, colon + 2))) return 0;
    return text.substr(colon + 1, 2) == "00" ? 0 : colon + 3;
}

std::size_t clause_number_size(std::string_view text) {
    const std::size_t end = clause_digits_end(text, 0);
    if (end == 0 || is_digit(at(text, end)) || is_letter(at(text, end)) || at(text, end) == ':') return 0;
    std::string_view behind = text.substr(end);
    behind.remove_prefix(std::min(behind.find_first_not_of(' '), behind.size()));
    return is_half_of_day(behind) || is_span(behind) ? 0 : end;
}

}  // namespace stet
