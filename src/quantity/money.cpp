// Reads sums by sign, by word, and by dollars and cents.
#include "quantity/money.hpp"

namespace stet {

namespace {

using enum LexemeKind;

/// "-$" or "$-": the sign of a negative sum.
bool is_minus(const Lexemes& lexemes, std::size_t at) {
    return lexemes.is(at, hyphen) && lexemes.at(at).gap != Gap::tight && lexemes.touches(at + 1, currency);
}

/// "$5", "US$ 5", "USD 5", "$1.5 million", "$5k".
std::optional<Found> by_sign(const Lexemes& lexemes, std::size_t at) {
    const bool negative = is_minus(lexemes, at);
    const std::size_t sign = negative ? at + 1 : at;
    if (!lexemes.is(sign, currency) && !lexemes.is(sign, currency_code)) return std::nullopt;
    std::size_t first = sign + 1;
    if (lexemes.is(sign, currency_code) && lexemes.follows(first, currency)) ++first;
    const bool minus_inside = lexemes.touches(first, hyphen) && lexemes.at(first + 1).gap == Gap::tight;
    if (minus_inside) ++first;
    if (!lexemes.follows(first, figure)) return std::nullopt;
    std::optional<Number> number = parse_number(lexemes, first);
    if (!number) return std::nullopt;
    if (lexemes.touches(number->next, magnitude)) {
        const auto scaled = number->value.shifted(lexemes.at(number->next).value);
        if (scaled) number->value = *scaled;
        if (scaled) ++number->next;
    } else if (lexemes.touches(number->next, cent_letter)) {  // "$.35c"
        ++number->next;
    }
    if (negative || minus_inside) number->value = number->value.negated();
    Found found = found_at(lexemes, QuantityType::money, at, number->next, *number);
    found.quantity.unit = currency_name(lexemes.at(sign).value);
    return found;
}

/// Index behind a unit word, which a hyphen may join to its number; nothing where none stands.
std::optional<std::size_t> behind_unit(const Lexemes& lexemes, std::size_t at, LexemeKind kind) {
    if (lexemes.touches(at, hyphen) && lexemes.at(at + 1).gap <= Gap::newline) ++at;
    return lexemes.follows(at, kind) ? std::optional(at + 1) : std::nullopt;
}

/// "25 cents", "five cents", "25¢", ".35c" (a sum in dollars that bears the cent's letter).
std::optional<Found> in_cents(const Lexemes& lexemes, std::size_t at) {
    std::optional<Number> number = parse_number_pair(lexemes, at);
    if (!number) return std::nullopt;
    std::optional<std::size_t> next = behind_unit(lexemes, number->next, cents);
    if (!next && lexemes.follows(number->next, cent_sign)) next = number->next + 1;
    if (!next && lexemes.touches(number->next, cent_letter) && !number->value.is_integer()) {
        return found_at(lexemes, QuantityType::money, at, number->next + 1, *number);
    }
    const auto dollars_worth = next ? number->value.shifted(-2) : std::nullopt;
    if (!dollars_worth) return std::nullopt;
    number->value = *dollars_worth;
    number->in_words = number->in_words ? number->in_words->shifted(-2) : std::nullopt;
    return found_at(lexemes, QuantityType::money, at, *next, *number);
}

/// Whether a sign stands behind a sum: "500 €", and "21,40 $" where the figure is written as it is there.
bool is_trailing_sign(const Lexemes& lexemes, std::size_t at) {
    if (!lexemes.follows(at, currency) || lexemes.is(at + 1, figure)) return false;
    return lexemes.at(at).value != 0 || (lexemes.is(at - 1, figure) && lexemes.at(at - 1).value == continental_figure);
}

/// "five (5) dollars", "one dollar and five cents", "500 USD", "500 €".
std::optional<Found> in_dollars(const Lexemes& lexemes, std::size_t at) {
    const std::optional<Number> number = parse_number_pair(lexemes, at);
    if (!number) return std::nullopt;
    std::optional<std::size_t> next = behind_unit(lexemes, number->next, dollars);
    if (!next && lexemes.follows(number->next, currency_code)) next = number->next + 1;
    if (!next && is_trailing_sign(lexemes, number->next)) next = number->next + 1;
    if (!next) return std::nullopt;
    Found found = found_at(lexemes, QuantityType::money, at, *next, *number);
    found.quantity.unit = currency_name(lexemes.at(*next - 1).value);
    const std::size_t behind = lexemes.follows(*next, conjunction) ? *next + 1 : *next;  // "one dollar fifty cents"
    const bool more = lexemes.at(behind).gap != Gap::wall && may_begin_number(lexemes, behind);
    const std::optional<Found> rest = more ? in_cents(lexemes, behind) : std::nullopt;
    const auto total = rest ? found.quantity.amount.plus(rest->quantity.amount) : std::nullopt;
    if (!total) return found;
    found.quantity.amount = *total;
    found.quantity.span.end = rest->quantity.span.end;
    found.next = rest->next;
    return found;
}

/// "twenty ($20) dollars", "one thousand ($1,000)".
std::optional<Found> in_words_and_sign(const Lexemes& lexemes, std::size_t at) {
    const std::optional<Number> number = parse_number(lexemes, at);
    if (!number || number->in_figures || !lexemes.follows(number->next, open)) return std::nullopt;
    std::optional<Found> inner = by_sign(lexemes, number->next + 1);
    const auto next = inner ? behind_close(lexemes, inner->next) : std::nullopt;
    if (!next) return std::nullopt;
    inner->next = lexemes.follows(*next, dollars) ? *next + 1 : *next;
    inner->quantity.span = {lexemes.at(at).span.begin, lexemes.at(inner->next - 1).span.end};
    inner->quantity.in_words = in_other_words(*number, inner->quantity.amount, inner->quantity.exact);
    return inner;
}

std::optional<Found> unrestated(const Lexemes& lexemes, std::size_t at) {
    if (auto found = by_sign(lexemes, at)) return found;
    if (!may_begin_number(lexemes, at)) return std::nullopt;
    if (auto found = in_dollars(lexemes, at)) return found;
    if (auto found = in_cents(lexemes, at)) return found;
    return in_words_and_sign(lexemes, at);
}

/// The inside of brackets behind a sum: a sum, or a bare figure.
std::optional<Found> restatement(const Lexemes& lexemes, std::size_t at) {
    if (auto found = unrestated(lexemes, at)) return found;
    const std::optional<Number> number = parse_number(lexemes, at);
    if (!number) return std::nullopt;
    return found_at(lexemes, QuantityType::money, at, number->next, *number);
}

}  // namespace

std::optional<Found> parse_money(const Lexemes& lexemes, std::size_t at) {
    std::optional<Found> found = unrestated(lexemes, at);
    if (found) take_restated(lexemes, *found, restatement);
    return found;
}

}  // namespace stet
