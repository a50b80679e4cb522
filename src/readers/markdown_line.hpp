// What a line of Markdown opens, by its first characters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stet {

/// White space at a line's start: bytes, and columns with tab stops of four.
struct LineIndent {
    std::size_t bytes = 0;
    std::size_t columns = 0;
};

LineIndent line_indent(std::string_view line);

/// Whether a line is empty but for blanks and tabs.
bool is_blank_line(std::string_view line);

/// Bytes of a list marker at the start of `text` ("-", "12.", "3)"), 0 where there is none. White space or the end
/// follows it.
std::size_t list_marker(std::string_view text);

/// Level 1 to 6 of an ATX heading ("## …") at the start of `text`, 0 where there is none.
std::size_t heading_level(std::string_view text);

/// The words of an ATX heading: without its marks at the start and the end.
std::string_view heading_text(std::string_view text);

/// "***", "- - -", "___": at least three of one sign and nothing else but white space.
bool is_thematic_break(std::string_view text);

/// Quote and list markers one behind the other at a line's start: how many containers it opens at most.
std::size_t container_count(std::string_view line);

/// Length of a code fence at the start of `text` (``` or ~~~, at least 3), 0 where there is none.
std::size_t fence_length(std::string_view text);

/// "[^label]:" at the start of `text`: its length, 0 where there is none.
std::size_t footnote_label(std::string_view text);

/// Whether a line, behind a note and a blank line, is the note's next paragraph: indented like code, and opening with a
/// bullet or with no sign or number that could be an agreement's own label.
bool goes_on_from_note(std::string_view line);

/// "[label]:" of a link definition at the start of `text`.
bool opens_definition(std::string_view text);

/// Whether `text` begins with `name` (lower case) in any case.
bool starts_with_name(std::string_view text, std::string_view name);

/// Digits alone, "- 12 -", "Page 3 of 9": nothing but a page number.
bool is_page_number(std::string_view text);

}  // namespace stet
