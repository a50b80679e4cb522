// Changes to a finished block: stretches marked, stretches cut out, white space trimmed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/block.hpp"
#include "text/source.hpp"

namespace stet {

/// A stretch of a block's text and the mark that it gets.
struct MarkedSpan {
    Span text;
    Mark mark;
};

/// Sets marks on stretches of a block (they may overlap) and takes the stretches `removed` (ascending, apart) out of
/// its text; runs, cells and fragments follow.
void rewrite_block(Block& block, const std::vector<MarkedSpan>& marked, const std::vector<Span>& removed);

/// Takes white space off the end of a block's text.
void trim_end(Block& block);

/// Takes white space off the start of a block's text; its first line moves on with the line breaks that go.
void trim_start(Block& block);

/// Ends each fragment at the line of its last word (by the line breaks kept in the text) and gives it the whole lines
/// of `source` that it covers; the last one reaches at least to `last_line`.
void close_fragments(Block& block, const Source& source, std::uint32_t last_line);

/// Whether a text has anything but white space (no-break and zero-width spaces are white here).
bool has_visible_text(std::string_view text);

}  // namespace stet
