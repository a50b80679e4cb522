// Revisions of properties (ECMA-376 part 1, 17.13.5): the last child, holding the former element.
#include "writers/docx/property_changes.hpp"

#include <algorithm>
#include <array>
#include <utility>

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

std::string content(pugi::xml_node properties) {
    std::string out;
    for (const pugi::xml_node child : properties.children())
        if (!stands_apart(child)) append_xml(out, child);
    return out;
}

/// Of the before-document's.
std::string former_content(Frame& frame, pugi::xml_node properties) {
    std::string out;
    for (const pugi::xml_node child : properties.children())
        if (!stands_apart(child)) frame.carrier.append(out, child);
    return out;
}

/// The change; empty where nothing changed or an earlier author tracks one already.
std::string change(Frame& frame, const std::string& name, pugi::xml_node after, const std::string& former) {
    const std::string element = name + "Change";
    if (after.child(element.c_str())) return {};
    if (former == content(after)) return {};
    return "<" + element + frame.revisions.attributes() + "><" + name + ">" + former + "</" + name + "></" + element +
           ">";
}

bool stands_before_numbering(pugi::xml_node child) {
    static constexpr std::array<std::string_view, 6> names = {"w:pStyle",          "w:keepNext", "w:keepLines",
                                                              "w:pageBreakBefore", "w:framePr",  "w:widowControl"};
    return std::find(names.begin(), names.end(), child.name()) != names.end();
}

/// What a paragraph that names no list must say to be numbered in the after-document as it was; empty where its style
/// says so there.
std::string own_numbering(Frame& frame, pugi::xml_node before) {
    if (before.child("w:numPr")) return {};
    const ListForm& was = frame.before_lists.of(before);
    const std::string_view style = before.child("w:pStyle").attribute("w:val").value();
    if (was.form == frame.after_lists.of_style(frame.after.has_style(style) ? style : std::string_view()).form)
        return {};
    const std::string list = was.list.empty() ? "0" : frame.carrier.list(was.list);
    if (list.empty()) return {};
    return "<w:numPr><w:ilvl w:val=\"" + std::to_string(was.level) + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>";
}

std::string former_paragraph(Frame& frame, pugi::xml_node before) {
    std::string numbering = own_numbering(frame, before);
    std::string out;
    for (const pugi::xml_node child : before.children()) {
        if (stands_apart(child)) continue;
        if (!stands_before_numbering(child)) out += std::exchange(numbering, {});
        frame.carrier.append(out, child);
    }
    return out + numbering;
}

}  // namespace

bool tracks_properties(std::string_view name) {
    return name == "w:tblPr" || name == "w:tblPrEx" || name == "w:trPr" || name == "w:tcPr" || name == "w:sectPr";
}

void append_properties(std::string& out, Frame& frame, pugi::xml_node before, pugi::xml_node after) {
    const std::string changed = frame.formatting && tracks_properties(after.name())
                                    ? change(frame, after.name(), after, former_content(frame, before))
                                    : std::string();
    if (changed.empty()) return append_xml(out, after);
    append_start(out, after);
    for (const pugi::xml_node child : after.children()) append_xml(out, child);
    out += changed;
    append_end(out, after);
}

std::string paragraph_change(Frame& frame, pugi::xml_node before, pugi::xml_node after) {
    return change(frame, "w:pPr", after, former_paragraph(frame, before));
}

}  // namespace stet::docx
