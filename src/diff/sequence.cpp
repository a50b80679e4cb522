// Common subsequences: trim the ends, hold on to unique keys, and give dtl what is left and small.
#include "diff/sequence.hpp"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <unordered_map>

namespace stet {

namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
using Keys = std::span<const std::uint64_t>;

/// dtl gives up being minimal beyond this many coordinates, and its time grows with their number.
constexpr std::uint64_t largest_for_dtl = 2'000'000;
/// Where nothing unique is left to hold on to, both sides are cut into stretches of this length.
constexpr std::size_t stretch = 700;

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

/// Pairs of keys that occur once on each side, thinned to an increasing spine ("patience").
Pairs unique_spine(const Part& part) {
    struct Seen {
        std::uint32_t before = 0, after = 0, before_count = 0, after_count = 0;
    };
    std::unordered_map<std::uint64_t, Seen> seen;
    seen.reserve(part.before.size());
    for (std::uint32_t i = 0; i < part.before.size(); ++i) {
        Seen& s = seen[part.before[i]];
        s.before = i;
        ++s.before_count;
    }
    for (std::uint32_t i = 0; i < part.after.size(); ++i) {
        const auto found = seen.find(part.after[i]);
        if (found == seen.end()) continue;
        found->second.after = i;
        ++found->second.after_count;
    }
    Pairs pairs;
    for (std::uint32_t i = 0; i < part.before.size(); ++i) {
        const Seen& s = seen[part.before[i]];
        if (s.before_count == 1 && s.after_count == 1) pairs.emplace_back(i, s.after);
    }
    std::vector<std::uint32_t> values;
    for (const auto& pair : pairs) values.push_back(pair.second);
    const std::vector<std::uint64_t> weights(values.size(), 1);
    Pairs spine;
    for (const std::uint32_t i : heaviest_increasing(values, weights)) spine.push_back(pairs[i]);
    return spine;
}

void solve(Part part, Pairs& out, int depth);

/// Nothing unique to hold on to: cut both sides into as many stretches and solve each.
void in_stretches(const Part& part, Pairs& out) {
    const std::size_t count = std::max(part.before.size(), part.after.size()) / stretch + 1;
    for (std::size_t i = 0; i < count; ++i) {
        const Part piece = part.sub(part.before.size() * i / count, part.before.size() * (i + 1) / count,
                                    part.after.size() * i / count, part.after.size() * (i + 1) / count);
        with_dtl(piece, out);
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

/// Both ends differ: keys of one side only can be in no pair and are left out first.
void solve_middle(const Part& middle, Pairs& out, int depth) {
    const Shared before(middle.before, middle.after);
    const Shared after(middle.after, before.kept);
    if (before.kept.size() < middle.before.size() || after.kept.size() < middle.after.size()) {
        Pairs found;
        solve({before.kept, after.kept, 0, 0}, found, depth);
        for (const auto& [b, a] : found)
            out.emplace_back(middle.before_at + before.at[b], middle.after_at + after.at[a]);
        return;
    }
    const std::uint64_t cells = (middle.before.size() + 1) * (middle.after.size() + 1);
    if (cells <= largest_for_dtl) {
        with_dtl(middle, out);
    } else if (const Pairs spine = depth < 8 ? unique_spine(middle) : Pairs{}; !spine.empty()) {
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

void solve(Part part, Pairs& out, int depth) {
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
    if (!middle.before.empty() && !middle.after.empty()) solve_middle(middle, out, depth);
    for (std::size_t i = 0; i < tail; ++i)
        out.emplace_back(part.before_at + part.before.size() - tail + i, part.after_at + part.after.size() - tail + i);
}

}  // namespace

Pairs common_subsequence(Keys before, Keys after) {
    Pairs out;
    solve({before, after, 0, 0}, out, 0);
    return out;
}

std::vector<std::uint32_t> heaviest_increasing(std::span<const std::uint32_t> values,
                                               std::span<const std::uint64_t> weights) {
    std::vector<std::uint32_t> ranks(values.begin(), values.end());
    std::sort(ranks.begin(), ranks.end());
    ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
    struct Best {
        std::uint64_t weight = 0;
        std::uint32_t last = 0xffffffff;
    };
    std::vector<Best> tree(ranks.size() + 1);  // Fenwick tree over ranks, prefix maximum
    std::vector<std::uint32_t> previous(values.size());
    Best best;
    for (std::uint32_t i = 0; i < values.size(); ++i) {
        const auto rank =
            static_cast<std::size_t>(std::lower_bound(ranks.begin(), ranks.end(), values[i]) - ranks.begin());
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
