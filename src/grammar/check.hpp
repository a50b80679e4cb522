// Runs the examples of a grammar file.
#pragma once

#include <vector>

#include "document/block.hpp"
#include "grammar/grammar_file.hpp"
#include "text/diagnostic.hpp"
#include "text/source.hpp"

namespace stet {

/// One warning (code "example-differs") for every example whose outline has other paths than the file says, with the
/// first that differs; one (code "no-example") where a grammar with levels has no example. Empty where all is well.
Diagnostics check_grammar(const Grammar& grammar);

/// Blocks of an example: paragraphs parted by empty lines, headings by "#", so that no reader is needed.
std::vector<Block> example_blocks(const Source& source);

}  // namespace stet
