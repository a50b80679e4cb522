// Markdown's signs of emphasis and links, and elements of HTML that are opened and closed with the words they mark.
#include "proposal/file_signs.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace stet {

bool is_inline_element(std::string_view tag) {
    static constexpr std::array<std::string_view, 19> names = {
        "b",    "i",   "u",   "s",    "em",   "strong", "span",   "a",   "ins", "del",
        "mark", "sub", "sup", "code", "font", "small",  "strike", "big", "tt"};
    std::size_t begin = tag.starts_with("</") ? 2 : 1;
    std::size_t end = begin;
    while (end < tag.size() && ((tag[end] | 0x20) >= 'a' && (tag[end] | 0x20) <= 'z')) ++end;
    std::string name(tag.substr(begin, end - begin));
    for (char& c : name) c = static_cast<char>(c | 0x20);
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::uint32_t before_signs(std::string_view file, const BaseForm& form, std::uint32_t at, std::uint32_t limit) {
    while (at > limit) {
        const char c = file[at - 1];
        if (form.kind == BaseForm::markdown && c == '[' && (at < 2 || file[at - 2] != '\\')) {
            --at;
            continue;
        }
        if (form.kind == BaseForm::markdown && (c == '*' || c == '_' || c == '~')) {
            --at;
            continue;
        }
        if (c != '>') break;
        const std::size_t open = file.rfind('<', at - 1);
        if (open == std::string_view::npos || open < limit || file[open + 1] == '/' ||
            !is_inline_element(file.substr(open, at - open)))
            break;
        at = static_cast<std::uint32_t>(open);
    }
    return at;
}

std::uint32_t behind_signs(std::string_view file, const BaseForm& form, std::uint32_t at, std::uint32_t limit) {
    while (at < limit) {
        const char c = file[at];
        if (form.kind == BaseForm::markdown && file.substr(at).starts_with("](")) {
            const std::size_t close = file.find(')', at);
            if (close == std::string_view::npos || close >= limit) break;
            at = static_cast<std::uint32_t>(close) + 1;
            continue;
        }
        if (form.kind == BaseForm::markdown && (c == '*' || c == '_' || c == '~')) {
            ++at;
            continue;
        }
        if (!file.substr(at).starts_with("</")) break;
        const std::size_t close = file.find('>', at);
        if (close == std::string_view::npos || close >= limit || !is_inline_element(file.substr(at, close - at))) break;
        at = static_cast<std::uint32_t>(close) + 1;
    }
    return at;
}

namespace {

/// The element of a list item or a quotation that holds nothing else, or the list or quotation around it; empty where
/// there is none.
Span parent_of_alone(std::string_view file, Span element) {
    constexpr std::array<std::string_view, 4> parents = {"li", "blockquote", "ul", "ol"};
    constexpr std::size_t longest_tag = 200;
    const std::size_t last =
        element.begin == 0 ? std::string_view::npos : file.find_last_not_of(" \t\r\n", element.begin - 1);
    const std::size_t close = file.find_first_not_of(" \t\r\n", element.end);
    if (last == std::string_view::npos || close == std::string_view::npos) return {};
    const std::size_t from = last > longest_tag ? last - longest_tag : 0;
    const std::string_view before = file.substr(from, last - from);
    const std::size_t sign = before.rfind('<');
    if (file[last] != '>' || sign == std::string_view::npos) return {};
    const std::string_view tag = before.substr(sign + 1);
    const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n"));
    const std::string end = "</" + std::string(name) + ">";
    if (std::find(parents.begin(), parents.end(), name) == parents.end() || !file.substr(close).starts_with(end))
        return {};
    return {static_cast<std::uint32_t>(from + sign), static_cast<std::uint32_t>(close + end.size())};
}

}  // namespace

Span element_around(std::string_view file, Span part, bool row, bool with_line) {
    constexpr std::array<std::string_view, 8> elements = {"li", "p", "h1", "h2", "h3", "h4", "h5", "h6"};
    const std::size_t open = part.begin == 0 ? std::string_view::npos : file.rfind(row ? "<tr" : "<", part.begin - 1);
    if (open == std::string_view::npos) return {};
    const std::string_view before = file.substr(open + 1, part.begin - open - 1);
    if (row ? before.find("</tr") != std::string_view::npos : before.find('>') + 1 != before.size()) return {};
    const std::string_view name = before.substr(0, before.find_first_of(" \t\n>"));
    const bool known = row || std::find(elements.begin(), elements.end(), name) != elements.end();
    const std::string close = "</" + std::string(name) + ">";
    const std::size_t stop = row ? file.find(close, part.end) : part.end;
    if (!known || stop == std::string_view::npos || !file.substr(stop).starts_with(close)) return {};
    Span out{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(stop + close.size())};
    for (Span above = out; !row && with_line && !above.empty(); above = parent_of_alone(file, out)) out = above;
    if (with_line && out.end < file.size() && file[out.end] == '\n') ++out.end;
    return out;
}

}  // namespace stet
