// Each thing that must outlive an element is looked for before it goes.
#include "writers/docx/remove_element.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

/// Empty paragraphs behind one that goes, where another empty one stands before it.
void take_empty_lines(pugi::xml_node element) {
    const pugi::xml_node left = element.previous_sibling();
    if (left && !holds_nothing(left)) return;
    pugi::xml_node next = element.next_sibling();
    while (next && holds_nothing(next) && next.next_sibling()) {
        const pugi::xml_node empty = next;
        next = next.next_sibling();
        empty.parent().remove_child(empty);
    }
}

void find_range_ends(pugi::xml_node node, std::vector<pugi::xml_node>& out) {
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = child.name();
        if (name == "w:bookmarkStart" || name == "w:bookmarkEnd" || name == "w:commentRangeStart" ||
            name == "w:commentRangeEnd" || name == "w:permStart" || name == "w:permEnd")
            out.push_back(child);
        else
            find_range_ends(child, out);
    }
}

std::string kind_of_range(pugi::xml_node end) {
    const std::string_view name = end.name();
    return std::string(name.substr(0, name.find_first_of("SE", 2)));
}

/// Of bookmarks and the like that begin or end in what goes, the one end stays where the other does.
void keep_range_ends(pugi::xml_node element) {
    std::vector<pugi::xml_node> ends;
    find_range_ends(element, ends);
    std::map<std::string, int> count;
    for (const pugi::xml_node end : ends) ++count[kind_of_range(end) + end.attribute("w:id").value()];
    for (const pugi::xml_node end : ends)
        if (count[kind_of_range(end) + end.attribute("w:id").value()] == 1)
            element.parent().insert_copy_before(end, element);
}

/// A section's end stays, in an empty paragraph.
bool keeps_section(pugi::xml_node element) {
    if (!element.child("w:pPr").child("w:sectPr")) return false;
    for (pugi::xml_node child = element.last_child(); child && !is(child, "w:pPr");) {
        const pugi::xml_node previous = child.previous_sibling();
        element.remove_child(child);
        child = previous;
    }
    return true;
}

}  // namespace

bool holds_nothing(pugi::xml_node paragraph) {
    const auto children = paragraph.children();
    return is(paragraph, "w:p") && !paragraph.child("w:pPr").child("w:sectPr") &&
           std::all_of(children.begin(), children.end(), [](pugi::xml_node child) { return is(child, "w:pPr"); });
}

void close_gap(pugi::xml_node place) {
    if (is(place, "w:tbl")) {
        if (place.child("w:tr") || place.child("w:sdt") || place.child("w:customXml")) return;
        pugi::xml_node around = place.parent();
        around.remove_child(place);
        return close_gap(around);
    }
    if (is(place, "w:tc") && !place.child("w:p") && !place.child("w:tbl") && !place.child("w:sdt") &&
        !place.previous_sibling("w:tc") && !place.next_sibling("w:tc")) {
        pugi::xml_node row = place.parent();
        pugi::xml_node table = row.parent();
        table.remove_child(row);
        return close_gap(table);
    }
    const bool closed = is(place, "w:tc") || is(place, "w:txbxContent");
    if (closed && !is(place.last_child(), "w:p")) place.append_child("w:p");
}

void remove_element(pugi::xml_node element) {
    pugi::xml_node place = element.parent();
    if (is(element, "w:p")) take_empty_lines(element);
    keep_range_ends(element);
    if (keeps_section(element)) return;
    place.remove_child(element);
    close_gap(place);
}

}  // namespace stet::docx
