// Finds instructions behind a caption or a remark.
#include "proposal/find_instructions.hpp"

#include <algorithm>
#include <array>

#include "grammar/wording.hpp"
#include "proposal/clause_words.hpp"
#include "proposal/letters.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_remark = 600;          // bytes of a block that instructs behind its first sentence
constexpr std::uint32_t longest_run_in_caption = 6;  // words in front of an instruction in its paragraph

void shift(Instruction& clause, std::uint32_t by) {
    const auto move = [by](Span& span) {
        if (!span.empty()) span = {span.begin + by, span.end + by};
    };
    for (Span* span : {&clause.span, &clause.bare, &clause.anchor_words, &clause.condition}) move(*span);
    for (Span& span : clause.removed) move(span);
    for (Span& span : clause.added) move(span);
    for (Span& span : clause.unread) move(span);
    const auto move_place = [&](PlaceName& place) {
        move(place.document);
        for (UnitName& unit : place.units) move(unit.span);
    };
    for (auto* places : {&clause.further, &clause.excepted})
        for (PlaceName& place : *places) move_place(place);
    for (InstructionPart& part : clause.parts) move(part.span);
    for (auto* place : {&clause.place, &clause.scope, &clause.destination, &clause.anchor})
        if (*place) move_place(**place);
}

/// What shall hold, in words that are no instruction of their own.
Instruction described(Span words) {
    Instruction clause;
    clause.verb = Verb::propose;
    clause.span = clause.bare = words;
    clause.tells_no_text = true;
    return clause;
}

Instructions instructions_from(std::string_view text, std::size_t from, const PhraseBook& book) {
    Instructions found = parse_instructions(text.substr(from), book);
    for (Instruction& clause : found.clauses) shift(clause, static_cast<std::uint32_t>(from));
    if (found.end > 0) found.end += static_cast<std::uint32_t>(from);
    return found;
}

/// A word that makes an instruction or a statement stands in the clause that begins at the token: a look before it is
/// parsed.
bool may_instruct(const PhrasedText& text, std::size_t at) {
    static const ClassSet words =
        set_of(std::array{WordClass::remove,     WordClass::add,       WordClass::replace,    WordClass::modify,
                          WordClass::change,     WordClass::move,      WordClass::renumber,   WordClass::keep,
                          WordClass::join,       WordClass::ends,      WordClass::becomes,    WordClass::arrow,
                          WordClass::instead_of, WordClass::formerly,  WordClass::shall_read, WordClass::propose,
                          WordClass::accepts,    WordClass::withdraws, WordClass::rejects,    WordClass::negation,
                          WordClass::nothing,    WordClass::stays,     WordClass::fresh,      WordClass::in_its_place,
                          WordClass::swap,       WordClass::exception, WordClass::agrees});
    for (std::size_t i = at; i < text.size() && !ends_clause(text, i, text.size()); ++i)
        if (text.has_any(i, words)) return true;
    return false;
}

/// "The clinic stays open. Section 4 is deleted.": sentences that instruct nothing in front of one that does. They
/// are told as not read.
Instructions behind_remark(std::string_view text, const PhraseBook& book) {
    const PhrasedText words(text, book);
    std::size_t token = 0;
    for (std::size_t stop = text.find_first_of(".;"); stop != std::string_view::npos;
         stop = text.find_first_of(".;", stop + 1)) {
        if (stop + 1 >= text.size() || text[stop + 1] != ' ') continue;
        while (token < words.size() && words.at(token).span.begin <= stop) ++token;
        if (!may_instruct(words, token)) continue;
        Instructions found = instructions_from(text, stop + 2, book);
        // "hold 6.1; the proposal on parking is withdrawn": within a sentence what is said, and nothing that is asked.
        if (found.clauses.empty() || (text[stop] == ';' && !found.clauses.front().status)) continue;
        const Span remark{0, static_cast<std::uint32_t>(stop + 1)};
        if (tells_money_or_percent(text.substr(0, stop + 1)))
            found.clauses.insert(found.clauses.begin(), described(remark));
        else
            found.clauses.front().unread.insert(found.clauses.front().unread.begin(), remark);
        return found;
    }
    return {};
}

/// "Cleanup – Delete …", "Report Time. Change …", "(Rest between shifts). Add …": behind the caption.
std::size_t behind_caption(std::string_view text, const Grammar& grammar) {
    constexpr std::size_t reach = 80;  // bytes
    const std::string_view near = text.substr(0, reach);
    for (const std::string_view joint : {" – ", " — ", " - ", ": "}) {
        const std::size_t at = near.substr(0, 60).find(joint);
        if (at != std::string_view::npos && at > 0 && count_words(text.substr(0, at)) <= 4) return at + joint.size();
    }
    for (const std::string_view stop : {"). ", ") ", ". "}) {
        const std::size_t at = near.find(stop);
        if (at == std::string_view::npos || at == 0) continue;
        const bool bracketed = stop.front() == ')';
        const std::string caption = fold_blanks(text.substr(0, at));
        if (bracketed != (caption.front() == '(')) continue;
        const std::string_view words = std::string_view(caption).substr(bracketed ? 1 : 0);
        if (looks_like_title(words) && !has_digit(words) && count_words(words) <= longest_run_in_caption &&
            !has_word(words, grammar.sentence_words))
            return at + stop.size();
    }
    return 0;
}

/// "Article 11.07(b): in the first line delete …": the caption is the place in which its clauses work.
void lay_caption_place(Instructions& found, std::string_view caption, const PhraseBook& book) {
    const PhrasedText words(caption, book);
    std::optional<PlaceName> place;
    for (std::size_t i = 0; i < words.size() && !place; ++i) {
        place = parse_place(words, i, words.size());
        if (!place || !place->has_label()) place = dotted_place(words, i, words.size());
    }
    if (!place) return;
    for (Instruction& clause : found.clauses) {
        for (const auto* known : {&clause.scope, &clause.place})
            if (*known && ((*known)->find(WordClass::section) || (*known)->find(WordClass::article))) return;
        if (!clause.scope) {
            clause.scope = *place;
            continue;
        }
        for (const UnitName& unit : place->units)
            if (!clause.scope->find(unit.noun)) clause.scope->units.push_back(unit);
    }
}

}  // namespace

Instructions find_instructions(std::string_view text, const Grammar& grammar, const PhraseBook& book,
                               bool text_is_open) {
    Instructions found = parse_instructions(text, book);
    if (!found.clauses.empty()) return found;
    // "Cleanup – Delete the following …": a caption in front.
    const std::size_t behind = behind_caption(text, grammar);
    if (behind > 0) {
        found = instructions_from(text, behind, book);
        lay_caption_place(found, text.substr(0, behind), book);
    }
    return found.clauses.empty() && text.size() <= longest_remark && !text_is_open ? behind_remark(text, book) : found;
}

}  // namespace stet
