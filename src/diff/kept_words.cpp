// The words that two texts keep in order.
#include "diff/kept_words.hpp"

#include <algorithm>

namespace stet {

namespace {

/// Texts of more words, multiplied, are not compared word for word.
constexpr std::size_t most_cells = std::size_t{1} << 16;

struct Cell {
    float weight = 0;
    std::uint32_t words = 0;
};

}  // namespace

std::vector<std::uint64_t> words_of(const Fingerprints& prints, std::span<const BlockId> blocks) {
    std::vector<std::uint64_t> out;
    for (const BlockId block : blocks) {
        const auto words = prints.words_of(block);
        out.insert(out.end(), words.begin(), words.end());
    }
    return out;
}

Kept kept_in_order(std::span<const std::uint64_t> b, std::span<const std::uint64_t> a, const Rarity& rarity) {
    if (b.size() * a.size() > most_cells) return {};
    std::vector<Cell> row(a.size() + 1);
    for (const std::uint64_t word : b) {
        const float weight = rarity.weight(word);
        Cell diagonal;
        for (std::size_t j = 0; j < a.size(); ++j) {
            const Cell above = row[j + 1];
            if (a[j] == word)
                row[j + 1] = {diagonal.weight + weight, diagonal.words + 1};
            else if (row[j].weight > above.weight)
                row[j + 1] = row[j];
            diagonal = above;
        }
    }
    const auto [less, more] = std::minmax({b.size(), a.size()});
    return {row.back().weight, row.back().words, static_cast<std::uint32_t>(less), static_cast<std::uint32_t>(more)};
}

}  // namespace stet
