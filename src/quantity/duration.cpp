// Reads durations: a number, qualifiers, a unit of time.
#include "quantity/duration.hpp"

#include <algorithm>
#include <string>

#include "text/word_bytes.hpp"

namespace stet {

namespace {

using enum LexemeKind;

struct Unit {
    std::string name;
    std::size_t next;
};

/// "days", "-day", "consecutive calendar days": at most two qualifiers.
std::optional<Unit> parse_unit(const Lexemes& lexemes, std::size_t at) {
    if (lexemes.touches(at, hyphen) && lexemes.at(at + 1).gap <= Gap::newline) ++at;
    std::string name;
    for (int qualifiers = 0; qualifiers < 2 && lexemes.follows(at, qualifier); ++qualifiers, ++at) {
        name += qualifier_name(lexemes.at(at).value);
        name += ' ';
    }
    if (!lexemes.follows(at, unit) || lexemes.text_of(at) == "H") return std::nullopt;
    name += unit_name(lexemes.at(at).value);
    return Unit{std::move(name), at + 1};
}

/// Behind a bound that stands between a number and its unit: "ten or more years".
std::size_t behind_bound(const Lexemes& lexemes, std::size_t at) {
    return lexemes.follows(at, other) && is_bound_behind(lexemes.text_of(at)) ? at + 1 : at;
}

std::optional<Found> unrestated(const Lexemes& lexemes, std::size_t at) {
    const std::optional<Number> number = parse_number_pair(lexemes, at);
    if (!number) return std::nullopt;
    std::optional<Unit> unit = parse_unit(lexemes, behind_bound(lexemes, number->next));
    if (!unit || (number->plain_year && unit->name.ends_with("year"))) return std::nullopt;
    Found found = found_at(lexemes, QuantityType::duration, at, unit->next, *number);
    found.quantity.unit = std::move(unit->name);
    return found;
}

/// "forty-eight (48 hours)".
std::optional<Found> in_words_and_unit(const Lexemes& lexemes, std::size_t at) {
    const std::optional<Number> said = parse_number(lexemes, at);
    if (!said || said->in_figures || !lexemes.follows(said->next, open)) return std::nullopt;
    std::optional<Found> inner = unrestated(lexemes, said->next + 1);
    const auto next = inner ? behind_close(lexemes, inner->next) : std::nullopt;
    if (!next) return std::nullopt;
    inner->next = *next;
    inner->quantity.span = {lexemes.at(at).span.begin, lexemes.at(*next - 1).span.end};
    inner->quantity.in_words = in_other_words(*said, inner->quantity.amount, inner->quantity.exact);
    return inner;
}

/// "half an hour", "half hour", "half-day".
std::optional<Found> half_of_unit(const Lexemes& lexemes, std::size_t at) {
    if (!lexemes.is(at, denominator) || lexemes.at(at).value != 2) return std::nullopt;
    const bool apart = lexemes.follows(at + 1, article);
    const std::optional<Unit> unit = parse_unit(lexemes, apart ? at + 2 : at + 1);
    if (!unit) return std::nullopt;
    Found found = found_at(lexemes, QuantityType::duration, at, unit->next, {.value = *Decimal::of(5, 1)});
    found.quantity.unit = unit->name;
    return found;
}

/// The last word of the lexeme in front, in small letters.
std::string word_in_front(const Lexemes& lexemes, std::size_t at) {
    if (at == 0 || lexemes.at(at).gap == Gap::wall) return {};
    std::string_view text = lexemes.text_of(at - 1);
    text.remove_prefix(std::min(text.find_last_of(" \n") + 1, text.size()));
    std::string word;
    for (const char c : text) word.push_back(folded(c));
    return word;
}

/// The first word of the lexeme at `at`, in small letters.
std::string first_word(const Lexemes& lexemes, std::size_t at) {
    if (!lexemes.follows(at, other)) return {};
    const std::string_view text = lexemes.text_of(at);
    std::string word;
    for (const char c : text.substr(0, text.find_first_of(" \n"))) word.push_back(folded(c));
    return word;
}

/// Whether nothing is counted or paid in front: "$5 a day" and "twice a day" are how much and how often.
bool is_free_in_front(const Lexemes& lexemes, std::size_t at) {
    return at == 0 || lexemes.at(at).gap == Gap::wall || lexemes.is(at - 1, other);
}

}  // namespace

bool may_begin_single_unit(const Lexemes& lexemes, std::size_t at) {
    return lexemes.is(at, article) || (lexemes.is(at, one_leader) && lexemes.at(at).value == 1);
}

std::optional<Found> parse_single_unit(const Lexemes& lexemes, std::size_t at) {
    std::optional<Unit> unit = parse_unit(lexemes, at + 1);
    if (!unit || lexemes.touches(unit->next, hyphen)) return std::nullopt;
    if (lexemes.is(at, article) && !opens_duration(word_in_front(lexemes, at)) &&
        !(is_free_in_front(lexemes, at) && closes_duration(first_word(lexemes, unit->next))))
        return std::nullopt;
    Found found = found_at(lexemes, QuantityType::duration, at, unit->next, {.value = *Decimal::of(1)});
    found.quantity.unit = std::move(unit->name);
    found.quantity.weak = true;
    return found;
}

std::optional<Found> parse_duration(const Lexemes& lexemes, std::size_t at) {
    if (auto half = half_of_unit(lexemes, at)) return half;
    if (!may_begin_number(lexemes, at)) return std::nullopt;
    std::optional<Found> found = unrestated(lexemes, at);
    if (!found) return in_words_and_unit(lexemes, at);
    const std::string unit = found->quantity.unit;
    take_restated(lexemes, *found, [&unit](const Lexemes& all, std::size_t inside) -> std::optional<Found> {
        if (auto again = unrestated(all, inside)) return again;
        const std::optional<Number> number = parse_number(all, inside);
        if (!number) return std::nullopt;
        Found bare = found_at(all, QuantityType::duration, inside, number->next, *number);
        bare.quantity.unit = unit;
        return bare;
    });
    return found;
}

}  // namespace stet
