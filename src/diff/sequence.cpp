// Common subsequences: trim the ends, hold on to keys and groups of keys that occur once, and solve what is left and
// small: with dtl where it is short, else row by row with 64 keys in a machine word.
#include "diff/sequence.hpp"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <numeric>
#include <unordered_map>

#include "text/words.hpp"

namespace stet {

namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
using Keys = std::span<const std::uint64_t>;

/// Up to so many pairs of keys dtl decides; its time grows with their number where little is common.
constexpr std::uint64_t largest_for_dtl = 64 * 64;
/// Up to so many a longest common subsequence is found; its rows take an eighth of that in bytes.
constexpr std::uint64_t largest_solved = std::uint64_t{1} << 23;
/// Where nothing that occurs once is left to hold on to, both sides are cut into stretches of this length.
constexpr std::size_t stretch = 2048;
/// How often a part is cut at what occurs once in it.
constexpr int deepest = 8;

/// A part of both sequences, with where it begins.
struct Part {
    Keys before, after;
    std::uint32_t before_at = 0, after_at = 0;

    Part sub(std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) const {
        return {before.subspan(b, b_end - b), after.subspan(a, a_end - a), before_at + static_cast<std::uint32_t>(b),
                after_at + static_cast<std::uint32_t>(a)};
    }
};

void with_dtl(const Part& part, Pairs& out) {
    std::vector<std::uint64_t> before(part.before.begin(), part.before.end());
    std::vector<std::uint64_t> after(part.after.begin(), part.after.end());
    dtl::Diff<std::uint64_t, std::vector<std::uint64_t>> diff(before, after);
    diff.compose();
    std::uint32_t b = 0;
    std::uint32_t a = 0;
    for (const auto& [key, info] : diff.getSes().getSequence()) {
        if (info.type == dtl::SES_COMMON) out.emplace_back(part.before_at + b, part.after_at + a);
        b += info.type != dtl::SES_ADD;
        a += info.type != dtl::SES_DELETE;
    }
}

/// For each distinct key of a sequence the set of places where it stands, one bit a place.
class Places {
public:
    explicit Places(Keys keys) : words_((keys.size() + 63) / 64), sorted_(keys.begin(), keys.end()) {
        std::sort(sorted_.begin(), sorted_.end());
        sorted_.erase(std::unique(sorted_.begin(), sorted_.end()), sorted_.end());
        bits_.assign((sorted_.size() + 1) * words_, 0);
        for (std::size_t i = 0; i < keys.size(); ++i) bits_[row(keys[i]) + i / 64] |= std::uint64_t{1} << (i % 64);
    }
    std::size_t words() const { return words_; }
    /// No places for a key that does not occur.
    const std::uint64_t* of(std::uint64_t key) const { return &bits_[row(key)]; }

private:
    std::size_t row(std::uint64_t key) const {
        const auto found = std::lower_bound(sorted_.begin(), sorted_.end(), key);
        const bool occurs = found != sorted_.end() && *found == key;
        return (occurs ? static_cast<std::size_t>(found - sorted_.begin()) : sorted_.size()) * words_;
    }

    std::size_t words_;
    std::vector<std::uint64_t> sorted_;
    std::vector<std::uint64_t> bits_;
};

/// A longest common subsequence with one bit for each pair of keys (Hyyrö 2004): a bit of row a is 0 where one more
/// key of `before` makes the subsequence with the first a keys of `after` longer.
void with_bits(const Part& part, Pairs& out) {
    const Places places(part.before);
    const std::size_t words = places.words();
    std::vector<std::uint64_t> rows((part.after.size() + 1) * words, ~std::uint64_t{0});
    for (std::size_t a = 0; a < part.after.size(); ++a) {
        const std::uint64_t* at = places.of(part.after[a]);
        const std::uint64_t* above = &rows[a * words];
        std::uint64_t* row = &rows[(a + 1) * words];
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < words; ++i) {
            const std::uint64_t met = above[i] & at[i];
            const std::uint64_t sum = above[i] + met;
            const std::uint64_t carried = sum + carry;
            carry = (sum < met) | (carried < sum);
            row[i] = carried | (above[i] - met);
        }
    }
    const auto lengthens = [&](std::size_t a, std::size_t b) {
        return (rows[a * words + b / 64] >> (b % 64) & 1) == 0;
    };
    Pairs found;
    std::size_t b = part.before.size();
    std::size_t a = part.after.size();
    while (b > 0 && a > 0) {
        if (!lengthens(a, b - 1)) {
            --b;
        } else if (lengthens(a - 1, b - 1)) {
            --a;
        } else {
            --b;
            --a;
            found.emplace_back(part.before_at + b, part.after_at + a);
        }
    }
    out.insert(out.end(), found.rbegin(), found.rend());
}

