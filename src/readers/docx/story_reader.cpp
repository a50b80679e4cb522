// Reads what stands beside each other in a story, by a table of elements: handle, ignore by name, or warn.
#include "readers/docx/story_reader.hpp"

#include <unordered_map>

#include "readers/block_marks.hpp"
#include "readers/docx/ignored.hpp"
#include "readers/docx/paragraph.hpp"

namespace stet {

StoryReader::Handler StoryReader::handler_of(std::string_view element) {
    static const std::unordered_map<std::string_view, Handler> table = {
        {"w:p", &StoryReader::paragraph},
        {"w:tbl", &StoryReader::table},
        {"w:sdt", &StoryReader::content_control},
        {"w:sdtContent", &StoryReader::read},
        {"w:customXml", &StoryReader::read},
        {"w:smartTag", &StoryReader::read},
        {"w:ins", &StoryReader::revision},
        {"w:del", &StoryReader::revision},
        {"w:moveFrom", &StoryReader::revision},
        {"w:moveTo", &StoryReader::revision},
        {"mc:AlternateContent", &StoryReader::alternatives},
        {"m:oMathPara", &StoryReader::formula},
        {"m:oMath", &StoryReader::formula},
        {"w:altChunk", &StoryReader::other_format},
        {"w:sectPr", &StoryReader::section},
    };
    const auto found = table.find(element);
    return found == table.end() ? nullptr : found->second;
}

void StoryReader::read(pugi::xml_node container, Marks marks) {
    for (const pugi::xml_node child : container) {
        if (child.type() != pugi::node_element) continue;
        if (const Handler handler = handler_of(child.name()); handler != nullptr)
            (this->*handler)(child, marks);
        else if (!is_ignored(child.name()))
            tell(child);
    }
}

void StoryReader::revision(pugi::xml_node node, Marks marks) {
    const std::optional<RevisionKind> kind = revision_kind(node.name());
    context_.revisions.add(node, *kind);
    read(node, marks.with(mark_of(*kind)));
}

void StoryReader::content_control(pugi::xml_node node, Marks marks) {
    const std::string_view gallery =
        node.child("w:sdtPr").child("w:docPartObj").child("w:docPartGallery").attribute("w:val").value();
    const bool contents = gallery == "Table of Contents";
    contents_ += contents ? 1 : 0;
    read(node.child("w:sdtContent"), marks);
    contents_ -= contents ? 1 : 0;
}

void StoryReader::alternatives(pugi::xml_node node, Marks marks) {
    read(chosen_alternative(node), marks);
}

void StoryReader::other_format(pugi::xml_node, Marks) {
    context_.left_out.add(Omitted::other_format, context_.paragraphs);
}

void StoryReader::section(pugi::xml_node node, Marks marks) {
    for (const char* name : {"w:headerReference", "w:footerReference"})
        for (const pugi::xml_node reference : node.children(name))
            context_.references.headers_and_footers.emplace_back(reference.attribute("r:id").value(), marks);
}

/// A formula beside paragraphs is one of its own.
void StoryReader::formula(pugi::xml_node node, Marks marks) {
    DocxBlockBuilder out(node);
    InlineReader inlines(context_, fields_, name_, out);
    inlines.read(node, context_.styles.paragraph(""), marks);
    push(out.finish({}), context_.paragraphs);
}

void StoryReader::paragraph(pugi::xml_node node, Marks marks) {
    const std::uint32_t ordinal = ++context_.paragraphs;
    const ParagraphFacts facts = read_paragraph_facts(context_, node, marks);
    section(node.child("w:pPr").child("w:sectPr"), facts.mark);
    const bool in_contents = fields_.in_contents();
    DocxBlockBuilder out(node);
    InlineReader inlines(context_, fields_, name_, out);
    inlines.read(node, *facts.style, marks);
    const bool joins = facts.mark.has(Mark::struck) || facts.mark.has(Mark::inserted);
    DocxBlock block = out.finish({goes_on_, joins});
    goes_on_ = joins;
    if (in_body()) set_kind(block.block, facts);
    if (facts.contents || contents_ > 0 || in_contents || fields_.in_contents()) block.block.kind = BlockKind::contents;
    block.block.joins_after = facts.mark.has(Mark::struck);
    block.block.joins_before = facts.mark.has(Mark::inserted);
    const bool pushed = push(std::move(block), ordinal);
    if (!pushed) pass_empty(facts.mark);
    if (pushed && walk_.blocks.back().block.kind == BlockKind::heading)
        context_.text_styles.add(facts.style->id, walk_.blocks.size() - 1, walk_.blocks.back().block);
    boxes(inlines);
}

/// What went on into an empty paragraph ends with it, where that has an end.
void StoryReader::pass_empty(Marks mark) {
    if (walk_.blocks.empty() || walk_.blocks.back().part != part_ || !walk_.blocks.back().block.cells.empty()) return;
    Block& last = walk_.blocks.back().block;
    last.joins_after = last.joins_after && mark.has(Mark::struck);
    last.joins_before = last.joins_before && mark.has(Mark::inserted);
}

void StoryReader::boxes(InlineReader& inlines) {
    for (const TextBox& box : inlines.take_boxes()) read(box.content, box.marks);
}

bool StoryReader::push(DocxBlock block, std::uint32_t paragraph) {
    Block& inner = block.block;
    const bool numbered = inner.computed && !(inner.number.empty() && inner.number_before.value_or("").empty());
    if (!has_visible_text(inner.text) && !numbered) return false;
    inner.fragments.push_back({0, paragraph, std::max(paragraph, context_.paragraphs), {}});
    block.part = part_;
    if (!in_body()) {
        inner.part = walk_.parts[part_].story;
        if (inner.kind != BlockKind::table_row) inner.kind = BlockKind::note;
    }
    walk_.blocks.push_back(std::move(block));
    return true;
}

}  // namespace stet
