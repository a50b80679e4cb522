// Looks at the first characters of Markdown lines (CommonMark 0.29, GitHub's dialect).
#include "readers/markdown_line.hpp"

#include <algorithm>
#include <string>

#include "text/letters.hpp"

namespace stet {

namespace {

std::string_view without_indent(std::string_view line) {
    return line.substr(line_indent(line).bytes);
}

}  // namespace

LineIndent line_indent(std::string_view line) {
    LineIndent indent;
    for (; indent.bytes < line.size() && is_gap(line[indent.bytes]); ++indent.bytes)
        indent.columns += line[indent.bytes] == '\t' ? 4 - indent.columns % 4 : 1;
    return indent;
}

bool is_blank_line(std::string_view line) {
    return std::all_of(line.begin(), line.end(), is_gap);
}

std::size_t list_marker(std::string_view text) {
    std::size_t size = 0;
    if (!text.empty() && (text[0] == '-' || text[0] == '+' || text[0] == '*')) {
        size = 1;
    } else {
        while (size < text.size() && size < 9 && is_digit(text[size])) ++size;
        if (size == 0 || size == text.size() || (text[size] != '.' && text[size] != ')')) return 0;
        ++size;
    }
    return size == text.size() || is_gap(text[size]) ? size : 0;
}

std::size_t heading_level(std::string_view text) {
    std::size_t level = 0;
    while (level < text.size() && text[level] == '#') ++level;
    if (level == 0 || level > 6) return 0;
    return level == text.size() || is_gap(text[level]) ? level : 0;
}

std::string_view heading_text(std::string_view text) {
    text.remove_prefix(heading_level(text));
    text = without_indent(text);
    const auto trim = [&text] {
        while (!text.empty() && is_gap(text.back())) text.remove_suffix(1);
    };
    trim();
    std::size_t end = text.size();
    while (end > 0 && text[end - 1] == '#') --end;
    if (end == 0 || (end < text.size() && is_gap(text[end - 1]))) text = text.substr(0, end);
    trim();
    return text;
}

bool is_thematic_break(std::string_view text) {
    text = without_indent(text);
    if (text.empty() || (text[0] != '*' && text[0] != '-' && text[0] != '_')) return false;
    const char sign = text[0];
    if (!std::all_of(text.begin(), text.end(), [sign](char c) { return c == sign || is_gap(c); })) return false;
    return std::count(text.begin(), text.end(), sign) >= 3;
}

std::size_t container_count(std::string_view line) {
    std::size_t count = 0;
    for (std::string_view rest = without_indent(line); !rest.empty(); rest = without_indent(rest)) {
        const std::size_t size = rest[0] == '>' ? 1 : list_marker(rest);
        if (size == 0) break;
        rest.remove_prefix(size);
        ++count;
    }
    return count;
}

std::size_t fence_length(std::string_view text) {
    if (text.empty() || (text[0] != '`' && text[0] != '~')) return 0;
    const std::size_t size = std::min(text.find_first_not_of(text[0]), text.size());
    if (size < 3) return 0;
    return text[0] == '`' && text.find('`', size) != std::string_view::npos ? 0 : size;
}

std::size_t footnote_label(std::string_view text) {
    if (!text.starts_with("[^")) return 0;
    const std::size_t end = text.find_first_of(" \t[]", 2);
    if (end == std::string_view::npos || end == 2 || text[end] != ']') return 0;
    return end + 1 < text.size() && text[end + 1] == ':' ? end + 2 : 0;
}

bool goes_on_from_note(std::string_view line) {
    const LineIndent indent = line_indent(line);
    const std::string_view words = line.substr(indent.bytes);
    if (indent.columns < 4 || words.empty()) return false;
    if (list_marker(words) == 1) return true;
    constexpr std::string_view ascii_signs = "!#$%&()*+,-./0123456789:;<=>?@[\\]^_`{|}~";
    if (ascii_signs.find(words[0]) != std::string_view::npos) return false;
    return words.size() < 2 || (words[1] != '.' && words[1] != ')');
}

bool opens_definition(std::string_view text) {
    if (text.empty() || text[0] != '[' || text.starts_with("[^")) return false;
    const std::size_t end = text.substr(0, 1002).find("]:");
    return end != std::string_view::npos && end > 1;
}

bool starts_with_name(std::string_view text, std::string_view name) {
    return text.size() >= name.size() && std::equal(name.begin(), name.end(), text.begin(), [](char a, char b) {
               return a == (b >= 'A' && b <= 'Z' ? b + 32 : b);
           });
}

bool is_page_number(std::string_view text) {
    if (text.size() > 24) return false;
    std::string words;
    for (const char c : text)
        if (c != ' ' && c != '-' && c != '.') words.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    const auto take_digits = [](std::string_view& rest) {
        const std::size_t size = std::min(rest.find_first_not_of("0123456789"), rest.size());
        rest.remove_prefix(size);
        return size >= 1 && size <= 4;
    };
    std::string_view rest = words;
    const bool named = rest.starts_with("page");
    if (named) rest.remove_prefix(4);
    if (!take_digits(rest)) return false;
    if (rest.empty()) return text.find('.') == std::string_view::npos;
    if (!rest.starts_with("of") && !rest.starts_with("/")) return false;
    rest.remove_prefix(rest.front() == '/' ? 1 : 2);
    return named && take_digits(rest) && rest.empty();
}

}  // namespace stet
