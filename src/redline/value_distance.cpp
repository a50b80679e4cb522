// Weighs the words, dates and bounds beside two values, and their sizes.
#include "redline/value_distance.hpp"

#include <algorithm>
#include <limits>

#include "quantity/date.hpp"

namespace stet {

namespace {

/// How unlike two amounts are: 4 within a tenth, 5 within a factor of two, then 10, 20.
int size_distance(const Quantity& a, const Quantity& b) {
    if (a.type == QuantityType::date) {
        const auto days = days_between(a.iso, b.iso);
        if (!days) return 20;
        const std::int64_t distance = *days < 0 ? -*days : *days;
        return distance <= 31 ? 5 : distance <= 400 ? 10 : 20;
    }
    const auto& [low, high] = std::minmax(a.amount, b.amount);
    if (low.is_negative() || low.is_zero()) return 20;
    const auto tenth = low.shifted(-1);
    const auto near = tenth ? low.plus(*tenth) : std::nullopt;
    if (near && *near >= high) return 4;
    const auto twice = low.plus(low);
    if (!twice || *twice >= high) return 5;
    const auto tenfold = low.shifted(1);
    return !tenfold || *tenfold >= high ? 10 : 20;
}

/// A mark beside a value says nothing of it: a sentence ends behind the last of several, whichever that is.
bool is_mark(std::string_view word) {
    return !std::any_of(word.begin(), word.end(), [](char c) {
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
               static_cast<unsigned char>(c) >= 0x80;
    });
}

bool are_other_words(std::string_view a, std::string_view b) {
    return a != b && !is_mark(a) && !is_mark(b);
}

/// The rate of one year does not become that of another: "4 % in 2024; 3 % in 2025" against "5 % in 2026; 4 % in 2027".
bool are_of_other_dates(const ValueContext& before, const ValueContext& after, const DatePairs& dates) {
    if (before.date == nullptr || after.date == nullptr) return false;
    const auto found = dates.find(before.date);
    return found == dates.end() ? !is_same(*before.date, *after.date) : found->second != after.date;
}

}  // namespace

bool is_same(const Quantity& a, const Quantity& b) {
    return a.type == b.type && a.amount == b.amount && a.unit == b.unit && a.iso == b.iso;
}

std::string_view word_before(std::string_view text, std::size_t at) {
    while (at > 0 && static_cast<unsigned char>(text[at - 1]) <= ' ') --at;
    std::size_t begin = at;
    while (begin > 0 && static_cast<unsigned char>(text[begin - 1]) > ' ' && at - begin < 32) --begin;
    return text.substr(begin, at - begin);
}

std::string_view word_behind(std::string_view text, std::size_t at) {
    while (at < text.size() && static_cast<unsigned char>(text[at]) <= ' ') ++at;
    std::size_t end = at;
    while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ' && end - at < 32) ++end;
    return text.substr(at, end - at);
}

int value_distance(const ValueContext& before, const ValueContext& after, const DatePairs& dates) {
    int cost = is_same(*before.value, *after.value) ? 0 : 10 + size_distance(*before.value, *after.value);
    if (before.value->unit != after.value->unit) cost += 30;
    if (are_other_words(before.word_before, after.word_before)) cost += 8;
    if (are_other_words(before.word_behind, after.word_behind)) cost += 8;
    if (are_of_other_dates(before, after, dates)) cost += 20;
    if (before.bound != after.bound && before.bound != BoundSide::unknown && after.bound != BoundSide::unknown)
        cost += 12;
    if (before.kept != after.kept) cost += 40;
    return cost;
}

PlacePairs nearest_in_order(const std::vector<ValueContext>& few, const std::vector<ValueContext>& many,
                            const std::function<int(const ValueContext&, const ValueContext&)>& distance) {
    const std::size_t rows = few.size(), columns = many.size();
    PlacePairs pairs;
    if (rows == columns || rows * (columns - rows + 1) > most_cells) {
        for (std::uint32_t i = 0; i < rows; ++i) pairs.emplace_back(i, i);
        return pairs;
    }
    // below[j]: the least for few[i + 1…] against many[j…]; takes: whether few[i] pairs with many[i + offset].
    const std::size_t slack = columns - rows;
    std::vector<std::int64_t> below(columns + 1, 0), cost(columns + 1, 0);
    std::vector<bool> takes(rows * (slack + 1));
    for (std::size_t i = rows; i-- > 0;) {
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        for (std::size_t offset = slack + 1; offset-- > 0;) {
            const std::size_t j = i + offset;
            const std::int64_t paired = below[j + 1] + distance(few[i], many[j]);
            takes[i * (slack + 1) + offset] = paired <= least;
            least = std::min(paired, least);
            cost[j] = least;
        }
        std::swap(below, cost);
    }
    for (std::size_t i = 0, j = 0; i < rows; ++i, ++j) {
        while (!takes[i * (slack + 1) + (j - i)]) ++j;
        pairs.emplace_back(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j));
    }
    return pairs;
}

}  // namespace stet
