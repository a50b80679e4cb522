// Reads bare numbers, multipliers and ordinals in figures.
#include "quantity/count.hpp"

namespace stet {

namespace {

using enum LexemeKind;

/// "no one", "one another", "one's", "one-time".
bool is_pronoun(const Lexemes& lexemes, std::size_t at, std::size_t next) {
    if (next != at + 1 || !lexemes.is(at, small) || lexemes.at(at).value != 1) return false;
    if (at > 0 && lexemes.is(at - 1, one_leader) && lexemes.at(at).gap != Gap::wall) return true;
    if (lexemes.follows(next, one_follower) || lexemes.touches(next, apostrophe)) return true;
    return lexemes.touches(next, hyphen) && lexemes.touches(next + 1, other);
}

bool is_word(LexemeKind kind) {
    return kind == other || (kind > vulgar && kind <= noun);
}

}  // namespace

std::optional<Found> parse_count(const Lexemes& lexemes, std::size_t at) {
    if (!may_begin_number(lexemes, at)) return std::nullopt;
    const std::optional<Number> number = parse_number_pair(lexemes, at);
    if (!number || is_pronoun(lexemes, at, number->next)) return std::nullopt;
    std::size_t next = number->next;
    if (lexemes.touches(next, multiple) || lexemes.touches(next, ordinal_suffix))
        ++next;
    else if (lexemes.at(next).gap == Gap::tight && is_word(lexemes.at(next).kind))
        return std::nullopt;
    return found_at(lexemes, QuantityType::count, at, next, *number);
}

}  // namespace stet
