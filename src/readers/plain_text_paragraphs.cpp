// Paragraphs: takes lines with their roles, decides where headings, paragraphs and list items begin, gives blocks.
#include <algorithm>
#include <cstdlib>

#include "readers/plain_text_stages.hpp"
#include "text/utf8.hpp"

namespace stet::plain_text {

namespace {

std::string_view text_of(std::string_view source, const Line& line) {
    return source.substr(line.text.begin, line.text.size());
}

/// The last character that is no closing quote or bracket, as a byte; 0 where there is none.
char last_mark(std::string_view text) {
    for (;;) {
        if (text.empty()) return 0;
        if (text.back() == '"' || text.back() == '\'' || text.back() == ')' || text.back() == ']') {
            text.remove_suffix(1);
        } else if (text.ends_with("”") || text.ends_with("’")) {
            text.remove_suffix(3);
        } else {
            return text.back();
        }
    }
}

bool ends_sentence(std::string_view text) {
    const char mark = last_mark(text);
    return mark == '.' || mark == ':' || mark == ';' || mark == '?' || mark == '!';
}

/// Ends with a comma, or with "and" or "or" after one.
bool ends_clause(std::string_view text) {
    if (text.ends_with(" and"))
        text.remove_suffix(4);
    else if (text.ends_with(" or"))
        text.remove_suffix(3);
    return !text.empty() && (text.back() == ',' || text.back() == ';');
}

/// First letter or digit of a text, opening quotes and brackets passed over; 0 where another character comes first.
char opening(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '"' || text[at] == '\'' || text[at] == '(' || text[at] == '[')
            ++at;
        else if (text.substr(at).starts_with("“") || text.substr(at).starts_with("‘"))
            at += 3;
        else
            return is_letter(text[at]) || is_digit(text[at]) ? text[at] : '\0';
    }
    return 0;
}

/// A text without the blanks and dashes that it begins with.
std::string_view after_blanks(std::string_view text) {
    while (!text.empty()) {
        if (const std::uint32_t blank = blank_size(text, 0); blank > 0)
            text.remove_prefix(blank);
        else if (text[0] == '-')
            text.remove_prefix(1);
        else if (text.starts_with("–") || text.starts_with("—"))
            text.remove_prefix(3);
        else
            break;
    }
    return text;
}

bool starts_lower(std::string_view text) {
    return !text.empty() && is_lower(opening(text));
}

bool ends_with_dash(std::string_view text) {
    return text.ends_with("–") || text.ends_with("—") || text.ends_with(" -");
}

bool is_form_line(std::string_view text) {
    return text.find("___") != std::string_view::npos;
}

/// "Art. 4 (Float) …" and "Art. 6 (Rest) …": the same words in front of a number.
bool opens_alike(std::string_view first, std::string_view line) {
    constexpr std::size_t longest = 20;
    const std::size_t number = line.substr(0, longest).find_first_of("0123456789");
    if (number == std::string_view::npos || number < 3 || !is_upper(line.front()) || line[number - 1] != ' ')
        return false;
    return first.size() > number && is_digit(first[number]) && first.substr(0, number) == line.substr(0, number);
}

/// How far apart two indentations may be and still be the same.
constexpr std::uint32_t jitter = 2;

bool same_indent(std::uint32_t a, std::uint32_t b) {
    return a <= b + jitter && b <= a + jitter;
}

