// Reads the definitions of lists.
#include "readers/docx/numbering.hpp"

#include <algorithm>

namespace stet {

namespace {

using Nodes = std::unordered_map<std::string, pugi::xml_node>;

/// Largest number that Word counts to (ECMA-376 Part 1, 17.9.25 gives none; the field is a 16-bit one in Word).
constexpr std::int64_t largest_start = 32'767;

std::optional<int> level_index(pugi::xml_node node) {
    const int level = node.attribute("w:ilvl").as_int(-1);
    return level >= 0 && level < list_levels ? std::optional<int>(level) : std::nullopt;
}

std::int64_t start_of(pugi::xml_attribute value) {
    return std::clamp<std::int64_t>(value.as_llong(1), 0, largest_start);
}

/// A format that Word has by example ("001, 002, 003, ...") goes by the first one.
std::string format_of(pugi::xml_node node) {
    const std::string_view format = node.attribute("w:val").value();
    if (format != "custom") return std::string(format);
    const std::string_view examples = node.attribute("w:format").value();
    return std::string(examples.substr(0, examples.find(',')));
}

ListLevel read_level(pugi::xml_node node) {
    ListLevel level;
    level.start = node.child("w:start") ? start_of(node.child("w:start").attribute("w:val")) : 0;
    pugi::xml_node format = node.child("w:numFmt");
    if (!format) format = node.child("mc:AlternateContent").child("mc:Choice").child("w:numFmt");
    if (format) level.format = format_of(format);
    level.text = node.child("w:lvlText").attribute("w:val").value();
    if (const pugi::xml_node restart = node.child("w:lvlRestart")) level.restart = restart.attribute("w:val").as_int();
    level.legal = on_off(node, "w:isLgl").value_or(false);
    level.style = node.child("w:pStyle").attribute("w:val").value();
    return level;
}

/// The definition behind a num; where it stands for a list style, that style's own definition.
pugi::xml_node definition_of(pugi::xml_node num, const Nodes& nums, const Nodes& definitions, const Styles& styles) {
    const auto found = definitions.find(num.child("w:abstractNumId").attribute("w:val").value());
    if (found == definitions.end()) return {};
    const std::string_view link = found->second.child("w:numStyleLink").attribute("w:val").value();
    const Style* style = link.empty() ? nullptr : styles.find(link);
    if (style == nullptr || !style->list) return found->second;
    const auto linked_num = nums.find(style->list->list);
    if (linked_num == nums.end()) return found->second;
    const auto linked = definitions.find(linked_num->second.child("w:abstractNumId").attribute("w:val").value());
    return linked == definitions.end() ? found->second : linked->second;
}

}  // namespace

void ListDefinitions::read_levels(pugi::xml_node parent, Levels& levels) {
    for (const pugi::xml_node node : parent.children("w:lvl"))
        if (const std::optional<int> index = level_index(node))
            levels[static_cast<std::size_t>(*index)] = &levels_.emplace_back(read_level(node));
}

void ListDefinitions::read_overrides(pugi::xml_node num, List& list) {
    for (const pugi::xml_node node : num.children("w:lvlOverride")) {
        const std::optional<int> index = level_index(node);
        if (!index) continue;
        const auto level = static_cast<std::size_t>(*index);
        if (const pugi::xml_node own = node.child("w:lvl")) list.levels[level] = &levels_.emplace_back(read_level(own));
        if (const pugi::xml_node start = node.child("w:startOverride"))
            list.restarts[level] = start_of(start.attribute("w:val"));
    }
}

const ListDefinitions::Levels& ListDefinitions::levels_of(pugi::xml_node definition, LevelsOfDefinitions& known) {
    const auto [entry, fresh] = known.try_emplace(definition.internal_object());
    if (fresh) {
        entry->second.fill(&levels_.front());
        read_levels(definition, entry->second);
    }
    return entry->second;
}

ListDefinitions::ListDefinitions(pugi::xml_node root, const Styles& styles) {
    Nodes definitions;
    for (const pugi::xml_node node : root.children("w:abstractNum"))
        definitions.emplace(node.attribute("w:abstractNumId").value(), node);
    Nodes nums;
    for (const pugi::xml_node node : root.children("w:num")) nums.emplace(node.attribute("w:numId").value(), node);
    LevelsOfDefinitions known;
    for (const auto& [id, num] : nums) {
        const pugi::xml_node definition = definition_of(num, nums, definitions, styles);
        if (!definition) continue;
        List list;
        list.counters = definition.attribute("w:abstractNumId").value();
        list.levels = levels_of(definition, known);
        read_overrides(num, list);
        lists_.emplace(id, std::move(list));
    }
}

const List* ListDefinitions::find(std::string_view id) const {
    const auto found = lists_.find(std::string(id));
    return found == lists_.end() ? nullptr : &found->second;
}

}  // namespace stet
