// Lines of a plain text with their layout: takes a Source, gives columns, pages, gaps and the shapes of labels.
#include "readers/plain_text_lines.hpp"

#include <algorithm>
#include <array>

#include "text/clause_number.hpp"
#include "text/error.hpp"

namespace stet::plain_text {

namespace {

constexpr std::size_t most_lines = 2'000'000;

bool is_continuation_byte(char c) {
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

void count_up(std::uint8_t& count) {
    if (count < 255) ++count;
}

/// Behind the quotation that opens at `at` and closes in its line: blanks in it part no columns. `at` where none does.
std::size_t behind_quotation(std::string_view text, std::size_t at, std::size_t end) {
    constexpr std::size_t longest = 300;  // bytes
    const bool straight = text[at] == '"';
    if (!straight && !text.substr(at).starts_with("“")) return at;
    if (at > 0 && text[at - 1] != '(' && text[at - 1] != '\n' && blank_size(text, at - 1) == 0) return at;
    const std::string_view close = straight ? "\"" : "”";
    const std::size_t found = text.substr(0, std::min(end, at + longest)).find(close, at + 1);
    return found == std::string_view::npos ? at : found + close.size();
}

/// Walks one line; keeps the page count, as a form feed may stand anywhere in it.
class LineScanner {
public:
    explicit LineScanner(std::string_view text) : text_(text) {}

    /// Layout of text[begin, end); false where it is blank.
    bool scan(std::size_t begin, std::size_t end, Line& line) {
        line = Line{};
        bool found = false;
        std::uint32_t column = 0;
        std::uint32_t blanks = 0;
        char last = 0;
        std::uint32_t late_feeds = 0;
        for (std::size_t at = begin; at < end;) {
            const std::uint32_t blank = blank_size(text_, at);
            if (blank == 0) {
                const std::size_t word_begin = at;
                if (!found) {
                    found = true;
                    line.text.begin = static_cast<std::uint32_t>(at);
                    line.indent = column;
                    line.page = page_;
                } else if (blanks >= 3) {
                    count_up(line.wide_gaps);
                } else if (blanks == 2 && !ends_sentence_mark(last)) {
                    count_up(line.narrow_gaps);
                }
                blanks = 0;
                while (at < end && blank_size(text_, at) == 0)
                    for (const std::size_t next = std::max(at + 1, behind_quotation(text_, at, end)); at < next; ++at)
                        if (!is_continuation_byte(text_[at])) ++column;
                last = at > word_begin ? text_[at - 1] : 0;
                line.text.end = static_cast<std::uint32_t>(at);
                line.end = column;
                continue;
            }
            if (text_[at] == '\f') {
                found ? ++late_feeds : ++page_;
                if (!found) column = 0;
            } else {
                const std::uint32_t width = text_[at] == '\t' ? 8 - column % 8 : 1;
                column += width;
                blanks += width;
            }
            at += blank;
        }
        page_ += late_feeds;
        return found;
    }

private:
    std::string_view text_;
    std::uint32_t page_ = 0;
};

constexpr std::array<std::string_view, 20> bullets = {"•",
                                                      "●",
                                                      "▪",
                                                      "◦",
                                                      "■",
                                                      "□",
                                                      "‣",
                                                      "►",
                                                      "➢",
                                                      "❖",
                                                      "✓",
                                                      "✔",
                                                      "·",
                                                      "∙",
                                                      "\xef\x82\xb7",
                                                      "\xef\x82\xa7",
                                                      "\xef\x83\x98",
                                                      "\xef\x83\xbc",
                                                      "–",
                                                      "—"};

bool is_roman(std::string_view text, bool upper) {
    const std::string_view digits = upper ? "IVXLC" : "ivxlc";
    if (text.empty() || text.size() > 7) return false;
    return std::all_of(text.begin(), text.end(), [&](char c) { return digits.find(c) != std::string_view::npos; });
}

/// Whether a short text is a list value: 1 to 3 digits with at most two letters, one letter, two equal letters, a
/// roman.
bool is_list_value(std::string_view text) {
    if (text.empty() || text.size() > 7) return false;
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    if (digits > 0) {
        if (digits > 3 || text.size() - digits > 2) return false;
        return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(digits), text.end(), is_letter);
    }
    if (!std::all_of(text.begin(), text.end(), is_letter)) return false;
    if (text.size() == 1) return true;
    if (text.size() == 2 && text[0] == text[1]) return true;
    return is_roman(text, false) || is_roman(text, true);
}

std::uint32_t blanks_after(std::string_view text, std::size_t at, std::size_t& next) {
    std::uint32_t count = 0;
    while (at < text.size()) {
        const std::uint32_t size = blank_size(text, at);
        if (size == 0) break;
        ++count;
        at += size;
    }
    next = at;
    return count;
}

/// Completes a label of `size` bytes: the gap after it and whether anything follows.
Label finished(std::string_view text, LabelShape shape, std::size_t size) {
    Label label;
    label.shape = shape;
    label.size = static_cast<std::uint32_t>(size);
    std::size_t next = 0;
    label.gap = blanks_after(text, size, next);
    label.alone = next >= text.size();
    label.delimited = true;
    return label;
}

Label bullet_at(std::string_view text) {
    const bool ascii = static_cast<unsigned char>(text[0]) < 0x80;
    if (ascii && text[0] != '-' && text[0] != '*' && text[0] != 'o') return {};
    for (const std::string_view bullet : bullets) {
        if (ascii) break;
        if (!text.starts_with(bullet)) continue;
        const Label label = finished(text, LabelShape::bullet, bullet.size());
        if (label.gap > 0 || label.alone) return label;
    }
    if (text.starts_with("--")) {
        const Label label = finished(text, LabelShape::bullet, 2);
        if (label.gap > 0) return label;
    }
    if (text[0] == '-' || text[0] == '*' || text[0] == 'o') {
        const Label label = finished(text, LabelShape::bullet, 1);
        if (label.gap > 0 && (text[0] != 'o' || label.gap > 1 || is_upper(text[2]))) return label;
    }
    return {};
}

Label hashes_at(std::string_view text) {
    std::size_t count = 0;
    while (count < text.size() && count < 7 && text[count] == '#') ++count;
    if (count == 0 || count > 6) return {};
    const Label label = finished(text, LabelShape::hashes, count);
    return label.gap > 0 ? label : Label{};
}

Label parenthesis_at(std::string_view text) {
    const std::size_t close = text.substr(0, 10).find(')');
    if (text[0] != '(' || close == std::string_view::npos || !is_list_value(text.substr(1, close - 1))) return {};
    const Label label = finished(text, LabelShape::parenthesis, close + 1);
    if (label.gap > 0 || label.alone) return label;
    const char next = text[close + 1];
    return next == '(' || is_upper(next) ? label : Label{};
}

/// Bytes of "2.1" or "11.5.2": at least two numbers of at most three digits with points between, else 0.
std::size_t decimal_size(std::string_view text) {
    std::size_t at = 0;
    std::uint32_t parts = 0;
    for (;;) {
        const std::size_t begin = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        if (at == begin || at - begin > 3) return 0;
        ++parts;
        if (at + 1 >= text.size() || text[at] != '.' || !is_digit(text[at + 1])) break;
        ++at;
    }
    return parts > 1 ? at : 0;
}

/// ".1", ".12": a point, one or two digits and a blank, as items stand in conditions of construction contracts.
Label pointed_at(std::string_view text) {
    std::size_t end = 1;
    while (text[0] == '.' && end < text.size() && is_digit(text[end])) ++end;
    if (end < 2 || end > 3 || text[1] == '0') return {};
    const Label label = finished(text, LabelShape::number, end);
    return label.gap > 0 ? label : Label{};
}

Label numbered_at(std::string_view text) {
    if (const std::size_t size = decimal_size(text); size > 0) {
        std::size_t end = size;
        if (end < text.size() && is_upper(text[end])) ++end;
        if (end < text.size() && (text[end] == '.' || text[end] == ':')) ++end;
        const Label label = finished(text, LabelShape::decimal, end);
        return label.gap > 0 || label.alone ? label : Label{};
    }
    if (const std::size_t size = clause_number_size(text); size > 0) {
        const Label label = finished(text, LabelShape::decimal, size);  // "7:30 Bus" is a line of a timetable
        return label.gap > 1 || label.alone ? label : Label{};
    }
    if (const Label label = pointed_at(text); label.shape != LabelShape::none) return label;
    std::size_t end = 0;
    while (end < text.size() && end < 8 && (is_digit(text[end]) || is_letter(text[end]))) ++end;
    if (end == 0 || end >= text.size() || (text[end] != '.' && text[end] != ')')) return {};
    if (!is_list_value(text.substr(0, end))) return {};
    std::size_t mark = end + 1;
    if (mark < text.size() && text[end] == '.' && text[mark] == ')') ++mark;
    const Label label = finished(text, is_digit(text[0]) ? LabelShape::number : LabelShape::letter, mark);
    if (label.gap > 0 || label.alone) return label;
    const bool runs_on = is_digit(text[0]) && (is_upper(text[mark]) || text[mark] == '(');
    return runs_on ? label : Label{};
}

/// Bytes of the number after a word: "12", "2.03", "12A", "IV", "B"; 0 where there is none.
std::size_t word_number_size(std::string_view text) {
    std::size_t at = 0;
    if (at < text.size() && text[at] == '#') ++at;
    if (at < text.size() && (text[at] == ' ')) ++at;
    const std::size_t begin = at;
    if (const std::size_t size = decimal_size(text.substr(begin)); size > 0) {
        at += size;
    } else {
        while (at < text.size() && is_digit(text[at])) ++at;
    }
    if (at - begin > 12) return 0;
    if (at > begin) {
        if (at < text.size() && is_letter(text[at])) ++at;
    } else {
        while (at < text.size() && at - begin < 7 && is_upper(text[at])) ++at;
        const std::string_view value = text.substr(begin, at - begin);
        if (value.size() != 1 && !is_roman(value, true)) return 0;
    }
    const bool in_word = at < text.size() && (is_letter(text[at]) || is_digit(text[at]) || text[at] == '\'');
    return at == begin || in_word ? 0 : at;
}

/// Whether what follows a word and its number parts it from what comes: a mark, a wide gap, the end, a capital.
bool parts_label(std::string_view rest, std::size_t& mark) {
    mark = 0;
    if (rest.empty()) return true;
    if (rest[0] == '.' || rest[0] == ':' || rest[0] == ')') {
        mark = 1;
        return rest.size() == 1 || blank_size(rest, 1) > 0 || !is_digit(rest[1]);
    }
    std::size_t next = 0;
    const std::uint32_t gap = blanks_after(rest, 0, next);
    if (next >= rest.size() || gap >= 3) return true;
    const std::string_view tail = rest.substr(next);
    if (tail[0] == '-' || tail.starts_with("–") || tail.starts_with("—") || tail.starts_with("‐")) return true;
    return gap > 0 && is_upper(tail[0]);
}

Label word_at(std::string_view text) {
    std::size_t at = 0;
    if (text.starts_with("§")) {
        while (text.substr(at).starts_with("§")) at += 2;
    } else {
        if (!is_upper(text[0])) return {};
        while (at < text.size() && at < 24 && is_letter(text[at])) ++at;
        if (at < 3 || at >= 24) return {};
    }
    std::size_t number = 0;
    const std::uint32_t gap = blanks_after(text, at, number);
    if (number >= text.size() || gap > 3) return {};
    if (gap == 0 && text[0] != '\xc2' && !is_digit(text[number])) return {};
    const std::size_t size = word_number_size(text.substr(number));
    if (size == 0) return {};
    std::size_t mark = 0;
    const bool parted = parts_label(text.substr(number + size), mark);
    if (!parted && !is_digit(text[number + size - 1])) return {};
    Label label = finished(text, LabelShape::word, number + size + mark);
    label.delimited = parted;
    return label;
}

}  // namespace

std::uint32_t blank_size(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\f' || c == '\v' || c == '\r') return 1;
    if (c == '\xc2' && at + 1 < text.size() && text[at + 1] == '\xa0') return 2;
    return 0;
}

std::vector<Line> scan_lines(const Source& source) {
    const std::string_view text = source.text();
    std::vector<Line> lines;
    LineScanner scanner(text);
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t found = text.find('\n', begin);
        const std::size_t end = found == std::string_view::npos ? text.size() : found;
        ++number;
        Line line;
        if (scanner.scan(begin, end, line)) {
            if (lines.size() == most_lines)
                throw Error(source.name() + ": more than 2,000,000 lines of plain text; cut the file into parts");
            line.number = number;
            lines.push_back(line);
        }
        begin = end + 1;
    }
    return lines;
}

