// An inverted index of word keys.
#include "proposal/text_of_base.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "proposal/find_words.hpp"
#include "proposal/letters.hpp"

namespace stet {

namespace {

constexpr double worth_a_look = 0.35;  ///< of the words: a paragraph may be cut in three

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

using Counts = std::unordered_map<std::uint64_t, std::uint32_t>;

Counts counts_of(const std::vector<std::uint64_t>& keys) {
    Counts counts;
    for (const std::uint64_t key : keys) ++counts[key];
    return counts;
}

/// Words of `tokens` that `left` has, each taking one away from it.
std::size_t take_shared(const std::vector<Token>& tokens, Counts& left) {
    std::size_t shared = 0;
    for (const Token& token : tokens) {
        const auto there = left.find(token.key);
        if (token.kind == TokenKind::punctuation || there == left.end() || there->second == 0) continue;
        --there->second;
        ++shared;
    }
    return shared;
}

}  // namespace

std::vector<std::uint64_t> word_keys(std::string_view text) {
    std::vector<Token> tokens;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
    std::vector<std::uint64_t> keys;
    for (const Token& token : tokens)
        if (token.kind != TokenKind::punctuation) keys.push_back(token.key);
    return keys;
}

namespace {

std::vector<std::uint64_t> sorted_keys(std::string_view text) {
    std::vector<std::uint64_t> keys = word_keys(lower(text));
    std::sort(keys.begin(), keys.end());
    return keys;
}

}  // namespace

Title::Title(std::string_view text) : keys_(sorted_keys(text)) {}

double Title::likeness(std::string_view other) const {
    if (keys_.empty() || is_blank(other)) return 0;
    const std::vector<std::uint64_t> keys = sorted_keys(other);
    std::vector<std::uint64_t> shared;
    std::set_intersection(keys_.begin(), keys_.end(), keys.begin(), keys.end(), std::back_inserter(shared));
    return static_cast<double>(shared.size()) / static_cast<double>(std::max(keys_.size(), keys.size()));
}

double title_likeness(std::string_view a, std::string_view b) {
    return is_blank(a) ? 0 : Title(a).likeness(b);
}

BaseText::BaseText(const Document& base) : base_(base), tokens_(base.blocks.size()), words_(base.blocks.size(), 0) {
    for (BlockId id = 0; id < base.blocks.size(); ++id) {
        if (is_set_aside(base.blocks[id].kind)) continue;
        tokens_[id] = face_tokens(base, id);
        for (const Token& token : tokens_[id]) {
            if (token.kind == TokenKind::punctuation) continue;
            ++words_[id];
            std::vector<Posting>& list = postings_[token.key];
            if (list.empty() || list.back().block != id)
                list.push_back({id, 1});
            else
                ++list.back().count;
        }
    }
}

std::vector<TextPlace> BaseText::find(std::string_view words, BlockRange within) const {
    std::vector<TextPlace> places;
    const std::vector<std::uint64_t> keys = word_keys(words);
    const std::vector<Posting>* rarest = nullptr;
    for (const std::uint64_t key : keys) {
        const auto there = postings_.find(key);
        if (there == postings_.end()) continue;  // it may be broken at a line's end
        if (rarest == nullptr || there->second.size() < rarest->size()) rarest = &there->second;
    }
    if (rarest == nullptr) return places;
    for (const Posting& posting : *rarest) {
        if (!within.holds(posting.block)) continue;
        for (const Span& span : find_words(base_.blocks[posting.block].text, tokens_[posting.block], words))
            places.push_back({posting.block, span});
    }
    return places;
}

std::vector<LikeBlock> BaseText::like(std::string_view words, BlockRange within, std::size_t most) const {
    std::map<std::uint64_t, std::uint32_t> wanted;
    const std::vector<std::uint64_t> keys = word_keys(words);
    for (const std::uint64_t key : keys) ++wanted[key];
    std::vector<std::uint32_t> shared(base_.blocks.size(), 0);
    for (const auto& [key, count] : wanted) {
        const auto there = postings_.find(key);
        if (there == postings_.end()) continue;
        for (const Posting& posting : there->second)
            if (within.holds(posting.block)) shared[posting.block] += std::min(posting.count, count);
    }
    std::vector<LikeBlock> found;
    for (BlockId block = 0; block < shared.size(); ++block) {
        if (shared[block] == 0) continue;
        const double count = shared[block];
        const double held = count / static_cast<double>(keys.size());
        if (held >= worth_a_look) found.push_back({block, held, count / words_[block]});
    }
    std::sort(found.begin(), found.end(), [](const LikeBlock& x, const LikeBlock& y) {
        const double a = x.held + 0.5 * x.filled;
        const double b = y.held + 0.5 * y.filled;
        return a != b ? a > b : x.block < y.block;
    });
    if (found.size() > most) found.resize(most);
    return found;
}

std::vector<BlockId> BaseText::with_neighbours(std::string_view words, BlockId block, BlockRange within) const {
    constexpr double worth_it = 0.05;  // a few words of any text stand in any other
    constexpr std::size_t most_blocks = 6;
    std::vector<BlockId> blocks{block};
    double share = held(words, blocks);
    for (const int step : {1, -1}) {
        for (BlockId id = block; blocks.size() < most_blocks;) {
            id += static_cast<BlockId>(step);
            if (!within.holds(id)) break;
            if (is_set_aside(base_.blocks[id].kind)) continue;
            std::vector<BlockId> more = blocks;
            more.insert(step > 0 ? more.end() : more.begin(), id);
            const double now = held(words, more);
            if (now < share + worth_it || filled(words, id) < 0.5) break;
            share = now;
            blocks = std::move(more);
        }
    }
    return blocks;
}

double BaseText::held(std::string_view words, const std::vector<BlockId>& blocks) const {
    const std::vector<std::uint64_t> keys = word_keys(words);
    Counts left = counts_of(keys);
    std::size_t shared = 0;
    for (const BlockId id : blocks) shared += take_shared(tokens_[id], left);
    return keys.empty() ? 0 : static_cast<double>(shared) / static_cast<double>(keys.size());
}

double BaseText::filled(std::string_view words, BlockId block) const {
    Counts left = counts_of(word_keys(words));
    return words_[block] == 0 ? 0 : static_cast<double>(take_shared(tokens_[block], left)) / words_[block];
}

}  // namespace stet
