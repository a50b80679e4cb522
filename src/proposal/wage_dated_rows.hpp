// Schedules with a date in each row and steps in columns: "Nurse | Current | $38.10 | …", "Nurse | 11/16/2025 | …".
#pragma once

#include <vector>

#include "grammar/grammar_file.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// Puts tables of one row each, which are called by a date or by a word for what is in force, together to one table a
/// name: the name stands in the row's first cell. Rates in force become `current`, the others those of their dates.
void join_dated_rows(std::vector<WageTable>& tables, const Document& document, const WageWords& words);

}  // namespace stet
