// Clauses that give units new numbers.
#include <algorithm>
#include <utility>

#include "proposal/clause_parser.hpp"

namespace stet {

bool ClauseParser::take_new_number() {
    const auto place = parse_place(text_, begin_, end_);
    const auto becomes = place && place->has_label() ? text_.find(place->end, WordClass::becomes) : std::nullopt;
    if (!becomes) return false;
    const std::size_t behind = place->end + becomes->size;
    auto named = parse_place(text_, behind, end_);
    // "Section 9.1 becomes 9.2."
    if (!named && place->units.size() == 1)
        if (auto label = parse_labels(text_, behind, end_)) {
            label->noun = place->units.front().noun;
            named = PlaceName{{std::move(*label)}, behind, false};
            while (named->end < end_ && text_.at(named->end).span.begin < named->units.front().span.end) ++named->end;
        }
    const bool same = named && named->has_label() && named->units.front().noun == place->units.front().noun &&
                      (named->end >= end_ || ends_clause(named->end) || text_.has(named->end, WordClass::condition));
    if (!same) return false;
    out_.verb = Verb::renumber;
    out_.place = place;
    out_.destination = named;
    part("target", begin_, place->end);
    part("verb", place->end, behind);
    part("destination", behind, named->end);
    at_ = named->end;
    take_condition();
    at_ = std::min(at_ + 1, end_);
    return true;
}

std::optional<PlaceName> ClauseParser::roman_articles(std::size_t from) const {
    const auto is_roman = [&](std::size_t i) {
        return i < end_ && text_.at(i).shape == TokenShape::word &&
               text_.text_of(i, i + 1).find_first_not_of("IVXLC") == std::string_view::npos;
    };
    if (!is_roman(from)) return std::nullopt;
    UnitName unit;
    unit.noun = WordClass::article;
    std::size_t end = from;
    for (std::size_t next = from; is_roman(next);) {
        unit.labels.emplace_back(text_.text_of(next, next + 1));
        end = next + 1;
        unit.open_range = unit.open_range || text_.is_word(end, "through") || text_.is_word(end, "to");
        next = text_.is_word(end, "through") || text_.is_word(end, "to") || text_.is_word(end, "and") ||
                       text_.is_mark(end, ",")
                   ? end + 1
                   : end;
        if (next == end) break;
    }
    unit.span = text_.span_of(from, end);
    return PlaceName{{std::move(unit)}, end, false};
}

std::optional<PlaceName> ClauseParser::renumbered_letter(std::size_t at) const {
    const auto letter = capital_label(at);
    return letter && text_.is_word(at + 1, "as") && capital_label(at + 2) ? letter : std::nullopt;
}

bool ClauseParser::take_new_labels(std::size_t from) {
    const bool of_letter = out_.place && out_.place->units.front().noun == WordClass::list_item;
    auto alone = of_letter ? capital_label(from) : roman_articles(from);
    if (alone) {
        part("destination", from, alone->end);
        at_ = alone->end;
        out_.destination = std::move(alone);
        to_destination_ = false;
        return true;
    }
    const auto labels = parse_labels(text_, from, end_);
    if (!labels) return false;
    UnitName unit = *labels;
    const auto& named = out_.place ? out_.place : out_.scope;
    const bool lettered = unit.labels.front().front() == '(';
    unit.noun = named ? named->units.front().noun : lettered ? WordClass::list_item : WordClass::section;
    const std::size_t end = labels->span.end;
    out_.destination = PlaceName{{std::move(unit)}, from, false};
    std::size_t next = from;
    while (next < end_ && text_.at(next).span.begin < end) ++next;
    part("destination", from, next);
    at_ = next;
    to_destination_ = false;
    return true;
}

bool ClauseParser::take_renumbered_rest() {
    std::size_t at = at_;
    if (text_.is_mark(at, ",")) ++at;
    if (text_.is_word(at, "and")) ++at;
    if (at == at_ || !is_complete()) return false;
    if (text_.is_word(at, "the") || text_.is_word(at, "all")) ++at;
    const auto rest = text_.find(at, WordClass::rest);
    const auto place = rest ? parse_place(text_, at + rest->size, end_) : std::nullopt;
    if (!place || place->has_label()) return false;
    const auto passive = text_.find(place->end, WordClass::passive);
    const std::size_t verb = place->end + (passive ? passive->size : 0);
    const auto renumber = text_.find(verb, WordClass::renumber);
    if (!renumber) return false;
    part("target", at, place->end);
    part("verb", verb, verb + renumber->size);
    at_ = verb + renumber->size;
    if (text_.has(at_, WordClass::rest)) ++at_;
    return true;
}

bool ClauseParser::instructs_in_capitals(std::size_t at) const {
    const auto verb = at < end_ && begins_upper(at) ? verb_at(text_, at) : std::nullopt;
    if (!verb) return false;
    const std::size_t behind = at + verb->size;
    const bool quoted = behind < end_ && text_.at(behind).shape == TokenShape::quoted;
    return quoted || (verb->verb == Verb::renumber && text_.is_word(behind, "as"));
}

}  // namespace stet
