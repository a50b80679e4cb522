// Tables of contents and tables: takes lines, finds stretches that are set in columns.
#include <algorithm>
#include <charconv>
#include <optional>
#include <span>

#include "readers/plain_text_stages.hpp"

namespace stet::plain_text {

namespace {

std::string_view text_of(std::string_view source, const Line& line) {
    return source.substr(line.text.begin, line.text.size());
}

std::string_view last_word(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\t' && text[at - 1] != '.') --at;
    return text.substr(at);
}

/// An entry of a table of contents: a line with leaders, or with a wide gap before its page number.
struct Entry {
    std::size_t line = 0;
    int page = -1;
    bool leader = false;
};

/// Whether a text has leaders: four points on end (blanks between allowed) or two ellipses.
bool has_leader(std::string_view text) {
    std::uint32_t points = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '.') {
            if (++points >= 4) return true;
        } else if (text.substr(at).starts_with("…")) {
            points += 2;
            if (points >= 4) return true;
            at += 2;
        } else if (text[at] != ' ') {
            points = 0;
        } else if (at > 0 && text[at - 1] == ' ') {
            points = 0;
        }
    }
    return false;
}

std::optional<Entry> entry_of(std::string_view source, const std::vector<Line>& lines, std::size_t i) {
    const Line& line = lines[i];
    if (line.role != LineRole::body || line.text.size() > 600) return std::nullopt;
    const std::string_view text = text_of(source, line);
    Entry entry{i, page_number(last_word(text)), has_leader(text)};
    if (entry.leader) return entry;
    if (line.wide_gaps == 0 || entry.page < 0) return std::nullopt;
    const std::vector<Cell> cells = cells_of(source, line, 3);
    if (cells.size() < 2 || cells.size() > 3) return std::nullopt;
    const Span last = cells.back().text;
    if (page_number(source.substr(last.begin, last.size())) != entry.page) return std::nullopt;
    return entry;
}

/// Marks tables of contents.
class ContentsFinder {
public:
    ContentsFinder(std::string_view source, std::vector<Line>& lines) : source_(source), lines_(lines) {}

    void mark() {
        std::vector<Entry> stretch;
        std::size_t between = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].role == LineRole::furniture) continue;
            const std::optional<Entry> entry = entry_of(source_, lines_, i);
            if (!entry) {
                ++between;
                continue;
            }
            if (!stretch.empty() && (between > 3 || lines_[i].number - lines_[stretch.back().line].number > 40))
                close(stretch);
            between = 0;
            stretch.push_back(*entry);
        }
        close(stretch);
    }

private:
    void close(std::vector<Entry>& stretch) {
        while (!stretch.empty() && !stretch.back().leader && stretch.size() > 1 && !keeps_on(stretch))
            stretch.pop_back();
        if (is_contents(stretch)) mark_stretch(stretch);
        stretch.clear();
    }

    /// Whether a last entry without leaders still goes with those before it: same page or a later one, nearby.
    static bool keeps_on(const std::vector<Entry>& stretch) {
        const int before = stretch[stretch.size() - 2].page;
        return before < 0 || (stretch.back().page >= before && stretch.back().page <= before + 60);
    }

    static bool is_contents(const std::vector<Entry>& stretch) {
        std::size_t leaders = 0;
        std::size_t numbered = 0;
        std::size_t pairs = 0;
        std::size_t ascending = 0;
        int last = -1;
        int widest_step = 0;
        for (const Entry& entry : stretch) {
            if (entry.leader) ++leaders;
            if (entry.page < 0) continue;
            ++numbered;
            if (last >= 0) {
                ++pairs;
                if (entry.page >= last) ++ascending;
                widest_step = std::max(widest_step, entry.page - last);
            }
            last = entry.page;
        }
        if (numbered < 3 || ascending * 5 < pairs * 4) return false;
        if (leaders >= 4 && leaders * 2 >= stretch.size()) return numbered * 3 >= stretch.size();
        return numbered >= 8 && ascending == pairs && stretch.front().page <= 20 && widest_step <= 40 && last >= 10;
    }

    void mark_stretch(const std::vector<Entry>& stretch) {
        const std::size_t first = stretch.front().line;
        for (std::size_t i = first; i <= stretch.back().line; ++i)
            if (lines_[i].role == LineRole::body) lines_[i].role = LineRole::contents;
        std::size_t top = first;
        while (top > 0 && is_wrapped_start(top)) lines_[--top].role = LineRole::contents;
        for (int headings = 0; headings < 2 && top > 0 && is_heading_above(top); ++headings) {
            // The heading of the contents and below it that of their columns; what stands apart above is the title
            // page's.
            if (headings > 0 && lines_[top].number > lines_[top - 1].number + 1) break;
            lines_[--top].role = LineRole::contents;
        }
    }

    /// The line above the first entry is its beginning: no blank line between, no end of a sentence.
    bool is_wrapped_start(std::size_t top) const {
        const Line& above = lines_[top - 1];
        const Line& line = lines_[top];
        if (above.role != LineRole::body || above.page != line.page || above.number + 1 != line.number) return false;
        const std::string_view text = text_of(source_, above);
        return line.indent > above.indent + 1 && text.back() != '.' && text.back() != ':' && above.indent < 20;
    }

    bool is_heading_above(std::size_t top) const {
        const Line& above = lines_[top - 1];
        const Line& line = lines_[top];
        if (above.role != LineRole::body || above.page != line.page || line.number - above.number > 6) return false;
        const std::string_view text = text_of(source_, above);
        const Label label = label_at(text);
        if (label.shape != LabelShape::none && label.shape != LabelShape::hashes) return false;
        if (text.size() > 60 || text.back() == '.' || text.back() == ',' || text.back() == ';') return false;
        if (std::any_of(text.begin(), text.end(), is_digit)) return false;  // a date of the title page, say
        return std::count(text.begin(), text.end(), ' ') < static_cast<std::ptrdiff_t>(above.indent) + 8;
    }

    std::string_view source_;
    std::vector<Line>& lines_;
};

