// From the [proposal] table of a grammar file to its words.
#pragma once

#include "grammar/grammar_reader.hpp"
#include "grammar/proposal_words.hpp"

namespace stet {

/// Throws Error naming the place of a key or value that is wrong.
ProposalWords read_proposal_words(const GrammarReader& reader, const toml::table& table);

}  // namespace stet
