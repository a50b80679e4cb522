// Reads table rows, and finds the columns of paragraphs that are tables to the eye.
#include "proposal/wage_grid.hpp"

#include <algorithm>
#include <string_view>

#include "grammar/wording.hpp"

namespace stet {

namespace {

constexpr std::size_t most_columns = 200;  // of a table that is read; wider ones are left alone

struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Texts of the cells in one face. The runs are walked once for all of them.
std::vector<std::string> cell_texts(const Block& block, Face face) {
    std::vector<std::string> out;
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

/// Cells of a line: what three blanks part.
std::vector<Stretch> stretches_of(std::string_view line) {
    std::vector<Stretch> out;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == ' ') continue;
        const bool goes_on = !out.empty() && at - out.back().end < 3;
        if (!goes_on) out.push_back({at, at});
        out.back().end = at + 1;
    }
    return out;
}

/// Cells of a line that has tabs: what they part, empty ones too.
std::vector<Stretch> tabbed_stretches(std::string_view line) {
    std::vector<Stretch> out;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find('\t', at), line.size());
        out.push_back({at, end});
        at = end + 1;
    }
    return out;
}

/// Columns of text: the unions of overlapping cells of all lines that have more than one.
std::vector<Stretch> columns_of(const std::vector<std::vector<Stretch>>& lines) {
    std::vector<Stretch> all;
    for (const auto& line : lines)
        if (line.size() > 1) all.insert(all.end(), line.begin(), line.end());
    std::sort(all.begin(), all.end(), [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
    std::vector<Stretch> columns;
    for (const Stretch& stretch : all) {
        if (!columns.empty() && stretch.begin < columns.back().end)
            columns.back().end = std::max(columns.back().end, stretch.end);
        else
            columns.push_back(stretch);
    }
    return columns;
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
        if (block.kind == BlockKind::table_row) return row(block);
        end_table();
        if (!columns(block)) text(block, index);
    }

    void row(const Block& block) {
        if (block.table != table_) end_table();
        table_ = block.table;
        before_.push_back(cell_texts(block, Face::before));
        after_.push_back(cell_texts(block, Face::after));
        rows_.push_back(
            {block.line(), block.last_line(), block.table, false, false, before_.back() != after_.back(), {}, {}});
    }

    /// The rows of the table that ends here, with a second column wherever sums are struck.
    void end_table() {
        std::vector<std::size_t> doubled = doubled_columns();
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (after_[i].size() > most_columns) continue;
            for (std::size_t column = 0; column < after_[i].size(); ++column) {
                const bool twice = std::binary_search(doubled.begin(), doubled.end(), column);
                const std::string& was = before_[i][column];
                const std::string& is = after_[i][column];
                if (twice) rows_[i].cells.push_back(read_wage_cell(first_cell_of_two(was, is)));
                rows_[i].cells.push_back(read_wage_cell(is.empty() && !twice ? was : is));
            }
            lines_.push_back(std::move(rows_[i]));
        }
        rows_.clear();
        before_.clear();
        after_.clear();
        table_ = 0;
    }

    std::string first_cell_of_two(const std::string& was, const std::string& is) const {
        const bool heading = was == is && read_wage_cell(is).kind == WageCell::words && !words_.current.empty();
        return heading ? words_.current.front() : was;
    }

    std::vector<std::size_t> doubled_columns() const {
        std::vector<std::size_t> out;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (!rows_[i].marked) continue;
            for (std::size_t column = 0; column < after_[i].size(); ++column)
                if (before_[i][column] != after_[i][column] && read_wage_cell(before_[i][column]).has_amount())
                    out.push_back(column);
        }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    /// A paragraph whose lines have columns; false where it is none.
    bool columns(const Block& block) {
        if (block.kind != BlockKind::paragraph) return false;
        const std::string face = face_text(block, Face::after);
        const std::vector<std::string_view> source = source_lines(block);
        const bool tabbed = has_tab(source);
        const std::vector<std::string_view> texts = tabbed ? source : lines_of(face);
        std::vector<std::vector<Stretch>> stretches;
        std::size_t with_columns = 0;
        for (const std::string_view text : texts) {
            stretches.push_back(tabbed ? tabbed_stretches(text) : stretches_of(text));
            with_columns += stretches.back().size() > 1;
        }
        if (with_columns == 0 || with_columns * 2 < texts.size()) return false;
        const std::vector<Stretch> found = tabbed ? std::vector<Stretch>{} : columns_of(stretches);
        const std::size_t width = tabbed ? widest(stretches) : found.size();
        if (width > most_columns) return false;
        const std::uint32_t table = table_of(block, width);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            WageLine row{block.line() + static_cast<std::uint32_t>(i),
                         block.line() + static_cast<std::uint32_t>(i),
                         table,
                         false,
                         false,
                         false,
                         {},
                         std::vector<WageCell>(width)};
            std::size_t column = 0;
            for (std::size_t k = 0; k < stretches[i].size(); ++k) {
                const Stretch cell = stretches[i][k];
                while (!tabbed && column + 1 < width && found[column].end <= cell.begin) ++column;
                row.cells[tabbed ? k : column] = read_wage_cell(texts[i].substr(cell.begin, cell.end - cell.begin));
            }
            lines_.push_back(std::move(row));
        }
        return true;
    }

    static bool has_tab(const std::vector<std::string_view>& lines) {
        return std::any_of(lines.begin(), lines.end(),
                           [](std::string_view line) { return line.find('\t') != std::string_view::npos; });
    }

    static std::size_t widest(const std::vector<std::vector<Stretch>>& lines) {
        std::size_t width = 0;
        for (const auto& line : lines) width = std::max(width, line.size());
        return width;
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

    /// Lines of a table that are paragraphs of their own have one number as long as they follow each other.
    std::uint32_t table_of(const Block& block, std::size_t width) {
        const bool goes_on = !lines_.empty() && lines_.back().table == column_table_ && column_table_ != 0 &&
                             lines_.back().last_line + 1 == block.line() && lines_.back().cells.size() == width;
        if (!goes_on) column_table_ = ++next_table_;
        return column_table_;
    }

    void text(const Block& block, std::size_t index) {
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
    std::uint32_t table_ = 0;
    std::uint32_t next_table_ = 0;
    std::uint32_t column_table_ = 0;
    std::vector<WageLine> lines_;
    std::vector<WageLine> rows_;
    std::vector<std::vector<std::string>> before_;
    std::vector<std::vector<std::string>> after_;
};

}  // namespace

std::vector<WageLine> read_wage_lines(const Document& document, const WageWords& words) {
    return LineReader(document, words).read();
}

}  // namespace stet
