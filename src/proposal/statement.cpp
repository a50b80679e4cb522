// Parses statements: the sentence is taken whole, so that a verb inside of it asks for nothing.
#include "proposal/statement.hpp"

#include <algorithm>
#include <array>

#include "proposal/clause_words.hpp"
#include "proposal/excepted_units.hpp"
#include "proposal/letters.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_subject = 30;  // words in front of what a sentence says
constexpr std::size_t longest_party = 4;     // words of who says it

/// "… and proposes to amend it": what is said goes on with something that is asked for.
bool goes_on_asking(const PhrasedText& text, std::size_t at) {
    const auto propose = text.is_word(at, "and") ? text.find(at + 1, WordClass::propose) : std::nullopt;
    if (!propose) return false;
    // "… and counters: “…”"
    return verb_at(text, at + 1 + propose->size) || text.is_mark(at + 1 + propose->size, ":");
}

std::size_t end_of_sentence(const PhrasedText& text, std::size_t at, std::size_t end) {
    while (at < end && !ends_clause(text, at, end) && !goes_on_asking(text, at)) ++at;
    return at;
}

/// "The Union withdraws", "withdraws": nothing but who says it stands in front.
bool said_by_party(const PhrasedText& text, std::size_t begin, std::size_t at) {
    if (at == begin) return true;
    // "Unless the Museum accepts …" supposes it.
    if (at - begin > longest_party || text.has(begin, WordClass::supposes)) return false;
    // "GWU withdraws": a party by its initials.
    const std::string_view first = text.text_of(begin, begin + 1);
    if (at == begin + 1 && first.size() > 1 && std::all_of(first.begin(), first.end(), is_upper)) return true;
    return text.first(begin, at, WordClass::company) < at || text.first(begin, at, WordClass::union_side) < at;
}

/// "The Union's proposal on parking is": what is spoken of is a proposal.
bool said_of_proposal(const PhrasedText& text, std::size_t begin, std::size_t at) {
    if (at == begin) return false;
    // "Union's proposal accepted"
    if (text.has(at - 1, WordClass::offer) && at - begin <= longest_subject) return true;
    const bool passive = text.has(at - 1, WordClass::passive) || (at >= 2 && text.has(at - 2, WordClass::passive));
    return passive && (text.first(begin, at, WordClass::offer) < at || text.first(begin, at, WordClass::demand) < at);
}

std::optional<Status> settled_at(const PhrasedText& text, std::size_t begin, std::size_t at) {
    const bool withdraws = text.has(at, WordClass::withdraws);
    if (!withdraws && !text.has(at, WordClass::rejects)) return std::nullopt;
    // "Drop “reasonable”": words of the text, and no proposal.
    const std::size_t behind = at + text.find(at, withdraws ? WordClass::withdraws : WordClass::rejects)->size;
    if (withdraws && behind < text.size() && text.at(behind).shape == TokenShape::quoted) return std::nullopt;
    // "Union to withdraw its grievance" is asked for, and not said.
    if (at > begin && text.is_word(at - 1, "to")) return std::nullopt;
    if (!said_by_party(text, begin, at) && !said_of_proposal(text, begin, at)) return std::nullopt;
    return withdraws ? Status::withdrawn : Status::rejected;
}

/// "The Authority maintains current language": who says it, the verb, and what stays.
bool keeps_at(const PhrasedText& text, std::size_t begin, std::size_t at, std::size_t stop) {
    const auto keep = text.find(at, WordClass::keep);
    if (!keep || at == begin || !said_by_party(text, begin, at) || text.has(at - 1, WordClass::passive) ||
        text.is_word(at - 1, "shall") || text.is_word(at - 1, "will"))
        return false;
    const std::size_t behind = at + keep->size;
    const std::size_t noun = text.is_word(behind, "the") ? behind + 1 : behind;
    return behind >= stop || text.has(noun, WordClass::provisions) || parse_place(text, behind, stop);
}

/// "Mgmt maintains its 4/14 proposal", "The County renews its proposal of May 4": it is still asked for. "… renews its
/// offer of insurance each year" is text: the line ends behind what is held, or goes on to its number or day.
bool holds_at(const PhrasedText& text, std::size_t begin, std::size_t at, std::size_t stop) {
    constexpr std::size_t near = 5;  // words from the verb to what is held, and from there to a number or day
    const auto keep = text.find(at, WordClass::keep);
    if (!keep || at == begin || !said_by_party(text, begin, at) ||
        !(text.is_word(at + keep->size, "its") || text.is_word(at + keep->size, "their")))
        return false;
    const std::size_t last = std::min(stop, at + keep->size + near);
    const std::size_t noun = text.first(at, last, WordClass::offer);
    if (noun >= last) return false;
    const std::size_t behind = noun + text.find(noun, WordClass::offer)->size;
    return behind >= stop || has_digit(text.text_of(at, std::min(stop, behind + near)));
}

