// New text takes the shape of what stands beside it: rows as rows of its table, paragraphs at its margin.
#include "proposal/block_form.hpp"

#include <algorithm>

#include "proposal/find_words.hpp"
#include "proposal/item_margins.hpp"
#include "proposal/letters.hpp"

namespace stet {

namespace {

constexpr std::size_t line_width = 78;

std::string escaped(std::string_view text, bool opens_line, const BaseForm& form) {
    if (form.escape == nullptr) return std::string(text);
    std::string out = form.escape(text, opens_line);
    for (std::size_t at = 0; form.bare_dollars && (at = out.find("\\$", at)) != std::string::npos; ++at)
        out.erase(at, 1);
    return out;
}

/// Lines of at most `line_width`, none ending in a hyphen that would join its word to the next.
std::string wrapped(std::string_view text, std::size_t column, std::string_view margin) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (is_blank(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && !is_blank(text[end])) ++end;
        const bool first = out.empty();
        if (!first && column + 1 + (end - at) > line_width && out.back() != '-') {
            out.append("\n").append(margin);
            column = margin.size();
        } else if (!first) {
            out.push_back(' ');
            ++column;
        }
        out.append(text, at, end - at);
        column += end - at;
        at = end;
    }
    return out;
}

/// How the rows of a table are written in the file.
enum class RowForm { pipes, tabs, elements, columns };

RowForm row_form(const Document& base, BlockId anchor, const BaseForm& form) {
    if (form.kind == BaseForm::plain) return RowForm::columns;
    if (form.kind == BaseForm::html) return RowForm::elements;
    const Block& block = base.blocks[anchor];
    if (block.kind != BlockKind::table_row || block.fragments.empty()) return RowForm::pipes;
    const std::string_view bytes = base.source.text(block.fragments[0].source);
    if (bytes.find("<t") != std::string_view::npos) return RowForm::elements;
    return bytes.find('\t') != std::string_view::npos && bytes.find('|') == std::string_view::npos ? RowForm::tabs
                                                                                                   : RowForm::pipes;
}

/// Cells of a head are those of the row beside them.
std::string_view cell_element(const Document& base, BlockId anchor) {
    const Block& block = base.blocks[anchor];
    if (block.kind != BlockKind::table_row || block.fragments.empty()) return "td";
    const std::string_view row = base.source.text(block.fragments.front().source);
    const std::string_view file = base.source.text();
    const std::size_t cell = file.rfind("<t", block.fragments.front().source.begin);
    const std::string_view before = cell == std::string_view::npos ? std::string_view() : file.substr(cell, 4);
    const bool head = row.find("<th>") != std::string_view::npos || row.find("<th ") != std::string_view::npos ||
                      before == "<th>" || before == "<th ";
    return head ? "th" : "td";
}

std::string form_row(std::string_view row, RowForm as, const BaseForm& form, std::string_view cell_element) {
    std::string out = as == RowForm::pipes ? "|" : as == RowForm::elements ? "<tr>" : "";
    bool first = true;
    for (const std::string_view cell : cells_of(row)) {
        const std::string text = escaped(cell, false, form);
        if (as == RowForm::pipes)
            out.append(" ").append(text).append(" |");
        else if (as == RowForm::elements)
            out.append("<").append(cell_element).append(">").append(text).append("</").append(cell_element).append(">");
        else
            out.append(first ? "" : as == RowForm::tabs ? "\t" : "    ").append(text);
        first = false;
    }
    return as == RowForm::elements ? out + "</tr>" : out;
}

/// As many cells in each row, and words in every cell: columns that can be told where blanks draw them.
bool are_full(const std::vector<std::string_view>& rows) {
    return std::all_of(rows.begin(), rows.end(), [&](std::string_view row) {
        const std::vector<std::string_view> cells = cells_of(row);
        return cells.size() > 1 && cells.size() == cells_of(rows.front()).size() &&
               std::all_of(cells.begin(), cells.end(), [](std::string_view cell) { return letters_in(cell) > 1; });
    });
}

/// Rows that blanks draw stand in the columns of the row beside them, as far as their words leave room.
std::vector<std::string> drawn_rows(const std::vector<std::string_view>& rows, const Document& base, BlockId anchor) {
    constexpr std::size_t gap = 3;
    std::vector<std::size_t> columns = cell_columns(base, anchor);
    const std::size_t step = columns.size() > 1 ? columns.back() - columns[columns.size() - 2] : gap;
    for (std::size_t k = 0, from = 0;; ++k) {
        std::size_t end = 0;
        for (const std::string_view row : rows)
            if (const auto cells = cells_of(row); k < cells.size()) end = std::max(end, letters_in(cells[k]) + gap);
        if (end == 0) break;
        if (k == columns.size()) columns.push_back(k == 0 ? 0 : columns.back() + step);
        columns[k] = std::max(columns[k], from);
        from = columns[k] + end;
    }
    std::vector<std::string> out;
    for (const std::string_view row : rows) {
        std::string line;
        std::size_t width = 0;
        std::size_t k = 0;
        for (const std::string_view cell : cells_of(row)) {
            const std::size_t column = columns[k++];
            if (cell.empty()) continue;
            line += std::string(column - std::min(column, width), ' ');
            width = std::max(width, column) + letters_in(cell);
            line += cell;
        }
        out.push_back(std::move(line));
    }
    return out;
}

/// A table of its own needs a frame around its rows.
std::string form_table(const std::vector<std::string>& rows, std::size_t columns, RowForm as) {
    std::string out = as == RowForm::elements ? "<table>\n" : "";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        out.append(i == 0 ? "" : "\n").append(rows[i]);
        if (as != RowForm::pipes || i > 0) continue;
        out += "\n|";
        for (std::size_t k = 0; k < columns; ++k) out += ":--|";
    }
    return as == RowForm::elements ? out + "\n</table>" : out;
}

