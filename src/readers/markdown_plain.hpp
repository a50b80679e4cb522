// Paragraphs and headings of Markdown whose text needs no parser: words, escapes and **bold** only.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/block.hpp"
#include "readers/critic_markup.hpp"
#include "text/source.hpp"

namespace stet {

/// Last line of the plain paragraph that begins at `line` (which follows a blank line or another block), 0 where it is
/// not plain. A plain paragraph gives the same block with and without the parser. With link definitions in the
/// document, brackets are not plain.
std::uint32_t plain_paragraph_end(const Source& source, std::uint32_t line, bool has_definitions);

/// Whether the line is an ATX heading with a plain text.
bool is_plain_heading(const Source& source, std::uint32_t line, bool has_definitions);

/// The block of plain lines: a heading, or a paragraph that keeps its line breaks. Escaped bytes that could be taken
/// for CriticMarkup are appended to `escaped` under the block's index `index`.
Block read_plain_paragraph(const Source& source, std::uint32_t first, std::uint32_t last, std::size_t index,
                           std::vector<EscapedByte>& escaped);
Block read_plain_heading(const Source& source, std::uint32_t line, std::size_t index,
                         std::vector<EscapedByte>& escaped);

/// Appends `text` with its backslash escapes resolved.
void append_unescaped(Block& block, std::string_view text, Marks marks, std::size_t index,
                      std::vector<EscapedByte>& escaped);

/// Whether a byte could be part of a sign of CriticMarkup or of a bracketed span that no other inline syntax explains.
bool may_be_sign(char c);

bool is_ascii_punctuation(char c);

/// Whether a cell has a byte in it at which markup may begin.
bool may_be_marked(std::string_view cell);

}  // namespace stet
