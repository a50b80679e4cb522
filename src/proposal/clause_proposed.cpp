// Clauses in which a party says that it proposes something.
#include <algorithm>

#include "proposal/clause_parser.hpp"

namespace stet {

/// "In Article 5, the Union proposes to": who proposes, and where. Words in front of the place that do not lead to it
/// are left unread.
void ClauseParser::take_proposer(std::size_t propose, std::size_t end) {
    for (std::size_t i = begin_; i < propose; ++i) {
        const auto place = parse_place(text_, i, propose);
        if (!place || !place->has_label()) continue;
        const bool leads = i == begin_ || (i == begin_ + 1 && text_.has(begin_, WordClass::inside));
        part("scope", leads ? begin_ : i, place->end);
        out_.scope = place;
        return part("proposer", place->end, end);
    }
    part("proposer", begin_, end);
}

bool ClauseParser::take_proposed() {
    const std::size_t last = std::min(end_, begin_ + longest_subject);
    const std::size_t propose = text_.first(begin_, last, WordClass::propose);
    if (propose >= last) return give_up();
    for (std::size_t i = begin_; i < propose; ++i)
        if (ends_clause(i) || text_.has(i, WordClass::exception)) return give_up();
    // "The parties may agree to extend …" is no proposal.
    const bool agrees = text_.has(propose, WordClass::accepts);
    if (agrees && (propose > begin_ + most_words_of_party || begin_ > 0)) return give_up();
    std::size_t behind = propose + text_.find(propose, WordClass::propose)->size;
    if (verb_at(text_, behind)) {
        take_proposer(propose, behind);
        at_ = behind;
        take_verb(*verb_at(text_, behind));
        take_rest();
        return accepted() || give_up();
    }
    if (text_.is_mark(behind, ":")) ++behind;
    // "The Company rejects and counters: “…”"
    if (behind < end_ && text_.at(behind).shape == TokenShape::quoted &&
        (behind + 1 >= end_ || ends_clause(behind + 1))) {
        part("proposer", begin_, behind);
        out_.verb = Verb::modify;
        adds_now_ = true;
        at_ = behind;
        take_quoted();
        if (at_ < end_) ++at_;
        return true;
    }
    // "The District proposes the following new language: …"
    std::size_t colon = behind;
    while (colon < end_ && (text_.has(colon, WordClass::connective) || text_.has(colon, WordClass::fresh) ||
                            text_.has(colon, WordClass::provisions)))
        ++colon;
    if (colon > behind && text_.is_mark(colon, ":") && colon + 1 < end_) {
        part("proposer", begin_, colon);
        const bool fresh = text_.first(behind, colon, WordClass::fresh) < colon;
        out_.verb = fresh ? Verb::add : Verb::modify;
        out_.reads = !fresh;
        at_ = colon + 1;
        take_behind_colon();
        return true;
    }
    for (std::size_t i = behind; i < end_ && !text_.is_mark(i, ":"); ++i) {
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
    return take_proposed_value(propose, behind) || give_up();
}

bool ClauseParser::take_proposed_value(std::size_t propose, std::size_t behind) {
    std::size_t end = behind;
    for (; end < end_ && !ends_clause(end); ++end)
        if (text_.at(end).shape == TokenShape::quoted) return false;
    if (propose > begin_ + most_words_of_party || !tells_value(behind)) return false;
    out_.verb = Verb::propose;
    out_.tells_value = true;
    out_.bare = text_.span_of(behind, end);
    part("proposer", begin_, behind);
    part("payload", behind, end);
    at_ = std::min(end + 1, end_);
    return true;
}

}  // namespace stet