std::string form_markdown_block(const NewBlock& block, const BaseForm& form) {
    const std::string_view text = block.text;
    if (block.kind == BlockKind::heading && block.depth > 0)
        return std::string(std::min<std::size_t>(block.depth, 6), '#') + " " + escaped(text, false, form);
    if (block.kind != BlockKind::list_item || block.number.empty()) return escaped(text, true, form);
    if (!text.starts_with(block.number)) return "- " + escaped(text, true, form);
    const std::string_view words = text.substr(block.number.size());
    const std::size_t blanks = std::min(words.find_first_not_of(' '), words.size());
    return block.number + std::string(words.substr(0, blanks)) + escaped(words.substr(blanks), false, form);
}

std::string form_html_block(const NewBlock& block, const Document& base, BlockId anchor, const BaseForm& form) {
    const std::string depth(1, static_cast<char>('0' + std::clamp<int>(block.depth, 1, 6)));
    const bool in_list = block.kind == BlockKind::list_item && base.blocks[anchor].kind == BlockKind::list_item;
    const std::string element = block.kind == BlockKind::heading ? "h" + depth : in_list ? "li" : "p";
    return "<" + element + ">" + escaped(block.text, true, form) + "</" + element + ">";
}

/// The blanks before a block in its line.
std::string_view margin_of(const Document& base, BlockId id) {
    if (base.blocks[id].fragments.empty()) return {};
    const std::size_t at = base.blocks[id].fragments.front().source.begin;
    const std::string_view before = base.source.text().substr(0, at);
    const std::size_t begin = before.find_last_not_of(' ') + 1;  // 0 where there is nothing else
    if (begin > 0 && before[begin - 1] != '\n') return {};
    const std::string_view line = base.source.text().substr(begin);
    return line.substr(0, line.find_first_not_of(' '));
}

