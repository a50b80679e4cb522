// Reads what stands in the place of an item's number.
#include "proposal/opener_numbers.hpp"

#include <algorithm>
#include <charconv>

#include "grammar/numeral.hpp"
#include "proposal/letters.hpp"
#include "proposal/openers.hpp"
#include "proposal/target.hpp"

namespace stet {

namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::size_t most_words_of_party = 3;
constexpr std::uint32_t longest_form_letters = 4;

/// Capitals that stand for a demand's noun, and no unit's.
struct ShortName {
    std::string name;
    std::uint32_t number = 0;  ///< where the number begins
};

/// "UP 3 — …", "M-4: …", "E-1 Article 2.02: …".
std::optional<ShortName> short_name(const PhrasedText& text) {
    if (text.size() < 3) return std::nullopt;
    const std::string_view first = text.text_of(0, 1);
    const auto letters =
        static_cast<std::size_t>(std::find_if_not(first.begin(), first.end(), is_upper) - first.begin());
    if (letters == 0 || letters > 4) return std::nullopt;
    const std::uint32_t begin = text.at(0).span.begin;
    const bool joined = letters + 1 < first.size() && first[letters] == '-' &&
                        first.find_first_not_of(digits, letters + 1) == std::string_view::npos;
    if (!joined && letters < first.size()) return std::nullopt;
    const std::size_t number = joined ? 0 : text.is_mark(1, "-") || text.is_mark(1, "#") ? 2 : 1;
    if (number + 1 >= text.size() || (!joined && text.at(number).shape != TokenShape::figure)) return std::nullopt;
    ShortName out{std::string(first.substr(0, letters)), begin + static_cast<std::uint32_t>(letters) + 1};
    if (!joined) out.number = text.at(number).span.begin;
    // A place behind "E-1" is the demand's; "A-1" before anything else may be a place itself.
    const auto place = joined ? parse_place(text, 1, text.size()) : std::nullopt;
    if (place && place->has_label()) return out;
    if (parse_place(text, 0, text.size())) return std::nullopt;
    const bool closed = text.is_mark(number + 1, "-") || text.is_mark(number + 1, ":") ||
                        text.is_mark(number + 1, ".") || text.is_mark(number + 1, "(");
    return closed ? std::optional(out) : std::nullopt;
}

/// "Proposal A. …", "Item B – …": a capital in the place of the number, and a mark that parts it from what is asked.
std::optional<Numbered> letter_behind_noun(std::string_view text, const PhrasedText& phrased, std::size_t at) {
    if (at + 1 >= phrased.size()) return std::nullopt;
    const std::string_view letter = phrased.text_of(at, at + 1);
    if (letter.size() != 1 || letter[0] < 'A' || letter[0] > 'Z') return std::nullopt;
    if (!phrased.is_mark(at + 1, ".") && !phrased.is_mark(at + 1, ":") && !phrased.is_mark(at + 1, "-"))
        return std::nullopt;
    Numbered out{static_cast<unsigned>(letter[0] - 'A' + 1), phrased.at(at).span.end, letter[0], {}};
    skip_joints(text, out.from, label_joints);
    return out;
}

/// "PROPOSAL #: U-14 (Revised)": the number of a form, which letters may open.
std::optional<Numbered> number_of_form(std::string_view text, const PhrasedText& phrased, std::size_t at) {
    if (at >= phrased.size()) return std::nullopt;
    std::uint32_t digit = phrased.at(at).span.begin;
    while (digit < text.size() && (is_upper(text[digit]) || text[digit] == '-') &&
           digit < phrased.at(at).span.begin + longest_form_letters)
        ++digit;
    if (digit >= text.size() || !is_digit(text[digit])) return std::nullopt;
    auto out = number_from(text, digit);
    if (out) skip_joints(text, out->from, label_joints);
    return out;
}

/// "E-1: Wages", "E-1 (Wages)", "E-1 – Wages": behind the first digits a mark parts them from what is asked.
bool is_parted(std::string_view text, std::uint32_t from) {
    const std::size_t end = text.find_first_not_of(digits, std::min(text.find_first_of(digits, from), text.size()));
    if (end == std::string_view::npos) return true;
    const std::size_t mark = text.find_first_not_of(' ', end);
    return mark == std::string_view::npos || text[mark] == ':' || text[mark] == '(' || text[mark] == '.' ||
           (mark > end && (text[mark] == '-' || text.substr(mark).starts_with("–")));
}

}  // namespace

std::optional<Numbered> letter_at_margin(const Block& block) {
    const std::size_t at = block.text.find_first_not_of(" \t\n");
    if (at == std::string::npos || at + 3 >= block.text.size()) return std::nullopt;
    const char letter = block.text[at];
    if (letter < 'A' || letter > 'Z' || (block.text[at + 1] != '.' && block.text[at + 1] != ')') ||
        block.text[at + 2] != ' ')
        return std::nullopt;
    return Numbered{static_cast<unsigned>(letter - 'A' + 1), static_cast<std::uint32_t>(at + 3), letter, {}};
}

std::optional<Numbered> roman_at_margin(const Block& block) {
    constexpr std::size_t longest_roman = 5;
    const std::size_t at = block.text.find_first_not_of(" \t\n");
    if (at == std::string::npos || (block.kind == BlockKind::list_item && block.depth > 1)) return std::nullopt;
    const std::size_t end = block.text.find_first_not_of("IVX", at);
    if (end == std::string::npos || end == at || end - at > longest_roman || end + 2 > block.text.size() ||
        (block.text[end] != '.' && block.text[end] != ')') || block.text[end + 1] != ' ')
        return std::nullopt;
    const std::string written = block.text.substr(at, end - at);
    const auto value = parse_numeral(written, NumeralKind::upper_roman);
    if (!value || value->size != written.size()) return std::nullopt;
    return Numbered{value->ordinals.first(), static_cast<std::uint32_t>(end + 2), 0, written, Side::neither};
}

