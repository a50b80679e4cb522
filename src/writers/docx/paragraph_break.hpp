// Breaks a paragraph of a Word document in two before a letter.
#pragma once

#include <pugixml.hpp>

#include "writers/docx/block_places.hpp"
#include "writers/docx/new_paragraphs.hpp"

namespace stet::docx {

/// Whether nothing is open there that would have to be closed: the letter stands in a run of the paragraph itself and
/// in no field.
bool can_break(const NodePlace& place);

/// The new paragraph: the letter and what stands behind it, with the properties of the old one. Where a list counts the
/// old one (`counted`), the new one is in none. Its first run holds the rest of the broken one and may be empty.
pugi::xml_node break_paragraph(const NodePlace& place, bool counted, const Unnumbering& unnumbering);

}  // namespace stet::docx
