// Reads lines that say a status.
#include "proposal/status_line.hpp"

#include <algorithm>
#include <iterator>

#include "grammar/wording.hpp"
#include "proposal/clause_words.hpp"
#include "proposal/excepted_units.hpp"
#include "proposal/instruction.hpp"
#include "proposal/letters.hpp"
#include "proposal/section_labels.hpp"
#include "proposal/statement.hpp"
#include "proposal/written_label.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::uint32_t longest_line = 14;  // words
constexpr std::string_view opens_subject = "this";
constexpr std::size_t longest_line_of_places = 300;  // bytes of a line that names units and their status

/// Behind a title in brackets, "(Rest)": no mark of status and no date.
std::size_t behind_bracketed_title(const PhrasedText& text, std::size_t at, const Grammar& grammar) {
    const std::size_t end = text.is_mark(at, "(") ? title_end(text, at, text.size()) : at;
    const std::string_view title = end > at ? text.text_of(at, end) : std::string_view{};
    return has_digit(title) || find_status_mark(title, grammar.proposal, {}) ? at : end;
}

/// A place or an exception may begin the text: a look before it is cut.
bool may_open_places(std::string_view text, const PhraseBook& book) {
    const char first = text.front();
    if (!is_lower(first) && !is_upper(first)) return true;
    static constexpr WordClass opens[] = {
        WordClass::exception, WordClass::article,   WordClass::section,  WordClass::paragraph, WordClass::sentence,
        WordClass::heading,   WordClass::letter,    WordClass::appendix, WordClass::list_item, WordClass::table,
        WordClass::row,       WordClass::words,     WordClass::entire,   WordClass::fresh,     WordClass::ordinal,
        WordClass::last,      WordClass::determiner};
    if (std::any_of(std::begin(opens), std::end(opens), [&](WordClass words) { return book.begins(text, words); }))
        return true;
    // "A.2", "B"
    const std::string_view word = text.substr(0, text.find_first_of(" ,.;:"));
    return is_upper(first) && (word.size() == 1 || has_digit(word));
}

/// The units named from `at` on, titles in brackets behind them, "and", commas and the like between them; `at` moves
/// behind the last.
std::vector<PlaceName> take_places(const PhrasedText& text, std::size_t& at, const Grammar& grammar) {
    std::vector<PlaceName> places;
    for (std::size_t next = at; next < text.size();) {
        auto place = parse_place(text, next, text.size());
        if (!place || !place->has_label()) {
            const auto labels = parse_labels(text, next, text.size());
            if (!labels) break;
            // A number without a noun is that of a unit where it has parts, "13.1", "(a)", or where a noun stands
            // before.
            const bool lettered = labels->labels.front().find_first_of("0123456789") == std::string::npos;
            const bool dotted = labels->labels.front().find_first_of(number_stops) != std::string::npos;
            if (!lettered && !dotted && places.empty()) break;
            place = PlaceName{{*labels}, next, false};
            if (!lettered && !dotted) place->units.front().noun = places.back().units.front().noun;
            if (lettered) place->units.front().noun = WordClass::paragraph;
            while (place->end < text.size() && text.at(place->end).span.begin < labels->span.end) ++place->end;
        }
        next = at = behind_bracketed_title(text, place->end, grammar);
        places.push_back(std::move(*place));
        while (next < text.size() && (text.is_mark(next, ",") || text.is_mark(next, ";") || text.is_mark(next, "&") ||
                                      text.is_word(next, "and")))
            ++next;
        if (next == at) break;
    }
    return places;
}

/// Behind what may stand between units and their mark, or in front of it: "were", "the parties have", a dash.
std::size_t behind_joints(const PhrasedText& text, std::size_t at) {
    for (std::size_t from = text.size() + 1; from != at && at < text.size();) {
        from = at;
        if (const auto joint = text.find(at, WordClass::status_joint))
            at += joint->size;
        else if (text.is_mark(at, ":") || text.is_mark(at, "-") || text.is_mark(at, ",") || text.is_mark(at, "."))
            ++at;
    }
    return at;
}

