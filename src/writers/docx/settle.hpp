// A part's tracked changes settled: accepted for the after-face, rejected for the before-face.
#pragma once

#include <pugixml.hpp>

#include "document/run.hpp"

namespace stet::docx {

/// Leaves no revision in the tree (ECMA-376 part 1, 17.13.5). Paragraphs whose mark goes are joined to the next;
/// returns whether there was any revision.
bool settle(pugi::xml_node root, Face face);

/// Puts the alternative that is read in the place of those between paragraphs and runs (mc:AlternateContent); those in
/// runs, of drawings, stay.
void take_alternatives(pugi::xml_node root);

}  // namespace stet::docx
