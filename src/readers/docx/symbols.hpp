// Characters of symbol fonts as Unicode (w:sym, ECMA-376 Part 1, 17.3.3.30).
#pragma once

#include <string>
#include <string_view>

namespace stet {

/// The character that `code` (hexadecimal, "F0B7") of `font` shows, in UTF-8. Codes that are not known stay as they
/// are: in the private use area, where Word puts symbol fonts.
std::string symbol_text(std::string_view font, std::string_view code);

}  // namespace stet