void solve_small(const Part& part, Pairs& out) {
    if (part.before.size() * part.after.size() <= largest_for_dtl)
        with_dtl(part, out);
    else
        with_bits(part, out);
}

/// The keys of all groups of so many neighbours.
std::vector<std::uint64_t> groups_of(Keys keys, std::size_t size) {
    std::vector<std::uint64_t> out;
    for (std::size_t i = 0; i + size <= keys.size(); ++i) {
        std::uint64_t group = keys[i];
        for (std::size_t k = 1; k < size; ++k) group = mix(group, keys[i + k]);
        out.push_back(group);
    }
    return out;
}

/// Pairs of keys that occur once on each side, thinned to an increasing spine ("patience").
Pairs unique_spine(Keys before, Keys after) {
    struct Seen {
        std::uint32_t before = 0, after = 0, before_count = 0, after_count = 0;
    };
    std::unordered_map<std::uint64_t, Seen> seen;
    seen.reserve(before.size());
    for (std::uint32_t i = 0; i < before.size(); ++i) {
        Seen& s = seen[before[i]];
        s.before = i;
        ++s.before_count;
    }
    for (std::uint32_t i = 0; i < after.size(); ++i) {
        const auto found = seen.find(after[i]);
        if (found == seen.end()) continue;
        found->second.after = i;
        ++found->second.after_count;
    }
    Pairs pairs;
    for (std::uint32_t i = 0; i < before.size(); ++i) {
        const Seen& s = seen[before[i]];
        if (s.before_count == 1 && s.after_count == 1) pairs.emplace_back(i, s.after);
    }
    std::vector<std::uint32_t> values;
    for (const auto& pair : pairs) values.push_back(pair.second);
    const std::vector<std::uint64_t> weights(values.size(), 1);
    Pairs spine;
    for (const std::uint32_t i : heaviest_increasing(values, weights)) spine.push_back(pairs[i]);
    return spine;
}

/// What occurs once on each side: keys, where there are none pairs of neighbours, then groups of four.
Pairs spine_of(const Part& part) {
    Pairs spine = unique_spine(part.before, part.after);
    for (std::size_t size = 2; size <= 4 && spine.empty(); size *= 2)
        spine = unique_spine(groups_of(part.before, size), groups_of(part.after, size));
    std::erase_if(spine, [&](const auto& pair) { return part.before[pair.first] != part.after[pair.second]; });
    return spine;
}

void solve(Part part, Pairs& out, int depth);

/// Nothing unique to hold on to: cut both sides into as many stretches and solve each.
void in_stretches(const Part& part, Pairs& out) {
    const std::size_t count = std::max(part.before.size(), part.after.size()) / stretch + 1;
    for (std::size_t i = 0; i < count; ++i) {
        const Part piece = part.sub(part.before.size() * i / count, part.before.size() * (i + 1) / count,
                                    part.after.size() * i / count, part.after.size() * (i + 1) / count);
        solve_small(piece, out);
    }
}

/// The keys that also occur in `other`, and where.
struct Shared {
    Shared(Keys keys, Keys other) {
        std::vector<std::uint64_t> sorted(other.begin(), other.end());
        std::sort(sorted.begin(), sorted.end());
        for (std::uint32_t i = 0; i < keys.size(); ++i) {
            if (!std::binary_search(sorted.begin(), sorted.end(), keys[i])) continue;
            kept.push_back(keys[i]);
            at.push_back(i);
        }
    }
    std::vector<std::uint64_t> kept;
    std::vector<std::uint32_t> at;
};

/// Both ends differ and every key occurs on both sides, or did before the ends were taken away.
void solve_middle(const Part& middle, Pairs& out, int depth) {
    if ((middle.before.size() + 1) * (middle.after.size() + 1) <= largest_solved) {
        solve_small(middle, out);
    } else if (const Pairs spine = depth < deepest ? spine_of(middle) : Pairs{}; !spine.empty()) {
        std::size_t b = 0;
        std::size_t a = 0;
        for (const auto& [spine_before, spine_after] : spine) {
            solve(middle.sub(b, spine_before, a, spine_after), out, depth + 1);
            out.emplace_back(middle.before_at + spine_before, middle.after_at + spine_after);
            b = spine_before + 1;
            a = spine_after + 1;
        }
        solve(middle.sub(b, middle.before.size(), a, middle.after.size()), out, depth + 1);
    } else {
        in_stretches(middle, out);
    }
}

