// Puts one block of a walk together: text under marks, and for each piece of it the node that it came from.
#pragma once

#include <pugixml.hpp>
#include <string_view>

#include "document/block.hpp"
#include "readers/docx/walk.hpp"

namespace stet {

class DocxBlockBuilder {
public:
    explicit DocxBlockBuilder(pugi::xml_node element) { out_.element = element; }

    /// The paragraph that the coming pieces stand in.
    void begin_paragraph(pugi::xml_node paragraph) { paragraph_ = paragraph; }

    /// Text of a node. Line ends and tabs in it are blanks, as XML has them; bytes that are no UTF-8 become U+FFFD.
    void text(pugi::xml_node node, std::string_view text, Marks marks);
    /// A sign that a node stands for: a tab, a line break, a symbol.
    void sign(pugi::xml_node node, std::string_view text, Marks marks);
    /// A node that shows no characters.
    void nothing(pugi::xml_node node) { piece(node, size()); }
    /// What parts paragraphs of one cell, under the marks of the end of the one before; no node's.
    void part_paragraphs(Marks marks);

    void begin_cell();
    void end_cell();

    std::uint32_t size() const { return static_cast<std::uint32_t>(out_.block.text.size()); }
    Block& block() { return out_.block; }

    /// White space at an end is kept where the text goes on there in one of the faces.
    struct Kept {
        bool begin = false;
        bool end = false;
    };
    /// The block, white space at its ends cut off; rows keep theirs, cell by cell.
    DocxBlock finish(Kept kept);

private:
    void piece(pugi::xml_node node, std::uint32_t begin) {
        out_.pieces.push_back({{begin, size()}, 0, node, paragraph_});
    }
    void trim(Kept kept);

    DocxBlock out_;
    pugi::xml_node paragraph_;
};

}  // namespace stet
