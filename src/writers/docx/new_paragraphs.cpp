// Copies properties of paragraphs, runs and rows, without what belongs to one place alone.
#include "writers/docx/new_paragraphs.hpp"

#include <algorithm>
#include <array>

#include "proposal/block_form.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

/// Properties that tell of one paragraph alone: where a section or page ends, what was tracked in it.
bool is_of_one_place(pugi::xml_node property) {
    static constexpr std::array<std::string_view, 11> names = {
        "w:sectPr", "w:pPrChange", "w:rPrChange", "w:trPrChange", "w:tcPrChange", "w:pageBreakBefore",
        "w:ins",    "w:del",       "w:moveFrom",  "w:moveTo",     "w:tblHeader"};
    return std::find(names.begin(), names.end(), property.name()) != names.end();
}

pugi::xml_node copy_properties(pugi::xml_node to, pugi::xml_node from, const char* name) {
    pugi::xml_node out = to.append_child(name);
    for (const pugi::xml_node child : from.children())
        if (!is_of_one_place(child)) out.append_copy(child);
    while (const pugi::xml_node mark = out.child("w:rPr").find_child(is_of_one_place))
        out.child("w:rPr").remove_child(mark);
    return out;
}

/// Columns that a cell takes.
std::size_t width_of(pugi::xml_node cell) {
    constexpr int widest = 64;
    return static_cast<std::size_t>(
        std::clamp(cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_int(1), 1, widest));
}

std::size_t columns_of(pugi::xml_node row) {
    std::size_t columns = 0;
    for (const pugi::xml_node cell : row.children("w:tc")) columns += width_of(cell);
    return columns;
}

/// A new cell shaped like another, or like none.
void put_cell(pugi::xml_node row, pugi::xml_node model, std::string_view text) {
    pugi::xml_node cell = row.append_child("w:tc");
    if (model.child("w:tcPr")) {
        pugi::xml_node properties = copy_properties(cell, model.child("w:tcPr"), "w:tcPr");
        properties.remove_child("w:vMerge");
        properties.remove_child("w:hMerge");
    }
    pugi::xml_node paragraph = cell.append_child("w:p");
    const pugi::xml_node like = model.child("w:p");
    if (like.child("w:pPr")) copy_properties(paragraph, like.child("w:pPr"), "w:pPr");
    if (!text.empty()) append_run(paragraph, like.child("w:r").child("w:rPr"), text);
}

XmlTree numbering_of(const Package& package, std::string_view main_part) {
    Diagnostics ignored;  // the reader has told them
    for (const Relationship& relationship : package.relationships(main_part, ignored))
        if (relationship.type == "numbering" && !relationship.external && package.has(relationship.target))
            return read_xml(package, relationship.target);
    return nullptr;
}

pugi::xml_node child_with(pugi::xml_node parent, const char* name, const char* attribute, std::string_view value) {
    for (const pugi::xml_node child : parent.children(name))
        if (child.attribute(attribute).value() == value) return child;
    return {};
}

/// Puts a property where it belongs among those of a paragraph (ECMA-376 part 1, 17.3.1.26, CT_PPr).
pugi::xml_node put_in_order(pugi::xml_node properties, std::string_view name) {
    static constexpr std::array<std::string_view, 23> order = {"w:pStyle",
                                                               "w:keepNext",
                                                               "w:keepLines",
                                                               "w:pageBreakBefore",
                                                               "w:framePr",
                                                               "w:widowControl",
                                                               "w:numPr",
                                                               "w:suppressLineNumbers",
                                                               "w:pBdr",
                                                               "w:shd",
                                                               "w:tabs",
                                                               "w:suppressAutoHyphens",
                                                               "w:kinsoku",
                                                               "w:wordWrap",
                                                               "w:overflowPunct",
                                                               "w:topLinePunct",
                                                               "w:autoSpaceDE",
                                                               "w:autoSpaceDN",
                                                               "w:bidi",
                                                               "w:adjustRightInd",
                                                               "w:snapToGrid",
                                                               "w:spacing",
                                                               "w:ind"};
    const auto place = std::find(order.begin(), order.end(), name);
    pugi::xml_node last;
    for (const pugi::xml_node child : properties.children())
        if (std::find(order.begin(), place, child.name()) != place) last = child;
    const std::string own(name);
    return last ? properties.insert_child_after(own.c_str(), last) : properties.prepend_child(own.c_str());
}

