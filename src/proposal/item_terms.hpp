// Terms of items that other items name by their numbers: "Items 4 and 7 are contingent upon …", "Proposals 1 through 3
// stand or fall together."
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "proposal/items.hpp"
#include "proposal/phrases.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// What one sentence says of items.
struct ItemTerms {
    std::vector<std::string> labels;  ///< "4", "7"
    std::string condition;            ///< "contingent upon ratification"; empty where they are a package
    std::string sentence;
};

/// Each sentence of a text, where all of them are such terms; else nothing.
std::vector<ItemTerms> parse_item_terms(std::string_view text, const PhraseBook& book);

/// Blocks in `items` that are terms of items, each of which is one of `items`; no block that an item opens with.
std::vector<BlockId> find_item_terms(const Document& document, const Items& items, const PhraseBook& book);

/// Gives the operations of the items named their condition, or makes them a package.
void lay_item_terms(Proposal& proposal, const std::vector<BlockId>& blocks, const Items& items, const PhraseBook& book);

}  // namespace stet
