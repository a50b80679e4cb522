// Lines that say a status and nothing else.
#pragma once

#include <optional>
#include <string_view>

#include "grammar/grammar_file.hpp"
#include "proposal/phrases.hpp"
#include "proposal/status_mark.hpp"

namespace stet {

/// A mark of status that is all of the text, the name of who says it aside: "District proposes status quo."
std::optional<StatusMark> status_line(std::string_view text, const Grammar& grammar, const PhraseBook& book,
                                      std::string_view document_date);

}  // namespace stet
