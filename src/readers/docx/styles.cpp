// Reads styles and lets each inherit from the one it is based on.
#include "readers/docx/styles.hpp"

#include <algorithm>

namespace stet {

namespace {

constexpr int longest_chain = 64;  ///< styles based on each other; a chain beyond it goes in a circle

std::optional<int> integer_of(pugi::xml_attribute attribute) {
    if (!attribute) return std::nullopt;
    return attribute.as_int();
}

/// "heading 3" is at outline level 2 though nothing says so (ECMA-376 Part 1, 17.9.23 names the built-in headings).
std::optional<int> level_of_name(std::string_view name) {
    constexpr std::string_view heading = "heading ";
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (!lower.starts_with(heading) || lower.size() != heading.size() + 1) return std::nullopt;
    const char digit = lower.back();
    return digit >= '1' && digit <= '9' ? std::optional<int>(digit - '1') : std::nullopt;
}

Style read_style(pugi::xml_node node) {
    Style style;
    style.id = node.attribute("w:styleId").value();
    style.name = node.child("w:name").attribute("w:val").value();
    style.based_on = node.child("w:basedOn").attribute("w:val").value();
    style.look = read_text_format(node.child("w:rPr"));
    const pugi::xml_node paragraph = node.child("w:pPr");
    style.outline_level = integer_of(paragraph.child("w:outlineLvl").attribute("w:val"));
    if (!style.outline_level) style.outline_level = level_of_name(style.name);
    style.list = read_list_place(paragraph);
    if (style.list) style.list_style = style.id;
    return style;
}

}  // namespace

std::optional<ListPlace> read_list_place(pugi::xml_node paragraph_properties) {
    const pugi::xml_node place = paragraph_properties.child("w:numPr");
    if (!place) return std::nullopt;
    const pugi::xml_attribute list = place.child("w:numId").attribute("w:val");
    const std::optional<int> level = integer_of(place.child("w:ilvl").attribute("w:val"));
    if (!list && !level) return std::nullopt;
    return ListPlace{list.value(), level};
}

Styles::Styles(pugi::xml_node root) {
    for (const pugi::xml_node node : root.children("w:style")) {
        Style style = read_style(node);
        const bool is_default = node.attribute("w:default").as_bool();
        if (is_default && std::string_view(node.attribute("w:type").value()) == "paragraph")
            default_paragraph_ = style.id;
        std::string id = style.id;
        by_id_.emplace(std::move(id), std::move(style));
    }
    for (auto& [id, style] : by_id_) resolve(style, 0);
}

void Styles::resolve(Style& style, int depth) {
    if (style.resolved || depth > longest_chain) return;
    const auto above = by_id_.find(style.based_on);
    if (above != by_id_.end()) {
        Style& base = above->second;
        resolve(base, depth + 1);
        style.look = inherit(style.look, base.look);
        if (!style.outline_level) style.outline_level = base.outline_level;
        if (!style.list) {
            style.list = base.list;
            style.list_style = base.list_style;
        } else if (style.list->list.empty() && base.list) {
            style.list->list = base.list->list;
        }
    }
    style.resolved = true;
}

const Style* Styles::find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &found->second;
}

const Style& Styles::paragraph(std::string_view id) const {
    const Style* style = find(id.empty() ? std::string_view(default_paragraph_) : id);
    return style == nullptr ? nothing_ : *style;
}

const Style& Styles::character(std::string_view id) const {
    const Style* style = id.empty() ? nullptr : find(id);
    return style == nullptr ? nothing_ : *style;
}

}  // namespace stet
