// Reads what stands in a paragraph: runs, links, fields, tracked changes, content controls, formulas.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "readers/docx/block_builder.hpp"
#include "readers/docx/context.hpp"
#include "readers/docx/fields.hpp"

namespace stet {

/// A box of text that hangs on a run, and the marks of the text around it.
struct TextBox {
    pugi::xml_node content;  ///< w:txbxContent
    Marks marks;
};

class InlineReader {
public:
    InlineReader(DocxContext& context, Fields& fields, const std::string& part, DocxBlockBuilder& out)
        : context_(context), fields_(fields), part_(part), out_(out) {}

    /// Reads a paragraph's content; `marks` are those of what it stands in.
    void read(pugi::xml_node paragraph, const Style& style, Marks marks);

    /// Boxes met in the paragraphs read so far; their text is no part of the paragraph's.
    std::vector<TextBox> take_boxes() { return std::move(boxes_); }

private:
    using Handler = void (InlineReader::*)(pugi::xml_node, Marks);
    static Handler handler_of(std::string_view element);

    void children(pugi::xml_node parent, Marks marks);
    void revision(pugi::xml_node node, Marks marks);
    void run(pugi::xml_node node, Marks marks);
    void simple_field(pugi::xml_node node, Marks marks);
    void content_control(pugi::xml_node node, Marks marks);
    void alternatives(pugi::xml_node node, Marks marks);
    void text(pugi::xml_node node, Marks marks);
    void sign(pugi::xml_node node, std::string_view text, Marks marks);
    void tab(pugi::xml_node node, Marks marks);
    void line_break(pugi::xml_node node, Marks marks);
    void no_break_hyphen(pugi::xml_node node, Marks marks);
    void soft_hyphen(pugi::xml_node node, Marks marks);
    void symbol(pugi::xml_node node, Marks marks);
    void field_sign(pugi::xml_node node, Marks marks);
    void instruction(pugi::xml_node node, Marks marks);
    void drawing(pugi::xml_node node, Marks marks);
    void reference(pugi::xml_node node, Marks marks);
    void check_box(pugi::xml_node box, Marks marks);
    void drop_down(pugi::xml_node list, Marks marks);

    DocxContext& context_;
    Fields& fields_;
    const std::string& part_;
    DocxBlockBuilder& out_;
    const Style* style_ = nullptr;
    std::vector<TextBox> boxes_;
};

/// The branch of mc:AlternateContent to read: the first choice that has text in it, else the fallback, else the first
/// (ECMA-376 Part 3, 7.5). Both say the same to programs of different age.
pugi::xml_node chosen_alternative(pugi::xml_node alternatives);

}  // namespace stet