/// The right edge of the prose around each line, told by lines that certainly wrap: the next begins in lower case.
/// That of its page, or of the whole text where the page has too few such lines.
class Margins {
public:
    Margins(std::string_view source, const std::vector<Line>& lines) : of_line_(lines.size(), 0) {
        std::vector<std::uint32_t> all;
        std::vector<std::uint32_t> wrapped;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].role == LineRole::body && lines[i].indent < 40) all.push_back(std::min(lines[i].end, 400u));
            if (!wraps(source, lines, i)) continue;
            of_line_[i] = std::min(lines[i].end, 400u);
            wrapped.push_back(of_line_[i]);
        }
        const std::uint32_t usual = wrapped.size() >= 3 ? edge(wrapped)
                                    : all.size() >= 6   ? std::max(edge(all), 60u)
                                                        : 80;
        for (std::size_t begin = 0; begin < lines.size();) {
            std::size_t end = begin;
            wrapped.clear();
            for (; end < lines.size() && end - begin < 60 && lines[end].page == lines[begin].page; ++end)
                if (of_line_[end] > 0) wrapped.push_back(of_line_[end]);
            std::fill(of_line_.begin() + static_cast<std::ptrdiff_t>(begin),
                      of_line_.begin() + static_cast<std::ptrdiff_t>(end), wrapped.size() >= 3 ? edge(wrapped) : usual);
            begin = end;
        }
        for (std::size_t begin = 0; begin < lines.size();) begin = narrow(source, lines, begin);
    }

    std::uint32_t operator[](std::size_t line) const { return of_line_[line]; }

private:
    static bool wraps(std::string_view source, const std::vector<Line>& lines, std::size_t i) {
        if (i + 1 >= lines.size() || lines[i].role != LineRole::body || lines[i + 1].role != LineRole::body)
            return false;
        if (lines[i + 1].number != lines[i].number + 1 || lines[i + 1].page != lines[i].page) return false;
        const std::string_view next = text_of(source, lines[i + 1]);
        if (!is_lower(next.front()) || label_at(next).shape != LabelShape::none) return false;
        return lines[i].end > 40 && !ends_sentence(text_of(source, lines[i]));
    }

    /// Gives lines without a blank line between, set narrower than their page, an edge of their own where two of them
    /// agree on it. Returns the line after them.
    std::size_t narrow(std::string_view source, const std::vector<Line>& lines, std::size_t begin) {
        std::size_t end = begin;
        std::uint32_t widest = 0;
        std::uint32_t second = 0;
        do {
            const Line& line = lines[end];
            const std::string_view text = text_of(source, line);
            const bool prose = line.role == LineRole::body && line.end >= line.indent + 50 && !ends_sentence(text) &&
                               (end == begin || label_at(text).shape == LabelShape::none);
            if (prose && line.end > widest) {
                second = widest;
                widest = line.end;
            } else if (prose) {
                second = std::max(second, line.end);
            }
            ++end;
        } while (end < lines.size() && lines[end].number == lines[end - 1].number + 1 &&
                 lines[end].page == lines[begin].page && lines[end].role == LineRole::body);
        const std::uint32_t edge = of_line_[begin];
        const bool agree = widest > 0 && second * 100 >= widest * 94;
        if (agree && widest * 100 < edge * 92 && widest * 100 >= edge * 60)
            std::fill(of_line_.begin() + static_cast<std::ptrdiff_t>(begin),
                      of_line_.begin() + static_cast<std::ptrdiff_t>(end), widest);
        return end;
    }

    /// The width that one line in eight passes.
    static std::uint32_t edge(std::vector<std::uint32_t>& widths) {
        const auto rank = static_cast<std::ptrdiff_t>(widths.size() / 8);
        std::nth_element(widths.begin(), widths.begin() + rank, widths.end(), std::greater<>());
        return widths[static_cast<std::size_t>(rank)];
    }

    std::vector<std::uint32_t> of_line_;
};

/// Groups body lines into paragraphs.
class ParagraphBuilder {
public:
    ParagraphBuilder(std::string_view source, const std::vector<Line>& lines)
        : source_(source), lines_(lines), margins_(source, lines) {}

