// How much of one text stands in another in the same order: what speaks for two texts whose rare words were replaced.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "diff/fingerprint.hpp"
#include "diff/similarity.hpp"

namespace stet {

/// What two texts keep of each other.
struct Kept {
    float weight = 0;         ///< of the words kept, by their rarity
    std::uint32_t words = 0;  ///< kept
    std::uint32_t less = 0;   ///< words of the shorter text
    std::uint32_t more = 0;   ///< words of the longer text
    float of_shorter() const { return less == 0 ? 0 : static_cast<float>(words) / static_cast<float>(less); }
    float of_longer() const { return more == 0 ? 0 : static_cast<float>(words) / static_cast<float>(more); }
};

/// The words of some blocks, one after another.
std::vector<std::uint64_t> words_of(const Fingerprints& prints, std::span<const BlockId> blocks);

/// The heaviest common subsequence of words; nothing where the texts are too long to be compared word for word.
Kept kept_in_order(std::span<const std::uint64_t> b, std::span<const std::uint64_t> a, const Rarity& rarity);

}  // namespace stet
