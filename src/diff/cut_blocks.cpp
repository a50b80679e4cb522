// Looks beside each pair for what its longer side has over.
//
//   before:  P: one. two. three.            after:  P: one.  |  (a) two.  |  (b) three.
//   wrong:   "two. three." struck from P, (a) and (b) new with the same words
//   ours:    P cut in three; (a) and (b) are new as labels only
#include "diff/cut_blocks.hpp"

#include <algorithm>
#include <array>

#include "diff/sequence.hpp"

namespace stet {

namespace {

/// Share of a part's words that must be what the rest of the paragraph has over, and words that it must have.
constexpr float least_contained = 0.65F;
constexpr std::uint32_t least_part_words = 4;
/// The same of a part and of what the paragraph has over, each of the other.
constexpr float least_half = 0.5F;
/// Share of what the paragraph has over that a part must hold to be the last, and how many times as long it may be.
constexpr float least_rest = 0.9F;
constexpr float most_growth = 3;
/// Or half of it by weight and most of its words, of so many: its figures are others.
constexpr float least_rest_of_other_figures = 0.5F;
constexpr float most_other_words = 0.25F;
constexpr std::size_t least_rest_words = 6;
/// New paragraphs, or headings, that may stand between two parts.
constexpr std::size_t most_between = 2;
/// Parts of one paragraph.
constexpr std::size_t most_parts = 64;

Bag bag_of_block(const PrintedDocument& side, BlockId id, const Rarity& rarity) {
    return bag_of(side.prints, std::span(&id, 1), rarity);
}

bool may_be_part(const PrintedDocument& side, BlockId id) {
    return side.document.blocks[id].cells.empty() && !side.document.places[id].heading &&
           side.prints.blocks[id].words >= least_part_words;
}

/// A few words in a list: "(b) the Fees;". They are a part when the rest has all of them.
bool is_short_item(const PrintedDocument& side, BlockId id) {
    const bool listed =
        side.document.blocks[id].kind == BlockKind::list_item || !side.document.places[id].label.empty();
    const std::uint32_t words = side.prints.blocks[id].words;
    return listed && side.document.blocks[id].cells.empty() && !side.document.places[id].heading && words > 0 &&
           words < least_part_words;
}

/// Words of `part` that `whole` does not have, repeats counted.
std::size_t other_words(const Bag& part, const Bag& whole) {
    std::size_t out = 0;
    auto at = whole.entries.begin();
    for (const Bag::Entry& entry : part.entries) {
        while (at != whole.entries.end() && at->key < entry.key) ++at;
        if (at != whole.entries.end() && at->key == entry.key)
            ++at;
        else
            ++out;
    }
    return out;
}

/// Whether a block holds all that a paragraph has over, and not much else: its last part, to which words came.
bool is_the_rest(const Bag& bag, const Bag& rest) {
    if (rest.entries.size() < least_part_words || bag.total > most_growth * rest.total) return false;
    const float held = containment(rest, bag);
    if (held >= least_rest) return true;
    const auto words = static_cast<float>(rest.entries.size());
    return held >= least_rest_of_other_figures && rest.entries.size() >= least_rest_words &&
           static_cast<float>(other_words(rest, bag)) <= most_other_words * words;
}

/// Whether a block holds enough of what a paragraph has over: most of its words come from there, or it was reworded and
/// both hold half of the other, or it is the rest and words came to it.
bool is_part(const Bag& bag, const Bag& rest) {
    const float from_rest = containment(bag, rest);
    return from_rest >= least_contained || (from_rest >= least_half && containment(rest, bag) >= least_half) ||
           is_the_rest(bag, rest);
}

/// One side, with its blocks that are in a pair.
struct Blocks {
    const PrintedDocument& side;
    std::vector<bool> taken;

    /// The next block in a direction that is not set aside, or none.
    BlockId next(BlockId id, bool forward) const {
        const auto size = static_cast<BlockId>(side.document.blocks.size());
        while (forward ? id + 1 < size : id > 0) {
            id = forward ? id + 1 : id - 1;
            if (!is_set_aside(side.document.blocks[id].kind)) return id;
        }
        return none;
    }

    /// Whether a block near by may be a part: headings and few words may stand between.
    bool has_free_neighbour(BlockId id) const {
        for (const bool forward : {true, false}) {
            BlockId other = next(id, forward);
            for (std::size_t passed = 0; passed <= most_between && other != none && !taken[other]; ++passed) {
                if (may_be_part(side, other) || is_short_item(side, other)) return true;
                other = next(other, forward);
            }
        }
        return false;
    }

