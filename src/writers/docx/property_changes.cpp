// Revisions of properties (ECMA-376 part 1, 17.13.5): the last child, holding the former element.
#include "writers/docx/property_changes.hpp"

#include <algorithm>
#include <array>

#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

/// What is tracked in its own way, or belongs to a place and is no property of before.
bool stands_apart(pugi::xml_node child) {
    static constexpr std::array<std::string_view, 10> names = {"w:rPr",
                                                               "w:sectPr",
                                                               "w:ins",
                                                               "w:del",
                                                               "w:cellIns",
                                                               "w:cellDel",
                                                               "w:cellMerge",
                                                               "w:headerReference",
                                                               "w:footerReference",
                                                               "w:printerSettings"};
    const std::string_view name = child.name();
    return name.ends_with("Change") || std::find(names.begin(), names.end(), name) != names.end();
}

std::string content(Frame& frame, pugi::xml_node properties, bool former) {
    std::string out;
    for (const pugi::xml_node child : properties.children()) {
        if (stands_apart(child)) continue;
        if (former)
            frame.carrier.append(out, child);
        else
            append_xml(out, child);
    }
    return out;
}

/// The change; empty where nothing changed or an earlier author tracks one already.
std::string change(Frame& frame, const std::string& name, pugi::xml_node before, pugi::xml_node after) {
    const std::string element = name + "Change";
    if (after.child(element.c_str())) return {};
    const std::string former = content(frame, before, true);
    if (former == content(frame, after, false)) return {};
    return "<" + element + frame.revisions.attributes() + "><" + name + ">" + former + "</" + name + "></" + element +
           ">";
}

}  // namespace

bool tracks_properties(std::string_view name) {
    return name == "w:tblPr" || name == "w:tblPrEx" || name == "w:trPr" || name == "w:tcPr" || name == "w:sectPr";
}

void append_properties(std::string& out, Frame& frame, pugi::xml_node before, pugi::xml_node after) {
    const std::string changed = frame.formatting && tracks_properties(after.name())
                                    ? change(frame, after.name(), before, after)
                                    : std::string();
    if (changed.empty()) return append_xml(out, after);
    append_start(out, after);
    for (const pugi::xml_node child : after.children()) append_xml(out, child);
    out += changed;
    append_end(out, after);
}

std::string paragraph_change(Frame& frame, pugi::xml_node before, pugi::xml_node after) {
    return change(frame, "w:pPr", before, after);
}

}  // namespace stet::docx
