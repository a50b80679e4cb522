// The instructions that a paragraph opens with, or has behind a caption or a remark.
#pragma once

#include <string_view>

#include "grammar/grammar_file.hpp"
#include "proposal/instruction.hpp"
#include "proposal/phrases.hpp"

namespace stet {

/// Those of `text`, spans in it; behind a remark only where no text that was announced is open.
Instructions find_instructions(std::string_view text, const Grammar& grammar, const PhraseBook& book,
                               bool text_is_open);

}  // namespace stet
