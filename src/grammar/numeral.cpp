// Numerals as agreements write them.
#include "grammar/numeral.hpp"

#include <algorithm>

#include "text/clause_number.hpp"
#include "text/letters.hpp"
#include "text/word_bytes.hpp"

namespace stet {
namespace {

char at(std::string_view text, std::size_t i) {
    return i < text.size() ? text[i] : '\0';
}

/// Digits at `from`, at most seven; their end and value.
std::size_t read_digits(std::string_view text, std::size_t from, std::uint32_t& value) {
    std::size_t end = from;
    value = 0;
    while (is_digit(at(text, end)) && end - from < 7)
        value = value * 10 + static_cast<std::uint32_t>(text[end++] - '0');
    return is_digit(at(text, end)) ? from : end;
}

std::uint32_t alphabetic(std::string_view letters) {
    const bool doubled = std::all_of(letters.begin(), letters.end(), [&](char c) { return c == letters.front(); });
    const auto one = [](char c) { return static_cast<std::uint32_t>(folded(c) - 'a' + 1); };
    if (doubled) return one(letters.front()) + 26 * static_cast<std::uint32_t>(letters.size() - 1);
    std::uint32_t value = 0;
    for (const char c : letters) value = value * 26 + one(c);
    return value;
}

/// A letter suffix at `from`: "A", "ZA", "a", or a blank and one capital that something other than a word follows.
std::size_t read_suffix(std::string_view text, std::size_t from, Ordinals& ordinals) {
    const char c = at(text, from);
    std::size_t begin = from;
    std::size_t end = from;
    if (is_upper(c)) {
        while (is_upper(at(text, end)) && end - from < 3) ++end;
    } else if (is_lower(c)) {
        end = from + 1;
    } else if (c == ' ' && is_upper(at(text, from + 1))) {
        const char after = at(text, from + 2);
        if (after != '.' && after != ':' && after != ')' && after != '\0' && after != '\n') return from;
        begin = from + 1;
        end = from + 2;
    } else {
        return from;
    }
    if (end - begin > 2 || is_letter(at(text, end)) || is_digit(at(text, end)) || at(text, end) == '\'') return from;
    ordinals.add(alphabetic(text.substr(begin, end - begin)));
    ordinals.lettered = true;
    return end;
}

std::optional<Numeral> parse_decimal(std::string_view text) {
    std::uint32_t value = 0;
    const std::size_t digits = read_digits(text, 0, value);
    if (digits == 0) return std::nullopt;
    Numeral out;
    out.ordinals.add(value);
    out.size = static_cast<std::uint32_t>(read_suffix(text, digits, out.ordinals));
    if (out.size == digits && is_letter(at(text, digits))) return std::nullopt;
    return out;
}

/// Decimals joined by `joint` ("2.03", "34-1431"), two at least.
std::optional<Numeral> parse_joined(std::string_view text, char joint) {
    std::uint32_t value = 0;
    std::size_t end = read_digits(text, 0, value);
    if (end == 0) return std::nullopt;
    Numeral out;
    out.ordinals.add(value);
    while (at(text, end) == joint && out.ordinals.count < Ordinals::most) {
        const std::size_t next = read_digits(text, end + 1, value);
        if (next == end + 1) break;
        out.ordinals.add(value);
        end = next;
    }
    if (out.ordinals.count < 2) return std::nullopt;
    const std::size_t suffixed = read_suffix(text, end, out.ordinals);
    if (suffixed == end && is_letter(at(text, end))) return std::nullopt;
    out.size = static_cast<std::uint32_t>(suffixed);
    return out;
}

/// "5:01": an article and the clause in it.
std::optional<Numeral> parse_clause(std::string_view text) {
    const std::size_t size = clause_number_size(text);
    if (size == 0) return std::nullopt;
    std::uint32_t article = 0;
    std::uint32_t clause = 0;
    read_digits(text, read_digits(text, 0, article) + 1, clause);
    Numeral out;
    out.ordinals.add(article);
    out.ordinals.add(clause);
    out.size = static_cast<std::uint32_t>(size);
    return out;
}

std::optional<Numeral> parse_alpha(std::string_view text, bool upper) {
    std::size_t end = 0;
    const auto fits = upper ? is_upper : is_lower;
    while (fits(at(text, end)) && end < 4) ++end;
    if (end == 0 || end > 3) return std::nullopt;
    if (is_letter(at(text, end))) return std::nullopt;
    const std::string_view letters = text.substr(0, end);
    const bool doubled = std::all_of(letters.begin(), letters.end(), [&](char c) { return c == letters.front(); });
    if (end == 3 && !doubled) return std::nullopt;
    Numeral out;
    out.ordinals.add(alphabetic(letters));
    std::uint32_t value = 0;
    const std::size_t digits = read_digits(text, end, value);  // "e1", between e and f
    if (digits != end && digits - end < 3) {
        out.ordinals.add(value);
        end = digits;
    }
    if (is_letter(at(text, end)) || is_digit(at(text, end))) return std::nullopt;
    out.size = static_cast<std::uint32_t>(end);
    return out;
}

struct RomanDigit {
    std::string_view letters;
    std::uint32_t value;
};
constexpr std::array<RomanDigit, 13> roman_digits = {{{"m", 1000},
                                                      {"cm", 900},
                                                      {"d", 500},
                                                      {"cd", 400},
                                                      {"c", 100},
                                                      {"xc", 90},
                                                      {"l", 50},
                                                      {"xl", 40},
                                                      {"x", 10},
                                                      {"ix", 9},
                                                      {"v", 5},
                                                      {"iv", 4},
                                                      {"i", 1}}};

/// Only the canonical form is taken: "iv", never "iiii".
std::optional<Numeral> parse_roman(std::string_view text, bool upper) {
    std::size_t end = 0;
    const auto fits = upper ? is_upper : is_lower;
    while (fits(at(text, end)) && end < 16) ++end;
    if (end == 0 || is_letter(at(text, end)) || is_digit(at(text, end))) return std::nullopt;
    std::size_t read = 0;
    std::uint32_t value = 0;
    for (const RomanDigit& digit : roman_digits) {
        const bool repeats =
            digit.letters.size() == 1 && digit.letters != "v" && digit.letters != "l" && digit.letters != "d";
        for (int times = 0; times < (repeats ? 3 : 1); ++times) {
            const std::string_view here = text.substr(read, digit.letters.size());
            if (!std::equal(here.begin(), here.end(), digit.letters.begin(), digit.letters.end(),
                            [](char a, char b) { return folded(a) == b; }))
                break;
            read += digit.letters.size();
            value += digit.value;
        }
    }
    if (read != end) return std::nullopt;
    Numeral out;
    out.ordinals.add(value);
    out.size = static_cast<std::uint32_t>(end);
    return out;
}

constexpr std::array<std::string_view, 20> small_words = {
    "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 8> tens_words = {"twenty", "thirty",  "forty",  "fifty",
                                                        "sixty",  "seventy", "eighty", "ninety"};

bool is_word(std::string_view text, std::string_view word) {
    return text.size() == word.size() &&
           std::equal(text.begin(), text.end(), word.begin(), [](char a, char b) { return folded(a) == b; });
}

std::string_view read_word(std::string_view text, std::size_t from) {
    std::size_t end = from;
    while (is_letter(at(text, end)) && end - from < 12) ++end;
    return text.substr(from, end - from);
}

std::optional<Numeral> parse_word(std::string_view text) {
    const std::string_view first = read_word(text, 0);
    Numeral out;
    out.size = static_cast<std::uint32_t>(first.size());
    for (std::uint32_t i = 1; i < small_words.size(); ++i) {
        if (!is_word(first, small_words[i])) continue;
        out.ordinals.add(i);
        return out;
    }
    for (std::uint32_t i = 0; i < tens_words.size(); ++i) {
        if (!is_word(first, tens_words[i])) continue;
        std::uint32_t value = 20 + 10 * i;
        const char joint = at(text, first.size());
        const std::string_view second =
            joint == '-' || joint == ' ' ? read_word(text, first.size() + 1) : std::string_view{};
        for (std::uint32_t k = 1; k < 10; ++k) {
            if (!is_word(second, small_words[k])) continue;
            value += k;
            out.size += static_cast<std::uint32_t>(1 + second.size());
            break;
        }
        out.ordinals.add(value);
        return out;
    }
    return std::nullopt;
}

}  // namespace

std::optional<NumeralKind> numeral_kind(std::string_view name) {
    static constexpr std::array<std::string_view, 9> names = {
        "decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman", "word", "dotted", "dashed", "clause"};
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<NumeralKind>(found - names.begin());
}

std::optional<Numeral> parse_numeral(std::string_view text, NumeralKind kind) {
    switch (kind) {
        case NumeralKind::decimal:
            return parse_decimal(text);
        case NumeralKind::lower_alpha:
            return parse_alpha(text, false);
        case NumeralKind::upper_alpha:
            return parse_alpha(text, true);
        case NumeralKind::lower_roman:
            return parse_roman(text, false);
        case NumeralKind::upper_roman:
            return parse_roman(text, true);
        case NumeralKind::word:
            return parse_word(text);
        case NumeralKind::dotted:
            return parse_joined(text, '.');
        case NumeralKind::clause:
            return parse_clause(text);
        case NumeralKind::dashed:
            return parse_joined(text, '-');
    }
    return std::nullopt;
}

bool follows(const Ordinals& last, const Ordinals& next) {
    if (last.count == 0 || next.count == 0) return false;
    const std::size_t shared = std::min(last.count, next.count);
    std::size_t same = 0;
    while (same < shared && last.parts[same] == next.parts[same]) ++same;
    if (same == last.count) return next.count == last.count + 1 && next.last() == 1;  // 12, then 12A
    if (same + 1 != next.count || next.lettered != (same + 1 == last.count && last.lettered)) return false;
    const std::uint32_t step = next.last() - last.parts[same];  // 12A, then 12B or 13
    return step == 1 || (step == 10 && next.count > 2 && next.last() % 10 == 0 && !next.lettered);  // 5.48.010, .020
}

bool begins_row(const Ordinals& ordinals) {
    return ordinals.last() <= 1 && !ordinals.lettered;
}

}  // namespace stet
