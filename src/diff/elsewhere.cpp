// Runs of three words that pairs of units share, counted in all other blocks.
#include "diff/elsewhere.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <span>
#include <unordered_set>

#include "diff/kept_words.hpp"
#include "text/parallel.hpp"

namespace stet {

namespace {

constexpr unsigned sieve_bits = 16;

constexpr std::uint64_t factor = 0x9fb21c651e98df25ull;
/// A block that holds so many of a unit's runs says all of it.
constexpr float nearly_all = 0.9F;
/// A unit that is longer than this times both of a pair has their words by chance.
constexpr std::uint32_t most_longer = 2;
/// A word among the heaviest of more pairs tells of none.
constexpr std::size_t most_pairs = 256;
/// Words of a document for which another thread is worth its start.
constexpr std::size_t words_a_thread = 4'000;

template <class Visit>
void for_each_run(std::span<const std::uint64_t> words, Visit visit) {
    for (std::size_t i = 2; i < words.size(); ++i) visit((words[i - 2] * factor + words[i - 1]) * factor + words[i]);
}

bool is_nearly_all(std::uint32_t some, std::uint32_t all) {
    return all > 0 && static_cast<float>(some) >= nearly_all * static_cast<float>(all);
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

void Elsewhere::add(Runs& runs, Holder holder, std::uint32_t times) {
    runs.before += holder.before;
    runs.after += holder.after;
    runs.shared += holder.before && holder.after ? times : 0;
}

Elsewhere::Elsewhere(const Matching& matching, const std::vector<Candidate>& pairs)
    : pairs_(pairs), seen_(std::size_t{1} << sieve_bits, false), runs_(pairs.size()) {
    for (std::uint32_t i = 0; i < pairs.size(); ++i) {
        const auto b_runs = runs_of(matching.before, pairs[i].before);
        const auto a_runs = runs_of(matching.after, pairs[i].after);
        const auto hold = [&](std::uint64_t run, Holder holder) {
            add(runs_[i], holder, 1);
            holders_[run].push_back(holder);
            seen_[sieve_place(run)] = true;
        };
        for (const std::uint64_t run : b_runs) hold(run, {i, true, a_runs.contains(run)});
        for (const std::uint64_t run : a_runs)
            if (!b_runs.contains(run)) hold(run, {i, false, true});
    }
    if (holders_.empty()) return;
    const std::size_t least = matching.before.prints().words.size() < words_a_thread ? others_.size() : 1;
    for_each_index(others_.size(), least, [&](std::size_t i) {
        others_[i] = i == 0 ? count(matching.before, &Candidate::before) : count(matching.after, &Candidate::after);
    });
}

float Elsewhere::share(std::size_t pair) const {
    if (runs_[pair].shared == 0) return 0;
    return static_cast<float>(std::max(others_[0][pair].most, others_[1][pair].most)) /
           static_cast<float>(runs_[pair].shared);
}

std::uint32_t Elsewhere::copies(std::size_t pair) const {
    return holders_.empty() ? 0 : others_[0][pair].copies + others_[1][pair].copies;
}

std::vector<Elsewhere::Others> Elsewhere::count(const DocumentSide& side, NodeId Candidate::*own) const {
    std::vector<Others> others(pairs_.size());
    std::vector<Runs> here(pairs_.size());  // in the block at hand
    std::vector<std::uint32_t> touched;
    std::vector<std::uint64_t> known;  // runs of the block at hand that may be of a pair
    for (NodeId id = 0; id < side.match.size(); ++id)
        for (const BlockId block : side.prints().own_blocks[id]) {
            known.clear();
            for_each_run(side.prints().words_of(block), [&](std::uint64_t run) {
                if (seen_[sieve_place(run)]) known.push_back(run);
            });
            std::sort(known.begin(), known.end());
            for (auto run = known.begin(), end = run; run != known.end(); run = end) {
                end = std::upper_bound(run, known.end(), *run);
                const auto found = holders_.find(*run);
                if (found == holders_.end()) continue;
                for (const Holder holder : found->second) {
                    if (pairs_[holder.pair].*own == id) continue;
                    Runs& runs = here[holder.pair];
                    if (runs.before == 0 && runs.after == 0) touched.push_back(holder.pair);
                    add(runs, holder, static_cast<std::uint32_t>(end - run));
                }
            }
            for (const std::uint32_t i : touched) {
                others[i].most = std::max(others[i].most, here[i].shared);
                others[i].copies +=
                    is_nearly_all(here[i].before, runs_[i].before) || is_nearly_all(here[i].after, runs_[i].after);
                here[i] = {};
            }
            touched.clear();
        }
    return others;
}

namespace {

/// The words of a text, each once.
void words_once(std::span<const std::uint64_t> words, std::vector<std::uint64_t>& out) {
    out.assign(words.begin(), words.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
}

/// Words that two units have in common, each once, sorted.
std::vector<std::uint64_t> common_words(const Matching& matching, const Candidate& pair) {
    std::vector<std::uint64_t> b;
    std::vector<std::uint64_t> a;
    std::vector<std::uint64_t> out;
    words_once(words_of(matching.before.prints(), matching.before.prints().own_blocks[pair.before]), b);
    words_once(words_of(matching.after.prints(), matching.after.prints().own_blocks[pair.after]), a);
    std::set_intersection(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(out));
    return out;
}

/// Looks in every other block and unit of both documents for the words that each pair of units has in common. A text
/// that has more than a share of their weight has one of the heaviest of them, and by these it is found.
class CommonWords {
public:
    CommonWords(const Matching& matching, const std::vector<Candidate>& pairs, float most)
        : pairs_(pairs), rarity_(matching.rarity), most_(most) {
        for (std::uint32_t i = 0; i < pairs.size(); ++i) {
            lengths_.push_back(std::max(matching.before.prints().own[pairs[i].before].words,
                                        matching.after.prints().own[pairs[i].after].words));
            longest_ = std::max(longest_, lengths_.back());
            words_.push_back(common_words(matching, pairs[i]));
            std::vector<std::uint64_t>& heaviest = words_.back();
            total_.push_back(weight_of(heaviest));
            std::sort(heaviest.begin(), heaviest.end(), [&](std::uint64_t x, std::uint64_t y) {
                return std::pair(rarity_.weight(x), x) > std::pair(rarity_.weight(y), y);
            });
            float rest = total_.back();
            for (std::size_t k = 0; k < heaviest.size() && rest > most * total_.back(); ++k) {
                telling_[heaviest[k]].push_back(i);
                sieve_[heaviest[k] % sieve_.size()] = true;
                rest -= rarity_.weight(heaviest[k]);
            }
        }
    }

    /// By pair, whether a text of either side has so much.
    std::vector<bool> elsewhere(const Matching& matching) const {
        std::array<std::vector<bool>, 2> found;
        if (telling_.empty()) return std::vector<bool>(pairs_.size(), false);
        const std::size_t least = matching.before.prints().words.size() < words_a_thread ? found.size() : 1;
        for_each_index(found.size(), least, [&](std::size_t i) {
            found[i] = i == 0 ? look(matching.before, &Candidate::before) : look(matching.after, &Candidate::after);
        });
        for (std::size_t i = 0; i < pairs_.size(); ++i) found[0][i] = found[0][i] || found[1][i];
        return found[0];
    }

private:
    float weight_of(std::span<const std::uint64_t> words) const {
        return std::accumulate(words.begin(), words.end(), 0.0F,
                               [&](float sum, std::uint64_t word) { return sum + rarity_.weight(word); });
    }

    /// A side's answers so far.
    struct Answers {
        std::vector<bool> elsewhere;       ///< by pair
        std::vector<std::uint32_t> asked;  ///< by pair, for which text at last
        std::uint32_t asks = 0;
    };

    std::vector<bool> look(const DocumentSide& side, NodeId Candidate::*own) const {
        Answers out{std::vector<bool>(pairs_.size(), false), std::vector<std::uint32_t>(pairs_.size(), 0)};
        for (NodeId id = 0; id < side.match.size(); ++id) {
            const std::vector<BlockId>& blocks = side.prints().own_blocks[id];
            for (const BlockId block : blocks) ask(side.prints().words_of(block), false, id, own, out);
            if (blocks.size() > 1 && side.prints().own[id].words <= most_longer * longest_)
                ask(words_of(side.prints(), blocks), true, id, own, out);
        }
        return out.elsewhere;
    }

    /// Holds a block of a unit, or the whole unit, against the pairs that have a telling word of it.
    void ask(std::span<const std::uint64_t> words, bool whole, NodeId id, NodeId Candidate::*own, Answers& out) const {
        ++out.asks;
        std::vector<std::uint64_t> sorted;
        for (const std::uint64_t word : words) {
            if (!sieve_[word % sieve_.size()]) continue;
            const auto found = telling_.find(word);
            if (found == telling_.end() || found->second.size() > most_pairs) continue;
            if (sorted.empty()) words_once(words, sorted);
            for (const std::uint32_t i : found->second) {
                if (out.asked[i] == out.asks || out.elsewhere[i] || pairs_[i].*own == id) continue;
                if (whole && words.size() > most_longer * lengths_[i]) continue;
                out.asked[i] = out.asks;
                out.elsewhere[i] = holds(sorted, i);
            }
        }
    }

    bool holds(std::span<const std::uint64_t> sorted, std::uint32_t pair) const {
        float rest = total_[pair];
        for (const std::uint64_t word : words_[pair])
            if (!std::binary_search(sorted.begin(), sorted.end(), word) &&
                (rest -= rarity_.weight(word)) <= most_ * total_[pair])
                return false;
        return true;
    }

    const std::vector<Candidate>& pairs_;
    const Rarity& rarity_;
    float most_;
    std::vector<std::uint32_t> lengths_;                                     ///< of the longer unit, by pair
    std::uint32_t longest_ = 0;                                              ///< of these
    std::vector<std::vector<std::uint64_t>> words_;                          ///< by pair, the heaviest first
    std::vector<float> total_;                                               ///< their weight, by pair
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> telling_;  ///< heavy word -> pairs
    std::vector<bool> sieve_ = std::vector<bool>(std::size_t{1} << 15);      ///< before the look-up in telling_
};

}  // namespace

std::vector<bool> stand_elsewhere(const Matching& matching, const std::vector<Candidate>& pairs, float most) {
    return CommonWords(matching, pairs, most).elsewhere(matching);
}

}  // namespace stet
