// Law 1 on this very redline: rejecting all gives the before-document, accepting all the after-document.
#pragma once

#include <string_view>

#include "redline/redline.hpp"

namespace stet {

/// Walks the redline's blocks and edits and holds them against both documents' own blocks: every character of the
/// compared faces stands in one edit of its side, in order, and what is called equal is the same word for word.
/// Shares no code with the building of the redline. Linear.
Verified verify(const Redline& redline);

/// Whether two texts have the same words but for typography: quotes, dashes, white space, words broken at a line's end.
bool reads_the_same(std::string_view before, std::string_view after);

}  // namespace stet
