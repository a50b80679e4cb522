// Finds marks of status.
#include "proposal/status_mark.hpp"

#include <algorithm>
#include <array>

#include "grammar/wage_words.hpp"
#include "grammar/wording.hpp"
#include "proposal/clause_words.hpp"
#include "proposal/letters.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_mark = 60;  // bytes inside the brackets

std::optional<Status> status_of(std::string_view name) {
    for (unsigned i = 0; i <= static_cast<unsigned>(Status::ratified); ++i)
        if (status_name(static_cast<Status>(i)) == name) return static_cast<Status>(i);
    return std::nullopt;
}

bool is_word_byte(char c) {
    return is_lower(c) || is_digit(c);
}

struct Named {
    Status status;
    std::size_t size;
};

/// The status whose words begin the text.
std::optional<Named> named_at_begin(const std::string& text, const ProposalWords& words) {
    std::optional<Named> best;
    for (const auto& [name, phrases] : words.status)
        for (const std::string& phrase : phrases) {
            const bool opens = !phrase.empty() && text[0] == phrase[0] && text.starts_with(phrase);
            if (!opens || (best && best->size >= phrase.size())) continue;
            if (text.size() > phrase.size() && is_word_byte(text[phrase.size()]) && is_word_byte(phrase.back()))
                continue;
            if (const auto status = status_of(name)) best = Named{*status, phrase.size()};
        }
    return best;
}

/// Some words of status begin with that letter: told before anything is written anew.
bool may_open(char first, const ProposalWords& words) {
    if (static_cast<unsigned char>(first) >= 0x80) return true;
    const char small = is_upper(first) ? static_cast<char>(first - 'A' + 'a') : first;
    const auto opens = [&](const std::vector<std::string>& phrases) {
        return std::any_of(phrases.begin(), phrases.end(),
                           [&](const std::string& phrase) { return !phrase.empty() && phrase[0] == small; });
    };
    return opens(words.of(WordClass::agreed)) || std::any_of(words.status.begin(), words.status.end(),
                                                             [&](const auto& status) { return opens(status.second); });
}

/// "Agreed 5/3/26" in brackets: a word of agreement, its date behind it, and no more.
std::optional<Named> agreed_on_day(const std::string& text, const ProposalWords& words) {
    std::optional<Named> best;
    for (const std::string& phrase : words.of(WordClass::agreed)) {
        const std::size_t day = phrase.size() + 1;
        if (!text.starts_with(phrase) || text.size() <= day || text[phrase.size()] != ' ' || !is_digit(text[day]))
            continue;
        best = Named{Status::tentatively_agreed, phrase.size()};
    }
    const auto values = best ? find_quantities(text.substr(best->size + 1)) : std::vector<Quantity>{};
    const bool day_alone = values.size() == 1 && values.front().type == QuantityType::date &&
                           values.front().span.size() == text.size() - best->size - 1;
    return day_alone ? best : std::nullopt;
}

/// Words that may stand behind the status and its date: nothing that makes a sentence of it.
bool is_short_rest(std::string_view rest) {
    if (count_words(rest) <= 5) return true;
    // Who signed: a party's name and initials.
    std::uint32_t words = 0;
    for (std::size_t at = 0; at < rest.size();) {
        std::size_t end = std::min(rest.find_first_of(" \t\n", at), rest.size());
        const std::string_view word = rest.substr(at, end - at);
        const bool initials = word.find('.') != std::string_view::npos && word.size() <= 8;
        if (!word.empty() && !initials && word.find('_') == std::string_view::npos) ++words;
        at = end + 1;
    }
    return words <= 5;
}

/// "Hold Harmless", "TA Stipends", "open enrollment": the status's one word opens other words, whose next neither names
/// who says it nor goes on a mark. `text` is the mark's, as written; in brackets only a capital makes a title of it.
bool opens_title(std::string_view text, std::string_view phrase, bool bracketed, const ProposalWords& words) {
    constexpr std::size_t longest_initials = 3;
    const std::size_t size = phrase.size();
    const std::size_t begin = text.find_first_not_of(" \t\n", size);
    const bool one_word = phrase.find(' ') == std::string_view::npos && begin != std::string_view::npos;
    if (!one_word || begin == size || !(is_upper(text[begin]) || (!bracketed && is_lower(text[begin])))) return false;
    const std::string_view word = text.substr(begin, text.find_first_of(" \t\n.,:", begin) - begin);
    if (word.size() <= longest_initials && std::all_of(word.begin(), word.end(), is_upper)) return false;
    const std::string key = lower_case(word);
    for (const WordClass known : {WordClass::mark_detail, WordClass::company, WordClass::union_side, WordClass::number})
        if (std::find(words.of(known).begin(), words.of(known).end(), key) != words.of(known).end()) return false;
    return true;
}

