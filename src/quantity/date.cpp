// Reads dates in words and figures and counts the days between them (proleptic Gregorian calendar).
#include "quantity/date.hpp"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <string>

#include "quantity/ordinal.hpp"
#include "text/word_bytes.hpp"

namespace stet {

namespace {

using enum LexemeKind;

struct Calendar {
    int year = 0;  ///< 0 where unsaid
    int month = 0;
    int day = 0;  ///< 0 where unsaid
};

bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in(int month, int year) {
    constexpr int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && year != 0 && !is_leap(year) ? 28 : days[month - 1];
}

bool is_valid(const Calendar& date) {
    return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= days_in(date.month, date.year);
}

void append_padded(std::string& out, int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    if (digits.size() < width) out.append(width - digits.size(), '0');
    out += digits;
}

std::string iso_of(const Calendar& date) {
    std::string iso;
    if (date.year == 0)
        iso += '-';
    else
        append_padded(iso, date.year, 4);
    iso += '-';
    append_padded(iso, date.month, 2);
    if (date.day == 0) return iso;
    iso += '-';
    append_padded(iso, date.day, 2);
    return iso;
}

/// The figure at `at` when it is bare digits, `least` to `most` of them.
std::optional<int> digits_at(const Lexemes& lexemes, std::size_t at, std::size_t least, std::size_t most) {
    if (!lexemes.is(at, figure)) return std::nullopt;
    const std::string_view text = lexemes.text_of(at);
    if (text.size() < least || text.size() > most) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// A figure that nothing touches from behind but marks.
bool stands_free(const Lexemes& lexemes, std::size_t next) {
    const Lexeme& behind = lexemes.at(next);
    if (behind.gap != Gap::tight) return true;
    return behind.kind != slash && behind.kind != other && behind.kind != article && behind.kind != percent_sign &&
           behind.kind != multiple;
}

Found found_date(const Lexemes& lexemes, std::size_t at, std::size_t next, std::string iso) {
    Found found = found_at(lexemes, QuantityType::date, at, next, Number{});
    found.quantity.iso = std::move(iso);
    return found;
}

/// A year of four digits behind `at`, perhaps behind a comma.
struct Year {
    int year;
    std::size_t next;
};
std::optional<Year> year_behind(const Lexemes& lexemes, std::size_t at) {
    if (lexemes.touches(at, comma)) ++at;
    const std::optional<int> year = lexemes.follows(at, figure) ? digits_at(lexemes, at, 4, 4) : std::nullopt;
    if (!year || *year < 1600 || *year > 2399 || !stands_free(lexemes, at + 1)) return std::nullopt;
    return Year{*year, at + 1};
}

int full_year(int year, std::size_t digits) {
    if (digits > 2) return year;
    return year < 70 ? 2000 + year : 1900 + year;
}

/// A year of two or four digits behind a mark that joins it: the "/21" of "July 1/21", the "-21" of "1-Jul-21".
std::optional<Year> joined_year(const Lexemes& lexemes, std::size_t at, LexemeKind mark) {
    if (!lexemes.touches(at, mark) || !lexemes.touches(at + 1, figure)) return std::nullopt;
    const std::size_t digits = lexemes.at(at + 1).span.size();
    const std::optional<int> year = digits == 3 ? std::nullopt : digits_at(lexemes, at + 1, 2, 4);
    if (!year || !stands_free(lexemes, at + 2) || lexemes.touches(at + 2, mark)) return std::nullopt;
    const int full = full_year(*year, digits);
    return full < 1600 || full > 2399 ? std::nullopt : std::optional(Year{full, at + 2});
}

/// Whether the month's name is one: "may" and "march" are words, too, unless capital.
bool is_month(const Lexemes& lexemes, std::size_t at) {
    if (!lexemes.is(at, month)) return false;
    const char first = lexemes.text_of(at).front();
    const std::uint16_t value = lexemes.at(at).value;
    return (first >= 'A' && first <= 'Z') || (value != 5 && value != 3 && lexemes.at(at).span.size() > 3);
}

std::size_t behind_month(const Lexemes& lexemes, std::size_t at) {
    return lexemes.touches(at + 1, period) && lexemes.at(at).span.size() <= 4 ? at + 2 : at + 1;
}

/// A day of the month as printed: "3", "3rd", "third (3rd)".
struct Day {
    int day;
    std::size_t next;
    bool is_ordinal;
};
std::optional<Day> day_at(const Lexemes& lexemes, std::size_t at) {
    if (const auto ordinal = parse_ordinal(lexemes, at)) {
        if (ordinal->value < 1 || ordinal->value > 31) return std::nullopt;
        return Day{static_cast<int>(ordinal->value), ordinal->next, true};
    }
    const std::optional<int> day = digits_at(lexemes, at, 1, 2);
    return day ? std::optional(Day{*day, at + 1, false}) : std::nullopt;
}

/// Whether the word in front is in small letters: a capital behind it is that of a name.
bool is_behind_small_word(const Lexemes& lexemes, std::size_t at) {
    if (at == 0 || lexemes.at(at).gap == Gap::wall || lexemes.at(at).gap == Gap::tight) return false;
    std::string_view word = lexemes.text_of(at - 1);
    word.remove_prefix(std::min(word.find_last_of(" \n") + 1, word.size()));
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "June" without a day or year: words that are others, too ("May", "March"), only within a sentence, and no short
/// forms.
std::optional<Found> month_alone(const Lexemes& lexemes, std::size_t at) {
    const std::uint16_t value = lexemes.at(at).value;
    const bool is_other_word = value == 3 || value == 5;
    if (is_other_word ? !is_behind_small_word(lexemes, at) : lexemes.at(at).span.size() <= 3) return std::nullopt;
    Found found = found_date(lexemes, at, at + 1, iso_of({.month = value}));
    found.quantity.weak = true;
    return found;
}

/// "January 3, 2022", "January 3rd", "June first", "January 2022", "January 3/22".
std::optional<Found> month_first(const Lexemes& lexemes, std::size_t at) {
    if (!is_month(lexemes, at)) return std::nullopt;
    Calendar date{.month = lexemes.at(at).value};
    std::size_t next = behind_month(lexemes, at);
    const std::optional<Day> day = lexemes.at(next).gap != Gap::wall ? day_at(lexemes, next) : std::nullopt;
    const bool runs_on = day && day->is_ordinal && lexemes.touches(day->next, hyphen);  // "June first-year"
    std::optional<Year> year;
    if (day && !runs_on) {
        date.day = day->day;
        next = day->next;
        year = joined_year(lexemes, next, slash);
        if (!is_valid(date) || (!year && !stands_free(lexemes, next))) return std::nullopt;
    }
    if (!year) year = year_behind(lexemes, next);
    if (year) {
        date.year = year->year;
        next = year->next;
    }
    if (date.day == 0 && date.year == 0) return month_alone(lexemes, at);
    if (date.day != 0 && !is_valid(date)) return std::nullopt;
    return found_date(lexemes, at, next, iso_of(date));
}

/// "3 January 2022", "the 3rd of January", "second day of April, 2023", "before 1 June".
std::optional<Found> day_first(const Lexemes& lexemes, std::size_t at) {
    const std::optional<Day> day = day_at(lexemes, at);
    if (!day) return std::nullopt;
    std::size_t next = day->next;
    bool certain = day->is_ordinal;
    const bool says_day = lexemes.follows(next, unit) && lexemes.text_of(next).size() == 3 &&
                          lexemes.at(next).value == 3 && lexemes.follows(next + 1, of);
    if (says_day) ++next;
    if (lexemes.follows(next, of)) certain = ++next != 0;
    if (lexemes.at(next).gap == Gap::wall || !is_month(lexemes, next)) return std::nullopt;
    Calendar date{.month = lexemes.at(next).value, .day = day->day};
    next = behind_month(lexemes, next);
    if (const auto year = year_behind(lexemes, next)) {
        date.year = year->year;
        next = year->next;
        certain = true;
    }
    if (!(certain || is_behind_small_word(lexemes, at)) || !is_valid(date)) return std::nullopt;
    return found_date(lexemes, at, next, iso_of(date));
}

/// "1-Jul-21", "15-Mar-2024".
std::optional<Found> joined_day_first(const Lexemes& lexemes, std::size_t at) {
    const std::optional<int> day = digits_at(lexemes, at, 1, 2);
    if (!day || !lexemes.touches(at + 1, hyphen) || !lexemes.touches(at + 2, month)) return std::nullopt;
    const auto year = joined_year(lexemes, at + 3, hyphen);
    if (!year) return std::nullopt;
    const Calendar date{year->year, lexemes.at(at + 2).value, *day};
    if (!is_valid(date)) return std::nullopt;
    return found_date(lexemes, at, year->next, iso_of(date));
}

/// Three figures joined by one mark: "1/16/22", "12-19-94", "2022-01-30".
std::optional<Found> three_figures(const Lexemes& lexemes, std::size_t at) {
    const LexemeKind mark = lexemes.at(at + 1).kind;
    if (mark != slash && mark != hyphen) return std::nullopt;
    if (lexemes.at(at + 3).kind != mark || !stands_free(lexemes, at + 5)) return std::nullopt;
    for (std::size_t i = at + 1; i < at + 5; ++i) {
        if (lexemes.at(i).gap != Gap::tight) return std::nullopt;
    }
    if (lexemes.touches(at + 5, mark) && lexemes.touches(at + 6, figure)) return std::nullopt;
    Calendar date;
    const auto year_first = digits_at(lexemes, at, 4, 4);
    if (year_first) {
        date = {*year_first, digits_at(lexemes, at + 2, 1, 2).value_or(0),
                digits_at(lexemes, at + 4, 1, 2).value_or(0)};
    } else {
        const auto first = digits_at(lexemes, at, 1, 2), second = digits_at(lexemes, at + 2, 1, 2);
        const std::size_t year_digits = lexemes.at(at + 4).span.size();
        const auto year = year_digits == 3 ? std::nullopt : digits_at(lexemes, at + 4, 2, 4);
        if (!first || !second || !year) return std::nullopt;
        date = {full_year(*year, year_digits), *first, *second};
        if (*first > 12) std::swap(date.month, date.day);
    }
    if (!is_valid(date) || date.year < 1600 || date.year > 2399) return std::nullopt;
    return found_date(lexemes, at, at + 5, iso_of(date));
}

/// "12/2", not "1/2" nor "24/7".
std::optional<Found> month_and_day(const Lexemes& lexemes, std::size_t at) {
    const auto first = digits_at(lexemes, at, 1, 2), second = digits_at(lexemes, at + 2, 1, 2);
    if (!first || !second || !lexemes.touches(at + 1, slash) || !lexemes.touches(at + 2, figure)) return std::nullopt;
    if (at > 0 && lexemes.touches(at, figure) && lexemes.is(at - 1, slash)) return std::nullopt;
    const bool is_fraction = *first < *second && std::gcd(*first, *second) == 1 &&
                             ((*second >= 2 && *second <= 4) || is_part_of_something(lexemes, at));
    const Calendar date{.month = *first, .day = *second};
    const bool days = lexemes.follows(at + 3, LexemeKind::month) && is_month(lexemes, at + 3);  // "10/15 March"
    if (is_fraction || days || !is_valid(date) || !stands_free(lexemes, at + 3)) return std::nullopt;
    return found_date(lexemes, at, at + 3, iso_of(date));
}

/// "1.1.2024", "30.6.2025": month first unless only day first can be.
std::optional<Found> dotted_date(const Lexemes& lexemes, std::size_t at) {
    int parts[3] = {0, 0, 0};
    std::size_t sizes[3] = {0, 0, 0};
    std::size_t part = 0;
    for (const char c : lexemes.text_of(at)) {
        if (c == '.' && ++part > 2) return std::nullopt;
        if (c == '.') continue;
        if (c < '0' || c > '9' || ++sizes[part] > 4) return std::nullopt;
        parts[part] = parts[part] * 10 + (c - '0');
    }
    if (part != 2 || sizes[0] > 2 || sizes[1] > 2 || sizes[2] != 4 || parts[2] < 1900 || parts[2] > 2199)
        return std::nullopt;
    Calendar date{parts[2], parts[0], parts[1]};
    if (date.month > 12) std::swap(date.month, date.day);
    if (!is_valid(date) || !stands_free(lexemes, at + 1)) return std::nullopt;
    return found_date(lexemes, at, at + 1, iso_of(date));
}

/// A year as agreements name it.
std::optional<int> year_at(const Lexemes& lexemes, std::size_t at) {
    const std::optional<int> year = digits_at(lexemes, at, 4, 4);
    return year && *year >= 1960 && *year < 2060 ? year : std::nullopt;
}

/// The "1987" of "555-201-1987": no year stands behind three figures and a hyphen.
bool ends_line_number(const Lexemes& lexemes, std::size_t at) {
    return at > 1 && lexemes.touches(at, figure) && lexemes.touches(at - 1, hyphen) && lexemes.is(at - 2, figure) &&
           lexemes.at(at - 2).span.size() == 3;
}

/// "1/2022", "2022-2023", "2022–23", "2022".
std::optional<Found> year_forms(const Lexemes& lexemes, std::size_t at) {
    if (ends_line_number(lexemes, at)) return std::nullopt;
    const bool parted = lexemes.at(at + 1).gap == Gap::tight && lexemes.at(at + 2).gap == Gap::tight;
    const bool slashed = parted && lexemes.is(at + 1, slash);
    const bool ranged = slashed || (parted && lexemes.is(at + 1, hyphen));
    const std::optional<int> month = digits_at(lexemes, at, 1, 2);
    const std::optional<int> second = ranged ? year_at(lexemes, at + 2) : std::nullopt;
    if (month && slashed && second && *month >= 1 && *month <= 12 && stands_free(lexemes, at + 3))
        return found_date(lexemes, at, at + 3, iso_of({*second, *month, 0}));
    const std::optional<int> first = year_at(lexemes, at);
    if (!first) return std::nullopt;
    const std::optional<int> last = !ranged  ? std::nullopt
                                    : second ? second
                                    : digits_at(lexemes, at + 2, 2, 2).has_value()
                                        ? std::optional(*first / 100 * 100 + *digits_at(lexemes, at + 2, 2, 2))
                                        : std::nullopt;
    if (last && *last > *first && *last <= *first + 10 && stands_free(lexemes, at + 3)) {
        std::string iso;
        append_padded(iso, *first, 4);
        iso += '/';
        append_padded(iso, *last, 4);
        return found_date(lexemes, at, at + 3, std::move(iso));
    }
    const bool counts = lexemes.follows(at + 1, unit) && unit_name(lexemes.at(at + 1).value) != "year";
    if (counts || !stands_free(lexemes, at + 1) || lexemes.touches(at + 1, cent_letter)) return std::nullopt;
    return found_date(lexemes, at, at + 1, std::to_string(*first));
}

/// "a.m." or "pm" in the bytes behind a time of day: 'a' or 'p' and where it ends.
struct Meridiem {
    char letter;
    std::size_t end;
};
std::optional<Meridiem> meridiem_behind(std::string_view text, std::size_t at) {
    const auto folded = [&](std::size_t i) {
        const char c = i < text.size() ? text[i] : '\0';
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c;
    };
    if (folded(at) == ' ') ++at;
    const char letter = folded(at);
    if (letter != 'a' && letter != 'p') return std::nullopt;
    const bool dotted_form = folded(at + 1) == '.';
    if (dotted_form && folded(at + 2) == ' ') ++at;  // "a. m."
    const std::size_t second = dotted_form ? at + 2 : at + 1;
    if (folded(second) != 'm') return std::nullopt;
    const char behind = folded(second + 1);
    if ((behind >= 'a' && behind <= 'z') || (behind >= '0' && behind <= '9')) return std::nullopt;
    return Meridiem{letter, dotted_form && behind == '.' ? second + 2 : second + 1};
}

/// Behind "o'clock" in the bytes behind a number, or `at`.
std::size_t behind_clock(std::string_view text, std::size_t at) {
    std::size_t next = at;
    while (next < text.size() && (text[next] == ' ' || text[next] == '\n')) ++next;
    for (const std::string_view form : {"o'clock", "o\u2019clock", "O'Clock", "O\u2019Clock", "o'Clock"})
        if (text.substr(next).starts_with(form)) return next + form.size();
    return at;
}

/// Whether a word goes on to the end of a range.
bool is_until(const Lexemes& lexemes, std::size_t at) {
    const std::string_view word = lexemes.text_of(at);
    return word == "to" || word == "through" || word == "until";
}

/// An hour and its minutes, as far as figures or words say them.
struct Clock {
    int hour = 0;
    int minute = 0;
    bool has_minutes = false;
    std::size_t next = 0;
    bool dotted = false;  ///< "6.30": a time only where "a.m." or "p.m." stands behind
};
/// "6.30", "10.00".
std::optional<Clock> dotted_clock(const Lexemes& lexemes, std::size_t at) {
    if (!lexemes.is(at, figure)) return std::nullopt;
    const std::string_view text = lexemes.text_of(at);
    const std::size_t point = text.find('.');
    if (point == 0 || point > 2 || text.size() != point + 3) return std::nullopt;
    int hour = 0, minute = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == point) continue;
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        int& number = i < point ? hour : minute;
        number = number * 10 + (text[i] - '0');
    }
    if (minute > 59) return std::nullopt;
    return Clock{hour, minute, true, at + 1, true};
}

std::optional<Clock> clock_at(const Lexemes& lexemes, std::size_t at) {
    if (lexemes.is(at, small)) return Clock{lexemes.at(at).value, 0, false, at + 1};
    const auto hour = digits_at(lexemes, at, 1, 2);
    if (!hour) return dotted_clock(lexemes, at);
    Clock clock{*hour, 0, false, at + 1};
    if (!lexemes.touches(at + 1, colon) || !lexemes.touches(at + 2, figure)) return clock;
    const auto minutes = digits_at(lexemes, at + 2, 2, 2);
    if (!minutes || *minutes > 59 || lexemes.touches(at + 3, colon)) return std::nullopt;
    return Clock{*hour, *minutes, true, at + 3};
}

Found found_time(const Lexemes& lexemes, std::size_t at, std::size_t next, int hour, int minute, std::size_t end) {
    std::string iso = "T";
    append_padded(iso, hour, 2);
    iso += ':';
    append_padded(iso, minute, 2);
    Found found = found_date(lexemes, at, next, std::move(iso));
    found.quantity.span.end = static_cast<std::uint32_t>(end);
    while (found.next < lexemes.size() && lexemes.at(found.next).span.begin < end) ++found.next;
    return found;
}

/// "a ratio of 1:12": a little in front of the figures, in the same sentence, the word stands.
bool is_ratio(std::string_view text, std::size_t at) {
    constexpr std::size_t farthest = 60;
    const std::size_t from = at > farthest ? at - farthest : 0;
    std::string_view before = text.substr(from, at - from);
    if (const std::size_t end = before.find_last_of(".;\n"); end != std::string_view::npos) before.remove_prefix(end);
    const auto is_letter_at = [&](std::size_t i) {
        return i < before.size() && std::isalpha(static_cast<unsigned char>(before[i])) != 0;
    };
    const std::size_t found = before.rfind("atio");
    if (found == std::string_view::npos || found == 0 || (before[found - 1] != 'r' && before[found - 1] != 'R'))
        return false;
    const std::size_t behind = found + 4 < before.size() && before[found + 4] == 's' ? found + 5 : found + 4;
    return !(found > 1 && is_letter_at(found - 2)) && !is_letter_at(behind);
}

/// "7:30", "7:30 a.m.", "7pm", "seven o'clock", "12:00 noon", "midnight".
std::optional<Found> time_of_day(const Lexemes& lexemes, std::size_t at) {
    if (lexemes.is(at, clock_word))
        return found_time(lexemes, at, at + 1, lexemes.at(at).value, 0, lexemes.at(at).span.end);
    const auto clock = clock_at(lexemes, at);
    if (!clock) return std::nullopt;
    if (clock->hour == 12 && clock->minute == 0 && lexemes.follows(clock->next, clock_word))
        return found_time(lexemes, at, clock->next + 1, lexemes.at(clock->next).value, 0,
                          lexemes.at(clock->next).span.end);
    const std::size_t number_end = lexemes.at(clock->next - 1).span.end;
    const std::size_t end = behind_clock(lexemes.text(), number_end);
    const auto meridiem = meridiem_behind(lexemes.text(), end);
    if (!meridiem && !clock->has_minutes && end == number_end) return std::nullopt;
    if (!meridiem && clock->dotted) return std::nullopt;
    if (!meridiem && (clock->hour > 23 || is_ratio(lexemes.text(), lexemes.at(at).span.begin))) return std::nullopt;
    if (meridiem && (clock->hour > 12 || clock->hour == 0)) return std::nullopt;
    const int hour = !meridiem ? clock->hour : clock->hour % 12 + (meridiem->letter == 'p' ? 12 : 0);
    return found_time(lexemes, at, clock->next, hour, clock->minute, meridiem ? meridiem->end : end);
}

/// "0600" or "1530": an hour and its minutes in four digits.
std::optional<Clock> four_digits(const Lexemes& lexemes, std::size_t at) {
    const auto value = digits_at(lexemes, at, 4, 4);
    if (!value || *value > 2400 || *value % 100 > 59) return std::nullopt;
    return Clock{*value / 100, *value % 100, true, at + 1};
}

bool opens_with_nought(const Lexemes& lexemes, std::size_t at) {
    return lexemes.is(at, figure) && lexemes.text_of(at).starts_with('0');
}

/// Whether a pair joined by a hyphen from `first` on is a part of a longer row: "0512-0034-0018" is a number of a
/// policy.
bool is_in_row(const Lexemes& lexemes, std::size_t first) {
    return (first > 0 && lexemes.is(first - 1, hyphen) && lexemes.touches(first, figure)) ||
           (lexemes.touches(first + 3, hyphen) && lexemes.touches(first + 4, figure));
}

/// Whether a figure's time of day is one that clocks strike: no number of a room or a form.
bool is_round(const Lexemes& lexemes, std::size_t at) {
    const auto clock = four_digits(lexemes, at);
    return clock && clock->minute % 5 == 0;
}

/// "Forms 0100 to 0250": a capital in the plural in front, which has no hours as "Mondays" and "Shifts" have.
bool are_numbers_of_things(const Lexemes& lexemes, std::size_t at) {
    if (at > 1 && lexemes.is(at - 2, figure)) at -= 2;
    if (at == 0 || !lexemes.is(at - 1, other) || lexemes.at(at).gap == Gap::wall) return false;
    std::string_view word = lexemes.text_of(at - 1);
    word.remove_prefix(std::min(word.find_last_of(" \n") + 1, word.size()));
    if (word.size() < 3 || word.front() < 'A' || word.front() > 'Z' || !word.ends_with('s')) return false;
    std::string singular(word.substr(0, word.size() - 1));
    singular.front() = folded(singular.front());
    return !singular.ends_with("day") && !may_have_hours(singular);
}

/// "0600-1600", "0600 to 1430", "2100-0700", "0600 hours": times of day as they are written without a colon, told by
/// their nought.
std::optional<Found> military_time(const Lexemes& lexemes, std::size_t at) {
    const auto clock = four_digits(lexemes, at);
    if (!clock) return std::nullopt;
    const auto joins = [&](std::size_t joint, std::size_t end) {
        if (!opens_with_nought(lexemes, at) && !opens_with_nought(lexemes, end)) return false;
        if (lexemes.follows(std::max(at, end), figure) && lexemes.follows(joint, other) && is_until(lexemes, joint))
            return is_round(lexemes, at) && is_round(lexemes, end);
        return lexemes.is(joint, hyphen) && four_digits(lexemes, end) && !is_in_row(lexemes, std::min(at, end));
    };
    if (are_numbers_of_things(lexemes, at)) return std::nullopt;
    const bool hours = opens_with_nought(lexemes, at) && lexemes.follows(at + 1, unit) &&
                       unit_name(lexemes.at(at + 1).value) == "hour";
    if (!hours && !joins(at + 1, at + 2) && !(at > 1 && joins(at - 1, at - 2))) return std::nullopt;
    const std::size_t next = hours ? at + 2 : at + 1;
    return found_time(lexemes, at, next, clock->hour, clock->minute, lexemes.at(next - 1).span.end);
}

/// Days from 1 March of year 0 (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
std::int64_t day_number(const Calendar& date) {
    const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    const std::int64_t month = (date.month + 9) % 12;
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date.day - 1;
}

std::optional<Calendar> parse_iso(std::string_view iso) {
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = 0;
        for (std::size_t i = at; i < at + size; ++i) {
            if (iso[i] < '0' || iso[i] > '9') return -1;
            value = value * 10 + (iso[i] - '0');
        }
        return value;
    };
    Calendar date;
    if (iso.size() == 10)
        date = {number(0, 4), number(5, 2), number(8, 2)};
    else if (iso.size() == 7 && iso.starts_with("--"))
        date = {0, number(2, 2), number(5, 2)};
    return is_valid(date) && date.year >= 0 ? std::optional(date) : std::nullopt;
}

}  // namespace

