// Demands whose numbers hang in a column of their own.
#pragma once

#include "document/document.hpp"
#include "proposal/phrases.hpp"

namespace stet {

/// Makes paragraphs of tables in which a reader took lines of plain text for rows: "M-3 | Section 3.11 | Amend to …",
/// and below it "| | vessel of …"; "Article 5 | Hours | …". Only where three rows or more of the document open with
/// such numbers, and the first cells of a table hold nothing else.
void lay_hanging_labels(Document& document, const PhraseBook& book);

}  // namespace stet
