// Where new items of lists begin in the lines of a Markdown file: as deep as those beside which they stand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace stet {

/// Whether Markdown reads a number before a text as that of an item: "-", "12.", "3)".
bool is_item_marker(std::string_view number);

class ItemMargins {
public:
    /// New blocks are to stand beside block `anchor` of the base.
    ItemMargins(const Document& base, BlockId anchor);

    /// What stands before the marker of the next new item, which has that depth (from 1).
    std::string take(std::size_t depth, std::string_view marker);

    /// A block that no list holds: what follows is another list.
    void leave() { levels_.clear(); }

private:
    struct Level {
        std::string margin;     ///< blanks before the marker
        std::size_t width = 0;  ///< of the marker with the blanks behind it
    };

    std::vector<Level> levels_;  ///< the last item of each depth
};

}  // namespace stet