/// Behind "This article is", "This section has been"; `at` where the text begins otherwise.
std::size_t behind_subject(const PhrasedText& text, std::size_t at) {
    if (!text.is_word(at, opens_subject)) return at;
    for (const WordClass noun :
         {WordClass::article, WordClass::section, WordClass::letter, WordClass::demand, WordClass::offer})
        if (const auto found = text.find(at + 1, noun)) return behind_joints(text, at + 1 + found->size);
    return at;
}

/// "Agreed 5/3/26", "Agreed to 9/15/26 – see signed copy": a word of agreement and its date, and no sentence.
std::optional<StatusMark> agreed_on(std::string_view text, const Grammar& grammar, const PhraseBook& book,
                                    std::string_view date) {
    constexpr std::size_t longest = 80;  // bytes
    if (text.size() > longest || !book.begins(text, WordClass::agreed) || !has_digit(text)) return std::nullopt;
    const PhrasedText phrased(text, book);
    const auto agreed = phrased.find(0, WordClass::agreed);
    std::size_t at = agreed ? agreed->size : 0;
    if (phrased.is_word(at, "to") || phrased.is_word(at, "on") || phrased.is_mark(at, ":")) ++at;
    if (!agreed || at >= phrased.size()) return std::nullopt;
    const std::string_view rest = text.substr(phrased.at(at).span.begin);
    const std::vector<Quantity> values = find_quantities(rest);
    if (values.empty() || values.front().type != QuantityType::date || values.front().span.begin > 0)
        return std::nullopt;
    for (const auto& [name, phrases] : grammar.proposal.status)
        if (name == status_name(Status::tentatively_agreed) && !phrases.empty()) {
            auto mark = find_status_mark(phrases.front() + " " + std::string(rest), grammar.proposal, date);
            if (!mark || mark->date.empty() || mark->status != Status::tentatively_agreed) return std::nullopt;
            mark->raw = fold_blanks(text);
            mark->span = {0, static_cast<std::uint32_t>(text.size())};
            return mark;
        }
    return std::nullopt;
}

/// "Agreement on the first paragraph (8/20/26).", "Agreed to 12.3 on May 4, 2026": a word of agreement, a place, a
/// date.
std::optional<PlacesStatus> agreed_part(std::string_view text, const PhrasedText& phrased, const Grammar& grammar,
                                        const PhraseBook& book, std::string_view date) {
    const auto agreed = phrased.size() > 2 ? phrased.find(0, WordClass::agreed) : std::nullopt;
    if (!agreed) return std::nullopt;
    std::size_t at = agreed->size + (phrased.is_word(agreed->size, "to") ? 1 : 0);
    auto place = parse_place(phrased, at, phrased.size());
    if (!place) place = dotted_place(phrased, at, phrased.size());
    const bool named = place && (place->has_label() || place->units.front().ordinal != 0);
    if (!named || place->end >= phrased.size()) return std::nullopt;
    std::string_view rest = text.substr(phrased.span_of(place->end, place->end + 1).begin);
    while (rest.ends_with('.') || rest.ends_with(' ')) rest.remove_suffix(1);
    if (rest.starts_with('(') && rest.ends_with(')')) rest = rest.substr(1, rest.size() - 2);
    auto mark = agreed_on(std::string(phrased.text_of(0, agreed->size)) + " " + std::string(rest), grammar, book, date);
    if (!mark) return std::nullopt;
    mark->raw = fold_blanks(text);
    mark->span = {0, static_cast<std::uint32_t>(text.size())};
    return PlacesStatus{{std::move(*place)}, std::move(*mark)};
}

/// All of the text is the mark.
bool is_all(const StatusMark& mark, std::string_view text) {
    return mark.span.begin <= 1 && text.find_first_not_of(" \t\n.", mark.span.end) == std::string_view::npos;
}

}  // namespace

std::optional<StatusMark> stated_status(std::string_view text, const PhraseBook& book) {
    const PhrasedText phrased(text, book);
    std::size_t end = phrased.size();
    while (end > 0 && phrased.is_mark(end - 1, ".")) --end;
    const auto said = parse_statement(phrased, 0, phrased.size());
    if (!said || said->acceptance || said->exception > 0 || said->end < end ||
        (said->place && said->place->has_label()))
        return std::nullopt;
    if (said->status != Status::withdrawn && said->status != Status::rejected) return std::nullopt;
    StatusMark mark;
    mark.status = said->status;
    mark.raw = fold_blanks(text);
    mark.span = {0, static_cast<std::uint32_t>(text.size())};
    return mark;
}

