// Numbers that the format counts (Block::computed), shown to a grammar as if they were typed, and taken off again.
//
//   Word:     ¶ list "Section %1.%2", text "Definitions."        a reader sees   Section 2.03 Definitions.
//   wrong:    a unit without a label, or words that the file does not have
//   ours:     the unit is labelled "Section 2.03", its text is "Definitions."
#pragma once

#include <vector>

#include "document/document.hpp"

namespace stet {

/// Takes each computed number as it is in the face and puts it and a blank before the block's text, under the marks of
/// its first run.
void show_numbers(std::vector<Block>& blocks, Face face);

/// Takes the numbers off the texts again. Spans of labels that stood in a number are empty then; what the labels say
/// stays in the nodes.
void hide_numbers(Document& document);

}  // namespace stet
