// One HTML tag: its name, and what it says of the text in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "document/run.hpp"

namespace stet {

/// How an element parts the words around it.
enum class HtmlFlow : std::uint8_t {
    inside,      ///< stands inside a word: <b>, <font>, <a>
    line_break,  ///< <br>
    apart        ///< parts words: <p>, <td>, <img> and all unknown elements
};

/// A tag as written.
struct HtmlTag {
    std::string name;  ///< lower case
    bool closing = false;
    bool empty = false;  ///< closes itself: "<br/>"
    HtmlFlow flow = HtmlFlow::apart;
    Marks marks;  ///< what an opening tag sets
};

/// Reads "<name attributes>" or "</name>"; nothing for comments, declarations and whatever is no tag.
std::optional<HtmlTag> parse_html_tag(std::string_view text);

HtmlFlow html_flow(std::string_view name);

/// Marks of an element by its name (lower case): <del> struck, <sup> superscript, …
Marks html_marks(std::string_view name);

/// Marks of a style attribute: line-through, underline, bold, italic, a colour other than black.
Marks css_marks(std::string_view style);

/// Whether a style attribute takes its element out of sight: display: none, visibility: hidden.
bool css_hides(std::string_view style);

/// The list-style-type of a style attribute, in lower case; "none" and the like from list-style too; "" for none given.
std::string css_list_style(std::string_view style);

/// Whether a colour is told apart from ordinary text: not empty, black or inherited.
bool is_colour(std::string_view value);

}  // namespace stet