    std::vector<Block> build() {
        for (std::size_t i = 0; i < lines_.size();) {
            switch (lines_[i].role) {
                case LineRole::furniture:
                    furniture(i++);
                    break;
                case LineRole::contents:
                    contents(i++);
                    break;
                case LineRole::table:
                    i = table(i);
                    break;
                case LineRole::body:
                    body(i++);
                    break;
            }
        }
        close();
        return std::move(blocks_);
    }

private:
    std::string_view text(std::size_t i) const { return text_of(source_, lines_[i]); }

    Block plain_block(std::size_t i, BlockKind kind) const {
        const Line& line = lines_[i];
        Block block;
        block.kind = kind;
        block.indent = static_cast<std::uint16_t>(std::min(line.indent, 0xffffu));
        std::string folded;
        append_folded(folded, text(i));
        append_run(block, folded, {});
        block.fragments.push_back({0, line.number, line.number, line.text});
        return block;
    }

    void furniture(std::size_t i) {
        (open_.lines.empty() ? blocks_ : held_back_).push_back(plain_block(i, BlockKind::furniture));
        furniture_since_ = true;
    }

    void contents(std::size_t i) {
        close();
        blocks_.push_back(plain_block(i, BlockKind::contents));
    }

    std::size_t table(std::size_t i) {
        close();
        std::size_t end = i;
        while (end < lines_.size() && (lines_[end].role == LineRole::furniture ||
                                       (lines_[end].role == LineRole::table && lines_[end].table == lines_[i].table)))
            ++end;
        while (lines_[end - 1].role == LineRole::furniture) --end;
        std::vector<Block> rows;
        append_table_rows(source_, lines_, i, end, rows);
        std::size_t row = 0;
        for (std::size_t at = i; at < end; ++at)
            blocks_.push_back(lines_[at].role == LineRole::table ? std::move(rows[row++])
                                                                 : plain_block(at, BlockKind::furniture));
        return end;
    }

    /// The paragraph that is being read.
    struct Open {
        std::vector<std::size_t> lines;
        Label label;
        BlockKind kind = BlockKind::paragraph;
        std::uint8_t depth = 0;
        std::uint32_t indent = 0;       ///< of the first line
        std::uint32_t text_column = 0;  ///< of what follows the label
        bool capitals = false;          ///< a heading in capitals
    };

    /// A level of nested list items.
    struct Level {
        std::uint32_t indent = 0;
        int kind = 0;
    };

    void body(std::size_t i) {
        const Label label = label_at(text(i));
        if (!open_.lines.empty() && continues(i, label)) {
            open_.lines.push_back(i);
        } else {
            close();
            open(i, label);
        }
        furniture_since_ = false;
    }

    // --- does a line go on with the open paragraph? ---

    std::size_t previous() const { return open_.lines.back(); }

    /// Columns left at the right of the last line.
    std::uint32_t room() const {
        const std::uint32_t margin = margins_[previous()];
        const std::uint32_t end = lines_[previous()].end;
        return margin > end ? margin - end : 0;
    }

    /// The line was broken though the next word had room: the break is meant. `slack` in percent of the margin.
    bool broken_early(std::size_t i, std::uint32_t slack) const {
        return room() > first_word_width(text(i)) + 1 + margins_[previous()] * slack / 100;
    }

    /// The last line reaches only over a part of the page's width.
    bool short_line(std::uint32_t percent) const {
        return lines_[previous()].end * 100 < margins_[previous()] * percent;
    }

    /// Column at which a further line of the open paragraph is expected.
    std::uint32_t body_indent() const {
        if (open_.lines.size() > 1) return lines_[previous()].indent;
        return open_.kind == BlockKind::list_item ? open_.text_column : open_.indent;
    }

    /// Nothing but a list label has been read yet; its text is to come.
    bool is_bare_label() const {
        return open_.label.alone && open_.lines.size() == 1 && open_.kind == BlockKind::list_item;
    }

    bool crosses_page(std::size_t i) const { return furniture_since_ || lines_[i].page != lines_[previous()].page; }

