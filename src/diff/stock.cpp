// Runs of words and the units that they stand in.
#include "diff/stock.hpp"

#include <algorithm>
#include <iterator>

namespace stet {

namespace {

constexpr std::uint32_t run_length = 5;
/// The pair itself, and one unit more that stands in both documents.
constexpr std::uint32_t few_places = 4;
constexpr std::size_t seen_bits = std::size_t{1} << 20;

/// Calls `visit(hash)` for each run of words of some blocks; runs end with their sentence, since stock sentences
/// may follow one another in any order.
template <class Visit>
void for_each_run(const Fingerprints& prints, std::span<const BlockId> blocks, Visit visit) {
    for (const BlockId block : blocks) {
        std::uint32_t begin = prints.first_word[block];
        const std::uint32_t end = prints.first_word[block + 1];
        auto cut = std::upper_bound(prints.sentences.begin(), prints.sentences.end(), begin);
        while (begin < end) {
            const std::uint32_t stop = cut != prints.sentences.end() ? std::min(*cut++, end) : end;
            for (; begin + run_length <= stop; ++begin) {
                std::uint64_t hash = 0;
                for (std::uint32_t i = 0; i < run_length; ++i) hash = mix(hash, prints.words[begin + i]);
                visit(hash);
            }
            begin = stop;
        }
    }
}

std::vector<std::uint64_t> runs_of(const Fingerprints& prints, std::span<const BlockId> blocks) {
    std::vector<std::uint64_t> runs;
    for_each_run(prints, blocks, [&](std::uint64_t run) { runs.push_back(run); });
    std::sort(runs.begin(), runs.end());
    runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
    return runs;
}

}  // namespace

std::vector<std::uint64_t> Stock::shared_runs(const TextPair& pair) const {
    const auto b = runs_of(before_, pair.before);
    const auto a = runs_of(after_, pair.after);
    std::vector<std::uint64_t> shared;
    std::set_intersection(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(shared));
    return shared;
}

Stock::Stock(const Fingerprints& before, const Fingerprints& after, std::span<const TextPair> pairs)
    : before_(before), after_(after) {
    if (pairs.empty()) return;
    seen_.assign(seen_bits, false);
    for (const TextPair& pair : pairs)
        for (const std::uint64_t run : shared_runs(pair)) {
            places_[run];
            seen_[run % seen_bits] = true;
        }
    if (places_.empty()) return;
    scan(before, 0);
    scan(after, static_cast<std::uint32_t>(before.own_blocks.size()));
}

void Stock::scan(const Fingerprints& prints, std::uint32_t offset) {
    for (NodeId node = 0; node < prints.own_blocks.size(); ++node)
        for_each_run(prints, prints.own_blocks[node], [&](std::uint64_t run) {
            if (!seen_[run % seen_bits]) return;
            if (const auto found = places_.find(run); found != places_.end()) found->second.add(node + offset);
        });
}

Shared Stock::judge(const TextPair& pair) const {
    const auto shared = shared_runs(pair);
    if (shared.empty()) return Shared::nothing;
    const auto own = std::count_if(shared.begin(), shared.end(),
                                   [&](std::uint64_t run) { return places_.at(run).count <= few_places; });
    return own > 0 ? Shared::telling : Shared::stock;
}

}  // namespace stet
