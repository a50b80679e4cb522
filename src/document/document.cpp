// Where the units of a document stand in its file.
#include "document/document.hpp"

#include <algorithm>

namespace stet {

std::uint32_t Document::line(NodeId node) const {
    const Node& unit = nodes[node];
    if (unit.first_block >= blocks.size()) return 1;
    const Block& block = blocks[unit.first_block];
    return unit.label.span.empty() ? block.line() : line_of(block, unit.label.span.begin);
}

std::uint32_t Document::last_line(NodeId node) const {
    const Node& unit = nodes[node];
    std::uint32_t last = line(node);
    for (BlockId id = unit.first_block; id < unit.end_block && id < blocks.size(); ++id)
        if (!is_set_aside(blocks[id].kind)) last = std::max(last, blocks[id].last_line());
    return last;
}

}  // namespace stet
