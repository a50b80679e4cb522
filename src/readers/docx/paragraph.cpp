// Reads paragraph properties.
#include "readers/docx/paragraph.hpp"

#include <algorithm>
#include <string_view>

namespace stet {

namespace {

constexpr int body_level = 9;  ///< w:outlineLvl of text that is no heading (17.3.1.20)
constexpr int deepest_heading = 6;

NumberedBy numbered_by(pugi::xml_node properties) {
    return {read_list_place(properties), properties.child("w:pStyle").attribute("w:val").value()};
}

/// What numbered the paragraph before its properties were changed; `now` where they were not.
NumberedBy numbered_before(pugi::xml_node properties, const NumberedBy& now) {
    const pugi::xml_node change = properties.child("w:pPrChange");
    return change ? numbered_by(change.child("w:pPr")) : now;
}

bool is_contents_style(const Style& style) {
    std::string_view name = style.name;
    return (name.size() == 5 && (name.starts_with("toc ") || name.starts_with("TOC "))) || name == "table of figures" ||
           name == "table of authorities";
}

bool has_text(pugi::xml_node node) {
    const auto children = node.children();
    return std::any_of(children.begin(), children.end(), [](pugi::xml_node child) {
        const std::string_view name = child.name();
        if (name == "w:t") return !std::string_view(child.child_value()).empty();
        return name != "w:pPr" && name != "w:txbxContent" && has_text(child);
    });
}

/// Word counts no paragraph that is nothing but the end of a section.
bool only_ends_section(pugi::xml_node paragraph) {
    return paragraph.child("w:pPr").child("w:sectPr") && !has_text(paragraph);
}

bool is_heading(const ParagraphFacts& facts) {
    return facts.outline_level && *facts.outline_level < body_level;
}

}  // namespace

ParagraphFacts read_paragraph_facts(DocxContext& context, pugi::xml_node paragraph, Marks marks) {
    const pugi::xml_node properties = paragraph.child("w:pPr");
    const std::string_view style_id = properties.child("w:pStyle").attribute("w:val").value();
    ParagraphFacts facts;
    facts.style = &context.styles.paragraph(style_id);
    facts.outline_level = facts.style->outline_level;
    if (const pugi::xml_node level = properties.child("w:outlineLvl"))
        facts.outline_level = level.attribute("w:val").as_int(body_level);
    facts.contents = is_contents_style(*facts.style);
    facts.mark = context.revisions.add_marks_of(properties.child("w:rPr"));
    facts.mark.bits = static_cast<std::uint16_t>(facts.mark.bits | marks.bits);
    context.revisions.add_formatting(properties);
    const NumberedBy now = numbered_by(properties);
    const PresentIn present{!facts.mark.has(Mark::inserted), !facts.mark.has(Mark::struck)};
    if (only_ends_section(paragraph)) return facts;
    facts.label = context.labels.next(numbered_before(properties, now), now, present);
    return facts;
}

void set_kind(Block& block, const ParagraphFacts& facts) {
    const ListLabel& label = facts.label;
    if (is_heading(facts)) {
        block.kind = BlockKind::heading;
        block.depth = static_cast<std::uint8_t>(std::clamp(*facts.outline_level + 1, 1, deepest_heading));
    } else if (label.sign == ListSign::bullet || label.sign == ListSign::item) {
        block.kind = BlockKind::list_item;
        block.depth = static_cast<std::uint8_t>(label.level + 1);
    }
    if (label.sign == ListSign::bullet && block.kind == BlockKind::list_item) block.number = "-";
    if (label.before.empty() && label.after.empty()) return;
    block.computed = true;
    block.number = label.after;
    if (label.before != label.after) block.number_before = label.before;
}

}  // namespace stet
