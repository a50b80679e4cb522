// Looking up a row in a table of output formats, by name or by a file's ending.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "text/error.hpp"

namespace stet {

/// Whether a file name ends in `ending` (lower case, with the dot), in whatever case.
inline bool has_ending(std::string_view name, std::string_view ending) {
    if (name.size() < ending.size()) return false;
    return std::equal(ending.begin(), ending.end(), name.end() - static_cast<std::ptrdiff_t>(ending.size()),
                      [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b); });
}

/// The row of that name; throws Error listing the names.
template <class Row>
const Row& format_named(const std::vector<Row>& table, std::string_view name) {
    std::string names;
    for (const Row& row : table) {
        if (row.name == name) return row;
        if (!names.empty()) names += ", ";
        names += row.name;
    }
    throw Error("unknown format \"" + std::string(name) + "\": use one of " + names);
}

/// The row for a file name by its ending; nullptr where the ending is unknown.
template <class Row>
const Row* format_for(const std::vector<Row>& table, std::string_view file_name) {
    for (const Row& row : table)
        for (const std::string_view ending : row.endings)
            if (has_ending(file_name, ending)) return &row;
    return nullptr;
}

}  // namespace stet
