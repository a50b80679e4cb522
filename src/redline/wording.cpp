// Finds the words on which duties hang and compares them hunk by hunk.
#include "redline/wording.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

#include "redline/denied_words.hpp"
#include "redline/hunks.hpp"
#include "redline/swapped_names.hpp"
#include "redline/weighty_hits.hpp"
#include "text/letters.hpp"
#include "text/word_bytes.hpp"

namespace stet {

namespace {

/// A bound that went to the other side of its value passed so many bytes at most.
constexpr std::size_t longest_bounded = 40;
/// In longer hunks, in bytes, a sentence is rewritten: who took whose place is not to be told.
constexpr std::size_t longest_of_parties = 120;
/// Hunks of more clauses are compared whole.
constexpr std::size_t most_clauses = 32;

struct TopicFacts {
    std::string_view code;
    FlagSeverity severity;
};
/// By topic.
constexpr std::array<TopicFacts, 6> topics = {{{"modal-word", FlagSeverity::high},
                                               {"polarity-word", FlagSeverity::high},
                                               {"threshold-word", FlagSeverity::medium},
                                               {"frequency-word", FlagSeverity::medium},
                                               {"and-or-word", FlagSeverity::low},
                                               {"party-word", FlagSeverity::high}}};

/// The phrases of one side that its edits [first, last) touch; `next` walks along with the edits.
std::vector<WeightyHit> touched(const ComparedTexts& texts, const std::vector<WeightyHit>& hits, std::size_t& next,
                                std::size_t first, std::size_t last, EditOp op) {
    std::vector<WeightyHit> out;
    for (std::size_t edit = first; edit < last; ++edit) {
        if (texts.edits[edit].op != op) continue;
        const Span span = op == EditOp::deleted ? texts.edits[edit].before : texts.edits[edit].after;
        while (next < hits.size() && hits[next].span.end <= span.begin) ++next;
        for (; next < hits.size() && hits[next].span.begin < span.end; ++next) out.push_back(hits[next]);
    }
    return out;
}

/// Without the blanks with which it begins: where a text begins there are none.
Span behind_blanks(std::string_view text, Span span) {
    while (span.begin < span.end && is_blank(text[span.begin])) ++span.begin;
    return span;
}

/// The phrases of the other side that stand where the kept words of a touched phrase do: "more than" where "not" went
/// from "not more than". They go into `to`, in order.
void drag(const ComparedTexts& texts, const std::vector<WeightyHit>& from, Span Edit::*here,
          const std::vector<WeightyHit>& hits, Span Edit::*there, std::vector<WeightyHit>& to) {
    if (from.empty()) return;
    std::unordered_set<std::uint32_t> known;  // where those in `to` begin
    for (const WeightyHit& hit : to) known.insert(hit.span.begin);
    const std::size_t own = to.size();
    const std::string_view own_text = here == &Edit::before ? texts.before : texts.after;
    const std::string_view other_text = here == &Edit::before ? texts.after : texts.before;
    for (const WeightyHit& hit : from) {
        auto edit = std::partition_point(texts.edits.begin(), texts.edits.end(),
                                         [&](const Edit& e) { return (e.*here).end <= hit.span.begin; });
        for (; edit != texts.edits.end() && ((*edit).*here).begin < hit.span.end; ++edit) {
            const Span whole = behind_blanks(own_text, (*edit).*here);
            const Span other = behind_blanks(other_text, (*edit).*there);
            if (edit->op != EditOp::equal || whole.size() != other.size()) continue;
            const std::uint32_t begin = std::max(hit.span.begin, whole.begin) - whole.begin + other.begin;
            const std::uint32_t end = std::min(hit.span.end, whole.end) - whole.begin + other.begin;
            auto found = std::partition_point(hits.begin(), hits.end(),
                                              [&](const WeightyHit& each) { return each.span.end <= begin; });
            for (; found != hits.end() && found->span.begin < end; ++found)
                if (known.insert(found->span.begin).second) to.push_back(*found);
        }
    }
    if (to.size() > own)
        std::sort(to.begin(), to.end(),
                  [](const WeightyHit& x, const WeightyHit& y) { return x.span.begin < y.span.begin; });
}

/// Takes out of both lists what they share by a key below `keys`, each as often as both have it.
template <class Key>
void cancel_shared(std::vector<std::size_t>& removed, std::vector<std::size_t>& added, std::size_t keys, Key key) {
    if (removed.empty() || added.empty()) return;
    std::vector<int> surplus(keys, 0);
    for (const std::size_t phrase : removed) ++surplus[key(phrase)];
    for (const std::size_t phrase : added) --surplus[key(phrase)];
    std::vector<int> shortage(keys, 0);
    for (std::size_t i = 0; i < surplus.size(); ++i) shortage[i] = std::max(0, -surplus[i]);
    std::erase_if(removed, [&](std::size_t phrase) { return surplus[key(phrase)]-- <= 0; });
    std::erase_if(added, [&](std::size_t phrase) { return shortage[key(phrase)]-- <= 0; });
}

/// Flags without repetition.
class Flags {
public:
    explicit Flags(const WeightyWords& words) : words_(words) {}

