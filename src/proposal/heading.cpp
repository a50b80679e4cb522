// Reads the headings of items.
#include "proposal/heading.hpp"

#include <algorithm>
#include <utility>

#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "proposal/target.hpp"

namespace stet {

namespace {

struct NamedPlace {
    PlaceName place;
    Span span;
};

std::vector<NamedPlace> places_of(const PhrasedText& text) {
    std::vector<NamedPlace> out;
    for (std::size_t i = 0; i < text.size();) {
        auto place = parse_place(text, i, text.size());
        if (!place && i == 0) {  // "3.02", and nothing else
            place = dotted_place(text, 0, text.size());
            if (place && place->end < text.size()) place.reset();
        }
        if (!place || !place->has_label()) {
            ++i;
            continue;
        }
        // A bare noun behind a number is its title: "Article 16, Wages".
        std::vector<UnitName>& units = place->units;
        while (units.back().labels.empty() && units.back().ordinal == 0) units.pop_back();
        out.push_back({*place, {text.at(i).span.begin, units.back().span.end}});
        i = place->end;
    }
    return out;
}

/// The brackets around a span, where nothing but a few words stand in them with it.
Span with_brackets(std::string_view text, Span span) {
    const std::size_t open = text.rfind('(', span.begin);
    const std::size_t closed = text.rfind(')', span.begin);
    const std::size_t close = text.find(')', span.end);
    const bool inside = open != std::string_view::npos && (closed == std::string_view::npos || closed < open) &&
                        close != std::string_view::npos && close - open < 80;
    return inside ? Span{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 1)} : span;
}

bool is_separator(char c) {
    return c == ' ' || c == '.' || c == ',' || c == ':' || c == ';' || c == '-' || c == '/' || c == '\n' || c == '\t';
}

std::string trimmed(std::string text) {
    static constexpr std::string_view dashes[] = {"–", "—"};
    for (bool more = true; more && !text.empty();) {
        more = false;
        if (is_separator(text.front())) text.erase(0, 1), more = true;
        if (!text.empty() && is_separator(text.back())) text.pop_back(), more = true;
        for (const std::string_view dash : dashes) {
            if (text.starts_with(dash)) text.erase(0, dash.size()), more = true;
            if (text.ends_with(dash)) text.erase(text.size() - dash.size()), more = true;
        }
    }
    return text;
}

/// The words between two places, "and" aside.
std::string between(std::string_view text, std::uint32_t from, std::uint32_t to) {
    std::string words(text.substr(from, to > from ? to - from : 0));
    if (const std::size_t at = words.find("and"); at != std::string::npos) words.erase(at, 3);
    return words;
}

/// "LONGEVITY. Article 16": what stands in front of a place is closed, and names no agreement.
bool is_title_before(std::string_view text, std::uint32_t place) {
    const std::size_t last = text.substr(0, place).find_last_not_of(" \t\n");
    return last != std::string_view::npos && (is_separator(text[last]) || text.substr(0, last + 1).ends_with("–") ||
                                              text.substr(0, last + 1).ends_with("—"));
}

/// What is left of the text when the spans (rising) are taken out: the first piece and the others.
std::vector<std::string> pieces_without(std::string_view text, const std::vector<Span>& spans) {
    std::vector<std::string> out;
    std::uint32_t at = 0;
    const auto add = [&](std::uint32_t end) {
        if (end > at) out.push_back(trimmed(fold_blanks(text.substr(at, end - at))));
    };
    for (const Span& span : spans) {
        add(span.begin);
        at = std::max(at, span.end);
    }
    add(static_cast<std::uint32_t>(text.size()));
    return out;
}

/// "University Counter #3": what the document is, and no article's title.
bool names_offer(const std::string& piece, const PhraseBook& book) {
    const PhrasedText text(piece, book);
    return has_digit(piece) && text.first(0, text.size(), WordClass::offer) < text.size();
}

/// "Testing (NEW ARTICLE 34)", "Clause 21.04 NEW"
bool is_new_in_brackets(const PhrasedText& text) {
    const auto first = parse_place(text, 0, text.size());
    std::size_t at = first && first->has_label() ? first->end : text.size();
    while (text.is_mark(at, "(") || text.is_mark(at, "-") || text.is_mark(at, "[")) ++at;
    const auto behind = at < text.size() ? text.find(at, WordClass::fresh) : std::nullopt;
    const std::size_t end = behind ? at + behind->size : 0;
    if (behind && (end == text.size() || text.is_mark(end, ")") || text.is_mark(end, "]"))) return true;
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        const auto fresh = text.is_mark(i, "(") ? text.find(i + 1, WordClass::fresh) : std::nullopt;
        const auto place = fresh ? parse_place(text, i + 1 + fresh->size, text.size()) : std::nullopt;
        if (place && place->has_label() && text.is_mark(place->end, ")")) return true;
    }
    return false;
}

