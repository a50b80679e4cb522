// The lists of a document as word/numbering.xml defines them (ECMA-376 Part 1, 17.9).
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "readers/docx/styles.hpp"

namespace stet {

inline constexpr int list_levels = 9;

/// One level of a list: how its numbers look and when they begin anew.
struct ListLevel {
    std::int64_t start = 1;
    std::string format = "decimal";  ///< ST_NumberFormat
    std::string text;                ///< "Section %1.%2": %n stands for the number of level n, from 1
    std::optional<int> restart;      ///< begins anew behind this level and those above it, from 1; 0 never
    bool legal = false;              ///< all numbers in it are written in digits (w:isLgl)
    std::string style;               ///< the paragraph style that it belongs to
};

/// A list that paragraphs name by its w:numId.
struct List {
    std::string counters;  ///< the definition whose counters it shares with other lists (w:abstractNumId)
    std::array<const ListLevel*, list_levels> levels{};             ///< never null; lists of one definition share them
    std::array<std::optional<std::int64_t>, list_levels> restarts;  ///< w:startOverride: begins anew at its first use
};

class ListDefinitions {
public:
    /// `root` is w:numbering; definitions that are a style's are found through it.
    ListDefinitions(pugi::xml_node root, const Styles& styles);
    ListDefinitions(const ListDefinitions&) = delete;
    ListDefinitions& operator=(const ListDefinitions&) = delete;

    /// A list by its w:numId, or null.
    const List* find(std::string_view id) const;

private:
    using Levels = std::array<const ListLevel*, list_levels>;
    using LevelsOfDefinitions = std::unordered_map<const void*, Levels>;  ///< by their nodes

    const Levels& levels_of(pugi::xml_node definition, LevelsOfDefinitions& known);
    void read_levels(pugi::xml_node parent, Levels& levels);
    void read_overrides(pugi::xml_node num, List& list);

    std::deque<ListLevel> levels_{1};  ///< the first is that of lists that do not define it
    std::unordered_map<std::string, List> lists_;
};

}  // namespace stet