/// The blanks before a new block of Markdown; items of one list count on in `margins`.
std::string markdown_margin(const NewBlock& block, const Document& base, ItemMargins& margins) {
    if (block.like != none) return std::string(margin_of(base, block.like));
    if (block.kind == BlockKind::list_item && is_item_marker(block.number))
        return margins.take(block.depth, block.text.starts_with(block.number) ? block.number : "-");
    margins.leave();
    return {};
}

std::string form_block(const NewBlock& block, const Document& base, BlockId anchor, const BaseForm& form,
                       ItemMargins& margins) {
    if (form.kind == BaseForm::markdown)
        return markdown_margin(block, base, margins) + form_markdown_block(block, form);
    if (form.kind == BaseForm::html) return form_html_block(block, base, anchor, form);
    const Block& like = base.blocks[block.like == none ? anchor : block.like];
    const std::string margin(std::min<std::size_t>(like.indent, 24), ' ');
    const bool counts = std::any_of(block.number.begin(), block.number.end(),
                                    [](char c) { return is_upper(c) || is_lower(c) || is_digit(c); });
    const bool bullet = block.kind == BlockKind::list_item && !block.number.empty() && !counts;
    return margin + wrapped(bullet ? block.number + " " + block.text : block.text, margin.size(), margin);
}

struct MarkElement {
    Mark mark;
    std::string_view name;
};

constexpr MarkElement mark_elements[] = {
    {Mark::bold, "b"},    {Mark::italic, "i"},        {Mark::underline, "u"},
    {Mark::struck, "s"},  {Mark::inserted, "ins"},    {Mark::highlight, "mark"},
    {Mark::code, "code"}, {Mark::superscript, "sup"}, {Mark::subscript, "sub"},
};

}  // namespace

std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::vector<std::size_t> cell_columns(const Document& base, BlockId row) {
    const Block& block = base.blocks[row];
    std::vector<std::size_t> out;
    if (block.kind != BlockKind::table_row || block.fragments.empty()) return out;
    const std::string_view file = base.source.text();
    const std::size_t begin = file.rfind('\n', block.fragments.front().source.begin) + 1;
    const std::string_view line = file.substr(begin, file.find('\n', begin) - begin);
    std::size_t at = 0;
    for (const Span& cell : block.cells) {
        const std::size_t there = line.find(text_of(block, cell), at);
        if (there == std::string_view::npos) return {};
        out.push_back(there);
        at = there + cell.size();
    }
    return out;
}

std::vector<std::string_view> cells_of(std::string_view row) {
    std::vector<std::string_view> cells;
    for (std::size_t at = 0; at <= row.size();) {
        const std::size_t end = std::min(row.find('\t', at), row.size());
        cells.push_back(row.substr(at, end - at));
        at = end + 1;
    }
    return cells;
}

void put_rule(std::string& rows, std::string_view rule) {
    std::vector<std::string_view> columns;
    const std::size_t open = rule.find('|') == rule.find_first_not_of(" \t") ? rule.find('|') + 1 : 0;
    for (std::size_t at = open; at < rule.size();) {
        const std::size_t end = std::min(rule.find('|', at), rule.size());
        if (rule.substr(at, end - at).find('-') != std::string_view::npos) columns.push_back(rule.substr(at, end - at));
        at = end + 1;
    }
    const std::size_t line = std::min(rows.find('\n'), rows.size());
    std::size_t cells = 0;
    for (std::size_t at = 1; at < line; ++at) cells += rows[at] == '|' && rows[at - 1] != '\\' ? 1 : 0;
    if (columns.empty() || cells == columns.size()) {
        rows.insert(line, "\n" + std::string(rule));
        return;
    }
    std::string made = "\n|";
    for (std::size_t i = 0; i < cells; ++i) made += std::string(columns[std::min(i, columns.size() - 1)]) + "|";
    rows.insert(line, made);
}