std::optional<Found> parse_date(const Lexemes& lexemes, std::size_t at) {
    switch (lexemes.at(at).kind) {
        case month:
            return month_first(lexemes, at);
        case dotted:
            return dotted_date(lexemes, at);
        case clock_word:
            return time_of_day(lexemes, at);
        case small:
        case tens:
        case ordinal:
        case denominator:
            if (auto found = day_first(lexemes, at)) return found;
            return time_of_day(lexemes, at);
        case figure:
            break;
        default:
            return std::nullopt;
    }
    if (auto found = three_figures(lexemes, at)) return found;
    if (auto found = military_time(lexemes, at)) return found;
    if (auto found = month_and_day(lexemes, at)) return found;
    if (auto found = joined_day_first(lexemes, at)) return found;
    if (auto found = day_first(lexemes, at)) return found;
    if (auto found = year_forms(lexemes, at)) return found;
    return time_of_day(lexemes, at);
}

std::optional<Found> parse_further_day(const Lexemes& lexemes, Found& first) {
    const std::string& iso = first.quantity.iso;
    if (first.quantity.type != QuantityType::date || iso.size() != 7 || !iso.starts_with("--")) return std::nullopt;
    if (!lexemes.is(first.next - 1, figure) && !lexemes.is(first.next - 1, ordinal_suffix)) return std::nullopt;
    std::size_t at = first.next;
    if (lexemes.touches(at, hyphen) || lexemes.follows(at, conjunction))
        ++at;
    else if (lexemes.follows(at, other) && is_until(lexemes, at))
        ++at;
    else
        return std::nullopt;
    if (lexemes.at(at).gap == Gap::wall) return std::nullopt;
    const std::optional<Day> day = day_at(lexemes, at);
    const auto year = day ? year_behind(lexemes, day->next) : std::nullopt;
    if (!year) return std::nullopt;
    const int month_number = (iso[2] - '0') * 10 + (iso[3] - '0');
    const int first_day = (iso[5] - '0') * 10 + (iso[6] - '0');
    const Calendar from{year->year, month_number, first_day}, to{year->year, month_number, day->day};
    if (!is_valid(from) || !is_valid(to)) return std::nullopt;
    first.quantity.iso = iso_of(from);
    return found_date(lexemes, at, year->next, iso_of(to));
}

std::optional<std::int64_t> days_between(std::string_view before, std::string_view after) {
    const auto from = parse_iso(before), to = parse_iso(after);
    if (!from || !to || (from->year == 0) != (to->year == 0)) return std::nullopt;
    if (from->year == 0)
        return from->month == to->month ? std::optional<std::int64_t>(to->day - from->day) : std::nullopt;
    return day_number(*to) - day_number(*from);
}

}  // namespace stet
