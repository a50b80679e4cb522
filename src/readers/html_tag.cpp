// Reads single HTML tags without a parser's state; knows what elements and styles say of text.
#include "readers/html_tag.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/letters.hpp"
#include "text/word_bytes.hpp"

namespace stet {

namespace {

bool is_html_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}
bool is_name(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-';
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), folded);
    return out;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_html_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_html_space(text.back())) text.remove_suffix(1);
    return text;
}

/// Calls `each` with property and value, both in lower case.
template <typename Each>
void for_each_declaration(std::string_view style, Each each) {
    while (!style.empty()) {
        const std::size_t end = std::min(style.find(';'), style.size());
        const std::string_view declaration = style.substr(0, end);
        style.remove_prefix(std::min(end + 1, style.size()));
        const std::size_t colon = declaration.find(':');
        if (colon == std::string_view::npos) continue;
        each(lowered(trimmed(declaration.substr(0, colon))), lowered(trimmed(declaration.substr(colon + 1))));
    }
}

/// The next attribute of a tag's inside; false at its end.
bool next_attribute(std::string_view& rest, std::string& name, std::string_view& value) {
    while (!rest.empty() && (is_html_space(rest.front()) || rest.front() == '/')) rest.remove_prefix(1);
    if (rest.empty()) return false;
    std::size_t end = 1;
    while (end < rest.size() && !is_html_space(rest[end]) && rest[end] != '=' && rest[end] != '/') ++end;
    name = lowered(rest.substr(0, end));
    rest.remove_prefix(end);
    value = {};
    std::size_t equals = 0;
    while (equals < rest.size() && is_html_space(rest[equals])) ++equals;
    if (equals == rest.size() || rest[equals] != '=') return true;
    rest.remove_prefix(equals + 1);
    while (!rest.empty() && is_html_space(rest.front())) rest.remove_prefix(1);
    if (rest.empty()) return true;
    const char quote = rest.front();
    if (quote == '"' || quote == '\'') {
        const std::size_t close = std::min(rest.find(quote, 1), rest.size());
        value = rest.substr(1, close - 1);
        rest.remove_prefix(std::min(close + 1, rest.size()));
        return true;
    }
    end = 0;
    while (end < rest.size() && !is_html_space(rest[end])) ++end;
    value = rest.substr(0, end);
    rest.remove_prefix(end);
    return true;
}

Marks operator|(Marks a, Marks b) {
    return {static_cast<std::uint16_t>(a.bits | b.bits)};
}

}  // namespace

HtmlFlow html_flow(std::string_view name) {
    static constexpr std::array<std::string_view, 30> inside = {
        "a",     "abbr", "b",      "bdi",    "bdo", "big", "cite", "code", "data", "del",
        "dfn",   "em",   "font",   "i",      "ins", "kbd", "mark", "q",    "s",    "samp",
        "small", "span", "strike", "strong", "sub", "sup", "tt",   "u",    "var",  "wbr"};
    if (name == "br") return HtmlFlow::line_break;
    return std::find(inside.begin(), inside.end(), name) != inside.end() ? HtmlFlow::inside : HtmlFlow::apart;
}

Marks html_marks(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, Mark>, 16> table = {{{"b", Mark::bold},
                                                                                 {"strong", Mark::bold},
                                                                                 {"i", Mark::italic},
                                                                                 {"em", Mark::italic},
                                                                                 {"u", Mark::underline},
                                                                                 {"ins", Mark::inserted},
                                                                                 {"del", Mark::struck},
                                                                                 {"s", Mark::struck},
                                                                                 {"strike", Mark::struck},
                                                                                 {"mark", Mark::highlight},
                                                                                 {"sup", Mark::superscript},
                                                                                 {"sub", Mark::subscript},
                                                                                 {"code", Mark::code},
                                                                                 {"tt", Mark::code},
                                                                                 {"kbd", Mark::code},
                                                                                 {"samp", Mark::code}}};
    for (const auto& [element, mark] : table)
        if (element == name) return Marks{}.with(mark);
    return {};
}

bool is_colour(std::string_view value) {
    static constexpr std::array<std::string_view, 8> plain = {"",        "black",   "#000",         "#000000",
                                                              "inherit", "initial", "currentcolor", "windowtext"};
    const std::string name = lowered(trimmed(value));
    return std::find(plain.begin(), plain.end(), name) == plain.end();
}

Marks css_marks(std::string_view style) {
    Marks marks;
    for_each_declaration(style, [&](const std::string& property, const std::string& value) {
        if (property == "color" && is_colour(value)) marks = marks.with(Mark::coloured);
        if (property == "text-decoration" || property == "text-decoration-line") {
            if (value.find("line-through") != std::string::npos) marks = marks.with(Mark::struck);
            if (value.find("underline") != std::string::npos) marks = marks.with(Mark::underline);
        }
        if (property == "font-weight" && (value == "bold" || value == "bolder" || value == "700"))
            marks = marks.with(Mark::bold);
        if (property == "font-style" && value == "italic") marks = marks.with(Mark::italic);
    });
    return marks;
}

bool css_hides(std::string_view style) {
    bool hides = false;
    for_each_declaration(style, [&](const std::string& property, const std::string& value) {
        if (property == "display") hides = value.starts_with("none");
        if (property == "visibility" && value.starts_with("hidden")) hides = true;
    });
    return hides;
}

std::string css_list_style(std::string_view style) {
    std::string found;
    for_each_declaration(style, [&](const std::string& property, const std::string& value) {
        if (property == "list-style-type" || property == "list-style") found = value.substr(0, value.find(' '));
    });
    return found;
}

std::optional<HtmlTag> parse_html_tag(std::string_view text) {
    if (text.size() < 3 || text.front() != '<' || text.back() != '>') return std::nullopt;
    text = text.substr(1, text.size() - 2);
    HtmlTag tag;
    if (text.front() == '/') {
        tag.closing = true;
        text.remove_prefix(1);
    }
    if (text.empty() || !is_letter(text.front())) return std::nullopt;
    std::size_t end = 0;
    while (end < text.size() && is_name(text[end])) ++end;
    if (end < text.size() && !is_html_space(text[end]) && text[end] != '/') return std::nullopt;
    tag.name = lowered(text.substr(0, end));
    tag.flow = html_flow(tag.name);
    tag.empty = text.back() == '/';
    if (tag.closing || tag.flow != HtmlFlow::inside) return tag;
    tag.marks = html_marks(tag.name);
    std::string_view rest = text.substr(end);
    std::string name;
    std::string_view value;
    while (next_attribute(rest, name, value)) {
        if (name == "style") tag.marks = tag.marks | css_marks(value);
        if (name == "color" && is_colour(value)) tag.marks = tag.marks.with(Mark::coloured);
    }
    return tag;
}

}  // namespace stet
