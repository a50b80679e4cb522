// What the properties of a paragraph say: its style, outline level, list and how its mark is tracked.
#pragma once

#include <optional>
#include <pugixml.hpp>

#include "document/block.hpp"
#include "readers/docx/context.hpp"

namespace stet {

/// A paragraph's properties (w:pPr) with those of its style.
struct ParagraphFacts {
    const Style* style = nullptr;
    std::optional<int> outline_level;  ///< from 0 to 8
    bool contents = false;             ///< in a style of tables of contents
    Marks mark;                        ///< inserted, struck: of the paragraph mark
    ListLabel label;                   ///< counted
};

/// Reads a paragraph's properties and counts it in its list. `marks` are those of what the paragraph stands in.
ParagraphFacts read_paragraph_facts(DocxContext& context, pugi::xml_node paragraph, Marks marks);

/// Sets a block's kind, depth and number from what the paragraph says. A heading is a paragraph with an outline level,
/// unless its style turns out to be one of text (text_styles.hpp).
void set_kind(Block& block, const ParagraphFacts& facts);

}  // namespace stet
