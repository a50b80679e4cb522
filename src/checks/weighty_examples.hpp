// Runs the examples of a grammar's words whose change weighs.
#pragma once

#include "grammar/grammar_file.hpp"
#include "text/diagnostic.hpp"

namespace stet {

/// One warning (code "example-differs") for every example of the grammar's [weighty] table whose texts, compared, give
/// other wording flags than the file says, with the first that differs. Flags read "modal-word: “shall” became “may”".
Diagnostics check_weighty_examples(const Grammar& grammar);

}  // namespace stet
