// Weighted bags of words and their overlap.
#include "diff/similarity.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>

namespace stet {

namespace {

/// A word's place in either document, and one more in each.
constexpr std::uint32_t few_places = 4;
/// Occurrences whose weight is worked out once for all words.
constexpr std::uint32_t most_told_counts = 64;

}  // namespace

Rarity::Rarity(const WordCounts& before, const WordCounts& after, std::size_t blocks) : weights_(before.size()) {
    const auto weight = [&](std::uint32_t count) {
        return std::max(0.1F, std::log2(1.0F + static_cast<float>(blocks) / static_cast<float>(count)));
    };
    std::array<float, most_told_counts> of_count;  // most words occur seldom
    for (std::uint32_t count = 0; count < most_told_counts; ++count) of_count[count] = weight(std::max(count, 1U));
    rare_ = weight(few_places);
    for (std::size_t i = 0; i < weights_.size(); ++i) {
        const std::uint32_t count = before.at(i) + after.at(i);
        weights_[i] = count < most_told_counts ? of_count[count] : weight(count);
    }
}

void Bag::add(std::span<const std::uint64_t> words, const Rarity& rarity) {
    for (const std::uint64_t key : words) {
        const float weight = rarity.weight(key);
        entries.push_back({key, weight});
        total += weight;
    }
}

namespace {

/// So few are sorted by comparing.
constexpr std::size_t few_entries = 24;

}  // namespace

void Bag::sort() {
    const auto by_key = [](const Entry& x, const Entry& y) { return x.key < y.key; };
    if (entries.size() < few_entries) return std::sort(entries.begin(), entries.end(), by_key);
    // Keys are hashes: by their highest bits each is put near its place, as many places as entries.
    const int shift = 64 - static_cast<int>(std::bit_width(entries.size()));
    std::vector<std::uint32_t> ends((std::size_t{1} << (64 - shift)) + 1, 0);
    for (const Entry& entry : entries) ++ends[(entry.key >> shift) + 1];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    std::vector<Entry> spread(entries.size());
    for (const Entry& entry : entries) spread[ends[entry.key >> shift]++] = entry;
    for (std::size_t place = 0, begin = 0; begin < spread.size(); begin = ends[place++])
        if (ends[place] - begin > 1)
            std::sort(spread.begin() + static_cast<std::ptrdiff_t>(begin), spread.begin() + ends[place], by_key);
    entries = std::move(spread);
}

namespace {

/// A bag so many times as long as another is searched and not walked.
constexpr std::size_t much_longer = 16;

float shared_weight_of_few(const Bag& few, const Bag& many) {
    float shared = 0;
    auto at = many.entries.begin();
    for (const Bag::Entry& entry : few.entries) {
        at = std::lower_bound(at, many.entries.end(), entry.key,
                              [](const Bag::Entry& other, std::uint64_t key) { return other.key < key; });
        if (at == many.entries.end()) break;
        if (at->key != entry.key) continue;
        shared += entry.weight;
        ++at;
    }
    return shared;
}

}  // namespace

float shared_weight(const Bag& x, const Bag& y) {
    if (x.entries.size() * much_longer < y.entries.size()) return shared_weight_of_few(x, y);
    if (y.entries.size() * much_longer < x.entries.size()) return shared_weight_of_few(y, x);
    float shared = 0;
    auto i = x.entries.begin();
    auto j = y.entries.begin();
    while (i != x.entries.end() && j != y.entries.end()) {  // without branches: which is next cannot be foreseen
        const std::uint64_t b = i->key;
        const std::uint64_t a = j->key;
        shared += b == a ? i->weight : 0.0F;
        i += b <= a;
        j += a <= b;
    }
    return shared;
}

float similarity(const Bag& before, const Bag& after, float shared) {
    if (before.entries.empty() && after.entries.empty()) return 1;
    if (before.entries.empty() || after.entries.empty()) return 0;
    return std::min(1.0F, 2 * shared / (before.total + after.total));
}

float similarity(const Bag& before, const Bag& after) {
    return similarity(before, after, shared_weight(before, after));
}

float containment(const Bag& part, float shared) {
    return part.entries.empty() ? 0 : std::min(1.0F, shared / part.total);
}

float containment(const Bag& part, const Bag& whole) {
    return containment(part, shared_weight(part, whole));
}

bool share_word(const Bag& before, const Bag& after, float least) {
    auto i = before.entries.begin();
    auto j = after.entries.begin();
    while (i != before.entries.end() && j != after.entries.end()) {
        if (i->key == j->key && i->weight >= least) return true;
        const bool first = i->key <= j->key;
        j += j->key <= i->key;
        i += first;
    }
    return false;
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

std::vector<Bag::Entry> rarest(const Bag& bag, std::size_t count) {
    std::vector<Bag::Entry> rare(std::min(count, bag.entries.size()));
    std::partial_sort_copy(bag.entries.begin(), bag.entries.end(), rare.begin(), rare.end(),
                           [](const Bag::Entry& p, const Bag::Entry& q) {
                               return p.weight != q.weight ? p.weight > q.weight : p.key < q.key;
                           });
    return rare;
}

Bag bag_of(const Fingerprints& prints, std::span<const BlockId> blocks, const Rarity& rarity) {
    Bag bag;
    std::size_t words = 0;
    for (const BlockId block : blocks) words += prints.words_of(block).size();
    bag.entries.reserve(words);
    for (const BlockId block : blocks) bag.add(prints.words_of(block), rarity);
    bag.sort();
    return bag;
}

Bag bag_of(std::string_view text, const Rarity& rarity) {
    std::vector<Token> tokens;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
    std::vector<std::uint64_t> words;
    for (const Token& token : tokens)
        if (token.kind != TokenKind::punctuation) words.push_back(token.key);
    Bag bag;
    bag.add(words, rarity);
    bag.sort();
    return bag;
}

}  // namespace stet
