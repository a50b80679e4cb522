// Finds columns as the unions of what overlaps in all lines.
#include "proposal/wage_text_columns.hpp"

#include <algorithm>

namespace stet {

namespace {

constexpr std::size_t most_columns = 200;

struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

using Stretches = std::vector<Stretch>;

Stretches parted_by_blanks(std::string_view line, std::size_t least_gap) {
    Stretches out;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == ' ') continue;
        if (out.empty() || at - out.back().end >= least_gap) out.push_back({at, at});
        out.back().end = at + 1;
    }
    return out;
}

Stretches parted_by_tabs(std::string_view line) {
    Stretches out;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find('\t', at), line.size());
        out.push_back({at, end});
        at = end + 1;
    }
    return out;
}

/// Lines with one stretch only are captions and part nothing.
Stretches columns_of(const std::vector<Stretches>& lines) {
    Stretches all;
    for (const Stretches& line : lines)
        if (line.size() > 1) all.insert(all.end(), line.begin(), line.end());
    std::sort(all.begin(), all.end(), [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
    Stretches columns;
    for (const Stretch& stretch : all) {
        if (!columns.empty() && stretch.begin < columns.back().end)
            columns.back().end = std::max(columns.back().end, stretch.end);
        else
            columns.push_back(stretch);
    }
    return columns;
}

std::vector<std::string> cells_under(std::string_view line, const Stretches& stretches, const Stretches& columns) {
    std::vector<std::string> cells(columns.size());
    std::size_t column = 0;
    for (const Stretch& stretch : stretches) {
        while (column + 1 < columns.size() && columns[column].end <= stretch.begin) ++column;
        if (!cells[column].empty()) cells[column] += ' ';
        cells[column] += line.substr(stretch.begin, stretch.end - stretch.begin);
    }
    return cells;
}

}  // namespace

bool has_tab(std::string_view line) {
    return line.find('\t') != std::string_view::npos;
}

std::vector<std::vector<std::string>> cut_text_columns(const std::vector<std::string_view>& lines,
                                                       std::size_t least_gap) {
    const bool tabbed = std::any_of(lines.begin(), lines.end(), has_tab);
    std::vector<Stretches> stretches;
    std::size_t several = 0, width = 0;
    for (const std::string_view line : lines) {
        stretches.push_back(tabbed ? parted_by_tabs(line) : parted_by_blanks(line, least_gap));
        several += stretches.back().size() > 1;
        width = std::max(width, stretches.back().size());
    }
    const Stretches columns = tabbed ? Stretches{} : columns_of(stretches);
    if (!tabbed) width = columns.size();
    if (several == 0 || several * 2 < lines.size() || width > most_columns) return {};
    std::vector<std::vector<std::string>> out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!tabbed) {
            out.push_back(cells_under(lines[i], stretches[i], columns));
            continue;
        }
        out.emplace_back();
        for (const Stretch& cell : stretches[i])
            out.back().emplace_back(lines[i].substr(cell.begin, cell.end - cell.begin));
        out.back().resize(width);
    }
    return out;
}

}  // namespace stet