/// Pairs the ends that are the same; `solve_rest` has what is between them, where both sides have something.
template <class SolveRest>
void trim(const Part& part, Pairs& out, SolveRest solve_rest) {
    std::size_t head = 0;
    const std::size_t least = std::min(part.before.size(), part.after.size());
    while (head < least && part.before[head] == part.after[head]) {
        out.emplace_back(part.before_at + head, part.after_at + head);
        ++head;
    }
    std::size_t tail = 0;
    while (tail < least - head &&
           part.before[part.before.size() - 1 - tail] == part.after[part.after.size() - 1 - tail])
        ++tail;
    const Part middle = part.sub(head, part.before.size() - tail, head, part.after.size() - tail);
    if (!middle.before.empty() && !middle.after.empty()) solve_rest(middle);
    for (std::size_t i = 0; i < tail; ++i)
        out.emplace_back(part.before_at + part.before.size() - tail + i, part.after_at + part.after.size() - tail + i);
}

/// Trims the ends; then keys of one side only, which can be in no pair; then the ends again. Once for each cut: where
/// each round laid open one more key there could be as many rounds as keys.
void solve(Part part, Pairs& out, int depth) {
    trim(part, out, [&](const Part& middle) {
        const Shared before(middle.before, middle.after);
        const Shared after(middle.after, before.kept);
        if (before.kept.size() == middle.before.size() && after.kept.size() == middle.after.size()) {
            solve_middle(middle, out, depth);
            return;
        }
        Pairs found;
        trim({before.kept, after.kept, 0, 0}, found, [&](const Part& rest) { solve_middle(rest, found, depth); });
        for (const auto& [b, a] : found)
            out.emplace_back(middle.before_at + before.at[b], middle.after_at + after.at[a]);
    });
}

}  // namespace

Pairs common_subsequence(Keys before, Keys after) {
    Pairs out;
    out.reserve(std::min(before.size(), after.size()));
    solve({before, after, 0, 0}, out, 0);
    return out;
}

namespace {

/// For each value its place among the different values, and how many of these there are. Values close together are
/// counted off, others sorted.
std::pair<std::vector<std::uint32_t>, std::size_t> ranks_of(std::span<const std::uint32_t> values) {
    std::vector<std::uint32_t> ranks(values.size());
    if (values.empty()) return {ranks, 0};
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const std::size_t range = std::size_t{*most - *least} + 1;
    if (range <= 8 * values.size()) {
        std::vector<std::uint32_t> place(range, 0);
        for (const std::uint32_t value : values) place[value - *least] = 1;
        std::exclusive_scan(place.begin(), place.end(), place.begin(), 0U);
        for (std::size_t i = 0; i < values.size(); ++i) ranks[i] = place[values[i] - *least];
        return {ranks, std::size_t{*std::max_element(ranks.begin(), ranks.end())} + 1};
    }
    std::vector<std::uint32_t> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    for (std::size_t i = 0; i < values.size(); ++i)
        ranks[i] =
            static_cast<std::uint32_t>(std::lower_bound(sorted.begin(), sorted.end(), values[i]) - sorted.begin());
    return {ranks, sorted.size()};
}

}  // namespace

std::vector<std::uint32_t> heaviest_increasing(std::span<const std::uint32_t> values,
                                               std::span<const std::uint64_t> weights) {
    const auto [ranks, count] = ranks_of(values);
    struct Best {
        std::uint64_t weight = 0;
        std::uint32_t last = 0xffffffff;
    };
    std::vector<Best> tree(count + 1);  // Fenwick tree over ranks, prefix maximum
    std::vector<std::uint32_t> previous(values.size());
    Best best;
    for (std::uint32_t i = 0; i < values.size(); ++i) {
        const std::size_t rank = ranks[i];
        Best below;
        for (std::size_t at = rank; at > 0; at &= at - 1)
            if (tree[at].weight > below.weight) below = tree[at];
        previous[i] = below.last;
        const Best here{below.weight + weights[i], i};
        for (std::size_t at = rank + 1; at < tree.size(); at += at & (~at + 1))
            if (here.weight > tree[at].weight) tree[at] = here;
        if (here.weight > best.weight) best = here;
    }
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t i = best.last; i != 0xffffffff; i = previous[i]) chosen.push_back(i);
    std::reverse(chosen.begin(), chosen.end());
    return chosen;
}

}  // namespace stet
