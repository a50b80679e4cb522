// Blocks from HTML: a fragment inside another format, or a whole page.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/block.hpp"
#include "readers/left_out.hpp"
#include "text/diagnostic.hpp"
#include "text/source.hpp"

namespace stet {

/// Where the blocks of HTML go and what is counted on the way.
struct HtmlSink {
    const Source& source;
    std::vector<Block>& blocks;
    Diagnostics& diagnostics;
    LeftOut& left_out;
    std::uint32_t tables = 0;  ///< tables met so far in the document; the next is this plus 1
};

/// Appends the blocks of `html` (UTF-8), whose first line is `first_line` of the source.
///
/// Headings, paragraphs, list items and table rows by HTML5's parsing rules (gumbo), with the marks of <b>, <u>, <del>,
/// <font color>, style="…" and their like; entities decoded, white space folded (a line break of the file stays a line
/// break outside tables). Scripts, style sheets and comments are left out and counted. HTML nested too deep or with
/// tags too large for the parser is read as text without its tags, with a diagnostic (code "html-as-text").
void read_html_fragment(std::string_view html, std::uint32_t first_line, HtmlSink& sink);

}  // namespace stet
