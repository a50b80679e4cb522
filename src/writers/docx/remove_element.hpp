// Paragraphs and rows that go out of a part: what must stay there when they are gone.
#pragma once

#include <pugixml.hpp>

namespace stet::docx {

/// A paragraph without anything in it that is seen, and no end of a section.
bool holds_nothing(pugi::xml_node paragraph);

/// Takes a paragraph or row out, with the empty paragraphs behind it that would stand double. Ends of bookmarks and
/// sections stay, and what cannot be empty is closed.
void remove_element(pugi::xml_node element);

/// A table without a row goes. A cell or a box ends with a paragraph (ECMA-376 part 1, 17.4.65); where that is all that
/// a frame around paragraphs has left, its row goes.
void close_gap(pugi::xml_node place);

}  // namespace stet::docx