/// Whether a text says its own number: "(f) …", "4. …", "iii) …".
bool opens_with_number(std::string_view text) {
    constexpr std::size_t longest = 8;
    const std::string_view word = text.substr(0, std::min(text.find_first_of(" \t"), text.size()));
    return word.size() > 1 && word.size() <= longest && (word.back() == '.' || word.back() == ')');
}

/// An item whose number stands in no text: the sign of a bullet, or what a list counts.
bool leaves_number_to_list(const NewBlock& block) {
    return block.kind == BlockKind::list_item && !block.number.empty() && !block.text.starts_with(block.number) &&
           !opens_with_number(block.text);
}

/// A unit whose number its list counts, as it counts that of the unit that it is shaped after.
bool is_counted_unit(const NewBlock& block, const Document& document) {
    return block.kind != BlockKind::list_item && block.like != none && !block.number.empty() &&
           document.blocks[block.like].computed && !block.text.starts_with(block.number);
}

bool leaves_number_to_list(const Block& block) {
    return block.kind == BlockKind::list_item &&
           (block.computed || (!block.number.empty() && !block.text.starts_with(block.number)));
}

std::vector<std::string_view> first_words(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = text.find_first_not_of(" \t\n"); at != std::string_view::npos && words.size() < 24;
         at = text.find_first_not_of(" \t\n", at)) {
        const std::size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

/// How much of a new text stands under marks as the head of the text that it is shaped after does: "Section 4. Name."
/// in bold where that has "Section 3. Title." so. Nothing where the two do not begin alike.
std::size_t marked_head(const Block& shape, std::string_view text, Face face) {
    std::uint32_t end = 0;
    for (const Run& run : shape.runs) {
        if (outside(run.marks, face)) continue;
        if (run.marks.empty()) break;
        end = run.text.end;
    }
    if (end == 0 || end >= shape.text.size()) return 0;
    const std::vector<std::string_view> head = first_words(std::string_view(shape.text).substr(0, end));
    const std::vector<std::string_view> words = first_words(text);
    if (head.empty() || words.empty()) return 0;
    if (head.front() != words.front() && !(opens_with_number(shape.text) && opens_with_number(text))) return 0;
    const auto closes = [](std::string_view word) { return word.back() == '.'; };
    const auto sentences = std::count_if(head.begin(), head.end(), closes);
    std::ptrdiff_t met = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        met += closes(words[i]) ? 1 : 0;
        if (sentences > 0 ? met == sentences : i + 1 == head.size())
            return static_cast<std::size_t>(words[i].data() + words[i].size() - text.data());
    }
    return 0;
}

}  // namespace

pugi::xml_node put_node(pugi::xml_node place, pugi::xml_node behind, const char* name) {
    return behind ? place.insert_child_after(name, behind) : place.prepend_child(name);
}

void set_text(pugi::xml_node node, std::string_view text) {
    const std::string own(text);
    node.text().set(own.c_str());
    if (!node.attribute("xml:space")) node.append_attribute("xml:space").set_value("preserve");
}

pugi::xml_node append_run(pugi::xml_node paragraph, pugi::xml_node properties, std::string_view text) {
    pugi::xml_node run = paragraph.append_child("w:r");
    if (properties) copy_properties(run, properties, "w:rPr");
    set_text(run.append_child("w:t"), text);
    return run;
}

Unnumbering::Unnumbering(const Package& package, std::string_view main_part)
    : numbering_(numbering_of(package, main_part)) {}

pugi::xml_node Unnumbering::level_indent(std::string_view list, std::string_view level) const {
    if (!numbering_) return {};
    const pugi::xml_node root = numbering_->document_element();
    const pugi::xml_node number = child_with(root, "w:num", "w:numId", list);
    const pugi::xml_node abstract = child_with(root, "w:abstractNum", "w:abstractNumId",
                                               number.child("w:abstractNumId").attribute("w:val").value());
    return child_with(abstract, "w:lvl", "w:ilvl", level.empty() ? "0" : level).child("w:pPr").child("w:ind");
}