namespace {

/// "13.1 and 13.2 (Leaves): TA 5/1/26"
std::optional<PlacesStatus> places_before(const PhrasedText& text, const Grammar& grammar, const PhraseBook& book,
                                          std::string_view date) {
    std::size_t at = 0;
    PlacesStatus out{take_places(text, at, grammar), {}};
    if (out.places.empty() || at >= text.size()) return std::nullopt;
    const std::size_t begin = behind_joints(text, at);
    if (begin >= text.size()) return std::nullopt;
    const std::string_view rest = text.text().substr(text.at(begin).span.begin);
    auto mark = find_status_mark(rest, grammar.proposal, date);
    if (!mark || !is_all(*mark, rest)) {
        const std::string_view line = text.text().substr(text.at(at).span.begin);
        mark = status_behind_caption(line, grammar, book, date);
        // "Letter 2: Delete. (TA 4/15/26)" asks for something.
        const std::vector<Instruction> clauses =
            mark ? parse_instructions(rest, book).clauses : std::vector<Instruction>();
        if (std::any_of(clauses.begin(), clauses.end(), [](const Instruction& one) {
                return !one.status && !one.acceptance && one.verb != Verb::keep && one.verb != Verb::missing;
            }))
            return std::nullopt;
    }
    if (!mark) mark = stated_status(rest, book);
    if (!mark) return std::nullopt;
    out.mark = *mark;
    return out;
}

/// "TA'd 5/1/26: Articles 3 and 9", "The parties reached tentative agreement on Articles 3 and 9 on May 1, 2026."
std::optional<PlacesStatus> places_behind(const PhrasedText& text, const Grammar& grammar, std::string_view date) {
    constexpr std::size_t near = 6;  // tokens that say whether a mark opens the line at all
    const std::size_t begin = behind_joints(text, 0);
    if (begin >= text.size()) return std::nullopt;
    const auto opens =
        find_status_mark(text.text_of(begin, std::min(text.size(), begin + near)), grammar.proposal, date);
    if (!opens || opens->span.begin > 1) return std::nullopt;
    for (std::size_t at = begin + 1; at < text.size(); ++at) {
        if (stet::ends_clause(text, at - 1, text.size()) || text.has(at - 1, WordClass::excludes)) return std::nullopt;
        std::size_t end = at;
        PlacesStatus out{take_places(text, end, grammar), {}};
        if (out.places.empty()) continue;
        std::string words(text.text_of(begin, at));
        if (end < text.size()) words += " " + std::string(text.text_of(end, text.size()));
        const auto mark = find_status_mark(words, grammar.proposal, date);
        if (!mark || !is_all(*mark, words) || mark->status != Status::tentatively_agreed) return std::nullopt;
        out.mark = *mark;
        out.mark.raw = fold_blanks(text.text());
        return out;
    }
    return std::nullopt;
}

/// "7/8", "7/8/26" between blanks.
bool is_short_date(std::string_view word) {
    while (word.ends_with('.') || word.ends_with(',')) word.remove_suffix(1);
    const auto slashes = std::count(word.begin(), word.end(), '/');
    return (slashes == 1 || slashes == 2) && is_digit(word.front()) && is_digit(word.back()) &&
           word.find_first_not_of("0123456789/") == std::string_view::npos;
}

/// "holds on its proposal of July 8" has none, and "of 7/8" neither.
bool has_digit_outside_dates(std::string_view all) {
    std::string text;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.find(' ', at), all.size());
        const std::string_view word = all.substr(at, end - at);
        if (word.size() < 3 || !is_short_date(word)) text += std::string(word) + " ";
        at = end + 1;
    }
    std::uint32_t from = 0;
    for (const Quantity& quantity : find_quantities(text)) {
        if (quantity.type != QuantityType::date) continue;
        if (has_digit(std::string_view(text).substr(from, quantity.span.begin - from))) return true;
        from = quantity.span.end;
    }
    return has_digit(std::string_view(text).substr(from));
}

}  // namespace

