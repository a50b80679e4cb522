// Moves what stands behind the letter into a paragraph of its own.
#include "writers/docx/paragraph_break.hpp"

#include <string>
#include <string_view>

#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

/// How many fields begin in a run and do not end in it.
int opened_fields(pugi::xml_node run) {
    int depth = 0;
    for (const pugi::xml_node sign : run.children("w:fldChar")) {
        const std::string_view type = sign.attribute("w:fldCharType").value();
        depth += type == "begin" ? 1 : type == "end" ? -1 : 0;
    }
    return depth;
}

void move_rest(pugi::xml_node first, pugi::xml_node to) {
    for (pugi::xml_node node = first; node;) {
        const pugi::xml_node next = node.next_sibling();
        to.append_move(node);
        node = next;
    }
}

}  // namespace

bool can_break(const NodePlace& place) {
    const pugi::xml_node run = place.node.parent();
    if (!is(run, "w:r") || run.parent() != place.paragraph) return false;
    int depth = 0;
    for (pugi::xml_node before = run.previous_sibling(); before; before = before.previous_sibling())
        depth += opened_fields(before);
    return depth == 0;
}

pugi::xml_node break_paragraph(const NodePlace& place, bool counted, const Unnumbering& unnumbering) {
    pugi::xml_node run = place.node.parent();
    pugi::xml_node paragraph = run.parent();
    pugi::xml_node fresh = paragraph.parent().insert_child_after("w:p", paragraph);
    if (const pugi::xml_node properties = paragraph.child("w:pPr")) {
        fresh.append_copy(properties);
        paragraph.child("w:pPr").remove_child("w:sectPr");
        if (counted) unnumbering.apply(fresh.child("w:pPr"));
    }
    pugi::xml_node rest = fresh.append_child("w:r");
    if (const pugi::xml_node properties = run.child("w:rPr")) rest.append_copy(properties);
    if (place.is_text) {
        const std::string text = place.node.text().get();
        const std::size_t behind = std::min(text.find_first_not_of(" \t\n", place.at), text.size());
        set_text(rest.append_child("w:t"), std::string_view(text).substr(behind));
        set_text(place.node, std::string_view(text).substr(0, place.at));
        move_rest(place.node.next_sibling(), rest);
    } else {
        set_text(rest.append_child("w:t"), {});
        move_rest(place.node, rest);
    }
    move_rest(run.next_sibling(), fresh);
    return fresh;
}

}  // namespace stet::docx
