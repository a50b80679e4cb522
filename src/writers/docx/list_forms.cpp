// Looks up lists as the reader does.
#include "writers/docx/list_forms.hpp"

#include <functional>

namespace stet::docx {

namespace {

pugi::xml_node root_of(PackageSide& side, std::string_view type) {
    const std::string part = side.related(side.story(side.main_part()), type);
    return part.empty() ? pugi::xml_node() : side.story(part).root();
}

std::string form_of(const ListMember& member) {
    if (member.list == nullptr) return {};
    const auto at = static_cast<std::size_t>(member.level);
    const ListLevel& level = *member.list->levels[at];
    if (level.format == "bullet") return "bullet";
    std::string out = std::to_string(member.level) + "|" + level.text + (level.legal ? "|legal|" : "|");
    for (std::size_t i = 0; i <= at; ++i) {
        if (i < at && level.text.find("%" + std::to_string(i + 1)) == std::string::npos) continue;
        out += member.list->levels[i]->format + " from " + std::to_string(member.list->levels[i]->start);
        if (member.list->restarts[i]) out += " anew from " + std::to_string(*member.list->restarts[i]);
        out += "|";
    }
    return out;
}

std::string_view value_of(pugi::xml_node node, const char* name) {
    return node.child(name).attribute("w:val").value();
}

/// The same style and the same place in a list.
bool say_the_same(pugi::xml_node former, pugi::xml_node properties) {
    if (value_of(former, "w:pStyle") != value_of(properties, "w:pStyle")) return false;
    const pugi::xml_node was = former.child("w:numPr");
    const pugi::xml_node is = properties.child("w:numPr");
    return value_of(was, "w:ilvl") == value_of(is, "w:ilvl") && value_of(was, "w:numId") == value_of(is, "w:numId");
}

std::string bytes_of(PackageSide& side, std::string_view type) {
    const std::string part = side.related(side.story(side.main_part()), type);
    return part.empty() || !side.package().has(part) ? std::string() : side.package().read(part);
}

}  // namespace

ListForms::ListForms(PackageSide& side)
    : styles_(root_of(side, "styles")),
      numbering_(root_of(side, "numbering"), styles_),
      definitions_(std::hash<std::string>{}(bytes_of(side, "styles") + bytes_of(side, "numbering"))) {}

const ListForm& ListForms::of(pugi::xml_node properties) {
    return find(read_list_place(properties), properties.child("w:pStyle").attribute("w:val").value());
}

const ListForm& ListForms::of_style(std::string_view style) {
    return find(std::nullopt, style);
}

const ListForm& ListForms::find(const std::optional<ListPlace>& own, std::string_view style) {
    const auto [entry, fresh] =
        known_.try_emplace({std::string(style), own ? own->list : std::string(), own && own->level ? *own->level : -1});
    if (!fresh) return entry->second;
    const ListMember member = list_member(numbering_, styles_, own, style);
    if (member.list != nullptr) entry->second = {member.id, member.level, form_of(member)};
    return entry->second;
}

bool is_numbered_otherwise(ListForms& before, pugi::xml_node former, ListForms& after, pugi::xml_node properties) {
    if (before.definitions() == after.definitions() && say_the_same(former, properties)) return false;
    return before.of(former).form != after.of(properties).form;
}

}  // namespace stet::docx