/// "New Article: Cameras": a unit without a number that comes.
void lay_new_unit(ItemHeading& heading, const PhrasedText& text) {
    const auto fresh = text.find(0, WordClass::fresh);
    const auto place = fresh ? parse_place(text, 0, text.size()) : std::nullopt;
    if (!place || place->units.size() > 1 || place->has_label() || place->end >= text.size()) return;
    const WordClass noun = place->units.front().noun;
    if (noun != WordClass::article && noun != WordClass::section && noun != WordClass::letter) return;
    heading.fresh = true;
    heading.target.article_title = trimmed(fold_blanks(text.text().substr(text.at(place->end - 1).span.end)));
    if (noun == WordClass::article) heading.target.article = new_unit;
    if (noun == WordClass::section) heading.target.section = new_unit;
    if (noun == WordClass::letter) heading.target.letter = heading.text;
}

/// "Artificial Intelligence (new article)", "SIDE LETTER – TRAINING (new)": brackets at the end say that it comes.
void lay_new_behind(ItemHeading& heading, const PhrasedText& text) {
    std::size_t open = text.size();
    while (open > 0 && !text.is_mark(open - 1, "(") && !text.is_mark(open - 1, "[")) --open;
    const auto fresh = open > 0 ? text.find(open, WordClass::fresh) : std::nullopt;
    if (!fresh || open < 2 || heading.fresh) return;
    const std::size_t behind = open + fresh->size;
    const auto noun = parse_place(text, behind, text.size());
    const std::size_t close = noun && !noun->has_label() ? noun->end : behind;
    if (close + 1 < text.size() || !(text.is_mark(close, ")") || text.is_mark(close, "]"))) return;
    heading.fresh = true;
    const std::string title = trimmed(fold_blanks(text.text().substr(0, text.at(open - 1).span.begin)));
    const Target& target = heading.target;
    if (!target.article.empty() || !target.section.empty() || !target.letter.empty()) return;
    const auto front = parse_place(text, 0, open - 1);
    const WordClass kind = close > behind ? noun->units.front().noun
                           : front        ? front->units.front().noun
                                          : WordClass::article;
    heading.target.article_title = title;
    if (kind == WordClass::section) heading.target.section = new_unit;
    if (kind == WordClass::letter) heading.target.letter = title;
    if (kind == WordClass::article) heading.target.article = new_unit;
}

/// "Article 3, new Section 6 – Parking": the title behind it is the section's, and not the article's.
void lay_new_section(ItemHeading& heading, const PhrasedText& text) {
    if (heading.target.article.empty() || heading.target.section.empty()) return;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const auto fresh = text.find(i, WordClass::fresh);
        const auto place = fresh ? parse_place(text, i, text.size()) : std::nullopt;
        if (!place || place->units.front().noun != WordClass::section || !place->has_label()) continue;
        heading.fresh = true;
        const std::string& title = heading.target.article_title;
        const std::uint32_t behind = text.at(place->end - 1).span.end;
        if (!title.empty() && text.text().find(title, behind) != std::string_view::npos)
            heading.new_title = std::exchange(heading.target.article_title, {});
        return;
    }
}

