// Tables of contents: entries that name units and are none.
#pragma once

#include <span>
#include <vector>

#include "document/block.hpp"
#include "grammar/site.hpp"

namespace stet {

/// Finds them, by block: what follows a heading that the grammar knows for one, up to where the first entry comes
/// again; and four or more blocks in a row that are a label with a title or end in a page number, and come again later.
std::vector<bool> find_contents(std::span<const Block> blocks, const Sites& sites, const Grammar& grammar);

}  // namespace stet
