// Finds the words on which duties hang and compares them hunk by hunk.
#include "redline/wording.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include "redline/hunks.hpp"

namespace stet {

namespace {

enum class Topic : std::uint8_t { modal, polarity, threshold, and_or };

struct TopicFacts {
    std::string_view code;
    FlagSeverity severity;
};
constexpr std::array<TopicFacts, 4> topics = {{{"modal-word", FlagSeverity::high},
                                               {"polarity-word", FlagSeverity::high},
                                               {"threshold-word", FlagSeverity::medium},
                                               {"and-or-word", FlagSeverity::low}}};

struct Phrase {
    std::string_view words;  ///< lower case, single blanks
    Topic topic;
};

/// Of phrases that begin with the same word the longer stands first.
constexpr Phrase phrases[] = {
    {"after", Topic::threshold},
    {"and/or", Topic::and_or},
    {"and", Topic::and_or},
    {"at least", Topic::threshold},
    {"at most", Topic::threshold},
    {"before", Topic::threshold},
    {"cannot", Topic::polarity},
    {"earlier of", Topic::threshold},
    {"exceed", Topic::threshold},
    {"exceeding", Topic::threshold},
    {"exceeds", Topic::threshold},
    {"except", Topic::polarity},
    {"excepting", Topic::polarity},
    {"excluding", Topic::polarity},
    {"fewer than", Topic::threshold},
    {"greater of", Topic::threshold},
    {"greater than", Topic::threshold},
    {"higher of", Topic::threshold},
    {"in excess of", Topic::threshold},
    {"later of", Topic::threshold},
    {"less than", Topic::threshold},
    {"lesser of", Topic::threshold},
    {"lower of", Topic::threshold},
    {"maximum", Topic::threshold},
    {"may", Topic::modal},
    {"minimum", Topic::threshold},
    {"more than", Topic::threshold},
    {"must", Topic::modal},
    {"neither", Topic::polarity},
    {"never", Topic::polarity},
    {"no later than", Topic::threshold},
    {"no fewer than", Topic::threshold},
    {"no more than", Topic::threshold},
    {"no less than", Topic::threshold},
    {"no", Topic::polarity},
    {"none", Topic::polarity},
    {"nor", Topic::polarity},
    {"not later than", Topic::threshold},
    {"not fewer than", Topic::threshold},
    {"not more than", Topic::threshold},
    {"not less than", Topic::threshold},
    {"not exceeding", Topic::threshold},
    {"not to exceed", Topic::threshold},
    {"not", Topic::polarity},
    {"nothing", Topic::polarity},
    {"on or before", Topic::threshold},
    {"on or after", Topic::threshold},
    {"only", Topic::polarity},
    {"or greater", Topic::threshold},
    {"or fewer", Topic::threshold},
    {"or less", Topic::threshold},
    {"or more", Topic::threshold},
    {"or", Topic::and_or},
    {"other than", Topic::polarity},
    {"prior to", Topic::threshold},
    {"shall", Topic::modal},
    {"should", Topic::modal},
    {"solely", Topic::polarity},
    {"unless", Topic::polarity},
    {"up to", Topic::threshold},
    {"whichever is earlier", Topic::threshold},
    {"whichever is greater", Topic::threshold},
    {"whichever is higher", Topic::threshold},
    {"whichever is later", Topic::threshold},
    {"whichever is less", Topic::threshold},
    {"whichever is lower", Topic::threshold},
    {"whichever was earlier", Topic::threshold},
    {"whichever was later", Topic::threshold},
    {"will", Topic::modal},
    {"within", Topic::threshold},
    {"without", Topic::polarity},
};
constexpr std::size_t phrase_count = std::size(phrases);
constexpr std::size_t negation = phrase_count;  ///< "shan't", "don't": shown as "n't"

constexpr std::string_view shown(std::size_t phrase) {
    return phrase == negation ? "n’t" : phrases[phrase].words;
}
constexpr Topic topic_of(std::size_t phrase) {
    return phrase == negation ? Topic::polarity : phrases[phrase].topic;
}

/// Where the phrases that begin with a letter begin and end in the table.
struct Shelf {
    std::size_t begin = 0;
    std::size_t end = 0;
};

constexpr std::array<Shelf, 26> shelve() {
    std::array<Shelf, 26> all{};
    for (std::size_t i = 0; i < phrase_count; ++i) {
        Shelf& shelf = all[static_cast<std::size_t>(phrases[i].words[0] - 'a')];
        if (shelf.end == 0) shelf.begin = i;
        shelf.end = i + 1;
    }
    return all;
}
constexpr std::array<Shelf, 26> shelves = shelve();

constexpr bool is_shelved() {
    for (std::size_t i = 1; i < phrase_count; ++i)
        if (phrases[i - 1].words[0] > phrases[i].words[0]) return false;
    return true;
}
static_assert(is_shelved(), "phrases stand in the order of their first letters");

/// A phrase found in a text.
struct Hit {
    std::size_t phrase;
    Span span;
};

constexpr char folded(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c;
}
bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}
/// ASCII letters and digits, and the lead bytes of most letters beyond (E2 leads dashes and quotes).
constexpr std::array<bool, 256> word_bytes = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        const bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
        table[byte] = letter || (byte >= '0' && byte <= '9') || (byte >= 0xC3 && byte != 0xE2);
    }
    return table;
}();
bool is_word_byte(char c) {
    return word_bytes[static_cast<unsigned char>(c)];
}

