// Bracketed spans ([text]{.underline}, [text]{.insertion author="…"}) in blocks that a reader has yielded.
#pragma once

#include <string_view>
#include <vector>

#include "document/block.hpp"
#include "readers/critic_markup.hpp"
#include "readers/left_out.hpp"

namespace stet {

/// Whether a text could hold bracketed spans at all; quick.
bool may_hold_bracketed_spans(std::string_view text);

/// Reads the spans whose class says how the text is set or what became of it, and takes their signs out of the texts:
/// underline and ul, mark, insertion, deletion and strikeout, comment-start. Spans of other classes, without a partner
/// inside code, or with an escaped sign stay as they are. What else stands between the braces (an author, a date) is
/// counted as left out. `escaped` stands in the order of the blocks. Source of the form: the manual of pandoc,
/// "bracketed_spans" and "--track-changes".
void read_bracketed_spans(std::vector<Block>& blocks, const std::vector<EscapedByte>& escaped, LeftOut& left_out);

}  // namespace stet