    bool continues(std::size_t i, const Label& label) {
        if (label.shape == LabelShape::hashes) return false;
        if (open_.kind == BlockKind::heading) return continues_heading(i, label);
        const bool labelled = label.shape != LabelShape::none;
        if (labelled && !is_chance_label(i, label)) return false;
        if (is_heading_line(i, label)) return false;
        if (crosses_page(i)) return continues_over_page(i);
        if (lines_[i].number != lines_[previous()].number + 1) return continues_over_blank(i);
        return continues_directly(i);
    }

    bool continues_heading(std::size_t i, const Label& label) const {
        const std::uint32_t distance = lines_[i].number - lines_[previous()].number;
        if (crosses_page(i) || distance > 2 || label.shape != LabelShape::none || open_.lines.size() > 3) return false;
        const std::string_view line = text(i);
        const bool marked = open_.label.shape == LabelShape::hashes;
        const bool hangs = lines_[i].indent > open_.indent + 3;
        if (distance == 2 && (!marked || !hangs || !(starts_lower(line) || (open_.capitals && all_capitals(line, 2)))))
            return false;
        if (is_unfinished_title(text(previous())) && !ends_sentence(text(previous())) && distance == 1) return true;
        if (open_.capitals && all_capitals(line, 2))
            return lines_[i].end <= margins_[i] + 8 && !is_heading_of_its_own(i);
        if (!marked || ends_sentence(line) || (broken_early(i, 10) && !starts_lower(line))) return false;
        std::uint32_t words = 0;
        return hangs && capitalised_percent(line, words) >= 60;
    }

    /// Capitals after a heading in capitals, but neither below it nor in its middle.
    bool is_heading_of_its_own(std::size_t i) const {
        return open_.label.shape == LabelShape::none && open_.indent <= jitter && lines_[i].indent > open_.indent + 30;
    }

    /// A title that ends with a short word in lower case or a comma goes on in the next line.
    static bool is_unfinished_title(std::string_view line) {
        if (line.back() == ',' || line.back() == '&') return true;
        const std::string_view last = line.substr(line.find_last_of(' ') + 1);
        return last.size() <= 3 && std::all_of(last.begin(), last.end(), is_lower);
    }

    /// A line that is marked as a heading but goes on below as a sentence does.
    bool is_false_heading(std::size_t i) const {
        const std::size_t next = i + 1;
        if (next >= lines_.size() || lines_[next].number != lines_[i].number + 1) return false;
        std::uint32_t words = 0;
        return lines_[next].role == LineRole::body && starts_lower(text(next)) &&
               label_at(text(next)).shape == LabelShape::none && capitalised_percent(text(next), words) < 60;
    }

    /// A line that begins with the shape of a label by chance, as wrapped prose does: "… of Section / 12 of this …".
    bool is_chance_label(std::size_t i, const Label& label) const {
        const std::string_view before = text(previous());
        const bool next_line = lines_[i].number == lines_[previous()].number + 1;
        if (!next_line && !crosses_page(i)) return false;
        if (is_bare_label()) return false;
        if (open_.lines.size() > 1 && !crosses_page(i) && !same_indent(lines_[i].indent, body_indent())) return false;
        if (label.shape == LabelShape::bullet) return is_dash(i) && !ends_sentence(before) && !broken_early(i, 15);
        if (label.shape == LabelShape::word && !label.delimited) return !broken_early(i, 15) || !ends_sentence(before);
        if (label.gap >= 3 || ends_sentence(before)) return false;
        if (label.alone) return ends_with_dash(before) || !broken_early(i, 8);
        const std::string_view rest = text(i).substr(label.size);
        const bool runs_on = starts_lower(after_blanks(rest));
        if (label.shape == LabelShape::word)
            return ends_with_dash(before) || (!broken_early(i, 8) && !goes_on_in_row(i, label));
        if (runs_on && label.shape == LabelShape::parenthesis && label.gap <= 1 && !ends_clause(before))
            return open_.lines.size() > 1 || !same_label_kind(i, label) || !short_line(80);
        if (ends_clause(before) || broken_early(i, 8)) return false;
        return !same_label_kind(i, label);
    }

