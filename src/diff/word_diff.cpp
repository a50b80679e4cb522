// Which words of a stretch became which of the other: labels with labels, words with words, then marks and asides.
#include "diff/word_diff.hpp"

#include <algorithm>

#include "diff/diff_tokens.hpp"
#include "diff/sequence.hpp"

namespace stet {

namespace {

using Indices = std::vector<std::uint32_t>;

template <class Wanted>
Indices select(const std::vector<DiffToken>& tokens, std::size_t from, std::size_t to, Wanted wanted) {
    Indices out;
    out.reserve(to - from);
    for (std::size_t i = from; i < to; ++i)
        if (!tokens[i].paired() && wanted(tokens[i])) out.push_back(static_cast<std::uint32_t>(i));
    return out;
}

/// Pairs the chosen tokens along a common subsequence of their keys.
void join_common(TokenPair& pair, const Indices& b, const Indices& a) {
    if (b.empty() || a.empty()) return;
    std::vector<std::uint64_t> b_keys;
    std::vector<std::uint64_t> a_keys;
    b_keys.reserve(b.size());
    a_keys.reserve(a.size());
    for (const std::uint32_t i : b) b_keys.push_back(pair.before[i].token.key);
    for (const std::uint32_t i : a) a_keys.push_back(pair.after[i].token.key);
    for (const auto& [x, y] : common_subsequence(b_keys, a_keys)) pair.join(b[x], a[y]);
}

template <class Wanted>
void join_all(TokenPair& pair, Wanted wanted) {
    join_common(pair, select(pair.before, 0, pair.before.size(), wanted),
                select(pair.after, 0, pair.after.size(), wanted));
}

/// Calls `visit(b, b_end, a, a_end)` for every interval between neighbouring pairs, the ends included.
template <class Visit>
void between_pairs(const TokenPair& pair, Visit visit) {
    std::size_t b = 0;
    std::size_t a = 0;
    for (std::size_t i = 0; i <= pair.before.size(); ++i) {
        if (i < pair.before.size() && !pair.before[i].paired()) continue;
        const std::size_t j = i < pair.before.size() ? pair.before[i].partner : pair.after.size();
        if (b < i || a < j) visit(b, i, a, j);
        b = i + 1;
        a = j + 1;
    }
}

bool same_mark(const TokenPair& pair, std::size_t b, std::size_t a) {
    const DiffToken& x = pair.before[b];
    const DiffToken& y = pair.after[a];
    return !x.is_word() && !y.is_word() && !x.whole && !y.whole && x.aside == y.aside && x.label == y.label &&
           x.token.key == y.token.key;
}

/// Marks that stand at the ends of an interval go with the words beside them; between words that both stay, all that
/// agree.
void join_marks(TokenPair& pair) {
    struct Interval {
        std::size_t b, b_end, a, a_end;
    };
    std::vector<Interval> intervals;
    between_pairs(pair, [&](std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
        if (b < b_end && a < a_end) intervals.push_back({b, b_end, a, a_end});
    });
    for (auto [b, b_end, a, a_end] : intervals) {
        while (b < b_end && a < a_end && same_mark(pair, b, a)) pair.join(b++, a++);
        while (b < b_end && a < a_end && same_mark(pair, b_end - 1, a_end - 1)) pair.join(--b_end, --a_end);
        const auto is_mark = [](const DiffToken& token) { return !token.is_word() && !token.aside && !token.whole; };
        const auto b_marks = select(pair.before, b, b_end, is_mark);
        const auto a_marks = select(pair.after, a, a_end, is_mark);
        if (b_marks.size() == b_end - b && a_marks.size() == a_end - a) join_common(pair, b_marks, a_marks);
    }
}

/// A label on one side only, with which the other side's text begins: "(2)" in the midst of a sentence became a list's.
void join_label_with_words(TokenPair& pair) {
    const auto is_label = [](const DiffToken& token) { return token.label; };
    const auto b = select(pair.before, 0, pair.before.size(), is_label);
    const auto a = select(pair.after, 0, pair.after.size(), is_label);
    const std::size_t size = b.size() + a.size();
    if ((!b.empty() && !a.empty()) || size > std::min(pair.before.size(), pair.after.size())) return;
    for (std::size_t i = 0; i < size; ++i)
        if (pair.before[i].aside || pair.after[i].aside || pair.before[i].paired() || pair.after[i].paired() ||
            pair.before[i].token.key != pair.after[i].token.key)
            return;
    for (std::size_t i = 0; i < size; ++i) pair.join(i, i);
}

/// A word broken at a line's end equals the same letters with their hyphen kept.
void join_soft_words(TokenPair& pair) {
    struct Two {
        std::size_t b, a;
    };
    std::vector<Two> found;
    const auto letters = [](const Stretch& stretch, const DiffToken& token) {
        std::string out = normalise(std::string_view(stretch.document.blocks[stretch.block].text)
                                        .substr(token.token.text.begin, token.token.text.size()));
        std::erase_if(out, [](char c) { return c == '-' || c == ' '; });
        return out;
    };
    between_pairs(pair, [&](std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
        for (; b < b_end && a < a_end && (pair.before[b].token.soft || pair.after[a].token.soft); ++b, ++a)
            if (letters(pair.before_stretch, pair.before[b]) == letters(pair.after_stretch, pair.after[a]))
                found.push_back({b, a});
    });
    for (const Two& two : found) pair.join(two.b, two.a);
}

/// Asides of both sides between the same words.
void join_asides(TokenPair& pair) {
    const auto is_aside = [](const DiffToken& token) { return token.aside; };
    if (std::none_of(pair.before.begin(), pair.before.end(), is_aside)) return;
    if (std::none_of(pair.after.begin(), pair.after.end(), is_aside)) return;
    std::vector<std::pair<Indices, Indices>> found;
    between_pairs(pair, [&](std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
        found.emplace_back(select(pair.before, b, b_end, is_aside), select(pair.after, a, a_end, is_aside));
    });
    for (const auto& [b, a] : found) join_common(pair, b, a);
}

}  // namespace

std::vector<DiffToken> diff_tokens(const Stretch& stretch) {
    const Document& document = stretch.document;
    const Block& block = document.blocks[stretch.block];
    const Span label = document.places[stretch.block].label;
    std::vector<DiffToken> out;
    std::vector<Token> tokens;
    constexpr std::size_t bytes_a_token = 5;
    out.reserve(stretch.text.size() / bytes_a_token + 1);
    tokens.reserve(stretch.text.size() / bytes_a_token + 1);
    const auto add = [&](Span span, bool aside, bool is_label) {
        span = {std::max(span.begin, stretch.text.begin), std::min(span.end, stretch.text.end)};
        if (span.begin >= span.end) return;
        tokens.clear();
        tokenize(block.text, span, tokens);
        for (const Token& token : tokens) out.push_back({token, aside, is_label, false, false, unpaired});
    };
    Span joined{0, 0};  // neighbouring runs on the same side of the face are read as one
    bool aside = false;
    const auto flush = [&] {
        if (joined.empty()) return;
        const std::uint32_t cut = std::clamp(label.end, joined.begin, joined.end);
        if (!aside) add({joined.begin, cut}, false, true);
        add({aside ? joined.begin : cut, joined.end}, aside, false);
    };
    for (const Run& run : block.runs) {
        const bool out_of_face = outside(run.marks, document.face);
        if (out_of_face != aside || joined.empty()) {
            flush();
            joined = run.text;
            aside = out_of_face;
        }
        joined.end = run.text.end;
    }
    flush();
    std::size_t run = 0;
    std::size_t fragment = 1;
    for (DiffToken& token : out) {
        const std::uint32_t at = token.token.text.begin;
        for (; run < block.runs.size() && block.runs[run].text.begin <= at; ++run) token.breaks = run > 0;
        for (; fragment < block.fragments.size() && block.fragments[fragment].text <= at; ++fragment)
            token.breaks = true;
    }
    for (std::size_t i = 1; i < out.size(); ++i) out[i].breaks |= out[i - 1].label && !out[i].label;
    return out;
}

namespace {

/// Pairs the text behind the labels token by token where it is the same; false where it is not.
bool join_same_text(TokenPair& pair) {
    const auto in_text = [](const DiffToken& t) { return !t.label && !t.aside; };
    const auto b = select(pair.before, 0, pair.before.size(), in_text);
    const auto a = select(pair.after, 0, pair.after.size(), in_text);
    const auto same = [&](std::uint32_t x, std::uint32_t y) {
        return pair.before[x].token.key == pair.after[y].token.key;
    };
    if (!std::equal(b.begin(), b.end(), a.begin(), a.end(), same)) return false;
    for (std::size_t i = 0; i < b.size(); ++i) pair.join(b[i], a[i]);
    return true;
}

}  // namespace

std::vector<Edit> word_diff(const Stretch& before, const Stretch& after) {
    TokenPair pair{before, after, diff_tokens(before), diff_tokens(after)};
    join_all(pair, [](const DiffToken& t) { return t.label; });
    join_label_with_words(pair);
    if (!join_same_text(pair)) {
        join_all(pair, [](const DiffToken& t) { return t.is_word() && !t.label && !t.aside; });
        join_soft_words(pair);
        make_readable(pair);
    }
    join_marks(pair);
    join_asides(pair);
    return edits_of(pair);
}

std::vector<Edit> one_sided(const Stretch& stretch, EditOp op) {
    const Block& block = stretch.document.blocks[stretch.block];
    std::vector<Edit> out;
    std::vector<std::uint32_t> cuts;  // where fragments begin
    for (const Fragment& fragment : block.fragments) cuts.push_back(fragment.text);
    const auto put = [&](Span span, bool aside, bool joins) {
        if (span.begin >= span.end) return;
        const bool deleted = op == EditOp::deleted;
        if (joins && !out.empty() && out.back().aside == aside) {
            (deleted ? out.back().before : out.back().after).end = span.end;
            return;
        }
        out.push_back({op, aside, deleted ? span : Span{}, deleted ? Span{} : span});
    };
    for (const Run& run : block.runs) {
        Span rest{std::max(run.text.begin, stretch.text.begin), std::min(run.text.end, stretch.text.end)};
        const bool aside = outside(run.marks, stretch.document.face);
        for (auto cut = std::lower_bound(cuts.begin(), cuts.end(), rest.begin); rest.begin < rest.end;) {
            const bool at_cut = cut != cuts.end() && *cut == rest.begin;
            cut += at_cut;
            const Span head{rest.begin, cut == cuts.end() ? rest.end : std::min(*cut, rest.end)};
            put(head, aside, !at_cut);
            rest.begin = head.end;
        }
    }
    return out;
}

}  // namespace stet
