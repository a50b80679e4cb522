// Parses instructions clause by clause.
#include "proposal/instruction.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "proposal/clause_words.hpp"
#include "proposal/statement.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

/// One clause in the making.
class ClauseParser {
public:
    ClauseParser(const PhrasedText& text, std::size_t at, std::size_t end)
        : text_(text), begin_(at), at_(at), end_(end) {}

    std::optional<Instruction> parse() {
        while (begin_ > 0 && begin_ + 1 < end_ && (text_.is_mark(begin_, ",") || text_.is_word(begin_, "and")))
            ++begin_;
        at_ = begin_;
        if (take_statement()) return finish();
        if (take_new_unit() || take_active() || take_passive() || take_agreed() || take_proposed()) return finish();
        return std::nullopt;
    }

    /// "… and “c” to “d”" behind a change: the verb is the first one's.
    std::optional<Instruction> parse_pair(const Instruction& before) {
        at_ = begin_ = *pair_at(text_, begin_, end_, before.verb);
        out_.verb = before.verb;
        out_.removes_first = before.removes_first;
        take_rest();
        return finish();
    }

    std::size_t behind() const { return at_; }

private:
    void part(std::string role, std::size_t from, std::size_t to) {
        const Span span = text_.span_of(from, to);
        out_.parts.push_back({std::move(role), std::string(text_.text_of(from, to)), span});
    }

    void reset() {
        out_ = {};
        at_ = begin_;
    }

    // The Union withdraws its proposal to delete Section 4. Do not delete Section 5.
    bool take_statement() {
        const auto said = parse_statement(text_, begin_, end_);
        if (!said) return false;
        out_.verb = Verb::keep;
        out_.status = said->status;
        out_.place = said->place;
        part("statement", begin_, said->end);
        at_ = said->end;
        return true;
    }

