// Weighted bags of words and their overlap.
#include "diff/similarity.hpp"

#include <algorithm>
#include <cmath>

namespace stet {

Rarity::Rarity(const WordCounts& before, const WordCounts& after, std::size_t blocks)
    : counts_(before), blocks_(static_cast<float>(blocks)) {
    counts_.add(after);
}

float Rarity::weight(std::uint64_t key) const {
    const float count = std::max(1.0F, static_cast<float>(counts_.of(key)));
    return std::max(0.1F, std::log2(1.0F + blocks_ / count));
}

void Bag::add(std::span<const Token> tokens, const Rarity& rarity) {
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::punctuation) continue;
        const float weight = rarity.weight(token.key);
        entries.push_back({token.key, weight});
        total += weight;
    }
}

void Bag::sort() {
    std::sort(entries.begin(), entries.end(), [](const Entry& x, const Entry& y) { return x.key < y.key; });
}

namespace {

float shared_weight(const Bag& x, const Bag& y) {
    float shared = 0;
    auto i = x.entries.begin();
    auto j = y.entries.begin();
    while (i != x.entries.end() && j != y.entries.end()) {
        if (i->key < j->key) {
            ++i;
        } else if (j->key < i->key) {
            ++j;
        } else {
            shared += i->weight;
            ++i;
            ++j;
        }
    }
    return shared;
}

}  // namespace

float similarity(const Bag& before, const Bag& after) {
    if (before.entries.empty() && after.entries.empty()) return 1;
    if (before.entries.empty() || after.entries.empty()) return 0;
    return std::min(1.0F, 2 * shared_weight(before, after) / (before.total + after.total));
}

float containment(const Bag& part, const Bag& whole) {
    if (part.entries.empty()) return 0;
    return std::min(1.0F, shared_weight(part, whole) / part.total);
}

Bag without(const Bag& whole, const Bag& taken) {
    Bag out;
    auto j = taken.entries.begin();
    for (const Bag::Entry& entry : whole.entries) {
        while (j != taken.entries.end() && j->key < entry.key) ++j;
        if (j != taken.entries.end() && j->key == entry.key) {
            ++j;
            continue;
        }
        out.entries.push_back(entry);
        out.total += entry.weight;
    }
    return out;
}

Bag bag_of(const Document& document, std::span<const BlockId> blocks, const Rarity& rarity) {
    std::vector<Token> tokens;
    for (const BlockId block : blocks) compared_tokens(document, block, tokens);
    Bag bag;
    bag.add(tokens, rarity);
    bag.sort();
    return bag;
}

}  // namespace stet
