// A section of a wage table: captions, heading rows and the rows of rates under them; takes the lines of a document.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "proposal/wage_caption.hpp"
#include "proposal/wage_grid.hpp"

namespace stet {

/// Rows under one heading. Lines are named by their place in the list that was read.
struct WageSection {
    std::vector<std::string> groups;  ///< captions above the one that names it, outermost first
    std::string name;                 ///< the caption nearest above it; empty where none names it
    bool named_here = false;          ///< that caption stands between this section and the one before
    WageSide side = WageSide::unsaid;
    std::string effective;           ///< as a caption says it
    std::uint32_t first_line = 0;    ///< of its nearest caption
    bool captions_in_rows = false;   ///< captions stand as rows inside the table
    std::vector<std::size_t> heads;  ///< heading rows, at most two: the lower last
    std::vector<std::size_t> rows;   ///< rows of rates
};

/// Cuts the lines into sections. Time is linear in the lines.
std::vector<WageSection> read_wage_sections(const std::vector<WageLine>& lines, const Grammar& grammar);

}  // namespace stet
