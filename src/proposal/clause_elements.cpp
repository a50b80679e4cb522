// What clauses are made of: places, quotations, positions, conditions.
#include <algorithm>
#include <array>
#include <utility>

#include "proposal/clause_parser.hpp"
#include "quantity/quantity.hpp"

namespace stet {

void ClauseParser::part(std::string role, std::size_t from, std::size_t to) {
    const Span span = text_.span_of(from, to);
    out_.parts.push_back({std::move(role), std::string(text_.text_of(from, to)), span});
}

void ClauseParser::take_verb(FoundVerb verb) {
    if (out_.verb == Verb::missing || (out_.verb == Verb::modify && verb.verb != Verb::modify)) {
        out_.verb = verb.verb;
    } else if (out_.verb == Verb::remove && (verb.verb == Verb::replace || verb.verb == Verb::add)) {
        out_.verb = Verb::replace;
        out_.removes_first = true;
    } else if (out_.verb == Verb::add && verb.verb == Verb::renumber) {
        // "Insert … and renumber": the second is said of what follows and is told apart by its own place.
    }
    adds_now_ = verb.verb == Verb::add || (out_.removes_first && verb.verb == Verb::replace);
    part("verb", at_, at_ + verb.size);
    at_ += verb.size;
    take_name();
    take_sum();
    take_figures();
}

bool ClauseParser::ends_clause(std::size_t i) const {
    return stet::ends_clause(text_, i, end_);
}

void ClauseParser::take_rest() {
    while (at_ < end_) {
        if (told_value() && value_pair_at(text_, at_, end_)) return;
        if (out_.verb == Verb::keep && exchange_behind(at_)) return;
        if (text_.is_mark(at_, ":")) {
            ++at_;
            if (lists_places() || take_listed_labels()) continue;
            // "Renew with amendment: replace “2026” with “2029”."
            if (out_.verb == Verb::keep && at_ < end_ && verb_at(text_, at_)) {
                out_.but_for_what_follows = true;
                return;
            }
            take_behind_colon();
            return;
        }
        if (takes_place_behind()) {
            ++at_;
            take_verb(*verb_at(text_, at_));
            continue;
        }
        if (ends_clause(at_)) {
            ++at_;
            return;
        }
        if (next_clause_begins()) {
            // "Renew, changing “2026” to “2029”."
            out_.but_for_what_follows = out_.but_for_what_follows || (out_.verb == Verb::keep && !out_.place);
            return;
        }
        take_element();
        if (quotation_ends_sentence()) return;
    }
}

bool ClauseParser::takes_place_behind() const {
    // "Delete; replace with: “…”"
    const auto replaces = out_.verb == Verb::remove && out_.removed.empty() && text_.is_mark(at_, ";")
                              ? verb_at(text_, at_ + 1)
                              : std::nullopt;
    if (replaces && replaces->verb == Verb::replace && text_.has(at_ + 1 + replaces->size, WordClass::with))
        return true;
    if (out_.verb != Verb::remove || out_.removed.size() != 1 || !out_.added.empty() || !text_.is_mark(at_, ";"))
        return false;
    const auto verb = verb_at(text_, at_ + 1);
    const std::size_t quoted = at_ + 1 + (verb ? verb->size : 0);
    return verb && verb->verb == Verb::add && quoted < end_ && text_.at(quoted).shape == TokenShape::quoted &&
           (quoted + 1 >= end_ || ends_clause(quoted + 1));
}

bool ClauseParser::next_clause_begins() const {
    const bool placed = out_.verb == Verb::add && out_.position != PositionKind::absent;
    if (is_complete() && (changes() || placed) && pair_at(text_, at_, end_, out_.verb)) return true;
    // "… and “c” instead of “d”"
    std::size_t pair = at_;
    while (pair < end_ && (text_.is_mark(pair, ",") || text_.is_word(pair, "and"))) ++pair;
    if (pair > at_ && pair + 1 < end_ && is_complete() && text_.at(pair).shape == TokenShape::quoted &&
        behind_instead(pair + 1) > pair + 1)
        return true;
    // "…, and subsections (d) and (e) are redesignated …"
    const auto named = pair > at_ && is_complete() ? parse_place(text_, pair, end_) : std::nullopt;
    const auto passive = named && named->has_label() ? text_.find(named->end, WordClass::passive) : std::nullopt;
    if (passive && verb_at(text_, named->end + passive->size)) return true;
    const auto next = joined_verb_at(text_, at_, end_);
    if (!next || !is_complete()) return false;
    const Verb verb = verb_at(text_, *next)->verb;
    if (text_.is_mark(at_, ",") && text_.is_word(*next - 1, "by")) return true;
    const bool own_place = !text_.is_word(*next - 1, "and") && !text_.is_mark(*next - 1, ",") &&
                           !text_.is_word(*next - 1, "then") && !text_.is_word(*next - 1, "by");
    const bool goes_and_comes =
        !own_place && !names_own_place(*next, verb) && (verb == Verb::replace || verb == Verb::add);
    return out_.verb != Verb::modify && !(out_.verb == Verb::remove && goes_and_comes);
}

bool ClauseParser::names_own_place(std::size_t verb, Verb kind) const {
    if (kind != Verb::add || !out_.place) return false;
    const std::size_t behind = verb + verb_at(text_, verb)->size;
    if (behind < end_ && text_.at(behind).shape == TokenShape::quoted) {
        // "strike “a” in 14.1 and add “b” after “c” in 14.2"
        for (const WordClass words : {WordClass::after, WordClass::before, WordClass::at_end, WordClass::at_start})
            if (text_.has(behind + 1, words)) return true;
        const auto inside = text_.find(behind + 1, WordClass::inside);
        const auto where = inside ? parse_place(text_, behind + 1 + inside->size, end_) : std::nullopt;
        return where && where->has_label();
    }
    const auto place = parse_place(text_, behind, end_);
    const bool named = place && (place->has_label() || text_.first(behind, place->end, WordClass::fresh) < place->end);
    return named || names_place_before_colon(behind);
}

bool ClauseParser::names_place_before_colon(std::size_t at) const {
    constexpr std::size_t most_words_between = 12;  // "the following sentence at the end of"
    for (std::size_t i = at; i < std::min(end_, at + most_words_between); ++i) {
        if (ends_clause(i) || text_.is_mark(i, ":") || text_.at(i).shape == TokenShape::quoted) return false;
        std::size_t joint = text_.is_word(i, "to") || text_.is_word(i, "in") || text_.is_word(i, "into") ? 1 : 0;
        for (const WordClass words : {WordClass::after, WordClass::before, WordClass::at_end, WordClass::at_start})
            if (const auto found = text_.find(i, words)) joint = found->size;
        const auto place = joint > 0 ? parse_place(text_, i + joint, end_) : std::nullopt;
        if (place && place->has_label()) return true;
    }
    return false;
}

bool ClauseParser::changes() const {
    return out_.verb == Verb::change || out_.verb == Verb::replace || out_.verb == Verb::modify;
}

bool ClauseParser::is_complete() const {
    switch (out_.verb) {
        case Verb::missing:
            return false;
        case Verb::change:
        case Verb::replace:
            return !out_.added.empty() || out_.following;
        case Verb::add:
            return !out_.added.empty() || out_.following || out_.anchor || provisions_;
        case Verb::remove:
            return out_.place || !out_.removed.empty() || provisions_;
        case Verb::modify:
            return !out_.removed.empty() || !out_.added.empty();
        case Verb::move:
        case Verb::renumber:
            return out_.destination || out_.renamed || rest_;
        case Verb::propose:
            return told_value();
        case Verb::keep:
            return true;
        default:
            return out_.place.has_value();
    }
}

bool ClauseParser::quotation_ends_sentence() const {
    if (at_ == begin_ || at_ >= end_ || text_.at(at_ - 1).shape != TokenShape::quoted) return false;
    const auto scope = text_.is_word(at_, "in") ? parse_place(text_, at_ + 1, end_) : std::nullopt;
    const bool goes_on =
        verb_at(text_, at_) || (scope && text_.is_mark(scope->end, ",") && verb_at(text_, scope->end + 1));
    if (!goes_on) return false;
    const Span inner = text_.at(at_ - 1).inner;
    const char first = text_.text()[text_.at(at_).span.begin];
    return !inner.empty() && text_.text()[inner.end - 1] == '.' && first >= 'A' && first <= 'Z';
}

void ClauseParser::take_element() {
    if (text_.at(at_).shape == TokenShape::quoted) return take_quoted();
    if (take_substituted()) return;
    if (take_amounts() || take_condition() || take_limit() || take_position() || take_marked_as() ||
        take_renumbered_rest() || take_second_verb() || take_occurrence())
        return;
    if (const auto place = place_here()) return take_place(*place);
    for (const auto& [words, flag] :
         {std::pair{WordClass::following, &Instruction::following}, std::pair{WordClass::soft, &Instruction::soft},
          std::pair{WordClass::reads, &Instruction::reads}, std::pair{WordClass::entire, &Instruction::entire},
          std::pair{WordClass::fresh, &Instruction::fresh}}) {
        const auto match = text_.find(at_, words);
        if (!match) continue;
        out_.*flag = true;
        part(std::string(word_class_key(words)), at_, at_ + match->size);
        at_ += match->size;
        if (words == WordClass::soft && text_.is_word(at_, "that"))
            ++at_, take_described();
        else if (words == WordClass::soft && tells_value(at_))
            take_described();
        return;
    }
    if (const auto with = text_.find(at_, WordClass::with)) {
        adds_now_ = adds_now_ || out_.verb == Verb::replace || out_.verb == Verb::modify;
        at_ += with->size;
        return;
    }
    if (text_.is_word(at_, "to") && out_.verb == Verb::change) adds_now_ = true;
    if (text_.is_word(at_, "as") && out_.verb == Verb::renumber) {
        to_destination_ = true;
        if (take_new_labels(at_ + 1)) return;
    }
    // "renumber XX through XXIII as XIX through XXII"
    if (out_.verb == Verb::renumber && !out_.place && !to_destination_ && out_.parts.back().role == "verb") {
        if (auto letter = renumbered_letter(at_)) return take_place(*letter);
        if (auto romans = roman_articles(at_)) return take_place(*romans);
    }
    // "Articles 30 through 32 are renumbered 31 through 33"
    if (out_.verb == Verb::renumber && out_.place && !out_.destination && out_.parts.back().role == "verb" &&
        take_new_labels(at_))
        return;
    if (text_.is_word(at_, "to") || text_.is_word(at_, "into")) to_destination_ = true;
    if (to_destination_ && moves() && (text_.is_word(at_, "be") || text_.is_word(at_, "become"))) {
        ++at_;
        return;
    }
    if (const auto rest = text_.find(at_, WordClass::rest)) {
        rest_ = true;
        part("target", at_, at_ + rest->size);
        at_ += rest->size;
        return;
    }
    if (const auto noun = text_.find(at_, WordClass::provisions)) {
        part("object", at_, at_ + noun->size);
        provisions_ = true;
        at_ += noun->size;
        return;
    }
    skip_word();
}

bool ClauseParser::take_substituted() {
    if (out_.verb != Verb::remove || !text_.is_word(at_, "and")) return false;
    std::size_t at = at_ + 1;
    const auto following = text_.find(at, WordClass::following);
    std::optional<Span> quoted;
    if (following) {
        at += following->size;
    } else {
        if (text_.is_word(at, "the")) ++at;
        if (const auto noun = text_.find(at, WordClass::words)) at += noun->size;
        if (at >= end_ || text_.at(at).shape != TokenShape::quoted) return false;
        quoted = text_.at(at++).inner;
    }
    if (const auto passive = text_.find(at, WordClass::passive)) at += passive->size;
    const auto verb = verb_at(text_, at);
    if (!verb || (verb->verb != Verb::add && verb->verb != Verb::replace)) return false;
    const std::size_t behind = at + verb->size;
    if (verb->verb == Verb::add && !takes_its_place(behind)) {
        // "and “b” inserted in 4.2": it has a place of its own, and what goes there is no part of this clause.
        std::size_t last = behind;
        while (last < end_ && !ends_clause(last)) ++last;
        out_.unread.push_back(text_.span_of(at_, last));
        out_.excepts = true;
        at_ = last;
        return true;
    }
    if (out_.removed.empty() && subject_quoted_) out_.removed.push_back(*std::exchange(subject_quoted_, std::nullopt));
    out_.verb = Verb::replace;
    out_.removes_first = true;
    out_.names_removed = out_.names_removed || out_.place.has_value();
    out_.following = out_.following || following.has_value();
    if (quoted) out_.added.push_back(*quoted);
    part("verb", at_, behind);
    at_ = behind;
    return true;
}

bool ClauseParser::takes_its_place(std::size_t behind) const {
    if (const auto instead = text_.find(behind, WordClass::in_its_place)) behind += instead->size;
    const std::size_t joint = behind + (text_.is_mark(behind, ",") ? 1 : 0);
    return behind >= end_ || ends_clause(behind) || text_.is_mark(behind, ":") ||
           text_.has(joint, WordClass::condition);
}

void ClauseParser::skip_word() {
    // "is amended-- (1) by striking …": the number of the first of several.
    if (text_.is_mark(at_, "(") && at_ > begin_ && text_.is_mark(at_ - 1, "-") && at_ + 2 < end_ &&
        text_.is_mark(at_ + 2, ")") && text_.at(at_ + 1).text.size() <= 3) {
        at_ += 3;
        return;
    }
    // "in the first sentence only": nowhere but in the place named.
    const bool narrows = text_.is_word(at_, "only") && !out_.parts.empty() && at_ > begin_ &&
                         out_.parts.back().span.end == text_.span_of(at_ - 1, at_).end &&
                         (out_.parts.back().role == "target" || out_.parts.back().role == "occurrence");
    if (narrows) {
        ++at_;
        return;
    }
    out_.excepts = out_.excepts || text_.has(at_, WordClass::exception);
    if (const auto word = unread_words(text_, at_)) {
        const bool goes_on = !out_.unread.empty() && last_unread_ + 1 == at_;
        if (goes_on)
            out_.unread.back().end = word->end;
        else
            out_.unread.push_back(*word);
        last_unread_ = at_;
    } else if (const auto table = text_.find(at_, WordClass::table)) {
        at_ += table->size - 1;  // "the wage scale"
    }
    ++at_;
}

void ClauseParser::take_described() {
    const std::size_t from = at_;
    while (at_ < end_ && !ends_clause(at_)) ++at_;
    if (from == at_) return;
    out_.bare = text_.span_of(from, at_ < end_ ? at_ + 1 : at_);
    out_.described = true;
    part("payload", from, at_);
}

std::optional<PlaceName> ClauseParser::place_here() const {
    // "the following sentence": the words between are taken as one.
    std::size_t at = at_;
    if (text_.is_word(at, "the") && text_.has(at, WordClass::following))
        at += text_.find(at, WordClass::following)->size;
    auto place = parse_place(text_, at, end_);
    if (!place && at == at_)
        return out_.verb == Verb::add ? added_item() : out_.verb == Verb::move ? label_there() : removed_item();
    if (place && at == at_) {
        // A bare noun in running words ("the wages indicated below") names no place of its own.
        const UnitName& first = place->units.front();
        const bool bare = place->units.size() == 1 && first.labels.empty() && first.ordinal == 0 && !first.entire;
        const bool weak = first.noun == WordClass::words || first.noun == WordClass::table ||
                          first.noun == WordClass::row || first.noun == WordClass::list_item ||
                          first.noun == WordClass::letter;
        const bool the_letter =
            first.noun == WordClass::letter && (text_.is_word(at_, "the") || text_.is_word(at_, "this"));
        // "Add a row: “…”": what comes, and no row that is there.
        const bool new_row = out_.verb == Verb::add && first.noun == WordClass::row && text_.is_word(at_, "a");
        if (bare && weak && !the_letter && !new_row && !text_.has(at_, WordClass::fresh)) return std::nullopt;
    }
    return place;
}

std::optional<PlaceName> ClauseParser::bracketed_label(std::size_t at) const {
    if (at + 3 > end_ || !text_.is_mark(at, "(") || !text_.is_mark(at + 2, ")")) return std::nullopt;
    const std::string& label = text_.at(at + 1).text;
    const bool roman = label.size() <= 5 && label.find_first_not_of("ivx") == std::string::npos;
    if (label.size() > 2 && !roman) return std::nullopt;
    UnitName unit;
    unit.noun = WordClass::list_item;
    unit.labels = {std::string(text_.text_of(at, at + 3))};
    unit.span = text_.span_of(at, at + 3);
    return PlaceName{{std::move(unit)}, at + 3, false};
}

std::optional<PlaceName> ClauseParser::capital_label(std::size_t at) const {
    if (at >= end_ || text_.at(at).span.size() != 1 || !begins_upper(at)) return std::nullopt;
    UnitName unit;
    unit.noun = WordClass::list_item;
    unit.labels = {std::string(text_.text_of(at, at + 1))};
    unit.span = text_.span_of(at, at + 1);
    return PlaceName{{std::move(unit)}, at + 1, false};
}

std::optional<PlaceName> ClauseParser::label_there() const {
    if (!out_.destination || !text_.is_word(at_ - 1, "as")) return std::nullopt;
    const auto item = bracketed_label(at_);
    return item ? item : capital_label(at_);
}

std::optional<PlaceName> ClauseParser::removed_item() const {
    const bool behind_verb = !out_.parts.empty() && out_.parts.back().role == "verb";
    if (out_.verb != Verb::remove || !behind_verb) return std::nullopt;
    auto item = bracketed_label(at_);
    const bool ends = item && (item->end == end_ || text_.is_mark(item->end, ".") || text_.is_mark(item->end, ";"));
    return ends ? item : std::nullopt;
}

std::optional<PlaceName> ClauseParser::added_item() const {
    if (out_.parts.empty() || out_.parts.back().role != "verb" || at_ == begin_) return std::nullopt;
    const std::size_t behind_article = text_.is_word(at_, "a") ? at_ + 1 : at_;
    const auto fresh = text_.find(behind_article, WordClass::fresh);
    const std::size_t at = fresh ? behind_article + fresh->size : at_;
    auto item = bracketed_label(at);
    if (!item && fresh) item = capital_label(at);
    if (!item) return std::nullopt;
    item->units.front().span.begin = text_.at(at_).span.begin;
    const bool announces = item->end == end_ || text_.is_mark(item->end, ":") || text_.is_mark(item->end, ".") ||
                           text_.has(item->end, WordClass::following) || text_.has(item->end, WordClass::reads) ||
                           text_.at(item->end).shape == TokenShape::quoted;
    return fresh || announces ? item : std::nullopt;
}

void ClauseParser::take_place(const PlaceName& place) {
    // "Delete. Replace by Article 14.09 (new): …": what comes is named, and not what goes.
    const bool fresh = text_.is_mark(place.end, "(") && text_.has(place.end + 1, WordClass::fresh) &&
                       text_.is_mark(place.end + 2, ")");
    if (fresh && out_.verb == Verb::replace && adds_now_ && !out_.place && out_.removed.empty()) {
        out_.verb = Verb::add;
        out_.fresh = true;
    }
    // "Insert a new Section 19.7 after Section 19.6"
    const UnitName& unit = place.units.front();
    const bool unit_of_text =
        unit.noun == WordClass::section || unit.noun == WordClass::article || unit.noun == WordClass::paragraph;
    if (out_.verb == Verb::add && !out_.place && unit_of_text && !unit.labels.empty() &&
        text_.first(at_, place.end, WordClass::fresh) < place.end)
        out_.fresh = true;
    const bool item = unit.noun == WordClass::list_item || unit.noun == WordClass::paragraph;
    const bool behind_verb = !out_.parts.empty() && out_.parts.back().role == "verb";
    out_.new_item = out_.new_item || (out_.verb == Verb::add && !out_.place && item && unit.labels.size() == 1 &&
                                      behind_verb && names_new(place));
    // "Insert a third paragraph": not one that is there.
    if (out_.verb == Verb::add && !out_.place && item && behind_verb && unit.ordinal > 0 && unit.count == 1 &&
        (text_.is_word(at_, "a") || text_.is_word(at_, "an")))
        out_.fresh = true;
    // "Move 4.2 to Article 3 as a new 3.4", "… to become 3.4"
    const bool becomes = text_.is_word(at_ - 1, "be") || text_.is_word(at_ - 1, "become");
    const bool numbered_anew = out_.anchor && text_.first(at_, place.end, WordClass::fresh) < place.end;
    if (out_.verb == Verb::move && at_ > begin_ && place.has_label() &&
        ((out_.destination && !to_destination_) || (to_destination_ && becomes) || numbered_anew)) {
        out_.renamed = place;
        part("new number", at_, place.end);
        to_destination_ = false;
        at_ = place.end;
        return;
    }
    if (text_.has(at_, WordClass::following)) out_.following = true;
    part(to_destination_ && moves() ? "destination" : "target", at_, place.end);
    if (to_destination_ && moves())
        out_.destination = place;
    else if (!out_.place) {
        out_.place = place;
        out_.names_removed = out_.verb == Verb::remove;
    } else if (amended_) {
        // "Section 12 is amended by striking the last sentence": the first is where, the second what.
        if (!out_.scope) out_.scope = out_.place;
        out_.place = place;
        amended_ = false;
    } else if (is_another(place)) {
        const bool like_first = place.has_label() || place.units.front().ordinal != 0;
        if (like_first && behind_joint() && !text_.is_word(at_ - 1, "except"))
            out_.further.push_back(place);
        else
            out_.names_more = true;
    } else if (!out_.scope)
        out_.scope = place;
    else
        out_.unread.push_back(text_.span_of(at_, place.end));
    out_.entire = out_.entire || place.entire;
    to_destination_ = false;
    at_ = place.end;
    take_title(place);
    out_.names_more = out_.names_more || (out_.verb == Verb::remove && goes_on_with_label());
}

/// "a new paragraph (3)", "(3)" behind “Add”.
bool ClauseParser::names_new(const PlaceName& place) const {
    const bool bare = text_.is_mark(at_, "(");
    return bare || text_.first(at_, place.end, WordClass::fresh) < place.end;
}

void ClauseParser::take_title(const PlaceName& place) {
    if (!place.has_label() || place.find(WordClass::paragraph) || place.find(WordClass::sentence)) return;
    const std::size_t end = title_end(text_, at_, end_);
    if (end == at_) return;
    part("title", at_, end);
    at_ = end;
}

bool ClauseParser::goes_on_with_label() const {
    std::size_t next = at_;
    if (text_.is_mark(next, ",")) ++next;
    if (text_.is_word(next, "and")) ++next;
    return next > at_ && next + 2 < end_ && text_.is_mark(next, "(") && text_.at(next + 1).text.size() <= 3 &&
           text_.is_mark(next + 2, ")");
}

bool ClauseParser::is_another(const PlaceName& place) const {
    // "the last sentence of 9.4 and the first paragraph of 9.5": a unit of one kind has another number.
    const bool elsewhere = std::any_of(place.units.begin(), place.units.end(), [&](const UnitName& unit) {
        const UnitName* known = out_.place->find(unit.noun);
        return known != nullptr && !unit.labels.empty() && !known->labels.empty() && known->labels != unit.labels;
    });
    if (elsewhere && behind_joint()) return true;
    const bool behind_verb = out_.parts.size() > 1 && out_.parts[out_.parts.size() - 2].role == "verb";
    if (behind_verb || is_wider(place, *out_.place)) return false;
    return out_.verb == Verb::remove || behind_joint();
}

bool ClauseParser::behind_joint() const {
    std::size_t at = at_;
    for (const std::string_view word : {"in", "to", "of"})
        if (at > begin_ && text_.is_word(at - 1, word)) --at;
    return at > begin_ && (text_.is_word(at - 1, "and") || text_.is_mark(at - 1, ",") || text_.is_word(at - 1, "or") ||
                           text_.is_word(at - 1, "except"));
}

bool ClauseParser::moves() const {
    return out_.verb == Verb::move || out_.verb == Verb::renumber;
}

void ClauseParser::take_quoted() {
    const Span inner = text_.at(at_).inner;
    const bool first_of_change = out_.verb == Verb::change || out_.verb == Verb::replace || out_.verb == Verb::modify;
    const bool told_to_read = first_of_change && (out_.reads || out_.following);
    const bool adds = adds_now_ || told_to_read || out_.verb == Verb::add ||
                      (first_of_change && !out_.removed.empty() && !goes_with_the_last());
    (adds ? out_.added : out_.removed).push_back(inner);
    part(adds ? "quoted, new" : "quoted, struck", at_, at_ + 1);
    ++at_;
}

bool ClauseParser::goes_with_the_last() const {
    std::size_t last = at_;
    while (last > begin_ && (text_.is_mark(last - 1, ",") || text_.is_word(last - 1, "and"))) --last;
    if (last == at_ || last == begin_ || text_.at(last - 1).shape != TokenShape::quoted) return false;
    const std::size_t end = std::min(end_, at_ + longest_subject);
    for (std::size_t i = at_ + 1; i < end && !ends_clause(i); ++i)
        if (text_.find(i, WordClass::with) || (out_.verb == Verb::change && text_.is_word(i, "to"))) return true;
    return false;
}

bool ClauseParser::take_condition() {
    const auto match = text_.find(at_, WordClass::condition);
    if (!match) return false;
    const std::size_t from = at_;
    // "… effective July 1, 2026, and to $1,100 effective July 1, 2027"
    const auto another_value = [&] {
        const std::size_t joint = at_ + (text_.is_mark(at_, ",") ? 1 : 0);
        return told_value() && at_ > from + 1 && text_.is_word(joint, "and") && text_.is_word(joint + 1, "to") &&
               value_pair_at(text_, at_, end_);
    };
    while (at_ < end_ && !ends_clause(at_) && !text_.is_mark(at_, ":") && !another_value()) ++at_;
    out_.condition = text_.span_of(from, at_);
    part("condition", from, at_);
    return true;
}

bool ClauseParser::take_limit() {
    const bool until = text_.has(at_, WordClass::until);
    // "Extend through August 31, 2028": what stays is extended, and no value.
    const bool extends = out_.verb == Verb::change && until && out_.removed.empty() && out_.added.empty();
    const bool lasts = extends || out_.verb == Verb::keep || out_.verb == Verb::remove || out_.verb == Verb::move;
    // "Sunset June 30, 2027": a date right behind the verb.
    if (!lasts || (!until && (out_.parts.empty() || out_.parts.back().role != "verb"))) return false;
    std::size_t last = at_;
    for (; last < end_ && !ends_clause(last) && !text_.is_mark(last, ":"); ++last)
        if (text_.at(last).shape == TokenShape::quoted || verb_at(text_, last)) return false;
    if (last == at_) return false;
    const Span rest = text_.span_of(at_, last);
    const std::string_view words = text_.text().substr(rest.begin, rest.size());
    const std::vector<Quantity> values = find_quantities(words);
    const bool dated = !values.empty() && values.front().type == QuantityType::date;
    const bool of_agreement = text_.first(at_, last, WordClass::agreement) < last;
    if (until ? !dated && !of_agreement : !dated || values.front().span.begin != (words.starts_with("on ") ? 3U : 0U))
        return false;
    if (extends) out_.verb = Verb::keep;
    out_.condition = rest;
    out_.limited = true;
    part("condition", at_, last);
    at_ = last;
    return true;
}

bool ClauseParser::take_marked_as() {
    if (out_.verb != Verb::remove) return false;
    const auto marked = text_.find(at_, WordClass::marked_as);
    if (!marked) return false;
    const std::size_t from = at_;
    at_ += marked->size;
    if (at_ < end_ && (text_.at(at_).shape == TokenShape::quoted || !ends_clause(at_))) ++at_;
    part("placeholder", from, at_);
    return true;
}

bool ClauseParser::take_position() {
    // "deleting “and” following “snow”"
    const auto following = text_.find(at_, WordClass::following);
    if (following && following->size == 1 && at_ > begin_ && at_ + 1 < end_ && out_.position == PositionKind::absent &&
        text_.at(at_ - 1).shape == TokenShape::quoted && text_.at(at_ + 1).shape == TokenShape::quoted) {
        out_.position = PositionKind::after;
        out_.anchor_words = text_.at(at_ + 1).inner;
        part("position", at_, at_ + 2);
        at_ += 2;
        return true;
    }
    // "Following Section 2.1 insert …"
    if (following && following->size == 1 && at_ == begin_)
        if (const auto place = parse_place(text_, at_ + 1, end_); place && place->has_label()) {
            out_.position = PositionKind::after;
            out_.anchor = *place;
            part("position", at_, place->end);
            at_ = place->end;
            return true;
        }
    static constexpr std::array positions = {
        std::pair{WordClass::before, PositionKind::before}, std::pair{WordClass::after, PositionKind::after},
        std::pair{WordClass::at_end, PositionKind::end}, std::pair{WordClass::at_start, PositionKind::start},
        std::pair{WordClass::between, PositionKind::after}};
    for (const auto& [words, position] : positions) {
        const auto match = text_.find(at_, words);
        if (!match) continue;
        const std::size_t from = at_;
        std::size_t next = at_ + match->size;
        // "after each occurrence of “x”"
        if (const auto each = text_.find(next, WordClass::each)) {
            out_.occurrence = Occurrence::each;
            next += each->size + (text_.is_word(next + each->size, "of") ? 1 : 0);
        }
        const auto place = parse_place(text_, next, end_);
        const bool words_named =
            place && place->units.front().noun == WordClass::words && place->units.front().labels.empty();
        if (words_named && place->end < end_ && text_.at(place->end).shape == TokenShape::quoted)
            next = place->end;
        else if (text_.is_word(next, "the"))
            next += place ? 0 : 1;
        const bool anchors = position == PositionKind::after || position == PositionKind::before ||
                             next > from + match->size || text_.is_word(next - 1, "of");
        const std::size_t name = anchors && !place ? name_end(next) : next;
        if (anchors && next < end_ && text_.at(next).shape == TokenShape::quoted) {
            out_.anchor_words = text_.at(next).inner;
            ++next;
            next = behind_second_anchor(next, words == WordClass::between);
        } else if (name > next) {
            // "Add Juneteenth after Memorial Day"
            out_.anchor_words = text_.span_of(next, name);
            out_.amounts = true;
            next = name;
        } else if (place) {
            out_.anchor = *place;
            next = place->end;
        } else if (position == PositionKind::after || position == PositionKind::before) {
            return false;
        }
        out_.position = position;
        part("position", from, next);
        at_ = next;
        return true;
    }
    return false;
}

std::size_t ClauseParser::behind_second_anchor(std::size_t at, bool between) {
    const bool another = text_.is_word(at, "and") && at + 1 < end_ && text_.at(at + 1).shape == TokenShape::quoted;
    if (!another || pair_at(text_, at, end_, Verb::add)) return at;
    if (!between) out_.unread.push_back(text_.span_of(at, at + 2));
    return at + 2;
}

bool ClauseParser::take_second_verb() {
    std::size_t at = at_;
    if (text_.is_mark(at, ",")) ++at;
    if (text_.is_word(at, "and") || text_.is_mark(at, "&") || text_.is_word(at, "by") || text_.is_word(at, "then"))
        ++at;
    if (text_.is_word(at, "by")) ++at;
    // "Modify Section 15 to include “x”"
    const bool to_add = out_.verb == Verb::modify && text_.is_word(at, "to") && verb_at(text_, at + 1) &&
                        (verb_at(text_, at + 1)->verb == Verb::add ||
                         (out_.removed.empty() && out_.added.empty() && verb_at(text_, at + 1)->verb == Verb::change));
    if (to_add) ++at;
    const auto verb = verb_at(text_, at);
    // "strike “a” insert “b”"
    const bool beside = verb && verb->verb == Verb::add && at > begin_ && at + verb->size < end_ &&
                        text_.at(at - 1).shape == TokenShape::quoted &&
                        text_.at(at + verb->size).shape == TokenShape::quoted;
    if ((at == at_ && !beside) || !verb || verb->verb == Verb::keep) return false;
    at_ = at;
    amended_ = out_.verb == Verb::modify;
    take_verb(*verb);
    to_destination_ = false;
    return true;
}

bool ClauseParser::take_occurrence() {
    static constexpr std::array kinds = {std::pair{WordClass::each, Occurrence::each},
                                         std::pair{WordClass::first_place, Occurrence::first},
                                         std::pair{WordClass::that_follows, Occurrence::all_that_follows}};
    for (const auto& [words, occurrence] : kinds) {
        const auto match = text_.find(at_, words);
        if (!match) continue;
        out_.occurrence = occurrence;
        part("occurrence", at_, at_ + match->size);
        at_ += match->size;
        return true;
    }
    return false;
}

}  // namespace stet
