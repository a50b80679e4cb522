// Edits that read well: from a longest common subsequence to what a careful person would have marked.
//
//   before:   paid one dollar ($1.00) an hour        after:   paid two dollars ($2.00) an hour
//   shortest: ~~one dollar~~ two dollars (~~$1.00~~ $2.00)     ours:  ~~one dollar ($1.00)~~ two dollars ($2.00)
//
//   before:   the senior clerk shall be called       after:   any other clerk may be asked
//   shortest: ~~the senior~~ any other clerk ~~shall~~ may be ~~called~~ asked
//   ours:     ~~the senior clerk shall be called~~ any other clerk may be asked
#include <algorithm>
#include <functional>
#include <utility>

#include "diff/diff_tokens.hpp"
#include "diff/sequence.hpp"
#include "quantity/quantity.hpp"
#include "quantity/vocabulary.hpp"

namespace stet {

namespace {

using Tokens = std::vector<DiffToken>;

/// A kept run of so few words between two replacements is struck with them.
constexpr std::size_t small_island = 2;
/// A sentence of so many words that stays is worth keeping, however much of its paragraph is rewritten.
constexpr std::size_t least_kept_sentence = 5;
/// No title has more words.
constexpr std::size_t longest_title = 12;
/// How far an insertion or a strike may slide to a better place, in words.
constexpr std::size_t longest_slide = 64;
/// A run slides so many words to what the other side has in its place: the best place for it.
constexpr std::size_t nearest_change = 3;
constexpr int best_place = 5;
/// No figure, its words included, has more words: "one hundred twenty (120)".
constexpr std::size_t longest_figure = 4;
/// No printed value has more tokens.
constexpr std::size_t longest_value = 24;

bool is_body_word(const DiffToken& token) {
    return token.is_word() && !token.aside && !token.label;
}

std::vector<std::uint32_t> body_words(const Tokens& tokens) {
    std::vector<std::uint32_t> out;
    out.reserve(tokens.size());
    for (std::uint32_t i = 0; i < tokens.size(); ++i)
        if (is_body_word(tokens[i])) out.push_back(i);
    return out;
}

std::string_view text_of(const Stretch& stretch, const Token& token) {
    return std::string_view(stretch.document.blocks[stretch.block].text).substr(token.text.begin, token.text.size());
}

/// The bytes around the words that went or came, wide enough for any value that they may be part of.
Span around_changes(const Stretch& stretch, const Tokens& tokens) {
    std::size_t first = tokens.size();
    std::size_t last = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!is_body_word(tokens[i]) || tokens[i].paired()) continue;
        first = std::min(first, i);
        last = i;
    }
    if (first == tokens.size()) return {stretch.text.begin, stretch.text.begin};
    first = first > longest_value ? first - longest_value : 0;
    last = std::min(last + longest_value, tokens.size() - 1);
    return {tokens[first].token.text.begin, tokens[last].token.text.end};
}

/// Whether the tokens [from, end) end with a figure in brackets, as in "ninety (90)", and it stays.
bool keeps_bracketed_figure(const Stretch& stretch, const Tokens& tokens, std::size_t from, std::size_t end) {
    bool stays = false;
    while (end > from) {
        const DiffToken& token = tokens[--end];
        if (token.is_word()) {
            if (token.token.kind != TokenKind::number || !token.paired()) return false;
            stays = true;
        } else if (text_of(stretch, token.token).front() == '(') {
            return stays && end > from;
        }
    }
    return false;
}

/// The values printed where words went or came, and which of them are the two ends of a range or pair: "$5-$7",
/// "10 to 12 weeks", "$1 million/$2 million".
struct PrintedValues {
    std::vector<Span> spans;
    std::vector<bool> joined;  ///< to the one before
};

bool joins_ends(std::string_view between) {
    while (!between.empty() && between.front() == ' ') between.remove_prefix(1);
    while (!between.empty() && between.back() == ' ') between.remove_suffix(1);
    for (const std::string_view joint : {"-", "/", "to", "through", "–", "—"})
        if (between == joint) return true;
    return false;
}

PrintedValues printed_values(const Stretch& stretch, const Tokens& tokens) {
    PrintedValues out;
    const Span around = around_changes(stretch, tokens);
    if (around.empty()) return out;
    const std::string_view all = stretch.document.blocks[stretch.block].text;
    for (const Quantity& quantity : find_quantities(all.substr(around.begin, around.size()))) {
        const Span span{quantity.span.begin + around.begin, quantity.span.end + around.begin};
        const std::uint32_t last = out.spans.empty() ? span.begin : out.spans.back().end;
        out.joined.push_back(last < span.begin && joins_ends(all.substr(last, span.begin - last)));
        out.spans.push_back(span);
    }
    return out;
}

