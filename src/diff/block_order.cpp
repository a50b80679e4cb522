// A counting sort by block, then by text where a block has several pairs.
#include "diff/block_order.hpp"

#include <algorithm>
#include <numeric>

namespace stet {

std::vector<std::uint32_t> in_order_of(std::span<const BlockPair> pairs, BlockId BlockPair::*block,
                                       Span BlockPair::*text) {
    BlockId last = 0;
    for (const BlockPair& pair : pairs) last = std::max(last, pair.*block);
    std::vector<std::uint32_t> ends(std::size_t{last} + 2, 0);
    for (const BlockPair& pair : pairs) ++ends[pair.*block + 1];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    std::vector<std::uint32_t> order(pairs.size());
    for (std::uint32_t i = 0; i < pairs.size(); ++i) order[ends[pairs[i].*block]++] = i;
    const auto by_text = [&](std::uint32_t x, std::uint32_t y) {
        return (pairs[x].*text).begin < (pairs[y].*text).begin;
    };
    for (auto begin = order.begin(); begin != order.end();) {
        const auto end =
            std::find_if(begin, order.end(), [&](std::uint32_t i) { return pairs[i].*block != pairs[*begin].*block; });
        if (end - begin > 1) std::stable_sort(begin, end, by_text);
        begin = end;
    }
    return order;
}

}  // namespace stet
