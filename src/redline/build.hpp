// From two documents and their alignment to the redline: everything in reading order, edits inside.
#pragma once

#include "diff/alignment.hpp"
#include "redline/redline.hpp"

namespace stet {

/// Lays both documents over each other. Changes, counts and verification included.
Redline build_redline(Document before, Document after, const Alignment& alignment);

}  // namespace stet
