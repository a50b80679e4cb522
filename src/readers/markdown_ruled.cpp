// Cuts lines where the runs of dashes begin.
#include "readers/markdown_ruled.hpp"

#include <algorithm>
#include <string_view>

#include "readers/markdown_line.hpp"
#include "text/utf8.hpp"

namespace stet {

namespace {

/// A title of several lines has so many at most.
constexpr std::uint32_t most_title_lines = 6;
constexpr std::size_t least_dashes = 2;

/// A line of dashes and blanks: where its runs begin, in characters; empty for any other line.
std::vector<std::size_t> runs_of(std::string_view line) {
    std::vector<std::size_t> runs;
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
    if (line.find_first_not_of("- ") != std::string_view::npos) return runs;
    for (std::size_t at = line.find('-'); at != std::string_view::npos; at = line.find('-', at)) {
        runs.push_back(at);
        const std::size_t end = std::min(line.find(' ', at), line.size());
        if (end - at < least_dashes) return {};
        at = end;
    }
    return runs;
}

bool is_rule(std::string_view line) {
    return !runs_of(line).empty();
}

bool is_column_rule(std::string_view line) {
    return runs_of(line).size() > 1 && line_indent(line).columns <= 3;
}

/// The cells of a line; empty where a word stands across a border, or a tab in it.
std::vector<std::string_view> cut(std::string_view line, const std::vector<std::size_t>& columns) {
    std::vector<std::string_view> cells;
    if (line.find('\t') != std::string_view::npos) return cells;
    std::size_t begin = 0;
    std::size_t place = 0;
    bool blank = true;  // the character before
    const auto add = [&](std::size_t end) {
        std::string_view cell = line.substr(begin, end - begin);
        while (!cell.empty() && cell.front() == ' ') cell.remove_prefix(1);
        while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\r')) cell.remove_suffix(1);
        cells.push_back(cell);
        begin = end;
    };
    for (std::size_t at = 0; at < line.size() && cells.size() + 1 < columns.size(); ++place) {
        if (place == columns[cells.size() + 1]) {
            if (!blank) return {};
            add(at);
        }
        blank = line[at] == ' ';
        at += utf8::decode(line, at).size;
    }
    while (cells.size() < columns.size()) add(line.size());
    return cells;
}

/// Where the columns of the table that begins at `first` begin, and the line of dashes that says so.
struct Columns {
    std::vector<std::size_t> begins;
    std::uint32_t rule = 0;  ///< 0: no table
};

Columns columns_at(const Source& source, std::uint32_t first) {
    for (std::uint32_t line = first; line <= std::min(source.line_count(), first + most_title_lines); ++line) {
        const std::string_view text = source.line(line);
        if (is_column_rule(text)) return {runs_of(text), line};
        if (is_blank_line(text) || (line > first && is_rule(text))) break;
        if (line > first && !is_rule(source.line(first))) break;  // a title of one line alone
    }
    return {};
}

/// Whether the words of a line stand in the columns.
bool fits(std::string_view line, const Columns& columns) {
    return is_blank_line(line) || !cut(line, columns.begins).empty();
}

}  // namespace

GridLines find_ruled(const Source& source, std::uint32_t first) {
    GridLines found;
    const Columns columns = columns_at(source, first);
    if (columns.rule == 0) return found;
    const bool titled = columns.rule > first && !is_rule(source.line(first));
    const bool framed = !titled;  // ends with a line of dashes
    for (std::uint32_t line = first; line < columns.rule; ++line)
        if (!is_rule(source.line(line)) && !fits(source.line(line), columns)) return found;
    found.seen = columns.rule - first + 1;
    bool any = false;
    for (std::uint32_t line = columns.rule + 1; line <= source.line_count(); ++line, ++found.seen) {
        const std::string_view text = source.line(line);
        if (is_rule(text)) {
            if (any) found.last = line;
            return found;
        }
        if (is_blank_line(text) && titled) break;
        if (!fits(text, columns)) {
            if (titled) found.last = 0;
            return found;
        }
        any = any || !is_blank_line(text);
        if (titled && any) found.last = line;
    }
    return framed ? GridLines{0, found.seen} : found;
}

std::vector<GridRow> ruled_rows(const Source& source, std::uint32_t first, std::uint32_t last) {
    const Columns columns = columns_at(source, first);
    bool parted = false;  // rows of several lines, parted by blank ones
    for (std::uint32_t line = columns.rule + 1; line <= last; ++line)
        parted = parted || is_blank_line(source.line(line));
    std::vector<GridRow> rows;
    bool open = false;
    for (std::uint32_t line = first; line <= last; ++line) {
        const std::string_view text = source.line(line);
        if (is_blank_line(text) || is_rule(text)) {
            open = false;
            continue;
        }
        if (!open) rows.push_back({line, line, std::vector<std::string>(columns.begins.size())});
        GridRow& row = rows.back();
        row.last_line = line;
        const auto cells = cut(text, columns.begins);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i].empty()) continue;
            if (!row.cells[i].empty()) row.cells[i].push_back(' ');
            row.cells[i] += cells[i];
        }
        open = parted || line < columns.rule;
    }
    return rows;
}

}  // namespace stet
