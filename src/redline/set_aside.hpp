// What changed in the text that is set aside: running heads and feet, menus.
#pragma once

#include "document/document.hpp"
#include "text/diagnostic.hpp"

namespace stet {

/// Page furniture is not compared; where its words differ between the versions, one remark for each (info, code
/// "furniture-changed"). What differs from page to page, the page number, is no word of it.
Diagnostics changed_furniture(const Document& before, const Document& after);

}  // namespace stet
