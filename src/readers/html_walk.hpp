// Walks a parsed piece of HTML and writes its blocks.
#pragma once

#include <cstdint>
#include <string_view>

#include "readers/html_fragment.hpp"
#include "readers/html_tree.hpp"

namespace stet {

/// Appends the blocks of a tree parsed from `html`, whose first line is `first_line` of the source; of a fragment as
/// read_html_fragment says, of a whole page as read_html says.
void walk_html_fragment(const HtmlTree& tree, std::string_view html, std::uint32_t first_line, HtmlSink& sink);
void walk_html_page(const HtmlTree& tree, std::string_view html, HtmlSink& sink);

/// The text of HTML that is not fit for the parser: tags become blanks, a blank line ends a paragraph. Says so in a
/// diagnostic (code "html-as-text").
void read_html_as_text(std::string_view html, std::uint32_t first_line, HtmlSink& sink);

}  // namespace stet
