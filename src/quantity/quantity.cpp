// Walks the lexemes once and takes the first kind of value that fits at each place.
#include "quantity/quantity.hpp"

#include "quantity/count.hpp"
#include "quantity/date.hpp"
#include "quantity/duration.hpp"
#include "quantity/lexeme.hpp"
#include "quantity/money.hpp"
#include "quantity/percentage.hpp"
#include "quantity/reference.hpp"

namespace stet {

namespace {

using Parser = std::optional<Found> (*)(const Lexemes&, std::size_t);

/// From the most particular kind to the least: each reads all that the later ones would.
constexpr Parser parsers[] = {parse_date, parse_money, parse_percentage, parse_duration, parse_count};

bool may_begin_quantity(const Lexemes& lexemes, std::size_t at) {
    switch (lexemes.at(at).kind) {
        case LexemeKind::figure:
        case LexemeKind::vulgar:
        case LexemeKind::small:
        case LexemeKind::tens:
        case LexemeKind::month:
        case LexemeKind::currency:
        case LexemeKind::currency_code:
        case LexemeKind::hyphen:
            return true;
        default:
            return false;
    }
}

}  // namespace

std::string_view quantity_type_name(QuantityType type) {
    constexpr std::string_view names[] = {"money", "percent", "date", "duration", "count", "reference"};
    return names[static_cast<std::size_t>(type)];
}

std::vector<Quantity> find_quantities(std::string_view text, const std::vector<std::string>& reference_nouns) {
    std::vector<Quantity> out;
    const Lexemes lexemes(text, reference_nouns);
    for (std::size_t at = 0; at < lexemes.size();) {
        std::size_t next = at;
        if (lexemes.is(at, LexemeKind::noun)) {
            next = parse_references(lexemes, at, reference_nouns, out);
        } else if (may_begin_quantity(lexemes, at)) {
            for (const Parser parse : parsers) {
                std::optional<Found> found = parse(lexemes, at);
                if (!found) continue;
                out.push_back(std::move(found->quantity));
                next = found->next;
                break;
            }
        }
        at = next > at ? next : at + 1;
    }
    return out;
}

}  // namespace stet
