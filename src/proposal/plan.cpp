// Who has taken which words and blocks.
#include "proposal/plan.hpp"

#include <algorithm>
#include <tuple>

namespace stet {

namespace {

/// Two stretches that share a byte, or two insertions at one place.
bool touches(const WordSplice& x, const WordSplice& y) {
    if (x.text.empty() && y.text.empty()) return x.text.begin == y.text.begin;
    return x.text.begin < y.text.end && y.text.begin < x.text.end;
}

}  // namespace

Plan::Plan(const Document& base)
    : base_(base),
      words_(base.blocks.size()),
      removed_(base.blocks.size(), none),
      moved_(base.blocks.size(), none),
      relocation_of_(base.blocks.size(), none) {}

std::optional<std::uint32_t> Plan::clash(const Wish& wish, std::uint32_t by) const {
    for (const WordSplice& one : wish.splices) {
        if (removed_[one.block] != none) return removed_[one.block];
        for (const WordSplice& other : words_[one.block])
            if (touches(one, other)) return other.by;
    }
    for (const Removal& one : wish.removals)
        for (BlockId id = one.first; id < one.end; ++id) {
            if (is_set_aside(base_.blocks[id].kind)) continue;
            if (removed_[id] != none) return removed_[id];
            if (moved_[id] != none) return moved_[id];
            if (!words_[id].empty()) return words_[id].front().by;
        }
    for (const Relocation& one : wish.relocations) {
        if (one.after >= one.first && one.after < one.end) return by;
        // A chain of moves that leads back to itself would take its blocks out and put them nowhere.
        for (BlockId at = one.after; relocation_of_[at] != none;) {
            const Relocation& other = plan_.relocations[relocation_of_[at]];
            at = other.after;
            if (at >= one.first && at < one.end) return other.by;
        }
        for (BlockId id = one.first; id < one.end; ++id) {
            if (is_set_aside(base_.blocks[id].kind)) continue;
            if (removed_[id] != none) return removed_[id];
            if (moved_[id] != none) return moved_[id];
        }
    }
    for (const Joining& one : wish.joinings)
        for (const Joining& other : plan_.joinings)
            if (one.block == other.block) return other.by;
    return std::nullopt;
}

bool Plan::is_same(const Wish& wish, std::uint32_t by) const {
    const bool words_only = wish.removals.empty() && wish.insertions.empty() && wish.relocations.empty() &&
                            wish.joinings.empty() && !wish.splices.empty();
    return words_only && std::all_of(wish.splices.begin(), wish.splices.end(), [&](const WordSplice& one) {
               return std::any_of(words_[one.block].begin(), words_[one.block].end(), [&](const WordSplice& other) {
                   return other.by == by && other.text == one.text && other.with == one.with;
               });
           });
}

std::optional<std::uint32_t> Plan::take(const Wish& wish, std::uint32_t by) {
    if (const auto other = clash(wish, by)) return other;
    for (const WordSplice& one : wish.splices) {
        words_[one.block].push_back(one);
        plan_.splices.push_back(one);
    }
    for (const Removal& one : wish.removals) {
        for (BlockId id = one.first; id < one.end; ++id)
            if (!is_set_aside(base_.blocks[id].kind)) removed_[id] = by;
        plan_.removals.push_back(one);
    }
    for (const Relocation& one : wish.relocations) {
        for (BlockId id = one.first; id < one.end; ++id)
            if (!is_set_aside(base_.blocks[id].kind)) {
                moved_[id] = by;
                relocation_of_[id] = static_cast<std::uint32_t>(plan_.relocations.size());
            }
        plan_.relocations.push_back(one);
    }
    plan_.insertions.insert(plan_.insertions.end(), wish.insertions.begin(), wish.insertions.end());
    plan_.joinings.insert(plan_.joinings.end(), wish.joinings.begin(), wish.joinings.end());
    return std::nullopt;
}

SplicePlan Plan::settled() const {
    const auto place = [&](BlockId at, BlockId home) {
        if (home == none || moved_[home] != none || moved_[at] == none) return at;
        while (at > home && (moved_[at] != none || is_set_aside(base_.blocks[at].kind))) --at;
        return at;
    };
    SplicePlan out = plan_;
    const auto settle = [&](BlockId& at, bool& before, BlockId home) {
        const BlockId stays = place(at, home);
        before = before && stays == at;
        at = stays;
    };
    for (Insertion& one : out.insertions) settle(one.at, one.before, one.home);
    // Behind the last block of several units the text of the innermost comes first, (iii) of (b) before (c), and the
    // next item of a list before text that stands behind the list.
    const auto goes_on_list = [&](const Insertion& one) {
        const BlockId like = one.blocks.empty() ? none : one.blocks.front().like;
        return like != none && base_.levels[base_.nodes[base_.places[like].node].level] == "list";
    };
    const auto rank = [&](const Insertion& one) {
        std::size_t around = 0;
        NodeId node = one.within != none ? one.within : base_.places[one.home == none ? one.at : one.home].node;
        for (; node != 0 && !one.before; node = base_.nodes[node].parent) ++around;
        return std::tuple(one.at, one.before, base_.nodes.size() - around, !goes_on_list(one));
    };
    std::stable_sort(out.insertions.begin(), out.insertions.end(),
                     [&](const Insertion& x, const Insertion& y) { return rank(x) < rank(y); });
    for (Relocation& one : out.relocations) settle(one.after, one.before, one.home);
    return out;
}

}  // namespace stet
