// The forms of clauses: active, passive, agreed, new units, statements.
#include <algorithm>
#include <utility>

#include "proposal/clause_parser.hpp"
#include "proposal/letters.hpp"
#include "proposal/statement.hpp"

namespace stet {

std::optional<Instruction> ClauseParser::parse() {
    while (begin_ > 0 && begin_ + 1 < end_ && (text_.is_mark(begin_, ",") || text_.is_word(begin_, "and"))) ++begin_;
    // "(a) Strike “x”. (b) Add “y”."
    if (begin_ > 0 && begin_ + 3 < end_ && text_.is_mark(begin_, "(") && text_.is_mark(begin_ + 2, ")") &&
        text_.at(begin_ + 1).text.size() <= 3 && verb_at(text_, begin_ + 3))
        begin_ += 3;
    if (begin_ > 0) begin_ = behind_exception(begin_);
    at_ = begin_;
    if (take_what_stays()) return finish();
    if (take_statement() || take_exchange() || take_substituted_for() || take_instead() || take_bracketed_old() ||
        take_becoming() || take_new_number() || take_from_to() || take_named_exchange())
        return finish();
    if (take_new_unit() || take_new_language() || take_active() || take_passive() || take_agreed() || take_proposed() ||
        take_arrow())
        return finish();
    return std::nullopt;
}

std::optional<Instruction> ClauseParser::parse_pair(const Instruction& before) {
    if (const auto value = value_pair_at(text_, begin_, end_)) {
        at_ = begin_ = *value;
        out_.verb = Verb::change;
        take_figures();
    } else {
        at_ = begin_ = *pair_at(text_, begin_, end_, before.verb);
        out_.verb = before.verb;
        out_.removes_first = before.removes_first;
    }
    take_rest();
    return finish();
}

std::optional<Instruction> ClauseParser::parse_exception() {
    if (text_.is_mark(begin_, ",")) ++begin_;
    at_ = behind_exception(begin_);
    if (at_ == begin_ || !tells_value(at_)) return std::nullopt;
    begin_ = at_;
    while (at_ < end_ && !ends_clause(at_)) ++at_;
    out_.verb = Verb::propose;
    out_.tells_value = true;
    out_.bare = text_.span_of(begin_, at_);
    part("payload", begin_, at_);
    if (at_ < end_) ++at_;
    return finish();
}

std::size_t ClauseParser::behind() const {
    return at_;
}

void ClauseParser::reset() {
    out_ = {};
    at_ = begin_;
}

bool ClauseParser::take_statement() {
    const auto said = parse_statement(text_, begin_, end_);
    if (!said) return false;
    out_.verb = Verb::keep;
    if (!said->acceptance) out_.status = said->status;
    out_.acceptance = said->acceptance;
    out_.place = said->place;
    out_.excepted = said->excepted;
    if (said->condition_end > 0) out_.condition = text_.span_of(said->condition, said->condition_end);
    if (said->exception > 0) {
        out_.unread.push_back(text_.span_of(said->exception, said->end));
        out_.excepts = true;
    }
    part("statement", begin_, said->end);
    at_ = said->end;
    return true;
}

std::size_t ClauseParser::behind_exception(std::size_t at) const {
    constexpr std::size_t most_words_between = 8;  // "with the following changes to it:"
    const auto exception = text_.find(at, WordClass::exception);
    if (!exception || text_.has(at, WordClass::negation)) return at;
    std::size_t behind = at + exception->size;
    for (std::size_t i = behind; i < std::min(end_, behind + most_words_between) && !ends_clause(i); ++i) {
        if (verb_at(text_, i) || text_.at(i).shape == TokenShape::quoted) break;
        if (text_.is_mark(i, ":")) return i + 1;
    }
    while (behind < end_ && (text_.is_word(behind, "that") || text_.is_word(behind, "to"))) ++behind;
    return behind;
}

bool ClauseParser::take_what_stays() {
    const std::size_t last = std::min(end_, begin_ + longest_subject);
    std::size_t exception = begin_ + 1;
    while (exception < last && !text_.has(exception, WordClass::exception)) {
        if (ends_clause(exception) || text_.at(exception).shape == TokenShape::quoted) return false;
        ++exception;
    }
    const std::size_t behind = exception < last ? behind_exception(exception) : exception;
    if (behind == exception) return false;
    const std::size_t stop = text_.is_mark(exception - 1, ",") ? exception - 1 : exception;
    const auto stays = text_.find(begin_, WordClass::stays);
    const auto said = stays && begin_ + stays->size == stop ? std::nullopt : ClauseParser(text_, begin_, stop).parse();
    const bool leads = said ? said->verb == Verb::keep && said->unread.empty() &&
                                  said->status.value_or(Status::current) == Status::current
                            : stays && begin_ + stays->size == stop;
    if (!leads) return false;
    const bool announces = behind >= end_ && text_.is_mark(end_ - 1, ":");
    const auto next = announces ? std::nullopt : ClauseParser(text_, behind, end_).parse();
    const bool told = !announces && !next && text_.is_word(behind - 1, "that") && tells_value(behind);
    if (!announces && !told && (!next || next->verb == Verb::keep)) return false;
    if (said) out_ = *said;
    out_.verb = Verb::keep;
    if (!said) out_.status = Status::current;
    out_.but_for_what_follows = true;
    if (!said) part("statement", begin_, stop);
    at_ = announces ? end_ : stop;
    return true;
}

bool ClauseParser::take_new_unit() {
    std::size_t at = begin_;
    const auto fresh_before = text_.find(at, WordClass::fresh);
    if (fresh_before) at += fresh_before->size;
    const auto place = parse_place(text_, at, end_);
    if (!place || place->units.size() > 1) return false;
    std::size_t next = place->end;
    if (!fresh_before) {
        if (!text_.is_mark(next, "-") && !text_.is_mark(next, "(") && !text_.is_mark(next, ",")) return false;
        const auto fresh_behind = text_.find(next + 1, WordClass::fresh);
        if (!fresh_behind) return false;
        next += 1 + fresh_behind->size;
        if (text_.is_mark(next, ")")) ++next;
    }
    const bool ends_here = next >= end_ || text_.is_mark(next, ":") || text_.is_mark(next, ".") ||
                           text_.is_mark(next, "-") || text_.is_mark(next, "(") || text_.is_mark(next, ",");
    // "New Article: insert behind Article 6 …" is no title.
    if (!ends_here || (next + 1 < end_ && text_.is_mark(next, ":") && verb_at(text_, next + 1))) return false;
    out_.verb = Verb::add;
    out_.fresh = true;
    out_.place = *place;
    part("new unit", begin_, next);
    at_ = next;
    if (at_ < end_ && !text_.is_mark(at_, "(")) ++at_;
    // "New Article 26, Cameras. “…”": a title, and the text in quotes.
    if (at_ < end_ && text_.at(end_ - 1).shape == TokenShape::quoted) {
        if (end_ - 1 > at_) part("caption", at_, end_ - 1);
        at_ = end_ - 1;
        take_quoted();
    }
    if (at_ < end_) take_bare();
    return true;
}

bool ClauseParser::take_new_language() {
    const auto fresh = text_.find(begin_, WordClass::fresh);
    const auto noun = fresh ? text_.find(begin_ + fresh->size, WordClass::provisions) : std::nullopt;
    const std::size_t colon = begin_ + (noun ? fresh->size + noun->size : 0);
    if (!noun || !text_.is_mark(colon, ":") || colon + 1 >= end_ || text_.at(colon + 1).shape != TokenShape::quoted)
        return false;
    out_.verb = Verb::add;
    part("verb", begin_, colon);
    at_ = colon + 1;
    take_quoted();
    if (at_ < end_ && text_.is_mark(at_, ".")) ++at_;
    return true;
}

void ClauseParser::take_occurrence_in_front() {
    const auto each = text_.find(at_, WordClass::each);
    if (!each) return;
    std::size_t next = at_ + each->size;
    if (text_.is_word(next, "the") || text_.is_word(next, "this")) ++next;
    auto place = parse_place(text_, next, end_);
    if (place && !place->has_label()) place.reset();
    const auto agreement = place ? std::nullopt : text_.find(next, WordClass::agreement);
    next = place ? place->end : agreement ? next + agreement->size : next;
    if (text_.is_mark(next, ",")) ++next;
    if (!verb_at(text_, next)) return;
    if (place) out_.scope = *place;
    out_.occurrence = Occurrence::each;
    part("occurrence", at_, next);
    at_ = next;
}

bool ClauseParser::take_active() {
    take_condition_in_front();
    take_occurrence_in_front();
    take_titled_letter();
    take_scope();
    take_adverb();
    take_position_in_front();
    const auto verb = verb_at(text_, at_);
    if (!verb) return give_up();
    take_verb(*verb);
    take_rest();
    return accepted() || give_up();
}

bool ClauseParser::take_passive() {
    const std::size_t last = std::min(end_, begin_ + longest_subject);
    bool says_something = false;  // a verb is behind: what ends there is a sentence of its own
    for (std::size_t i = begin_; i < last; ++i) {
        // What tells a value is a sentence of its own, and no subject of the next one.
        if (ends_clause(i) && (says_something || has_sum(begin_, i))) break;
        if (take_reading(i)) return true;
        const auto passive = text_.find(i, WordClass::passive);
        const std::size_t at_verb = i + (passive ? passive->size : 0);
        auto verb = verb_at(text_, at_verb);
        // "goes from": the values stand behind it.
        if (verb && verb->size > 1 && text_.is_word(at_verb + verb->size - 1, "from")) --verb->size;
        says_something = says_something || passive || (verb && verb->verb == Verb::change);
        if (!verb || is_supposed(i)) continue;
        // "The contribution (shall be) increased from $4.00 to $5.00": a subject that is no unit.
        const bool amounts = verb->verb == Verb::change && text_.is_word(at_verb + verb->size, "from");
        if (verb->verb == Verb::change && i > begin_ && take_new_value(i, at_verb)) return true;
        const bool ends_itself = !passive && i > begin_ && text_.has(at_verb, WordClass::ends);
        if (!passive && !ends_itself && (!amounts || i == begin_)) continue;
        std::optional<std::size_t> subject = subject_before(i);
        if (!subject && amounts) subject = begin_;
        if (!subject) continue;
        if (*subject > begin_) take_context(*subject);
        take_subject(*subject, i);
        at_ = at_verb;
        take_verb(*verb);
        out_.names_removed = out_.names_removed || (out_.verb == Verb::remove && out_.place && out_.place->has_label());
        // "Letter 5 is incorporated into Article 9": a unit that stands elsewhere.
        if (verb->verb == Verb::add && passive && out_.place && out_.place->has_label() && text_.is_word(at_, "into"))
            out_.verb = Verb::move;
        const bool ends = at_ >= end_ || ends_clause(at_);
        take_rest();
        if (accepted() &&
            (ends || out_.soft || out_.following || !out_.added.empty() || !out_.removed.empty() || out_.entire ||
             out_.verb == Verb::remove || out_.verb == Verb::renumber || out_.verb == Verb::move || brings_letter() ||
             (out_.verb == Verb::keep && out_.place && out_.place->has_label()) ||
             (subject_quoted_ && !out_.anchor_words.empty()))) {
            // "If enrolment falls from 40 to 30, …": text of an agreement says that too.
            out_.tells_no_text = out_.amounts;
            return true;
        }
        reset();
    }
    return false;
}

bool ClauseParser::take_new_value(std::size_t at, std::size_t verb) {
    const std::size_t joint = verb + verb_at(text_, verb)->size;
    const bool by = text_.is_word(joint, "by");
    if (!by && !text_.is_word(joint, "to")) return false;
    std::size_t end = joint + 1;
    while (end < end_ && !ends_clause(end) && !text_.has(end, WordClass::condition)) {
        if (text_.at(end).shape == TokenShape::quoted) return false;
        ++end;
    }
    if (!has_amount(joint + 1, std::min(end, joint + 1 + most_words_of_amount))) return false;
    const std::size_t dated_end = behind_dated_pairs(at, joint + 1);
    end = std::max(end, dated_end);
    for (std::size_t i = begin_; i < at; ++i)
        if (text_.at(i).shape == TokenShape::quoted || verb_at(text_, i)) return false;
    for (std::size_t i = begin_; i < at && !out_.place; ++i)
        if (auto place = parse_place(text_, i, at); place && place->has_label()) out_.place = std::move(place);
    out_.verb = Verb::propose;
    out_.raises_by = by;
    out_.tells_no_text = true;
    out_.bare = text_.span_of(begin_, end);
    // "increases to $3.50 from $2.75"
    for (std::size_t from = joint + 2; from < end && !by; ++from) {
        if (!text_.is_word(from, "from")) continue;
        std::size_t behind = from + 1;
        const Span comes = comes_before(from), goes = goes_from(behind);
        if (comes.empty() || goes.empty()) break;
        out_.verb = Verb::change;
        out_.bare = {};
        out_.amounts = true;
        out_.added = {comes};
        out_.removed = {goes};
        break;
    }
    part("subject", begin_, at);
    part("verb", verb, joint);
    part("amounts", joint, end);
    at_ = end;
    while (dated_end == 0 && at_ < end_ && !ends_clause(at_))
        if (!take_condition()) ++at_;
    if (at_ < end_) ++at_;
    return true;
}

bool ClauseParser::take_reading(std::size_t at) {
    const auto reads = text_.find(at, WordClass::shall_read);
    const auto subject = reads ? subject_before(at) : std::nullopt;
    if (!subject) return false;
    if (*subject > begin_) take_context(*subject);
    take_subject(*subject, at);
    out_.verb = Verb::modify;
    out_.reads = true;
    part("verb", at, at + reads->size);
    at_ = at + reads->size;
    take_rest();
    if (out_.following || !out_.added.empty() || !out_.bare.empty()) return true;
    reset();
    return false;
}

void ClauseParser::take_context(std::size_t subject) {
    // "Unless the Museum accepts Proposal 1, Section 20.4 shall be deleted."
    if (text_.has(begin_, WordClass::supposes)) {
        const std::size_t end = subject - (text_.is_mark(subject - 1, ",") ? 1 : 0);
        out_.condition = text_.span_of(begin_, end);
        part("condition", begin_, end);
        return;
    }
    part("context", begin_, subject);
    // "The Union agrees with the proposal if “seven” is changed to “five”": not said of the agreement's text alone.
    if (text_.first(begin_, subject, WordClass::condition) < subject &&
        text_.first(begin_, subject, WordClass::accepts) < subject)
        out_.unread.push_back(text_.span_of(begin_, subject));
    for (std::size_t i = begin_; i < subject && !out_.scope; ++i)
        if (auto place = parse_place(text_, i, subject); place && !place->units.front().labels.empty())
            out_.scope = std::move(place);
}

bool ClauseParser::take_agreed() {
    const std::size_t last = std::min(end_, begin_ + longest_subject);
    for (std::size_t i = begin_ + 1; i < last; ++i) {
        if (!text_.is_word(i - 1, "to") || is_supposed(i)) continue;
        const auto verb = verb_at(text_, i);
        // "Agreed to delete."
        const std::size_t behind = verb ? i + verb->size : i;
        const bool all = verb && verb->verb == Verb::remove && text_.has(begin_, WordClass::accepts) &&
                         (behind >= end_ || ends_clause(behind) || text_.is_mark(behind, "("));
        if (!verb || !(all || parse_place(text_, behind, end_))) continue;
        part("context", begin_, i);
        at_ = i;
        take_verb(*verb);
        take_rest();
        if (all || (accepted() && (out_.following || !out_.added.empty() || !out_.removed.empty() || out_.entire ||
                                   (out_.verb == Verb::remove && out_.place && out_.place->has_label()))))
            return true;
        reset();
    }
    return false;
}

bool ClauseParser::give_up() {
    reset();
    return false;
}

void ClauseParser::take_scope() {
    std::size_t at = at_;
    const bool said =
        text_.is_word(at, "in") || text_.is_word(at, "for") || text_.is_word(at, "at") || text_.is_word(at, "from");
    if (said) ++at;
    auto place = parse_place(text_, at, end_);
    if (!place) place = matter_at(at);
    if (!place && said) place = bracketed_label(at);
    // "12.6 change “a” to “b”": a number with parts needs no mark behind it.
    const auto number = dotted_place(text_, at, end_);
    const bool dotted = number && (!place || place->end <= number->end);
    if (dotted) place = number;
    if (!place) return;
    std::size_t next = place->end;
    if (text_.is_mark(next, "(")) next = title_end(text_, next, end_);
    if (text_.is_mark(next, ",") || text_.is_mark(next, ":") || text_.is_mark(next, "-") || text_.is_mark(next, "."))
        ++next;
    else if (!said && !dotted && !instructs_in_capitals(next))
        return;
    PlaceName scope = *place;
    bool ends_bare = false;
    while (const auto more = more_scope(next)) {
        for (const UnitName& unit : more->units)
            if (!scope.find(unit.noun)) scope.units.push_back(unit);
        next = more->end + (text_.is_mark(more->end, ",") ? 1 : 0);
        ends_bare = next == more->end;
    }
    if (text_.is_word(next, "by") && verb_at(text_, next + 1)) ++next;
    if (!verb_at(text_, next) && !text_.find(next, WordClass::at_end) && !text_.find(next, WordClass::after) &&
        !text_.find(next, WordClass::before))
        return;
    out_.scope = std::move(scope);
    const bool marked = text_.at(next - 1).shape == TokenShape::mark && next > place->end;
    part("scope", at_, dotted ? place->end : ends_bare || !marked ? next : next - 1);
    at_ = next;
}

void ClauseParser::take_titled_letter() {
    const auto place = parse_place(text_, at_, end_);
    if (!place || place->units.size() > 1 || place->units.front().noun != WordClass::letter ||
        !place->units.front().labels.empty() || text_.has(at_, WordClass::fresh))
        return;
    std::size_t colon = place->end;
    while (colon < end_ && !text_.is_mark(colon, ":")) ++colon;
    if (!titled_letter(*place, colon) || !verb_at(text_, colon + 1)) return;
    out_.place = *place;
    UnitName& letter = out_.place->units.front();
    letter.labels = {std::string(text_.text_of(place->end, colon))};
    letter.span = text_.span_of(text_.is_word(at_, "the") ? at_ + 1 : at_, colon);
    part("target", at_, colon);
    at_ = colon + 1;
}

std::optional<PlaceName> ClauseParser::matter_at(std::size_t at) const {
    const auto matter = text_.find(at, WordClass::matter);
    if (!matter) return std::nullopt;
    const std::size_t joint = at + matter->size;
    const auto before = text_.find(joint, WordClass::before), after = text_.find(joint, WordClass::after);
    const auto& side = before ? before : after;
    auto place = side ? parse_place(text_, joint + side->size, end_) : std::nullopt;
    if (!place || place->units.front().labels.empty()) return std::nullopt;
    UnitName& unit = place->units.front();
    unit.noun = WordClass::paragraph;
    unit.labels = {(before ? "before " : "after ") + unit.labels.front()};
    return place;
}

std::optional<PlaceName> ClauseParser::more_scope(std::size_t at) const {
    if (!text_.is_word(at, "in") && !text_.is_word(at, "at")) return std::nullopt;
    auto place = parse_place(text_, at + 1, end_);
    if (!place || !(text_.is_mark(place->end, ",") || verb_at(text_, place->end))) return std::nullopt;
    return place;
}

void ClauseParser::take_condition_in_front() {
    if (!text_.has(at_, WordClass::condition)) return;
    const std::size_t last = std::min(end_, at_ + longest_subject);
    for (std::size_t i = at_ + 1; i < last && !ends_clause(i) && !text_.is_mark(i, ":"); ++i) {
        if (!text_.is_mark(i, ",") || !verb_at(text_, i + 1)) continue;
        out_.condition = text_.span_of(at_, i);
        part("condition", at_, i);
        at_ = i + 1;
        return;
    }
}

void ClauseParser::take_position_in_front() {
    const Instruction kept = out_;
    const std::size_t from = at_;
    if (!take_position()) return;
    if (text_.is_mark(at_, ",")) ++at_;
    const auto verb = verb_at(text_, at_);
    if (verb && verb->verb == Verb::add) return;
    out_ = kept;
    at_ = from;
}

void ClauseParser::take_adverb() {
    if (verb_at(text_, at_) || !(text_.is_word(at_, "by") || text_.is_word(at_, "hereby") || text_.is_word(at_, "to")))
        return;
    if (verb_at(text_, at_ + 1)) ++at_;
}

std::optional<std::size_t> ClauseParser::subject_before(std::size_t verb) const {
    for (std::size_t i = begin_; i < verb; ++i) {
        if (text_.at(i).shape == TokenShape::quoted && behind_occurrence(i + 1) == verb) return i;
        const auto place = parse_place(text_, i, verb);
        if (place && behind_agreement(place->end, verb) == verb) return i;
        if (place && titled_letter(*place, verb)) return i;
        if (place && place->has_label() && title_end(text_, place->end, verb) == verb) return i;
        const bool one_between = place && place->end + 1 == verb;
        if (one_between && (text_.is_mark(place->end, ",") || text_.at(place->end).shape == TokenShape::quoted))
            return i;
        if (const auto following = text_.find(i, WordClass::following)) {
            const auto named = parse_place(text_, i + following->size, verb);
            if (named && behind_agreement(named->end, verb) == verb) return i;
            if (i + following->size == verb) return i;
            const auto noun = text_.find(i + following->size, WordClass::provisions);
            if (noun && i + following->size + noun->size == verb) return i;
        }
    }
    return std::nullopt;
}

bool ClauseParser::is_supposed(std::size_t token) const {
    for (std::size_t i = token; i-- > begin_ && !text_.is_mark(i, ",") && !ends_clause(i);)
        if (text_.has(i, WordClass::supposes)) return true;
    return false;
}

std::size_t ClauseParser::behind_occurrence(std::size_t at) const {
    const auto each = text_.find(at, WordClass::each);
    return at + (each ? each->size : 0);
}

bool ClauseParser::titled_letter(const PlaceName& place, std::size_t verb) const {
    const UnitName& unit = place.units.front();
    if (unit.noun != WordClass::letter || place.units.size() > 1 || !unit.labels.empty()) return false;
    if (place.end >= verb || verb > place.end + most_words_of_title) return false;
    for (std::size_t i = place.end; i < verb; ++i)
        if (verb_at(text_, i) || stet::ends_clause(text_, i, end_)) return false;
    return true;
}

std::size_t ClauseParser::behind_named_agreement(std::size_t at, std::size_t verb) const {
    constexpr std::size_t longest_name = 8;
    std::size_t next = at + 1;
    if (text_.is_word(next, "the") || text_.is_word(next, "such") || text_.is_word(next, "said")) ++next;
    if (next >= verb || verb > next + longest_name) return at;
    for (std::size_t i = next; i < verb; ++i)
        if (text_.at(i).shape != TokenShape::word || (!begins_upper(i) && !text_.is_word(i, "of"))) return at;
    return verb;
}

std::size_t ClauseParser::behind_agreement(std::size_t at, std::size_t verb) const {
    if (at >= verb) return at;
    if (!text_.is_word(at, "of") && !text_.is_word(at, "in")) return at;
    const std::size_t last = std::min(verb, at + 5);
    const std::size_t agreement = text_.first(at, last, WordClass::agreement);
    if (agreement >= last) return behind_named_agreement(at, verb);
    return std::min(verb, agreement + text_.find(agreement, WordClass::agreement)->size);
}

void ClauseParser::take_subject(std::size_t from, std::size_t verb) {
    at_ = from;
    if (text_.has(from, WordClass::condition)) {
        std::size_t comma = from;
        while (comma < verb && !text_.is_mark(comma, ",")) ++comma;
        // The comma of a date is not the last.
        for (std::size_t i = comma + 1; i < verb; ++i)
            if (text_.is_mark(i, ",")) comma = i;
        out_.condition = text_.span_of(from, comma);
        part("condition", from, comma);
        from = std::min(comma + 1, verb);
    }
    if (text_.at(from).shape == TokenShape::quoted) {
        subject_quoted_ = text_.at(from).inner;
        part("quoted", from, from + 1);
        at_ = from + 1;
        if (at_ < verb) take_occurrence();
        return;
    }
    std::size_t at = from;
    if (const auto following = text_.find(at, WordClass::following)) {
        out_.following = true;
        at += following->size;
    }
    if (const auto place = parse_place(text_, at, verb)) {
        out_.place = *place;
        if (titled_letter(*place, verb)) {
            UnitName& letter = out_.place->units.front();
            letter.labels = {std::string(text_.text_of(place->end, verb))};
            letter.span = text_.span_of(text_.is_word(at, "the") ? at + 1 : at, verb);
        }
        out_.entire = place->entire;
        out_.fresh = text_.first(from, place->end, WordClass::fresh) < place->end;
        if (place->end < verb && text_.at(place->end).shape == TokenShape::quoted)
            subject_quoted_ = text_.at(place->end).inner;
    }
    part("target", from, verb);
}

bool ClauseParser::accepted() const {
    if (out_.verb == Verb::missing) return false;
    const bool says_what = out_.place || out_.status || out_.scope || !out_.removed.empty() || !out_.added.empty() ||
                           out_.following || !out_.bare.empty() || out_.destination || provisions_ || subject_quoted_ ||
                           out_.anchor;
    // "Renew through June 30, 2029." is about what stands above.
    if (out_.verb == Verb::keep && !says_what)
        return provisions_ || (begin_ == 0 && (out_.limited || (out_.parts.size() == 1 && out_.unread.empty())));
    if (out_.verb == Verb::keep) return true;
    // "Delete." and "Delete in its entirety." are about what stands above; "Modify to reflect current practice" tells
    // no text.
    if (out_.verb == Verb::remove && !says_what)
        return begin_ == 0 && out_.unread.empty() &&
               (out_.limited || out_.entire || out_.parts.size() == 1 ||
                (out_.parts.size() == 2 && out_.parts.front().role == "proposer"));
    if (out_.verb == Verb::modify && out_.soft) return true;
    if (out_.verb == Verb::renumber && rest_) return true;
    if (out_.verb == Verb::change) return !out_.removed.empty() || !out_.added.empty();
    if (out_.verb == Verb::move)
        return (out_.place || begin_ == 0) && (out_.destination || out_.renamed || out_.anchor);
    return says_what;
}

bool ClauseParser::brings_letter() const {
    const bool letter = out_.place && out_.place->find(WordClass::letter) && out_.place->has_label();
    return out_.verb == Verb::add && letter && out_.scope && out_.scope->has_label() && out_.added.empty();
}

bool ClauseParser::tells_where(Span words) const {
    if (out_.verb != Verb::add) return false;
    for (std::size_t i = begin_; i < at_; ++i)
        if (text_.at(i).span.begin >= words.begin && text_.at(i).span.end <= words.end &&
            (text_.has(i, WordClass::after) || text_.has(i, WordClass::before)))
            return true;
    return false;
}

Instruction ClauseParser::finish() {
    // Words around figures and gists tell what they are for; neither is ever certain.
    // A further figure asks for something of its own.
    const bool tells_old = std::any_of(out_.parts.begin(), out_.parts.end(),
                                       [](const InstructionPart& one) { return one.role == "amount, struck"; });
    if ((out_.amounts || out_.soft) && !out_.excepts)
        std::erase_if(out_.unread, [&](const Span& words) {
            const std::string_view said = text_.text().substr(words.begin, words.size());
            const bool what_for =
                out_.soft || (std::none_of(said.begin(), said.end(), is_digit) && !tells_where(words));
            // "… (was 10 days) where the Employer agrees"
            if (what_for && tells_old) out_.parts.push_back({"subject", std::string(said), words});
            return what_for;
        });
    for (const auto* place : {&out_.place, &out_.scope, &out_.destination, &out_.anchor})
        if (*place)
            std::erase_if(out_.unread, [&](const Span& words) {
                return (*place)->document.begin <= words.begin && words.end <= (*place)->document.end;
            });
    if (subject_quoted_) (out_.verb == Verb::add ? out_.added : out_.removed).push_back(*subject_quoted_);
    // "The following sentence shall be added to Article 5: “…”": the text stands here, not behind.
    if (!out_.added.empty()) out_.following = false;
    if (brings_letter()) {
        out_.verb = Verb::move;
        out_.destination = std::exchange(out_.scope, std::nullopt);
    }
    out_.span = text_.span_of(begin_, at_);
    return std::move(out_);
}

}  // namespace stet
