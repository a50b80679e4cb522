// An inverted index of word keys.
#include "proposal/base_text.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "proposal/find_words.hpp"

namespace stet {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
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

double title_likeness(std::string_view a, std::string_view b) {
    const auto keys_of = [](std::string_view text) {
        std::vector<std::uint64_t> keys = word_keys(lower(text));
        std::sort(keys.begin(), keys.end());
        return keys;
    };
    const std::vector<std::uint64_t> x = keys_of(a);
    const std::vector<std::uint64_t> y = keys_of(b);
    if (x.empty() || y.empty()) return 0;
    std::vector<std::uint64_t> shared;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(shared));
    return static_cast<double>(shared.size()) / static_cast<double>(std::max(x.size(), y.size()));
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
    std::unordered_map<BlockId, std::uint32_t> shared;
    for (const auto& [key, count] : wanted) {
        const auto there = postings_.find(key);
        if (there == postings_.end()) continue;
        for (const Posting& posting : there->second)
            if (within.holds(posting.block)) shared[posting.block] += std::min(posting.count, count);
    }
    std::vector<LikeBlock> found;
    for (const auto& [block, count] : shared) {
        const double held = static_cast<double>(count) / static_cast<double>(keys.size());
        if (held < 0.5) continue;
        found.push_back({block, held, static_cast<double>(count) / static_cast<double>(words_[block])});
    }
    std::sort(found.begin(), found.end(), [](const LikeBlock& x, const LikeBlock& y) {
        const double a = x.held + 0.5 * x.filled;
        const double b = y.held + 0.5 * y.filled;
        return a != b ? a > b : x.block < y.block;
    });
    if (found.size() > most) found.resize(most);
    return found;
}

}  // namespace stet
