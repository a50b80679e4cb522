// Properties that changed, with those of before as a tracked change, where formatting is tracked.
#pragma once

#include <pugixml.hpp>
#include <string>

#include "writers/docx/frame.hpp"

namespace stet::docx {

/// Whether elements of this name may hold a tracked change of what they were: w:tblPr, w:trPr, w:tcPr, w:sectPr …
bool tracks_properties(std::string_view name);

/// Appends properties that both have: those of the after-document, and what they were.
void append_properties(std::string& out, Frame& frame, pugi::xml_node before, pugi::xml_node after);

/// `<w:pPrChange …>` for a paragraph that had these properties before; empty where they are the same.
std::string paragraph_change(Frame& frame, pugi::xml_node before, pugi::xml_node after);

}  // namespace stet::docx