/// For each token of a range or pair of values: in which it stands, and at which end.
struct Ends {
    struct End {
        std::uint32_t range = none;
        bool last = false;
    };
    std::vector<End> of_token;
    std::vector<std::pair<std::size_t, std::size_t>> ranges;  ///< tokens [first, last)
};

Ends ends_of_ranges(const PrintedValues& values, const Tokens& tokens) {
    Ends out;
    out.of_token.resize(tokens.size());
    const auto ends_at = [&](std::size_t i) { return i + 1 == values.spans.size() || !values.joined[i + 1]; };
    std::size_t at = 0;
    for (std::size_t i = 1; i < values.spans.size(); ++i) {
        if (!values.joined[i] || values.joined[i - 1] || !ends_at(i)) continue;
        while (at < tokens.size() && tokens[at].token.text.end <= values.spans[i - 1].begin) ++at;
        const std::size_t first = at;
        for (; at < tokens.size() && tokens[at].token.text.begin < values.spans[i].end; ++at)
            out.of_token[at] = {static_cast<std::uint32_t>(out.ranges.size()),
                                tokens[at].token.text.begin >= values.spans[i].begin};
        out.ranges.emplace_back(first, at);
    }
    return out;
}

/// "$5-$7" that became "$7-$9" changes whole: the seven that stays is another end.
void part_shifted_ranges(TokenPair& pair, const PrintedValues& before, const PrintedValues& after) {
    const Ends b = ends_of_ranges(before, pair.before);
    const Ends a = ends_of_ranges(after, pair.after);
    if (b.ranges.empty() || a.ranges.empty()) return;
    for (std::size_t i = 0; i < pair.before.size(); ++i) {
        if (b.of_token[i].range == none || !pair.before[i].paired() || !pair.before[i].is_word()) continue;
        const Ends::End other = a.of_token[pair.before[i].partner];
        if (other.range == none || other.last == b.of_token[i].last) continue;
        const auto [b_first, b_last] = b.ranges[b.of_token[i].range];
        const auto [a_first, a_last] = a.ranges[other.range];
        for (std::size_t k = b_first; k < b_last; ++k) {
            pair.before[k].whole = !pair.before[k].is_word();
            pair.part_before(k);
        }
        for (std::size_t k = a_first; k < a_last; ++k) {
            pair.after[k].whole = !pair.after[k].is_word();
            pair.part_after(k);
        }
    }
}

/// A sum, date or number-word pair of which a part changed changes whole; a unit behind the figure stays. Where the
/// words of a pair changed and its figure did not, the words alone are marked: the two no longer say the same.
void replace_whole_values(const Stretch& stretch, Tokens& tokens, const PrintedValues& values,
                          const std::function<void(std::size_t)>& part) {
    std::size_t at = 0;
    for (const Span span : values.spans) {
        while (at < tokens.size() && tokens[at].token.text.end <= span.begin) ++at;
        std::size_t end = at;
        while (end < tokens.size() && tokens[end].token.text.begin < span.end) ++end;
        while (end > at && tokens[end - 1].token.kind == TokenKind::word) --end;
        bool changed = false;
        bool stays = false;
        for (std::size_t i = at; i < end; ++i)
            if (tokens[i].is_word()) (tokens[i].paired() ? stays : changed) = true;
        if (!changed || keeps_bracketed_figure(stretch, tokens, at, end)) continue;
        for (std::size_t i = at; i < end; ++i) {
            tokens[i].whole = !tokens[i].is_word();
            if (stays && tokens[i].is_word() && tokens[i].paired()) part(i);
        }
    }
}

bool carries_meaning(const Stretch& stretch, const DiffToken& token) {
    if (token.token.kind == TokenKind::number) return true;
    const char first = text_of(stretch, token.token).front();
    return first >= 'A' && first <= 'Z';
}

/// Body words [begin, end) of before that stand, paired and in a row, as the body words from `first` on of after.
struct KeptRun {
    std::size_t begin, end;
    std::size_t first;

    std::size_t size() const { return end - begin; }
    std::size_t last() const { return first + size(); }  ///< one past
};

