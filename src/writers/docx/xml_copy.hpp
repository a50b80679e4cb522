// XML trees back to bytes, and the names of WordprocessingML that every file here asks for.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace stet::docx {

inline bool is(pugi::xml_node node, std::string_view name) {
    return node.name() == name;
}

/// Appends the start tag: `<w:p w:rsidR="…">`, or `<w:b/>` with `empty`.
void append_start(std::string& out, pugi::xml_node node, bool empty = false);
void append_end(std::string& out, pugi::xml_node node);

/// Appends a node with all that is in it, as it is.
void append_xml(std::string& out, pugi::xml_node node);

/// Whether an attribute is there only for the program that wrote the file: revision save ids, ids of paragraphs.
bool is_bookkeeping(std::string_view attribute);

}  // namespace stet::docx