    /// "Article 9: …" right below the one line "Article 7: …", which no short word ("under") leaves open.
    bool goes_on_in_row(std::size_t i, const Label& label) const {
        const std::string_view first = text(open_.lines.front());
        const std::string_view line = text(i);
        const std::string_view last = first.substr(first.find_last_of(' ') + 1);
        const bool open = last.size() <= 5 && std::all_of(last.begin(), last.end(), is_lower);
        return label.delimited && open_.label.delimited && same_label_kind(i, label) && !open &&
               first.substr(0, first.find(' ')) == line.substr(0, line.find(' '));
    }

    bool is_dash(std::size_t i) const {
        const std::string_view line = text(i);
        return line[0] == '-' || line.starts_with("–") || line.starts_with("—") || line[0] == 'o';
    }

    /// The open paragraph begins with a label of the same shape in the same column, and has hung no line below it.
    bool same_label_kind(std::size_t i, const Label& label) const {
        return open_.lines.size() == 1 && open_.label.shape == label.shape &&
               same_indent(lines_[i].indent, open_.indent);
    }

    bool continues_over_page(std::size_t i) const {
        const std::string_view before = text(previous());
        const std::string_view line = text(i);
        if (is_form_line(before) || is_form_line(line)) return false;
        if (is_bare_label()) return true;
        const bool ended = ends_sentence(before);
        const bool near = lines_[i].indent <= body_indent() + 6 && body_indent() <= lines_[i].indent + 6;
        if (starts_lower(line)) return !ended || near;
        if (short_line(70) || broken_early(i, 12)) return false;
        return !ended || (near && !broken_early(i, 0) && same_indent(lines_[i].indent, body_indent()));
    }

    bool continues_over_blank(std::size_t i) const {
        const std::string_view before = text(previous());
        if (lines_[i].number > lines_[previous()].number + 2 || ends_sentence(before) || is_form_line(before))
            return false;
        const bool level = same_indent(lines_[i].indent, body_indent());
        if (starts_lower(text(i))) return !short_line(60) && (level || open_.lines.size() == 1 || !broken_early(i, 5));
        return level && open_.lines.size() > 1 && is_letter(before.back()) && !broken_early(i, 0);
    }

    bool continues_directly(std::size_t i) const {
        const std::string_view before = text(previous());
        const std::string_view line = text(i);
        if (is_form_line(before) || is_form_line(line)) return false;
        if (is_bare_label()) return true;
        const bool ended = ends_sentence(before);
        const bool lower = starts_lower(line);
        const bool first = open_.lines.size() == 1;
        const bool early = broken_early(i, ended ? 8 : 20);
        const std::uint32_t indent = lines_[i].indent;
        const std::uint32_t expected = body_indent();
        if (ended && opens_alike(text(open_.lines.front()), line)) return false;
        if (last_mark(before) == ':' && early) return false;
        if (first && open_.kind == BlockKind::list_item && !ended && indent > open_.indent + jitter)
            return !early || lower || is_digit(line.front()) || !is_caption(before);
        if (indent > expected + jitter + 1) return (first && !ended && !early) || (lower && !ended);
        if (indent + jitter + 1 < expected && !first) return lower && !ended && !early;
        if (indent + jitter + 1 < expected && open_.label.gap > 1 && ended && !lower) return !broken_early(i, 2);
        if (lower) return !(ended && early) || (!first && last_mark(before) == '.');
        if (ended) return !early;
        return !short_line(60) && !(early && short_line(75));
    }

