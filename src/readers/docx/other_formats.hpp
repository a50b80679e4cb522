// Text in formats of its own inside a Word document (altChunk, ECMA-376 Part 1, 17.17.2), which no reader reads.
#pragma once

#include <string>
#include <vector>

#include "text/source.hpp"

namespace stet {

/// The bytes of such texts in the order in which each part has them, part by part; empty for a source that is no
/// package. One whose bytes are not there is an empty string.
std::vector<std::string> texts_in_other_formats(const Source& source);

}  // namespace stet