/// Columns without text between two cells of a line.
struct Gap {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// Gaps of at least two blanks; the one after a label and two blanks behind a sentence, as typists set them, are none.
std::vector<Gap> gaps_of(std::string_view source, const Line& line) {
    const Label label = label_at(text_of(source, line));
    const std::vector<Cell> cells = cells_of(source, line, 2);
    std::vector<Gap> gaps;
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
        const bool after_label = i == 0 && label.shape != LabelShape::none && !label.alone &&
                                 cells[0].text.end <= line.text.begin + label.size;
        const bool after_sentence =
            cells[i + 1].begin == cells[i].end + 2 && ends_sentence_mark(source[cells[i].text.end - 1]);
        if (!after_label && !after_sentence) gaps.push_back({cells[i].end, cells[i + 1].begin});
    }
    return gaps;
}

bool could_be_row(const Line& line) {
    return line.role == LineRole::body && line.text.size() <= 2000 && (line.wide_gaps > 0 || line.narrow_gaps > 1);
}

/// A line with the tabs and blanks around it.
Span whole_line(std::string_view source, const Line& line) {
    Span out = line.text;
    while (out.begin > 0 && (source[out.begin - 1] == '\t' || source[out.begin - 1] == ' ')) --out.begin;
    while (out.end < source.size() && (source[out.end] == '\t' || source[out.end] == ' ')) ++out.end;
    return out;
}

/// Tabs by which a line is cut into columns; 0 where blanks part columns too.
std::size_t tabs_in(std::string_view source, const Line& line) {
    const Span whole = whole_line(source, line);
    const std::string_view text = source.substr(whole.begin, whole.size());
    if (text.find("  ") != std::string_view::npos) return 0;
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\t'));
}

/// Gaps that two lines have in common, at least two columns wide.
std::vector<Gap> common_gaps(const std::vector<Gap>& a, const std::vector<Gap>& b) {
    std::vector<Gap> common;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        const Gap both{std::max(a[i].begin, b[j].begin), std::min(a[i].end, b[j].end)};
        if (both.end >= both.begin + 2) common.push_back(both);
        a[i].end < b[j].end ? ++i : ++j;
    }
    return common;
}

/// A line drawn with hyphens or equals signs, as below the heads of typed tables.
bool is_drawn(std::string_view text) {
    constexpr std::size_t shortest = 5;
    return text.size() >= shortest && text.find_first_not_of("-=+| \t") == std::string_view::npos &&
           text.find_first_of("-=") != std::string_view::npos;
}

/// Marks tables line by line, keeping the rows of the table that is open.
class TableFinder {
public:
    TableFinder(std::string_view source, std::vector<Line>& lines) : source_(source), lines_(lines) {}

