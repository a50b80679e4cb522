// Chooses a grammar for a document.
#pragma once

#include <span>
#include <vector>

#include "document/block.hpp"
#include "grammar/grammar_file.hpp"

namespace stet {

/// Whether a grammar has levels other than lists; one without fits any document.
bool has_ranks(const Grammar& grammar);

/// The grammar that explains most of the labels of these blocks in the face; one without ranks where none explains any.
/// `grammars` is not empty. A cheap look at labels and words, not an outline.
const Grammar& detect(std::span<const Grammar> grammars, const std::vector<Block>& blocks, Face face);

}  // namespace stet
