// Chooses a grammar for a document.
#pragma once

#include <string>
#include <vector>

#include "document/block.hpp"

namespace stet {

/// The name of the built-in grammar that explains most of the labels of these blocks in the face; "plain" where none
/// explains any. A cheap look at labels and words, not an outline.
std::string detect(const std::vector<Block>& blocks, Face face);

}  // namespace stet
