// Paragraphs whose lines open with numbers in a row, as if each were one: "12.1 Delete …" above "12.2 No change."
#pragma once

#include <vector>

#include "document/block.hpp"

namespace stet {

/// The blocks of a proposal, those cut whose lines begin with labels of one kind that count up.
std::vector<Block> split_lines(std::vector<Block> blocks);

}  // namespace stet
