// Texts that tell a value and are no sentence of an agreement.
#pragma once

#include <string_view>

#include "grammar/grammar_file.hpp"
#include "proposal/phrases.hpp"

namespace stet {

/// "Boot allowance capped at $450 a year.", "Night premium: $2.00.", "Fifth week to 18 years.": a value that a
/// caption, "to" or such words announce, and no verb that a sentence of an agreement has.
bool describes_value(std::string_view text, const Grammar& grammar, const PhraseBook& book);

}  // namespace stet
