// Reads figures with scales and fractions, and pairs of words and figure.
#include "quantity/number.hpp"

#include <string>

#include "quantity/number_words.hpp"

namespace stet {

namespace {

using enum LexemeKind;

bool all_digits(std::string_view text) {
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
    }
    return !text.empty();
}

/// A whole number of at most four digits, as they stand in fractions.
std::optional<std::int64_t> short_integer(const Lexemes& lexemes, std::size_t at) {
    if (!lexemes.is(at, figure)) return std::nullopt;
    const std::string_view text = lexemes.text_of(at);
    if (text.size() > 4 || !all_digits(text)) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return value;
}

struct Fraction {
    std::int64_t numerator, denominator;
    std::size_t next;
};

/// "1/2" or "½"; proper, with a denominator that fractions are written with.
std::optional<Fraction> parse_fraction(const Lexemes& lexemes, std::size_t at) {
    if (lexemes.is(at, vulgar)) {
        const std::uint16_t value = lexemes.at(at).value;
        return Fraction{value / 256, value % 256, at + 1};
    }
    const auto above = short_integer(lexemes, at);
    if (!above || !lexemes.touches(at + 1, slash) || lexemes.at(at + 2).gap != Gap::tight) return std::nullopt;
    const auto below = short_integer(lexemes, at + 2);
    if (!below || lexemes.touches(at + 3, slash)) return std::nullopt;
    constexpr std::int64_t usual[] = {2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100};
    for (const std::int64_t denominator : usual) {
        if (*below == denominator && *above > 0 && *above < *below) return Fraction{*above, *below, at + 3};
    }
    const bool of_something = is_part_of_something(lexemes, at) && *above > 0 && *above < *below && *below < 100;
    return of_something ? std::optional(Fraction{*above, *below, at + 3}) : std::nullopt;  // "1/9 of the salary"
}

std::optional<Number> sum(Decimal whole, std::int64_t numerator, std::int64_t denominator, std::size_t next) {
    Number number;
    number.next = next;
    std::optional<Decimal> part = Decimal::ratio(numerator, denominator);
    number.exact = part.has_value();
    if (!part) part = Decimal::rounded_ratio(numerator, denominator, 6);
    const auto value = part ? whole.plus(*part) : std::nullopt;
    if (!value) return std::nullopt;
    number.value = *value;
    return number;
}

/// The fraction that goes on a whole figure: "1-1/2", "1 1/2", "3½", "1 and 1/2".
std::optional<Fraction> fraction_after(const Lexemes& lexemes, std::size_t at) {
    if (lexemes.is(at, conjunction) && lexemes.at(at).gap == Gap::blank && lexemes.at(at + 1).gap == Gap::blank) {
        const std::optional<Fraction> part = parse_fraction(lexemes, at + 1);
        return part && part->denominator <= 8 ? part : std::nullopt;
    }
    if (lexemes.touches(at, hyphen) && lexemes.at(at + 1).gap == Gap::tight) ++at;
    if (lexemes.at(at).gap > Gap::newline) return std::nullopt;
    if (lexemes.is(at, figure) && lexemes.at(at).gap == Gap::tight && !lexemes.is(at - 1, hyphen)) return std::nullopt;
    const std::optional<Fraction> part = parse_fraction(lexemes, at);
    const bool apart = lexemes.at(at).gap != Gap::tight;
    return apart && part && part->denominator > 8 ? std::nullopt : part;  // "16/16/8 4/10" is no 8.4
}

/// "4.250,00" as 4250.00, "50 000" as 50000.
std::optional<Decimal> parse_continental(std::string_view text) {
    std::string figure;
    for (const char c : text)
        if (c == ',' || (c >= '0' && c <= '9')) figure.push_back(c == ',' ? '.' : c);
    return Decimal::parse(figure);
}

std::optional<Number> parse_figure(const Lexemes& lexemes, std::size_t at) {
    if (const auto alone = parse_fraction(lexemes, at)) {
        auto number = sum(Decimal(), alone->numerator, alone->denominator, alone->next);
        if (number) number->in_figures = true;
        return number;
    }
    if (!lexemes.is(at, figure)) return std::nullopt;
    const std::string_view text = lexemes.text_of(at);
    const auto value = lexemes.at(at).value == continental_figure ? parse_continental(text) : Decimal::parse(text);
    if (!value) return std::nullopt;
    Number number{.value = *value, .in_figures = true, .next = at + 1};
    if (text.size() <= 3 && all_digits(text)) {
        if (const auto part = fraction_after(lexemes, at + 1)) {
            auto mixed = sum(*value, part->numerator, part->denominator, part->next);
            if (mixed) mixed->in_figures = true;
            return mixed;
        }
    }
    if (lexemes.is(at + 1, scale) || lexemes.is(at + 1, hundred)) {
        const Gap gap = lexemes.at(at + 1).gap;
        const auto scaled = value->shifted(lexemes.at(at + 1).value);
        if (scaled && gap != Gap::wall) return Number{.value = *scaled, .in_figures = true, .next = at + 2};
    }
    const auto year = short_integer(lexemes, at);
    number.plain_year = year && text.size() == 4 && *year >= 1900 && *year < 2200;
    return number;
}

bool is_minus(const Lexemes& lexemes, std::size_t at) {
    return lexemes.is(at, hyphen) && lexemes.at(at + 1).gap == Gap::tight && lexemes.is(at + 1, figure) &&
           (lexemes.at(at).gap != Gap::tight || (at > 0 && lexemes.is(at - 1, open)));
}

bool is_number_word(LexemeKind kind) {
    return kind == small || kind == tens;
}

std::optional<Number> read_number(const Lexemes& lexemes, std::size_t at) {
    if (is_number_word(lexemes.at(at).kind)) {
        const auto words = parse_number_words(lexemes, at);
        const auto whole = words ? Decimal::of(words->whole) : std::nullopt;
        return whole ? sum(*whole, words->numerator, words->denominator, words->next) : std::nullopt;
    }
    if (!is_minus(lexemes, at)) return parse_figure(lexemes, at);
    auto number = parse_figure(lexemes, at + 1);
    if (number) number->value = number->value.negated();
    return number;
}

}  // namespace

