// Which step the text that follows belongs to, by what its instruction says.
#pragma once

#include <vector>

#include "proposal/steps.hpp"

namespace stet {

/// All the clause is about stands in its own words.
bool is_complete(const Instruction& clause);

/// Whether a block without a label or instruction belongs to the step.
bool takes_text(const Step& step);

/// An article or a letter comes: its sections are none of the agreement yet.
bool adds_wider_unit(const Step& step);

/// "Add a new Section 6.2 as follows and renumber the rest:" as the last paragraph read: the addition, whose text
/// stands behind the renumbering. Null where none waits; what is found lives as long as the step stays where it is.
Step* waiting_addition(std::vector<Step>& steps);

}  // namespace stet
