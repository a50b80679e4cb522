// Reads number words by their places: hundreds, thousands, millions, then a fraction.
#include "quantity/number_words.hpp"

namespace stet {

namespace {

using enum LexemeKind;

struct Part {
    std::int64_t value;
    std::size_t next;
};

/// The lexeme that goes on a number at `at`: itself after a blank, or the one behind a hyphen.
std::optional<std::size_t> joined(const Lexemes& lexemes, std::size_t at) {
    const Gap gap = lexemes.at(at).gap;
    if (!lexemes.is(at, hyphen)) return gap == Gap::blank || gap == Gap::newline ? std::optional(at) : std::nullopt;
    const Gap behind = lexemes.at(at + 1).gap;
    return gap == Gap::tight && (behind == Gap::tight || behind == Gap::newline) ? std::optional(at + 1) : std::nullopt;
}

/// The lexeme behind "and".
std::optional<std::size_t> joined_by_and(const Lexemes& lexemes, std::size_t at) {
    const auto word = joined(lexemes, at);
    return word && lexemes.is(*word, conjunction) ? joined(lexemes, *word + 1) : std::nullopt;
}

std::optional<Part> below_hundred(const Lexemes& lexemes, std::size_t at) {
    const Lexeme& first = lexemes.at(at);
    if (first.kind == small) return Part{first.value, at + 1};
    if (first.kind != tens) return std::nullopt;
    const auto second = joined(lexemes, at + 1);
    if (second && lexemes.is(*second, small) && lexemes.at(*second).value >= 1 && lexemes.at(*second).value <= 9)
        return Part{first.value + lexemes.at(*second).value, *second + 1};
    return Part{first.value, at + 1};
}

bool goes_on_with(const Lexemes& lexemes, std::size_t at, LexemeKind kind) {
    const auto next = joined(lexemes, at);
    return next && lexemes.is(*next, kind);
}

/// "twelve", "two hundred", "two hundred and forty".
std::optional<Part> below_scale(const Lexemes& lexemes, std::size_t at) {
    const std::optional<Part> head = below_hundred(lexemes, at);
    if (!head || head->value == 0 || !goes_on_with(lexemes, head->next, hundred)) return head;
    const std::size_t behind = *joined(lexemes, head->next) + 1;
    const Part round{head->value * 100, behind};
    for (const auto& rest : {joined(lexemes, behind), joined_by_and(lexemes, behind)}) {
        const std::optional<Part> tail = rest ? below_hundred(lexemes, *rest) : std::nullopt;
        if (tail && !goes_on_with(lexemes, tail->next, hundred)) return Part{round.value + tail->value, tail->next};
    }
    return round;
}

/// Where the next place may begin: behind a blank, a hyphen, "and", or a comma.
std::optional<std::size_t> next_place(const Lexemes& lexemes, std::size_t at) {
    if (lexemes.touches(at, comma)) ++at;
    if (const auto behind = joined_by_and(lexemes, at)) return behind;
    return joined(lexemes, at);
}

std::optional<Part> cardinal(const Lexemes& lexemes, std::size_t at) {
    std::int64_t total = 0;
    std::optional<std::size_t> end;
    std::uint16_t last_exponent = 15;
    for (std::optional<std::size_t> start = at; start;) {
        const std::optional<Part> part = below_scale(lexemes, *start);
        if (!part) break;
        const bool scaled = goes_on_with(lexemes, part->next, scale);
        const std::size_t word = scaled ? *joined(lexemes, part->next) : 0;
        const std::uint16_t exponent = scaled ? lexemes.at(word).value : 0;
        if (exponent >= last_exponent) break;
        last_exponent = exponent;
        std::int64_t value = part->value;
        for (std::uint16_t i = 0; i < exponent; ++i) value *= 10;
        total += value;
        end = scaled ? word + 1 : part->next;
        if (!scaled) break;
        start = next_place(lexemes, *end);
    }
    return end ? std::optional(Part{total, *end}) : std::nullopt;
}

/// "one-half", "one half", "two-thirds", "fifty-five hundredths". "one third" alone may be an ordinal: it needs the
/// hyphen, or a figure in brackets behind it.
std::optional<NumberWords> fraction(const Lexemes& lexemes, std::size_t at) {
    const std::optional<Part> above = below_hundred(lexemes, at);
    const auto below = above ? joined(lexemes, above->next) : std::nullopt;
    if (!below || above->value == 0) return std::nullopt;
    const Lexeme& word = lexemes.at(*below);
    if (word.kind != denominator && word.kind != denominators) return std::nullopt;
    if (above->value >= word.value) return std::nullopt;
    const bool certain = *below != above->next || word.value == 2 || (word.kind == denominators && above->value > 1) ||
                         lexemes.follows(*below + 1, open) || lexemes.follows(*below + 1, of);
    if (!certain || (word.kind == denominator && above->value > 1)) return std::nullopt;
    return NumberWords{0, above->value, word.value, *below + 1};
}

/// "twenty-first", "one hundred tenth": part of an ordinal.
bool is_ordinal(const Lexemes& lexemes, std::size_t at, std::size_t next) {
    const auto word = joined(lexemes, next);
    if (!word || (!lexemes.is(*word, ordinal) && !lexemes.is(*word, denominator))) return false;
    const LexemeKind last = lexemes.at(next - 1).kind;
    const bool open_place = last == tens || last == hundred || last == scale;
    return open_place && next > at && lexemes.at(*word).value != 2;
}

}  // namespace

std::optional<NumberWords> parse_number_words(const Lexemes& lexemes, std::size_t at) {
    if (const auto alone = fraction(lexemes, at)) return alone;
    const std::optional<Part> whole = cardinal(lexemes, at);
    if (!whole || is_ordinal(lexemes, at, whole->next)) return std::nullopt;
    const auto rest = joined_by_and(lexemes, whole->next);
    if (rest) {
        if (auto both = fraction(lexemes, *rest)) {
            both->whole = whole->value;
            return both;
        }
    }
    return NumberWords{whole->value, 0, 1, whole->next};
}

}  // namespace stet
