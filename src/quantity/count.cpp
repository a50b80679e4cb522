// Reads bare numbers, multipliers, ratios to one and ordinals in figures.
#include "quantity/count.hpp"

#include <algorithm>
#include <string>

#include "quantity/ordinal.hpp"
#include "text/letters.hpp"
#include "text/word_bytes.hpp"

namespace stet {

namespace {

using enum LexemeKind;

bool is_word(LexemeKind kind) {
    return kind == other || (kind > vulgar && kind <= noun);
}

/// "no one", "one another", "one's", "one-time".
bool is_pronoun(const Lexemes& lexemes, std::size_t at, std::size_t next) {
    if (next != at + 1 || !lexemes.is(at, small) || lexemes.at(at).value != 1) return false;
    if (at > 0 && lexemes.is(at - 1, one_leader) && lexemes.at(at).gap != Gap::wall) return true;
    if (lexemes.follows(next, one_follower) || lexemes.touches(next, apostrophe)) return true;
    return lexemes.touches(next, hyphen) && is_word(lexemes.at(next + 1).kind) &&
           lexemes.at(next + 1).gap == Gap::tight;
}

/// "401(k)", "12(b)": a name.
bool is_lettered(const Lexemes& lexemes, std::size_t next) {
    return lexemes.touches(next, open) && is_word(lexemes.at(next + 1).kind) && lexemes.at(next + 1).span.size() == 1 &&
           lexemes.touches(next + 2, close);
}

/// "third", "twenty-first (21st)", "5th".
std::optional<Found> in_a_row(const Lexemes& lexemes, std::size_t at) {
    const std::optional<Ordinal> ordinal = parse_ordinal(lexemes, at);
    const auto value = ordinal ? Decimal::of(ordinal->value) : std::nullopt;
    if (!value) return std::nullopt;
    Found found =
        found_at(lexemes, QuantityType::count, at, ordinal->next, {.value = *value, .in_figures = ordinal->in_figures});
    found.quantity.unit = "ordinal";
    found.quantity.weak = !ordinal->in_figures;
    return found;
}

/// Index behind a hyphen, or itself where a blank parts it from the lexeme before.
std::size_t behind_hyphen(const Lexemes& lexemes, std::size_t at) {
    return lexemes.touches(at, hyphen) && lexemes.at(at + 1).gap <= Gap::newline ? at + 1 : at;
}

/// Takes a figure in brackets that says a multiple again: "(1-1/2x)", "(1½)".
void take_multiple(const Lexemes& lexemes, Found& said) {
    if (!lexemes.follows(said.next, open)) return;
    const std::optional<Number> inner = parse_number(lexemes, said.next + 1);
    if (!inner || !inner->in_figures) return;
    const auto next = behind_close(lexemes, lexemes.touches(inner->next, multiple) ? inner->next + 1 : inner->next);
    if (!next) return;
    said.quantity.amount = inner->value;
    said.quantity.exact = inner->exact;
    said.quantity.span.end = lexemes.at(*next - 1).span.end;
    said.next = *next;
}

/// "time and one-half", "double time", "double time and one-half (2-1/2)": multiples of a rate. "Straight time" alone
/// is most often a name.
std::optional<Found> of_a_rate(const Lexemes& lexemes, std::size_t at) {
    const bool folded = lexemes.is(at, fold);
    std::size_t next = folded ? behind_hyphen(lexemes, at + 1) : at;
    if (!(folded ? lexemes.follows(next, LexemeKind::time) : lexemes.is(next, LexemeKind::time))) return std::nullopt;
    Number number{.value = *Decimal::of(folded ? lexemes.at(at).value : 1), .next = ++next};
    const std::size_t joint = behind_hyphen(lexemes, next);
    bool goes_on = false;
    if (lexemes.follows(joint, conjunction) && lexemes.at(joint + 1).gap != Gap::wall) {
        const std::optional<Number> part = parse_number(lexemes, behind_hyphen(lexemes, joint + 1));
        const auto one = Decimal::of(1);
        const auto sum = part && part->value < *one ? number.value.plus(part->value) : std::nullopt;
        goes_on = sum.has_value();
        if (goes_on) number = {.value = *sum, .exact = part->exact, .next = part->next};
    }
    if (!folded && !goes_on) return std::nullopt;
    Found found = found_at(lexemes, QuantityType::count, at, number.next, number);
    found.quantity.weak = !goes_on && lexemes.at(at).value == 1;
    take_multiple(lexemes, found);
    return found;
}

/// Behind the one of a ratio, "3.50:1.00", "2.75 to 1.00", or `at`.
std::size_t behind_ratio(const Lexemes& lexemes, std::size_t at, const Number& number) {
    const bool marked = lexemes.touches(at, colon) && lexemes.touches(at + 1, figure);
    const bool in_words = lexemes.follows(at, other) && lexemes.text_of(at) == "to" && lexemes.follows(at + 1, figure);
    if (!number.in_figures || (!marked && !in_words)) return at;
    const std::optional<Number> one = parse_number(lexemes, at + 1);
    if (!one || one->value != *Decimal::of(1) || one->next != at + 2) return at;
    const bool precise = lexemes.text_of(at - 1).find('.') != std::string_view::npos ||
                         lexemes.text_of(at + 1).find('.') != std::string_view::npos;
    return marked || precise ? at + 2 : at;
}

/// A word that ends at a place, in small letters; the place moves in front of it.
std::string take_word_back(std::string_view text, std::size_t& at) {
    std::size_t begin = at;
    while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
    std::string word;
    for (const char c : text.substr(begin, at - begin)) word.push_back(folded(c));
    at = begin;
    return word;
}

/// "tel. 020 7946 0142", "ext. 311", "phone number: (503) 555-0199": the figure is part of a number that is called.
bool is_called(std::string_view text, Span figure) {
    constexpr std::size_t longest = 30;
    constexpr std::size_t fewest_digits = 6;
    const auto is_mark = [](char c) { return std::string_view(" ()-+./:#").find(c) != std::string_view::npos; };
    std::size_t at = figure.begin;
    while (at > 0 && figure.begin - at < longest && (is_mark(text[at - 1]) || is_digit(text[at - 1]))) --at;
    const std::size_t begin = at;
    std::string word = take_word_back(text, at);
    if (says_number(word)) {
        while (at > 0 && text[at - 1] == ' ') --at;
        word = take_word_back(text, at);
    }
    if (names_extension(word)) return std::none_of(text.begin() + begin, text.begin() + figure.begin, is_digit);
    if (!names_line(word)) return false;
    std::size_t end = figure.end;
    while (end < text.size() && end - figure.begin < longest && (is_mark(text[end]) || is_digit(text[end]))) ++end;
    return static_cast<std::size_t>(std::count_if(text.begin() + begin, text.begin() + end, is_digit)) >= fewest_digits;
}

/// "0142": no number of things is printed with a nought in front of several figures.
bool is_opened_by_nought(std::string_view figure) {
    return figure.size() > 2 && figure[0] == '0' && std::all_of(figure.begin(), figure.end(), is_digit);
}

/// "once", "twice".
std::optional<Found> in_adverbs(const Lexemes& lexemes, std::size_t at) {
    if (!lexemes.is(at, often)) return std::nullopt;
    Found found = found_at(lexemes, QuantityType::count, at, at + 1, {.value = *Decimal::of(lexemes.at(at).value)});
    found.quantity.weak = true;
    return found;
}

}  // namespace

std::optional<Found> parse_count(const Lexemes& lexemes, std::size_t at) {
    if (auto found = in_a_row(lexemes, at)) return found;
    if (auto found = of_a_rate(lexemes, at)) return found;
    if (auto found = in_adverbs(lexemes, at)) return found;
    if (!may_begin_number(lexemes, at)) return std::nullopt;
    const std::optional<Number> number = parse_number_pair(lexemes, at);
    if (!number || is_pronoun(lexemes, at, number->next)) return std::nullopt;
    std::size_t next = number->next;
    if (is_lettered(lexemes, next)) return std::nullopt;
    if (number->in_figures &&
        (is_opened_by_nought(lexemes.text_of(at)) || is_called(lexemes.text(), lexemes.at(at).span)))
        return std::nullopt;
    if (const std::size_t behind = behind_ratio(lexemes, next, *number); behind > next)
        return found_at(lexemes, QuantityType::count, at, behind, *number);
    if (lexemes.touches(next, multiple) || lexemes.touches(next, ordinal_suffix))
        ++next;
    else if (lexemes.at(next).gap == Gap::tight && is_word(lexemes.at(next).kind))
        return std::nullopt;
    Found found = found_at(lexemes, QuantityType::count, at, next, *number);
    if (lexemes.follows(next, LexemeKind::times) && lexemes.follows(next + 1, open)) {
        Found restated = found;  // "one and one-half times (1-1/2x)"
        restated.next = next + 1;
        take_multiple(lexemes, restated);
        if (restated.next > next + 1 && restated.quantity.amount == found.quantity.amount) found = restated;
    }
    return found;
}

}  // namespace stet