Label label_at(std::string_view text) {
    if (text.empty()) return {};
    const std::array<Label (*)(std::string_view), 5> shapes = {hashes_at, bullet_at, parenthesis_at, numbered_at,
                                                               word_at};
    for (const auto shape : shapes)
        if (const Label label = shape(text); label.shape != LabelShape::none) return label;
    return {};
}

std::vector<Cell> cells_of(std::string_view source, const Line& line, std::uint32_t gap) {
    std::vector<Cell> cells;
    std::uint32_t column = line.indent;
    std::uint32_t blanks = gap;
    for (std::size_t at = line.text.begin; at < line.text.end;) {
        const std::uint32_t blank = blank_size(source, at);
        if (blank > 0) {
            const std::uint32_t width = source[at] == '\t' ? 8 - column % 8 : 1;
            blanks += source[at] == '\f' || source[at] == '\t' ? std::max(gap, width) : width;  // a tab parts columns
            column += width;
            at += blank;
            continue;
        }
        if (blanks >= gap) cells.push_back({{static_cast<std::uint32_t>(at), 0}, column, 0});
        blanks = 0;
        while (at < line.text.end && blank_size(source, at) == 0)
            for (const std::size_t next = std::max(at + 1, behind_quotation(source, at, line.text.end)); at < next;
                 ++at)
                if (!is_continuation_byte(source[at])) ++column;
        cells.back().text.end = static_cast<std::uint32_t>(at);
        cells.back().end = column;
    }
    return cells;
}

