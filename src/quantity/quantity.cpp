// Walks the lexemes once and takes the first kind of value that fits at each place.
#include "quantity/quantity.hpp"

#include <algorithm>

#include "quantity/count.hpp"
#include "quantity/date.hpp"
#include "quantity/duration.hpp"
#include "quantity/lexeme.hpp"
#include "quantity/money.hpp"
#include "quantity/percentage.hpp"
#include "quantity/reference.hpp"
#include "quantity/vocabulary.hpp"

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
        case LexemeKind::dotted:
        case LexemeKind::ordinal:
        case LexemeKind::denominator:
        case LexemeKind::clock_word:
        case LexemeKind::time:
        case LexemeKind::fold:
        case LexemeKind::often:
            return true;
        default:
            return false;
    }
}

/// The value that begins at lexeme `at`, of the first kind that fits.
std::optional<Found> parse_any(const Lexemes& lexemes, std::size_t at) {
    for (const Parser parse : parsers)
        if (std::optional<Found> found = parse(lexemes, at)) return found;
    return std::nullopt;
}

// ---- Lists and ranges: "30, 60 or 90 days"

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
    return text;
}

enum class Joint : std::uint8_t { none, comma, last };

/// "nor more than", "but not exceeding": a bound behind another one.
bool joins_bounds(std::string_view between) {
    std::size_t words = 0;
    for (std::size_t at = 0; at < between.size(); ++words) {
        const std::size_t end = std::min(between.find_first_of(" \n", at), between.size());
        const std::string_view word = between.substr(at, end - at);
        if (words == 0 ? !opens_further_bound(word) : !is_word_of_bound(word)) return false;
        at = std::min(between.find_first_not_of(" \n", end), between.size());
    }
    return words > 1;
}

/// "not less than", "at least": a bound in front of a number.
bool is_bound(std::string_view before) {
    before = trimmed(before);
    const std::size_t blank = before.find_last_of(" \n");
    return blank != std::string_view::npos && ends_bound(before.substr(blank + 1));
}

/// What joins two numbers: `last` before the one that bears the unit; `before` is what stands in front of both.
Joint joint_of(std::string_view between, std::string_view before) {
    if (between.size() > 32) return Joint::none;
    between = trimmed(between);
    if (between == ",") return Joint::comma;
    if (between.starts_with(',')) between = trimmed(between.substr(1));
    for (const std::string_view word :
         {"to", "or", "and", "and/or", "through", "-", "/", "\xE2\x80\x93", "\xE2\x80\x94"})
        if (between == word) return Joint::last;
    return is_bound(before) && joins_bounds(between) ? Joint::last : Joint::none;
}

/// "Step 3", "Local 7": a number that names something.
bool is_named(std::string_view text, std::size_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n')) --at;
    std::size_t begin = at;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n' && at - begin < 24) --begin;
    return begin < at && text[begin] >= 'A' && text[begin] <= 'Z' && begin > 0;
}

/// Gives a bare number the kind and unit of the value behind it; false where that has none to give.
bool take_kind(std::string_view text, const Quantity& from, Quantity& number) {
    if (from.type == QuantityType::money) {
        const std::string_view printed = text.substr(from.span.begin, from.span.size());
        if (printed.front() == '$' || from.unit != "") return false;
        const bool in_cents = printed.find("cent") != std::string_view::npos || printed.ends_with("\xC2\xA2");
        const auto worth = number.amount.shifted(in_cents ? -2 : 0);
        if (!worth) return false;
        number.amount = *worth;
    } else if (from.type != QuantityType::percent && from.type != QuantityType::duration) {
        return false;
    }
    number.type = from.type;
    number.unit = from.unit;
    return true;
}

void share_units(std::string_view text, std::vector<Quantity>& values) {
    bool shared = false;  // the value behind got its unit so
    for (std::size_t i = values.size(); i-- > 1;) {
        Quantity& number = values[i - 1];
        const Quantity& behind = values[i];
        const bool bare = number.type == QuantityType::count && number.unit.empty() && !number.weak;
        const Joint joint = !bare || number.span.end > behind.span.begin
                                ? Joint::none
                                : joint_of(text.substr(number.span.end, behind.span.begin - number.span.end),
                                           text.substr(0, number.span.begin));
        const bool joined = joint == Joint::last || (joint == Joint::comma && shared);
        shared = joined && !is_named(text, number.span.begin) && take_kind(text, behind, number);
    }
}

}  // namespace

std::string_view quantity_type_name(QuantityType type) {
    constexpr std::string_view names[] = {"money", "percent", "date", "duration", "count", "reference"};
    return names[static_cast<std::size_t>(type)];
}

std::vector<Quantity> find_quantities(std::string_view text, const std::vector<std::string>& reference_nouns,
                                      SingleUnits single_units) {
    std::vector<Quantity> out;
    const Lexemes lexemes(text, reference_nouns);
    for (std::size_t at = 0; at < lexemes.size();) {
        std::size_t next = at;
        if (lexemes.is(at, LexemeKind::noun)) {
            next = parse_references(lexemes, at, reference_nouns, out);
        } else if (single_units == SingleUnits::read && may_begin_single_unit(lexemes, at)) {
            if (std::optional<Found> found = parse_single_unit(lexemes, at)) {
                next = found->next;
                out.push_back(std::move(found->quantity));
            }
        } else if (may_begin_quantity(lexemes, at)) {
            if (std::optional<Found> found = parse_any(lexemes, at)) {
                std::optional<Found> further = parse_further_day(lexemes, *found);
                next = further ? further->next : found->next;
                out.push_back(std::move(found->quantity));
                if (further) out.push_back(std::move(further->quantity));
            }
        }
        at = next > at ? next : at + 1;
    }
    share_units(text, out);
    return out;
}

bool is_full_date(const Quantity& quantity) {
    return quantity.type == QuantityType::date && quantity.iso.size() == 10 && quantity.iso[0] != '-';
}

bool tells_money_or_percent(std::string_view text) {
    const std::vector<Quantity> values = find_quantities(text);
    return std::any_of(values.begin(), values.end(), [](const Quantity& value) {
        return value.type == QuantityType::money || value.type == QuantityType::percent;
    });
}

}  // namespace stet