    void mark() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const Line& line = lines_[i];
            if (line.role == LineRole::furniture) continue;
            if (line.role != LineRole::body) {
                close();
                continue;
            }
            if (is_drawn(text_of(source_, line))) {
                drawn(i);
                continue;
            }
            std::vector<Gap> gaps;
            if (could_be_row(line)) gaps = gaps_of(source_, line);
            if (gaps.empty())
                single(i);
            else
                row(i, std::move(gaps));
        }
        close();
    }

private:
    std::uint32_t blank_lines(std::size_t from, std::size_t to) const {
        std::uint32_t blanks = lines_[to].number - lines_[from].number - static_cast<std::uint32_t>(to - from);
        for (std::size_t i = from + 1; i < to; ++i)
            if (lines_[i].role == LineRole::furniture) blanks = 0;
        return blanks;
    }

    void row(std::size_t i, std::vector<Gap> gaps) {
        const std::size_t tabs = tabs_in(source_, lines_[i]);
        const bool tabbed_alike = tabs > 0 && tabs == tabs_ && pending_.empty();
        if (!rows_.empty() && !(tabbed_alike && blank_lines(rows_.back(), i) == 0)) {
            const std::vector<Gap> common = common_gaps(gaps_, gaps);
            const std::size_t last = pending_.empty() ? rows_.back() : pending_.back();
            if (common.empty() || blank_lines(last, i) > 2 || !fits_pending(common) || pending_is_title(i) ||
                begins_another(i, gaps))
                close();
        }
        if (!rows_.empty()) tight_ = pending_.empty() && blank_lines(rows_.back(), i) == 0;
        for (const std::size_t line : pending_) lines_in_table_.push_back(line);
        pending_.clear();
        if (rows_.empty()) lines_in_table_.clear();
        even_ = rows_.empty() || (even_ && tight_ && is_set_as(rows_.back(), i, gaps));
        rows_.push_back(i);
        lines_in_table_.push_back(i);
        many_gaps_ += gaps.size() >= 3 ? 1 : 0;
        gaps_ = std::move(gaps);
        tabs_ = tabs;
    }

    /// A line without gaps inside a table: waits for the next row to say whether it is a cell's second line.
    void single(std::size_t i) {
        if (rows_.empty()) return;
        const std::size_t last = pending_.empty() ? rows_.back() : pending_.back();
        const bool title = blank_lines(last, i) > 0 && is_title(i);
        if (title || pending_.size() >= 3 || blank_lines(last, i) > 1 || lines_[i].page != lines_[last].page) {
            close();
            return;
        }
        pending_.push_back(i);
    }

    /// A drawn line among rows parts none of them.
    void drawn(std::size_t i) {
        if (rows_.empty()) return;
        const std::size_t last = drawn_.empty() ? lines_in_table_.back() : drawn_.back();
        if (!pending_.empty() || blank_lines(std::max(last, rows_.back()), i) > 0)
            close();
        else
            drawn_.push_back(i);
    }

    /// Whether a row is indented like the one before it and has as many gaps.
    bool is_set_as(std::size_t last, std::size_t i, const std::vector<Gap>& gaps) const {
        return gaps.size() == gaps_.size() && lines_[i].indent == lines_[last].indent;
    }

    /// Behind a blank line below rows all set alike stands one that is set otherwise in both: another table.
    bool begins_another(std::size_t i, const std::vector<Gap>& gaps) const {
        return rows_.size() >= 3 && even_ && pending_.empty() && blank_lines(rows_.back(), i) > 0 &&
               gaps.size() != gaps_.size() && lines_[i].indent != lines_[rows_.back()].indent;
    }

    /// The lines since the last row stand apart above and below, in a table that has no blank lines: a new table's
    /// title.
    bool pending_is_title(std::size_t i) const {
        if (pending_.empty() || !tight_) return false;
        return blank_lines(rows_.back(), pending_.front()) > 0 && blank_lines(pending_.back(), i) > 0;
    }

    /// Three words or more in capitals: the title of the next table.
    bool is_title(std::size_t i) const {
        const std::string_view text = text_of(source_, lines_[i]);
        return all_capitals(text, 10) && std::count(text.begin(), text.end(), ' ') >= 2;
    }

    bool leaves_open(std::size_t i, const std::vector<Gap>& gaps) const {
        const Line& line = lines_[i];
        return std::any_of(gaps.begin(), gaps.end(),
                           [&](const Gap& gap) { return line.end + 2 <= gap.end || line.indent >= gap.begin + 2; });
    }

    bool fits_pending(const std::vector<Gap>& common) const {
        return std::all_of(pending_.begin(), pending_.end(), [&](std::size_t i) {
            const std::string_view text = text_of(source_, lines_[i]);
            return leaves_open(i, common) && label_at(text).shape != LabelShape::hashes;
        });
    }

    void close() {
        const bool enough = rows_.size() >= 3 || (rows_.size() == 2 && many_gaps_ == 2);
        if (enough) {
            ++tables_;
            keep_trailing_cells();
            for (const std::size_t i : lines_in_table_) {
                lines_[i].role = LineRole::table;
                lines_[i].table = tables_;
            }
            for (const std::size_t i : drawn_) lines_[i].role = LineRole::furniture;
        }
        rows_.clear();
        lines_in_table_.clear();
        pending_.clear();
        drawn_.clear();
        gaps_.clear();
        tabs_ = 0;
        many_gaps_ = 0;
        tight_ = false;
        even_ = false;
    }

    /// Lines after the last row that stand right of its first column and directly below.
    void keep_trailing_cells() {
        std::size_t last = rows_.back();
        for (const std::size_t i : pending_) {
            if (lines_[i].number != lines_[last].number + 1 || lines_[i].indent + 2 < gaps_.front().end) break;
            lines_in_table_.push_back(i);
            last = i;
        }
    }

    std::string_view source_;
    std::vector<Line>& lines_;
    std::vector<std::size_t> rows_;            ///< lines with gaps
    std::vector<std::size_t> lines_in_table_;  ///< these and the cells' further lines
    std::vector<std::size_t> pending_;         ///< lines without gaps after the last row
    std::vector<std::size_t> drawn_;           ///< lines drawn between rows or below the last
    std::vector<Gap> gaps_;                    ///< of the last row
    std::size_t tabs_ = 0;                     ///< in the last row
    std::size_t many_gaps_ = 0;                ///< rows with at least three
    bool tight_ = false;                       ///< no blank line between the last two rows
    bool even_ = false;                        ///< all rows so far set alike, without blank lines
    std::uint32_t tables_ = 0;
};