/// The first unit with a label that is named in a stretch.
std::optional<PlaceName> labelled_place(const PhrasedText& text, std::size_t begin, std::size_t stop) {
    for (std::size_t i = begin; i < stop; ++i) {
        if (auto place = parse_place(text, i, stop); place && place->has_label()) return place;
        if (auto place = dotted_place(text, i, stop)) return place;
    }
    return std::nullopt;
}

/// What is accepted is the other side's: "the Guild's proposal", "the Union's language dated May 4", "the Union's 7.4";
/// or nothing is said of it: "County agrees."
bool accepts_other_side(const PhrasedText& text, std::size_t begin, std::size_t behind, std::size_t stop) {
    if (behind >= stop) return true;
    if (text.first(begin, stop, WordClass::offer) < stop || text.first(begin, stop, WordClass::demand) < stop)
        return true;
    bool side =
        text.first(behind, stop, WordClass::company) < stop || text.first(behind, stop, WordClass::union_side) < stop;
    // "Agreed as proposed by the Union"
    if (side && text.is_word(behind, "by")) return true;
    // "Company 4": the number of its proposal.
    for (std::size_t i = behind; i + 1 < stop; ++i)
        if ((text.has(i, WordClass::company) || text.has(i, WordClass::union_side)) &&
            text.at(i + 1).shape == TokenShape::figure)
            return true;
    for (std::size_t i = behind; i < stop && !side; ++i)
        side = text.at(i).text.ends_with("'s") || text.at(i).text.ends_with("’s");
    return side && (text.first(behind, stop, WordClass::provisions) < stop || labelled_place(text, behind, stop));
}

/// "Accept Section 3.01 (8/20/26)", "The Hospital agrees to the first paragraph.": a place alone, and a day in
/// brackets, which may be that of the offer.
bool accepts_place(const PhrasedText& text, std::size_t behind, std::size_t stop) {
    auto place = parse_place(text, behind, stop);
    if (!place) place = dotted_place(text, behind, stop);
    if (!place || !(place->has_label() || place->units.front().ordinal != 0)) return false;
    if (place->end >= stop) return true;
    // "… 9.3 as proposed"
    if (text.has(place->end, WordClass::connective) && text.has(place->end + 1, WordClass::column_proposed) &&
        place->end + 2 >= stop)
        return true;
    const Span rest = text.span_of(place->end, stop);
    if (!text.is_mark(place->end, "(") || !text.is_mark(stop - 1, ")") || rest.size() < 3) return false;
    const std::string_view day = text.text().substr(rest.begin + 1, rest.size() - 2);
    const std::vector<Quantity> values = find_quantities(day);
    return values.size() == 1 && values.front().type == QuantityType::date && values.front().span.size() == day.size();
}

/// What an acceptance leaves out, or rests on, and where the words that tell what is accepted end in front of it.
struct Limits {
    std::size_t core = 0;  ///< token
    std::vector<PlaceName> excepted;
    std::size_t condition = 0;  ///< token; 0 where there is none
};

/// "…, except Section 9.4", "… if the Guild drops 9.6", "…, except 9.4, provided that …" in [from, stop).
Limits limits_in(const PhrasedText& text, std::size_t from, std::size_t stop) {
    Limits out{stop, {}, 0};
    const auto front = [&](std::size_t at) { return at > from && text.is_mark(at - 1, ",") ? at - 1 : at; };
    for (std::size_t i = from; i < stop && out.condition == 0; ++i) {
        std::size_t size = 0;
        for (const WordClass words : {WordClass::supposes, WordClass::condition})
            if (const auto found = text.find(i, words)) size = std::max<std::size_t>(size, found->size);
        const auto exception = text.find(i, WordClass::exception);
        if (size == 0 || (exception && exception->size > size) || text.is_word(i - 1, "to")) continue;
        out.condition = i;
        out.core = front(i);
    }
    for (std::size_t i = from; i < out.core && out.excepted.empty(); ++i) {
        if (!text.has(i, WordClass::excludes)) continue;
        out.excepted = excepted_units(text, i, out.core);
        if (!out.excepted.empty()) out.core = front(i);
    }
    return out;
}

