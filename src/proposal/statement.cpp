// Parses statements: the sentence is taken whole, so that a verb inside of it asks for nothing.
#include "proposal/statement.hpp"

#include <algorithm>

#include "proposal/clause_words.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_subject = 30;  // words in front of what a sentence says
constexpr std::size_t longest_party = 4;     // words of who says it

std::size_t end_of_sentence(const PhrasedText& text, std::size_t at, std::size_t end) {
    while (at < end && !ends_clause(text, at, end)) ++at;
    return at;
}

/// "The Union withdraws", "withdraws": nothing but who says it stands in front.
bool said_by_party(const PhrasedText& text, std::size_t begin, std::size_t at) {
    if (at == begin) return true;
    if (at - begin > longest_party) return false;
    return text.first(begin, at, WordClass::company) < at || text.first(begin, at, WordClass::union_side) < at;
}

/// "The Union's proposal on parking is": what is spoken of is a proposal.
bool said_of_proposal(const PhrasedText& text, std::size_t begin, std::size_t at) {
    if (at == begin) return false;
    const bool passive = text.has(at - 1, WordClass::passive) || (at >= 2 && text.has(at - 2, WordClass::passive));
    return passive && (text.first(begin, at, WordClass::offer) < at || text.first(begin, at, WordClass::demand) < at);
}

std::optional<Status> settled_at(const PhrasedText& text, std::size_t begin, std::size_t at) {
    const bool withdraws = text.has(at, WordClass::withdraws);
    if (!withdraws && !text.has(at, WordClass::rejects)) return std::nullopt;
    if (!said_by_party(text, begin, at) && !said_of_proposal(text, begin, at)) return std::nullopt;
    return withdraws ? Status::withdrawn : Status::rejected;
}

/// "Nothing in this proposal deletes Section 4": the sentence denies all that it says.
bool denies_all(const PhrasedText& text, std::size_t begin, std::size_t stop) {
    if (!text.has(begin, WordClass::nothing)) return false;
    for (std::size_t i = begin; i < stop; ++i)
        if (verb_at(text, i)) return true;
    return false;
}

/// "Do not delete …", "Section 4 is not amended": a verb that is denied.
bool denied_at(const PhrasedText& text, std::size_t begin, std::size_t at) {
    const auto no = text.find(at, WordClass::negation);
    if (!no) return false;
    const std::size_t verb = at + no->size + (text.is_word(at + no->size, "be") ? 1 : 0);
    const auto denied = verb_at(text, verb);
    if (!denied || denied->verb == Verb::keep) return false;
    return at == begin || said_by_party(text, begin, at) ||
           (at > begin &&
            (text.has(at - 1, WordClass::passive) || text.is_word(at - 1, "shall") || text.is_word(at - 1, "will")) &&
            parse_place(text, begin, at));
}

}  // namespace

std::optional<Statement> parse_statement(const PhrasedText& text, std::size_t at, std::size_t end) {
    const std::size_t stop = end_of_sentence(text, at, std::min(end, at + 400));
    const bool denies = denies_all(text, at, stop);
    for (std::size_t i = at; i < std::min(stop, at + longest_subject); ++i) {
        const auto settled = settled_at(text, at, i);
        if (!settled && !denies && !denied_at(text, at, i)) continue;
        Statement out;
        out.status = settled.value_or(Status::current);
        for (std::size_t k = at; k < stop && !out.place; ++k)
            if (auto place = parse_place(text, k, stop); place && place->has_label()) out.place = std::move(place);
        out.end = std::min(stop + 1, end);
        return out;
    }
    return std::nullopt;
}

}  // namespace stet
