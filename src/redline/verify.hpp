// Law 1 on this very redline: rejecting all gives the before-document, accepting all the after-document.
#pragma once

#include "redline/redline.hpp"

namespace stet {

/// Walks the redline's blocks and edits and holds them against both documents' own blocks: every character of the
/// compared faces stands in one edit of its side, in order, and what is called equal is the same word for word.
/// Shares no code with the building of the redline. Linear.
Verified verify(const Redline& redline);

}  // namespace stet
