// Tables of contents: entries that name units and are none.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "document/block.hpp"
#include "grammar/site.hpp"

namespace stet {

/// What the contents of a document tell.
struct Contents {
    std::vector<bool> blocks;                ///< by block: it is part of a table of contents
    std::unordered_set<std::string> titles;  ///< heading keys of entries without a label
};

/// Finds them: what follows a heading that the grammar knows for one, up to where the first entry comes again; and four
/// or more blocks in a row that are a label with a title or end in a page number, and come again later.
Contents find_contents(const std::vector<Block>& blocks, const Sites& sites, const Grammar& grammar);

}  // namespace stet
