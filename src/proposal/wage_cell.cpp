// Tells amounts from words by what is left of a cell when its one quantity is taken out.
#include "proposal/wage_cell.hpp"

#include <algorithm>

#include "grammar/wage_words.hpp"
#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_cell = 400;  // bytes; what is longer is prose and no cell of a schedule

/// Marks that stand beside an amount and say nothing of it: footnote signs, the escape of a currency's sign.
bool is_decoration(std::string_view rest) {
    static constexpr std::string_view units[] = {"/hr",    "/hr.", "/hour", "per hour", "an hour",
                                                 "hourly", "/yr",  "/year", "per year", "per month",
                                                 "/month", "/mo",  "/mo."};
    while (!rest.empty() && std::string_view(" *\\_^|").find(rest.front()) != std::string_view::npos)
        rest.remove_prefix(1);
    while (!rest.empty() && std::string_view(" *\\_^|").find(rest.back()) != std::string_view::npos)
        rest.remove_suffix(1);
    if (rest.empty() || rest == "†" || rest == "‡" || rest == "§") return true;
    return std::find(std::begin(units), std::end(units), rest) != std::end(units);
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// Nothing, or dashes that stand for nothing.
bool is_left_open(std::string_view text) {
    for (const std::string_view dash : {"-", "–", "—", "--", "---"})
        if (text == dash) return true;
    return text.empty();
}

WageCell::Kind kind_of(const Quantity& quantity) {
    if (quantity.type == QuantityType::money) return WageCell::money;
    if (quantity.type == QuantityType::percent) return WageCell::percent;
    return WageCell::number;
}

/// A year alone: date and number.
std::optional<Decimal> bare_year(const Quantity& quantity) {
    const bool year = quantity.type == QuantityType::date && quantity.iso.size() == 4 &&
                      std::all_of(quantity.iso.begin(), quantity.iso.end(), is_digit);
    return year ? Decimal::parse(quantity.iso) : std::nullopt;
}

/// Dates in brackets count only where none stands before them: "February 2020 (based on January 2020 hours)".
void take_date(WageCell& cell, const std::vector<Quantity>& found) {
    std::size_t whole = 0, partial = 0;
    const std::size_t bracket = cell.text.find('(');
    for (const Quantity& quantity : found) {
        if (quantity.type != QuantityType::date || quantity.iso.starts_with('T')) continue;
        if (quantity.span.begin > bracket && whole + partial > 0) break;
        const bool day = quantity.iso.size() == 10 && quantity.iso[0] != '-';
        if (day ? whole++ == 0 : (partial++ == 0 && whole == 0)) cell.date = quantity.iso;
    }
    cell.whole_date = whole == 1;
    if (whole > 1 || (whole == 0 && partial > 1)) cell.date.clear();
}

/// "January 1 st 2020": an ordinal's ending torn off its figure, as text recognition leaves it.
std::string mended_ordinals(std::string text) {
    for (const std::string_view ending : {" st ", " nd ", " rd ", " th "})
        for (std::size_t at = text.find(ending); at != std::string::npos; at = text.find(ending, at + 1))
            if (at > 0 && is_digit(text[at - 1])) text.erase(at, 1);
    return text;
}

}  // namespace

bool WageCell::looks_like_money() const {
    if (kind == money) return true;
    if (kind != number) return false;
    const std::size_t point = text.find('.');
    const bool cents =
        point != std::string::npos && point + 2 < text.size() && is_digit(text[point + 1]) && is_digit(text[point + 2]);
    return cents || (has_comma() && (among_sums || *amount >= *Decimal::of(10000)));
}

WageCell read_wage_cell(std::string_view text) {
    WageCell cell;
    cell.text = mended_ordinals(fold_blanks(text));
    cell.key = phrase_key(cell.text);
    if (is_left_open(cell.text)) return cell;
    cell.kind = WageCell::words;
    if (cell.text.size() > longest_cell) return cell;

    const std::vector<Quantity> found = find_quantities(cell.text);
    take_date(cell, found);
    const Quantity* only = nullptr;
    std::size_t sums = 0;
    for (const Quantity& quantity : found) {
        if (quantity.type != QuantityType::money && quantity.type != QuantityType::percent) continue;
        if (sums++ == 0) only = &quantity;
    }
    if (sums == 0 && found.size() == 1) only = &found.front();
    if (only == nullptr || sums > 1) return cell;

    const std::string_view whole = cell.text;
    std::string_view before = trimmed(whole.substr(0, only->span.begin));
    std::string_view behind = whole.substr(only->span.end);
    const std::string_view printed = whole.substr(only->span.begin, only->span.size());
    cell.raise = before.ends_with('+') || printed.starts_with('+');
    if (before.ends_with('+')) before.remove_suffix(1);
    const bool alone = found.size() == 1 && is_decoration(before) && is_decoration(behind);
    const std::optional<Decimal> year = bare_year(*only);
    if (only->type != QuantityType::money && only->type != QuantityType::percent && !alone) return cell;
    if (only->type == QuantityType::count && only->unit == "ordinal") return cell;
    if (only->type == QuantityType::duration || only->type == QuantityType::reference) return cell;
    if (only->type == QuantityType::date && !year) return cell;

    cell.amount = year ? *year : only->amount;
    cell.amount_kind = kind_of(*only);
    cell.cent_letter = only->type == QuantityType::money && printed.ends_with('c');
    if (alone) cell.kind = cell.amount_kind;
    return cell;
}

}  // namespace stet
