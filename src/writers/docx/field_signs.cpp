// Pairs begins and ends (ECMA-376 part 1, 17.16.18).
#include "writers/docx/field_signs.hpp"

#include <string_view>

#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

std::ptrdiff_t open_fields(pugi::xml_node paragraph) {
    std::ptrdiff_t open = 0;
    for (const pugi::xml_node child : paragraph.children()) {
        const std::string_view name = child.name();
        if (name.empty() || name == "w:t" || name == "w:rPr" || name == "w:pPr") continue;
        if (name != "w:fldChar") {
            open += open_fields(child);
            continue;
        }
        const std::string_view sign = child.attribute("w:fldCharType").value();
        open += sign == "begin" ? 1 : sign == "end" ? -1 : 0;
    }
    return open;
}

void FieldSigns::add(pugi::xml_node member) {
    for (const pugi::xml_node node : member.children()) {
        if (!is(node, "w:fldChar") && !is(node, "w:instrText")) {
            add(node);
            continue;
        }
        const std::string_view sign = node.attribute("w:fldCharType").value();
        if (sign == "begin") open_.emplace_back();
        if (open_.empty()) continue;
        open_.back().push_back(Hints::key(node));
        if (sign != "end") continue;
        whole_.insert(open_.back().begin(), open_.back().end());
        open_.pop_back();
    }
}

}  // namespace stet::docx
