// Letters of agreement below a heading for all of them, each an item of its own.
#pragma once

#include "document/document.hpp"
#include "grammar/grammar_file.hpp"
#include "proposal/openers.hpp"
#include "proposal/phrases.hpp"

namespace stet {

/// "A. Parking – Renew" below "SIDE LETTERS": labels from A or 1 on, each a letter of its own.
void add_letters(Openers& found, const Document& document, const Grammar& grammar, const PhraseBook& book);

}  // namespace stet