    // "New Section: Parking", "Letter of Understanding - New", "New Article 12A."
    bool take_new_unit() {
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
        if (!ends_here) return false;
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

    // [In PLACE,] VERB …
    bool take_active() {
        take_scope();
        take_adverb();
        take_position_in_front();
        const auto verb = verb_at(text_, at_);
        if (!verb) return give_up();
        take_verb(*verb);
        take_rest();
        return accepted() || give_up();
    }

    // PLACE is amended …; The following sentence shall be added to PLACE: …
    bool take_passive() {
        const std::size_t last = std::min(end_, begin_ + longest_subject);
        for (std::size_t i = begin_; i < last; ++i) {
            if (take_reading(i)) return true;
            const auto passive = text_.find(i, WordClass::passive);
            if (!passive) continue;
            const auto verb = verb_at(text_, i + passive->size);
            if (!verb) continue;
            std::optional<std::size_t> subject = subject_before(i);
            // "The contribution shall be increased from $4.00 to $5.00": a subject that is no unit.
            if (!subject && verb->verb == Verb::change && text_.is_word(i + passive->size + verb->size, "from"))
                subject = begin_;
            if (!subject) continue;
            if (*subject > begin_) take_context(*subject);
            take_subject(*subject, i);
            at_ = i + passive->size;
            take_verb(*verb);
            const bool ends = at_ >= end_ || ends_clause(at_);
            take_rest();
            if (accepted() &&
                (ends || out_.soft || out_.following || !out_.added.empty() || !out_.removed.empty() || out_.entire ||
                 out_.verb == Verb::remove || out_.verb == Verb::renumber || out_.verb == Verb::move))
                return true;
            reset();
        }
        return false;
    }

    // PLACE shall read as follows: …
    bool take_reading(std::size_t at) {
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

    // "Article 17 (Grievances). Section 4, …": a place in front of the subject is where it works.
    void take_context(std::size_t subject) {
        part("context", begin_, subject);
        for (std::size_t i = begin_; i < subject && !out_.scope; ++i)
            if (auto place = parse_place(text_, i, subject); place && !place->units.front().labels.empty())
                out_.scope = std::move(place);
    }

    // … agree to amend PLACE as follows:
    bool take_agreed() {
        const std::size_t last = std::min(end_, begin_ + longest_subject);
        for (std::size_t i = begin_ + 1; i < last; ++i) {
            if (!text_.is_word(i - 1, "to")) continue;
            const auto verb = verb_at(text_, i);
            if (!verb || !parse_place(text_, i + verb->size, end_)) continue;
            part("context", begin_, i);
            at_ = i;
            take_verb(*verb);
            take_rest();
            if (accepted() && (out_.following || !out_.added.empty() || !out_.removed.empty() || out_.entire))
                return true;
            reset();
        }
        return false;
    }

    // The Employer proposes that TERM be VALUE.
    bool take_proposed() {
        const std::size_t last = std::min(end_, begin_ + longest_subject);
        const std::size_t propose = text_.first(begin_, last, WordClass::propose);
        if (propose >= last) return give_up();
        const std::size_t behind = propose + text_.find(propose, WordClass::propose)->size;
        if (verb_at(text_, behind)) {
            part("proposer", begin_, behind);
            at_ = behind;
            take_verb(*verb_at(text_, behind));
            take_rest();
            return accepted() || give_up();
        }
        for (std::size_t i = behind; i < end_; ++i) {
            const auto be = text_.find(i, WordClass::passive);
            if (!be || i == behind) continue;
            part("proposer", begin_, behind);
            part("subject", behind, i);
            out_.verb = Verb::propose;
            at_ = i + be->size;
            const std::size_t from = at_;
            while (at_ < end_ && !ends_clause(at_)) ++at_;
            if (from == at_) return give_up();
            out_.bare = text_.span_of(from, at_);
            part("payload", from, at_);
            return true;
        }
        return give_up();
    }

    bool give_up() {
        reset();
        return false;
    }

    void take_scope() {
        std::size_t at = at_;
        const bool said =
            text_.is_word(at, "in") || text_.is_word(at, "for") || text_.is_word(at, "at") || text_.is_word(at, "from");
        if (said) ++at;
        const auto place = parse_place(text_, at, end_);
        if (!place) return;
        std::size_t next = place->end;
        if (text_.is_mark(next, ",") || text_.is_mark(next, ":") || text_.is_mark(next, "-") ||
            text_.is_mark(next, "."))
            ++next;
        else if (!said)
            return;
        PlaceName scope = *place;
        while (const auto more = more_scope(next)) {
            for (const UnitName& unit : more->units)
                if (!scope.find(unit.noun)) scope.units.push_back(unit);
            next = more->end + 1;
        }
        if (!verb_at(text_, next) && !text_.find(next, WordClass::at_end) && !text_.find(next, WordClass::after) &&
            !text_.find(next, WordClass::before))
            return;
        out_.scope = std::move(scope);
        part("scope", at_, next - 1);
        at_ = next;
    }

    /// "In Section 12, in the second line, …"
    std::optional<PlaceName> more_scope(std::size_t at) const {
        if (!text_.is_word(at, "in") && !text_.is_word(at, "at")) return std::nullopt;
        auto place = parse_place(text_, at + 1, end_);
        if (!place || !text_.is_mark(place->end, ",")) return std::nullopt;
        return place;
    }

    /// "After the word “x”, insert “y”": where it goes stands in front of the verb.
    void take_position_in_front() {
        const Instruction kept = out_;
        const std::size_t from = at_;
        if (!take_position()) return;
        if (text_.is_mark(at_, ",")) ++at_;
        const auto verb = verb_at(text_, at_);
        if (verb && verb->verb == Verb::add) return;
        out_ = kept;
        at_ = from;
    }

    // "Please", "hereby", "by": one short word in front of the verb that adds nothing.
    void take_adverb() {
        if (verb_at(text_, at_) ||
            !(text_.is_word(at_, "by") || text_.is_word(at_, "hereby") || text_.is_word(at_, "to")))
            return;
        if (verb_at(text_, at_ + 1)) ++at_;
    }

    /// "Add Juneteenth to the list in Section 11": a name in capitals without quotes.
    void take_name() {
        if (out_.verb != Verb::add || at_ >= end_ || text_.at(at_).shape != TokenShape::word) return;
        std::size_t to = at_;
        while (to < end_ && to < at_ + most_words_of_name && !text_.is_word(to, "to") && !ends_clause(to) &&
               text_.at(to).shape == TokenShape::word)
            ++to;
        const char first = text_.text()[text_.at(at_).span.begin];
        if (to == at_ || !text_.is_word(to, "to") || first < 'A' || first > 'Z' || parse_place(text_, at_, to)) return;
        out_.added.push_back(text_.span_of(at_, to));
        out_.amounts = true;
        part("words, new", at_, to);
        at_ = to;
    }

    void take_verb(FoundVerb verb) {
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
    }

    bool ends_clause(std::size_t i) const { return stet::ends_clause(text_, i, end_); }

    void take_rest() {
        while (at_ < end_) {
            if (text_.is_mark(at_, ":")) {
                ++at_;
                if (lists_places()) continue;
                take_behind_colon();
                return;
            }
            if (ends_clause(at_)) {
                ++at_;
                return;
            }
            if (next_clause_begins()) return;
            take_element();
            if (quotation_ends_sentence()) return;
        }
    }

    /// All that the verb asks is said, and what stands here asks for something else.
    bool next_clause_begins() const {
        if (is_complete() && pair_at(text_, at_, end_, out_.verb) && changes()) return true;
        const auto next = joined_verb_at(text_, at_, end_);
        if (!next || !is_complete()) return false;
        const Verb verb = verb_at(text_, *next)->verb;
        if (text_.is_mark(at_, ",") && text_.is_word(*next - 1, "by")) return true;
        const bool goes_and_comes = verb == Verb::replace || verb == Verb::add;
        return out_.verb != Verb::modify && !(out_.verb == Verb::remove && goes_and_comes);
    }

    bool changes() const {
        return out_.verb == Verb::change || out_.verb == Verb::replace || out_.verb == Verb::modify;
    }

    bool is_complete() const {
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
                return out_.destination || rest_;
            default:
                return out_.place.has_value();
        }
    }

    /// “… equal.” Delete …: the full stop inside the quotes ends the clause where another begins.
    bool quotation_ends_sentence() const {
        if (at_ == begin_ || at_ >= end_ || text_.at(at_ - 1).shape != TokenShape::quoted || !verb_at(text_, at_))
            return false;
        const Span inner = text_.at(at_ - 1).inner;
        const char first = text_.text()[text_.at(at_).span.begin];
        return !inner.empty() && text_.text()[inner.end - 1] == '.' && first >= 'A' && first <= 'Z';
    }

    void take_element() {
        if (text_.at(at_).shape == TokenShape::quoted) return take_quoted();
        if (take_amounts() || take_condition() || take_position() || take_second_verb() || take_occurrence()) return;
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
            if (words == WordClass::soft && text_.is_word(at_, "that")) take_described();
            return;
        }
        if (const auto with = text_.find(at_, WordClass::with)) {
            adds_now_ = adds_now_ || out_.verb == Verb::replace || out_.verb == Verb::modify;
            at_ += with->size;
            return;
        }
        if (text_.is_word(at_, "to") && out_.verb == Verb::change) adds_now_ = true;
        if (text_.is_word(at_, "as") && out_.verb == Verb::renumber) to_destination_ = true;
        if (text_.is_word(at_, "to") || text_.is_word(at_, "into")) to_destination_ = true;
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

    /// A word that no part claims: it may change what is asked.
    void skip_word() {
        if (const auto word = unread_words(text_, at_)) {
            const bool goes_on = !out_.unread.empty() && last_unread_ + 1 == at_;
            if (goes_on)
                out_.unread.back().end = word->end;
            else
                out_.unread.push_back(*word);
            last_unread_ = at_;
        }
        ++at_;
    }

    /// "to provide that a nurse is paid …": what shall hold, up to the end of the sentence.
    void take_described() {
        const std::size_t from = ++at_;
        while (at_ < end_ && !ends_clause(at_)) ++at_;
        if (from == at_) return;
        out_.bare = text_.span_of(from, at_ < end_ ? at_ + 1 : at_);
        out_.described = true;
        part("payload", from, at_);
    }

    std::optional<PlaceName> place_here() const {
        // "the following sentence": the words between are taken as one.
        std::size_t at = at_;
        if (text_.is_word(at, "the") && text_.has(at, WordClass::following))
            at += text_.find(at, WordClass::following)->size;
        auto place = parse_place(text_, at, end_);
        if (place && at == at_) {
            // A bare noun in running words ("the wages indicated below") names no place of its own.
            const UnitName& first = place->units.front();
            const bool bare = place->units.size() == 1 && first.labels.empty() && first.ordinal == 0 && !first.entire;
            const bool weak = first.noun == WordClass::words || first.noun == WordClass::table ||
                              first.noun == WordClass::row || first.noun == WordClass::list_item ||
                              first.noun == WordClass::letter;
            const bool the_letter = first.noun == WordClass::letter && text_.is_word(at_, "the");
            if (bare && weak && !the_letter && !text_.has(at_, WordClass::fresh)) return std::nullopt;
        }
        return place;
    }

    void take_place(const PlaceName& place) {
        // "Insert a new Section 19.7 after Section 19.6"
        const UnitName& unit = place.units.front();
        const bool unit_of_text = unit.noun == WordClass::section || unit.noun == WordClass::article;
        if (out_.verb == Verb::add && !out_.place && unit_of_text && !unit.labels.empty() &&
            text_.first(at_, place.end, WordClass::fresh) < place.end)
            out_.fresh = true;
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
            const bool listed =
                place.units.front().noun == out_.place->units.front().noun && !text_.is_word(at_ - 1, "except");
            if (like_first && (listed || text_.is_word(at_ - 1, "and") || text_.is_word(at_ - 2, "and")))
                out_.further.push_back(place);
            else
                out_.names_more = true;
        } else if (!out_.scope)
            out_.scope = place;
        out_.entire = out_.entire || place.entire;
        to_destination_ = false;
        at_ = place.end;
        take_title(place);
        out_.names_more = out_.names_more || (out_.verb == Verb::remove && goes_on_with_label());
    }