/// Columns at which a table's cells begin, by the blank columns that almost all its rows share.
std::vector<std::uint32_t> column_starts(const std::vector<std::vector<Cell>>& rows) {
    constexpr std::uint32_t widest = 2000;
    std::vector<std::int32_t> change(widest + 2, 0);
    std::int32_t counted = 0;
    for (const std::vector<Cell>& row : rows) {
        if (row.size() < 2) continue;
        ++counted;
        for (const Cell& cell : row) {
            ++change[std::min(cell.begin, widest)];
            --change[std::min(cell.end, widest + 1)];
        }
    }
    const std::int32_t allowed = counted / 12;
    std::vector<std::uint32_t> starts;
    std::int32_t depth = 0;
    bool inside = false;
    for (std::uint32_t column = 0; column <= widest; ++column) {
        depth += change[column];
        if (!inside && depth > allowed) starts.push_back(column);
        inside = depth > allowed;
    }
    if (starts.empty()) starts.push_back(0);
    return starts;
}

/// The parts of "Step 1 Step 2 Step 3": one word, and a number that rises by one; empty where a text is no such row.
std::vector<Span> counted_titles(std::string_view text) {
    constexpr std::size_t fewest = 3;
    std::vector<Span> parts;
    std::string_view noun;
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t blank = text.find(' ', at);
        if (blank == std::string_view::npos) return {};
        const std::size_t end = std::min(text.find(' ', blank + 1), text.size());
        const std::string_view word = text.substr(at, blank - at);
        const std::string_view figure = text.substr(blank + 1, end - blank - 1);
        std::uint32_t counted = 0;
        const auto read = std::from_chars(figure.data(), figure.data() + figure.size(), counted);
        const bool whole = read.ec == std::errc() && read.ptr == figure.data() + figure.size() && !figure.empty();
        if (!whole || (!parts.empty() && (word != noun || counted != number + 1))) return {};
        noun = word;
        number = counted;
        parts.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
        at = end + 1;
    }
    return parts.size() < fewest ? std::vector<Span>() : parts;
}

/// Titles set so close that single blanks part them are cells of their own.
void part_counted_titles(std::string_view source, std::vector<Cell>& row) {
    std::vector<Cell> out;
    for (const Cell& cell : row) {
        const std::string_view text = source.substr(cell.text.begin, cell.text.size());
        const bool even = cell.end - cell.begin == text.size();  // a column a byte
        const std::vector<Span> parts = even ? counted_titles(text) : std::vector<Span>();
        for (const Span& part : parts)
            out.push_back({{cell.text.begin + part.begin, cell.text.begin + part.end},
                           cell.begin + part.begin,
                           cell.begin + part.end});
        if (parts.empty()) out.push_back(cell);
    }
    row = std::move(out);
}

