// Facts that a proposal states twice: summaries of its own operations, periods, sentences with and without an
// exception.
#pragma once

#include "proposal/proposal.hpp"

namespace stet {

/// Flags summaries that say again what another operation says (DUPLICATE_OF), told by their sums and words, and
/// operations that give one period with unlike ends (DATE_DIFFERS): one end the same, the other days apart.
void flag_repeats(std::vector<Operation>& operations);

}  // namespace stet
