// Whether a final draft is the base and what was agreed, and nothing else.
#pragma once

#include <vector>

#include "proposal/apply.hpp"
#include "redline/redline.hpp"
#include "report/blame.hpp"

namespace stet {

/// Whether nothing differs, everything agreed was carried out and stands agreed, and every mark of agreement is read.
bool is_sealed(const Redline& redline, const std::vector<CarriedOut>& steps, bool reads_back,
               const std::vector<Proposal>& rounds, const Ledger& ledger);

/// Every difference between base with agreed items and the final draft (`redline`), with the open item whose words it
/// has, if any; and agreed items that could not be carried out.
Sheet seal_sheet(const Redline& redline, const std::vector<CarriedOut>& steps, bool reads_back,
                 const LatestOperations& agreed, const std::vector<Proposal>& rounds, const Ledger& ledger);

}  // namespace stet
