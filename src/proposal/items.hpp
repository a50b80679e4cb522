// The items of a proposal: numbered demands, groups of one side's demands, captions and attachments; takes the outline.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "grammar/grammar_file.hpp"
#include "proposal/heading.hpp"
#include "proposal/phrases.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// A demand, from its heading to the next one.
struct ProposalItem {
    std::string id;  ///< "11"; "Company 1" where numbers restart under each side's name; a caption without a number
    Side group = Side::neither;
    Side asked_of = Side::neither;
    ItemHeading heading;
    BlockId first = 0;            ///< block of the heading
    std::uint32_t body_from = 0;  ///< offset in it behind the heading
    BlockId end = 0;
    std::vector<BlockId> terms = {};  ///< blocks among its own that may be terms of items named by their numbers
};

/// A document cut into what stands before the items, the items, and the signatures.
struct Items {
    std::vector<ProposalItem> items;
    BlockId preamble_end = 0;
    BlockId signature = 0;                ///< first block of the signatures; the number of blocks where there are none
    std::vector<BlockId> group_headings;  ///< "The Union will agree to the following:", "Tentatively agreed:"
    std::vector<std::string> missing;     ///< numbers left out between the first and the last
    std::vector<Finding> findings;
};

Items read_items(const Document& document, const Grammar& grammar, const PhraseBook& book,
                 std::string_view document_date);

}  // namespace stet