void Unnumbering::apply(pugi::xml_node properties) const {
    const pugi::xml_node own = properties.child("w:numPr");
    const pugi::xml_node indent =
        level_indent(own.child("w:numId").attribute("w:val").value(), own.child("w:ilvl").attribute("w:val").value());
    properties.remove_child("w:numPr");
    pugi::xml_node none_of_them = put_in_order(properties, "w:numPr");
    none_of_them.append_child("w:ilvl").append_attribute("w:val").set_value("0");
    none_of_them.append_child("w:numId").append_attribute("w:val").set_value("0");
    if (!indent || properties.child("w:ind")) return;
    pugi::xml_node margin = put_in_order(properties, "w:ind");
    for (const pugi::xml_attribute attribute : indent.attributes()) margin.append_copy(attribute);
}

/// Whether a block may lend its form: one of the body, of the same kind. An item whose number is text is a paragraph.
bool NewParagraphs::is_model(const NewBlock& block, BlockId id, bool same_depth) const {
    const Block& other = document_.blocks[id];
    if (!places_.of(id).known() || !other.part.empty()) return false;
    if (other.kind == BlockKind::table_row || block.kind == BlockKind::table_row) return other.kind == block.kind;
    if (!is(walk_[places_.of(id).first.block].element, "w:p")) return false;
    if (leaves_number_to_list(block)) return leaves_number_to_list(other);
    if (block.kind == BlockKind::heading || other.kind == BlockKind::heading)
        return other.kind == block.kind && (!same_depth || other.depth == block.depth);
    return other.kind == block.kind || (block.kind == BlockKind::list_item && other.kind == BlockKind::paragraph);
}

/// The unit that a counted one is shaped after; else the anchor itself, then what is nearest, what follows before what
/// precedes; the anchor where there is none of the kind.
BlockId NewParagraphs::model_of(const NewBlock& block, BlockId anchor) const {
    if (is_counted_unit(block, document_) && paragraph_of(block.like)) return block.like;
    const auto count = static_cast<BlockId>(document_.blocks.size());
    for (const bool same_depth : {true, false})
        for (BlockId distance = 0; distance < count; ++distance) {
            const BlockId behind = anchor + distance;
            if (behind < count && is_model(block, behind, same_depth)) return behind;
            if (distance <= anchor && is_model(block, anchor - distance, same_depth)) return anchor - distance;
        }
    return anchor;
}

pugi::xml_node NewParagraphs::run_of(BlockId model, bool plain) const {
    const std::vector<WalkPlace> letters = places_.letters(model);
    for (const Run& run : document_.blocks[model].runs) {
        if (outside(run.marks, document_.face) || (plain && !run.marks.empty())) continue;
        for (std::uint32_t at = run.text.begin; at < run.text.end; ++at) {
            if (const pugi::xml_node run_of_letter = places_.run(letters[at])) return run_of_letter;
        }
    }
    return {};
}

pugi::xml_node NewParagraphs::first_run(BlockId model) const {
    return run_of(model, false);
}

/// The run of its first words without marks, else of its first words.
pugi::xml_node NewParagraphs::plain_run(BlockId model) const {
    const pugi::xml_node plain = run_of(model, true);
    return plain ? plain : first_run(model);
}

pugi::xml_node NewParagraphs::paragraph_of(BlockId model) const {
    if (!places_.of(model).known()) return {};
    const pugi::xml_node element = walk_[places_.of(model).first.block].element;
    return is(element, "w:p") ? element : pugi::xml_node();
}

