// Finds the columns of a grid table by the places of its corners and cuts its lines there.
#include "readers/markdown_grid.hpp"

#include <algorithm>
#include <string_view>

#include "readers/markdown_line.hpp"
#include "readers/markdown_rows.hpp"
#include "text/utf8.hpp"

namespace stet {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

bool is_rule(std::string_view text) {
    return !text.empty() && text.find_first_not_of("-=:+") == std::string_view::npos &&
           text.find_first_of("-=") != std::string_view::npos;
}

/// "+----+----+", "+====+====+", "+:---+---:+".
bool is_border(std::string_view line) {
    return line.size() >= 3 && line.front() == '+' && line.back() == '+' && is_rule(line);
}

bool is_line_of_grid(std::string_view line) {
    const auto is_edge = [](char c) { return c == '|' || c == '+'; };
    return line.size() >= 2 && is_edge(line.front()) && is_edge(line.back());
}

/// Places of the corners of a table's borders, in characters, ascending.
class Corners {
public:
    Corners(const Source& source, std::uint32_t first, std::uint32_t last) {
        for (std::uint32_t line = first; line <= last; ++line) {
            const std::string_view border = trimmed(source.line(line));
            if (!is_border(border) || (line > first && border == trimmed(source.line(first)))) continue;
            for (std::uint32_t at = 0; at < border.size(); ++at)
                if (border[at] == '+') places_.push_back(at);
        }
        std::sort(places_.begin(), places_.end());
        places_.erase(std::unique(places_.begin(), places_.end()), places_.end());
    }

    /// The cells of a line, by column; where its last bar does not stand under the last corner, the bars alone part it.
    std::vector<std::string_view> cut(std::string_view line) const {
        std::vector<std::string_view> cells;
        std::size_t begin = 0;   // of the cell, behind its bar
        std::size_t column = 0;  // of the cell
        std::size_t corner = 1;  // the next place at which a bar ends a cell
        std::uint32_t place = 0;
        for (std::size_t at = 0; at < line.size(); at += utf8::decode(line, at).size, ++place) {
            if (corner == places_.size() || place != places_[corner]) continue;
            ++corner;
            if ((line[at] != '|' && line[at] != '+') || line[at - 1] == '\\') continue;
            cells.resize(column);
            cells.push_back(trimmed(line.substr(begin + 1, at - begin - 1)));
            begin = at;
            column = corner - 1;
        }
        const bool fits = place == places_.back() + 1 && begin + 1 == line.size();
        return fits ? cells : pipe_cells(line);
    }

private:
    std::vector<std::uint32_t> places_;
};

/// Puts the words of a line into a row's cells; says whether any of the cells is a border's part.
bool add_line(const std::vector<std::string_view>& cells, GridRow& row) {
    bool ruled = false;
    if (row.cells.size() < cells.size()) row.cells.resize(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool rule = cells[i].size() >= 3 && is_rule(cells[i]);
        ruled = ruled || rule;
        if (rule || cells[i].empty()) continue;
        if (!row.cells[i].empty()) row.cells[i].push_back(' ');
        row.cells[i] += cells[i];
    }
    return ruled;
}

}  // namespace

GridLines find_grid(const Source& source, std::uint32_t line) {
    GridLines found;
    if (line_indent(source.line(line)).columns > 3 || !is_border(trimmed(source.line(line)))) return found;
    bool any = false;
    for (std::uint32_t at = line; at <= source.line_count(); ++at, ++found.seen) {
        const std::string_view text = trimmed(source.line(at));
        if (!is_line_of_grid(text)) break;
        if (!is_border(text))
            any = true;
        else if (any)
            found.last = at;
    }
    return found;
}

std::vector<GridRow> grid_rows(const Source& source, std::uint32_t first, std::uint32_t last) {
    const Corners corners(source, first, last);
    std::vector<GridRow> rows;
    bool open = false;
    for (std::uint32_t line = first; line <= last; ++line) {
        const std::string_view text = trimmed(source.line(line));
        if (is_border(text)) {
            open = false;
            continue;
        }
        if (!open) rows.push_back({line, line, {}});
        rows.back().last_line = line;
        open = !add_line(corners.cut(text), rows.back());
    }
    return rows;
}

}  // namespace stet
