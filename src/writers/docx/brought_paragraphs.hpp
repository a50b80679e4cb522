// Which paragraphs of a new package an operation brought in, by their ordinals.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <vector>

#include "proposal/splice.hpp"
#include "readers/docx/walk.hpp"

namespace stet::docx {

/// A paragraph or row that operation `by` put into the tree.
struct FreshElement {
    pugi::xml_node element;
    std::uint32_t by = 0;
};

/// The ordinals of fresh elements in the new document; `walk` is of the tree that it was written from.
std::vector<BroughtBytes> brought_by(const DocxWalk& walk, const Source& made, const std::vector<FreshElement>& fresh);

}  // namespace stet::docx