    /// `parties`: whether one party may be told from the other's place in what is compared.
    void compare(std::vector<std::size_t> removed, std::vector<std::size_t> added, bool parties) {
        cancel_shared(removed, added, words_.size(), [](std::size_t phrase) { return phrase; });
        cancel_shared(removed, added, words_.size(), [&](std::size_t phrase) { return words_.meaning_of(phrase); });
        for (const WordTopic topic :
             {WordTopic::modal, WordTopic::polarity, WordTopic::threshold, WordTopic::frequency, WordTopic::and_or})
            compare_topic(of_topic(removed, topic), of_topic(added, topic), topic);
        if (!parties) return;
        const auto gone = of_topic(removed, WordTopic::party);
        const auto come = of_topic(added, WordTopic::party);
        for (std::size_t i = 0; i < gone.size() && gone.size() == come.size(); ++i) add_became(gone[i], come[i]);
    }

    /// Behind a place over which no bound went on to the other side of its value.
    void part() {
        for (const std::size_t phrase : open_removed_) add_alone(phrase, " removed");
        for (const std::size_t phrase : open_added_) add_alone(phrase, " added");
        open_removed_.clear();
        open_added_.clear();
    }

    /// Words of duty and negation in sentences that came or went whole: less than a change of the word itself.
    void tell_sentences(const std::vector<std::size_t>& found, EditOp op) {
        for (const std::size_t phrase : found) {
            const WordTopic topic = topic_of(phrase);
            if ((topic != WordTopic::modal && topic != WordTopic::polarity) || weight_of(phrase) != WordWeight::full)
                continue;
            add(topic, FlagSeverity::info,
                quoted(shown(phrase)) + " in a sentence " + (op == EditOp::deleted ? "removed" : "added"));
        }
    }

    std::vector<Flag> take() {
        part();
        return std::move(flags_);
    }

private:
    std::string_view shown(std::size_t phrase) const { return words_[phrase].words; }
    WordTopic topic_of(std::size_t phrase) const { return words_[phrase].topic; }
    WordWeight weight_of(std::size_t phrase) const { return words_[phrase].weight; }

    /// "not more than" and "more than": one is the other behind a word of negation.
    bool is_negated(std::string_view longer, std::string_view shorter) const {
        if (longer.size() < shorter.size() + 2 || !longer.ends_with(shorter)) return false;
        return words_.is_polarity(longer.substr(0, longer.size() - shorter.size() - 1));
    }

    std::vector<std::size_t> of_topic(std::vector<std::size_t> all, WordTopic topic) const {
        std::erase_if(all, [&](std::size_t phrase) { return topic_of(phrase) != topic; });
        return all;
    }

    void compare_topic(std::vector<std::size_t> removed, std::vector<std::size_t> added, WordTopic topic) {
        pair_opposites(removed, added);
        const std::size_t both = std::min(removed.size(), added.size());
        for (std::size_t i = 0; i < both; ++i) add_became(removed[i], added[i]);
        removed.erase(removed.begin(), removed.begin() + static_cast<std::ptrdiff_t>(both));
        added.erase(added.begin(), added.begin() + static_cast<std::ptrdiff_t>(both));
        if (topic == WordTopic::threshold) {
            pair_open(open_removed_, added, [&](std::size_t open, std::size_t now) { add_became(open, now); });
            pair_open(open_added_, removed, [&](std::size_t open, std::size_t now) { add_became(now, open); });
            open_removed_.insert(open_removed_.end(), removed.begin(), removed.end());
            open_added_.insert(open_added_.end(), added.begin(), added.end());
            return;
        }
        for (const std::size_t phrase : removed) add_alone(phrase, " removed");
        for (const std::size_t phrase : added) add_alone(phrase, " added");
    }

