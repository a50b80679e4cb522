// Reads run properties.
#include "readers/docx/text_format.hpp"

#include <string_view>

namespace stet {

namespace {

bool is_off(std::string_view value) {
    return value == "0" || value == "false" || value == "off" || value == "none";
}

std::string_view value_of(pugi::xml_node properties, const char* name) {
    return properties.child(name).attribute("w:val").value();
}

std::optional<bool> toggled(std::optional<bool> paragraph, std::optional<bool> character) {
    if (!paragraph) return character;
    if (!character) return paragraph;
    return *paragraph != *character;
}

bool has_colour(pugi::xml_node properties) {
    const std::string_view colour = value_of(properties, "w:color");
    return !colour.empty() && colour != "auto" && colour != "000000";
}

}  // namespace

std::optional<bool> on_off(pugi::xml_node properties, const char* name) {
    const pugi::xml_node element = properties.child(name);
    if (!element) return std::nullopt;
    return !is_off(element.attribute("w:val").value());
}

TextFormat read_text_format(pugi::xml_node properties) {
    TextFormat out;
    if (!properties) return out;
    out.bold = on_off(properties, "w:b");
    out.italic = on_off(properties, "w:i");
    out.struck = on_off(properties, "w:strike");
    if (const auto twice = on_off(properties, "w:dstrike"); twice && !out.struck.value_or(false)) out.struck = twice;
    out.hidden = on_off(properties, "w:vanish");
    return out;
}

TextFormat inherit(const TextFormat& nearer, const TextFormat& farther) {
    return {nearer.bold ? nearer.bold : farther.bold, nearer.italic ? nearer.italic : farther.italic,
            nearer.struck ? nearer.struck : farther.struck, nearer.hidden ? nearer.hidden : farther.hidden};
}

TextFormat combine(const TextFormat& own, const TextFormat& character_style, const TextFormat& paragraph_style) {
    return inherit(own, {toggled(paragraph_style.bold, character_style.bold),
                         toggled(paragraph_style.italic, character_style.italic),
                         toggled(paragraph_style.struck, character_style.struck),
                         toggled(paragraph_style.hidden, character_style.hidden)});
}

Marks marks_of(const TextFormat& look, pugi::xml_node own_properties) {
    Marks marks;
    if (look.bold.value_or(false)) marks = marks.with(Mark::bold);
    if (look.italic.value_or(false)) marks = marks.with(Mark::italic);
    if (look.struck.value_or(false)) marks = marks.with(Mark::struck);
    if (!own_properties) return marks;
    if (on_off(own_properties, "w:u").value_or(false)) marks = marks.with(Mark::underline);
    if (on_off(own_properties, "w:highlight").value_or(false)) marks = marks.with(Mark::highlight);
    if (has_colour(own_properties)) marks = marks.with(Mark::coloured);
    const std::string_view height = value_of(own_properties, "w:vertAlign");
    if (height == "superscript") marks = marks.with(Mark::superscript);
    if (height == "subscript") marks = marks.with(Mark::subscript);
    return marks;
}

}  // namespace stet
