// Reads the plain paragraphs that most of an agreement consists of, many times faster than the parser.
#include "readers/markdown_plain.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "readers/block_marks.hpp"
#include "readers/markdown_line.hpp"

namespace stet {

namespace {

/// What a byte could begin inside a paragraph.
enum Trait : std::uint8_t { nothing = 0, other_markup = 1, star = 2, escape = 4, bracket = 8, ampersand = 16 };

constexpr std::array<std::uint8_t, 256> traits = [] {
    std::array<std::uint8_t, 256> table{};
    for (std::size_t c = 0; c < 32; ++c) table[c] = other_markup;
    for (const char c : {'`', '_', '<', '~', '|', '\x7f'}) table[static_cast<unsigned char>(c)] = other_markup;
    table['*'] = star;
    table['\\'] = escape;
    table['['] = bracket;
    table['&'] = ampersand;
    return table;
}();

std::uint8_t traits_of(std::string_view text) {
    const auto trait = [&](std::size_t at) { return traits[static_cast<unsigned char>(text[at])]; };
    unsigned all = nothing;
    std::size_t at = 0;
    for (; at + 4 <= text.size(); at += 4) all |= trait(at) | trait(at + 1) | trait(at + 2) | trait(at + 3);
    for (; at < text.size(); ++at) all |= trait(at);
    return static_cast<std::uint8_t>(all);
}

bool is_alnum(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_word_gap(char c) {
    return c == ' ' || c == '\n';
}
bool is_ascii_word(char c) {
    return c > ' ' && c < '\x7f';
}

bool has_entity(std::string_view text) {
    for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1))
        if (at + 1 < text.size() && (is_alnum(text[at + 1]) || text[at + 1] == '#')) return true;
    return false;
}

/// Whether the stars are pairs of "**" that could not be read in any other way: "**Section 1.** text".
bool has_only_strong(std::string_view text) {
    bool open = false;
    for (std::size_t at = text.find('*'); at != std::string_view::npos; at = text.find('*', at + 2)) {
        if (at + 1 == text.size() || text[at + 1] != '*') return false;
        if (at + 2 < text.size() && text[at + 2] == '*') return false;
        const bool gap_before = at == 0 || is_word_gap(text[at - 1]);
        const bool gap_after = at + 2 == text.size() || is_word_gap(text[at + 2]);
        if (open ? gap_before || !gap_after || !is_ascii_word(text[at - 1]) || text[at - 1] == '\\'
                 : !gap_before || gap_after || !is_ascii_word(text[at + 2]))
            return false;
        open = !open;
    }
    return !open;
}

/// Whether the inline text has nothing in it that needs the parser; `found` are its traits.
bool is_plain_text(std::string_view text, std::uint8_t found, bool has_definitions) {
    if ((found & bracket) != 0 && (has_definitions || text.find("](") != std::string_view::npos)) return false;
    if ((found & ampersand) != 0 && has_entity(text)) return false;
    return (found & star) == 0 || has_only_strong(text);
}

/// Whether a line without its indent can only be text of a paragraph.
bool begins_as_text(std::string_view text) {
    switch (text[0]) {
        case '#':
            return heading_level(text) == 0;
        case '>':
        case '-':
        case '+':
        case '=':
            return false;
        case '*':
            return text.size() > 2 && text[1] == '*' && text[2] != ' ';
        default:
            return list_marker(text) == 0;
    }
}

void note_escape(Block& block, char c, std::size_t index, std::vector<EscapedByte>& escaped) {
    if (may_be_sign(c)) escaped.push_back({index, static_cast<std::uint32_t>(block.text.size())});
}

/// Appends one line's text, which may begin and end **bold**; `marks` is carried from line to line.
void append_line(Block& block, std::string_view text, Marks& marks, std::size_t index,
                 std::vector<EscapedByte>& escaped) {
    while (true) {
        const std::size_t star_at = std::min(text.find("**"), text.size());
        append_unescaped(block, text.substr(0, star_at), marks, index, escaped);
        if (star_at == text.size()) return;
        marks = marks.has(Mark::bold) ? Marks{} : Marks{}.with(Mark::bold);
        text.remove_prefix(star_at + 2);
    }
}

}  // namespace

