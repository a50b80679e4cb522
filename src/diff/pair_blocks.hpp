// Which paragraph, heading or row of a unit became which of its partner.
#pragma once

#include <span>
#include <vector>

#include "diff/alignment.hpp"
#include "diff/fingerprint.hpp"
#include "diff/similarity.hpp"

namespace stet {

/// A document with its fingerprints.
struct PrintedDocument {
    const Document& document;
    const Fingerprints& prints;
};

/// Pairs the blocks of two sequences in order: equal ones first, then those that are alike, headings with headings,
/// rows by their keys. Appends to `out`.
void pair_blocks(const PrintedDocument& before, std::span<const BlockId> b, const PrintedDocument& after,
                 std::span<const BlockId> a, const Rarity& rarity, std::vector<BlockPair>& out);

/// The whole text of a block.
Span whole_text(const Document& document, BlockId block);

}  // namespace stet
