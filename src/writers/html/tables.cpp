// Tables: a first pass learns which columns hold figures, a second writes the rows.
#include "writers/html/tables.hpp"

#include <algorithm>

#include "writers/html/blocks.hpp"
#include "writers/html/escape.hpp"
#include "writers/html/inline.hpp"

namespace stet::html {
namespace {

/// More columns than this are set smaller on paper.
constexpr std::size_t many_columns = 7;

std::string_view cell_text(const View& view, std::uint32_t row, std::size_t cell) {
    const Block& block = block_of(view.redline(), view.block(row));
    if (cell >= block.cells.size()) return {};
    return std::string_view(block.text).substr(block.cells[cell].begin, block.cells[cell].size());
}

/// "$14.60", "12 %", "1,040", "n/a": text that people read down a column.
bool is_figure(std::string_view text) {
    bool digit = false;
    std::size_t letters = 0;
    for (const char c : text) {
        digit = digit || (c >= '0' && c <= '9');
        letters += (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? 1u : 0u;
    }
    return digit && letters <= 2 && text.size() <= 24;
}

bool is_amount(std::string_view text) {
    return is_figure(text) && text.find_first_of("$%.") != std::string_view::npos;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\n*") == std::string_view::npos;
}

class TableWriter {
public:
    TableWriter(std::string& out, const View& view, const std::vector<std::uint32_t>& rows)
        : out_(out), view_(view), rows_(rows) {
        for (const std::uint32_t row : rows) columns_ = std::max(columns_, cell_count(view.block(row)));
        head_ = has_head();
        find_figures();
    }

    void write() {
        out_ += columns_ > many_columns ? "<div class=ts><table class=wide>\n" : "<div class=ts><table>\n";
        if (head_) out_ += "<thead>";
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (i == (head_ ? 1u : 0u)) out_ += head_ ? "</thead><tbody>\n" : "<tbody>\n";
            if (view_.block(rows_[i]).status == BlockStatus::moved_from) {
                i = write_stubs(i);
            } else {
                write_row(rows_[i], head_ && i == 0);
            }
        }
        if (head_ && rows_.size() == 1) out_ += "</thead><tbody>";
        out_ += "</tbody></table></div>\n";
    }

private:
    bool has_head() const {
        const std::uint32_t first = rows_.front();
        if (rows_.size() < 2 || view_.block(first).status == BlockStatus::moved_from) return false;
        for (std::size_t cell = 0; cell < cell_count(view_.block(first)); ++cell) {
            if (is_amount(cell_text(view_, first, cell))) return false;
        }
        return true;
    }

    void find_figures() {
        std::vector<std::uint32_t> filled(columns_, 0);
        std::vector<std::uint32_t> figures(columns_, 0);
        for (std::size_t i = head_ ? 1 : 0; i < rows_.size(); ++i) {
            for (std::size_t cell = 0; cell < cell_count(view_.block(rows_[i])); ++cell) {
                const std::string_view text = cell_text(view_, rows_[i], cell);
                if (is_blank(text)) continue;
                ++filled[cell];
                figures[cell] += is_figure(text) ? 1u : 0u;
            }
        }
        figure_column_.resize(columns_);
        for (std::size_t cell = 0; cell < columns_; ++cell) {
            figure_column_[cell] = cell > 0 && figures[cell] > 0 && figures[cell] * 2 >= filled[cell];
        }
    }

    void write_row(std::uint32_t row, bool head) {
        const RedlineBlock& block = view_.block(row);
        out_ += "<tr";
        if (view_.changed(row)) out_ += block.status == BlockStatus::moved_to ? " class=\"c to\"" : " class=c";
        append_block_attributes(out_, view_, row);
        out_ += '>';
        const std::size_t cells = cell_count(block);
        if (cells == 0) out_ += "<td></td>";
        for (std::size_t cell = 0; cell < cells; ++cell) {
            const bool row_head = !head && head_ && cell == 0 && !is_figure(cell_text(view_, row, cell)) &&
                                  !is_blank(cell_text(view_, row, cell));
            open_cell(head ? "<th scope=col" : row_head ? "<th scope=row" : "<td", figure_column_[cell]);
            if (cell == 0) append_change_ids(out_, view_, row);
            append_words(out_, view_, row, cell);
            if (cell + 1 == cells) append_badges(out_, view_, row);
            out_ += head || row_head ? "</th>" : "</td>";
        }
        out_ += "</tr>\n";
    }

    void open_cell(std::string_view tag, bool figure) {
        out_ += tag;
        out_ += figure ? " class=n>" : ">";
    }

    /// Rows that left this table together: one line; returns the last of them.
    std::size_t write_stubs(std::size_t first) {
        std::size_t last = first;
        while (last + 1 < rows_.size() && view_.block(rows_[last + 1]).status == BlockStatus::moved_from) ++last;
        for (std::size_t i = first; i <= last; ++i) {
            out_ += i == first ? "<tr class=\"c from\"" : "<tr hidden";
            append_block_attributes(out_, view_, rows_[i]);
            out_ += "><td colspan=";
            append_number(out_, std::max<std::size_t>(columns_, 1));
            out_ += '>';
            if (i == first) {
                append_change_ids(out_, view_, rows_[i]);
                append_stub(out_, view_, rows_[first], static_cast<std::uint32_t>(last - first + 1));
            }
            out_ += "</td></tr>\n";
        }
        return last;
    }

    std::string& out_;
    const View& view_;
    const std::vector<std::uint32_t>& rows_;
    std::size_t columns_ = 0;
    bool head_ = false;
    std::vector<bool> figure_column_;
};

}  // namespace

void append_table(std::string& out, const View& view, const std::vector<std::uint32_t>& rows) {
    TableWriter(out, view, rows).write();
}

}  // namespace stet::html
