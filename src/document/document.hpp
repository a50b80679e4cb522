// A document: the flat blocks of a reader and the tree that a grammar read out of their numbering.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/block.hpp"
#include "text/diagnostic.hpp"
#include "text/source.hpp"

namespace stet {

class WeightyWords;

using NodeId = std::uint32_t;
using BlockId = std::uint32_t;
inline constexpr std::uint32_t none = 0xffffffff;

/// A label as written ("Section 2.03"), and as counted ({2, 3}; "12A" is {12, 1}).
struct SectionLabel {
    std::string written;  ///< "ARTICLE 12", "Section 2 A.", "(a)"; empty for a heading without a number
    std::string value;    ///< "12", "2A", "a": what tells it from its siblings
    std::vector<std::uint32_t> ordinals;
    Span span;  ///< in the text of the node's first block
};

/// One labelled unit: article, section, lettered or numbered paragraph, appendix, letter; node 0 is the document's
/// root. Nodes stand in pre-order; a node's blocks are [first_block, end_block) with those of its children inside.
struct Node {
    NodeId parent = none;
    std::uint16_t level = 0;  ///< index into Document::levels
    std::uint16_t depth = 0;  ///< 0 for the root
    SectionLabel label;
    std::string heading;  ///< title or run-in caption, white space folded; may be empty
    std::string path;     ///< unique: "article 5 / section 12 / (a)"; "" for the root
    BlockId first_block = 0;
    BlockId end_block = 0;
    NodeId end_node = 0;  ///< one past its last descendant
};

/// What the outline knows of a block.
struct Place {
    NodeId node = 0;       ///< the innermost unit that it belongs to
    Span label;            ///< where it opens that unit: the label in its text, else empty
    bool heading = false;  ///< it is (part of) the unit's heading and nothing else
};

/// The tree as read in one face. Owns all that it names; blocks[i] has its place in places[i].
struct Document {
    Source source;
    Face face = Face::after;
    std::string grammar;                       ///< name of the grammar that read it
    std::vector<std::string> reference_nouns;  ///< the grammar's words before a reference's label, lower case, singular
    std::shared_ptr<const WeightyWords> weighty;  ///< the grammar's words whose change weighs; none: no grammar read it
    std::vector<std::string> levels;              ///< level names, levels[0] = "document"
    std::vector<Block> blocks;
    std::vector<Place> places;
    std::vector<Node> nodes;  ///< nodes[0] is the root
    Diagnostics diagnostics;
    bool marked = false;  ///< some text is struck or written in by its author

    std::uint32_t line(NodeId node) const;       ///< where its label stands
    std::uint32_t last_line(NodeId node) const;  ///< where the last of its children ends
};

/// Kinds kept apart from the agreement's own text: neither compared nor counted.
inline bool is_set_aside(BlockKind kind) {
    return kind == BlockKind::contents || kind == BlockKind::furniture;
}

}  // namespace stet
