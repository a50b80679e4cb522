// Tells a text of its own from text put together of stock phrases: by its runs of words that stand nowhere else.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "diff/fingerprint.hpp"

namespace stet {

/// What the words that two texts share say of them.
enum class Shared : std::uint8_t {
    nothing,  ///< no run of words in common
    stock,    ///< all their common runs stand in several other units too
    telling,  ///< some of their common runs stand in these two and at most one other
};

/// Blocks of either side that may be the same text.
struct TextPair {
    std::span<const BlockId> before;
    std::span<const BlockId> after;
};

/// Runs of five words ("shingles", Broder 1997) of the pairs in question, sought in both documents in one scan.
class Stock {
public:
    Stock(const Fingerprints& before, const Fingerprints& after, std::span<const TextPair> pairs);
    Shared judge(const TextPair& pair) const;

private:
    /// How many units a run stands in, those of both documents together.
    struct Places {
        std::uint32_t count = 0;
        std::uint32_t last = none;  ///< the unit met last; before-units by their id, after-units behind them
        void add(std::uint32_t unit) {
            count += unit != last;
            last = unit;
        }
    };

    void scan(const Fingerprints& prints, std::uint32_t offset);
    std::vector<std::uint64_t> shared_runs(const TextPair& pair) const;

    const Fingerprints& before_;
    const Fingerprints& after_;
    std::unordered_map<std::uint64_t, Places> places_;
    std::vector<bool> seen_;  ///< by the run's last bits: most runs of the documents are not sought
};

}  // namespace stet