/// Calls `visit` for each longest run of kept words, in order; a visit may part or join words up to the next run.
template <class Visit>
void for_each_kept_run(const TokenPair& pair, const std::vector<std::uint32_t>& b, const std::vector<std::uint32_t>& a,
                       const Visit& visit) {
    std::vector<std::uint32_t> rank(pair.after.size());  // place of an after-token among the body words
    for (std::uint32_t i = 0; i < a.size(); ++i) rank[a[i]] = i;
    const auto place_of = [&](std::size_t i) { return rank[pair.before[b[i]].partner]; };
    for (std::size_t i = 0; i < b.size();) {
        if (!pair.before[b[i]].paired()) {
            ++i;
            continue;
        }
        const std::size_t begin = i++;
        while (i < b.size() && pair.before[b[i]].paired() && place_of(i) == place_of(i - 1) + 1) ++i;
        visit(KeptRun{begin, i, place_of(begin)});
    }
}

/// Strikes kept runs of one or two plain words that stand inside a replacement on both sides.
void drop_islands(TokenPair& pair) {
    const auto b = body_words(pair.before);
    const auto a = body_words(pair.after);
    for_each_kept_run(pair, b, a, [&](const KeptRun& run) {
        const bool inside = run.begin > 0 && run.end < b.size() && run.first > 0 && run.last() < a.size() &&
                            !pair.before[b[run.begin - 1]].paired() && !pair.before[b[run.end]].paired() &&
                            !pair.after[a[run.first - 1]].paired() && !pair.after[a[run.last()]].paired();
        if (!inside || run.size() > small_island) return;
        for (std::size_t k = run.begin; k < run.end; ++k)
            if (carries_meaning(pair.before_stretch, pair.before[b[k]])) return;
        for (std::size_t k = run.begin; k < run.end; ++k) pair.part_before(b[k]);
    });
}

/// "5", "five", "twice".
bool is_number_word(const Stretch& stretch, const DiffToken& token) {
    if (token.token.kind == TokenKind::number) return true;
    const VocabularyEntry* entry = find_vocabulary(normalise(text_of(stretch, token.token)));
    return entry != nullptr &&
           (entry->kind == LexemeKind::small || entry->kind == LexemeKind::tens || entry->kind == LexemeKind::often);
}

/// The words [begin, end) of a stretch's body words.
struct WordRun {
    const Stretch& stretch;
    const Tokens& tokens;
    const std::vector<std::uint32_t>& words;
    std::size_t begin, end;

    bool is_number(std::size_t i) const { return is_number_word(stretch, tokens[words[i]]); }
    bool any_number() const {
        for (std::size_t i = begin; i < end; ++i)
            if (is_number(i)) return true;
        return false;
    }
    bool all_numbers() const {
        for (std::size_t i = begin; i < end; ++i)
            if (!is_number(i)) return false;
        return true;
    }
};

/// The words that two runs share in order, figures left out.
std::vector<std::pair<std::uint32_t, std::uint32_t>> shared_words(const WordRun& b, const WordRun& a) {
    const auto plain = [](const WordRun& run, std::vector<std::uint32_t>& places, std::vector<std::uint64_t>& keys) {
        for (std::size_t i = run.begin; i < run.end; ++i) {
            if (run.is_number(i)) continue;
            places.push_back(run.words[i]);
            keys.push_back(run.tokens[run.words[i]].token.key);
        }
    };
    std::vector<std::uint32_t> b_places;
    std::vector<std::uint32_t> a_places;
    std::vector<std::uint64_t> b_keys;
    std::vector<std::uint64_t> a_keys;
    plain(b, b_places, b_keys);
    plain(a, a_places, a_keys);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
    if (b_keys.empty() || a_keys.empty()) return out;
    for (const auto& [x, y] : common_subsequence(b_keys, a_keys)) out.emplace_back(b_places[x], a_places[y]);
    return out;
}