/// "Letter of Agreement dated March 1, 2020 (Parking)": a letter known by its date or title.
void lay_titled_letter(ItemHeading& heading, const PhrasedText& text) {
    const auto place = parse_place(text, 0, text.size());
    const bool alone = place && place->units.size() == 1 && !place->has_label() && place->end < text.size();
    if (!alone || place->units.front().noun != WordClass::letter || place->units.front().ordinal != 0) return;
    heading.target.letter = trimmed(fold_blanks(text.text()));
    heading.target.article_title.clear();
}

/// "(Accepted)": one word that a proposal is accepted.
bool accepts(const std::string& part, const PhraseBook& book) {
    const PhrasedText phrased(part, book);
    const auto word = phrased.find(1, WordClass::accepts);
    return word && word->size + 2 == phrased.size();
}

/// Marks of status without brackets in the place of a title: "Agreed, TA 9/3/26", or "Accepted" in front of a mark;
/// among other words they are only noted.
void lay_bare_status(ItemHeading& heading, const ProposalWords& words, const PhraseBook& book,
                     std::string_view document_date) {
    const std::string& title = heading.target.article_title;
    std::optional<StatusMark> found;
    std::size_t marks = 0;
    std::size_t parts = 0;
    for (std::size_t at = 0; at < title.size(); ++parts) {
        const std::size_t end = std::min(title.find_first_of(",;", at), title.size());
        const std::string part = "(" + fold_blanks(std::string_view(title).substr(at, end - at)) + ")";
        auto mark = find_status_mark(part, words, document_date);
        marks += mark || accepts(part, book) ? 1 : 0;
        if (mark && (!found || !mark->date.empty())) found = std::move(mark);
        at = end + 1;
    }
    heading.names_status = found.has_value();
    if (parts == 0 || parts != marks || (!found && !heading.status)) return;
    if (!heading.status) {
        heading.status = std::move(found);
        heading.status->span = {};
    }
    heading.target.article_title.clear();
}

}  // namespace

namespace {

/// "Side Letters 1 and 2", "Letter 1 and Letter 2": each by its own name.
void lay_letters(ItemHeading& heading, const PlaceName& place, std::string_view text) {
    if (place.find(WordClass::letter) == nullptr && place.find(WordClass::appendix) == nullptr) return;
    for (const PlaceName& one : parted(place)) {
        Target target;
        lay_over(target, one, text);
        if (!target.letter.empty()) heading.letters.push_back(std::move(target.letter));
    }
}

/// "B and C", "B, C and D": letters and nothing else; empty where there are not several.
std::vector<std::string> letters_alone(const std::string& title) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < title.size();) {
        const std::size_t end = std::min(title.find_first_of(" ,&", at), title.size());
        const std::string word = title.substr(at, end - at);
        if (word.size() == 1 && is_upper(word.front()))
            out.push_back(word);
        else if (!word.empty() && word != "and")
            return {};
        at = end + 1;
    }
    return out.size() > 1 ? out : std::vector<std::string>{};
}

/// "Article III, A. Workweek": the section of that letter, and its title; "Article III, B and C", "Article III, Section
/// 2, B and C": each of them.
void lay_lettered_section(ItemHeading& heading) {
    std::string& title = heading.target.article_title;
    const std::vector<std::string> several = letters_alone(title);
    if (!several.empty() && !heading.target.article.empty() && heading.sections.size() < 2) {
        const std::string section = heading.target.section;
        heading.sections.clear();
        for (const std::string& letter : several)
            heading.sections.push_back(section.empty() ? letter : section + "(" + letter + ")");
        heading.target.section = joined_labels(heading.sections);
        title.clear();
        return;
    }
    const bool letter = !title.empty() && title.front() >= 'A' && title.front() <= 'Z' &&
                        (title.size() == 1 || title.compare(1, 2, ". ") == 0);
    if (!letter || heading.target.article.empty() || !heading.target.section.empty()) return;
    heading.target.section = title.substr(0, 1);
    heading.sections = {heading.target.section};
    heading.letter_of_title = heading.target.section != "A";
    title = trimmed(title.substr(1));
}

