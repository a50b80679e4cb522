// From the [weighty] table of a grammar file to its words.
#pragma once

#include <memory>

#include "document/weighty_words.hpp"
#include "grammar/grammar_reader.hpp"

namespace stet {

/// Throws Error naming the place of a key or value that is wrong.
std::shared_ptr<const WeightyWords> read_weighty_words(const GrammarReader& reader, const toml::table& table);

}  // namespace stet
