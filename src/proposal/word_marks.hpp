// Marks that are words in brackets: "[DELETE: once] [ADD: twice]".
#pragma once

#include "document/document.hpp"
#include "grammar/grammar_file.hpp"
#include "proposal/phrases.hpp"

namespace stet {

/// Takes the brackets and verbs off and puts marks of struck and new text in their place; of "[DELETE]" alone it takes
/// the brackets off.
void lay_word_marks(Document& document, const Grammar& grammar, const PhraseBook& book);

}  // namespace stet
