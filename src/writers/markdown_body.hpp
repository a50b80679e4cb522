// The redline's text as Markdown, block by block, for the writers of both kinds of signs.
#pragma once

#include <string>

#include "redline/redline.hpp"
#include "writers/markdown_line.hpp"
#include "writers/write_options.hpp"

namespace stet {

/// Appends every block that is not set aside: headings by the depth of their unit, rows as pipe tables, bullets as
/// bullets, list numbers as written. Each change's id stands in a note where it first shows.
///
/// Moved text: with `emphasis` a note stands where it was and the words, with their edits, where it is now; both name
/// the move ("m3"). With `critic` it is struck where it was and new where it is, so that any CriticMarkup processor
/// accepts and rejects it, and notes say from where to where.
void append_markdown_body(std::string& out, const Redline& redline, const WriteOptions& options, MarkdownSigns signs);

}  // namespace stet