    /// A list item's first line that is a title and no more: "A. Hours of Work".
    bool is_caption(std::string_view line) const {
        std::uint32_t words = 0;
        const std::uint32_t capitals = capitalised_percent(line.substr(open_.label.size), words);
        return capitals >= 75 && words <= 6 && short_line(60) && is_letter(line.back());
    }

    // --- what kind of paragraph does a line open? ---

    bool parted_above(std::size_t i) const {
        if (i == 0 || open_.lines.empty() || open_.kind == BlockKind::heading) return true;
        const Line& before = lines_[previous()];
        if (lines_[i].number != before.number + 1 || lines_[i].page != before.page) return true;
        return ends_sentence(text(previous())) || short_line(60);
    }

    /// The next line that is not furniture, or the end.
    std::size_t next_line(std::size_t i) const {
        std::size_t next = i + 1;
        while (next < lines_.size() && lines_[next].role == LineRole::furniture) ++next;
        return next;
    }

    bool parted_below(std::size_t i, const Label& label) const {
        const std::size_t next = next_line(i);
        if (next >= lines_.size() || lines_[next].number != lines_[i].number + 1) return true;
        if (lines_[next].role != LineRole::body) return true;
        const std::string_view after = text(next);
        if (is_list_shape(label_at(after).shape) && !broken_before(i, next)) return true;
        if (starts_lower(after)) return false;
        const std::uint32_t margin = margins_[i];
        const std::uint32_t left = margin > lines_[i].end ? margin - lines_[i].end : 0;
        const std::uint32_t slack = label.shape == LabelShape::none ? margin / 5 : margin / 12;
        return left > first_word_width(after) + 1 + slack;
    }

    /// The line is full and ends in the middle of a sentence.
    bool broken_before(std::size_t i, std::size_t next) const {
        const bool full = lines_[i].end + first_word_width(text(next)) + 1 > margins_[i];
        return full && !ends_sentence(text(i));
    }

    /// A line that stands alone and reads like a title.
    bool is_heading_line(std::size_t i, const Label& label) const {
        const std::string_view line = text(i);
        if (line.size() > 160 || is_form_line(line)) return false;
        switch (label.shape) {
            case LabelShape::hashes:
                return !is_false_heading(i);
            case LabelShape::none:
                return is_capital_heading(i) || is_title_heading(i, label);
            case LabelShape::word:
                return label.delimited && parted_above(i) && !is_in_list(i, label) && is_labelled_title(i, label);
            case LabelShape::decimal:
                return parted_above(i) && is_labelled_title(i, label);
            default:
                return false;
        }
    }

    bool is_capital_heading(std::size_t i) const {
        const std::string_view line = text(i);
        if (!all_capitals(line, 4) || last_mark(line) == '.' || last_mark(line) == ';') return false;
        if (!parted_above(i) || stands_right(i)) return false;
        const std::size_t next = next_line(i);
        const bool in_heading = next < lines_.size() && lines_[next].number == lines_[i].number + 1 &&
                                lines_[next].role == LineRole::body && all_capitals(text(next), 2);
        return in_heading || (line.back() != ',' && parted_below(i, {}));
    }

    /// Set at the right edge, as notes of revisions and dates are.
    bool stands_right(std::size_t i) const {
        const Line& line = lines_[i];
        return line.indent * 2 > margins_[i] && line.indent > line.end - line.indent;
    }

    bool is_title_heading(std::size_t i, const Label& label) const {
        const std::string_view line = text(i);
        const char mark = line.back();
        if (mark == '.' || mark == ',' || mark == ';' || mark == ':' || line.size() > 70 || !is_letter(mark))
            return false;
        if (!is_upper(line.front()) || !parted_above(i) || !parted_below(i, label)) return false;
        std::uint32_t words = 0;
        if (capitalised_percent(line, words) < 75 || words > 9) return false;
        const std::size_t next = next_line(i);
        if (next != i + 1 || next >= lines_.size() || lines_[next].role != LineRole::body) return false;
        if (lines_[next].number > lines_[i].number + 3 || lines_[next].page != lines_[i].page) return false;
        if (lines_[next].end - lines_[next].indent > margins_[next] * 55 / 100) return true;
        return label_at(text(next)).shape != LabelShape::none;
    }

