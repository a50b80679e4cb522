// Recognises and splits rows of pipe tables (GitHub's dialect) and of tables set with tabs.
#include "readers/markdown_rows.hpp"

#include <algorithm>

#include "readers/markdown_line.hpp"

namespace stet {

namespace {

/// Prose with a tab in it is no row.
constexpr std::size_t longest_cell = 300;
constexpr std::size_t longest_cell_of_two = 80;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

bool is_delimiter_cell(std::string_view cell) {
    if (cell.starts_with(':')) cell.remove_prefix(1);
    if (cell.ends_with(':')) cell.remove_suffix(1);
    return !cell.empty() && std::all_of(cell.begin(), cell.end(), [](char c) { return c == '-'; });
}

/// "(a)", "1." or "4.1" before a tab is a label before its text.
bool is_label_cell(std::string_view cell) {
    if (cell.empty()) return false;
    return cell.back() == '.' || cell.back() == ')' || (cell.size() <= 4 && cell.find('.') != std::string_view::npos);
}

struct TabLine {
    std::size_t tabs = 0;
    std::size_t cells = 0;     ///< 1 for words behind nothing but tabs
    bool fits_wide = false;    ///< could be a row of three or more cells
    bool fits_narrow = false;  ///< could be a row of two cells
};

TabLine tab_line(std::string_view line) {
    TabLine found;
    found.tabs = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t'));
    if (found.tabs == 0) return found;
    const LineIndent indent = line_indent(line);
    const std::string_view text = line.substr(indent.bytes);
    const auto leading = static_cast<std::size_t>(
        std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(indent.bytes), '\t'));
    const bool other = list_marker(text) != 0 || heading_level(text) != 0 || text.starts_with('>');
    if (text.empty() || other || (leading == found.tabs && leading < 2)) {
        found.tabs = 0;
        return found;
    }
    std::size_t widest = 0;
    for (const std::string_view cell : tab_cells(line)) widest = std::max(widest, cell.size());
    found.fits_wide = widest <= longest_cell;
    found.fits_narrow =
        widest <= longest_cell_of_two && leading < found.tabs && !is_label_cell(tab_cells(line).front());
    found.cells = leading < found.tabs ? found.tabs + 1 : 1;
    return found;
}

}  // namespace

std::vector<std::string_view> pipe_cells(std::string_view line) {
    line = trimmed(line);
    std::vector<std::string_view> cells;
    if (line.starts_with('|')) line.remove_prefix(1);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\\') {
            ++at;
        } else if (line[at] == '|') {
            cells.push_back(trimmed(line.substr(begin, at - begin)));
            begin = at + 1;
        }
    }
    if (begin < line.size()) cells.push_back(trimmed(line.substr(begin)));
    return cells;
}

std::vector<std::string_view> tab_cells(std::string_view line) {
    std::vector<std::string_view> cells;
    while (true) {
        const std::size_t tab = std::min(line.find('\t'), line.size());
        cells.push_back(trimmed(line.substr(0, tab)));
        if (tab == line.size()) return cells;
        line.remove_prefix(tab + 1);
    }
}

bool opens_pipe_table(std::string_view header, std::string_view delimiter) {
    if (delimiter.find('|') == std::string_view::npos || delimiter.find('-') == std::string_view::npos) return false;
    if (delimiter.find_first_not_of(" \t|:-") != std::string_view::npos) return false;
    if (line_indent(header).columns > 3 || line_indent(delimiter).columns > 3) return false;
    const std::vector<std::string_view> rules = pipe_cells(delimiter);
    if (rules.empty() || !std::all_of(rules.begin(), rules.end(), is_delimiter_cell)) return false;
    return header.find('|') != std::string_view::npos && pipe_cells(header).size() == rules.size();
}

TabRows find_tab_rows(const Source& source, std::uint32_t line) {
    TabRows found;
    std::uint32_t wide = 0;
    bool fits_narrow = true;
    for (std::uint32_t at = line; at <= source.line_count(); ++at, ++found.seen) {
        const TabLine row = tab_line(source.line(at));
        if (row.tabs == 0 || !row.fits_wide) break;
        wide += row.cells >= 3 ? 1 : 0;
        fits_narrow = fits_narrow && row.fits_narrow;
    }
    const bool is_wide = found.seen >= 2 && wide * 2 >= found.seen;
    const bool is_narrow = found.seen >= 3 && fits_narrow;
    if (is_wide || is_narrow) found.rows = found.seen;
    return found;
}

}  // namespace stet
