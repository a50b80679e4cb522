// Paragraphs whose end is tracked: in the face where it is not there, two blocks are one.
#pragma once

#include <vector>

#include "document/block.hpp"

namespace stet {

/// The blocks as paragraphs of one face. A block that has nothing in the face, or nothing with words behind it, stays
/// as it is. What is joined has the kind and number of the last, whose end it has (ECMA-376 Part 1, 17.13.5.15).
std::vector<Block> join_paragraphs(std::vector<Block> blocks, Face face);

/// The blocks of both faces at once: those that are one in either are one, with a line break between them that is
/// struck or inserted.
std::vector<Block> join_paragraphs(std::vector<Block> blocks);

}  // namespace stet
