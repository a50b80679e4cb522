// Reads percentages by sign and by word.
#include "quantity/percentage.hpp"

namespace stet {

namespace {

using enum LexemeKind;

/// Index behind "%", "percent", "per cent", "-percent".
std::optional<std::size_t> behind_percent(const Lexemes& lexemes, std::size_t at) {
    if (lexemes.touches(at, hyphen) && lexemes.at(at + 1).gap <= Gap::newline) ++at;
    if (lexemes.follows(at, percent_sign) || lexemes.follows(at, percent)) return at + 1;
    if (lexemes.follows(at, per) && lexemes.follows(at + 1, cents) && lexemes.at(at + 1).span.size() == 4)
        return at + 2;
    return std::nullopt;
}

/// "275 basis points", "25 bps": hundredths of a percent.
std::optional<Found> in_basis_points(const Lexemes& lexemes, std::size_t at) {
    std::optional<Number> number = parse_number_pair(lexemes, at);
    if (!number) return std::nullopt;
    std::size_t next = number->next;
    if (lexemes.touches(next, hyphen) && lexemes.at(next + 1).gap <= Gap::newline) ++next;
    if (lexemes.follows(next, basis) && lexemes.follows(next + 1, points))
        next += 2;
    else if (lexemes.follows(next, basis_points))
        next += 1;
    else
        return std::nullopt;
    const auto percents = number->value.shifted(-2);
    if (!percents) return std::nullopt;
    number->value = *percents;
    number->in_words = number->in_words ? number->in_words->shifted(-2) : std::nullopt;
    return found_at(lexemes, QuantityType::percent, at, next, *number);
}

/// "one-half of one percent", "1/2 of 1%": the fraction counts.
std::optional<Found> part_of_one(const Lexemes& lexemes, std::size_t at) {
    const std::optional<Number> part = parse_number_pair(lexemes, at);
    if (!part || part->value >= *Decimal::of(1) || !lexemes.follows(part->next, of)) return std::nullopt;
    const std::optional<Number> one = parse_number_pair(lexemes, part->next + 1);
    const bool is_one = one && one->value == *Decimal::of(1) && lexemes.at(part->next + 1).gap != Gap::wall;
    const auto next = is_one ? behind_percent(lexemes, one->next) : std::nullopt;
    if (!next) return std::nullopt;
    return found_at(lexemes, QuantityType::percent, at, *next, *part);
}

std::optional<Found> unrestated(const Lexemes& lexemes, std::size_t at) {
    if (auto part = part_of_one(lexemes, at)) return part;
    if (auto found = in_basis_points(lexemes, at)) return found;
    const std::optional<Number> number = parse_number_pair(lexemes, at);
    const auto next = number ? behind_percent(lexemes, number->next) : std::nullopt;
    if (!next) return std::nullopt;
    return found_at(lexemes, QuantityType::percent, at, *next, *number);
}

/// "sixty (60%)", "sixty (60%) percent".
std::optional<Found> in_words_and_sign(const Lexemes& lexemes, std::size_t at) {
    const std::optional<Number> said = parse_number(lexemes, at);
    if (!said || said->in_figures || !lexemes.follows(said->next, open)) return std::nullopt;
    std::optional<Found> inner = unrestated(lexemes, said->next + 1);
    const auto next = inner ? behind_close(lexemes, inner->next) : std::nullopt;
    if (!next) return std::nullopt;
    inner->next = behind_percent(lexemes, *next).value_or(*next);
    inner->quantity.span = {lexemes.at(at).span.begin, lexemes.at(inner->next - 1).span.end};
    inner->quantity.in_words = in_other_words(*said, inner->quantity.amount, inner->quantity.exact);
    return inner;
}

/// The inside of brackets behind a percentage: a percentage, or a bare figure.
std::optional<Found> restatement(const Lexemes& lexemes, std::size_t at) {
    if (auto found = unrestated(lexemes, at)) return found;
    const std::optional<Number> number = parse_number(lexemes, at);
    if (!number) return std::nullopt;
    return found_at(lexemes, QuantityType::percent, at, number->next, *number);
}

}  // namespace

std::optional<Found> parse_percentage(const Lexemes& lexemes, std::size_t at) {
    if (!may_begin_number(lexemes, at)) return std::nullopt;
    std::optional<Found> found = unrestated(lexemes, at);
    if (!found) return in_words_and_sign(lexemes, at);
    take_restated(lexemes, *found, restatement);
    return found;
}

}  // namespace stet
