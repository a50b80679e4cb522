// English number words, months, units of time and money, and the words of bounds, as tables.
#include "quantity/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/letters.hpp"

namespace stet {

namespace {

using enum LexemeKind;

constexpr std::array<std::string_view, 11> units = {"second", "minute",  "hour",     "day",     "week",     "month",
                                                    "year",   "workday", "workweek", "weekday", "fortnight"};

constexpr std::array<std::string_view, 20> qualifiers = {
    "calendar", "business",   "working", "work", "consecutive", "continuous", "uninterrupted",
    "full",     "additional", "regular", "paid", "unpaid",      "fiscal",     "school",
    "contract", "scheduled",  "actual",  "duty", "academic",    "successive"};

constexpr std::array<std::string_view, 17> currencies = {"",    "£",   "€",   "AUD", "CAD", "CHF", "CNY", "DKK", "HKD",
                                                         "INR", "JPY", "NOK", "NZD", "PLN", "SEK", "SGD", "ZAR"};

constexpr std::array<std::string_view, 4> further_bounds = {"nor", "but", "and", "or"};
constexpr std::array<std::string_view, 11> bound_words = {"not",  "no",        "more", "less",  "fewer", "greater",
                                                          "than", "exceeding", "at",   "least", "most"};
constexpr std::array<std::string_view, 4> bound_ends = {"than", "least", "most", "exceeding"};
constexpr std::array<std::string_view, 3> bounds_behind = {"or more", "or less", "or fewer"};

constexpr std::array<std::string_view, 17> before_durations = {
    "about", "after", "before", "exceed", "exceeding", "exceeds", "for",   "in",    "is",
    "least", "most",  "of",     "over",   "than",      "until",   "under", "within"};

constexpr std::array<std::string_view, 7> behind_durations = {"after", "ago",   "before", "following",
                                                              "from",  "later", "prior"};

struct UnitPair {
    std::string_view unit, part;
    int parts;
};
constexpr std::array<UnitPair, 7> unit_pairs = {{{"fortnight", "week", 2},
                                                 {"fortnight", "day", 14},
                                                 {"week", "day", 7},
                                                 {"year", "month", 12},
                                                 {"hour", "minute", 60},
                                                 {"minute", "second", 60},
                                                 {"hour", "second", 3600}}};

constexpr std::array<std::string_view, 9> line_words = {"tel",    "telephone", "phone",    "fax",    "facsimile",
                                                        "mobile", "cellphone", "landline", "hotline"};
constexpr std::array<std::string_view, 4> extension_words = {"ext", "extension", "extn", "extensions"};
constexpr std::array<std::string_view, 4> number_words = {"no", "nos", "number", "numbers"};

constexpr std::array<std::string_view, 20> behind_labels = {
    "above", "apply",  "applies", "are",   "be",       "below", "does",    "do",  "has",  "have",
    "is",    "hereof", "may",     "shall", "requires", "must",  "thereof", "was", "were", "will"};

constexpr std::array<std::string_view, 6> range_joints = {"to", "through", "-", "–", "—", "up to"};

constexpr std::array<std::pair<std::string_view, BoundWord>, 17> bound_kinds = {{{"not", BoundWord::denial},
                                                                                 {"no", BoundWord::denial},
                                                                                 {"nor", BoundWord::denial},
                                                                                 {"than", BoundWord::filler},
                                                                                 {"at", BoundWord::filler},
                                                                                 {"to", BoundWord::filler},
                                                                                 {"more", BoundWord::above},
                                                                                 {"greater", BoundWord::above},
                                                                                 {"over", BoundWord::above},
                                                                                 {"exceed", BoundWord::above},
                                                                                 {"exceeding", BoundWord::above},
                                                                                 {"less", BoundWord::below},
                                                                                 {"fewer", BoundWord::below},
                                                                                 {"under", BoundWord::below},
                                                                                 {"below", BoundWord::below},
                                                                                 {"least", BoundWord::least},
                                                                                 {"most", BoundWord::most}}};

constexpr VocabularyEntry entries[] = {
    {"a", article, 0},
    {"academic", qualifier, 18},
    {"actual", qualifier, 16},
    {"additional", qualifier, 8},
    {"an", article, 0},
    {"and", conjunction, 0},
    {"another", one_follower, 0},
    {"any", one_leader, 0},
    {"apr", month, 4},
    {"april", month, 4},
    {"aud", currency_code, 3},
    {"aug", month, 8},
    {"august", month, 8},
    {"basis", basis, 0},
    {"billion", scale, 9},
    {"bps", basis_points, 0},
    {"business", qualifier, 1},
    {"c", cent_letter, 0},
    {"cad", currency_code, 4},
    {"calendar", qualifier, 0},
    {"cent", cents, 0},
    {"cents", cents, 0},
    {"chf", currency_code, 5},
    {"cny", currency_code, 6},
    {"consecutive", qualifier, 4},
    {"continuous", qualifier, 5},
    {"contract", qualifier, 14},
    {"day", unit, 3},
    {"days", unit, 3},
    {"dec", month, 12},
    {"december", month, 12},
    {"dkk", currency_code, 7},
    {"dollar", dollars, 0},
    {"dollars", dollars, 0},
    {"double", fold, 2},
    {"duty", qualifier, 17},
    {"each", one_leader, 1},
    {"eight", small, 8},
    {"eighteen", small, 18},
    {"eighth", denominator, 8},
    {"eighths", denominators, 8},
    {"eightieth", ordinal, 80},
    {"eighty", tens, 80},
    {"eleven", small, 11},
    {"eleventh", ordinal, 11},
    {"eur", currency_code, 2},
    {"euro", dollars, 2},
    {"euros", dollars, 2},
    {"every", one_leader, 1},
    {"feb", month, 2},
    {"february", month, 2},
    {"fifteen", small, 15},
    {"fifteenth", ordinal, 15},
    {"fifth", denominator, 5},
    {"fifths", denominators, 5},
    {"fiftieth", ordinal, 50},
    {"fifty", tens, 50},
    {"first", ordinal, 1},
    {"fiscal", qualifier, 12},
    {"five", small, 5},
    {"fortieth", ordinal, 40},
    {"fortnight", unit, 10},
    {"fortnights", unit, 10},
    {"forty", tens, 40},
    {"four", small, 4},
    {"fourteen", small, 14},
    {"fourteenth", ordinal, 14},
    {"fourth", denominator, 4},
    {"fourths", denominators, 4},
    {"full", qualifier, 7},
    {"gbp", currency_code, 1},
    {"h", unit, 2},
    {"half", denominator, 2},
    {"halves", denominators, 2},
    {"hkd", currency_code, 8},
    {"hour", unit, 2},
    {"hours", unit, 2},
    {"hr", unit, 2},
    {"hrs", unit, 2},
    {"hundred", hundred, 2},
    {"hundredth", denominator, 100},
    {"hundredths", denominators, 100},
    {"inr", currency_code, 9},
    {"jan", month, 1},
    {"january", month, 1},
    {"jpy", currency_code, 10},
    {"jul", month, 7},
    {"july", month, 7},
    {"jun", month, 6},
    {"june", month, 6},
    {"k", magnitude, 3},
    {"m", magnitude, 6},
    {"mar", month, 3},
    {"march", month, 3},
    {"may", month, 5},
    {"midnight", clock_word, 0},
    {"million", scale, 6},
    {"min", unit, 1},
    {"mins", unit, 1},
    {"minute", unit, 1},
    {"minutes", unit, 1},
    {"mo", unit, 5},
    {"month", unit, 5},
    {"months", unit, 5},
    {"mos", unit, 5},
    {"nd", ordinal_suffix, 0},
    {"nine", small, 9},
    {"nineteen", small, 19},
    {"nineteenth", ordinal, 19},
    {"ninetieth", ordinal, 90},
    {"ninety", tens, 90},
    {"ninth", ordinal, 9},
    {"no", one_leader, 0},
    {"nok", currency_code, 11},
    {"noon", clock_word, 12},
    {"nov", month, 11},
    {"november", month, 11},
    {"nzd", currency_code, 12},
    {"oct", month, 10},
    {"october", month, 10},
    {"of", of, 0},
    {"once", often, 1},
    {"one", small, 1},
    {"paid", qualifier, 10},
    {"pct", percent, 0},
    {"per", per, 0},
    {"percent", percent, 0},
    {"pln", currency_code, 13},
    {"point", points, 0},
    {"points", points, 0},
    {"quarter", denominator, 4},
    {"quarters", denominators, 4},
    {"rd", ordinal_suffix, 0},
    {"regular", qualifier, 9},
    {"scheduled", qualifier, 15},
    {"school", qualifier, 13},
    {"second", ordinal, 2},
    {"seconds", unit, 0},
    {"sek", currency_code, 14},
    {"sep", month, 9},
    {"sept", month, 9},
    {"september", month, 9},
    {"seven", small, 7},
    {"seventeen", small, 17},
    {"seventeenth", ordinal, 17},
    {"seventh", ordinal, 7},
    {"seventieth", ordinal, 70},
    {"seventy", tens, 70},
    {"sgd", currency_code, 15},
    {"six", small, 6},
    {"sixteen", small, 16},
    {"sixteenth", denominator, 16},
    {"sixteenths", denominators, 16},
    {"sixth", denominator, 6},
    {"sixths", denominators, 6},
    {"sixtieth", ordinal, 60},
    {"sixty", tens, 60},
    {"some", one_leader, 0},
    {"st", ordinal_suffix, 0},
    {"straight", fold, 1},
    {"successive", qualifier, 19},
    {"ten", small, 10},
    {"tenth", denominator, 10},
    {"tenths", denominators, 10},
    {"th", ordinal_suffix, 0},
    {"that", one_leader, 0},
    {"third", denominator, 3},
    {"thirds", denominators, 3},
    {"thirteen", small, 13},
    {"thirteenth", ordinal, 13},
    {"thirtieth", ordinal, 30},
    {"thirty", tens, 30},
    {"this", one_leader, 0},
    {"thousand", scale, 3},
    {"three", small, 3},
    {"time", time, 0},
    {"times", times, 0},
    {"triple", fold, 3},
    {"twelfth", ordinal, 12},
    {"twelve", small, 12},
    {"twentieth", ordinal, 20},
    {"twenty", tens, 20},
    {"twice", often, 2},
    {"two", small, 2},
    {"uninterrupted", qualifier, 6},
    {"unpaid", qualifier, 11},
    {"usd", currency_code, 0},
    {"way", one_follower, 0},
    {"week", unit, 4},
    {"weekday", unit, 9},
    {"weekdays", unit, 9},
    {"weeks", unit, 4},
    {"which", one_leader, 0},
    {"wk", unit, 4},
    {"wks", unit, 4},
    {"work", qualifier, 3},
    {"workday", unit, 7},
    {"workdays", unit, 7},
    {"working", qualifier, 2},
    {"workweek", unit, 8},
    {"workweeks", unit, 8},
    {"x", multiple, 0},
    {"year", unit, 6},
    {"years", unit, 6},
    {"yr", unit, 6},
    {"yrs", unit, 6},
    {"zar", currency_code, 16},
    {"zero", small, 0},
};

constexpr bool is_sorted() {
    for (std::size_t i = 1; i < std::size(entries); ++i) {
        if (!(entries[i - 1].word < entries[i].word)) return false;
    }
    return true;
}
static_assert(is_sorted());

constexpr std::size_t longest = 15;  // bytes

/// Entries that begin with one letter: [begin, end), and for each length of theirs a bit for each second letter.
struct Shelf {
    std::uint16_t begin = 0;
    std::uint16_t end = 0;
    std::array<std::uint32_t, longest + 1> second_letters{};
};

constexpr std::uint32_t bit_of(char letter) {
    return 1u << (letter - 'a');
}

constexpr std::array<Shelf, 26> shelve() {
    std::array<Shelf, 26> shelves{};
    for (std::size_t i = 0; i < std::size(entries); ++i) {
        const std::string_view word = entries[i].word;
        Shelf& shelf = shelves[static_cast<std::size_t>(word[0] - 'a')];
        if (shelf.end == 0) shelf.begin = static_cast<std::uint16_t>(i);
        shelf.end = static_cast<std::uint16_t>(i + 1);
        shelf.second_letters[word.size()] |= word.size() > 1 ? bit_of(word[1]) : ~0u;
    }
    return shelves;
}
constexpr std::array<Shelf, 26> shelves = shelve();

}  // namespace

bool may_be_vocabulary(char first, char second, std::size_t size) {
    if (size > longest || !is_lower(first)) return false;
    const std::uint32_t letters = shelves[static_cast<std::size_t>(first - 'a')].second_letters[size];
    return size == 1 || (is_lower(second) && (letters & bit_of(second)) != 0);
}

const VocabularyEntry* find_vocabulary(std::string_view word) {
    if (word.empty() || !may_be_vocabulary(word[0], word.size() > 1 ? word[1] : '\0', word.size())) return nullptr;
    const Shelf& shelf = shelves[static_cast<std::size_t>(word[0] - 'a')];
    const VocabularyEntry* end = entries + shelf.end;
    const VocabularyEntry* found =
        std::lower_bound(entries + shelf.begin, end, word,
                         [](const VocabularyEntry& entry, std::string_view key) { return entry.word < key; });
    return found != end && found->word == word ? found : nullptr;
}

bool opens_further_bound(std::string_view word) {
    return std::find(further_bounds.begin(), further_bounds.end(), word) != further_bounds.end();
}
bool is_word_of_bound(std::string_view word) {
    return std::find(bound_words.begin(), bound_words.end(), word) != bound_words.end();
}
bool ends_bound(std::string_view word) {
    return std::find(bound_ends.begin(), bound_ends.end(), word) != bound_ends.end();
}
bool is_bound_behind(std::string_view words) {
    return std::find(bounds_behind.begin(), bounds_behind.end(), words) != bounds_behind.end();
}
bool opens_duration(std::string_view word) {
    return std::find(before_durations.begin(), before_durations.end(), word) != before_durations.end();
}
bool closes_duration(std::string_view word) {
    return std::find(behind_durations.begin(), behind_durations.end(), word) != behind_durations.end();
}
int parts_of_unit(std::string_view unit, std::string_view part) {
    for (const UnitPair& pair : unit_pairs)
        if (pair.unit == unit && pair.part == part) return pair.parts;
    return 0;
}
bool names_line(std::string_view word) {
    return std::find(line_words.begin(), line_words.end(), word) != line_words.end();
}
bool names_extension(std::string_view word) {
    return std::find(extension_words.begin(), extension_words.end(), word) != extension_words.end();
}
bool is_behind_label(std::string_view word) {
    return std::find(behind_labels.begin(), behind_labels.end(), word) != behind_labels.end();
}
bool says_number(std::string_view word) {
    return std::find(number_words.begin(), number_words.end(), word) != number_words.end();
}
BoundWord bound_word(std::string_view word) {
    for (const auto& [known, kind] : bound_kinds)
        if (word == known) return kind;
    return BoundWord::other;
}
bool joins_range(std::string_view words) {
    return std::find(range_joints.begin(), range_joints.end(), words) != range_joints.end();
}
bool may_have_hours(std::string_view noun) {
    return noun == "schedule" || noun == "shift";
}

std::string_view unit_name(std::uint16_t index) {
    return units[index];
}
std::string_view qualifier_name(std::uint16_t index) {
    return qualifiers[index];
}
bool is_capital_code(std::uint16_t index) {
    constexpr std::uint16_t most_known = 2;  // "usd", "gbp", "eur"
    return index > most_known;
}
std::string_view currency_name(std::uint16_t index) {
    return currencies[index];
}

}  // namespace stet
