// Parses instructions clause by clause.
#include "proposal/instruction.hpp"

#include <algorithm>
#include <utility>

#include "proposal/clause_parser.hpp"
#include "proposal/clause_words.hpp"

namespace stet {

namespace {

/// A section, an article or a letter is named by the clause itself.
bool names_unit(const Instruction& clause) {
    for (const WordClass noun : {WordClass::section, WordClass::article, WordClass::letter, WordClass::appendix})
        for (const auto* place : {&clause.place, &clause.anchor})
            if (*place && (*place)->find(noun)) return true;
    return false;
}

/// A clause that names no unit works in that of the first.
void lay_scope(Instruction& clause, const Instruction& first) {
    if (clause.scope || names_unit(clause)) return;
    clause.scope = first.scope ? first.scope : first.place;
    const bool parts_of_first =
        clause.verb == Verb::renumber || (clause.verb == Verb::remove && clause.removed.empty());
    if (!clause.scope) return;
    std::erase_if(clause.scope->units, [&](const UnitName& unit) {
        const bool whole =
            unit.noun == WordClass::section || unit.noun == WordClass::article || unit.noun == WordClass::letter;
        return (parts_of_first && !whole) || (clause.place && clause.place->find(unit.noun));
    });
    if (clause.scope->units.empty()) clause.scope.reset();
}

/// "Change “a” to “b” and “c” to “d” in Section 5": the place behind the last pair is that of all.
void share_place(std::vector<Instruction>& clauses, const Instruction& last) {
    if (last.occurrence == Occurrence::each && !clauses.empty() && clauses.back().verb == last.verb)
        clauses.back().occurrence = last.occurrence;
    if (!last.place) return;
    for (auto before = clauses.rbegin(); before != clauses.rend(); ++before) {
        if (before->place || before->scope || before->verb != last.verb) return;
        before->place = last.place;
    }
}

/// "Add the following, and renumber the rest: …": what comes behind the colon is what is added.
void give_payload(Instruction& before, Instruction& last) {
    if (last.verb != Verb::renumber || !before.following || !before.bare.empty()) return;
    before.bare = std::exchange(last.bare, Span{});
    before.added.insert(before.added.end(), last.added.begin(), last.added.end());
    last.added.clear();
    last.following = false;
}

}  // namespace

Instructions parse_instructions(std::string_view text, const PhraseBook& book) {
    const PhrasedText phrased(text, book);
    Instructions out;
    std::size_t at = 0;
    std::size_t sentence = 0;  // the clause that the sentence begins with
    while (at < phrased.size()) {
        const Instruction* before = out.clauses.empty() ? nullptr : &out.clauses.back();
        const bool values =
            before != nullptr && (before->amounts || before->tells_value) && value_pair_at(phrased, at, phrased.size());
        const bool pair = values || (before != nullptr && !before->added.empty() &&
                                     pair_at(phrased, at, phrased.size(), before->verb));
        ClauseParser parser(phrased, at, phrased.size());
        auto clause = pair ? parser.parse_pair(*before) : parser.parse();
        std::size_t behind = parser.behind();
        if (!clause && before != nullptr && before->but_for_what_follows) {
            ClauseParser exception(phrased, at, phrased.size());
            clause = exception.parse_exception();
            behind = exception.behind();
        }
        if (!clause || behind <= at) break;
        // "Section 40 is amended by …, and by …": the second works where the first does.
        const bool goes_on = before != nullptr && (phrased.is_mark(at, ",") || phrased.is_word(at, "and"));
        if (!goes_on) sentence = out.clauses.size();
        if (goes_on) lay_scope(*clause, pair ? *before : out.clauses[sentence]);
        if (pair) share_place(out.clauses, *clause);
        if (goes_on) give_payload(out.clauses.back(), *clause);
        out.clauses.push_back(std::move(*clause));
        at = behind;
        out.end = phrased.span_of(at - 1, at).end;
    }
    return out;
}

}  // namespace stet
