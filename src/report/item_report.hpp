// What became of each operation of a proposal on its base, as a sheet.
#pragma once

#include <vector>

#include "proposal/apply.hpp"
#include "proposal/proposal.hpp"
#include "report/sheet.hpp"

namespace stet {

/// Not carried out first, with the reason; then carried out, with what does not fit; then notes, which ask for no text.
Sheet build_item_report(const Proposal& proposal, const Document& base, const std::vector<CarriedOut>& steps,
                        bool reads_back);

}  // namespace stet
