// Where the words of a block stand in the bytes of its file: the way back from text to Markdown, HTML or plain text.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "document/document.hpp"

namespace stet {

/// For each byte of a block's text the bytes of the file that it was read from. A character written as an entity or
/// behind an escape has the whole of it; white space that the reader made up has an empty span between its neighbours.
struct SourceMap {
    std::vector<Span> bytes;

    /// The bytes of the file that hold text[span], signs inside them included; `span` is not empty.
    Span source_of(Span span) const { return {bytes[span.begin].begin, bytes[span.end - 1].end}; }
};

/// Whether two blocks have bytes of one line.
bool share_a_line(const Block& a, const Block& b);

/// Reads a block's bytes again beside its text. Nothing where the two cannot be laid over each other (text that the
/// format counts or composes). Of blocks that share a line each begins where the one before it ends.
std::optional<SourceMap> map_to_source(const Document& document, BlockId block);

}  // namespace stet
