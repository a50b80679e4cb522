// Run properties: what w:rPr says of the look of a text, and the marks that it comes to.
#pragma once

#include <optional>
#include <pugixml.hpp>

#include "document/run.hpp"

namespace stet {

/// The toggle properties of one w:rPr or of a chain of styles; unset where nothing is said (ECMA-376 Part 1, 17.7.3).
struct TextFormat {
    std::optional<bool> bold;
    std::optional<bool> italic;
    std::optional<bool> struck;  ///< w:strike or w:dstrike
    std::optional<bool> hidden;  ///< w:vanish
};

/// Whether an on/off element is there and on: no value, "1", "true" and "on" are (ECMA-376 Part 1, 17.17.4).
std::optional<bool> on_off(pugi::xml_node properties, const char* name);

TextFormat read_text_format(pugi::xml_node properties);

/// What `nearer` leaves unset is as in `farther`.
TextFormat inherit(const TextFormat& nearer, const TextFormat& farther);

/// The look of a text from the styles above it and its own properties. A toggle that both styles set is off: it is
/// toggled twice.
TextFormat combine(const TextFormat& own, const TextFormat& character_style, const TextFormat& paragraph_style);

/// Marks of a look; underline, colour, highlight, super- and subscript are marks only where the text's own properties
/// set them: what a style has is no mark that an author made by hand.
Marks marks_of(const TextFormat& look, pugi::xml_node own_properties);

}  // namespace stet
