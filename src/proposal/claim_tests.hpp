// What one claim says of raises and rates, held against the wage tables.
#pragma once

#include <string_view>
#include <vector>

#include "proposal/claim_rows.hpp"

namespace stet {

/// Flags for what the tables refute; none where the claim holds, or is about something else. The texts name the rows.
std::vector<Flag> test_wage_claim(std::string_view text, const std::vector<ClaimTable>& tables, const WageWords& words);

}  // namespace stet