/// "The Hospital accepts the Guild's proposal of May 4".
bool accepts_at(const PhrasedText& text, std::size_t begin, std::size_t at, std::size_t stop) {
    const auto accept = text.find(at, WordClass::accepts);
    if (!accept || (!said_by_party(text, begin, at) && !said_of_proposal(text, begin, at))) return false;
    // What "must be accepted" is accepted by nobody yet.
    if (at > begin && text.is_word(at - 1, "be")) return false;
    const std::size_t behind = at + accept->size;
    const bool all = begin == 0 && stop + 1 >= text.size();
    const std::size_t core = limits_in(text, behind, stop).core;
    if (behind >= core && at == begin && !all) return false;
    for (std::size_t i = begin; i < stop; ++i)
        if (text.at(i).shape == TokenShape::quoted || text.is_mark(i, ":")) return false;
    return accepts_place(text, behind, core) || accepts_other_side(text, begin, behind, core);
}

/// The side that is named first in [begin, end), as owner or not.
Side side_in(const PhrasedText& text, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        const std::optional<WordClass> owner = text.at(i).owner;
        if (text.has(i, WordClass::company) || owner == WordClass::company) return Side::company;
        if (text.has(i, WordClass::union_side) || owner == WordClass::union_side) return Side::union_side;
    }
    return Side::neither;
}

Side other_side(Side side) {
    return side == Side::company ? Side::union_side : side == Side::union_side ? Side::company : Side::neither;
}

/// Whose proposal is accepted: the Guild's in "the Hospital accepts the Guild's proposal", "the Guild's proposal is
/// accepted" and in "the Hospital agrees".
Side whose_is_accepted(const PhrasedText& text, std::size_t begin, std::size_t accept, std::size_t stop) {
    if (said_of_proposal(text, begin, accept)) return side_in(text, begin, accept);
    for (std::size_t i = accept; i < stop; ++i)
        if (text.at(i).text.ends_with("'s")) return side_in(text, accept, stop);
    const Side named = side_in(text, accept, stop);
    return named != Side::neither ? named : other_side(side_in(text, begin, accept));
}

/// Tokens from `at` on that do not narrow down which proposal is accepted.
std::size_t tells_nothing_more(const PhrasedText& text, std::size_t at) {
    const bool whose = text.at(at).text.ends_with("'s");
    const bool known = text.at(at).shape == TokenShape::mark || whose || text.is_word(at, "dated");
    std::size_t size = known ? 1 : 0;
    for (const WordClass words :
         {WordClass::company, WordClass::union_side, WordClass::accepts, WordClass::offer, WordClass::demand,
          WordClass::provisions, WordClass::connective, WordClass::passive, WordClass::agreement, WordClass::entire})
        if (const auto phrase = text.find(at, words)) size = std::max<std::size_t>(size, phrase->size);
    return size;
}

Acceptance acceptance_in(const PhrasedText& text, std::size_t begin, std::size_t accept, std::size_t stop,
                         const std::optional<PlaceName>& place) {
    Acceptance out;
    out.whose = whose_is_accepted(text, begin, accept, stop);
    const Span sentence = text.span_of(begin, stop);
    std::vector<Span> read;
    for (const Quantity& one : find_quantities(text.text().substr(sentence.begin, sentence.size())))
        if (one.type == QuantityType::date) {
            if (out.date.empty()) out.date = one.iso;
            read.push_back({sentence.begin + one.span.begin, sentence.begin + one.span.end});
        }
    for (std::size_t unit = 0; place && unit < place->units.size(); ++unit) read.push_back(place->units[unit].span);
    const auto is_read = [&](Span token) {
        return std::any_of(read.begin(), read.end(),
                           [&](Span one) { return one.begin <= token.begin && token.end <= one.end; });
    };
    for (std::size_t i = begin; i < stop && !out.says_more;) {
        const std::size_t size = tells_nothing_more(text, i);
        out.says_more = size == 0 && !is_read(text.at(i).span);
        i += std::max<std::size_t>(size, 1);
    }
    return out;
}

/// "does not accept": a negation ends before the token.
bool is_negated(const PhrasedText& text, std::size_t begin, std::size_t at) {
    for (std::size_t i = at; i-- > begin;)
        if (const auto no = text.find(i, WordClass::negation); no && i + no->size == at) return true;
    return false;
}

