// Paragraphs and sentences of a unit of the base that a proposal counts and does not print: "the last three
// paragraphs", "the second sentence".
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "proposal/locate.hpp"
#include "proposal/text_of_base.hpp"

namespace stet {

/// What was counted; empty with a reason where counting in another way gives something else.
struct CountedBlocks {
    std::vector<BlockId> blocks;  ///< in order
    std::string reason;
};

struct CountedSentence {
    TextPlace place;
    std::string reason;
};

/// Where a block's sentences begin: behind the label and the run-in title.
std::uint32_t behind_title(const Document& base, BlockId id);

/// The paragraphs that "2", "last", "last 3" or the label of a list item ("(a)") mean in a unit. A paragraph that a
/// page break cut counts once; where list items stand among what is counted, whether they count is not known.
CountedBlocks count_paragraphs(const Document& base, const LocatedUnit& unit, const std::string& said);

/// The items of the one list of a unit that "2", "last" or their label mean, each with what is nested in it.
CountedBlocks count_items(const Document& base, const LocatedUnit& unit, const std::string& said);

/// The sentence that "2" or "last" means in a paragraph of the unit that `paragraph` counts; without it in the first,
/// or the last. A unit's label and title are no sentence. A full stop that may end a word only, is told by the reason.
CountedSentence count_sentence(const Document& base, const LocatedUnit& unit, const std::string& paragraph,
                               const std::string& said);

}  // namespace stet
