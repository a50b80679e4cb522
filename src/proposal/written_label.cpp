// Letters, digits and what joins them.
#include "proposal/written_label.hpp"

#include <algorithm>

#include "proposal/letters.hpp"
#include "text/clause_number.hpp"

namespace stet {

namespace {

/// "(b)", "B": one letter, and what stands on both sides of it.
struct Lettered {
    std::string before;
    char letter;
    std::string behind;
};

std::optional<Lettered> last_letter(const std::string& label) {
    const std::size_t at = label.ends_with(')') ? label.size() - 2 : label.size() - 1;
    if (at >= label.size() || !(is_lower(label[at]) || is_upper(label[at]))) return std::nullopt;
    if (at > 0 && (is_lower(label[at - 1]) || is_upper(label[at - 1]))) return std::nullopt;
    return Lettered{label.substr(0, at), label[at], label.substr(at + 1)};
}

bool is_roman_digit(char c) {
    return std::string_view("ivxIVX").find(c) != std::string_view::npos;
}

}  // namespace

std::uint32_t label_end_at(std::string_view text, std::uint32_t begin) {
    std::uint32_t end = begin;
    while (end < text.size() &&
           (is_upper(text[end]) || is_lower(text[end]) || is_digit(text[end]) || text[end] == '.' || text[end] == '(' ||
            text[end] == ')' || (text[end] == '-' && end > begin) || parts_clause(text, end)))
        ++end;
    while (end > begin && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
    while (end > begin && text[end - 1] == ')' &&
           std::count(text.begin() + begin, text.begin() + end, ')') >
               std::count(text.begin() + begin, text.begin() + end, '('))
        --end;
    return end;
}

bool parts_clause(std::string_view text, std::size_t colon) {
    if (colon == 0 || colon >= text.size() || !is_digit(text[colon - 1])) return false;
    std::size_t begin = colon;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    const std::size_t end = clause_digits_end(text, begin);
    if (end == 0) return false;
    std::string_view behind = text.substr(end);
    const auto at = [&](std::size_t i) { return i < behind.size() ? behind[i] : ' '; };
    const auto is_letter = [](char c) { return is_lower(c) || is_upper(c); };
    if (is_digit(at(0)) || (at(0) == ':' && is_digit(at(1))) || is_half_of_day(behind)) return false;
    // "2:01A": one letter belongs to the number; "7:30a" is a time.
    if (is_letter(at(0))) return !is_letter(at(1)) && !is_digit(at(1)) && at(0) != 'a' && at(0) != 'p';
    behind.remove_prefix(std::min(behind.find_first_not_of(' '), behind.size()));
    return !is_half_of_day(behind);
}

bool is_roman(std::string_view label) {
    return !label.empty() && label.find_first_not_of("IVXLC") == std::string_view::npos;
}

std::size_t lettered_part(std::string_view label) {
    const std::size_t dot = label.find('.');
    if (dot == std::string_view::npos || dot + 1 >= label.size()) return std::string_view::npos;
    const std::string_view head = label.substr(0, dot);
    const bool number = is_roman(head) || std::all_of(head.begin(), head.end(), is_digit);
    const char letter = label[dot + 1];
    const bool alone = dot + 2 == label.size() || label[dot + 2] == '.' || label[dot + 2] == '(';
    return number && alone && (is_upper(letter) || is_lower(letter)) ? dot : std::string_view::npos;
}

bool looks_like_label(std::string_view label) {
    if (label.empty() || label.size() > 16) return false;
    if (is_digit(label[0])) return true;
    if (label[0] == '(') {
        const std::size_t close = label.find(')');
        return close != std::string_view::npos && close > 1 && close <= 6;
    }
    if (label.size() == 1) return is_upper(label[0]);
    const bool lettered =
        is_upper(label[0]) &&
        std::all_of(
            label.begin() + 1, label.end(),
            [](char c) { return is_digit(c) || c == '-' || c == '.' || c == '(' || c == ')' || is_lower(c); }) &&
        std::any_of(label.begin(), label.end(), is_digit);
    return is_roman(label) || lettered || lettered_part(label) != std::string_view::npos;
}

std::optional<std::pair<std::string, int>> last_number(const std::string& label) {
    std::size_t begin = label.size();
    while (begin > 0 && is_digit(label[begin - 1])) --begin;
    if (begin == label.size() || label.size() - begin > 4) return std::nullopt;
    return std::pair{label.substr(0, begin), std::stoi(label.substr(begin))};
}

std::size_t second_of_range(const std::string& label, bool articles) {
    const std::size_t hyphen = label.find('-');
    if (hyphen == std::string::npos || hyphen == 0 || hyphen + 1 == label.size()) return label.size();
    const auto from = last_number(label.substr(0, hyphen));
    const auto to = last_number(label.substr(hyphen + 1));
    const bool whole = from && from->first.empty() && articles;
    const bool parted = from && !from->first.empty() && number_stops.find(from->first.back()) != std::string::npos;
    const bool counts = from && to && (parted || whole) && from->first == to->first && from->second < to->second &&
                        label.find('-', hyphen + 1) == std::string::npos;
    return counts ? hyphen + 1 : label.size();
}

std::string label_or_range(std::string_view text, std::uint32_t begin, std::uint32_t& stop) {
    constexpr std::string_view dash = "–";
    std::string label(text.substr(begin, stop - begin));
    if (!text.substr(stop).starts_with(dash)) return label;
    const auto second = static_cast<std::uint32_t>(stop + dash.size());
    const std::uint32_t end = label_end_at(text, second);
    std::string range = label + "-" + std::string(text.substr(second, end - second));
    if (second_of_range(range, true) == range.size()) return label;
    stop = end;
    return range;
}

bool add_between(std::vector<std::string>& labels, const std::string& last) {
    const auto from = last_number(labels.back());
    const auto to = last_number(last);
    if (from && to) {
        if (from->first != to->first || to->second - from->second > most_of_a_range) return false;
        // "2.09 through 2.11": as many digits as the first has.
        const std::size_t digits = labels.back().size() - from->first.size();
        for (int between = from->second + 1; between < to->second; ++between) {
            std::string number = std::to_string(between);
            if (labels.back()[from->first.size()] == '0' && number.size() < digits)
                number.insert(0, digits - number.size(), '0');
            labels.push_back(from->first + number);
        }
        return true;
    }
    const auto first_letter = last_letter(labels.back());
    const auto letter = last_letter(last);
    if (!first_letter || !letter || first_letter->before != letter->before || first_letter->behind != letter->behind ||
        first_letter->letter >= letter->letter || is_lower(first_letter->letter) != is_lower(letter->letter))
        return false;
    // "(i) through (v)" counts, in all likelihood, in roman numbers.
    if (is_roman_digit(first_letter->letter) && is_roman_digit(letter->letter)) return false;
    for (char between = static_cast<char>(first_letter->letter + 1); between < letter->letter; ++between)
        labels.push_back(first_letter->before + between + first_letter->behind);
    return true;
}

}  // namespace stet
