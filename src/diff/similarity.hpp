// How alike two stretches of text are: shared words, rare words counting more.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "diff/fingerprint.hpp"

namespace stet {

/// Weights of words by how rare they are in both documents together.
class Rarity {
public:
    /// `before` and `after` are the counts of both documents, `blocks` the blocks of both together.
    Rarity(const WordCounts& before, const WordCounts& after, std::size_t blocks);
    /// At least 0.1; a word in every block weighs little, one that occurs once on each side log2(blocks).
    float weight(std::uint64_t key) const { return weights_[key & (weights_.size() - 1)]; }
    /// The least weight of a word that occurs in few places of both documents together.
    float rare() const { return rare_; }

private:
    float rare_ = 0;
    std::vector<float> weights_;  ///< by counter
};

/// The words of a text as a sorted bag with their weights.
struct Bag {
    struct Entry {
        std::uint64_t key;
        float weight;
    };
    std::vector<Entry> entries;  ///< sorted by key, repeats kept
    float total = 0;

    void add(std::span<const std::uint64_t> words, const Rarity& rarity);
    void sort();
};

/// The weight of the words that two bags share, each as often as both have it.
float shared_weight(const Bag& x, const Bag& y);

/// Weighted Dice coefficient: twice the shared weight over the whole; 0 to 1, 1 for two empty bags.
float similarity(const Bag& before, const Bag& after);
float similarity(const Bag& before, const Bag& after, float shared);

/// Weight of `part` that is found in `whole`, of the weight of `part`; 0 for an empty part.
float containment(const Bag& part, const Bag& whole);
float containment(const Bag& part, float shared);

/// Whether two bags share a word of so much weight.
bool share_word(const Bag& before, const Bag& after, float least);

/// The words of `whole` that are not in `taken`, each word of `taken` taking away one.
Bag without(const Bag& whole, const Bag& taken);

/// The heaviest entries of a bag, at most `count`, heaviest first.
std::vector<Bag::Entry> rarest(const Bag& bag, std::size_t count);

/// The likeness of the best partner and of the second best.
struct BestTwo {
    float first = 0, second = 0;
    void add(float score) {
        if (score > first) {
            second = first;
            first = score;
        } else if (score > second) {
            second = score;
        }
    }
};

/// Bag of some blocks of a document.
Bag bag_of(const Fingerprints& prints, std::span<const BlockId> blocks, const Rarity& rarity);
/// Bag of a text.
Bag bag_of(std::string_view text, const Rarity& rarity);

}  // namespace stet
