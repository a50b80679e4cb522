// Facts that a proposal states twice: summaries of its own operations, periods, sentences with and without an
// exception.
#pragma once

#include "grammar/grammar_file.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// Flags summaries that say again what another operation says (DUPLICATE_OF), told by their sums and words.
void flag_duplicates(std::vector<Operation>& operations);

/// Flags operations that give one period with unlike ends (DATE_DIFFERS): one end the same, the other days apart.
void flag_periods(std::vector<Operation>& operations);

/// A sentence that is followed by the same sentence with an exception: which of them holds is not said
/// (DUPLICATE_CONTRADICTORY); the operation becomes ambiguous, both readings are kept.
void flag_contradictions(std::vector<Operation>& operations);

}  // namespace stet