std::optional<StatusMark> status_line(std::string_view text, const Grammar& grammar, const PhraseBook& book,
                                      std::string_view document_date) {
    constexpr std::size_t longest = 200;  // bytes of as many words
    if (text.size() > longest || count_words(text) > longest_line) return std::nullopt;
    if (const auto agreed = agreed_on(text, grammar, book, document_date)) return agreed;
    const bool has_subject = lower_case(text.substr(0, opens_subject.size())) == opens_subject;
    const bool by_party = book.begins(text, WordClass::company) || book.begins(text, WordClass::union_side);
    if (!has_subject && !by_party && !find_status_mark(text, grammar.proposal, document_date)) return std::nullopt;
    const PhrasedText phrased(text, book);
    std::size_t at = 0;
    for (bool more = true; more && at < phrased.size();) {
        more = false;
        for (const WordClass words : {WordClass::company, WordClass::union_side, WordClass::propose})
            if (const auto match = phrased.find(at, words)) at += match->size, more = true;
        // "County response: …"
        const auto answer = at > 0 ? phrased.find(at, WordClass::offer) : std::nullopt;
        if (answer && phrased.is_mark(at + answer->size, ":")) at += answer->size + 1, more = true;
    }
    at = behind_subject(phrased, at);
    const std::size_t begin = at < phrased.size() ? phrased.at(at).span.begin : 0;
    auto mark = find_status_mark(text.substr(begin), grammar.proposal, document_date);
    if (!mark || mark->span.begin > 1) return std::nullopt;
    // "Company rejects and counters: “…”"
    for (std::size_t i = at; i < phrased.size(); ++i)
        if (phrased.at(i).shape == TokenShape::quoted && i > 0 && phrased.is_mark(i - 1, ":")) return std::nullopt;
    // "Reject Union's 7.4.", "Housekeeping: renumber Sections 9 to 12": what it is about stands in it.
    const bool excepts_units = mark->excepts && !excepted_units_of_mark(phrased).empty();
    if (mark->date.empty() && has_digit_outside_dates(text) && !excepts_units) return std::nullopt;
    return mark;
}

bool says_of_whole(std::string_view text, const PhraseBook& book) {
    const PhrasedText phrased(text.substr(0, 60), book);
    return behind_subject(phrased, 0) > 0;
}

bool is_signed(std::string_view text, const StatusMark& mark) {
    return text.find("__") != std::string_view::npos ||
           (!mark.date.empty() && std::count(text.begin(), text.end(), ':') > 1);
}

std::optional<StatusMark> status_of_all_other(std::string_view sentence, const Grammar& grammar, const PhraseBook& book,
                                              std::string_view document_date) {
    const PhrasedText phrased(sentence, book);
    if (!phrased.has(0, WordClass::all_other)) return std::nullopt;
    if (const auto mark = find_status_mark(sentence, grammar.proposal, document_date)) return mark;
    const auto says = [&](WordClass words) { return phrased.first(0, phrased.size(), words) < phrased.size(); };
    StatusMark status;
    if (says(WordClass::withdraws))
        status.status = Status::withdrawn;
    else if (says(WordClass::rejects))
        status.status = Status::rejected;
    else if (says(WordClass::keep) || says(WordClass::rest_stays) || parse_statement(phrased, 0, phrased.size()))
        status.status = Status::current;
    else
        return std::nullopt;
    return status;
}

std::optional<PlacesStatus> status_of_places(std::string_view text, const Grammar& grammar, const PhraseBook& book,
                                             std::string_view document_date) {
    if (text.size() > longest_line_of_places) return std::nullopt;
    const PhrasedText phrased(text, book);
    auto found = places_before(phrased, grammar, book, document_date);
    if (!found) found = agreed_part(text, phrased, grammar, book, document_date);
    return found ? found : places_behind(phrased, grammar, document_date);
}