/// What stands where a title should: "The Union accepts the Employer's five (5) hours", "Agreed to four (4) hours", of
/// a party or of nobody; "In the second paragraph", which is a place.
void lay_said(ItemHeading& heading, const PhraseBook& book) {
    constexpr std::size_t longest_party = 4;  // words
    std::string& title = heading.target.article_title;
    const PhrasedText text(title, book);
    const std::size_t in = text.is_word(0, "in") ? 1 : 0;
    const auto place = in > 0 ? parse_place(text, in, text.size()) : std::nullopt;
    if (place && place->end == text.size() && place->find(WordClass::paragraph)) {
        lay_over(heading.target, *place, title);
        title.clear();
        return;
    }
    bool party = false;
    for (std::size_t i = 0; i < text.size() && i <= longest_party; ++i) {
        const auto accepts = text.find(i, WordClass::accepts);
        // "Agreed" alone, or with a value: "Agreed-Upon Procedures" is a title.
        const bool alone = i == 0 && accepts && (accepts->size == text.size() || has_digit(title));
        // "Employer Agreed Holidays" is a title: who accepts does so in small letters.
        const bool says = accepts && party && is_lower(title[text.at(i).span.begin]);
        if (says || alone) {
            heading.said = std::exchange(title, {});
            return;
        }
        party = party || text.has(i, WordClass::company) || text.has(i, WordClass::union_side);
    }
}

/// "Article IV, Section 2. Call-back": the title stands behind the section's number.
void lay_title_place(ItemHeading& heading, std::string_view text, const std::vector<Span>& places) {
    const std::string& title = heading.target.article_title;
    const std::size_t at = title.empty() || places.empty() ? std::string_view::npos : text.find(title);
    heading.target.titles_section =
        !heading.sections.empty() && at != std::string_view::npos && at >= places.back().end;
}

/// "Clause 14 (Redeployment)", "Paragraph 4 – Overtime": what has a title and stands in nothing wider is a unit of the
/// agreement itself, and no paragraph of one.
void lay_titled_paragraph(ItemHeading& heading) {
    Target& target = heading.target;
    const bool alone = target.article.empty() && target.section.empty() && target.letter.empty() &&
                       target.sentence.empty() && !target.paragraph.empty();
    const bool number = std::all_of(target.paragraph.begin(), target.paragraph.end(), is_digit);
    const std::string& title = target.article_title;
    if (!alone || !number || title.empty() || !is_upper(title.front()) || !looks_like_title(title)) return;
    target.article = std::exchange(target.paragraph, {});
    heading.articles = {target.article};
}

/// "The schedule for 2026-27" in front of what is asked: says what it is about, and is no title of the unit.
bool describes_subject(const std::string& words, const PhraseBook& book) {
    const std::size_t blank = words.find(' ');
    if (blank == std::string::npos || blank < 2 || blank + 1 >= words.size()) return false;  // "A and D" are letters
    return is_lower(words[blank + 1]) && book.begins(words, WordClass::determiner);
}

/// "(C-3)", "(Company B)", "(Union 13)": the proposal that is answered, and no title.
bool names_demand(const std::string& words, const PhraseBook& book) {
    constexpr std::size_t longest_label = 4;  // bytes of "C-12"
    const PhrasedText text(words, book);
    std::optional<PhraseMatch> who;
    for (const WordClass side : {WordClass::company, WordClass::union_side, WordClass::demand, WordClass::offer})
        if (!who) who = text.find(0, side);
    const std::string label = who ? trimmed(words.substr(text.at(who->size - 1).span.end)) : words;
    return label.size() <= longest_label && !label.empty() && (who || has_digit(label));
}

}  // namespace

