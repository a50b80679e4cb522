// From the [wages] table of a grammar file to its words.
#pragma once

#include "grammar/grammar_reader.hpp"
#include "grammar/wage_words.hpp"

namespace stet {

/// Throws Error naming the place of a key or value that is wrong.
WageWords read_wage_words(const GrammarReader& reader, const toml::table& table);

}  // namespace stet