/// "--12-02" with the last year in which the day is not after the document's date.
std::string with_year(const std::string& month_day, std::string_view document_date) {
    if (document_date.size() < 10) return month_day;
    const std::string day = month_day.substr(2);
    const bool same_year = day <= document_date.substr(5, 5);
    const int year = std::stoi(std::string(document_date.substr(0, 4))) - (same_year ? 0 : 1);
    return std::to_string(year) + "-" + day;
}

std::optional<StatusMark> read_mark(std::string_view inside, Span span, std::string_view raw,
                                    const ProposalWords& words, std::string_view document_date) {
    const bool bracketed = raw.size() > inside.size();
    if (inside.size() > longest_mark) return std::nullopt;
    const std::size_t first = inside.find_first_not_of(" \t\n");
    if (first == std::string_view::npos || !may_open(inside[first], words)) return std::nullopt;
    const std::string written = normalise(inside.substr(first));
    auto named = named_at_begin(lower_case(written), words);
    if (!named && bracketed) named = agreed_on_day(lower_case(written), words);
    if (!named) return std::nullopt;
    StatusMark mark;
    mark.status = named->status;
    mark.raw = fold_blanks(raw);
    mark.span = span;
    std::string rest = written.substr(named->size);
    for (const Quantity& quantity : find_quantities(rest)) {
        if (quantity.type != QuantityType::date || quantity.iso.size() < 7) continue;
        mark.year_inferred = quantity.iso.starts_with("--");
        mark.date = mark.year_inferred ? with_year(quantity.iso, document_date) : quantity.iso;
        rest.erase(quantity.span.begin, quantity.span.size());
        break;
    }
    if (!is_short_rest(rest)) return std::nullopt;
    // "TA: ____ (City) ____ (Union) Date ____": a line to sign that nobody has signed.
    const bool to_sign = rest.find("__") != std::string::npos && mark.date.empty();
    if (to_sign && standing_of(mark.status) == Standing::agreed) return std::nullopt;
    if (mark.date.empty() && opens_title(written, std::string_view(written).substr(0, named->size), bracketed, words))
        return std::nullopt;
    const std::string key = phrase_key(rest);
    const bool agreed = mark.status == Status::tentatively_agreed || mark.status == Status::ratified;
    if (agreed && says(key, words.of(WordClass::unsettled))) return std::nullopt;
    mark.excepts = says(key, words.of(WordClass::exception));
    return agreed || !mark.excepts ? std::optional(mark) : std::nullopt;
}

bool ends_in_quotes(std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \t\n.");
    const std::string_view words = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
    return words.ends_with('"') || words.ends_with("”");
}

/// The mark that ends text[from, last], in brackets or as a sentence of its own.
std::optional<StatusMark> mark_that_ends(std::string_view text, std::uint32_t from, std::size_t last, bool bracket,
                                         const ProposalWords& words, std::string_view document_date) {
    constexpr std::uint32_t longest_sentence = 4;  // words of a mark without brackets
    std::size_t begin = bracket ? text.rfind(text[last] == ')' ? '(' : '[', last) : text.rfind(". ", last);
    if (begin == std::string_view::npos || begin <= from || last - begin > longest_mark) return std::nullopt;
    if (!bracket) begin += 2;
    const std::string_view said = text.substr(begin, last + 1 - begin);
    if (!bracket && count_words(said) > longest_sentence) return std::nullopt;
    auto mark = find_status_mark(said, words, document_date);
    if (!mark || mark->span.begin > 0 || mark->span.end < said.size()) return std::nullopt;
    // "Withdraw 25.3 and 25.4." says more than a mark does.
    if (!bracket && mark->date.empty() && std::any_of(said.begin(), said.end(), is_digit)) return std::nullopt;
    const bool ends_text =
        mark->status == Status::tentatively_agreed || mark->status == Status::withdrawn || mark->status == Status::held;
    const bool ends_quotation = bracket && (mark->status == Status::package || mark->status == Status::open) &&
                                ends_in_quotes(text.substr(0, begin));
    if (!ends_text && !ends_quotation) return std::nullopt;
    mark->span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last + 1)};
    return mark;
}

