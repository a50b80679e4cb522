// What every page has around its content: head with style and policy, search box, script; and the row of a cover that
// names a file.
#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"

namespace stet::html {

/// What the head of a page says.
struct PageHead {
    std::string title;
    std::string_view warning;     ///< in the margin of every printed page: "DRAFT"; empty for none
    std::string_view more_style;  ///< CSS behind the style of all pages
};

/// Appends all up to the body.
void append_head(std::string& out, const PageHead& head);

/// Appends the box that filters the list of changes.
void append_search_box(std::string& out);

/// Appends the script and ends the page.
void append_page_end(std::string& out);

/// Name of a document's file without its folders.
std::string_view file_name(const Document& document);

/// Appends a row of the cover's list: the file and its hash, and behind them what else is said of it.
void append_file(std::string& out, std::string_view term, const Document& document, std::string_view remark = {});

/// Appends `<tag attributes>text</tag>`, the text escaped; `attributes` as they are to stand, without the leading
/// blank.
void append_element(std::string& out, std::string_view tag, std::string_view attributes, std::string_view text);

}  // namespace stet::html