/// Where the sentence goes on with what is not accepted, or on what it depends: "… except item 4", "… as amended
/// below", "… the first sentence of it"; 0 where it does not.
std::size_t exception_in(const PhrasedText& text, std::size_t begin, std::size_t stop) {
    static const ClassSet of_parts =
        set_of(std::array{WordClass::exception, WordClass::condition, WordClass::sentence, WordClass::words,
                          WordClass::modify, WordClass::change, WordClass::replace, WordClass::below});
    for (std::size_t i = begin; i < stop; ++i)
        if (text.has_any(i, of_parts) && !text.is_word(i - 1, "to")) return i;
    return 0;
}

/// Where the sentence goes on with what it supposes; 0 where it does not.
std::size_t supposed_in(const PhrasedText& text, std::size_t begin, std::size_t stop) {
    const std::size_t at = text.first(begin, stop, WordClass::supposes);
    return at < stop ? at : 0;
}

/// "…, provided that" stands in front: what is said there is a condition of something else.
bool is_supposed(const PhrasedText& text, std::size_t at) {
    constexpr std::size_t longest = 4;  // words of such a phrase
    for (std::size_t i = at - std::min(at, longest); i < at; ++i)
        if (const auto words = text.find(i, WordClass::supposes); words && i + words->size == at) return true;
    return false;
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

bool tells_what_becomes(const PhrasedText& text, std::size_t begin, std::size_t end) {
    static const ClassSet words =
        set_of(std::array{WordClass::accepts, WordClass::withdraws, WordClass::rejects, WordClass::keep,
                          WordClass::nothing, WordClass::negation, WordClass::stays});
    for (std::size_t i = begin; i < end; ++i)
        if (text.has_any(i, words)) return true;
    return false;
}

namespace {

/// "If the Guild drops 9.6, the Hospital will agree to 9.3.": a condition in front of an acceptance.
std::optional<Statement> conditional_acceptance(const PhrasedText& text, std::size_t at, std::size_t end) {
    if (!text.has(at, WordClass::supposes)) return std::nullopt;
    for (std::size_t i = at + 1; i + 1 < std::min(end, at + longest_subject); ++i) {
        if (ends_clause(text, i, end)) return std::nullopt;
        if (!text.is_mark(i, ",")) continue;
        auto said = parse_statement(text, i + 1, end);
        if (!said || !said->acceptance || said->condition_end > 0) continue;
        said->acceptance->says_more = true;
        said->condition = at;
        said->condition_end = i;
        return said;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Statement> parse_statement(const PhrasedText& text, std::size_t at, std::size_t end) {
    if (auto said = conditional_acceptance(text, at, end)) return said;
    const std::size_t stop = end_of_sentence(text, at, std::min(end, at + 400));
    if (is_supposed(text, at)) return std::nullopt;
    const bool denies = denies_all(text, at, stop);
    for (std::size_t i = at; i < std::min(stop, at + longest_subject); ++i) {
        auto settled = settled_at(text, at, i);
        bool accepts = accepts_at(text, at, i, stop);
        if (accepts && is_negated(text, at, i)) {
            accepts = false;
            settled = Status::rejected;
        }
        if (!settled && holds_at(text, at, i, stop)) settled = Status::held;
        if (!settled && !denies && !accepts && !keeps_at(text, at, i, stop) && !denied_at(text, at, i)) continue;
        Statement out;
        if (accepts) {
            Limits limits = limits_in(text, i + text.find(i, WordClass::accepts)->size, stop);
            out.place = labelled_place(text, at, limits.core);
            out.acceptance = acceptance_in(text, at, i, limits.core, out.place);
            out.acceptance->says_more = out.acceptance->says_more || limits.condition > 0;
            out.exception = exception_in(text, i + 1, limits.core);
            out.excepted = std::move(limits.excepted);
            out.condition = limits.condition;
            out.condition_end = limits.condition > 0 ? stop : 0;
        } else {
            out.place = labelled_place(text, at, stop);
        }
        // "The Union withdraws its proposal, provided that the City withdraws its own."
        if (settled == Status::withdrawn) out.exception = supposed_in(text, i + 1, stop);
        out.status = settled.value_or(Status::current);
        out.end = goes_on_asking(text, stop) ? stop : std::min(stop + 1, end);
        return out;
    }
    return std::nullopt;
}

}  // namespace stet