bool may_begin_number(const Lexemes& lexemes, std::size_t at) {
    const LexemeKind kind = lexemes.at(at).kind;
    return kind == figure || kind == vulgar || is_number_word(kind) || is_minus(lexemes, at);
}

bool is_part_of_something(const Lexemes& lexemes, std::size_t at) {
    if (!lexemes.follows(at + 3, of)) return false;
    const bool one_part = lexemes.text_of(at) == "1" && !lexemes.is(at + 4, one_leader);  // "1/10 of the school year"
    for (std::size_t i = at + 4; i < at + 7 && lexemes.at(i).gap != Gap::wall; ++i)
        if (lexemes.is(i, unit))
            return one_part || unit_name(lexemes.at(i).value) != "year" || lexemes.touches(i + 1, apostrophe);
    return true;
}

std::optional<Number> parse_number(const Lexemes& lexemes, std::size_t at) {
    LastNumber& last = lexemes.last_number();
    if (last.at != at) last = {at, read_number(lexemes, at)};
    return last.number;
}

bool restates(const Number& said, const Number& in_brackets) {
    if (in_brackets.in_figures && !said.in_figures) return true;
    return in_brackets.value == said.value && in_brackets.in_figures != said.in_figures;
}

std::optional<Decimal> in_other_words(const Number& said, const Decimal& figure, bool exact) {
    if (said.in_figures || !said.exact || !exact || said.value == figure) return std::nullopt;
    // "twenty-five ($.25) cents" says the same.
    if (const auto hundredth = said.value.shifted(-2); hundredth == figure) return std::nullopt;
    return said.value;
}

std::optional<std::size_t> behind_close(const Lexemes& lexemes, std::size_t at) {
    return lexemes.follows(at, close) ? std::optional(at + 1) : std::nullopt;
}

std::optional<Number> parse_number_pair(const Lexemes& lexemes, std::size_t at) {
    std::optional<Number> said = parse_number(lexemes, at);
    if (!said || !lexemes.follows(said->next, open)) return said;
    std::optional<Number> inner = parse_number(lexemes, said->next + 1);
    if (!inner || !restates(*said, *inner)) return said;
    std::size_t last = inner->next;
    if (lexemes.touches(last, multiple)) ++last;  // "(1-1/2x)"
    const auto next = behind_close(lexemes, last);
    if (!next) return said;
    if (inner->in_figures)
        inner->in_words = in_other_words(*said, inner->value, inner->exact);
    else
        inner = said;
    inner->next = *next;
    inner->plain_year = false;
    return inner;
}

}  // namespace stet