std::string form_blocks(const std::vector<NewBlock>& blocks, const Document& base, BlockId anchor, const BaseForm& form,
                        bool in_table) {
    const RowForm as = row_form(base, anchor, form);
    ItemMargins margins(base, anchor);
    std::string out;
    for (std::size_t i = 0; i < blocks.size();) {
        if (i > 0) out += gap_beside(base, anchor, blocks[i].kind, blocks[i - 1].kind, form);
        if (blocks[i].kind != BlockKind::table_row) {
            out += form_block(blocks[i++], base, anchor, form, margins);
            continue;
        }
        const std::size_t first = i;
        const std::string_view cell = cell_element(base, anchor);
        std::vector<std::string> rows;
        std::vector<std::string_view> plain;
        for (; i < blocks.size() && blocks[i].kind == BlockKind::table_row; ++i) {
            rows.push_back(form_row(blocks[i].text, as, form, cell));
            plain.push_back(blocks[i].text);
        }
        if (as == RowForm::columns && are_full(plain)) rows = drawn_rows(plain, base, anchor);
        const std::size_t columns = cells_of(blocks[first].text).size();
        const bool framed = !(first == 0 && in_table) && (as == RowForm::pipes || as == RowForm::elements);
        out += framed ? form_table(rows, columns, as) : form_table(rows, columns, RowForm::columns);
    }
    return out;
}

std::string form_marked(std::string_view text, Marks marks, bool open_sides, const BaseForm& form) {
    std::size_t begin = 0;
    std::size_t end = text.size();
    while (begin < end && is_blank(text[begin])) ++begin;
    while (end > begin && is_blank(text[end - 1])) --end;
    const std::string core = escaped(text.substr(begin, end - begin), false, form);
    if (core.empty() || marks.empty() || form.kind == BaseForm::plain)
        return std::string(text.substr(0, begin)) + core + std::string(text.substr(end));
    const bool signs = form.kind == BaseForm::markdown && open_sides && marks == Marks{}.with(Mark::bold);
    std::string open = signs ? "**" : "";
    std::string close = signs ? "**" : "";
    for (const MarkElement& element : mark_elements) {
        if (signs || !marks.has(element.mark)) continue;
        open.append("<").append(element.name).append(">");
        close = "</" + std::string(element.name) + ">" + close;
    }
    return std::string(text.substr(0, begin)) + open + core + close + std::string(text.substr(end));
}

std::string form_words(std::string_view text, std::size_t column, std::string_view margin, const BaseForm& form) {
    constexpr std::size_t fits_anywhere = 40;
    std::size_t begin = 0;
    std::size_t end = text.size();
    while (begin < end && is_blank(text[begin])) ++begin;
    while (end > begin && is_blank(text[end - 1])) --end;
    const std::string_view core = text.substr(begin, end - begin);
    const bool wraps = form.kind == BaseForm::plain && core.size() > fits_anywhere;
    return std::string(text.substr(0, begin)) + (wraps ? wrapped(core, column, margin) : escaped(core, false, form)) +
           std::string(text.substr(end));
}

bool stands_tight(const Document& base, BlockId id) {
    const auto follows = [&](BlockId above, BlockId below) {
        return base.blocks[above].kind == base.blocks[below].kind &&
               base.blocks[above].last_line() + 1 == base.blocks[below].line();
    };
    return (id > 0 && follows(id - 1, id)) || (id + 1 < base.blocks.size() && follows(id, id + 1));
}

std::string_view gap_beside(const Document& base, BlockId id, BlockKind fresh, BlockKind other, const BaseForm& form) {
    const bool items = fresh == BlockKind::list_item && other == BlockKind::list_item;
    return items && stands_tight(base, id) ? "\n" : block_gap(other, fresh, form);
}

std::string_view block_gap(BlockKind before, BlockKind after, const BaseForm&) {
    return before == BlockKind::table_row && after == BlockKind::table_row ? "\n" : "\n\n";
}

}  // namespace stet
