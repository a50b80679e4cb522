// Raises that sentences and lists state: "Effective July 1, 2025, all wage rates shall be increased by 3%."
#pragma once

#include <vector>

#include "grammar/grammar_file.hpp"
#include "proposal/proposal.hpp"
#include "proposal/wage_grid.hpp"

namespace stet {

/// A table of raises and no rows for each sentence, or each list under a line that announces raises, in which each
/// raise has its date; a row for each whose rates are raised. What gives other numbers of them is left alone. Linear in
/// the lines.
std::vector<WageTable> read_stated_raises(const std::vector<WageLine>& lines, const Grammar& grammar);

}  // namespace stet
