// Instructions in stet's own form, read back from a document.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// Whether the document says of itself that it is made of such instructions.
bool is_instructions(const Document& document);

/// The grammar under which such instructions number the units of their base; empty where they do not say.
std::string grammar_of_base(const Document& document);

/// Its operations; what is no instruction and no block of one goes to `not_understood`.
std::vector<Operation> read_instructions(const Document& document, std::vector<NotUnderstood>& not_understood);

}  // namespace stet