/// The last two words, where the first is a mark of agreement and the second a date.
std::optional<StatusMark> dated_mark_at_end(std::string_view text, const ProposalWords& words,
                                            std::string_view document_date) {
    const std::size_t last = text.find_last_not_of(" \t\n");
    if (last == std::string_view::npos || !is_digit(text[last])) return std::nullopt;
    const std::size_t day = text.find_last_of(" \t\n", last);
    const std::size_t word = day == std::string_view::npos ? day : text.find_last_not_of(" \t\n", day);
    const std::size_t before = word == std::string_view::npos ? word : text.find_last_of(" \t\n", word);
    if (before == std::string_view::npos) return std::nullopt;
    const std::string_view said = text.substr(before + 1, last - before);
    const Span span{static_cast<std::uint32_t>(before + 1), static_cast<std::uint32_t>(last + 1)};
    auto mark = read_mark(said, span, said, words, document_date);
    if (!mark || mark->status != Status::tentatively_agreed || mark->date.empty()) return std::nullopt;
    // "DISCIPLINE – NOT TA 3/31/26", "Leaves – the Employer proposed a TA 3/31/26": no title stands in front.
    const std::size_t near = std::min(before, longest_mark);
    const std::string_view ahead = text.substr(before - near, near);
    const std::size_t clause = ahead.find_last_of(".,:;\n");
    const std::string front = phrase_key(clause == std::string_view::npos ? ahead : ahead.substr(clause + 1));
    for (const WordClass denies : {WordClass::unsettled, WordClass::propose, WordClass::withdraws, WordClass::rejects})
        if (says(front, words.of(denies))) return std::nullopt;
    const std::size_t last_word = front.find_last_of(' ');
    const std::string next = front.substr(last_word == std::string::npos ? 0 : last_word + 1);
    const std::vector<std::string>& running = words.of(WordClass::connective);
    return std::find(running.begin(), running.end(), next) == running.end() ? mark : std::nullopt;
}

}  // namespace

bool may_name_status(std::string_view text, const ProposalWords& words) {
    std::array<std::vector<const std::string*>, 26> by_letter;
    const auto add = [&](const std::vector<std::string>& phrases) {
        for (const std::string& phrase : phrases)
            if (!phrase.empty() && is_lower(phrase[0]))
                by_letter[static_cast<std::size_t>(phrase[0] - 'a')].push_back(&phrase);
    };
    for (const auto& [name, phrases] : words.status) add(phrases);
    for (const WordClass said : {WordClass::agreed, WordClass::withdraws, WordClass::rejects}) add(words.of(said));
    const auto small = [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; };
    // A blank and marks that are typed in several ways may stand for other bytes: what is told in front of them counts.
    const auto stands_at = [&](const std::string& phrase, std::size_t at) {
        for (std::size_t i = 0; i < phrase.size(); ++i) {
            const bool blank = phrase[i] == ' ' && at + i < text.size() && text[at + i] == ' ';
            const bool plain =
                blank || is_lower(phrase[i]) || is_digit(phrase[i]) || phrase[i] == '.' || phrase[i] == '/';
            if (!plain) return at + i < text.size() && !is_lower(small(text[at + i]));
            if (at + i >= text.size() || small(text[at + i]) != phrase[i]) return false;
        }
        const std::size_t end = at + phrase.size();
        return !is_lower(phrase.back()) || end >= text.size() || !is_lower(small(text[end]));
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (static_cast<unsigned char>(text[at]) >= 0x80 || !is_lower(small(text[at])) ||
            (at > 0 && is_lower(small(text[at - 1]))))
            continue;
        for (const std::string* phrase : by_letter[static_cast<std::size_t>(small(text[at]) - 'a')])
            if (stands_at(*phrase, at)) return true;
    }
    return false;
}

