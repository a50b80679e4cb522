// Which rows of a redline stand in one table, for the writers that print tables row by row.
#pragma once

#include <cstdint>

#include "redline/redline.hpp"

namespace stet {

/// The table of each side as last seen; begins empty.
class TableRun {
public:
    /// Whether the block is a row of this table; it is then the last one seen.
    bool joins(const Redline& redline, const RedlineBlock& block);

private:
    std::uint32_t before_ = 0;
    std::uint32_t after_ = 0;
};

}  // namespace stet
