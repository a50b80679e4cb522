// Touched blocks of the base and brought bytes of the new text, looked up block by block.
#include "proposal/cause.hpp"

#include <algorithm>

namespace stet {

namespace {

void add_once(std::vector<std::string>& items, const std::string& item) {
    if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
}

bool shows_change(const RedlineBlock& block) {
    return block.status != BlockStatus::unchanged;
}

}  // namespace

void name_items(Redline& redline, const Consolidation& consolidation, const std::vector<Operation>& operations) {
    std::vector<std::vector<std::uint32_t>> touched(redline.before.blocks.size());
    for (const TouchedBlock& one : consolidation.touched)
        if (one.block < touched.size()) touched[one.block].push_back(one.by);
    std::vector<BroughtBytes> brought = consolidation.text.brought;
    std::sort(brought.begin(), brought.end(),
              [](const BroughtBytes& x, const BroughtBytes& y) { return x.bytes.begin < y.bytes.begin; });
    const auto brought_in = [&](Span bytes, std::vector<std::string>& items) {
        auto at = std::partition_point(brought.begin(), brought.end(),
                                       [&](const BroughtBytes& one) { return one.bytes.end <= bytes.begin; });
        for (; at != brought.end() && at->bytes.begin < bytes.end; ++at) add_once(items, operations[at->by].item);
    };
    for (Change& change : redline.changes) {
        for (const std::uint32_t index : change.blocks) {
            const RedlineBlock& block = redline.blocks[index];
            if (!shows_change(block)) continue;
            if (block.before != none)
                for (const std::uint32_t by : touched[block.before]) add_once(change.items, operations[by].item);
            if (block.after == none) continue;
            for (const Fragment& fragment : redline.after.blocks[block.after].fragments)
                brought_in(fragment.source, change.items);
        }
    }
}

}  // namespace stet
