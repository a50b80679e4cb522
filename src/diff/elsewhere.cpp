// Runs of three words that pairs of units share, counted in all other blocks.
#include "diff/elsewhere.hpp"

#include <algorithm>
#include <span>
#include <unordered_set>

#include "text/parallel.hpp"

namespace stet {

namespace {

constexpr unsigned sieve_bits = 16;

constexpr std::uint64_t factor = 0x9fb21c651e98df25ull;
/// Words of a document for which another thread is worth its start.
constexpr std::size_t words_a_thread = 4'000;

template <class Visit>
void for_each_run(std::span<const std::uint64_t> words, Visit visit) {
    for (std::size_t i = 2; i < words.size(); ++i) visit((words[i - 2] * factor + words[i - 1]) * factor + words[i]);
}

std::size_t sieve_place(std::uint64_t run) {
    return run >> (64 - sieve_bits);
}

std::unordered_set<std::uint64_t> runs_of(const DocumentSide& side, NodeId id) {
    std::unordered_set<std::uint64_t> out;
    for (const BlockId block : side.prints().own_blocks[id])
        for_each_run(side.prints().words_of(block), [&](std::uint64_t run) { out.insert(run); });
    return out;
}

}  // namespace

Elsewhere::Elsewhere(const Matching& matching, const std::vector<Candidate>& pairs)
    : pairs_(pairs), seen_(std::size_t{1} << sieve_bits, false), shared_(pairs.size(), 0) {
    for (std::uint32_t i = 0; i < pairs.size(); ++i) {
        const auto b_runs = runs_of(matching.before, pairs[i].before);
        for (const std::uint64_t run : runs_of(matching.after, pairs[i].after)) {
            if (!b_runs.contains(run)) continue;
            ++shared_[i];
            holders_[run].push_back(i);
            seen_[sieve_place(run)] = true;
        }
    }
    if (holders_.empty()) return;
    const std::size_t least = matching.before.prints().words.size() < words_a_thread ? most_.size() : 1;
    for_each_index(most_.size(), least, [&](std::size_t i) {
        most_[i] = i == 0 ? count(matching.before, &Candidate::before) : count(matching.after, &Candidate::after);
    });
}

float Elsewhere::share(std::size_t pair) const {
    if (shared_[pair] == 0) return 0;
    return static_cast<float>(std::max(most_[0][pair], most_[1][pair])) / static_cast<float>(shared_[pair]);
}

std::vector<std::uint32_t> Elsewhere::count(const DocumentSide& side, NodeId Candidate::*own) const {
    std::vector<std::uint32_t> most(pairs_.size(), 0);
    std::vector<std::uint32_t> here(pairs_.size(), 0);  // in the block at hand
    std::vector<std::uint32_t> touched;
    for (NodeId id = 0; id < side.match.size(); ++id)
        for (const BlockId block : side.prints().own_blocks[id]) {
            for_each_run(side.prints().words_of(block), [&](std::uint64_t run) {
                if (!seen_[sieve_place(run)]) return;
                const auto found = holders_.find(run);
                if (found == holders_.end()) return;
                for (const std::uint32_t i : found->second)
                    if (pairs_[i].*own != id && here[i]++ == 0) touched.push_back(i);
            });
            for (const std::uint32_t i : touched) {
                most[i] = std::max(most[i], here[i]);
                here[i] = 0;
            }
            touched.clear();
        }
    return most;
}

}  // namespace stet