    /// The block and those near it that hold what `whole` has over, in order.
    std::vector<BlockId> parts(BlockId centre, const Bag& whole, const Rarity& rarity) const {
        std::vector<BlockId> out{centre};
        Bag rest = without(whole, bag_of_block(side, centre, rarity));
        // What was taken behind the centre leaves less to be found before it, and the reverse: once more each.
        std::array<BlockId, 2> last{centre, centre};
        for (const bool forward : {true, false, true, false}) {
            BlockId& at = last[forward ? 1 : 0];
            std::size_t passed = 0;
            for (BlockId id = next(at, forward); id != none && out.size() < most_parts; id = next(id, forward)) {
                if (taken[id]) break;
                const Bag bag = bag_of_block(side, id, rarity);
                const bool held =
                    is_short_item(side, id) ? other_words(bag, rest) == 0 : may_be_part(side, id) && is_part(bag, rest);
                if (!held) {
                    if (++passed > most_between) break;
                    continue;
                }
                rest = without(rest, bag);
                out.push_back(id);
                at = id;
                passed = 0;
            }
        }
        std::sort(out.begin(), out.end());
        return out;
    }
};

bool closes_sentence(const Document& document, BlockId block, const Token& token) {
    const char mark = document.blocks[block].text[token.text.begin];
    return token.kind == TokenKind::punctuation && (mark == '.' || mark == ';' || mark == ':' || mark == ',');
}

/// How many tokens right before `at` say the label of a block: the "(2)" in the midst of a sentence that became a list.
std::size_t label_tokens_before(const std::vector<Token>& tokens, std::size_t at, const Document& document,
                                BlockId block) {
    std::vector<Token> label;
    tokenize(document.blocks[block].text, document.places[block].label, label);
    if (label.empty() || label.size() > at) return 0;
    const auto begin = tokens.begin() + static_cast<std::ptrdiff_t>(at - label.size());
    const auto same = [](const Token& x, const Token& y) { return x.key == y.key; };
    return std::equal(label.begin(), label.end(), begin, same) ? label.size() : 0;
}

/// Where the text of each part but the first begins in the whole; empty where a part has no place of its own.
std::vector<std::uint32_t> cuts(const Document& whole_document, BlockId whole, const Document& document,
                                const std::vector<BlockId>& parts) {
    std::vector<Token> x;
    std::vector<Token> y;
    std::vector<std::size_t> part_of;  // by token of y
    compared_tokens(whole_document, whole, x);
    for (std::size_t part = 0; part < parts.size(); ++part) {
        compared_tokens(document, parts[part], y);
        part_of.resize(y.size(), part);
    }
    std::vector<std::uint64_t> x_keys;
    std::vector<std::uint64_t> y_keys;
    for (const Token& token : x) x_keys.push_back(token.key);
    for (const Token& token : y) y_keys.push_back(token.key);
    std::vector<std::size_t> first(parts.size(), x.size());
    std::vector<std::size_t> behind(parts.size(), 0);
    for (const auto& [p, q] : common_subsequence(x_keys, y_keys)) {
        if (!closes_sentence(whole_document, whole, x[p]))  // a part may open with words, not with a full stop
            first[part_of[q]] = std::min<std::size_t>(first[part_of[q]], p);
        behind[part_of[q]] = p + 1;
    }
    std::vector<std::uint32_t> out;
    for (std::size_t part = 1; part < parts.size(); ++part) {
        if (first[part] == x.size() || behind[part - 1] == 0) return {};
        std::size_t cut = behind[part - 1];  // words without a partner stay with their sentence
        while (cut < first[part] && !(cut > 0 && closes_sentence(whole_document, whole, x[cut - 1]))) ++cut;
        if (const std::size_t label = label_tokens_before(x, first[part], document, parts[part]); label > 0)
            cut = std::max(behind[part - 1], first[part] - label);
        out.push_back(x[cut].text.begin);
    }
    return out;
}

/// The pairs of a whole with its parts; empty where it cannot be cut.
std::vector<BlockPair> cut(const BlockPair& pair, const Blocks& whole, BlockId whole_id, const Blocks& other,
                           const std::vector<BlockId>& parts, bool whole_is_before) {
    const auto where = cuts(whole.side.document, whole_id, other.side.document, parts);
    if (where.empty() || where.front() == 0) return {};
    std::vector<BlockPair> out;
    const Span all = whole_text(whole.side.document, whole_id);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Span span{i == 0 ? all.begin : where[i - 1], i == where.size() ? all.end : where[i]};
        const Span text = whole_text(other.side.document, parts[i]);
        if (whole_is_before)
            out.push_back({whole_id, span, parts[i], text, pair.moved});
        else
            out.push_back({parts[i], text, whole_id, span, pair.moved});
    }
    return out;
}

bool is_whole(const PrintedDocument& before, const PrintedDocument& after, const BlockPair& pair) {
    return pair.before_text == whole_text(before.document, pair.before) &&
           pair.after_text == whole_text(after.document, pair.after) &&
           before.document.blocks[pair.before].cells.empty() && after.document.blocks[pair.after].cells.empty() &&
           before.prints.blocks[pair.before].hash != after.prints.blocks[pair.after].hash;
}

}  // namespace

void cut_blocks(const PrintedDocument& before, const PrintedDocument& after, const Rarity& rarity, std::size_t first,
                std::vector<BlockPair>& pairs) {
    if (first == pairs.size()) return;
    Blocks b{before, std::vector<bool>(before.document.blocks.size(), false)};
    Blocks a{after, std::vector<bool>(after.document.blocks.size(), false)};
    for (const BlockPair& pair : pairs) b.taken[pair.before] = a.taken[pair.after] = true;
    const std::size_t count = pairs.size();
    for (std::size_t i = first; i < count; ++i) {
        if (!is_whole(before, after, pairs[i])) continue;
        const BlockPair pair = pairs[i];
        for (const bool whole_is_before : {true, false}) {
            Blocks& whole = whole_is_before ? b : a;
            Blocks& other = whole_is_before ? a : b;
            const BlockId whole_id = whole_is_before ? pair.before : pair.after;
            const BlockId centre = whole_is_before ? pair.after : pair.before;
            if (!other.has_free_neighbour(centre)) continue;
            const auto parts = other.parts(centre, bag_of_block(whole.side, whole_id, rarity), rarity);
            if (parts.size() < 2) continue;
            const auto found = cut(pair, whole, whole_id, other, parts, whole_is_before);
            if (found.empty()) continue;
            pairs[i] = found.front();
            pairs.insert(pairs.end(), found.begin() + 1, found.end());
            for (const BlockId part : parts) other.taken[part] = true;
            break;
        }
    }
}

}  // namespace stet
