// Units that are printed in two columns, as they are and as they shall be.
#pragma once

#include <string_view>

#include "document/document.hpp"
#include "grammar/grammar_file.hpp"
#include "proposal/mark_use.hpp"
#include "proposal/phrases.hpp"

namespace stet {

/// Makes paragraphs of the rows of tables with two columns, "Current" and "Proposed", whose cells are text: what goes
/// becomes struck and what comes new, as if the author had marked it. In plain text a paragraph is several rows.
void lay_side_by_side(Document& document, const Grammar& grammar, const PhraseBook& book, const MarkUse& use,
                      std::string_view document_date);

}  // namespace stet