    /// "LOA #3 (Film Counter)", "Letter 3, Film Counter Employees,": the title of a unit whose number is named.
    void take_title(const PlaceName& place) {
        if (!place.has_label() || place.find(WordClass::paragraph) || place.find(WordClass::sentence)) return;
        const std::size_t end = title_end(text_, at_, end_);
        if (end == at_) return;
        part("title", at_, end);
        at_ = end;
    }

    /// "paragraphs (a), (c) and (e)": labels in brackets behind the one that the place has.
    bool goes_on_with_label() const {
        std::size_t next = at_;
        if (text_.is_mark(next, ",")) ++next;
        if (text_.is_word(next, "and")) ++next;
        return next > at_ && next + 2 < end_ && text_.is_mark(next, "(") && text_.at(next + 1).text.size() <= 3 &&
               text_.is_mark(next + 2, ")");
    }

    /// "Delete the first sentence and the third sentence", "… except the second paragraph": no place of the first one.
    bool is_another(const PlaceName& place) const {
        const bool behind_verb = out_.parts.size() > 1 && out_.parts[out_.parts.size() - 2].role == "verb";
        if (behind_verb || is_wider(place, *out_.place)) return false;
        return out_.verb == Verb::remove || behind_joint();
    }

    /// What stands in front of the place here joins it to another: "and in", ", and the".
    bool behind_joint() const {
        std::size_t at = at_;
        for (const std::string_view word : {"in", "to", "of"})
            if (at > begin_ && text_.is_word(at - 1, word)) --at;
        return at > begin_ && (text_.is_word(at - 1, "and") || text_.is_mark(at - 1, ",") ||
                               text_.is_word(at - 1, "or") || text_.is_word(at - 1, "except"));
    }

