// Reads table rows, and the rows of paragraphs that are tables to the eye.
#include "proposal/wage_grid.hpp"

#include <algorithm>
#include <string_view>

#include "grammar/wording.hpp"
#include "proposal/wage_text_columns.hpp"

namespace stet {

namespace {

constexpr std::size_t most_columns = 200;  // of a table that is read; wider ones are left alone
constexpr std::size_t gap_in_table = 2;    // blanks between the cells of lines that a reader took for a table
constexpr std::size_t gap_in_text = 3;     // and of others

using Cells = std::vector<std::string>;

/// Texts of a row's cells in one face. The runs are walked once for all of them.
Cells cell_texts(const Block& block, Face face) {
    Cells out;
    std::size_t first = 0;
    for (const Span cell : block.cells) {
        while (first < block.runs.size() && block.runs[first].text.end <= cell.begin) ++first;
        std::string text;
        for (std::size_t i = first; i < block.runs.size() && block.runs[i].text.begin < cell.end; ++i) {
            const Run& run = block.runs[i];
            if (outside(run.marks, face)) continue;
            const std::uint32_t begin = std::max(run.text.begin, cell.begin);
            text.append(block.text, begin, std::min(run.text.end, cell.end) - begin);
        }
        out.push_back(std::move(text));
    }
    return out;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

class LineReader {
public:
    LineReader(const Document& document, const WageWords& words) : document_(document), words_(words) {
        for (const Block& block : document.blocks) next_table_ = std::max(next_table_, block.table);
    }

    std::vector<WageLine> read() {
        for (std::size_t i = 0; i < document_.blocks.size(); ++i) block(i);
        end_table();
        return std::move(lines_);
    }

private:
    void block(std::size_t index) {
        const Block& block = document_.blocks[index];
        if (is_set_aside(block.kind) || block.kind == BlockKind::note) return;
        if (block.kind == BlockKind::table_row) {
            if (!rows_.empty() && block.table != rows_.back()->table) end_table();
            rows_.push_back(&block);
            return;
        }
        end_table();
        if (!take_columns(block)) take_text(block, index);
    }

    // ---- table rows

    void end_table() {
        if (!rows_.empty() && !take_from_source()) take_rows();
        rows_.clear();
    }

    /// The rows with a second column wherever sums are struck.
    void take_rows() {
        std::vector<Cells> before, after;
        for (const Block* row : rows_) {
            before.push_back(cell_texts(*row, Face::before));
            after.push_back(cell_texts(*row, Face::after));
        }
        const std::vector<std::size_t> doubled = doubled_columns(before, after);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (after[i].size() > most_columns) continue;
            WageLine line = row_at(rows_[i]->line(), rows_[i]->last_line(), rows_[i]->table);
            for (std::size_t column = 0; column < after[i].size(); ++column) {
                const bool twice = std::binary_search(doubled.begin(), doubled.end(), column);
                const std::string& was = before[i][column];
                const std::string& is = after[i][column];
                if (twice) line.cells.push_back(read_wage_cell(first_cell_of_two(was, is)));
                line.cells.push_back(read_wage_cell(is.empty() && !twice ? was : is));
            }
            push_row(std::move(line));
        }
    }

    /// Keeps a row; figures with commas that have company are sums.
    void push_row(WageLine row) {
        constexpr std::size_t company = 3;
        const auto commas =
            std::count_if(row.cells.begin(), row.cells.end(), [](const WageCell& cell) { return cell.has_comma(); });
        if (static_cast<std::size_t>(commas) >= company)
            for (WageCell& cell : row.cells) cell.among_sums = cell.has_comma();
        lines_.push_back(std::move(row));
    }

    static WageLine row_at(std::uint32_t line, std::uint32_t last_line, std::uint32_t table) {
        WageLine row;
        row.line = line;
        row.last_line = last_line;
        row.table = table;
        return row;
    }

    std::string first_cell_of_two(const std::string& was, const std::string& is) const {
        const bool heading = was == is && read_wage_cell(is).kind == WageCell::words && !words_.current.empty();
        return heading ? words_.current.front() : was;
    }

    static std::vector<std::size_t> doubled_columns(const std::vector<Cells>& before, const std::vector<Cells>& after) {
        std::vector<std::size_t> out;
        for (std::size_t i = 0; i < before.size(); ++i)
            for (std::size_t column = 0; column < after[i].size(); ++column)
                if (before[i][column] != after[i][column] && read_wage_cell(before[i][column]).has_amount())
                    out.push_back(column);
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    /// Rows that are lines of plain text are cut again where their words stand in the source.
    bool take_from_source() {
        std::vector<std::string_view> lines;
        for (const Block* row : rows_) {
            if (row->line() != row->last_line() || row->line() > document_.source.line_count()) return false;
            const std::string_view line = document_.source.line(row->line());
            if (has_aside(*row, Face::after) || fold_blanks(line) != fold_blanks(row->text)) return false;
            lines.push_back(line);
        }
        for (std::size_t begin = 0; begin < lines.size();) {
            std::size_t end = begin + 1;
            while (end < lines.size() && has_tab(lines[end]) == has_tab(lines[begin])) ++end;
            const auto first = static_cast<std::ptrdiff_t>(begin), last = static_cast<std::ptrdiff_t>(end);
            take_lines({lines.begin() + first, lines.begin() + last}, begin,
                       begin == 0 ? rows_[begin]->table : ++next_table_);
            begin = end;
        }
        return true;
    }

    /// The lines of the rows from `begin` on; lines without columns become rows of one cell.
    void take_lines(const std::vector<std::string_view>& lines, std::size_t begin, std::uint32_t table) {
        const std::vector<Cells> cells = cut_text_columns(lines, gap_in_table);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::uint32_t at = rows_[begin + i]->line();
            const Cells row = cells.empty() ? Cells{std::string(lines[i])} : cells[i];
            add_row(at, table, row);
        }
    }

    void add_row(std::uint32_t at, std::uint32_t table, const Cells& cells) {
        WageLine row = row_at(at, at, table);
        for (const std::string& cell : cells) row.cells.push_back(read_wage_cell(cell));
        push_row(std::move(row));
    }

    // ---- text

    /// A paragraph whose lines have columns; false where it is none.
    bool take_columns(const Block& block) {
        if (block.kind != BlockKind::paragraph) return false;
        const std::string face = face_text(block, Face::after);
        std::vector<std::string_view> lines = source_lines(block);
        if (!std::any_of(lines.begin(), lines.end(), has_tab)) {
            // Where struck words are left out, blanks from both their sides are no gap between columns.
            if (has_aside(block, Face::after)) return false;
            lines = lines_of(face);
        }
        const std::vector<Cells> cells = cut_text_columns(lines, gap_in_text);
        if (cells.empty()) return false;
        const std::uint32_t table = table_of(block, cells.front().size());
        for (std::size_t i = 0; i < cells.size(); ++i)
            add_row(block.line() + static_cast<std::uint32_t>(i), table, cells[i]);
        return true;
    }

    /// The lines of a paragraph as the file has them: plain text keeps its tabs there only.
    std::vector<std::string_view> source_lines(const Block& block) const {
        std::vector<std::string_view> out;
        if (block.fragments.size() != 1 || document_.source.line_count() < block.last_line()) return out;
        if (has_aside(block, Face::after)) return out;
        for (std::uint32_t line = block.line(); line <= block.last_line(); ++line)
            out.push_back(document_.source.line(line));
        return out;
    }

    /// Paragraphs of one line are rows of one table as long as they follow each other.
    std::uint32_t table_of(const Block& block, std::size_t width) {
        const bool goes_on = !lines_.empty() && lines_.back().table == column_table_ && column_table_ != 0 &&
                             lines_.back().last_line + 1 == block.line() && lines_.back().cells.size() == width;
        if (!goes_on) column_table_ = ++next_table_;
        return column_table_;
    }

    void take_text(const Block& block, std::size_t index) {
        WageLine line;
        line.line = block.line();
        line.last_line = block.last_line();
        line.heading = is_heading(block, index);
        line.list = block.kind == BlockKind::list_item && !line.heading;
        line.text = fold_blanks(face_text(block, Face::after));
        if (!line.text.empty()) lines_.push_back(std::move(line));
    }

    bool is_heading(const Block& block, std::size_t index) const {
        if (block.kind == BlockKind::heading) return true;
        return index < document_.places.size() && !document_.places[index].label.empty();
    }

    const Document& document_;
    const WageWords& words_;
    std::uint32_t next_table_ = 0;
    std::uint32_t column_table_ = 0;
    std::vector<const Block*> rows_;  ///< of the table that is open
    std::vector<WageLine> lines_;
};

}  // namespace

std::vector<WageLine> read_wage_lines(const Document& document, const WageWords& words) {
    return LineReader(document, words).read();
}

}  // namespace stet
