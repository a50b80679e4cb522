// Words of a Word document in the place of others: found in the tree first, then changed from the end to the beginning.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "proposal/splice.hpp"
#include "writers/docx/block_places.hpp"
#include "writers/docx/new_paragraphs.hpp"

namespace stet::docx {

/// References must outlive it.
class PlannedWords {
public:
    PlannedWords(const Document& document, const std::vector<DocxBlock>& walk, const BlockPlaces& places)
        : document_(document), walk_(walk), places_(places) {}

    /// Finds where a splice is to be made; false where its words cannot be told apart in the tree.
    bool plan(const WordSplice& splice);
    /// Finds all the words of a block.
    bool plan_strike(BlockId id);

    /// Makes a splice: new words take the properties of the first that they stand for, else of those beside them.
    /// Where they begin new paragraphs, the last of these is returned, which has what stood behind the splice. Of
    /// the splices of a paragraph the last is to be made first.
    pugi::xml_node carry_out(const WordSplice& splice, bool counted, const Unnumbering& unnumbering);
    void strike(BlockId id);

    /// Takes out the nodes in which nothing is left.
    void clear_away();

private:
    /// Characters of one text, or one sign.
    struct Stretch {
        NodePlace begin;
        std::uint32_t size = 0;
    };
    struct Found {
        std::vector<Stretch> gone;
        std::optional<NodePlace> spot;  ///< where the new words go
        pugi::xml_node empty;           ///< a paragraph without a run, where they go otherwise
    };

    bool find(BlockId id, Span text, std::vector<Stretch>& out) const;
    std::optional<NodePlace> find_spot(BlockId id, std::uint32_t at) const;
    pugi::xml_node put(const Found& found, std::string_view words);
    void take(const std::vector<Stretch>& gone);
    static void break_lines(pugi::xml_node node);

    const Document& document_;
    const std::vector<DocxBlock>& walk_;
    const BlockPlaces& places_;
    std::map<const WordSplice*, Found> found_;
    std::map<BlockId, std::vector<Stretch>> struck_;
    std::vector<pugi::xml_node> signs_;     ///< to be taken out
    std::vector<pugi::xml_node> of_lines_;  ///< texts that hold new lines
    std::vector<pugi::xml_node> touched_;   ///< texts that may be empty
};

}  // namespace stet::docx
