// The grammars built into the program; embed.cmake writes the definition from the files in grammars/.
#pragma once

#include <span>
#include <string_view>

namespace stet {

/// A grammar file's name without its ending, and its text.
struct EmbeddedGrammar {
    std::string_view name;
    std::string_view text;
};

/// All of them, in the order of their names.
std::span<const EmbeddedGrammar> embedded_grammars();

}  // namespace stet