    /// "with" that became "without"; what is left of such words says nothing.
    void pair_opposites(std::vector<std::size_t>& removed, std::vector<std::size_t>& added) {
        const auto pair = [&](std::size_t before, std::size_t after) {
            auto next = added.begin();
            for (std::size_t& phrase : removed) {
                if (phrase != before) continue;
                next = std::find(next, added.end(), after);
                if (next == added.end()) return;
                add_became(before, after);
                phrase = *next = none;
            }
        };
        for (const WeightyWords::Opposites& words : words_.opposites()) {
            pair(words.denied, words.denial);
            pair(words.denial, words.denied);
        }
        const auto is_done = [&](std::size_t phrase) {
            return phrase == none || weight_of(phrase) == WordWeight::opposite;
        };
        std::erase_if(removed, is_done);
        std::erase_if(added, is_done);
    }

    /// A bound in front of a value that became one behind it: "more than two", "two or more".
    template <class Became>
    static void pair_open(std::vector<std::size_t>& open, std::vector<std::size_t>& now, Became became) {
        const std::size_t both = std::min(open.size(), now.size());
        for (std::size_t i = 0; i < both; ++i) became(open[i], now[i]);
        open.erase(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(both));
        now.erase(now.begin(), now.begin() + static_cast<std::ptrdiff_t>(both));
    }

    void add_became(std::size_t before, std::size_t after) {
        const std::string_view x = shown(before), y = shown(after);
        const bool negated = is_negated(x, y) || is_negated(y, x);
        add(topic_of(before), negated ? FlagSeverity::high : severity_of(before), became_text(x, y));
    }

    void add_alone(std::size_t phrase, std::string_view what) {
        if (weight_of(phrase) != WordWeight::full || topic_of(phrase) == WordTopic::frequency) return;
        add(topic_of(phrase), severity_of(phrase), quoted(shown(phrase)) + std::string(what));
    }

    FlagSeverity severity_of(std::size_t phrase) const {
        return topics[static_cast<std::size_t>(topic_of(phrase))].severity;
    }

    static std::string quoted(std::string_view word) { return "“" + std::string(word) + "”"; }

    void add(WordTopic topic, FlagSeverity severity, std::string text) {
        if (!seen_.insert(text).second) return;
        flags_.push_back({std::string(topics[static_cast<std::size_t>(topic)].code), severity, std::move(text)});
    }

    const WeightyWords& words_;
    std::vector<Flag> flags_;
    std::set<std::string> seen_;
    std::vector<std::size_t> open_removed_;  ///< bounds that may have gone to the other side of their value
    std::vector<std::size_t> open_added_;
};

bool ends_clause(std::string_view text, std::size_t at) {
    const char c = text[at];
    return c == ';' || ((c == '.' || c == ':') && at + 1 < text.size() && is_blank(text[at + 1]));
}

std::size_t count_clauses(std::string_view text, std::size_t from, std::size_t to) {
    std::size_t ends = 0;
    for (std::size_t at = from; at < std::min(to, text.size()); ++at) ends += ends_clause(text, at);
    return ends;
}

/// One side of a hunk: its text and the phrases touched there.
struct HunkSide {
    std::string_view text;
    Span span;
    std::vector<WeightyHit> hits;

