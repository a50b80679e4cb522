// From blocks to the tree: what the numbering means, by a grammar's labels and by continuity.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "grammar/grammar_file.hpp"

namespace stet {

/// Reads the tree out of a reader's blocks, in one face (labels outside the face open nothing).
///
/// Cuts a block in two where it opens two units ("(a)(1) The term …"), recognises tables of contents that the
/// reader could not know (their blocks become BlockKind::contents), joins headings set over several blocks.
/// Never throws; oddities of the numbering go to the document's diagnostics (label-skipped, label-repeated …).
Document outline(Source source, std::vector<Block> blocks, const Grammar& grammar, Face face, Diagnostics diagnostics);

}  // namespace stet
