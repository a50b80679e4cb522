// Reads tables: a block for each row, its cells in columns; a table in a cell is part of the cell's text.
#include <algorithm>
#include <unordered_map>

#include "readers/docx/paragraph.hpp"
#include "readers/docx/story_reader.hpp"

namespace stet {

namespace {

constexpr int widest_table = 64;  ///< columns; Word allows 63

/// Calls `each` with the elements of that name, those in content controls and the like among them, and with the marks
/// of what they stand in.
template <typename Each>
void for_each_inside(pugi::xml_node parent, std::string_view name, Each each) {
    for (const pugi::xml_node child : parent) {
        const std::string_view found = child.name();
        if (found == name)
            each(child);
        else if (found == "w:sdt")
            for_each_inside(child.child("w:sdtContent"), name, each);
        else if (found == "w:customXml" || found == "w:ins" || found == "w:del" || found == "w:smartTag")
            for_each_inside(child, name, each);
        else if (found == "mc:AlternateContent")
            for_each_inside(chosen_alternative(child), name, each);
    }
}

int columns_of(pugi::xml_node properties, const char* name, int none) {
    const pugi::xml_node span = properties.child(name);
    return span ? std::clamp(span.attribute("w:val").as_int(none), none, widest_table) : none;
}

/// A table of one column holds paragraphs: a frame around them, or a place on the page.
bool is_frame(pugi::xml_node table) {
    bool frame = true;
    for_each_inside(table, "w:tr", [&](pugi::xml_node row) {
        int cells = 0;
        for_each_inside(row, "w:tc", [&](pugi::xml_node) { ++cells; });
        frame = frame && cells < 2;
    });
    return frame;
}

}  // namespace

void StoryReader::table(pugi::xml_node node, Marks marks) {
    context_.revisions.add_formatting(node.child("w:tblPr"));
    const bool frame = is_frame(node);
    const std::uint32_t table = frame ? 0 : ++context_.tables;
    for_each_inside(node, "w:tr", [&](pugi::xml_node tr) {
        const pugi::xml_node properties = tr.child("w:trPr");
        context_.revisions.add_formatting(properties);
        const Marks row_marks{
            static_cast<std::uint16_t>(marks.bits | context_.revisions.add_marks_of(properties).bits)};
        if (frame)
            for_each_inside(tr, "w:tc", [&](pugi::xml_node tc) { read(tc, row_marks); });
        else
            row(tr, row_marks, table);
    });
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
    for_each_inside(node, "w:tc", [&](pugi::xml_node tc) {
        cell(tc, marks, inlines, out);
        empty_cells(columns_of(tc.child("w:tcPr"), "w:gridSpan", 1) - 1);
    });
    push(out.finish({}), first);
    boxes(inlines);
}

void StoryReader::cell(pugi::xml_node node, Marks marks, InlineReader& inlines, DocxBlockBuilder& out) {
    const pugi::xml_node properties = node.child("w:tcPr");
    context_.revisions.add_formatting(properties);
    marks.bits = static_cast<std::uint16_t>(marks.bits | context_.revisions.add_marks_of(properties).bits);
    bool first = true;
    out.begin_cell();
    cell_content(node, marks, inlines, out, first);
    out.end_cell();
}

/// Paragraphs of a cell and of the tables in it, each on a line of its own.
void StoryReader::cell_content(pugi::xml_node node, Marks marks, InlineReader& inlines, DocxBlockBuilder& out,
                               bool& first) {
    static const std::unordered_map<std::string_view, bool> holders = {
        {"w:sdt", true},          {"w:sdtContent", true}, {"w:customXml", true},
        {"w:tbl", true},          {"w:tr", true},         {"w:tc", true},
        {"w:ins", true},          {"w:del", true},        {"w:moveTo", true},
        {"w:moveFrom", true},     {"w:tcPr", false},      {"w:trPr", false},
        {"w:tblPr", false},       {"w:tblGrid", false},   {"w:tblPrEx", false},
        {"w:sdtPr", false},       {"w:sdtEndPr", false},  {"w:bookmarkStart", false},
        {"w:bookmarkEnd", false}, {"w:proofErr", false},  {"w:customXmlPr", false}};
    for (const pugi::xml_node child : node) {
        const std::string_view name = child.name();
        if (name == "w:p") {
            cell_paragraph(child, marks, inlines, out, first);
        } else if (name == "mc:AlternateContent") {
            cell_content(chosen_alternative(child), marks, inlines, out, first);
        } else if (const auto holder = holders.find(name); holder != holders.end()) {
            if (!holder->second) continue;
            Marks inside = marks;
            if (const auto kind = revision_kind(name))
                inside = inside.with(mark_of(context_.revisions.add(child, *kind)));
            inside.bits |= context_.revisions.add_marks_of(child.child("w:trPr")).bits;
            inside.bits |= name == "w:tc" ? context_.revisions.add_marks_of(child.child("w:tcPr")).bits : 0;
            cell_content(child, inside, inlines, out, first);
        } else if (child.type() == pugi::node_element) {
            context_.not_understood.add(name, name_, context_.paragraphs);
        }
    }
}

void StoryReader::cell_paragraph(pugi::xml_node node, Marks marks, InlineReader& inlines, DocxBlockBuilder& out,
                                 bool& first) {
    ++context_.paragraphs;
    const ParagraphFacts facts = read_paragraph_facts(context_, node, marks);
    if (!first) out.part_paragraphs();
    first = false;
    inlines.read(node, *facts.style, marks);
}

}  // namespace stet
