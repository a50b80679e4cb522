// Writes the words and the figure, then reads both back: a pair that does not say the value twice is none.
#include "quantity/pair.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "quantity/quantity.hpp"

namespace stet {

namespace {

constexpr std::array<std::string_view, 20> small_numbers = {
    "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> tens = {"",      "",      "twenty",  "thirty", "forty",
                                                   "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::pair<std::int64_t, std::string_view> scales[] = {
    {1'000'000'000, " billion"}, {1'000'000, " million"}, {1'000, " thousand"}};
constexpr std::int64_t too_large = 1'000'000'000'000;

std::string below_hundred(std::int64_t number) {
    if (number < 20) return std::string(small_numbers[static_cast<std::size_t>(number)]);
    std::string out(tens[static_cast<std::size_t>(number / 10)]);
    if (number % 10 > 0) out.append("-").append(small_numbers[static_cast<std::size_t>(number % 10)]);
    return out;
}

std::string below_thousand(std::int64_t number, bool joined) {
    if (number < 100) return below_hundred(number);
    std::string out = below_hundred(number / 100) + " hundred";
    if (number % 100 > 0) out += (joined ? " and " : " ") + below_hundred(number % 100);
    return out;
}

/// "one dollar", "two dollars".
std::optional<std::string> counted(std::int64_t number, const char* unit, bool joined) {
    std::optional<std::string> words = number_in_words(number, joined);
    if (words) *words += std::string(" ") + unit + (number == 1 ? "" : "s");
    return words;
}

/// "one dollar and fifty cents".
std::optional<std::string> sum_in_words(const Decimal& sum, bool joined) {
    const std::optional<Decimal> in_cents = sum.shifted(2);
    if (!in_cents || !in_cents->is_integer() || sum.is_negative()) return std::nullopt;
    const std::int64_t cents = in_cents->coefficient();
    if (cents < 100) return counted(cents, "cent", joined);
    std::optional<std::string> words = counted(cents / 100, "dollar", joined);
    const std::optional<std::string> rest = counted(cents % 100, "cent", joined);
    if (words && rest && cents % 100 > 0) *words += " and " + *rest;
    return words;
}

/// A figure with the commas and the digits behind the point that the old one has.
std::string figure_like(std::string_view old, const Decimal& value) {
    const std::size_t point = old.find('.');
    std::string out = value.text(point == std::string_view::npos ? 0 : static_cast<unsigned>(old.size() - point - 1));
    const bool commas = old.find(',') != std::string_view::npos || old.size() < 4;
    for (std::size_t at = std::min(out.find('.'), out.size()); commas && at > 3;) out.insert(at -= 3, ",");
    return out;
}

/// Whether a text is one value, said in words and in figures alike.
bool says(std::string_view text, const Decimal& value, QuantityType type) {
    const std::vector<Quantity> read = find_quantities(text);
    return read.size() == 1 && read[0].type == type && read[0].span.begin == 0 && read[0].span.end == text.size() &&
           read[0].amount == value && read[0].exact && !read[0].in_words;
}

/// What stands behind the number among the words of a pair: " percent" of "ninety percent".
std::string_view unit_behind(std::string_view words) {
    const std::size_t at = words.find(" per");
    return at == std::string_view::npos ? std::string_view{} : words.substr(at);
}

}  // namespace

std::optional<std::string> number_in_words(std::int64_t number, bool joined) {
    if (number < 0 || number >= too_large) return std::nullopt;
    std::string out;
    for (const auto& [size, name] : scales) {
        if (number < size) continue;
        out += (out.empty() ? "" : " ") + below_thousand(number / size, joined) + std::string(name);
        number %= size;
    }
    if (number > 0 || out.empty()) out += (out.empty() ? "" : " ") + below_thousand(number, joined);
    return out;
}

std::optional<std::string> pair_like(std::string_view like, const Decimal& value) {
    const std::vector<Quantity> old = find_quantities(like);
    const std::size_t open = like.find('(');
    const std::size_t close = open == std::string_view::npos ? open : like.find(')', open);
    if (old.size() != 1 || close == std::string_view::npos || !says(like, old[0].amount, old[0].type))
        return std::nullopt;
    const std::size_t blanks = like.find_last_not_of(" \n\t", open == 0 ? 0 : open - 1) + 1;
    const std::string_view words = like.substr(0, blanks);
    const std::string_view figure = like.substr(open, close - open);
    const std::size_t first = figure.find_first_of("0123456789");
    const std::size_t last = figure.find_last_of("0123456789");
    if (words.empty() || first == std::string_view::npos) return std::nullopt;
    const bool joined = words.find("hundred and ") != std::string_view::npos;
    std::optional<std::string> fresh;
    if (old[0].type == QuantityType::money)
        fresh = sum_in_words(value, joined);
    else if (value.is_integer())
        fresh = number_in_words(value.coefficient(), joined);
    if (!fresh) return std::nullopt;
    if (old[0].type != QuantityType::money) *fresh += unit_behind(words);
    if (words.front() >= 'A' && words.front() <= 'Z') fresh->front() = static_cast<char>(fresh->front() - 'a' + 'A');
    std::string behind(like.substr(close));
    const bool was_one = old[0].amount == *Decimal::of(1);
    const bool is_one = value == *Decimal::of(1);
    if (behind.size() > 1 && was_one && !is_one) behind += "s";
    if (behind.size() > 1 && !was_one && is_one && behind.ends_with('s')) behind.pop_back();
    fresh->append(like.substr(blanks, open - blanks))
        .append(figure.substr(0, first))
        .append(figure_like(figure.substr(first, last - first + 1), value))
        .append(figure.substr(last + 1))
        .append(behind);
    return says(*fresh, value, old[0].type) ? fresh : std::nullopt;
}

}  // namespace stet
