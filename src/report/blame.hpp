// Which round brought which words of the consolidated text.
#pragma once

#include <vector>

#include "proposal/apply.hpp"
#include "redline/redline.hpp"
#include "report/ledger.hpp"

namespace stet {

/// What all rounds together ask for: the last word on each subject that is not given up, and whose it is.
struct LatestOperations {
    std::vector<Operation> operations;    ///< with the status that the last word gives it
    std::vector<std::uint32_t> subjects;  ///< of each: index into Ledger::subjects
    std::vector<std::uint32_t> stances;   ///< of each: index into Subject::stances
};

LatestOperations latest_operations(const std::vector<Proposal>& rounds, const Ledger& ledger);

/// The same of what is tentatively agreed and was not reopened.
LatestOperations agreed_operations(const std::vector<Proposal>& rounds, const Ledger& ledger);

/// Every stretch of the new text: its place, "base" or the round that said its words first, and the words; and every
/// stretch of the base that is struck, with the round that struck it first. `redline` is base → new, `consolidation`
/// what gave it from `latest`.
Sheet blame_sheet(const Redline& redline, const Consolidation& consolidation, const LatestOperations& latest,
                  const std::vector<Proposal>& rounds, const Ledger& ledger);

}  // namespace stet