    /// The line above or below begins with the same word and a number: "Zone 1", "Zone 2".
    bool is_in_list(std::size_t i, const Label& label) const {
        const auto alike = [&](std::size_t other) {
            if (lines_[other].role != LineRole::body || !same_indent(lines_[other].indent, lines_[i].indent))
                return false;
            const std::string_view a = text(i).substr(0, label.size);
            const std::string_view b = text(other);
            const std::size_t word = a.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
            return label_at(b).shape == LabelShape::word && word != std::string_view::npos &&
                   b.starts_with(a.substr(0, word));
        };
        const bool above = i > 0 && lines_[i - 1].number + 1 == lines_[i].number && alike(i - 1);
        return above || (i + 1 < lines_.size() && lines_[i].number + 1 == lines_[i + 1].number && alike(i + 1));
    }

    /// Below a number with points stands one of its depth or of a lesser one, or nothing: a sentence in capitals.
    bool heads_nothing(std::size_t i, std::size_t next) const {
        if (next >= lines_.size()) return true;
        const Label below = label_at(text(next));
        const auto number = [&](std::size_t line) { return text(line).substr(0, label_at(text(line)).size); };
        const auto points = [](std::string_view label) { return std::count(label.begin(), label.end() - 1, '.'); };
        const auto leads = [](std::string_view label) { return std::atoi(std::string(label.substr(0, 9)).c_str()); };
        if (below.shape == LabelShape::number) return leads(number(next)) == leads(number(i)) + 1;
        return below.shape == LabelShape::decimal && points(number(next)) <= points(number(i));
    }

    bool is_labelled_title(std::size_t i, const Label& label) const {
        if (!parted_below(i, label)) return false;
        std::string_view rest = text(i).substr(label.size);
        if (label.alone) return true;
        if (last_mark(rest) == ';' || last_mark(rest) == ',') return false;
        std::uint32_t words = 0;
        const std::uint32_t capitals = capitalised_percent(rest, words);
        const std::size_t next = next_line(i);
        if (last_mark(rest) == '.' && words > 3 && label.shape == LabelShape::decimal && heads_nothing(i, next))
            return false;
        const bool opens_list = last_mark(rest) == ':' && label.shape == LabelShape::decimal && words > 3;
        const bool body_below = next < lines_.size() && lines_[next].number == lines_[i].number + 1 && !opens_list;
        if (body_below && ends_sentence(rest) && words <= 14 && rest.find(". ") == std::string_view::npos) return true;
        const std::uint32_t least = label.shape == LabelShape::decimal && words > 3 && ends_sentence(rest) ? 90 : 60;
        return words <= 14 && (capitals >= least || (words <= 3 && is_upper(opening(after_blanks(rest))))) &&
               rest.find(". ") == std::string_view::npos;
    }

    static bool is_list_shape(LabelShape shape) {
        return shape == LabelShape::bullet || shape == LabelShape::number || shape == LabelShape::letter ||
               shape == LabelShape::parenthesis;
    }

    void open(std::size_t i, const Label& label) {
        const bool heading = is_heading_line(i, label);
        open_ = Open{};
        open_.lines.push_back(i);
        open_.label = label;
        open_.indent = lines_[i].indent;
        open_.text_column = open_.indent + label.size + label.gap;
        if (heading) {
            open_.kind = BlockKind::heading;
            open_.capitals = all_capitals(text(i), 2);
            open_.depth = heading_depth(label);
            levels_.clear();
        } else if (is_list_shape(label.shape)) {
            open_.kind = BlockKind::list_item;
            open_.depth = list_depth(open_.indent, label_kind(i, label));
        } else if (open_.indent <= jitter) {
            levels_.clear();
        }
    }

