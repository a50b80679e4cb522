// One look through a part's tree for what decides how it is handled: the ids in it, its bookmarks, and whether there is
// anything to settle or to choose from.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <vector>

namespace stet::docx {

struct Survey {
    std::uint32_t most_id = 0;              ///< the highest w:id that a new one could collide with
    std::vector<pugi::xml_node> bookmarks;  ///< w:bookmarkStart, in order
    bool alternatives = false;              ///< mc:AlternateContent beside runs (see take_alternatives)
    bool tracked = false;  ///< changes of earlier authors, or tables without rows or cells (see settle)
};

Survey survey(pugi::xml_node root);

}  // namespace stet::docx
