// Parses names of places in an agreement.
#include "proposal/target.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "grammar/numeral.hpp"
#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "proposal/named_document.hpp"
#include "proposal/written_label.hpp"

namespace stet {

namespace {

constexpr std::array nouns = {WordClass::letter,    WordClass::appendix, WordClass::article, WordClass::section,
                              WordClass::paragraph, WordClass::sentence, WordClass::heading, WordClass::list_item,
                              WordClass::table,     WordClass::row,      WordClass::words};

struct Noun {
    WordClass words;
    std::size_t size;
};

std::optional<Noun> noun_at(const PhrasedText& text, std::size_t at) {
    static const ClassSet any_noun = set_of(nouns);
    std::optional<Noun> best;
    if (!text.has_any(at, any_noun)) return best;
    for (const WordClass noun : nouns) {
        const auto match = text.find(at, noun);
        if (match && (!best || match->size > best->size)) best = Noun{noun, match->size};
    }
    return best;
}

struct Label {
    std::string text;
    std::size_t end;        ///< token behind it
    bool is_range = false;  ///< "3–5": both ends of a range, parted by a dash that no label has
};

/// "Article Two": its number as a figure.
std::optional<Label> word_label_at(const PhrasedText& text, std::size_t at) {
    const PhraseToken& token = text.at(at);
    if (token.shape != TokenShape::word || !is_upper(text.text()[token.span.begin])) return std::nullopt;
    const std::string_view rest = text.text().substr(token.span.begin);
    const auto number = parse_numeral(rest, NumeralKind::word);
    if (!number || number->ordinals.count != 1) return std::nullopt;
    std::size_t next = at;
    while (next < text.size() && text.at(next).span.begin < token.span.begin + number->size) ++next;
    return Label{std::to_string(number->ordinals.first()), next};
}

std::optional<Label> label_at(const PhrasedText& text, std::size_t at, std::size_t end, bool articles = false) {
    if (text.is_mark(at, "#"))
        ++at;
    else if (text.is_word(at, "no") && text.is_mark(at + 1, "."))
        at += 2;
    if (at >= end) return std::nullopt;
    const PhraseToken& token = text.at(at);
    if (token.shape == TokenShape::quoted) {
        const std::string_view inner = text.text().substr(token.inner.begin, token.inner.size());
        if (inner.empty() || inner.size() > 3 || !(is_upper(inner[0]) || is_digit(inner[0]))) return std::nullopt;
        return Label{std::string(inner.substr(0, inner.find_last_not_of(",.") + 1)), at + 1};
    }
    if (const auto word = articles ? word_label_at(text, at) : std::nullopt) return word;
    std::uint32_t stop = label_end_at(text.text(), token.span.begin);
    const std::uint32_t first_end = stop;
    std::string label = label_or_range(text.text(), token.span.begin, stop);
    const bool is_range = stop > first_end;
    if (!looks_like_label(label)) return std::nullopt;
    // "2:5", "7:30 a.m.": never the number in front of the colon alone.
    const std::string_view behind = text.text().substr(stop);
    if (behind.size() > 1 && behind[0] == ':' && is_digit(behind[1]) && is_digit(label.back())) return std::nullopt;
    // "E. to read": the full stop is the label's.
    if (label.size() == 1 && stop + 2 < text.text().size() && text.text().substr(stop, 2) == ". " &&
        is_lower(text.text()[stop + 2]))
        ++stop;
    std::size_t next = at;
    while (next < end && text.at(next).span.begin < stop) ++next;
    return Label{std::move(label), next, is_range};
}

constexpr std::array narrowest_first = {WordClass::words,     WordClass::row,     WordClass::table,
                                        WordClass::sentence,  WordClass::heading, WordClass::list_item,
                                        WordClass::paragraph, WordClass::section, WordClass::letter,
                                        WordClass::appendix,  WordClass::article};

WordClass narrowest_noun(const PlaceName& place) {
    for (const WordClass noun : narrowest_first)
        if (place.find(noun)) return noun;
    return WordClass::paragraph;
}

/// "B.5", "(c)": a letter and what makes a label of it.
bool is_lettered(const PhrasedText& text, std::size_t at, std::size_t end) {
    const auto label = label_at(text, at, end);
    if (!label || label->text.size() < 2) return false;
    constexpr std::size_t longest = 5, longest_nested = 8;  // "(viii)", "(1)(iii)"
    const bool nested = label->text.find(")(") != std::string::npos;
    return (label->text[0] == '(' && label->text.size() <= (nested ? longest_nested : longest)) ||
           (is_upper(label->text[0]) && std::any_of(label->text.begin(), label->text.end(), is_digit));
}

/// "(1)" of "(1)(d) and (e)": the second stands in what the first stands in, where both are letters or both figures and
/// that is none of either.
std::string head_shared(const std::string& before, const std::string& label) {
    const std::size_t inner = before.find(")(");
    if (inner == std::string::npos || label.front() != '(' || label.find(")(") != std::string::npos ||
        before.front() != '(' || before.find(")(", inner + 1) != std::string::npos)
        return {};
    const auto counts = [](char c) { return is_digit(c); };
    const bool same = counts(before[inner + 2]) == counts(label[1]) && counts(before[1]) != counts(label[1]);
    return same ? before.substr(0, inner + 1) : std::string();
}

/// A label or, where one word holds both ends of a range, all that it names.
void add_label(UnitName& unit, const std::string& label, bool is_range) {
    const std::size_t second = second_of_range(label, is_range || unit.noun == WordClass::article);
    if (second == label.size()) {
        unit.labels.push_back(label);
        return;
    }
    const std::string last = label.substr(second);
    unit.labels.push_back(label.substr(0, second - 1));
    if (!add_between(unit.labels, last)) unit.open_range = true;
    unit.labels.push_back(last);
}

/// "B" of "Letters A and B", "C" of "Sections B and C", and no "A" that opens words: "Exhibit B and A new exhibit".
bool is_next_letter(const PhrasedText& text, std::size_t at, const UnitName& unit) {
    const auto is_capital = [](const std::string& word) { return word.size() == 1 && is_upper(word[0]); };
    const auto label = label_at(text, at, text.size());
    const bool lettered = unit.noun == WordClass::letter || unit.noun == WordClass::appendix ||
                          unit.noun == WordClass::section || unit.noun == WordClass::paragraph;
    if (!lettered || !label || !is_capital(unit.labels.front()) || !is_capital(label->text)) return false;
    const bool word_behind = label->end < text.size() && text.at(label->end).shape == TokenShape::word;
    return (label->text != "A" && label->text != "I") || !word_behind;
}

/// "Sections 3-5", "§§ 3-5" is a range, "Section 3-5" a label: whether the noun before a label stands in the plural.
bool names_several(const PhrasedText& text, std::size_t at) {
    if (at > 1 && text.is_mark(at - 1, "§") && text.is_mark(at - 2, "§")) return true;
    if (at > 1 && text.is_mark(at - 1, ".")) --at;
    if (at == 0 || !text.has(at - 1, WordClass::section)) return false;
    const std::string& noun = text.at(at - 1).text;
    return noun == "§§" || noun.ends_with('s');
}

/// "80", "80 and 81", "4, 5 and 6", "20 through 22", "12.9-12.12".
std::size_t take_labels(const PhrasedText& text, std::size_t at, std::size_t end, UnitName& unit) {
    std::vector<std::string>& labels = unit.labels;
    const bool several = names_several(text, at);
    const bool articles = unit.noun == WordClass::article;
    std::optional<Label> label = label_at(text, at, end, articles);
    bool range = false;
    while (label) {
        // "Article 11, 11.1 through 11.4": a number with parts is none of an article's beside one without.
        const bool of_section = articles && !labels.empty() &&
                                labels.front().find_first_of(number_stops) == std::string::npos &&
                                label->text.find_first_of(number_stops) != std::string::npos;
        if (of_section) return at;
        if (!labels.empty()) label->text.insert(0, head_shared(labels.back(), label->text));
        if (range && !add_between(labels, label->text)) unit.open_range = true;
        add_label(unit, label->text, label->is_range || several);
        at = label->end;
        std::size_t next = at;
        if (text.is_mark(next, ",")) ++next;
        // "Articles 20 - 22", "Sections 9.8 - 9.12"
        const bool dash =
            text.is_mark(next, "-") && next + 1 < end &&
            second_of_range(label->text + "-" + text.at(next + 1).text, articles) == label->text.size() + 1;
        range = text.is_word(next, "through") || dash;
        // "(f) to 7.3" names two places, "7.1 to 7.3" a range.
        const bool to = text.is_word(next, "to") && (label->text[0] == '(') == text.is_mark(next + 1, "(");
        if (dash || text.is_word(next, "and") || text.is_word(next, "through") || to) ++next;
        if (next == at || next >= end) return at;
        const std::size_t number = next + (text.is_mark(next, "#") ? 1 : 0);
        const bool figure = number < end && text.at(number).shape == TokenShape::figure;
        const auto is_capital = [](std::string_view word) { return word.size() == 1 && is_upper(word[0]); };
        const bool capitals = range && is_capital(labels.back()) && is_capital(text.text_of(next, next + 1));
        label = figure || capitals || is_lettered(text, next, end) || is_next_letter(text, next, unit)
                    ? label_at(text, next, end, articles)
                    : std::nullopt;
    }
    return at;
}

/// "5th" → 5.
int ordinal_figure(const std::string& word) {
    std::size_t digits = 0;
    int value = 0;
    while (digits < word.size() && digits < 4 && is_digit(word[digits])) value = value * 10 + (word[digits++] - '0');
    if (digits == 0) return 0;
    const std::string_view ending = std::string_view(word).substr(digits);
    for (const std::string_view known : {"st", "nd", "rd", "th"})
        if (ending == known) return value;
    return 0;
}

struct Ordinal {
    int value;
    unsigned count;
    std::size_t end;
    std::vector<int> more;  ///< those behind the first, where they are not in a row
};

/// A count in words or figures: "three", "3".
std::optional<std::pair<unsigned, std::size_t>> count_at(const PhrasedText& text, std::size_t at) {
    if (const auto number = text.find(at, WordClass::number)) return std::pair{number->place + 1, at + number->size};
    if (at < text.size() && text.at(at).shape == TokenShape::figure && text.at(at).text.size() <= 2 &&
        std::all_of(text.at(at).text.begin(), text.at(at).text.end(), is_digit))
        return std::pair{static_cast<unsigned>(std::stoi(text.at(at).text)), at + 1};
    return std::nullopt;
}

/// "second", "5th", "last", "second to last".
std::optional<Ordinal> one_ordinal_at(const PhrasedText& text, std::size_t at) {
    if (at >= text.size()) return std::nullopt;
    Ordinal out{0, 1, at, {}};
    if (const auto last = text.find(at, WordClass::last)) {
        out.value = -1;
        out.end = at + last->size;
    } else if (const auto word = text.find(at, WordClass::ordinal)) {
        out.value = static_cast<int>(word->place) + 1;
        out.end = at + word->size;
        const auto last_word = text.is_word(out.end, "to") ? text.find(out.end + 1, WordClass::last) : std::nullopt;
        if (last_word) {
            out.end += 1 + last_word->size;
            out.value = -out.value;
        }
    } else if (const int figure = ordinal_figure(text.at(at).text)) {
        out.value = figure;
        // The tokenizer may part the figure from its ending.
        out.end = at + 1;
    } else if (text.at(at).shape == TokenShape::figure && at + 1 < text.size() &&
               ordinal_figure(text.at(at).text + text.at(at + 1).text) != 0 &&
               text.at(at + 1).span.begin == text.at(at).span.end) {
        out.value = ordinal_figure(text.at(at).text + text.at(at + 1).text);
        out.end = at + 2;
    } else {
        return std::nullopt;
    }
    return out;
}

/// "the second and third paragraphs", "the first, third and last sentences".
void add_ordinals(const PhrasedText& text, Ordinal& out) {
    std::vector<int> more;
    for (bool goes_on = true; goes_on;) {
        std::size_t next = out.end;
        if (text.is_mark(next, ",")) ++next;
        if (text.is_word(next, "and")) ++next;
        if (text.has(next, WordClass::determiner)) ++next;
        const auto another = next > out.end ? one_ordinal_at(text, next) : std::nullopt;
        goes_on = another.has_value();
        if (!goes_on) break;
        more.push_back(another->value);
        out.end = another->end;
    }
    bool row = out.value > 0;
    for (std::size_t i = 0; i < more.size(); ++i) row = row && more[i] == out.value + static_cast<int>(i) + 1;
    if (row)
        out.count += static_cast<unsigned>(more.size());
    else
        out.more = std::move(more);
}

/// "second", "5th", "last three", "first and third".
std::optional<Ordinal> ordinal_at(const PhrasedText& text, std::size_t at) {
    auto found = one_ordinal_at(text, at);
    if (!found) return std::nullopt;
    Ordinal out = *std::move(found);
    const std::size_t alone = out.end;
    add_ordinals(text, out);
    if (out.end > alone && !noun_at(text, out.end)) out = {out.value, 1, alone, {}};
    if (const auto count = count_at(text, out.end); count && noun_at(text, count->second)) {
        out.count = count->first;
        out.end = count->second;
    }
    return out;
}

/// "12.6", "2.2.3(b)": digits parted by full stops; at the head of a text by a colon, too: "5:02".
bool is_dotted_number(const PhrasedText& text, std::size_t at) {
    if (text.at(at).shape != TokenShape::figure) return false;
    const std::string_view figure = text.text_of(at, at + 1);
    if (at == 0 && parts_clause(figure, figure.find(':'))) return true;
    const std::size_t dot = figure.find('.');
    return dot != std::string_view::npos && dot <= 3 && figure.size() <= 10 &&
           std::all_of(figure.begin(), figure.end(), [](char c) { return is_digit(c) || c == '.'; });
}

/// Behind "5.4", or "C.22.3", at `at`; `at` where none stands there.
std::size_t behind_dotted_number(const PhrasedText& text, std::size_t at) {
    if (is_dotted_number(text, at)) return at + 1;
    const bool letter = text.at(at).span.size() == 1 && is_upper(text.text()[text.at(at).span.begin]);
    if (!letter || at + 2 >= text.size() || !text.is_mark(at + 1, ".") || !is_dotted_number(text, at + 2)) return at;
    const bool one_word = text.at(at + 2).span.begin == text.at(at).span.end + 1;
    return one_word ? at + 3 : at;
}

/// "12.6 - change …", "12.6: delete", "12.6 Meal Periods – add …": a dotted number that heads a text.
bool heads_text(const PhrasedText& text, std::size_t at, std::size_t end) {
    constexpr std::size_t longest_title = 8;  // tokens
    const auto label = at == 0 ? label_at(text, at, end) : std::nullopt;
    if (!label) return false;
    if (is_instructing(text, label->end)) return true;
    if (label->end < end && text.text_of(label->end, end).starts_with('$')) return true;  // "2:03  $850 to $1,000."
    for (std::size_t i = label->end; i < end && i < label->end + longest_title; ++i) {
        if (text.is_mark(i, "-") || text.is_mark(i, ":")) return true;
        const std::string_view word = text.text_of(i, i + 1);
        const bool of_title = is_upper(word.front()) || text.has(i, WordClass::connective) || text.is_mark(i, "&");
        if (!of_title || (i == label->end && !is_upper(word.front()))) return false;
    }
    return false;
}

/// "12.6" without a noun, where only a section can be meant: it heads a text, or stands behind a verb, "in" or whose it
/// is ("the Union's 12.6"), and in front of no unit of measure.
bool is_bare_section(const PhrasedText& text, std::size_t at, std::size_t end) {
    if (at >= end) return false;
    // "the Union's C", "the City's B.2"
    if (at > 0 && text.at(at - 1).text.ends_with("'s") && is_upper(text.text_of(at, at + 1).front())) {
        const auto label = label_at(text, at, end);
        return label && (label->end >= end || (text.at(label->end).shape == TokenShape::mark) ||
                         text.is_word(label->end, "of") || text.is_word(label->end, "dated"));
    }
    const std::size_t behind = behind_dotted_number(text, at);
    if (behind == at) return false;
    if (at == 0) return heads_text(text, at, end);
    bool named = false;
    for (const WordClass words :
         {WordClass::remove, WordClass::move, WordClass::renumber, WordClass::modify, WordClass::replace,
          WordClass::after, WordClass::before, WordClass::fresh, WordClass::accepts})
        named = named || text.has(at - 1, words);
    for (const std::string_view word : {"in", "of", "to", "as", "into", "on"})
        named = named || text.is_word(at - 1, word);
    named = named || text.at(at - 1).text.ends_with("'s");
    if (!named || behind >= end) return named;
    if (text.at(behind).shape == TokenShape::mark) return !text.is_mark(behind, "%");
    for (const std::string_view word : {"and", "to", "through", "as", "in", "of", "by", "dated"})
        if (text.is_word(behind, word)) return true;
    const bool quotes = behind + 1 < text.size() && text.at(behind + 1).shape == TokenShape::quoted;
    if (text.is_word(behind, "with") && (quotes || text.has(behind + 1, WordClass::following))) return true;
    // "In 5.4 change …"
    return text.is_word(at - 1, "in") && is_instructing(text, behind);
}

/// "the sentence that begins with “Looms run”": its first words are its label.
std::size_t take_first_words(const PhrasedText& text, std::size_t at, std::size_t end, UnitName& unit) {
    const auto beginning = text.find(at, WordClass::beginning);
    if (!beginning) return at;
    std::size_t next = at + beginning->size;
    if (text.is_mark(next, ",") || text.is_mark(next, ":")) ++next;
    if (next >= end || text.at(next).shape != TokenShape::quoted) return at;
    const Span words = text.at(next).inner;
    unit.labels = {std::string(label_of_first_words) + fold_blanks(text.text().substr(words.begin, words.size())) +
                   "”"};
    return next + 1;
}

std::optional<UnitName> unit_at(const PhrasedText& text, std::size_t at, std::size_t end, std::size_t& next) {
    const std::size_t begin = at;
    UnitName unit;
    while (at < end && text.has(at, WordClass::determiner)) ++at;
    if (const auto entire = text.find(at, WordClass::entire)) {
        unit.entire = true;
        at += entire->size;
        while (at < end && text.has(at, WordClass::determiner)) ++at;
    }
    if (const auto fresh = text.find(at, WordClass::fresh)) at += fresh->size;
    const auto ordinal = ordinal_at(text, at);
    if (ordinal) at = ordinal->end;
    const auto noun = noun_at(text, at);
    if (!noun && !ordinal && !unit.entire && is_bare_section(text, at, end)) {
        next = take_labels(text, at, end, unit);
        if (unit.labels.empty()) return std::nullopt;  // ".7"
        unit.span = text.span_of(begin, next);
        return unit;
    }
    if (!noun || at + noun->size > end) return std::nullopt;
    unit.noun = noun->words;
    at += noun->size;
    if (ordinal) {
        unit.ordinal = ordinal->value;
        unit.count = ordinal->count;
        unit.more_ordinals = ordinal->more;
    } else {
        // What stands in quotes behind "the words" is no label.
        const bool words = unit.noun == WordClass::words && at < end && text.at(at).shape == TokenShape::quoted;
        if (!words) at = take_labels(text, at, end, unit);
        if (unit.noun == WordClass::sentence && unit.labels.empty()) at = take_first_words(text, at, end, unit);
        // "letter b)": an item of a list.
        if (unit.noun == WordClass::letter && unit.labels.empty() && at + 1 < end && text.is_mark(at + 1, ")") &&
            text.at(at).shape == TokenShape::word && text.at(at).span.size() == 1) {
            unit.noun = WordClass::list_item;
            unit.labels = {"(" + text.at(at).text + ")"};
            at += 2;
        }
        // "subsection (f)": a paragraph of the section that bears the number.
        if (unit.noun == WordClass::section && !unit.labels.empty() && unit.labels.front()[0] == '(')
            unit.noun = WordClass::paragraph;
    }
    if (const auto entire = text.find(at, WordClass::entire); entire && at + entire->size <= end) {
        unit.entire = true;
        at += entire->size;
    }
    unit.span = text.span_of(begin, at);
    next = at;
    return unit;
}

/// What may stand between two units of one place.
std::size_t skip_joint(const PhrasedText& text, std::size_t at) {
    for (const std::string_view mark : {",", ".", "-", ":", "/"})
        if (text.is_mark(at, mark)) return at + 1;
    for (const std::string_view word : {"of", "in", "from", "under", "within"})
        if (text.is_word(at, word)) return at + 1;
    return at;
}

/// "Article II, B": the unit of that letter, where no word that it opens stands behind it.
std::optional<UnitName> letter_of_article(const PhrasedText& text, std::size_t joint, std::size_t end,
                                          const PlaceName& place, std::size_t& next) {
    const UnitName& article = place.units.back();
    const bool one = place.units.size() == 1 && article.noun == WordClass::article && article.labels.size() == 1;
    const auto label = one && text.is_mark(joint, ",") ? label_at(text, joint + 1, end) : std::nullopt;
    if (!label || label->text.size() != 1 || !is_upper(label->text.front())) return std::nullopt;
    const bool word = label->end < end && text.at(label->end).shape == TokenShape::word;
    const bool opens = word && (is_upper(text.text_of(label->end, end).front()) || label->text == "A");
    if (opens || text.is_mark(label->end, ".")) return std::nullopt;
    UnitName unit;
    next = take_labels(text, joint + 1, end, unit);
    unit.span = text.span_of(joint + 1, next);
    return unit;
}

/// "12.3", "2:02", "15.1(b)": a number, a full stop or colon, and a number that is not nought.
bool is_dotted(const std::string& label, std::size_t dot) {
    if (dot == std::string::npos || dot == 0) return false;
    const std::size_t first = label.find_first_not_of('0', dot + 1);
    return first != std::string::npos && is_digit(label[first]) &&
           std::all_of(label.begin(), label.begin() + static_cast<std::ptrdiff_t>(dot), is_digit) &&
           label.find(',') == std::string::npos && label.find(' ') == std::string::npos;
}

/// "Article 12.3" names a section of article 12, "Article IV.B.2" the unit B.2 of article IV.
void part_dotted_article(PlaceName& place) {
    const auto article = std::find_if(place.units.begin(), place.units.end(),
                                      [](const UnitName& unit) { return unit.noun == WordClass::article; });
    if (article == place.units.end() || place.find(WordClass::section) != nullptr || article->labels.empty()) return;
    const std::string first = article->labels.front().substr(0, article->labels.front().find_first_of(number_stops));
    if (const std::size_t dot = lettered_part(article->labels.front()); dot != std::string::npos) {
        const auto is_of_it = [&](const std::string& label) {
            return lettered_part(label) == dot && label.starts_with(first + ".");
        };
        if (!std::all_of(article->labels.begin(), article->labels.end(), is_of_it)) return;
        for (std::string& label : article->labels) label.erase(0, dot + 1);
        article->noun = WordClass::section;
        const UnitName around{WordClass::article, {first}, 0, 1, {}, false, false, article->span};
        place.units.push_back(around);
        return;
    }
    bool one_article = true;
    for (const std::string& label : article->labels) {
        const std::size_t dot = label.find_first_of(number_stops);
        if (!is_dotted(label, dot)) return;
        one_article = one_article && label.substr(0, dot) == first;
    }
    article->noun = WordClass::section;
    UnitName around;
    around.noun = WordClass::article;
    around.labels = {first};
    around.span = article->span;
    if (one_article) place.units.push_back(std::move(around));
}

}  // namespace

bool is_instructing(const PhrasedText& text, std::size_t at) {
    constexpr std::array verbs = {WordClass::remove, WordClass::add,  WordClass::replace, WordClass::modify,
                                  WordClass::change, WordClass::move, WordClass::renumber};
    return std::any_of(verbs.begin(), verbs.end(), [&](WordClass verb) { return text.has(at, verb); });
}

const UnitName* PlaceName::find(WordClass noun) const {
    const auto found =
        std::find_if(units.begin(), units.end(), [&](const UnitName& unit) { return unit.noun == noun; });
    return found == units.end() ? nullptr : &*found;
}

bool is_wider(const PlaceName& place, const PlaceName& other) {
    const auto rank = [](const PlaceName& of) {
        return std::find(narrowest_first.begin(), narrowest_first.end(), narrowest_noun(of)) - narrowest_first.begin();
    };
    return rank(place) > rank(other);
}

bool PlaceName::has_label() const {
    return std::any_of(units.begin(), units.end(), [](const UnitName& unit) { return !unit.labels.empty(); });
}

std::optional<PlaceName> parse_place(const PhrasedText& text, std::size_t at, std::size_t end) {
    PlaceName place;
    std::size_t next = at;
    const auto first = unit_at(text, at, end, next);
    if (!first) return std::nullopt;
    place.units.push_back(*first);
    while (next < end) {
        const std::size_t joint = skip_joint(text, next);
        std::size_t behind = joint;
        auto unit = unit_at(text, joint, end, behind);
        // "Article 11, 11.1 through 11.4"
        if (!unit && text.is_mark(next, ",") && joint < end && is_dotted_number(text, joint) &&
            place.units.size() == 1 && place.units.back().noun == WordClass::article &&
            !place.units.back().labels.empty() &&
            place.units.back().labels.front().find_first_of(number_stops) == std::string::npos) {
            unit.emplace();
            behind = take_labels(text, joint, end, *unit);
            unit->span = text.span_of(joint, behind);
        }
        if (!unit) unit = letter_of_article(text, next, end, place, behind);
        // Behind a full stop or colon only a unit with a number of its own goes on: "Article 27. Section 68".
        const bool strong = joint > next && !text.is_mark(next, ".") && !text.is_mark(next, ":");
        if (!unit || (!strong && unit->labels.empty()) || place.find(unit->noun)) break;
        // "… as new Article 24. Side Letter 3 expires.": another sentence, of another unit.
        const bool apart = unit->noun == WordClass::letter || unit->noun == WordClass::appendix;
        const WordClass last = place.units.back().noun;
        const bool narrow = last == WordClass::sentence || last == WordClass::words || last == WordClass::list_item;
        if ((apart || narrow) && text.is_mark(next, ".")) break;
        // Behind a dash a bare noun is a title: "Article 16 - Wages".
        if (text.is_mark(next, "-") && unit->labels.empty() && unit->ordinal == 0) break;
        place.units.push_back(*unit);
        next = behind;
    }
    place.end = next;
    part_dotted_article(place);
    // "Clause 12.03" is the agreement's, as "Section 12.03" is.
    for (UnitName& unit : place.units) {
        if (unit.noun != WordClass::paragraph || unit.labels.empty() || place.find(WordClass::section)) continue;
        if (is_dotted(unit.labels.front(), unit.labels.front().find_first_of(number_stops)))
            unit.noun = WordClass::section;
    }
    if (place.has_label() && place.units.front().noun != WordClass::letter)
        place.document = named_document(text, place.end, end);
    place.entire =
        std::any_of(place.units.begin(), place.units.end(), [](const UnitName& unit) { return unit.entire; });
    return place;
}

std::vector<PlaceName> parted(const PlaceName& place) {
    const auto several = std::find_if(place.units.begin(), place.units.end(), [](const UnitName& unit) {
        return unit.labels.size() > 1 || !unit.more_ordinals.empty();
    });
    if (several == place.units.end()) return {place};
    const auto at = static_cast<std::size_t>(several - place.units.begin());
    std::vector<PlaceName> out;
    const auto add = [&](std::vector<std::string> labels, int ordinal) {
        PlaceName one = place;
        one.units[at].labels = std::move(labels);
        one.units[at].ordinal = ordinal;
        one.units[at].more_ordinals.clear();
        if (!several->labels.empty()) one.units[at].first_of_several = several->labels.front();
        out.push_back(std::move(one));
    };
    for (const std::string& label : several->labels) add({label}, 0);
    if (several->labels.empty()) {
        add({}, several->ordinal);
        for (const int ordinal : several->more_ordinals) add({}, ordinal);
    }
    return out;
}

std::optional<UnitName> parse_labels(const PhrasedText& text, std::size_t at, std::size_t end) {
    const bool capitals = at + 1 < end && text.at(at).span.size() == 1 &&
                          is_upper(text.text()[text.at(at).span.begin]) && text.is_word(at + 1, "through");
    if (at >= end || (text.at(at).shape != TokenShape::figure && !is_lettered(text, at, end) && !capitals))
        return std::nullopt;
    UnitName unit;
    const std::size_t next = take_labels(text, at, end, unit);
    if (unit.labels.empty()) return std::nullopt;
    unit.span = text.span_of(at, next);
    return unit;
}

std::optional<PlaceName> dotted_place(const PhrasedText& text, std::size_t at, std::size_t end) {
    auto labels = parse_labels(text, at, end);
    if (!labels || labels->labels.empty()) return std::nullopt;
    const bool lettered = behind_dotted_number(text, at) > at + 1;
    for (const std::string& label : labels->labels)
        if (label.find_first_of(number_stops) == std::string::npos || !(lettered || is_digit(label.front())))
            return std::nullopt;
    // "2.5%" is no section.
    if (text.text().substr(labels->span.end).starts_with("%")) return std::nullopt;
    PlaceName place{{std::move(*labels)}, at, false};
    while (place.end < end && text.at(place.end).span.begin < place.units.front().span.end) ++place.end;
    return place;
}

Unit unit_of(WordClass noun) {
    switch (noun) {
        case WordClass::article:
            return Unit::article;
        case WordClass::section:
            return Unit::section;
        case WordClass::sentence:
            return Unit::sentence;
        case WordClass::heading:
            return Unit::heading;
        case WordClass::letter:
        case WordClass::appendix:
            return Unit::letter;
        case WordClass::list_item:
            return Unit::list_item;
        case WordClass::table:
            return Unit::table;
        case WordClass::row:
            return Unit::row;
        case WordClass::words:
            return Unit::words;
        default:
            return Unit::paragraph;
    }
}

Unit narrowest_unit(const PlaceName& place) {
    return unit_of(narrowest_noun(place));
}

}  // namespace stet
