// Reads what is left out where it is nothing but units by their numbers.
#include "proposal/excepted_units.hpp"

#include <algorithm>
#include <optional>

#include "proposal/letters.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

/// "Section 9.4", "16.3", "(b)", "the last sentence".
std::optional<PlaceName> unit_here(const PhrasedText& text, std::size_t at, std::size_t end) {
    auto place = parse_place(text, at, end);
    if (place && (place->has_label() || place->units.front().ordinal != 0)) return place;
    if (auto dotted = dotted_place(text, at, end)) return dotted;
    auto labels = parse_labels(text, at, end);
    if (!labels || labels->labels.front().front() != '(') return std::nullopt;
    labels->noun = WordClass::paragraph;
    PlaceName lettered{{std::move(*labels)}, at, false};
    while (lettered.end < end && text.at(lettered.end).span.begin < lettered.units.front().span.end) ++lettered.end;
    return lettered;
}

std::size_t behind_joints(const PhrasedText& text, std::size_t at, std::size_t end) {
    while (at < end && (text.is_mark(at, ",") || text.is_mark(at, "&") || text.is_word(at, "and") ||
                        text.is_word(at, "or") || text.has(at, WordClass::excludes)))
        ++at;
    return at;
}

/// Nothing but marks, or the date of the mark.
bool says_no_more(const PhrasedText& text, std::size_t at, std::size_t end) {
    while (at < end && text.at(at).shape == TokenShape::mark) ++at;
    if (at >= end) return true;
    const Span rest = text.span_of(at, end);
    const std::string_view words = text.text().substr(rest.begin, rest.size());
    const std::vector<Quantity> values = find_quantities(words);
    return values.size() == 1 && values.front().type == QuantityType::date && values.front().span.begin == 0 &&
           words.find_first_not_of(" .)]", values.front().span.end) == std::string_view::npos;
}

/// "9.4" is of "9", and "9.4(b)" of "9.4".
bool is_of(const std::string& inner, const std::string& outer) {
    return inner.starts_with(outer) &&
           (inner.size() == outer.size() || std::string_view(".(:").find(inner[outer.size()]) < 3);
}

}  // namespace

std::vector<PlaceName> excepted_units(const PhrasedText& text, std::size_t at, std::size_t end) {
    const auto excludes = at < end ? text.find(at, WordClass::excludes) : std::nullopt;
    if (!excludes) return {};
    std::vector<PlaceName> out;
    std::size_t next = at + excludes->size;
    for (auto place = unit_here(text, next, end); place; place = unit_here(text, next, end)) {
        for (PlaceName& one : parted(*place)) out.push_back(std::move(one));
        const std::size_t behind = behind_joints(text, place->end, end);
        next = place->end;
        if (behind == place->end || !unit_here(text, behind, end)) break;
        next = behind;
    }
    return says_no_more(text, next, end) ? out : std::vector<PlaceName>{};
}

std::vector<PlaceName> excepted_units_of_mark(const PhrasedText& mark) {
    return excepted_units(mark, mark.first(0, mark.size(), WordClass::excludes), mark.size());
}

bool stands_in(const Target& target, const Target& unit) {
    if (!unit.letter.empty() || !target.letter.empty()) {
        if (unit.letter != target.letter) return false;
    } else if (!unit.article.empty() && target.article != unit.article) {
        return false;
    }
    if (!unit.section.empty() && !is_of(target.section, unit.section)) return false;
    if (!unit.paragraph.empty() && (target.paragraph != unit.paragraph || target.section != unit.section)) return false;
    return unit.sentence.empty() || target.sentence == unit.sentence;
}

}  // namespace stet
