// The styles of a document (word/styles.xml) with what each inherits (ECMA-376 Part 1, 17.7).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "readers/docx/text_format.hpp"

namespace stet {

/// The list that a paragraph or a style says it is in (w:numPr); `list` "0" takes it out of any.
struct ListPlace {
    std::string list;          ///< w:numId
    std::optional<int> level;  ///< w:ilvl, from 0
};

/// Reads w:pPr's w:numPr; none where there is none.
std::optional<ListPlace> read_list_place(pugi::xml_node paragraph_properties);

/// A style with its own and its inherited properties.
struct Style {
    std::string id;
    std::string name;  ///< "heading 1", "toc 2": the built-in names are English in every language
    std::string based_on;
    TextFormat look;
    std::optional<int> outline_level;  ///< from 0; 9 is body text
    std::optional<ListPlace> list;
    std::string list_style;  ///< id of the style in the chain that `list` stands in
    bool resolved = false;
};

class Styles {
public:
    Styles() = default;
    /// `root` is w:styles.
    explicit Styles(pugi::xml_node root);

    /// A style by its id; the default paragraph style for "", and a style that says nothing for an unknown id.
    const Style& paragraph(std::string_view id) const;
    const Style& character(std::string_view id) const;
    /// Any style by its id, or null.
    const Style* find(std::string_view id) const;

private:
    void resolve(Style& style, int depth);

    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_map<std::string, Style, Hash, std::equal_to<>> by_id_;
    std::string default_paragraph_;
    Style nothing_;
};

}  // namespace stet