/// "three (3) days, or five (5) days" became "five (5) days, or seven (7) days": three became five and five seven. Of
/// scripts that keep as many words the one that keeps words, not a figure in another figure's place.
void keep_words_before_figures(TokenPair& pair) {
    const auto changes = [](const DiffToken& token) { return is_body_word(token) && !token.paired(); };
    if (std::none_of(pair.before.begin(), pair.before.end(), changes) ||
        std::none_of(pair.after.begin(), pair.after.end(), changes))
        return;
    const auto b = body_words(pair.before);
    const auto a = body_words(pair.after);
    const auto gone_before = [&](std::size_t i) {  // where the run of words without a partner that ends at `i` begins
        while (i > 0 && !pair.before[b[i - 1]].paired()) --i;
        return i;
    };
    const auto gone_behind = [&](std::size_t i) {
        while (i < b.size() && !pair.before[b[i]].paired()) ++i;
        return i;
    };
    const auto came_before = [&](std::size_t i) {
        while (i > 0 && !pair.after[a[i - 1]].paired()) --i;
        return i;
    };
    const auto came_behind = [&](std::size_t i) {
        while (i < a.size() && !pair.after[a[i]].paired()) ++i;
        return i;
    };
    for_each_kept_run(pair, b, a, [&](const KeptRun& run) {
        if (run.size() > longest_figure) return;
        const WordRun kept{pair.before_stretch, pair.before, b, run.begin, run.end};
        if (!kept.all_numbers()) return;
        const bool rises = came_before(run.first) == run.first && gone_behind(run.end) == run.end;  // words came behind
        const bool falls = came_behind(run.last()) == run.last() && gone_before(run.begin) == run.begin;
        if (rises == falls) return;
        const WordRun gone = rises ? WordRun{pair.before_stretch, pair.before, b, gone_before(run.begin), run.begin}
                                   : WordRun{pair.before_stretch, pair.before, b, run.end, gone_behind(run.end)};
        const WordRun came = rises ? WordRun{pair.after_stretch, pair.after, a, run.last(), came_behind(run.last())}
                                   : WordRun{pair.after_stretch, pair.after, a, came_before(run.first), run.first};
        if (gone.end - gone.begin > longest_value || came.end - came.begin > longest_value) return;
        if (!gone.any_number() || !came.any_number()) return;
        const auto shared = shared_words(gone, came);
        if (shared.size() < run.size()) return;
        for (std::size_t k = run.begin; k < run.end; ++k) pair.part_before(b[k]);
        for (const auto& [x, y] : shared) pair.join(x, y);
    });
}

bool ends_sentence(const Stretch& stretch, const Tokens& tokens, std::size_t i) {
    if (tokens[i].is_word()) return false;
    const char mark = text_of(stretch, tokens[i].token).front();
    if (mark != '.' && mark != ';' && mark != ':') return false;
    return i + 1 == tokens.size() || tokens[i + 1].token.text.begin > tokens[i].token.text.end;
}

/// For each token the number of its sentence.
std::vector<std::uint32_t> sentences(const Stretch& stretch, const Tokens& tokens) {
    std::vector<std::uint32_t> out(tokens.size());
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        out[i] = number;
        number += ends_sentence(stretch, tokens, i);
    }
    return out;
}

/// For each token whether it is a further word of a printed value: a date counts as one word, not as four.
std::vector<bool> further_words_of_values(const Stretch& stretch, const Tokens& tokens) {
    std::vector<bool> out(tokens.size(), false);
    const auto is_number = [](const DiffToken& token) { return token.token.kind == TokenKind::number; };
    if (std::none_of(tokens.begin(), tokens.end(), is_number)) return out;
    const std::string_view text =
        std::string_view(stretch.document.blocks[stretch.block].text).substr(stretch.text.begin, stretch.text.size());
    std::size_t at = 0;
    for (const Quantity& quantity : find_quantities(text)) {
        const Span span{quantity.span.begin + stretch.text.begin, quantity.span.end + stretch.text.begin};
        bool first = true;
        for (; at < tokens.size() && tokens[at].token.text.begin < span.end; ++at) {
            if (tokens[at].token.text.begin < span.begin || !is_body_word(tokens[at])) continue;
            out[at] = !first;
            first = false;
        }
    }
    return out;
}

/// For each sentence whether it keeps less than half of its words, however the words of its values are counted.
std::vector<bool> mostly_gone(const Stretch& stretch, const Tokens& tokens,
                              const std::vector<std::uint32_t>& sentence) {
    struct Count {
        std::size_t words = 0, kept = 0;
        bool is_gone() const { return 2 * kept < words; }
    };
    const auto count_words = [&](const std::vector<bool>& passed) {
        std::vector<Count> counts(sentence.empty() ? 0 : sentence.back() + 1);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (!is_body_word(tokens[i]) || (!passed.empty() && passed[i])) continue;
            ++counts[sentence[i]].words;
            counts[sentence[i]].kept += tokens[i].paired();
        }
        return counts;
    };
    std::vector<bool> out;
    for (const Count& count : count_words({})) out.push_back(count.is_gone());
    if (std::find(out.begin(), out.end(), true) == out.end()) return out;
    const std::vector<Count> counts = count_words(further_words_of_values(stretch, tokens));
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = out[i] && counts[i].is_gone();
    return out;
}

