// Runs of words and how often they occur.
#include "diff/stock.hpp"

#include <algorithm>
#include <bit>
#include <iterator>

#include "text/parallel.hpp"

namespace stet {

namespace {

constexpr std::uint32_t run_length = 5;
/// The pair itself, and one more place in each document.
constexpr std::uint32_t few_places = 4;
/// Words of a document for which another thread is worth its start.
constexpr std::size_t words_a_thread = 4'000;
constexpr std::uint64_t factor = 0x9fb21c651e98df25ull;
constexpr std::uint64_t factor_of_first = factor * factor * factor * factor;

/// Calls `visit(hash)` for each run of words of a block; runs end with their sentence, since stock sentences may follow
/// one another in any order. The hash rolls on word by word (Karp and Rabin 1987).
template <class Visit>
void for_each_run(const Fingerprints& prints, BlockId block, Visit visit) {
    std::uint32_t begin = prints.first_word[block];
    const std::uint32_t end = prints.first_word[block + 1];
    auto cut = std::upper_bound(prints.sentences.begin(), prints.sentences.end(), begin);
    while (begin < end) {
        const std::uint32_t stop = cut != prints.sentences.end() ? std::min(*cut++, end) : end;
        std::uint64_t hash = 0;
        std::uint32_t i = begin;
        for (; i < stop && i < begin + run_length - 1; ++i) hash = hash * factor + prints.words[i];
        for (; i < stop; ++i) {
            hash = hash * factor + prints.words[i];
            visit((hash ^ hash >> 32) * factor);
            hash -= prints.words[i - (run_length - 1)] * factor_of_first;
        }
        begin = stop;
    }
}

std::vector<std::uint64_t> runs_of(const Fingerprints& prints, std::span<const BlockId> blocks) {
    std::vector<std::uint64_t> runs;
    for (const BlockId block : blocks) for_each_run(prints, block, [&](std::uint64_t run) { runs.push_back(run); });
    std::sort(runs.begin(), runs.end());
    runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
    return runs;
}

}  // namespace

RunCounts::RunCounts(const Fingerprints& prints) {
    const std::size_t size = std::bit_ceil(std::max<std::size_t>(4 * prints.words.size(), 2));
    counts_.assign(size / 2, 0);
    shift_ = 64 - std::countr_zero(size);
    std::size_t runs = 0;
    std::size_t again = 0;
    std::vector<std::uint64_t> counters;  // of a block's runs: asked of memory together, they come together
    for (const std::vector<BlockId>& own : prints.own_blocks)
        for (const BlockId block : own) {
            counters.clear();
            for_each_run(prints, block, [&](std::uint64_t run) {
                counters.push_back(run >> shift_);
                __builtin_prefetch(&counts_[counters.back() / 2], 1);
            });
            runs += counters.size();
            for (const std::uint64_t counter : counters) {
                const unsigned half = counter % 2 * 4;
                std::uint8_t& both = counts_[counter / 2];
                const unsigned count = both >> half & 15u;
                again += count > 0;
                both = static_cast<std::uint8_t>(both + (count <= few_places ? 1u << half : 0u));
            }
        }
    if (runs > 0) repeated_ = static_cast<float>(again) / static_cast<float>(runs);
}

std::uint32_t RunCounts::of(std::uint64_t run) const {
    const std::uint64_t counter = run >> shift_;
    return counts_[counter / 2] >> (counter % 2 * 4) & 15u;
}

Stock::Stock(const Fingerprints& before, const Fingerprints& after) : before_(before), after_(after) {
    const std::array<const Fingerprints*, 2> sides{&before, &after};
    const std::size_t least = before.words.size() < words_a_thread ? sides.size() : 1;
    for_each_index(sides.size(), least, [&](std::size_t i) { counts_[i] = RunCounts(*sides[i]); });
    repeated_ = std::max(counts_[0].repeated(), counts_[1].repeated());
}

std::vector<std::uint64_t> Stock::common_runs(const TextPair& pair) const {
    const auto b = runs_of(before_, pair.before);
    const auto a = runs_of(after_, pair.after);
    std::vector<std::uint64_t> shared;
    std::set_intersection(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(shared));
    return shared;
}

Shared Stock::judge(const TextPair& pair) const {
    const auto shared = common_runs(pair);
    if (shared.empty()) return Shared::nothing;
    const bool telling = std::any_of(shared.begin(), shared.end(), [&](std::uint64_t run) {
        return counts_[0].of(run) + counts_[1].of(run) <= few_places;
    });
    return telling ? Shared::telling : Shared::stock;
}

bool Stock::have_run_of_their_own(const TextPair& pair) const {
    const auto shared = common_runs(pair);
    return std::any_of(shared.begin(), shared.end(),
                       [&](std::uint64_t run) { return counts_[0].of(run) + counts_[1].of(run) == 2; });
}

}  // namespace stet