/// Where the phrase ends in the text from `at`; `at` where it does not stand there.
std::size_t phrase_end(std::string_view text, std::size_t at, std::string_view words) {
    std::size_t i = at;
    for (const char c : words) {
        if (c == ' ') {
            if (i >= text.size() || !is_blank(text[i])) return at;
            while (i < text.size() && is_blank(text[i])) ++i;
        } else if (i >= text.size() || folded(text[i++]) != c) {
            return at;
        }
    }
    return i < text.size() && is_word_byte(text[i]) ? at : i;
}

/// Whether the word before a place is in lower case or a comma stands there: a capital there opens no sentence.
bool is_within_sentence(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end > 0 && is_blank(text[end - 1])) --end;
    if (end == 0 || end == at) return false;
    if (text[end - 1] == ',') return true;
    std::size_t begin = end;
    while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
    return begin < end && text[begin] >= 'a' && text[begin] <= 'z';
}

/// "May 5", "May, 2026", "in May" are dates and "No. 5" a number: names, where a digit follows or a capital stands
/// within a sentence.
bool is_name(std::string_view text, std::size_t begin, std::size_t end, std::string_view words) {
    const bool month = words == "may" && text[begin] == 'M';
    const bool numero = words == "no" && end < text.size() && text[end] == '.';
    if (!month && !numero) return false;
    if (month && text[begin + 1] == 'a' && is_within_sentence(text, begin)) return true;
    if (numero || (end < text.size() && text[end] == ',')) ++end;
    while (end < text.size() && is_blank(text[end])) ++end;
    return end < text.size() && text[end] >= '0' && text[end] <= '9';
}

/// True for words that end in "n't", whatever the apostrophe: `end` is behind the t.
bool ends_in_negation(std::string_view text, std::size_t begin, std::size_t end) {
    if (end - begin < 2 || folded(text[end - 1]) != 't') return false;
    std::string_view word = text.substr(begin, end - 1 - begin);
    if (word.ends_with('\''))
        word.remove_suffix(1);
    else if (word.ends_with("\xE2\x80\x99"))
        word.remove_suffix(3);
    else
        return false;
    return !word.empty() && folded(word.back()) == 'n';
}

/// Behind the word at `at`; inner apostrophes belong to it.
std::size_t word_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (is_word_byte(text[at])) {
            ++at;
            continue;
        }
        std::size_t next = at;
        if (text[at] == '\'')
            next = at + 1;
        else if (text.substr(at, 3) == "\xE2\x80\x99")
            next = at + 3;
        if (next == at || next >= text.size() || !is_word_byte(text[next])) break;
        at = next;
    }
    return at;
}

/// "or less" is no bound where "than" goes on behind it: "more than or less than".
bool compares_on(std::string_view text, std::size_t end, std::string_view words) {
    if (!words.starts_with("or ")) return false;
    while (end < text.size() && is_blank(text[end])) ++end;
    return phrase_end(text, end, "than") > end;
}

