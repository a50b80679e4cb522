// Which node and which block of one document became which of the other.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace stet {

/// The pass that paired two nodes: why stet believes that they are the same.
enum class MatchedBy : std::uint8_t { root, identical, label, heading, position, similar, moved, split, merged };

std::string_view matched_by_name(MatchedBy by);

/// Nodes that became each other: 1:1 a match, 1:n a split, n:1 a merge. Ids ascend.
struct NodeMatch {
    std::vector<NodeId> before;
    std::vector<NodeId> after;
    MatchedBy by = MatchedBy::identical;
    double similarity = 1.0;  ///< 1 when equal word for word, labels aside
    bool moved = false;       ///< stands under another parent or out of the order of its siblings
};

/// A stretch of a before-block that became a stretch of an after-block. Where blocks were split or merged, one block
/// has several pairs, in the order of its text, whose spans meet without a gap.
struct BlockPair {
    BlockId before = none;
    Span before_text;
    BlockId after = none;
    Span after_text;
    bool moved = false;  ///< the block itself left its place (not merely its unit)
};

/// Every node and every block of both sides stands in exactly one entry or in none (inserted, deleted).
struct Alignment {
    std::vector<NodeMatch> nodes;
    std::vector<std::uint32_t> before_match;  ///< node of before -> index into nodes, or none
    std::vector<std::uint32_t> after_match;
    std::vector<BlockPair> blocks;  ///< in the order of the after-document
};

}  // namespace stet