    bool moves() const { return out_.verb == Verb::move || out_.verb == Verb::renumber; }

    void take_quoted() {
        const Span inner = text_.at(at_).inner;
        const bool first_of_change =
            out_.verb == Verb::change || out_.verb == Verb::replace || out_.verb == Verb::modify;
        const bool told_to_read = first_of_change && (out_.reads || out_.following);
        const bool adds = adds_now_ || told_to_read || out_.verb == Verb::add ||
                          (first_of_change && !out_.removed.empty() && !goes_with_the_last());
        (adds ? out_.added : out_.removed).push_back(inner);
        part(adds ? "quoted, new" : "quoted, struck", at_, at_ + 1);
        ++at_;
    }

    /// “…” and “…” with “…”: the second of the words that go, not the first of those that come.
    bool goes_with_the_last() const {
        std::size_t last = at_;
        while (last > begin_ && (text_.is_mark(last - 1, ",") || text_.is_word(last - 1, "and"))) --last;
        if (last == at_ || last == begin_ || text_.at(last - 1).shape != TokenShape::quoted) return false;
        const std::size_t end = std::min(end_, at_ + longest_subject);
        for (std::size_t i = at_ + 1; i < end && !ends_clause(i); ++i)
            if (text_.find(i, WordClass::with) || (out_.verb == Verb::change && text_.is_word(i, "to"))) return true;
        return false;
    }