/// The phrases of a text that begin within a span, in order, at each place the longest.
std::vector<Hit> find_phrases(std::string_view text, Span within) {
    std::vector<Hit> hits;
    for (std::size_t at = within.begin; at < within.end;) {
        if (!is_word_byte(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        const char first = folded(text[at]);
        const Shelf shelf = first >= 'a' && first <= 'z' ? shelves[static_cast<std::size_t>(first - 'a')] : Shelf{};
        at = word_end(text, at);
        std::size_t found = phrase_count, end = begin;
        for (std::size_t i = shelf.begin; i < shelf.end && end == begin; ++i) {
            end = phrase_end(text, begin, phrases[i].words);
            if (end > begin && compares_on(text, end, phrases[i].words)) end = begin;
            found = i;
        }
        const bool negated = end == begin && ends_in_negation(text, begin, at);
        if (negated) {
            hits.push_back({negation, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}});
        } else if (end > begin && !is_name(text, begin, end, phrases[found].words)) {
            hits.push_back({found, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
            at = std::max(at, end);
        }
    }
    return hits;
}

/// The phrases of one side that its edits [first, last) touch; `next` walks along with the edits.
std::vector<std::size_t> touched(const ComparedTexts& texts, const std::vector<Hit>& hits, std::size_t& next,
                                 std::size_t first, std::size_t last, EditOp op) {
    std::vector<std::size_t> out;
    for (std::size_t edit = first; edit < last; ++edit) {
        if (texts.edits[edit].op != op) continue;
        const Span span = op == EditOp::deleted ? texts.edits[edit].before : texts.edits[edit].after;
        while (next < hits.size() && hits[next].span.end <= span.begin) ++next;
        for (; next < hits.size() && hits[next].span.begin < span.end; ++next) out.push_back(hits[next].phrase);
    }
    return out;
}

/// Takes out of both lists what they share, each as often as both have it.
void cancel_shared(std::vector<std::size_t>& removed, std::vector<std::size_t>& added) {
    std::array<int, phrase_count + 1> surplus{};
    for (const std::size_t phrase : removed) ++surplus[phrase];
    for (const std::size_t phrase : added) --surplus[phrase];
    std::array<int, phrase_count + 1> shortage{};
    for (std::size_t i = 0; i < surplus.size(); ++i) shortage[i] = std::max(0, -surplus[i]);
    std::erase_if(removed, [&](std::size_t phrase) { return surplus[phrase]-- <= 0; });
    std::erase_if(added, [&](std::size_t phrase) { return shortage[phrase]-- <= 0; });
}

/// Flags without repetition.
class Flags {
public:
    void compare(std::vector<std::size_t> removed, std::vector<std::size_t> added) {
        cancel_shared(removed, added);
        for (const Topic topic : {Topic::modal, Topic::polarity, Topic::threshold, Topic::and_or})
            compare_topic(of_topic(removed, topic), of_topic(added, topic), topic);
    }

    /// Words of duty and negation in sentences that came or went whole: less than a change of the word itself.
    void tell_sentences(const std::vector<std::size_t>& found, EditOp op) {
        for (const std::size_t phrase : found) {
            const Topic topic = topic_of(phrase);
            if (topic != Topic::modal && topic != Topic::polarity) continue;
            add(topic, FlagSeverity::info,
                quoted(shown(phrase)) + " in a sentence " + (op == EditOp::deleted ? "removed" : "added"));
        }
    }

    std::vector<Flag> take() { return std::move(flags_); }

private:
    static std::vector<std::string_view> of_topic(const std::vector<std::size_t>& all, Topic topic) {
        std::vector<std::string_view> out;
        for (const std::size_t phrase : all) {
            if (topic_of(phrase) == topic) out.push_back(shown(phrase));
        }
        return out;
    }

    /// Words that mean a change only where they became one another.
    static bool is_plain(std::string_view word) {
        return word == "and" || word == "or" || word == "before" || word == "after";
    }

    void compare_topic(const std::vector<std::string_view>& removed, const std::vector<std::string_view>& added,
                       Topic topic) {
        const std::size_t both = std::min(removed.size(), added.size());
        for (std::size_t i = 0; i < both; ++i) add(topic, quoted(removed[i]) + " became " + quoted(added[i]));
        for (std::size_t i = both; i < removed.size(); ++i) {
            if (!is_plain(removed[i])) add(topic, quoted(removed[i]) + " removed");
        }
        for (std::size_t i = both; i < added.size(); ++i) {
            if (!is_plain(added[i])) add(topic, quoted(added[i]) + " added");
        }
    }

    static std::string quoted(std::string_view word) { return "“" + std::string(word) + "”"; }

    void add(Topic topic, std::string text) {
        add(topic, topics[static_cast<std::size_t>(topic)].severity, std::move(text));
    }
    void add(Topic topic, FlagSeverity severity, std::string text) {
        if (!seen_.insert(text).second) return;
        flags_.push_back({std::string(topics[static_cast<std::size_t>(topic)].code), severity, std::move(text)});
    }

    std::vector<Flag> flags_;
    std::set<std::string> seen_;
};

}  // namespace

std::vector<Flag> find_wording_flags(std::string_view before, std::string_view after, std::span<const Edit> edits) {
    const ComparedTexts texts = compared_texts(before, after, edits);
    if (texts.before.empty() || texts.after.empty()) return {};
    const std::vector<std::uint32_t> hunks = hunks_of(texts);
    const auto before_hits = find_phrases(texts.before, around_changes(texts, &Edit::before));
    const auto after_hits = find_phrases(texts.after, around_changes(texts, &Edit::after));
    Flags flags;
    std::size_t before_next = 0, after_next = 0;
    for (std::size_t first = 0; first < hunks.size();) {
        std::size_t last = first + 1;
        while (last < hunks.size() && hunks[last] == hunks[first]) ++last;
        if (hunks[first] != none) {
            auto removed = touched(texts, before_hits, before_next, first, last, EditOp::deleted);
            auto added = touched(texts, after_hits, after_next, first, last, EditOp::inserted);
            if (is_whole_sentences(texts, first, last))
                flags.tell_sentences(removed.empty() ? added : removed, texts.edits[first].op);
            else
                flags.compare(std::move(removed), std::move(added));
        }
        first = last;
    }
    return flags.take();
}

}  // namespace stet
