// Reads tables: a block for each row, its cells in columns; a table in a cell is part of the cell's text.
#include <algorithm>
#include <optional>
#include <unordered_set>

#include "readers/docx/ignored.hpp"
#include "readers/docx/paragraph.hpp"
#include "readers/docx/story_reader.hpp"

namespace stet {

namespace {

constexpr int widest_table = 64;  ///< columns; Word allows 63

/// Calls `each` with the elements of that name in a table or a row, those in content controls and the like among them,
/// and `other` with those that should not be there.
template <typename Each, typename Other>
void for_each_inside(pugi::xml_node parent, std::string_view name, Each each, Other other) {
    for (const pugi::xml_node child : parent) {
        const std::string_view found = child.name();
        if (found == name)
            each(child);
        else if (found == "w:sdt" || found == "w:sdtContent" || found == "w:customXml")
            for_each_inside(child, name, each, other);
        else if (found == "mc:AlternateContent")
            for_each_inside(chosen_alternative(child), name, each, other);
        else if (child.type() == pugi::node_element && !is_ignored(found))
            other(child);
    }
}

int columns_of(pugi::xml_node properties, const char* name, int none) {
    const pugi::xml_node span = properties.child(name);
    return span ? std::clamp(span.attribute("w:val").as_int(none), none, widest_table) : none;
}

/// A table of one column holds paragraphs: a frame around them, or a place on the page.
bool is_frame(pugi::xml_node table) {
    bool frame = true;
    const auto nothing = [](pugi::xml_node) {};
    const auto judge = [&](pugi::xml_node row) {
        int cells = 0;
        for_each_inside(
            row, "w:tc", [&](pugi::xml_node) { ++cells; }, nothing);
        frame = frame && cells < 2;
    };
    for_each_inside(table, "w:tr", judge, nothing);
    return frame;
}

}  // namespace

void StoryReader::table(pugi::xml_node node, Marks marks) {
    context_.revisions.add_formatting(node.child("w:tblPr"));
    const bool frame = is_frame(node);
    const std::uint32_t table = frame ? 0 : ++context_.tables;
    const auto read_row = [&](pugi::xml_node tr) {
        const pugi::xml_node properties = tr.child("w:trPr");
        context_.revisions.add_formatting(properties);
        const Marks row_marks{
            static_cast<std::uint16_t>(marks.bits | context_.revisions.add_marks_of(properties).bits)};
        if (frame)
            for_each_inside(
                tr, "w:tc", [&](pugi::xml_node tc) { read(tc, row_marks); }, [&](pugi::xml_node odd) { tell(odd); });
        else
            row(tr, row_marks, table);
    };
    for_each_inside(node, "w:tr", read_row, [&](pugi::xml_node odd) { tell(odd); });
}

void StoryReader::tell(pugi::xml_node odd) {
    context_.unknown.add(odd.name(), name_, context_.paragraphs);
}

void StoryReader::row(pugi::xml_node node, Marks marks, std::uint32_t table) {
    const std::uint32_t first = context_.paragraphs + 1;
    DocxBlockBuilder out(node);
    out.block().kind = BlockKind::table_row;
    out.block().table = table;
    InlineReader inlines(context_, fields_, name_, out);
    const auto empty_cells = [&](int count) {
        for (; count > 0; --count) {
            out.begin_cell();
            out.end_cell();
        }
    };
    const pugi::xml_node properties = node.child("w:trPr");
    empty_cells(columns_of(properties, "w:gridBefore", 0));
    const auto read_cell = [&](pugi::xml_node tc) {
        cell(tc, marks, inlines, out);
        empty_cells(columns_of(tc.child("w:tcPr"), "w:gridSpan", 1) - 1);
    };
    for_each_inside(node, "w:tc", read_cell, [&](pugi::xml_node odd) { tell(odd); });
    push(out.finish({}), first);
    boxes(inlines);
}

void StoryReader::cell(pugi::xml_node node, Marks marks, InlineReader& inlines, DocxBlockBuilder& out) {
    const pugi::xml_node properties = node.child("w:tcPr");
    context_.revisions.add_formatting(properties);
    marks.bits = static_cast<std::uint16_t>(marks.bits | context_.revisions.add_marks_of(properties).bits);
    std::optional<Marks> end;
    out.begin_cell();
    cell_content(node, marks, inlines, out, end);
    out.end_cell();
}

/// Paragraphs of a cell and of the tables in it, each on a line of its own. `end` is the end of the last one.
void StoryReader::cell_content(pugi::xml_node node, Marks marks, InlineReader& inlines, DocxBlockBuilder& out,
                               std::optional<Marks>& end) {
    static const std::unordered_set<std::string_view> holders = {
        "w:sdt", "w:sdtContent", "w:customXml", "w:tbl", "w:tr", "w:tc", "w:ins", "w:del", "w:moveTo", "w:moveFrom"};
    for (const pugi::xml_node child : node) {
        const std::string_view name = child.name();
        if (name == "w:p") {
            cell_paragraph(child, marks, inlines, out, end);
        } else if (name == "mc:AlternateContent") {
            cell_content(chosen_alternative(child), marks, inlines, out, end);
        } else if (holders.contains(name)) {
            Marks inside = marks;
            if (const auto kind = revision_kind(name))
                inside = inside.with(mark_of(context_.revisions.add(child, *kind)));
            inside.bits |= context_.revisions.add_marks_of(child.child("w:trPr")).bits;
            inside.bits |= context_.revisions.add_marks_of(child.child("w:tcPr")).bits;
            cell_content(child, inside, inlines, out, end);
        } else if (child.type() == pugi::node_element && !is_ignored(name)) {
            tell(child);
        }
    }
}

void StoryReader::cell_paragraph(pugi::xml_node node, Marks marks, InlineReader& inlines, DocxBlockBuilder& out,
                                 std::optional<Marks>& end) {
    ++context_.paragraphs;
    const ParagraphFacts facts = read_paragraph_facts(context_, node, marks);
    if (end) out.part_paragraphs(*end);
    end = facts.mark;
    inlines.read(node, *facts.style, marks);
}

}  // namespace stet