/// The column that holds most of a cell.
std::size_t column_of(const Cell& cell, const std::vector<std::uint32_t>& starts) {
    const std::uint32_t middle = cell.begin + (cell.end - cell.begin) / 2;
    const auto after = std::upper_bound(starts.begin(), starts.end(), std::max(middle, starts.front()));
    return static_cast<std::size_t>(after - starts.begin()) - 1;
}

/// The cells of rows that are all cut by as many tabs, set as wide as one another; nothing for other tables.
std::optional<std::vector<std::vector<Cell>>> cells_by_tabs(std::string_view source,
                                                            std::span<const Line* const> rows) {
    const std::size_t tabs = tabs_in(source, *rows.front());
    if (tabs == 0) return std::nullopt;
    std::size_t indent = tabs;  // tabs in front of all rows
    for (const Line* row : rows) {
        if (tabs_in(source, *row) != tabs) return std::nullopt;
        const auto begin = source.begin() + whole_line(source, *row).begin;
        const auto text = source.begin() + row->text.begin;
        indent = std::min(indent, static_cast<std::size_t>(std::count(begin, text, '\t')));
    }
    constexpr std::uint32_t width = 4;
    std::vector<std::vector<Cell>> out;
    for (const Line* row : rows) {
        std::vector<Cell>& cells = out.emplace_back();
        const Span whole = whole_line(source, *row);
        std::uint32_t begin = whole.begin;
        for (std::uint32_t column = 0; column <= tabs; ++column) {
            const std::size_t size = source.substr(begin, whole.end - begin).find('\t');
            const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(size, whole.end - begin)) + begin;
            const auto place = static_cast<std::uint32_t>(column - indent) * width;
            if (column >= indent) cells.push_back({{begin, end}, place, place + width / 2});
            begin = std::min(end + 1, whole.end);
        }
    }
    return out;
}

Block table_row(std::string_view source, const Line& line, const std::vector<Cell>& cells,
                const std::vector<std::uint32_t>& starts) {
    Block block;
    block.kind = BlockKind::table_row;
    block.indent = static_cast<std::uint16_t>(std::min(line.indent, 0xffffu));
    block.table = line.table;
    std::string text;
    std::size_t column = 0;
    std::uint32_t cell_begin = 0;
    const auto next_cell = [&] {
        block.cells.push_back({cell_begin, static_cast<std::uint32_t>(text.size())});
        text.push_back('\t');
        cell_begin = static_cast<std::uint32_t>(text.size());
        ++column;
    };
    for (const Cell& cell : cells) {
        const std::size_t wanted = column_of(cell, starts);
        while (column < wanted) next_cell();
        if (text.size() > cell_begin) text.push_back(' ');
        append_folded(text, source.substr(cell.text.begin, cell.text.size()));
    }
    while (column + 1 < starts.size()) next_cell();
    block.cells.push_back({cell_begin, static_cast<std::uint32_t>(text.size())});
    append_run(block, text, {});
    block.fragments.push_back({0, line.number, line.number, line.text});
    return block;
}

}  // namespace

void mark_contents(std::string_view source, std::vector<Line>& lines) {
    ContentsFinder(source, lines).mark();
}

void mark_tables(std::string_view source, std::vector<Line>& lines) {
    TableFinder(source, lines).mark();
}

void append_table_rows(std::string_view source, const std::vector<Line>& lines, std::size_t begin, std::size_t end,
                       std::vector<Block>& blocks) {
    std::vector<const Line*> table;
    for (std::size_t i = begin; i < end; ++i)
        if (lines[i].role == LineRole::table) table.push_back(&lines[i]);
    if (table.empty()) return;
    std::vector<std::vector<Cell>> rows;
    if (auto tabbed = cells_by_tabs(source, table))
        rows = std::move(*tabbed);
    else
        for (const Line* line : table) {
            rows.push_back(cells_of(source, *line, 2));
            part_counted_titles(source, rows.back());
        }
    const std::vector<std::uint32_t> starts = column_starts(rows);
    for (std::size_t row = 0; row < table.size(); ++row)
        blocks.push_back(table_row(source, *table[row], rows[row], starts));
}

}  // namespace stet::plain_text
