// Tells a text of its own from text put together of stock phrases: by its runs of words that stand nowhere else.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "diff/fingerprint.hpp"

namespace stet {

/// What the words that two texts share say of them.
enum class Shared : std::uint8_t {
    nothing,  ///< no run of words in common
    stock,    ///< all their common runs stand in several other places too
    telling,  ///< some of their common runs stand in these two and at most in one other place of each document
};

/// Blocks of either side that may be the same text.
struct TextPair {
    std::span<const BlockId> before;
    std::span<const BlockId> after;
};

/// How often each run of five words ("shingle", Broder 1997) occurs, counted in a table of four places for each word of
/// the document: two runs may share a counter, so a count may be too high and is never too low. Counters are half a
/// byte and stop where a run is common: a small table stays near the processor.
class RunCounts {
public:
    RunCounts() = default;
    explicit RunCounts(const Fingerprints& prints);
    std::uint32_t of(std::uint64_t run) const;
    /// The share of the document's runs that stood before in it; runs that share a counter count as such, an eighth at
    /// most.
    float repeated() const { return repeated_; }

private:
    std::vector<std::uint8_t> counts_;  ///< two counters each
    int shift_ = 0;
    float repeated_ = 0;
};

/// Judges pairs of texts of two documents.
class Stock {
public:
    Stock(const Fingerprints& before, const Fingerprints& after);
    Shared judge(const TextPair& pair) const;
    /// Whether a run of words stands in both texts and nowhere else.
    bool have_run_of_their_own(const TextPair& pair) const;
    /// Whether either document is put together of sentences that come back: one in common proves little there.
    bool is_patchwork() const { return repeated_ > patchwork_share; }
    /// Whether one is put together of nothing else: number, place and heading prove as little as the words.
    bool is_mere_patchwork() const { return repeated_ > mere_patchwork_share; }

private:
    /// In agreements and statutes a third of the runs at most has stood before, counters shared included.
    static constexpr float patchwork_share = 0.4F;
    static constexpr float mere_patchwork_share = 0.66F;

    std::vector<std::uint64_t> common_runs(const TextPair& pair) const;

    const Fingerprints& before_;
    const Fingerprints& after_;
    std::array<RunCounts, 2> counts_;  ///< of before and of after
    float repeated_ = 0;               ///< of the document with more of it
};

}  // namespace stet