    /// "from $1.10 to $2.00": sums and counts without quotes.
    bool take_amounts() {
        if (out_.verb != Verb::change || !text_.is_word(at_, "from")) return false;
        std::size_t to = at_ + 1;
        while (to < end_ && to < at_ + most_words_of_amount && !text_.is_word(to, "to") && !ends_clause(to)) ++to;
        if (to >= end_ || to == at_ + 1 || !text_.is_word(to, "to") || to + 1 >= end_) return false;
        const Span was = text_.span_of(at_ + 1, to);
        const Span behind = text_.span_of(to + 1, std::min(end_, to + 1 + most_words_of_amount));
        const std::vector<Quantity> old_amount = find_quantities(text_.text().substr(was.begin, was.size()));
        const std::vector<Quantity> new_amount = find_quantities(text_.text().substr(behind.begin, behind.size()));
        if (old_amount.empty() || new_amount.empty() || new_amount.front().span.begin > 0) return false;
        const std::uint32_t end = behind.begin + new_amount.front().span.end;
        out_.removed.push_back(was);
        out_.added.push_back({behind.begin, end});
        out_.amounts = true;
        std::size_t next = to + 1;
        while (next < end_ && text_.at(next).span.begin < end) ++next;
        part("amounts", at_, next);
        at_ = next;
        return true;
    }

    bool take_condition() {
        const auto match = text_.find(at_, WordClass::condition);
        if (!match) return false;
        const std::size_t from = at_;
        while (at_ < end_ && !ends_clause(at_) && !text_.is_mark(at_, ":")) ++at_;
        out_.condition = text_.span_of(from, at_);
        part("condition", from, at_);
        return true;
    }

