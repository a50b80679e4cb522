// Takes the words of side, date and effect out of a caption and keeps the rest.
#include "proposal/wage_caption.hpp"

#include <algorithm>

#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_caption = 250;
constexpr std::size_t longest_marked = 6;  // words of a caption that ends in a colon and is still a name

std::string without_footnote(std::string_view text) {
    while (!text.empty() && (text.front() == '*' || text.front() == ' ')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == '*' || text.back() == ' ' || text.back() == ':')) text.remove_suffix(1);
    return std::string(text);
}

std::size_t count_of_words(std::string_view key) {
    return static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) - 1;
}

/// Takes the longest phrase that opens `key` out of it; false where none does.
bool take_opening(std::string& key, const std::vector<std::string>& phrases) {
    std::size_t longest = 0;
    for (const std::string& phrase : phrases)
        if (phrase.size() > longest && key.size() > phrase.size() + 1 && key[phrase.size() + 1] == ' ' &&
            key.compare(1, phrase.size(), phrase) == 0)
            longest = phrase.size();
    if (longest > 0) key.erase(0, longest + 1);
    return longest > 0;
}

/// What is left of a key when fillers and figures are taken out.
bool says_more(std::string_view key, const WageWords& words) {
    for (std::size_t at = 1; at < key.size();) {
        const std::size_t end = key.find(' ', at);
        const std::string_view word = key.substr(at, end - at);
        const bool figure = std::all_of(word.begin(), word.end(), is_digit);
        const bool filler = std::find(words.fillers.begin(), words.fillers.end(), word) != words.fillers.end();
        if (!figure && !filler) return true;
        at = end + 1;
    }
    return false;
}

/// The text without its dates.
std::string without_dates(std::string_view text, std::string& iso) {
    std::string out;
    std::size_t at = 0;
    for (const Quantity& quantity : find_quantities(text)) {
        if (quantity.type != QuantityType::date || quantity.iso.find('/') != std::string::npos) continue;
        if (iso.size() < quantity.iso.size()) iso = quantity.iso;
        out.append(text, at, quantity.span.begin - at);
        at = quantity.span.end;
    }
    out += text.substr(at);
    return out;
}

/// "Effective September 1, 2026: 5%": a raise, and no name of a schedule, as "Wage Schedule, July 1, 2026 – 3%" and
/// "Cooks, July 1, 2026 (3%)" are.
bool tells_raise(std::string_view text, const Grammar& grammar) {
    const std::vector<Quantity> values = find_quantities(text);
    const std::string key = phrase_key(text);
    const bool names_schedule = says(key, grammar.wages.wages) || says(key, grammar.proposal.of(WordClass::table)) ||
                                says(key, grammar.proposal.of(WordClass::appendix));
    if (names_schedule || std::none_of(values.begin(), values.end(), is_full_date)) return false;
    return std::any_of(values.begin(), values.end(), [&](const Quantity& value) {
        const std::string_view front = text.substr(0, value.span.begin);
        const bool beside = front.find_last_of("([") == std::string_view::npos;
        return value.type == QuantityType::percent && beside;
    });
}

}  // namespace

bool ends_as_prose(std::string_view text) {
    return text.ends_with('.') || text.ends_with(';') || text.ends_with(',');
}

WageCaption read_wage_caption(std::string_view text, const Grammar& grammar) {
    WageCaption caption;
    if (text.size() > longest_caption || text.starts_with('*')) {
        caption.sentence = true;
        return caption;
    }
    const WageWords& words = grammar.wages;
    if (tells_raise(text, grammar)) {
        caption.sentence = true;
        return caption;
    }
    std::string iso;
    std::string key = phrase_key(without_dates(text, iso));
    const std::string whole = key;
    caption.sentence = has_word(whole, grammar.sentence_words) || ends_as_prose(text) ||
                       (text.ends_with(':') && count_of_words(whole) > longest_marked);
    take_opening(key, {"the"});
    if (take_opening(key, words.proposed))
        caption.side = WageSide::proposed;
    else if (take_opening(key, words.current))
        caption.side = WageSide::current;
    const bool effect = says(key, words.effective);
    if (!iso.empty() && (effect || caption.side != WageSide::unsaid || !says_more(key, words))) caption.effective = iso;
    if (effect)
        for (const std::string& phrase : words.effective)
            if (const std::size_t at = key.find(" " + phrase + " "); at != std::string::npos)
                key.erase(at, phrase.size() + 1);
    if (caption.sentence || !says_more(key, words)) return caption;
    caption.rest = without_footnote(text);
    if (caption.side != WageSide::unsaid) caption.rest = fold_blanks(key);  // "Proposed: Dockhands" names dockhands
    return caption;
}

bool is_period(std::string_view key, const WageWords& words) {
    for (const std::string& phrase : words.period) {
        if (!key.starts_with(" " + phrase)) continue;
        std::string_view rest = key.substr(phrase.size() + 1);
        while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
        while (!rest.empty() && rest.back() == ' ') rest.remove_suffix(1);
        if (!rest.empty() && rest.size() <= 5 && std::all_of(rest.begin(), rest.end(), is_digit)) return true;
    }
    return false;
}

std::string effective_of(const WageCell& heading, const WageWords& words) {
    if (heading.whole_date) return heading.date;
    if (heading.date.empty() && !is_period(heading.key, words)) return {};
    return without_footnote(heading.text);
}

}  // namespace stet
