// A marked paragraph of a proposal laid over the base: which words of the base its marks mean.
#pragma once

#include <string>
#include <vector>

#include "proposal/plan.hpp"
#include "proposal/proposal.hpp"
#include "proposal/text_of_base.hpp"

namespace stet {

/// What laying a drawn paragraph over a block of the base gives.
struct LaidOver {
    std::vector<WordSplice> splices;
    std::vector<Removal> removals;     ///< blocks of which no word stays
    std::vector<std::string> remarks;  ///< where the base's words are others than those printed
    std::string reason;                ///< why it cannot be done; empty where it can
};

/// Finds the partners of the kept and struck words in the blocks, which follow each other (a paragraph that a page
/// break cut is two), and turns the marks that belong to the operation into splices. Words that the base has and the
/// paragraph does not print, or the reverse, stay as the base has them and are told; struck words must be there.
LaidOver lay_over_blocks(const Document& base, const BaseText& text, const std::vector<BlockId>& blocks,
                         const DrawnBlock& drawn, const Operation& operation, std::uint32_t by);

}  // namespace stet
