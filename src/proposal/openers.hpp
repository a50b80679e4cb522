// The blocks that open the items of a proposal; takes the outline.
#pragma once

#include <map>
#include <string>

#include "document/document.hpp"
#include "grammar/grammar_file.hpp"
#include "proposal/phrases.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// A block that opens an item: what the item is called, and where its own words begin.
struct Opener {
    std::string id;
    std::uint32_t from = 0;
    std::uint32_t heading_end = 0;  ///< where a heading ends that text of the item follows in its paragraph; else 0
};

/// Lines that head the demands of one side: "The Union will agree to the following:".
class GroupHeads {
public:
    GroupHeads(const Document& document, const PhraseBook& book);

    /// The side of the group that the block heads; neither for any other block.
    Side side_of(const Block& block) const;
    /// The side that is named before words of that class, which end the block.
    Side heads(const Block& block, WordClass words) const;

private:
    const PhraseBook& book_;
    bool both_demand_ = false;  ///< "Union Proposals" and "Employer Proposals": one of them alone is a title
};

struct Openers {
    std::map<BlockId, Opener> blocks;
    bool numbered = false;  ///< by a series of numbers or capitals, and not by units of the outline
};

Openers find_openers(const Document& document, const Grammar& grammar, const PhraseBook& book,
                     const GroupHeads& groups);

/// A heading of the format, capitals, or bold or underlined as a whole.
bool stands_out(const Block& block);

/// A place with its number stands among the first words.
bool names_place(std::string_view line, const PhraseBook& book);

/// The side whose name stands in text[from, to) of the tokens; neither where none or both do.
Side side_named(const PhrasedText& text, std::size_t from, std::size_t to);

}  // namespace stet
