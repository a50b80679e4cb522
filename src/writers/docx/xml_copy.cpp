// Writes elements, attributes and text; what the parser unescaped is escaped again.
#include "writers/docx/xml_copy.hpp"

#include "writers/docx/markup.hpp"

namespace stet::docx {

namespace {

/// In an attribute a line end or tab would be read as a blank (XML 1.0, 3.3.3).
void append_attribute(std::string& out, std::string_view value) {
    if (value.find_first_of("\t\n\r") == std::string_view::npos) {
        append_escaped(out, value);
        return;
    }
    for (const char& c : value) {
        if (c == '\t' || c == '\n' || c == '\r')
            out += c == '\t' ? "&#9;" : c == '\n' ? "&#10;" : "&#13;";
        else
            append_escaped(out, {&c, 1});
    }
}

}  // namespace

void append_start(std::string& out, pugi::xml_node node, bool empty) {
    out.append("<").append(node.name());
    for (const pugi::xml_attribute attribute : node.attributes()) {
        out.append(" ").append(attribute.name()).append("=\"");
        append_attribute(out, attribute.value());
        out += '"';
    }
    out += empty ? "/>" : ">";
}

void append_end(std::string& out, pugi::xml_node node) {
    out.append("</").append(node.name()).append(">");
}

void append_xml(std::string& out, pugi::xml_node node) {
    switch (node.type()) {
        case pugi::node_element:
            append_start(out, node, !node.first_child());
            if (!node.first_child()) return;
            for (const pugi::xml_node child : node.children()) append_xml(out, child);
            append_end(out, node);
            return;
        case pugi::node_pcdata:
        case pugi::node_cdata:
            append_escaped(out, node.value());
            return;
        default:
            return;  // comments and processing instructions say nothing to a word processor
    }
}

bool is_bookkeeping(std::string_view attribute) {
    return attribute.starts_with("w:rsid") || attribute.ends_with(":paraId") || attribute.ends_with(":textId") ||
           attribute.ends_with(":anchorId") || attribute.ends_with(":editId");
}

}  // namespace stet::docx