std::optional<LeadingStatus> leading_status(std::string_view text, const Grammar& grammar, const PhraseBook& book,
                                            std::string_view document_date) {
    const std::string_view near = text.substr(0, longest_line_of_places);
    if (!may_name_status(near, grammar.proposal)) return std::nullopt;
    for (std::size_t cut = near.find_first_of(".;,)\n"); cut != std::string_view::npos;
         cut = near.find_first_of(".;,)\n", cut + 1)) {
        const std::size_t begin = text.find_first_not_of(" \t\n", cut + 1);
        if (begin == std::string_view::npos) return std::nullopt;
        if ((begin == cut + 1 && text[cut] != '\n') || !may_open_places(text.substr(begin), book)) continue;
        const PhrasedText rest(text.substr(begin, longest_line_of_places), book);
        std::size_t at = 0;
        const auto exception = rest.find(0, WordClass::exception);
        // "TA 5/6/26, except 16.3": all of it is one status.
        if (!excepted_units(rest, 0, rest.size()).empty()) return std::nullopt;
        const bool places = !take_places(rest, at, grammar).empty();
        // "TA'd 7/15, but change “a” to “b”"; "TA'd 7/15, provided that the City withdraws …" supposes what follows.
        const bool excepts = exception && exception->size < rest.size() && !rest.has(0, WordClass::supposes);
        const std::uint32_t behind = excepts ? rest.at(exception->size).span.begin : 0;
        const auto excepts_place = [&] {
            std::size_t place = exception->size;
            return !take_places(rest, place, grammar).empty();
        };
        const bool asks =
            behind > 0 && (!parse_instructions(text.substr(begin + behind), book).clauses.empty() || excepts_place());
        if (!places && !asks) continue;
        const std::string_view said = text.substr(0, text[cut] == ')' ? cut + 1 : cut);
        LeadingStatus out;
        out.rest = static_cast<std::uint32_t>(begin) + (asks ? behind : 0);
        const PhrasedText phrased(said, book);
        if (auto found = places_before(phrased, grammar, book, document_date)) {
            out.status = std::move(*found);
            return out;
        }
        const auto mark = status_line(said, grammar, book, document_date);
        if (!mark || !is_all(*mark, said)) continue;
        out.status.mark = *mark;
        out.status.mark.excepts = asks;
        return out;
    }
    return std::nullopt;
}

std::optional<StatusMark> announced_status(const Document& document, BlockId block, BlockId end, const Grammar& grammar,
                                           const PhraseBook& book, std::string_view document_date) {
    const Block& here = document.blocks[block];
    const std::size_t last = here.text.find_last_not_of(" \t\n");
    if (here.kind == BlockKind::table_row || last == std::string::npos ||
        (here.text[last] != ':' && here.kind != BlockKind::heading))
        return std::nullopt;
    const std::string line = fold_blanks(here.text);
    if (count_words(line) > longest_line) return std::nullopt;
    const PhrasedText text(line, book);
    std::size_t at = behind_joints(text, 0);
    // "The following articles have been …"
    if (const auto units = parse_place(text, at, text.size()); units && !units->has_label())
        at = behind_joints(text, units->end);
    if (at >= text.size()) return std::nullopt;
    const std::string_view rest = std::string_view(line).substr(text.at(at).span.begin);
    const auto mark = find_status_mark(rest, grammar.proposal, document_date);
    if (!mark || !is_all(*mark, rest)) return std::nullopt;
    do ++block;
    while (block < end && is_set_aside(document.blocks[block].kind));
    const bool lists = block < end && listed_units(document.blocks[block], *mark, grammar, book);
    return lists ? mark : std::nullopt;
}

std::optional<PlacesStatus> listed_units(const Block& block, const StatusMark& announced, const Grammar& grammar,
                                         const PhraseBook& book) {
    const std::string_view words = std::string_view(block.text).substr(list_mark(block));
    if (block.kind == BlockKind::table_row || count_words(words) > longest_line) return std::nullopt;
    const PhrasedText text(words, book);
    std::size_t at = 0;
    PlacesStatus out{take_places(text, at, grammar), announced};
    if (out.places.empty() || words.ends_with(":")) return std::nullopt;
    const auto behind = static_cast<std::uint32_t>(at < text.size() ? text.at(at).span.begin : words.size());
    std::string title = fold_blanks(words.substr(behind));
    for (const Quantity& quantity : find_quantities(title)) {
        if (quantity.type != QuantityType::date || quantity.iso.size() != 10) continue;
        out.mark.date = quantity.iso;
        title.erase(quantity.span.begin);
        break;
    }
    std::uint32_t begin = 0;
    skip_joints(title, begin, " .:)(-,;");
    title.erase(0, begin);
    const bool titled = title.empty() || (looks_like_title(title) && !has_word(title, grammar.sentence_words) &&
                                          parse_instructions(title, book).clauses.empty());
    return titled ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace stet