pugi::xml_node NewParagraphs::put_paragraph(pugi::xml_node place, pugi::xml_node behind, const NewBlock& block,
                                            BlockId anchor) const {
    const BlockId model = model_of(block, anchor);
    const pugi::xml_node like = paragraph_of(model);
    pugi::xml_node paragraph = put_node(place, behind, "w:p");
    if (like.child("w:pPr")) copy_properties(paragraph, like.child("w:pPr"), "w:pPr");
    const Block& shape = document_.blocks[model];
    const bool in_list = shape.computed || shape.kind == BlockKind::list_item;
    const bool counted = is_counted_unit(block, document_)
                             ? shape.computed
                             : leaves_number_to_list(block) && leaves_number_to_list(shape);
    if (in_list && !counted) {
        if (!paragraph.child("w:pPr")) paragraph.append_child("w:pPr");
        unnumbering_.apply(paragraph.child("w:pPr"));
    }
    const std::size_t head = marked_head(shape, block.text, document_.face);
    const std::string_view text(block.text);
    if (head > 0) append_run(paragraph, first_run(model).child("w:rPr"), text.substr(0, head));
    append_run(paragraph, plain_run(model).child("w:rPr"), text.substr(head));
    return paragraph;
}

pugi::xml_node NewParagraphs::put_row(pugi::xml_node table, pugi::xml_node behind, const NewBlock& block,
                                      BlockId anchor) const {
    const std::vector<std::string_view> cells = cells_of(block.text);
    pugi::xml_node model = document_.blocks[anchor].kind == BlockKind::table_row && places_.of(anchor).known()
                               ? walk_[places_.of(anchor).first.block].element
                               : behind;
    if (!is(model, "w:tr")) model = {};
    if (behind && is(behind, "w:tr") && !model) model = behind;
    pugi::xml_node row = put_node(table, behind, "w:tr");
    if (model.child("w:tblPrEx")) copy_properties(row, model.child("w:tblPrEx"), "w:tblPrEx");
    if (model.child("w:trPr")) copy_properties(row, model.child("w:trPr"), "w:trPr");
    std::size_t next = 0;
    if (columns_of(model) == cells.size())
        for (const pugi::xml_node cell : model.children("w:tc")) {
            std::string text;
            for (const std::size_t end = next + width_of(cell); next < end; ++next)
                text.append(text.empty() || cells[next].empty() ? "" : " ").append(cells[next]);
            put_cell(row, cell, text);
        }
    for (; next < cells.size(); ++next) put_cell(row, {}, cells[next]);
    return row;
}

void NewParagraphs::put_cells(pugi::xml_node row, const std::vector<std::string_view>& cells) {
    pugi::xml_node model;
    for (const pugi::xml_node cell : row.children("w:tc")) model = cell;
    for (const std::string_view cell : cells) put_cell(row, model, cell);
    pugi::xml_node grid = row.parent().child("w:tblGrid");
    const auto widths = grid.children("w:gridCol");
    auto count = static_cast<std::size_t>(std::distance(widths.begin(), widths.end()));
    for (; count > 0 && count < columns_of(row); ++count) grid.append_copy(grid.last_child());
}

pugi::xml_node NewParagraphs::put_table(pugi::xml_node place, pugi::xml_node behind, const NewBlock& first,
                                        BlockId anchor) const {
    pugi::xml_node table = put_node(place, behind, "w:tbl");
    const BlockId model = model_of(first, anchor);
    pugi::xml_node like = places_.of(model).known() ? walk_[places_.of(model).first.block].element : pugi::xml_node();
    while (like && !is(like, "w:tbl")) like = like.parent();
    const std::size_t columns = cells_of(first.text).size();
    if (like.child("w:tblPr")) {
        copy_properties(table, like.child("w:tblPr"), "w:tblPr");
    } else {
        pugi::xml_node borders = table.append_child("w:tblPr").append_child("w:tblBorders");
        for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
            pugi::xml_node line = borders.append_child(side);
            line.append_attribute("w:val").set_value("single");
            line.append_attribute("w:sz").set_value("4");
            line.append_attribute("w:space").set_value("0");
            line.append_attribute("w:color").set_value("auto");
        }
    }
    pugi::xml_node grid = table.append_child("w:tblGrid");
    const auto widths = like.child("w:tblGrid").children("w:gridCol");
    const bool same = static_cast<std::size_t>(std::distance(widths.begin(), widths.end())) == columns;
    if (same)
        for (const pugi::xml_node width : widths) grid.append_copy(width);
    for (std::size_t i = 0; !same && i < columns; ++i)
        grid.append_child("w:gridCol").append_attribute("w:w").set_value(static_cast<unsigned>(9000 / columns));
    return table;
}

}  // namespace stet::docx
