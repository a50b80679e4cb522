// Text into HTML: the one door through which words of a document reach the page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace stet::html {

/// Appends text as element content. `& < > " '` become references, control characters U+FFFD; a control of writing
/// direction is printed as `<span class=u>[U+202E]</span>`, so that it cannot reorder what is read. Line breaks stay;
/// one after a hyphen between letters is kept in a hidden element, so that a word cut at a line's end reads whole.
void append_text(std::string& out, std::string_view text);

/// Appends text for an attribute value in double quotes: as above, but no element is made.
void append_attribute(std::string& out, std::string_view text);

/// Appends text as a CSS string with its quotes; all but ASCII letters, digits and blanks is written by number.
void append_css_string(std::string& out, std::string_view text);

/// Appends a decimal number; `append_count` parts thousands with commas.
void append_number(std::string& out, std::uint64_t number);
void append_count(std::string& out, std::uint64_t number);

/// At most about `limit` bytes of the text, white space folded; the middle gives way to " … ", code points stay whole.
std::string elide(std::string_view text, std::size_t limit);

}  // namespace stet::html
