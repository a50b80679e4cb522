// Reads ordinals in words and figures.
#include "quantity/ordinal.hpp"

#include "quantity/number.hpp"

namespace stet {

namespace {

using enum LexemeKind;

bool is_small_digit_run(std::string_view text) {
    return text.size() <= 4 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "5th"; within brackets the suffix may stand apart, as some readers print raised letters.
std::optional<Ordinal> in_figures(const Lexemes& lexemes, std::size_t at, bool in_brackets) {
    if (!lexemes.is(at, figure) || !is_small_digit_run(lexemes.text_of(at))) return std::nullopt;
    if (!(in_brackets ? lexemes.follows(at + 1, ordinal_suffix) : lexemes.touches(at + 1, ordinal_suffix)))
        return std::nullopt;
    Ordinal ordinal{.in_figures = true, .next = at + 2};
    for (const char c : lexemes.text_of(at)) ordinal.value = ordinal.value * 10 + (c - '0');
    return ordinal;
}

/// "first", "third", "tenth": words that also name the parts of a whole among them, "quarter" and "half" not.
std::optional<std::int64_t> one_word(const Lexemes& lexemes, std::size_t at) {
    const Lexeme& word = lexemes.at(at);
    if (word.kind == LexemeKind::ordinal) return word.value;
    const char first = lexemes.text_of(at).empty() ? ' ' : lexemes.text_of(at).front();
    const bool names_part = first == 'q' || first == 'Q' || word.value < 3;
    return word.kind == denominator && !names_part ? std::optional<std::int64_t>(word.value) : std::nullopt;
}

std::optional<Ordinal> in_words(const Lexemes& lexemes, std::size_t at) {
    if (const auto alone = one_word(lexemes, at)) return Ordinal{*alone, false, at + 1};
    if (!lexemes.is(at, tens)) return std::nullopt;
    const std::size_t behind = lexemes.touches(at + 1, hyphen) ? at + 2 : at + 1;
    if (lexemes.at(behind).gap > Gap::newline) return std::nullopt;
    const auto unit = one_word(lexemes, behind);
    if (!unit || *unit > 9) return std::nullopt;
    return Ordinal{lexemes.at(at).value + *unit, false, behind + 1};
}

}  // namespace

std::optional<Ordinal> parse_ordinal(const Lexemes& lexemes, std::size_t at) {
    if (auto figures = in_figures(lexemes, at, false)) return figures;
    std::optional<Ordinal> said = in_words(lexemes, at);
    if (!said || !lexemes.follows(said->next, open)) return said;
    const std::optional<Ordinal> inner = in_figures(lexemes, said->next + 1, true);
    const auto next = inner ? behind_close(lexemes, inner->next) : std::nullopt;
    if (next) said = Ordinal{inner->value, true, *next};
    return said;
}

}  // namespace stet