std::optional<StatusMark> find_status_mark(std::string_view text, const ProposalWords& words,
                                           std::string_view document_date) {
    static constexpr std::array<std::array<char, 2>, 2> brackets = {{{'(', ')'}, {'[', ']'}}};
    for (const auto& [open, close] : brackets) {
        for (std::size_t at = text.find(open); at != std::string_view::npos; at = text.find(open, at + 1)) {
            const std::size_t end = text.substr(0, std::min(text.size(), at + longest_mark + 2)).find(close, at);
            if (end == std::string_view::npos) continue;
            const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 1)};
            if (auto mark = read_mark(text.substr(at + 1, end - at - 1), span, text.substr(at, end + 1 - at), words,
                                      document_date))
                return mark;
        }
    }
    // Further in front than a mark is long no dash can open one.
    const std::size_t tail = text.size() - std::min(text.size(), longest_mark + 8);
    std::size_t from = 0;
    for (const std::string_view dash : {" - ", " – ", " — ", ": ", "; "})
        for (std::size_t at = text.find(dash, tail); at != std::string_view::npos; at = text.find(dash, at + 1))
            from = std::max(from, at + dash.size());
    // "ARTICLE 3 – DUES", and in the line below "TA 4/9/26"
    const std::size_t line = text.rfind('\n', text.find_last_not_of(" \t\n"));
    for (const std::size_t begin : {std::size_t{0}, from, line == std::string_view::npos ? 0 : line + 1}) {
        const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())};
        if (auto mark = read_mark(text.substr(begin), span, text.substr(begin), words, document_date)) return mark;
    }
    // "ARTICLE 19 – DISCIPLINE   T/A 3/31/26": a mark of agreement and its date, which no other mark parts from a
    // title.
    if (const auto mark = dated_mark_at_end(text, words, document_date)) return mark;
    // "Overtime. TA 5/6/26": a sentence of its own is a mark where it is dated.
    const std::size_t stop = text.rfind(". ");
    if (stop == std::string_view::npos || stop < tail) return std::nullopt;
    const Span span{static_cast<std::uint32_t>(stop + 2), static_cast<std::uint32_t>(text.size())};
    auto mark = read_mark(text.substr(stop + 2), span, text.substr(stop + 2), words, document_date);
    return mark && !mark->date.empty() ? mark : std::nullopt;
}

std::optional<StatusMark> status_mark_behind(std::string_view text, std::uint32_t from, const ProposalWords& words,
                                             std::string_view document_date) {
    const std::size_t last = text.find_last_not_of(" \t\n.");
    if (last == std::string_view::npos || last <= from) return std::nullopt;
    // "… TA 5/28/26 (RH/TO)": the brackets may be of who signed.
    const bool closes = text[last] == ')' || text[last] == ']';
    if (closes)
        if (auto mark = mark_that_ends(text, from, last, true, words, document_date)) return mark;
    if (auto mark = mark_that_ends(text, from, last, false, words, document_date)) return mark;
    // "Change ten to nine – TA 4/3/26"
    auto mark = dated_mark_at_end(text, words, document_date);
    if (!mark || mark->span.begin <= from) return std::nullopt;
    const std::string_view front = text.substr(from, mark->span.begin - from);
    for (const std::string_view dash : {" – ", " — ", " - "}) {
        if (!front.ends_with(dash) || front.size() == dash.size()) continue;
        mark->span.begin -= static_cast<std::uint32_t>(dash.size());
        return mark;
    }
    return std::nullopt;
}

namespace {

/// "Change one to four", "Four weeks after twelve years": words that are asked for, and no title.
bool asks_for_something(std::string_view caption, const PhraseBook& book) {
    std::uint32_t begin = 0;
    skip_joints(caption, begin, " .:–—-\t\n");
    caption.remove_prefix(begin);
    if (caption.empty() || looks_like_title(caption)) return false;
    const PhrasedText text(caption, book);
    const auto verb = verb_at(text, 0);
    // "Change of shift"
    if (verb && !text.is_word(verb->size, "of")) return true;
    const std::vector<Quantity> values = find_quantities(caption);
    return std::any_of(values.begin(), values.end(), [](const Quantity& value) {
        return !value.weak && value.type != QuantityType::date && value.type != QuantityType::reference;
    });
}

}  // namespace

std::optional<StatusMark> status_behind_caption(std::string_view line, const Grammar& grammar, const PhraseBook& book,
                                                std::string_view document_date) {
    constexpr std::uint32_t longest_line = 14;    // words
    constexpr std::uint32_t longest_caption = 3;  // words in front of a full stop
    if (count_words(line) > longest_line) return std::nullopt;
    auto mark = find_status_mark(line, grammar.proposal, document_date);
    // "Protective Equipment. Current language."
    if (const std::size_t stop = line.find(". "); !mark && stop != std::string_view::npos) {
        mark = find_status_mark(line.substr(stop + 2), grammar.proposal, document_date);
        if (!mark || mark->span.begin > 0 || !looks_like_title(fold_blanks(line.substr(0, stop)))) return std::nullopt;
        mark->span = {static_cast<std::uint32_t>(stop + 2), static_cast<std::uint32_t>(stop + 2) + mark->span.end};
    }
    if (!mark || mark->span.begin == 0) return std::nullopt;
    const bool last = line.find_first_not_of(" \t\n.*", mark->span.end) == std::string_view::npos;
    const std::string caption = fold_blanks(line.substr(0, mark->span.begin));
    const bool sentence = caption.ends_with('.') && count_words(caption) > longest_caption;
    const bool title = !sentence && !has_word(caption, grammar.sentence_words) && !asks_for_something(caption, book);
    return last && title ? mark : std::nullopt;
}

}  // namespace stet
