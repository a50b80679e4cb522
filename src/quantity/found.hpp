// A quantity that a value parser found, and where the search goes on.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>

#include "quantity/lexeme.hpp"
#include "quantity/number.hpp"
#include "quantity/quantity.hpp"

namespace stet {

/// Ends before lexeme `next`. `in_figures`: the amount was read from a figure.
struct Found {
    Quantity quantity;
    std::size_t next = 0;
    bool in_figures = false;
};

/// A quantity over the lexemes [at, next) with the number's amount.
inline Found found_at(const Lexemes& lexemes, QuantityType type, std::size_t at, std::size_t next,
                      const Number& number) {
    Found found;
    found.quantity.type = type;
    found.quantity.span = {lexemes.at(at).span.begin, lexemes.at(next - 1).span.end};
    found.quantity.amount = number.value;
    found.quantity.exact = number.exact;
    found.quantity.in_words = number.in_words;
    found.next = next;
    found.in_figures = number.in_figures;
    return found;
}

/// Takes a value in brackets into `said` where it restates it: "one dollar" + "($1.00)", "$500" + "(five hundred
/// dollars)". `parse(lexemes, at)` reads the inside; a figure wins over words.
template <class Parse>
void take_restated(const Lexemes& lexemes, Found& said, Parse parse) {
    if (!lexemes.follows(said.next, LexemeKind::open)) return;
    const std::optional<Found> inner = parse(lexemes, said.next + 1);
    if (!inner || inner->quantity.unit != said.quantity.unit) return;
    const bool same = inner->quantity.amount == said.quantity.amount;
    if (!same && (said.in_figures || !inner->in_figures)) return;
    const std::optional<std::size_t> next = behind_close(lexemes, inner->next);
    if (!next) return;
    if (inner->in_figures) {
        const bool both_exact = said.quantity.exact && inner->quantity.exact;
        if (!same && both_exact) said.quantity.in_words = said.quantity.amount;
        said.quantity.amount = inner->quantity.amount;
        said.quantity.exact = inner->quantity.exact;
        said.in_figures = true;
    }
    said.quantity.span.end = lexemes.at(*next - 1).span.end;
    said.next = *next;
}

}  // namespace stet
