// Signs and elements that enclose words in a file: where they begin and end.
#pragma once

#include <cstdint>
#include <string_view>

#include "proposal/splice.hpp"

namespace stet {

/// The beginning of the signs, elements of a line and links that open directly before `at`, not before `limit`.
std::uint32_t before_signs(std::string_view file, const BaseForm& form, std::uint32_t at, std::uint32_t limit);

/// The end of those that close directly behind `at`, not behind `limit`.
std::uint32_t behind_signs(std::string_view file, const BaseForm& form, std::uint32_t at, std::uint32_t limit);

/// Whether a tag ("<b>", "</span class=x>") is of an element that stands inside a line.
bool is_inline_element(std::string_view tag);

/// The element "<li>…</li>", "<p>…</p>" of HTML that a block fills, or that of a row around its cells; with the line's
/// end and the items, lists and quotations that hold nothing else, where those go too. Nothing where it is no such
/// element.
Span element_around(std::string_view file, Span part, bool row, bool with_line);

}  // namespace stet
