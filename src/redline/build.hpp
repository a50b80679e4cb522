// From two documents and their alignment to the redline: everything in reading order, edits inside.
#pragma once

#include <cstdint>

#include "diff/alignment.hpp"
#include "redline/redline.hpp"
#include "text/stage.hpp"

namespace stet {

/// What the edits of paired blocks are drawn from: their words, a number that one side types and the other's format
/// counts being the same number; only the words that are typed; or the marks of one author's two faces.
enum class EditsFrom : std::uint8_t { words, typed_words, marks };

/// Lays both documents over each other. Changes, counts and verification included.
Redline build_redline(Document before, Document after, const Alignment& alignment, EditsFrom from = EditsFrom::words,
                      const StageObserver& stage_begins = {});

}  // namespace stet