bool may_be_sign(char c) {
    return std::string_view("{+-~=[]").find(c) != std::string_view::npos;
}

bool is_ascii_punctuation(char c) {
    return is_ascii_word(c) && !is_alnum(c);
}

bool may_be_marked(std::string_view cell) {
    static constexpr std::array<bool, 256> signs = [] {
        std::array<bool, 256> table{};
        for (const char c : {'*', '_', '[', '<', '&', '`', '~'}) table[static_cast<unsigned char>(c)] = true;
        return table;
    }();
    return std::any_of(cell.begin(), cell.end(), [](char c) { return signs[static_cast<unsigned char>(c)]; });
}

void append_unescaped(Block& block, std::string_view text, Marks marks, std::size_t index,
                      std::vector<EscapedByte>& escaped) {
    while (true) {
        std::size_t at = text.find('\\');
        if (at == std::string_view::npos) break;
        append_run(block, text.substr(0, at), marks);
        const bool escapes = at + 1 < text.size() && is_ascii_punctuation(text[at + 1]);
        if (escapes) ++at;
        if (escapes) note_escape(block, text[at], index, escaped);
        append_run(block, text.substr(at, 1), marks);
        text.remove_prefix(at + 1);
    }
    append_run(block, text, marks);
}

std::uint32_t plain_paragraph_end(const Source& source, std::uint32_t line, bool has_definitions) {
    std::uint8_t found = nothing;
    std::uint32_t last = 0;
    if (const std::string_view first = source.line(line); first.empty() || first[0] == ' ' || first[0] == '\t')
        return 0;
    for (std::uint32_t at = line; at <= source.line_count(); ++at) {
        const std::string_view text = source.line(at);
        const std::string_view words = text.substr(line_indent(text).bytes);
        if (words.empty() || (at > line && heading_level(words) != 0 && words.data() == text.data())) break;
        if (!begins_as_text(words) || words.ends_with('\\')) return 0;
        found |= traits_of(text);
        if ((found & other_markup) != 0) return 0;
        last = at;
    }
    const std::uint32_t begin = source.line_begin(line);
    const std::uint32_t end = source.line_begin(last) + static_cast<std::uint32_t>(source.line(last).size());
    return is_plain_text(source.text(Span{begin, end}), found, has_definitions) ? last : 0;
}

bool is_plain_heading(const Source& source, std::uint32_t line, bool has_definitions) {
    const std::string_view text = source.line(line);
    if (heading_level(text) == 0) return false;
    const std::string_view words = heading_text(text);
    const std::uint8_t found = traits_of(words);
    return (found & other_markup) == 0 && is_plain_text(words, found, has_definitions);
}

Block read_plain_paragraph(const Source& source, std::uint32_t first, std::uint32_t last, std::size_t index,
                           std::vector<EscapedByte>& escaped) {
    Block block;
    block.fragments.push_back({0, first, last, {}});
    Marks marks;
    for (std::uint32_t line = first; line <= last; ++line) {
        std::string_view text = source.line(line);
        text.remove_prefix(line_indent(text).bytes);
        while (text.ends_with(' ')) text.remove_suffix(1);
        append_line(block, text, marks, index, escaped);
        if (line < last) append_run(block, "\n", marks);
    }
    close_fragments(block, source, last);
    return block;
}

Block read_plain_heading(const Source& source, std::uint32_t line, std::size_t index,
                         std::vector<EscapedByte>& escaped) {
    Block block;
    const std::string_view text = source.line(line);
    block.kind = BlockKind::heading;
    block.depth = static_cast<std::uint8_t>(heading_level(text));
    block.fragments.push_back({0, line, line, {}});
    Marks marks;
    append_line(block, heading_text(text), marks, index, escaped);
    close_fragments(block, source, line);
    return block;
}

}  // namespace stet