    std::size_t clauses() const { return count_clauses(text, span.begin, span.end); }
    std::vector<std::size_t> all() const {
        std::vector<std::size_t> out;
        for (const WeightyHit& hit : hits) out.push_back(hit.phrase);
        return out;
    }
    /// Of each of so many clauses.
    std::vector<std::vector<std::size_t>> by_clause(std::size_t count) const {
        std::vector<std::vector<std::size_t>> out(count);
        std::size_t clause = 0;
        std::size_t counted = span.begin;
        for (const WeightyHit& hit : hits) {
            const std::size_t begin = std::max<std::size_t>(hit.span.begin, counted);
            clause += count_clauses(text, counted, begin);
            counted = begin;
            if (clause < count) out[clause].push_back(hit.phrase);
        }
        return out;
    }
};

/// Clause by clause where both sides have as many.
void compare_sides(const HunkSide& before, const HunkSide& after, Flags& flags) {
    const std::size_t clauses = before.clauses();
    const bool parties = before.span.size() <= longest_of_parties && after.span.size() <= longest_of_parties;
    if (before.hits.empty() || after.hits.empty() || clauses == 0 || clauses != after.clauses() ||
        clauses > most_clauses)
        return flags.compare(before.all(), after.all(), parties);
    auto gone = before.by_clause(clauses + 1);
    auto come = after.by_clause(clauses + 1);
    for (std::size_t i = 0; i <= clauses; ++i) {
        if (i > 0) flags.part();
        flags.compare(std::move(gone[i]), std::move(come[i]), parties);
    }
}

/// Whether a bound may stand on either side of what is between two hunks: a value and no more.
bool is_bounded(std::string_view between) {
    return between.size() <= longest_bounded && between.find(',') == std::string_view::npos &&
           count_clauses(between, 0, between.size()) == 0 &&
           between.find_first_of("0123456789") != std::string_view::npos;
}

void add_swapped(const SwappedNames& swapped, std::vector<Flag>& out) {
    for (const auto& [x, y] : swapped)
        out.push_back({"names-swapped", FlagSeverity::high, "“" + x + "” and “" + y + "” changed places"});
}

}  // namespace

std::string became_text(std::string_view before, std::string_view after) {
    return "“" + std::string(before) + "” became “" + std::string(after) + "”";
}

bool tells_replacement(std::string_view flag_text) {
    return flag_text.find("” became “") != std::string_view::npos;
}

std::vector<Flag> find_wording_flags(std::string_view before, std::string_view after, std::span<const Edit> edits,
                                     const WeightyWords* words) {
    const ComparedTexts texts = compared_texts(before, after, edits);
    if (texts.before.empty() || texts.after.empty()) return {};
    const std::vector<std::uint32_t> hunks = hunks_of(texts);
    if (words == nullptr) {
        std::vector<Flag> out;
        add_swapped(find_swapped_names(texts, hunks), out);
        return out;
    }
    const auto before_hits = find_weighty(texts.before, around_changes(texts, &Edit::before), *words);
    const auto after_hits = find_weighty(texts.after, around_changes(texts, &Edit::after), *words);
    Flags flags(*words);
    std::size_t before_next = 0, after_next = 0;
    std::uint32_t last_end = 0;  // of the hunk before, in the text before
    for (std::size_t first = 0; first < hunks.size();) {
        std::size_t last = first + 1;
        while (last < hunks.size() && hunks[last] == hunks[first]) ++last;
        if (hunks[first] != none) {
            HunkSide x{texts.before, {texts.edits[first].before.begin, texts.edits[last - 1].before.end}, {}};
            HunkSide y{texts.after, {texts.edits[first].after.begin, texts.edits[last - 1].after.end}, {}};
            x.hits = touched(texts, before_hits, before_next, first, last, EditOp::deleted);
            y.hits = touched(texts, after_hits, after_next, first, last, EditOp::inserted);
            const std::vector<WeightyHit> added = y.hits;
            drag(texts, x.hits, &Edit::before, after_hits, &Edit::after, y.hits);
            drag(texts, added, &Edit::after, before_hits, &Edit::before, x.hits);
            if (!is_bounded(x.text.substr(last_end, x.span.begin - last_end))) flags.part();
            if (is_whole_sentences(texts, first, last))
                flags.tell_sentences(x.hits.empty() ? y.all() : x.all(), texts.edits[first].op);
            else
                compare_sides(x, y, flags);
            last_end = x.span.end;
        }
        first = last;
    }
    std::vector<Flag> out = flags.take();
    add_denied_words(texts, hunks, words->prefixes(), out);
    const auto swapped = find_swapped_names(texts, hunks);
    for (const auto& [x, y] : swapped)
        std::erase_if(out, [&, a = in_small_letters(x), b = in_small_letters(y)](const Flag& flag) {
            return flag.text == became_text(a, b) || flag.text == became_text(b, a);
        });
    add_swapped(swapped, out);
    return out;
}

}  // namespace stet
