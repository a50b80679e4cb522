// From blocks to the tree: what the numbering means, by a grammar's labels and by continuity.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "grammar/grammar_file.hpp"

namespace stet {

/// Reads the tree out of a reader's blocks, in one face (labels outside the face open nothing).
///
/// Patterns propose, continuity decides: of the readings of a label the one is taken that the labels before and behind
/// it make likeliest. Cuts a block in two where it opens two units ("(a)(1) The term …") or where a title and text
/// share it, recognises tables of contents that the reader could not know (their blocks become BlockKind::contents),
/// joins headings set over several blocks. Time is linear in the text: look-ahead is bounded. `SectionLabel::written`
/// is the label without the stop or dash that closes it; its span and `Place::label` take that in. Never throws;
/// oddities of the numbering go to the document's diagnostics (label-skipped, label-repeated).
Document outline(Source source, std::vector<Block> blocks, const Grammar& grammar, Face face, Diagnostics diagnostics);

}  // namespace stet
