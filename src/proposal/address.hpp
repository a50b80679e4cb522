// Addresses of units and of their paragraphs, rows and heading lines in one document: from the place to its name and
// back, each name given once.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace stet {

/// A part of a unit that has no label of its own.
struct PartName {
    BlockKind kind = BlockKind::paragraph;  ///< paragraph, table_row or heading
    std::uint32_t first = 0;                ///< from 1
    std::uint32_t last = 0;
};

/// "paragraph 2", "rows 3 to 5", "heading line 1".
std::string part_words(const PartName& part);
std::optional<PartName> parse_part(std::string_view words);

/// The names of a document's units. Holds no reference to it.
class Addresses {
public:
    explicit Addresses(const Document& document);

    /// Names from the outermost unit in: {"ARTICLE 8", "Section 12", "(a)"}; a unit without a label goes by its heading
    /// in quotes, and one that shares its name with a sibling has its place among them: "Section 12 (no. 2)". Empty
    /// for the root.
    std::vector<std::string> units(NodeId node) const;
    std::optional<NodeId> find(const std::vector<std::string>& units) const;

    /// What a block is within its unit: the second paragraph, the third row, a line of the heading.
    PartName part(BlockId block) const { return parts_[block]; }
    /// The blocks of a unit's own that a name means; empty where it has no such.
    std::vector<BlockId> blocks(NodeId node, const PartName& part) const;

private:
    struct Unit {
        NodeId parent = none;
        std::string name;
        std::vector<BlockId> own;
    };

    std::vector<Unit> units_;
    std::vector<PartName> parts_;  ///< by block
    std::map<std::pair<NodeId, std::string>, NodeId> by_name_;
};

}  // namespace stet
