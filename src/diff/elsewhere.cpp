// Runs of three words that pairs of units share, counted in all other blocks.
#include "diff/elsewhere.hpp"

#include <algorithm>
#include <span>
#include <unordered_set>

namespace stet {

namespace {

constexpr std::size_t sieve_size = std::size_t{1} << 16;

template <class Visit>
void for_each_run(std::span<const std::uint64_t> words, Visit visit) {
    for (std::size_t i = 2; i < words.size(); ++i) visit(mix(mix(words[i - 2], words[i - 1]), words[i]));
}

std::unordered_set<std::uint64_t> runs_of(const DocumentSide& side, NodeId id) {
    std::unordered_set<std::uint64_t> out;
    for (const BlockId block : side.prints().own_blocks[id])
        for_each_run(side.prints().words_of(block), [&](std::uint64_t run) { out.insert(run); });
    return out;
}

}  // namespace

Elsewhere::Elsewhere(const Matching& matching, const std::vector<Candidate>& pairs)
    : pairs_(pairs), seen_(sieve_size, false), shared_(pairs.size(), 0), most_(pairs.size(), 0) {
    for (std::uint32_t i = 0; i < pairs.size(); ++i) {
        const auto b_runs = runs_of(matching.before, pairs[i].before);
        for (const std::uint64_t run : runs_of(matching.after, pairs[i].after)) {
            if (!b_runs.contains(run)) continue;
            ++shared_[i];
            holders_[run].push_back(i);
            seen_[run % sieve_size] = true;
        }
    }
    if (holders_.empty()) return;
    count(matching.before, &Candidate::before);
    count(matching.after, &Candidate::after);
}

float Elsewhere::share(std::size_t pair) const {
    return shared_[pair] == 0 ? 0 : static_cast<float>(most_[pair]) / static_cast<float>(shared_[pair]);
}

void Elsewhere::count(const DocumentSide& side, NodeId Candidate::*own) {
    std::vector<std::uint32_t> here(pairs_.size(), 0);  // in the block at hand
    std::vector<std::uint32_t> touched;
    for (NodeId id = 0; id < side.match.size(); ++id)
        for (const BlockId block : side.prints().own_blocks[id]) {
            for_each_run(side.prints().words_of(block), [&](std::uint64_t run) {
                if (!seen_[run % sieve_size]) return;
                const auto found = holders_.find(run);
                if (found == holders_.end()) return;
                for (const std::uint32_t i : found->second)
                    if (pairs_[i].*own != id && here[i]++ == 0) touched.push_back(i);
            });
            for (const std::uint32_t i : touched) {
                most_[i] = std::max(most_[i], here[i]);
                here[i] = 0;
            }
            touched.clear();
        }
}

}  // namespace stet