std::optional<Numbered> number_from(std::string_view text, std::uint32_t at) {
    Numbered out;
    const auto [end, error] =
        std::from_chars(text.data() + at, text.data() + std::min<std::size_t>(text.size(), at + 4), out.number);
    if (error != std::errc{} || out.number == 0) return std::nullopt;
    out.from = static_cast<std::uint32_t>(end - text.data());
    return out;
}

std::optional<Numbered> noun_and_number(const Block& block, const PhraseBook& book) {
    constexpr std::size_t longest_number = 24;  // bytes, with what stands behind it
    std::string_view text = std::string_view(block.text).substr(0, 120);
    const auto digit = std::find_if(text.begin(), text.end(), is_digit);
    text = text.substr(0, std::min<std::size_t>(digit - text.begin(), text.size()) + longest_number);
    const PhrasedText phrased(text, book);
    // A party's name in a few words may stand before the noun; "Amend item 4" instructs.
    std::size_t at = 0;
    while (at < most_words_of_party && at < phrased.size() && phrased.at(at).shape == TokenShape::word &&
           !phrased.has(at, WordClass::demand) && !is_instructing(phrased, at))
        ++at;
    const auto noun = phrased.find(at, WordClass::demand);
    const auto named = noun ? std::nullopt : short_name(phrased);
    if (!noun && !named) return std::nullopt;
    const std::size_t behind_party = at;
    if (noun) at += noun->size;
    if (noun && phrased.is_mark(at, "#")) ++at;
    if (noun && phrased.is_mark(at, ":"))
        if (auto form = number_of_form(text, phrased, at + 1)) {
            form->side = side_named(phrased, 0, behind_party);
            return form;
        }
    // "Union proposal E-1: Wages"
    if (noun && at + 1 < phrased.size())
        if (auto form = number_of_form(text, phrased, at);
            form && is_upper(text[phrased.at(at).span.begin]) && is_parted(text, phrased.at(at).span.begin)) {
            form->side = side_named(phrased, 0, behind_party);
            return form;
        }
    if (noun)
        if (auto lettered = letter_behind_noun(text, phrased, at)) {
            lettered->side = side_named(phrased, 0, behind_party);
            return lettered;
        }
    if (noun && (at >= phrased.size() || phrased.at(at).shape != TokenShape::figure)) return std::nullopt;
    auto numbered = number_from(text, named ? named->number : phrased.at(at).span.begin);
    if (!numbered) return std::nullopt;
    const char next = numbered->from < text.size() ? text[numbered->from] : ' ';
    if (std::string_view(" .:,)-\n\xe2").find(next) == std::string_view::npos) return std::nullopt;
    skip_joints(text, numbered->from, label_joints);
    if (named) numbered->name = named->name;
    if (!named) numbered->side = side_named(phrased, 0, behind_party);
    return numbered;
}

std::optional<Numbered> number_at_margin(const Block& block) {
    const std::size_t begin = block.text.find_first_not_of(" \t\n");
    if (begin == std::string::npos || (block.kind == BlockKind::list_item && block.depth > 1)) return std::nullopt;
    auto numbered = number_from(block.text, static_cast<std::uint32_t>(begin));
    if (!numbered || numbered->from >= block.text.size()) return std::nullopt;
    const char mark = block.text[numbered->from];
    const char behind = numbered->from + 1 < block.text.size() ? block.text[numbered->from + 1] : ' ';
    if ((mark != '.' && mark != ')') || (behind != ' ' && behind != '\n')) return std::nullopt;
    // A number alone has nothing behind its mark.
    numbered->from = static_cast<std::uint32_t>(std::min<std::size_t>(numbered->from + 2, block.text.size()));
    return numbered;
}

bool numbers_restart_under_romans(const Document& document) {
    unsigned romans = 0, with_first = 0;
    bool first_seen = false;
    for (const Block& block : document.blocks) {
        if (is_set_aside(block.kind) || block.kind == BlockKind::table_row) continue;
        if (const auto roman = roman_at_margin(block); roman && roman->number == romans + 1) {
            ++romans;
            first_seen = false;
        } else if (const auto number = number_at_margin(block); number && number->number == 1) {
            if (romans == 0) return false;
            with_first += first_seen ? 0 : 1;
            first_seen = true;
        }
    }
    return with_first > 1;
}

std::optional<Numbered> section_at_margin(const Block& block, const PhraseBook& book) {
    const std::string_view text = std::string_view(block.text).substr(0, 60);
    const PhrasedText phrased(text, book);
    const auto noun = phrased.find(0, WordClass::section);
    if (!noun || noun->size >= phrased.size() || phrased.at(noun->size).shape != TokenShape::figure)
        return std::nullopt;
    auto numbered = number_from(text, phrased.at(noun->size).span.begin);
    if (!numbered || numbered->from >= text.size() ||
        std::string_view(".:").find(text[numbered->from]) == std::string_view::npos ||
        (numbered->from + 1 < text.size() && is_digit(text[numbered->from + 1])))
        return std::nullopt;
    skip_joints(block.text, numbered->from, label_joints);
    return numbered;
}

}  // namespace stet