/// A sentence that keeps less than half of its words is replaced whole, where those it shares words with do so too.
void replace_rewritten_sentences(TokenPair& pair) {
    const auto b_sentence = sentences(pair.before_stretch, pair.before);
    const auto a_sentence = sentences(pair.after_stretch, pair.after);
    auto b_gone = mostly_gone(pair.before_stretch, pair.before, b_sentence);
    auto a_gone = mostly_gone(pair.after_stretch, pair.after, a_sentence);
    for (int round = 0; round < 2; ++round)
        for (std::size_t i = 0; i < pair.before.size(); ++i) {
            if (!is_body_word(pair.before[i]) || !pair.before[i].paired()) continue;
            const std::uint32_t b = b_sentence[i];
            const std::uint32_t a = a_sentence[pair.before[i].partner];
            if (!a_gone[a]) b_gone[b] = false;
            if (!b_gone[b]) a_gone[a] = false;
        }
    for (std::size_t i = 0; i < pair.before.size(); ++i)
        if (is_body_word(pair.before[i]) && pair.before[i].paired() && b_gone[b_sentence[i]] &&
            a_gone[a_sentence[pair.before[i].partner]])
            pair.part_before(i);
}

/// Whether a sentence of some length stands on both sides with half of its words.
bool keeps_a_sentence(const TokenPair& pair) {
    const auto b_sentence = sentences(pair.before_stretch, pair.before);
    const auto a_sentence = sentences(pair.after_stretch, pair.after);
    std::vector<std::size_t> a_words(a_sentence.empty() ? 0 : a_sentence.back() + 1);
    for (std::size_t i = 0; i < pair.after.size(); ++i) a_words[a_sentence[i]] += is_body_word(pair.after[i]);
    for (std::size_t i = 0; i < pair.before.size();) {
        const std::uint32_t sentence = b_sentence[i];
        std::size_t words = 0;
        std::size_t kept = 0;  // in one sentence of the other side
        std::uint32_t partner = none;
        for (; i < pair.before.size() && b_sentence[i] == sentence; ++i) {
            if (!is_body_word(pair.before[i])) continue;
            ++words;
            if (!pair.before[i].paired()) continue;
            const std::uint32_t other = a_sentence[pair.before[i].partner];
            if (other != partner) kept = 0;
            partner = other;
            ++kept;
        }
        if (kept >= least_kept_sentence && 2 * kept >= std::max(words, a_words[partner])) return true;
    }
    return false;
}

/// The words of the first sentence where both sides begin with it, a title most often: whatever follows, it stays.
std::size_t words_of_same_title(const TokenPair& pair, const std::vector<std::uint32_t>& b,
                                const std::vector<std::uint32_t>& a) {
    for (std::size_t i = 0; i < std::min({b.size(), a.size(), longest_title}); ++i) {
        if (pair.before[b[i]].partner != a[i]) return 0;
        const bool b_ends = b[i] + 1 < pair.before.size() && ends_sentence(pair.before_stretch, pair.before, b[i] + 1);
        const bool a_ends = a[i] + 1 < pair.after.size() && ends_sentence(pair.after_stretch, pair.after, a[i] + 1);
        if (b_ends || a_ends) return b_ends && a_ends ? i + 1 : 0;
    }
    return 0;
}

/// Whether half of the words stay where each value counts as one.
bool keeps_half_but_for_values(const TokenPair& pair) {
    const auto further_before = further_words_of_values(pair.before_stretch, pair.before);
    const auto further_after = further_words_of_values(pair.after_stretch, pair.after);
    std::size_t words = 0;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < pair.before.size(); ++i) {
        if (!is_body_word(pair.before[i]) || further_before[i]) continue;
        ++words;
        kept += pair.before[i].paired();
    }
    for (std::size_t i = 0; i < pair.after.size(); ++i) words += is_body_word(pair.after[i]) && !further_after[i];
    return 4 * kept >= words;
}

/// A stretch that keeps less than half of its words is replaced whole but for its title, unless words only went or only
/// came or a sentence stays.
void replace_rewritten(TokenPair& pair) {
    const auto b = body_words(pair.before);
    const auto a = body_words(pair.after);
    const auto kept = static_cast<std::size_t>(
        std::count_if(b.begin(), b.end(), [&](std::uint32_t i) { return pair.before[i].paired(); }));
    if (4 * kept >= b.size() + a.size() || kept == b.size() || kept == a.size() || keeps_a_sentence(pair)) return;
    if (kept > 0 && keeps_half_but_for_values(pair)) return;
    for (std::size_t i = words_of_same_title(pair, b, a); i < b.size(); ++i) pair.part_before(b[i]);
}