    bool take_position() {
        static constexpr std::array positions = {
            std::pair{WordClass::before, PositionKind::before}, std::pair{WordClass::after, PositionKind::after},
            std::pair{WordClass::at_end, PositionKind::end}, std::pair{WordClass::at_start, PositionKind::start},
            std::pair{WordClass::between, PositionKind::after}};
        for (const auto& [words, position] : positions) {
            const auto match = text_.find(at_, words);
            if (!match) continue;
            const std::size_t from = at_;
            std::size_t next = at_ + match->size;
            const auto place = parse_place(text_, next, end_);
            const bool words_named =
                place && place->units.front().noun == WordClass::words && place->units.front().labels.empty();
            if (words_named && place->end < end_ && text_.at(place->end).shape == TokenShape::quoted)
                next = place->end;
            else if (text_.is_word(next, "the"))
                next += place ? 0 : 1;
            const bool anchors = position == PositionKind::after || position == PositionKind::before ||
                                 next > from + match->size || text_.is_word(next - 1, "of");
            if (anchors && next < end_ && text_.at(next).shape == TokenShape::quoted) {
                out_.anchor_words = text_.at(next).inner;
                ++next;
                if (text_.is_word(next, "and") && next + 1 < end_ && text_.at(next + 1).shape == TokenShape::quoted)
                    next += 2;
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

    bool take_second_verb() {
        std::size_t at = at_;
        if (text_.is_mark(at, ",")) ++at;
        if (text_.is_word(at, "and") || text_.is_word(at, "by") || text_.is_word(at, "then")) ++at;
        if (text_.is_word(at, "by")) ++at;
        const auto verb = verb_at(text_, at);
        if (at == at_ || !verb || verb->verb == Verb::keep) return false;
        at_ = at;
        amended_ = out_.verb == Verb::modify;
        take_verb(*verb);
        to_destination_ = false;
        return true;
    }

    bool take_occurrence() {
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

    /// "Renew: Letter of Agreement 1": what the verb is about stands behind the colon.
    bool lists_places() const {
        const bool about_units = out_.verb == Verb::keep || out_.verb == Verb::remove;
        if (!about_units || out_.place || !out_.removed.empty()) return false;
        const auto place = parse_place(text_, at_, end_);
        return place && place->has_label() && !place->find(WordClass::section);
    }

    void take_behind_colon() {
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

    void take_bare() {
        out_.bare = text_.span_of(at_, end_);
        part("payload", at_, end_);
        at_ = end_;
    }

    /// Where the subject of a passive verb at `verb` begins: a place, a quotation or "the following …" right before it.
    std::optional<std::size_t> subject_before(std::size_t verb) const {
        for (std::size_t i = begin_; i < verb; ++i) {
            if (text_.at(i).shape == TokenShape::quoted && i + 1 == verb) return i;
            const auto place = parse_place(text_, i, verb);
            if (place && behind_agreement(place->end, verb) == verb) return i;
            if (place && titled_letter(*place, verb)) return i;
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

    /// "The Side Letter on Canine Handlers dated June 3, 2019": a letter known by its title.
    bool titled_letter(const PlaceName& place, std::size_t verb) const {
        const UnitName& unit = place.units.front();
        if (unit.noun != WordClass::letter || place.units.size() > 1 || !unit.labels.empty()) return false;
        if (place.end >= verb || verb > place.end + most_words_of_title) return false;
        for (std::size_t i = place.end; i < verb; ++i)
            if (verb_at(text_, i) || stet::ends_clause(text_, i, end_)) return false;
        return true;
    }

    /// Behind "of the Agreement", "of the current contract between …" where it reaches up to `verb`.
    std::size_t behind_agreement(std::size_t at, std::size_t verb) const {
        if (at >= verb) return at;
        if (!text_.is_word(at, "of") && !text_.is_word(at, "in")) return at;
        const std::size_t last = std::min(verb, at + 5);
        const std::size_t agreement = text_.first(at, last, WordClass::agreement);
        if (agreement >= last) return at;
        return std::min(verb, agreement + text_.find(agreement, WordClass::agreement)->size);
    }

    void take_subject(std::size_t from, std::size_t verb) {
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

    bool accepted() const {
        if (out_.verb == Verb::missing) return false;
        const bool says_what = out_.place || out_.status || out_.scope || !out_.removed.empty() ||
                               !out_.added.empty() || out_.following || !out_.bare.empty() || out_.destination ||
                               provisions_ || subject_quoted_ || out_.anchor;
        if (out_.verb == Verb::keep) return provisions_ || out_.place.has_value() || says_what;
        // "Delete." alone is about what stands above; "Modify to reflect current practice" tells no text.
        if (out_.verb == Verb::remove && !says_what)
            return begin_ == 0 && (end_ == 1 || (end_ == 2 && text_.is_mark(1, ".")));
        if (out_.verb == Verb::modify && out_.soft) return true;
        if (out_.verb == Verb::renumber && rest_) return true;
        if (out_.verb == Verb::change) return !out_.removed.empty() || !out_.added.empty();
        if (out_.verb == Verb::move) return out_.place && (out_.destination || out_.anchor);
        return says_what;
    }

    Instruction finish() {
        if (subject_quoted_) (out_.verb == Verb::add ? out_.added : out_.removed).push_back(*subject_quoted_);
        // "The following sentence shall be added to Article 5: “…”": the text stands here, not behind.
        if (!out_.added.empty()) out_.following = false;
        // "Letter 6 is incorporated into Article 14"
        const bool letter = out_.place && out_.place->find(WordClass::letter) && out_.place->has_label();
        if (out_.verb == Verb::add && letter && out_.scope && out_.scope->has_label() && out_.added.empty()) {
            out_.verb = Verb::move;
            out_.destination = std::exchange(out_.scope, std::nullopt);
        }
        out_.span = text_.span_of(begin_, at_);
        return std::move(out_);
    }

    static constexpr std::size_t most_words_of_amount = 16;
    static constexpr std::size_t most_words_of_name = 6;
    static constexpr std::size_t most_words_of_title = 16;
    static constexpr std::size_t longest_subject = 200;  // words in front of a clause's verb

    const PhrasedText& text_;
    std::size_t begin_;
    std::size_t at_;
    std::size_t end_;
    Instruction out_;
    bool adds_now_ = false;
    bool to_destination_ = false;
    bool amended_ = false;
    bool provisions_ = false;
    bool rest_ = false;            ///< units that are not named: "renumber the rest"
    std::size_t last_unread_ = 0;  ///< token of the last of `out_.unread`
    std::optional<Span> subject_quoted_;
};

/// A section, an article or a letter is named by the clause itself.
bool names_unit(const Instruction& clause) {
    for (const WordClass noun : {WordClass::section, WordClass::article, WordClass::letter, WordClass::appendix})
        if (clause.place && clause.place->find(noun)) return true;
    return false;
}

/// A clause that names no unit works in that of the first.
void lay_scope(Instruction& clause, const Instruction& first) {
    if (clause.scope || names_unit(clause)) return;
    clause.scope = first.scope ? first.scope : first.place;
    const bool parts_of_first =
        clause.verb == Verb::renumber || (clause.verb == Verb::remove && clause.removed.empty());
    if (!clause.scope || !parts_of_first) return;
    std::erase_if(clause.scope->units, [](const UnitName& unit) {
        return unit.noun != WordClass::section && unit.noun != WordClass::article && unit.noun != WordClass::letter;
    });
    if (clause.scope->units.empty()) clause.scope.reset();
}

/// "Change “a” to “b” and “c” to “d” in Section 5": the place behind the last pair is that of all.
void share_place(std::vector<Instruction>& clauses, const Instruction& last) {
    if (!last.place) return;
    for (auto before = clauses.rbegin(); before != clauses.rend(); ++before) {
        if (before->place || before->scope || before->verb != last.verb) return;
        before->place = last.place;
    }
}

}  // namespace

Instructions parse_instructions(std::string_view text, const PhraseBook& book) {
    const PhrasedText phrased(text, book);
    Instructions out;
    std::size_t at = 0;
    std::size_t sentence = 0;  // the clause that the sentence begins with
    while (at < phrased.size()) {
        const Instruction* before = out.clauses.empty() ? nullptr : &out.clauses.back();
        const bool pair =
            before != nullptr && !before->added.empty() && pair_at(phrased, at, phrased.size(), before->verb);
        ClauseParser parser(phrased, at, phrased.size());
        auto clause = pair ? parser.parse_pair(*before) : parser.parse();
        if (!clause || parser.behind() <= at) break;
        // "Section 40 is amended by …, and by …": the second works where the first does.
        const bool goes_on = before != nullptr && (phrased.is_mark(at, ",") || phrased.is_word(at, "and"));
        if (!goes_on) sentence = out.clauses.size();
        if (goes_on) lay_scope(*clause, pair ? *before : out.clauses[sentence]);
        if (pair) share_place(out.clauses, *clause);
        out.clauses.push_back(std::move(*clause));
        at = parser.behind();
        out.end = phrased.span_of(at - 1, at).end;
    }
    return out;
}

}  // namespace stet
