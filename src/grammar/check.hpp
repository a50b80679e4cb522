// Runs the examples of a grammar file.
#pragma once

<<<<<<< HEAD
#include <vector>

#include "document/block.hpp"
=======
#include <string>

#include "document/document.hpp"
>>>>>>> 81f54b6 (Proposals: unit tests, five cases more, examples of the [proposal] table, fuzz targets)
#include "grammar/grammar_file.hpp"
#include "text/diagnostic.hpp"
#include "text/source.hpp"

namespace stet {

/// One warning (code "example-differs") for every example whose outline has other paths than the file says, with the
/// first that differs; one (code "no-example") where a grammar with levels has no example. Empty where all is well.
Diagnostics check_grammar(const Grammar& grammar);

<<<<<<< HEAD
/// Blocks of an example: paragraphs parted by empty lines, headings by "#", so that no reader is needed.
std::vector<Block> example_blocks(const Source& source);
=======
/// The text of an example (paragraphs parted by empty lines, headings by "#") as the grammar outlines it.
Document outline_of_example(const std::string& text, const Grammar& grammar);
>>>>>>> 81f54b6 (Proposals: unit tests, five cases more, examples of the [proposal] table, fuzz targets)

}  // namespace stet
