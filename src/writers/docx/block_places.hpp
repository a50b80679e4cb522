// Where the words of a document's blocks stand in its package: from a byte of a block's text to the node that holds it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "readers/docx/walk.hpp"

namespace stet::docx {

/// A byte of the text of a block of the walk.
struct WalkPlace {
    std::uint32_t block = none;
    std::uint32_t at = 0;
};

/// The first and the last letter of a document's block in the walk. Of blocks that the outline cut out of one
/// paragraph, one opens it and one closes it; a paragraph that is one block is opened and closed by it.
struct BlockPlace {
    WalkPlace first;
    WalkPlace last;
    bool opens = false;
    bool closes = false;

    bool known() const { return first.block != none; }
    bool is_whole() const { return opens && closes; }
};

/// A byte of text in the tree: `at` is its offset in the node's own text.
struct NodePlace {
    pugi::xml_node node;
    pugi::xml_node paragraph;
    std::uint32_t at = 0;
    bool is_text = false;  ///< a w:t or the like, whose characters may be told apart; else a sign that is one whole
};

/// References must outlive it.
class BlockPlaces {
public:
    BlockPlaces(const Document& document, const std::vector<DocxBlock>& walk);

    const BlockPlace& of(BlockId id) const { return places_[id]; }

    /// For each byte of a block's text where it stands; nowhere for white space that no node holds.
    std::vector<WalkPlace> letters(BlockId id) const;

    /// The node of a place of the walk. Nothing where its text is not what the walk read. To be asked before anything
    /// is changed in the tree.
    std::optional<NodePlace> node(WalkPlace place) const;

    /// The run of a letter; none where no text holds it.
    pugi::xml_node run(WalkPlace place) const;

private:
    const DocxPiece* piece(WalkPlace place) const;
    bool lay(const std::string& text, WalkPlace& at, std::vector<WalkPlace>& letters) const;

    const Document& document_;
    const std::vector<DocxBlock>& walk_;
    std::vector<BlockPlace> places_;
    std::vector<std::uint32_t> walk_of_line_;
    mutable const DocxPiece* last_asked_ = nullptr;  ///< letters of a text are asked for one after the other
    mutable bool last_is_same_ = false;
};

}  // namespace stet::docx
