// Reads dates in words and figures and counts the days between them (proleptic Gregorian calendar).
#include "quantity/date.hpp"

#include <numeric>
#include <string>

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
    return behind.kind != slash && behind.kind != other && behind.kind != percent_sign && behind.kind != multiple;
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

/// "January 3, 2022", "January 3rd", "January 2022".
std::optional<Found> month_first(const Lexemes& lexemes, std::size_t at) {
    if (!is_month(lexemes, at)) return std::nullopt;
    Calendar date{.month = lexemes.at(at).value};
    std::size_t next = behind_month(lexemes, at);
    const std::optional<int> day = lexemes.follows(next, figure) ? digits_at(lexemes, next, 1, 2) : std::nullopt;
    if (day) {
        date.day = *day;
        ++next;
        if (lexemes.touches(next, ordinal_suffix)) ++next;
        if (!is_valid(date) || !stands_free(lexemes, next)) return std::nullopt;
    }
    if (const auto year = year_behind(lexemes, next)) {
        date.year = year->year;
        next = year->next;
    }
    if (date.day == 0 ? date.year == 0 : !is_valid(date)) return std::nullopt;
    return found_date(lexemes, at, next, iso_of(date));
}

/// "3 January 2022", "the 3rd of January".
std::optional<Found> day_first(const Lexemes& lexemes, std::size_t at) {
    const std::optional<int> day = digits_at(lexemes, at, 1, 2);
    if (!day) return std::nullopt;
    std::size_t next = at + 1;
    bool certain = false;
    if (lexemes.touches(next, ordinal_suffix)) certain = ++next != 0;
    if (lexemes.follows(next, of)) certain = ++next != 0;
    if (lexemes.at(next).gap == Gap::wall || !is_month(lexemes, next)) return std::nullopt;
    Calendar date{.month = lexemes.at(next).value, .day = *day};
    next = behind_month(lexemes, next);
    if (const auto year = year_behind(lexemes, next)) {
        date.year = year->year;
        next = year->next;
        certain = true;
    }
    if (!certain || !is_valid(date)) return std::nullopt;
    return found_date(lexemes, at, next, iso_of(date));
}

int full_year(int year, std::size_t digits) {
    if (digits > 2) return year;
    return year < 70 ? 2000 + year : 1900 + year;
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
    const bool is_fraction = *second >= 2 && *second <= 4 && *first < *second && std::gcd(*first, *second) == 1;
    const Calendar date{.month = *first, .day = *second};
    if (is_fraction || !is_valid(date) || !stands_free(lexemes, at + 3)) return std::nullopt;
    return found_date(lexemes, at, at + 3, iso_of(date));
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

/// "7:30", "7:30 a.m.", "7pm".
std::optional<Found> time_of_day(const Lexemes& lexemes, std::size_t at) {
    const auto hour = digits_at(lexemes, at, 1, 2);
    if (!hour) return std::nullopt;
    std::size_t next = at + 1;
    int minute = 0;
    const bool has_minutes = lexemes.touches(next, colon) && lexemes.touches(next + 1, figure);
    if (has_minutes) {
        const auto minutes = digits_at(lexemes, next + 1, 2, 2);
        if (!minutes || *minutes > 59 || lexemes.touches(next + 2, colon)) return std::nullopt;
        minute = *minutes;
        next += 2;
    }
    const auto meridiem = meridiem_behind(lexemes.text(), lexemes.at(next - 1).span.end);
    if (!meridiem && (!has_minutes || *hour > 23)) return std::nullopt;
    if (meridiem && (*hour > 12 || *hour == 0)) return std::nullopt;
    const int hours = !meridiem ? *hour : *hour % 12 + (meridiem->letter == 'p' ? 12 : 0);
    std::string iso = "T";
    append_padded(iso, hours, 2);
    iso += ':';
    append_padded(iso, minute, 2);
    Found found = found_date(lexemes, at, next, std::move(iso));
    if (meridiem) {
        found.quantity.span.end = static_cast<std::uint32_t>(meridiem->end);
        while (found.next < lexemes.size() && lexemes.at(found.next).span.begin < meridiem->end) ++found.next;
    }
    return found;
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
    if (lexemes.is(at, month)) return month_first(lexemes, at);
    if (!lexemes.is(at, figure)) return std::nullopt;
    if (auto found = three_figures(lexemes, at)) return found;
    if (auto found = month_and_day(lexemes, at)) return found;
    if (auto found = day_first(lexemes, at)) return found;
    return time_of_day(lexemes, at);
}

std::optional<std::int64_t> days_between(std::string_view before, std::string_view after) {
    const auto from = parse_iso(before), to = parse_iso(after);
    if (!from || !to || (from->year == 0) != (to->year == 0)) return std::nullopt;
    if (from->year == 0)
        return from->month == to->month ? std::optional<std::int64_t>(to->day - from->day) : std::nullopt;
    return day_number(*to) - day_number(*from);
}

}  // namespace stet
