// Looks at every element once, at its name and its id.
#include "writers/docx/survey.hpp"

#include <algorithm>
#include <string_view>

namespace stet::docx {

namespace {

constexpr int most_id = 1'000'000'000;  // a file may say anything; what comes above must still be a number

/// Elements in which earlier changes are written (ECMA-376 part 1, 17.13.5).
bool tells_of_a_change(std::string_view name) {
    if (name.ends_with("Change")) return true;
    if (!name.starts_with("w:")) return false;
    name.remove_prefix(2);
    switch (name.empty() ? '\0' : name.front()) {
        case 'i':
            return name == "ins";
        case 'd':
            return name == "del";
        case 'm':
            return name.starts_with("move");
        case 'c':
            return name == "cellIns" || name == "cellDel" || name == "cellMerge" || name.starts_with("customXml");
        default:
            return false;
    }
}

/// A table or row that holds nothing.
bool is_bare(pugi::xml_node node, std::string_view name) {
    return (name == "w:tbl" && !node.child("w:tr")) || (name == "w:tr" && !node.child("w:tc"));
}

class Surveyor {
public:
    Survey take() { return std::move(survey_); }

    void look(pugi::xml_node node, bool in_run) {
        for (const pugi::xml_attribute attribute : node.attributes())
            if (std::string_view(attribute.name()) == "w:id") note_id(attribute.as_int());
        const std::string_view name = node.name();
        if (name == "w:t") return;
        if (name == "w:bookmarkStart") survey_.bookmarks.push_back(node);
        survey_.alternatives = survey_.alternatives || (!in_run && name == "mc:AlternateContent");
        survey_.tracked = survey_.tracked || tells_of_a_change(name) || is_bare(node, name);
        in_run = in_run || name == "w:r";
        for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling())
            if (child.type() == pugi::node_element) look(child, in_run);
    }

private:
    void note_id(int id) {
        if (id > 0 && id < most_id) survey_.most_id = std::max(survey_.most_id, static_cast<std::uint32_t>(id));
    }

    Survey survey_;
};

}  // namespace

Survey survey(pugi::xml_node root) {
    Surveyor surveyor;
    if (root) surveyor.look(root, false);
    return surveyor.take();
}

}  // namespace stet::docx