void append_folded(std::string& out, std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t begin = at;
        while (at < text.size() && blank_size(text, at) == 0) ++at;
        out.append(text, begin, at - begin);
        if (at >= text.size()) break;
        std::size_t next = 0;
        blanks_after(text, at, next);
        if (next < text.size()) out.push_back(' ');
        at = next;
    }
}

bool all_capitals(std::string_view text, std::uint32_t least) {
    std::uint32_t upper = 0;
    for (const char c : text) {
        if (is_lower(c)) return false;
        if (is_upper(c)) ++upper;
    }
    return upper >= least;
}

int page_number(std::string_view text) {
    if (text.empty()) return -1;
    if (is_digit(text[0])) {
        if (text.size() > 4 || !std::all_of(text.begin(), text.end(), is_digit)) return -1;
        int value = 0;
        for (const char c : text) value = value * 10 + (c - '0');
        return value;
    }
    if (!is_roman(text, false)) return -1;
    const auto digit = [](char c) { return c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : c == 'l' ? 50 : 100; };
    int value = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int here = digit(text[i]);
        value += i + 1 < text.size() && digit(text[i + 1]) > here ? -here : here;
    }
    return value;
}

std::uint32_t first_word_width(std::string_view text) {
    std::uint32_t width = 0;
    for (std::size_t at = 0; at < text.size() && blank_size(text, at) == 0; ++at)
        if (!is_continuation_byte(text[at])) ++width;
    return width;
}

std::uint32_t capitalised_percent(std::string_view text, std::uint32_t& words) {
    std::uint32_t capitals = 0;
    std::uint32_t long_words = 0;
    words = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter(text[at]) && !is_digit(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && (is_letter(text[at]) || is_digit(text[at]) || text[at] == '\'')) ++at;
        ++words;
        if (at - begin < 4 || !is_letter(text[begin])) continue;
        ++long_words;
        if (is_upper(text[begin])) ++capitals;
    }
    return long_words == 0 ? 0 : capitals * 100 / long_words;
}

}  // namespace stet::plain_text
