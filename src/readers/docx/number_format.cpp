// Writes numbers as digits, letters, Roman numerals and English words.
#include "readers/docx/number_format.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "quantity/pair.hpp"
#include "readers/numerals.hpp"

namespace stet {

namespace {

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

std::string capitalised(std::string text) {
    if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    return text;
}

/// "thirty-one"; numbers from 1,000 on as digits.
std::string words_of(std::int64_t number) {
    return number < 0 || number > 999 ? std::to_string(number) : *number_in_words(number);
}

/// "thirty-first" of "thirty-one".
std::string ordinal_words_of(std::int64_t number) {
    static const std::unordered_map<std::string_view, std::string_view> odd = {
        {"one", "first"},    {"two", "second"}, {"three", "third"},   {"five", "fifth"},
        {"eight", "eighth"}, {"nine", "ninth"}, {"twelve", "twelfth"}};
    std::string words = words_of(number);
    const std::size_t begin = words.find_last_of(" -") + 1;  // 0 where there is one word
    if (const auto found = odd.find(std::string_view(words).substr(begin)); found != odd.end())
        return words.substr(0, begin) + std::string(found->second);
    if (words.back() == 'y') return words.substr(0, words.size() - 1) + "ieth";
    return words + "th";
}

std::string ordinal_of(std::int64_t number) {
    const std::int64_t last = number % 10;
    const bool teen = number % 100 / 10 == 1;
    const std::string_view ending = teen ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
    return std::to_string(number) + std::string(ending);
}

/// Word goes on after z with aa, bb … zz, aaa (ECMA-376 Part 1, 17.18.59, lowerLetter).
std::string doubled_letters(std::int64_t number) {
    constexpr std::int64_t most = 780;  // thirty of one letter
    if (number < 1 || number > most) return std::to_string(number);
    return std::string(static_cast<std::size_t>((number - 1) / 26 + 1), static_cast<char>('a' + (number - 1) % 26));
}

std::string roman(std::int64_t number) {
    return number < 1 || number > largest_roman ? std::to_string(number) : roman_numeral(number);
}

std::string two_digits(std::int64_t number) {
    return (number >= 0 && number < 10 ? "0" : "") + std::to_string(number);
}

/// "001" is the first number in three digits.
bool is_first_in_digits(std::string_view format) {
    return !format.empty() && format.find_first_not_of('0') == format.size() - 1 && format.back() == '1';
}

std::string in_digits(std::int64_t number, std::size_t least) {
    std::string digits = std::to_string(number);
    if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
    return digits;
}

std::string signs(std::int64_t number) {
    constexpr std::array<std::string_view, 4> marks = {"*", "†", "‡", "§"};
    if (number < 1 || number > 80) return std::to_string(number);
    std::string out;
    for (std::int64_t i = 0; i <= (number - 1) / 4; ++i) out += marks[static_cast<std::size_t>((number - 1) % 4)];
    return out;
}

}  // namespace

std::string format_number(std::int64_t number, std::string_view format) {
    using Write = std::string (*)(std::int64_t);
    static const std::unordered_map<std::string_view, Write> formats = {
        {"upperRoman", [](std::int64_t n) { return upper(roman(n)); }},
        {"lowerRoman", [](std::int64_t n) { return roman(n); }},
        {"upperLetter", [](std::int64_t n) { return upper(doubled_letters(n)); }},
        {"lowerLetter", [](std::int64_t n) { return doubled_letters(n); }},
        {"ordinal", [](std::int64_t n) { return ordinal_of(n); }},
        {"cardinalText", [](std::int64_t n) { return capitalised(words_of(n)); }},
        {"ordinalText", [](std::int64_t n) { return capitalised(ordinal_words_of(n)); }},
        {"decimalZero", [](std::int64_t n) { return two_digits(n); }},
        {"numberInDash", [](std::int64_t n) { return "- " + std::to_string(n) + " -"; }},
        {"chicago", [](std::int64_t n) { return signs(n); }},
        {"none", [](std::int64_t) { return std::string(); }},
    };
    const auto found = formats.find(format);
    if (found == formats.end() && is_first_in_digits(format)) return in_digits(number, format.size());
    return found == formats.end() ? std::to_string(number) : found->second(number);
}

}  // namespace stet
