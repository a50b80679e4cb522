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

/// Whether a line of dashes reaches over all columns.
bool spans(std::string_view rule, const Columns& columns) {
    const std::size_t end = rule.find_last_of('-');
    return rule.find('-') < columns.begins[1] && end != std::string_view::npos && end >= columns.begins.back();
}

bool ends_paragraph(const Source& source, std::uint32_t line) {
    return line == source.line_count() || is_blank_line(source.line(line + 1));
}

/// What stands between two blank lines or lines of dashes.
class Words {
public:
    explicit Words(const Columns& columns) : columns_(columns), filled_(columns.begins.size(), false) {}

    /// False where a word stands across a border.
    bool add(std::string_view line) {
        const auto cells = cut(line, columns_.begins);
        for (std::size_t i = 0; i < cells.size(); ++i) filled_[i] = filled_[i] || !cells[i].empty();
        return !cells.empty();
    }
    void clear() { filled_.assign(filled_.size(), false); }
    bool any() const { return std::find(filled_.begin(), filled_.end(), true) != filled_.end(); }
    /// A line of text, or a list of one name below another: nothing stands beside it.
    bool are_alone() const {
        return !filled_.empty() && filled_[0] && std::find(filled_.begin() + 1, filled_.end(), true) == filled_.end();
    }

private:
    const Columns& columns_;
    std::vector<bool> filled_;
};

/// The last line of a table whose title stands over `columns.rule`; 0 where it is none.
std::uint32_t titled_end(const Source& source, std::uint32_t first, const Columns& columns) {
    Words words(columns);
    if (!words.add(source.line(first)) || words.are_alone()) return 0;
    std::uint32_t last = 0;
    for (std::uint32_t line = columns.rule + 1; line <= source.line_count(); ++line) {
        const std::string_view text = source.line(line);
        if (is_blank_line(text)) break;
        if (is_rule(text) && spans(text, columns)) return last == 0 ? 0 : line;
        if (!is_rule(text) && !words.add(text)) return 0;
        last = line;
    }
    return last;
}

}  // namespace

GridLines find_ruled(const Source& source, std::uint32_t first, bool may_open_frame) {
    GridLines found;
    const bool framed = is_rule(source.line(first));
    if (framed && !may_open_frame) return found;
    const Columns columns = columns_at(source, first);
    if (columns.rule == 0) return found;
    if (!framed) return {titled_end(source, first, columns), 0};
    const bool titled = columns.rule > first;
    Words words(columns);
    for (std::uint32_t line = first + 1; line < columns.rule; ++line)
        if (!words.add(source.line(line))) return found;
    words.clear();
    bool any = false;
    for (std::uint32_t line = columns.rule + 1; line <= source.line_count(); ++line) {
        const std::string_view text = source.line(line);
        found.seen = line - first;
        const bool rule = is_rule(text);
        if (rule || is_blank_line(text)) {
            if (!titled && words.are_alone()) return found;
            any = any || words.any();
            words.clear();
            if (!rule) continue;
            if (!any || !spans(text, columns)) return found;
            if (!ends_paragraph(source, line)) continue;
            found.last = line;
            return found;
        }
        if (!words.add(text)) return found;
    }
    return found;
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
