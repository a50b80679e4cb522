// Touched blocks of the base and brought bytes of the new text, looked up block by block.
#include "proposal/cause.hpp"

#include <algorithm>

namespace stet {

namespace {

void add_once(std::vector<std::uint32_t>& list, std::uint32_t one) {
    if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

/// Operations whose bytes lie in a stretch of the new text.
void add_brought(const std::vector<BroughtBytes>& brought, Span bytes, std::vector<std::uint32_t>& causes) {
    auto at = std::partition_point(brought.begin(), brought.end(),
                                   [&](const BroughtBytes& one) { return one.bytes.end <= bytes.begin; });
    for (; at != brought.end() && at->bytes.begin < bytes.end; ++at) add_once(causes, at->by);
}

}  // namespace

std::vector<std::vector<std::uint32_t>> block_causes(const Redline& redline, const Consolidation& consolidation) {
    std::vector<std::vector<std::uint32_t>> touched(redline.before.blocks.size());
    for (const TouchedBlock& one : consolidation.touched)
        if (one.block < touched.size()) touched[one.block].push_back(one.by);
    std::vector<BroughtBytes> brought = consolidation.text.brought;
    std::sort(brought.begin(), brought.end(),
              [](const BroughtBytes& x, const BroughtBytes& y) { return x.bytes.begin < y.bytes.begin; });
    const bool package = !redline.after.source.bytes().empty();
    std::vector<std::vector<std::uint32_t>> causes(redline.blocks.size());
    for (std::size_t i = 0; i < redline.blocks.size(); ++i) {
        const RedlineBlock& block = redline.blocks[i];
        if (block.status == BlockStatus::unchanged) continue;
        if (block.before != none)
            for (const std::uint32_t by : touched[block.before]) add_once(causes[i], by);
        if (block.after == none) continue;
        for (const Fragment& fragment : redline.after.blocks[block.after].fragments)
            add_brought(brought, package ? Span{fragment.line, fragment.last_line + 1} : fragment.source, causes[i]);
    }
    return causes;
}

void name_items(Redline& redline, const Consolidation& consolidation, const std::vector<Operation>& operations) {
    const auto causes = block_causes(redline, consolidation);
    for (Change& change : redline.changes)
        for (const std::uint32_t index : change.blocks)
            for (const std::uint32_t by : causes[index]) {
                const std::string& item = operations[by].item;
                if (std::find(change.items.begin(), change.items.end(), item) == change.items.end())
                    change.items.push_back(item);
            }
}

}  // namespace stet
