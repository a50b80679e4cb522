// Runs the examples of a grammar's words for wages.
#pragma once

#include "grammar/grammar_file.hpp"
#include "text/diagnostic.hpp"

namespace stet {

/// One warning (code "example-differs") for every example of the grammar's [wages] table whose text gives other rows
/// than the file says, with the first that differs. Rows read "Dockhands: After 900 Hours > After 600 Hours 15.25 ->
/// 2025-02-01 16.50, 2026-02-01 17.00": whose, the step (and the one that takes its place), the rate in force, the
/// proposed rates; a raise "Top rate: 2025-02-01 +0.35". Rows of other money than wages follow behind those of wages.
Diagnostics check_wage_examples(const Grammar& grammar);

}  // namespace stet