ItemHeading read_heading(std::string_view text, const ProposalWords& words, const PhraseBook& book,
                         std::string_view document_date) {
    ItemHeading heading;
    heading.text = fold_blanks(text);
    heading.status = find_status_mark(text, words, document_date);
    std::string_view rest = text;
    const bool ends =
        heading.status && text.find_first_not_of(" .:\t\n", heading.status->span.end) == std::string_view::npos;
    if (ends) rest = text.substr(0, heading.status->span.begin);
    const PhrasedText phrased(rest, book);
    std::vector<Span> taken;
    for (const NamedPlace& named : places_of(phrased)) {
        const Span span = with_brackets(rest, named.span);
        for (const UnitName& unit : named.place.units)
            if (unit.noun == WordClass::section)
                heading.sections.insert(heading.sections.end(), unit.labels.begin(), unit.labels.end());
        const UnitName* article = named.place.find(WordClass::article);
        // "Article 11, Article 12": both; an article behind other words is cited.
        if (article && !heading.articles.empty() && !trimmed(between(rest, taken.back().end, span.begin)).empty())
            break;
        if (article) heading.articles.insert(heading.articles.end(), article->labels.begin(), article->labels.end());
        lay_over(heading.target, named.place, phrased.text());
        // "Letter 1 and Letter 2": both; one behind other words is cited.
        const bool beside = taken.empty() || trimmed(between(rest, taken.back().end, span.begin)).empty();
        if (beside) lay_letters(heading, named.place, phrased.text());
        taken.push_back(span);
    }
    if (!heading.status && !taken.empty()) {
        // "Article 14.4 and 14.5  TA'd 5/28/26"
        std::uint32_t behind = taken.back().end;
        skip_joints(rest, behind, label_joints);
        heading.status = find_status_mark(rest.substr(behind), words, document_date);
        if (heading.status && heading.status->span.begin > 0) heading.status.reset();
        if (heading.status) {
            heading.status->span = {behind + heading.status->span.begin, behind + heading.status->span.end};
            rest = rest.substr(0, behind);
        }
    }
    for (const NamedPlace& named : places_of(phrased))
        heading.names_line = heading.names_line || named.place.find(WordClass::words) != nullptr;
    if (!heading.articles.empty()) heading.target.article = joined_labels(heading.articles);
    if (!heading.sections.empty()) heading.target.section = joined_labels(heading.sections);
    const bool opens_with_place = !taken.empty() && trimmed(std::string(rest.substr(0, taken.front().begin))).empty();
    std::vector<std::string> pieces = pieces_without(rest, taken);
    std::size_t first = 0;
    if (!taken.empty() && !opens_with_place && !heading.target.article.empty() && !pieces.empty() &&
        taken.front().begin > 0 && rest[taken.front().begin] != '(' && !is_title_before(rest, taken.front().begin)) {
        heading.target.agreement = pieces[0];
        first = 1;
    }
    for (std::string& piece : pieces)
        if (piece.starts_with("(") && piece.ends_with(")")) {
            piece = piece.substr(1, piece.size() - 2);
            if (names_demand(piece, book)) piece.clear();
        }
    for (std::size_t i = first; i < pieces.size(); ++i)
        if (!pieces[i].empty() && heading.target.article_title.empty() && pieces[i] != "and" &&
            !(opens_with_place && describes_subject(pieces[i], book)) &&
            !(i + 1 < pieces.size() && names_offer(pieces[i], book)))
            heading.target.article_title = pieces[i];
    lay_title_place(heading, rest, taken);
    lay_bare_status(heading, words, book, document_date);
    lay_lettered_section(heading);
    lay_said(heading, book);
    if (opens_with_place) lay_titled_paragraph(heading);
    lay_new_unit(heading, phrased);
    if (taken.empty() && !heading.fresh) lay_titled_letter(heading, phrased);
    heading.fresh = heading.fresh || (!taken.empty() && phrased.first(0, phrased.size(), WordClass::fresh) <= 1) ||
                    is_new_in_brackets(phrased);
    lay_new_behind(heading, phrased);
    lay_new_section(heading, phrased);
    heading.highlights = phrased.first(0, phrased.size(), WordClass::highlights) < phrased.size();
    return heading;
}

}  // namespace stet
