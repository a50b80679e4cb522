// Reads a story: the body of a document, a header, a note, a text box: paragraphs, tables and what holds them.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "readers/docx/context.hpp"
#include "readers/docx/fields.hpp"
#include "readers/docx/inline_reader.hpp"
#include "readers/docx/walk.hpp"

namespace stet {

class StoryReader {
public:
    /// `part` is walk.parts[index]; blocks go to walk.blocks.
    StoryReader(DocxContext& context, DocxWalk& walk, std::size_t part)
        : context_(context), walk_(walk), part_(part), name_(walk.parts[part].name) {}

    /// Reads the paragraphs and tables in `container`, all under `marks`.
    void read(pugi::xml_node container, Marks marks);

private:
    using Handler = void (StoryReader::*)(pugi::xml_node, Marks);
    static Handler handler_of(std::string_view element);

    void paragraph(pugi::xml_node node, Marks marks);
    void table(pugi::xml_node node, Marks marks);
    void revision(pugi::xml_node node, Marks marks);
    void content_control(pugi::xml_node node, Marks marks);
    void alternatives(pugi::xml_node node, Marks marks);
    void formula(pugi::xml_node node, Marks marks);
    void other_format(pugi::xml_node node, Marks marks);
    void section(pugi::xml_node node, Marks marks);

    void row(pugi::xml_node node, Marks marks, std::uint32_t table);
    void cell(pugi::xml_node node, Marks marks, InlineReader& inlines, DocxBlockBuilder& out);
    void cell_content(pugi::xml_node node, Marks marks, InlineReader& inlines, DocxBlockBuilder& out,
                      std::optional<Marks>& end);
    void cell_paragraph(pugi::xml_node node, Marks marks, InlineReader& inlines, DocxBlockBuilder& out,
                        std::optional<Marks>& end);
    void pass_empty(Marks mark);
    void boxes(InlineReader& inlines);
    void tell(pugi::xml_node odd);
    /// False for a block without text or number, which is none.
    bool push(DocxBlock block, std::uint32_t paragraph);
    bool in_body() const { return walk_.parts[part_].story.empty(); }

    DocxContext& context_;
    DocxWalk& walk_;
    std::size_t part_;
    const std::string name_;
    Fields fields_;
    bool goes_on_ = false;  ///< the end of the last paragraph is tracked
    int contents_ = 0;      ///< content controls around that hold a table of contents
};

}  // namespace stet
