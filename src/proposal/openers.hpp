// The blocks that open the items of a proposal; takes the outline.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "grammar/grammar_file.hpp"
#include "proposal/phrases.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// The one item of a document in which nothing opens several.
inline constexpr std::string_view first_demand = "1";

/// A block that opens an item: what the item is called, and where its own words begin.
struct Opener {
    std::string id;
    std::uint32_t from = 0;
    std::uint32_t heading_end = 0;  ///< where a heading ends that text of the item follows in its paragraph; else 0
    Side side = Side::neither;      ///< who asks, where both sides' demands are numbered from 1 on
    std::string letter = {};        ///< "Side Letter B": one of the letters below a heading for all of them
};

/// What a heading says of the demands below it.
struct Group {
    Side side = Side::neither;
    bool demands = false;  ///< the side asks, and is not asked
};

/// The blocks that head groups: "The Union will agree to the following:", and "Union Proposals" and "Employer
/// Proposals" where both stand; one of them alone is the document's title.
std::map<BlockId, Group> find_groups(const Document& document, const PhraseBook& book);

struct Openers {
    std::map<BlockId, Opener> blocks;
    std::vector<BlockId> letters_headings;  ///< "SIDE LETTERS" over letters that open items
    bool numbered = false;                  ///< by a series of numbers or capitals, and not by units of the outline
};

Openers find_openers(const Document& document, const Grammar& grammar, const PhraseBook& book,
                     const std::map<BlockId, Group>& groups);

/// A heading of the format, capitals, or bold or underlined as a whole.
bool stands_out(const Block& block);

/// A place with its number stands among the first words.
bool names_place(std::string_view line, const PhraseBook& book);

/// The side whose name stands in text[from, to) of the tokens; neither where none or both do.
Side side_named(const PhrasedText& text, std::size_t from, std::size_t to);

}  // namespace stet
