// Merged cells of a table's rows (ECMA-376 part 1, 17.4.17 and 17.4.84).
#pragma once

#include <pugixml.hpp>
#include <vector>

namespace stet::docx {

/// How a cell is merged with others.
struct CellMerge {
    int columns = 1;       ///< that it spans
    bool goes_on = false;  ///< it is one with the cell above
    bool operator==(const CellMerge&) const = default;
};

/// Of each cell of a row, in order.
std::vector<CellMerge> merges_of(pugi::xml_node row);

/// Whether a cell of the row is one with the cell above.
bool goes_on_above(pugi::xml_node row);

}  // namespace stet::docx
