// What stands behind a clause's colon: text, or the units that it is about.
#include "proposal/clause_parser.hpp"
#include "proposal/target.hpp"

namespace stet {

bool ClauseParser::take_listed_labels() {
    const bool about_units = out_.verb == Verb::keep || out_.verb == Verb::remove;
    if (!about_units || !out_.place || out_.place->units.size() != 1 || out_.place->has_label()) return false;
    UnitName& unit = out_.place->units.front();
    const auto labels = parse_labels(text_, at_, end_);
    if (!labels || (unit.noun != WordClass::letter && unit.noun != WordClass::appendix)) return false;
    std::size_t next = at_;
    while (next < end_ && text_.at(next).span.begin < labels->span.end) ++next;
    if (next < end_ && !ends_clause(next)) return false;
    unit.labels = labels->labels;
    out_.following = false;
    part("target", at_, next);
    at_ = next;
    return true;
}

bool ClauseParser::lists_places() {
    const bool about_units = out_.verb == Verb::keep || out_.verb == Verb::remove;
    const bool names_kind =
        out_.place && !out_.place->has_label() && out_.place->units.front().noun == WordClass::letter;
    if (!about_units || (out_.place && !names_kind) || !out_.removed.empty()) return false;
    const auto place = parse_place(text_, at_, end_);
    const bool lists = place && place->has_label() && !place->find(WordClass::section);
    if (lists && names_kind) out_.place.reset(), out_.following = false;
    return lists;
}

void ClauseParser::take_behind_colon() {
    if (at_ >= end_) {
        out_.following = true;
        return;
    }
    if (text_.at(at_).shape == TokenShape::quoted) {
        take_quoted();
        if (at_ < end_ && text_.is_mark(at_, ".")) ++at_;
        return;
    }
    take_bare();
}

void ClauseParser::take_bare() {
    if (out_.verb == Verb::keep) {  // what stays has no new text
        const std::size_t from = at_;
        while (at_ < end_ && !ends_clause(at_)) ++at_;
        out_.unread.push_back(text_.span_of(from, at_));
        return;
    }
    out_.bare = text_.span_of(at_, end_);
    part("payload", at_, end_);
    at_ = end_;
}

}  // namespace stet