/// How well a one-sided run reads when it begins at token `first`: best behind a label that came or went with it, well
/// at the beginning of a sentence.
int reading_score(const Stretch& stretch, const Tokens& tokens, std::size_t first) {
    if (first == 0) return 3;
    if (tokens[first - 1].label && !tokens[first - 1].paired()) return 4;
    if (ends_sentence(stretch, tokens, first - 1)) return 3;
    if (tokens[first - 1].is_word()) return 0;
    const char mark = text_of(stretch, tokens[first - 1].token).front();
    if (mark == ')' || mark == ']') return 0;  // what is measured in the figure in brackets follows it
    return mark == ',' ? 2 : 1;
}

/// Whether words of the other side stand where the words [i, end) went from: then these are replaced, not just gone.
bool is_replaced(const Tokens& tokens, const std::vector<std::uint32_t>& words, std::size_t i, std::size_t end,
                 const Tokens& other) {
    const std::size_t from = i > 0 ? tokens[words[i - 1]].partner + 1 : 0;
    const std::size_t to = end < words.size() ? tokens[words[end]].partner : other.size();
    for (std::size_t k = from; k < to; ++k)
        if (is_body_word(other[k])) return true;
    return false;
}

/// Whether words of the other side came or went right in front of a kept word: a run that begins there replaces them.
bool meets_change(const Tokens& tokens, const std::vector<std::uint32_t>& words, std::size_t i, const Tokens& other) {
    if (i == 0 || !tokens[words[i - 1]].paired()) return false;
    for (std::size_t k = tokens[words[i - 1]].partner + 1; k < tokens[words[i]].partner; ++k)
        if (is_body_word(other[k]) && !other[k].paired()) return true;
    return false;
}

/// Slides runs of words that stand on one side only to where a sentence or clause begins; true where one did. What
/// replaces other words stays beside them.
bool slide_side(const Stretch& stretch, Tokens& tokens, Tokens& other) {
    bool slid = false;
    const auto words = body_words(tokens);
    for (std::size_t i = 0; i < words.size();) {
        if (tokens[words[i]].paired()) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < words.size() && !tokens[words[end]].paired()) ++end;
        if (is_replaced(tokens, words, i, end, other)) {
            i = end;
            continue;
        }
        std::size_t best = 0;
        int best_score = reading_score(stretch, tokens, words[i]);
        for (std::size_t shift = 1; shift <= std::min(i, longest_slide); ++shift) {
            const DiffToken& from = tokens[words[i - shift]];
            if (!from.paired() || from.token.key != tokens[words[end - shift]].token.key) break;
            if (shift > 1 && from.partner > tokens[words[i - shift + 1]].partner) break;
            const bool meets = shift <= nearest_change && meets_change(tokens, words, i - shift, other);
            const int score = meets ? best_place : reading_score(stretch, tokens, words[i - shift]);
            if (score > best_score) {
                best_score = score;
                best = shift;
            }
        }
        for (std::size_t shift = 1; shift <= best; ++shift) {
            DiffToken& from = tokens[words[i - shift]];
            DiffToken& to = tokens[words[end - shift]];
            to.partner = from.partner;
            other[from.partner].partner = words[end - shift];
            from.partner = unpaired;
        }
        slid |= best > 0;
        i = end;
    }
    return slid;
}

}  // namespace

void make_readable(TokenPair& pair) {
    keep_words_before_figures(pair);
    replace_rewritten(pair);
    const PrintedValues before = printed_values(pair.before_stretch, pair.before);
    const PrintedValues after = printed_values(pair.after_stretch, pair.after);
    part_shifted_ranges(pair, before, after);
    replace_whole_values(pair.before_stretch, pair.before, before, [&](std::size_t i) { pair.part_before(i); });
    replace_whole_values(pair.after_stretch, pair.after, after, [&](std::size_t i) { pair.part_after(i); });
    replace_rewritten_sentences(pair);
    drop_islands(pair);
    const bool before_slid = slide_side(pair.before_stretch, pair.before, pair.after);
    const bool after_slid = slide_side(pair.after_stretch, pair.after, pair.before);
    if (before_slid || after_slid) drop_islands(pair);
}

}  // namespace stet