    std::uint8_t heading_depth(const Label& label) const {
        if (label.shape == LabelShape::hashes) return static_cast<std::uint8_t>(label.size);
        if (open_.capitals) return 3;
        return label.shape == LabelShape::none ? 5 : 4;
    }

    /// What tells list labels of one level from those of another: shape, and digits, capitals or small letters.
    int label_kind(std::size_t i, const Label& label) const {
        const std::string_view written = text(i).substr(0, label.size);
        const char first = opening(written);
        const int letters = is_digit(first) ? 1 : is_upper(first) ? 2 : is_lower(first) ? 3 : 0;
        return static_cast<int>(label.shape) * 4 + letters;
    }

    /// Nesting of a list item by its column and kind of label: as many as there are open levels above it, and one.
    std::uint8_t list_depth(std::uint32_t indent, int kind) {
        const auto same = std::find_if(levels_.rbegin(), levels_.rend(), [&](const Level& level) {
            return level.kind == kind && same_indent(level.indent, indent);
        });
        if (same != levels_.rend()) {
            levels_.erase(same.base(), levels_.end());
        } else {
            while (!levels_.empty() && levels_.back().indent > indent) levels_.pop_back();
            if (levels_.empty() || levels_.back().indent < indent)
                levels_.push_back({indent, kind});
            else
                levels_.back().kind = kind;
        }
        return static_cast<std::uint8_t>(std::min<std::size_t>(levels_.size(), 255));
    }

    // --- the block ---

    void close() {
        if (!open_.lines.empty()) {
            blocks_.push_back(finished());
            open_.lines.clear();
            std::move(held_back_.begin(), held_back_.end(), std::back_inserter(blocks_));
            held_back_.clear();
        }
    }

    Block finished() const {
        const bool bullet =
            open_.label.shape == LabelShape::bullet && !open_.label.alone && text(open_.lines[0])[0] != 'o';
        const bool marked = open_.label.shape == LabelShape::hashes && !open_.label.alone;
        Block block;
        block.kind = open_.kind;
        block.depth = open_.depth;
        block.indent = static_cast<std::uint16_t>(std::min(open_.indent, 0xffffu));
        if (open_.kind == BlockKind::list_item)
            block.number = std::string(text(open_.lines[0]).substr(0, open_.label.size));
        std::string joined;
        for (std::size_t n = 0; n < open_.lines.size(); ++n) {
            const std::size_t i = open_.lines[n];
            const Line& line = lines_[i];
            if (n > 0) joined.push_back('\n');
            const bool follows = n > 0 && line.number == lines_[open_.lines[n - 1]].number + 1;
            if (follows) {
                block.fragments.back().last_line = line.number;
                block.fragments.back().source.end = line.text.end;
            } else {
                block.fragments.push_back(
                    {static_cast<std::uint32_t>(joined.size()), line.number, line.number, line.text});
            }
            const bool without_label = n == 0 && (bullet || marked);
            const std::size_t skip = without_label ? open_.label.size : 0;
            std::string_view kept = text(i).substr(skip);
            while (!kept.empty() && blank_size(kept, 0) > 0) kept.remove_prefix(blank_size(kept, 0));
            append_folded(joined, kept);
        }
        append_run(block, joined, {});
        return block;
    }

    std::string_view source_;
    const std::vector<Line>& lines_;
    Margins margins_;
    std::vector<Block> blocks_;
    std::vector<Block> held_back_;  ///< furniture inside the open paragraph
    std::vector<Level> levels_;     ///< of the list items that are open
    Open open_;
    bool furniture_since_ = false;  ///< furniture stands after the open paragraph's last line
};

}  // namespace

std::vector<Block> build_blocks(std::string_view source, const std::vector<Line>& lines) {
    return ParagraphBuilder(source, lines).build();
}

}  // namespace stet::plain_text
