// Runs the examples of a grammar's [proposal] table.
#pragma once

#include <string>

#include "grammar/grammar_file.hpp"
#include "proposal/proposal.hpp"
#include "text/diagnostic.hpp"

namespace stet {

/// "delete sentence; article 5; section 12; sentence last; certain": operation and unit, the place as far as it is
/// told, how sure.
std::string asked(const Operation& operation);

/// One warning (code "example-differs") for every example of which other operations are read than the file says, with
/// the first that differs. Empty where all is well.
Diagnostics check_proposal_examples(const Grammar& grammar);

}  // namespace stet
