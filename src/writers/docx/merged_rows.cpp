// Reads how cells are merged.
#include "writers/docx/merged_rows.hpp"

#include <algorithm>
#include <string_view>

#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

void add_cells(pugi::xml_node parent, std::vector<CellMerge>& out) {
    for (const pugi::xml_node child : parent.children()) {
        if (is(child, "w:sdt") || is(child, "w:sdtContent") || is(child, "w:customXml")) add_cells(child, out);
        if (!is(child, "w:tc")) continue;
        const pugi::xml_node properties = child.child("w:tcPr");
        const pugi::xml_node rows = properties.child("w:vMerge");
        const bool goes_on = rows && std::string_view(rows.attribute("w:val").value()) != "restart";
        out.push_back({properties.child("w:gridSpan").attribute("w:val").as_int(1), goes_on});
    }
}

}  // namespace

std::vector<CellMerge> merges_of(pugi::xml_node row) {
    std::vector<CellMerge> out;
    add_cells(row, out);
    return out;
}

bool goes_on_above(pugi::xml_node row) {
    const std::vector<CellMerge> merges = merges_of(row);
    return std::any_of(merges.begin(), merges.end(), [](const CellMerge& merge) { return merge.goes_on; });
}

}  // namespace stet::docx
