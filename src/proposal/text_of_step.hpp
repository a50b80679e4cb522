// Which step the text that follows belongs to, by what its instruction says.
#pragma once

#include <vector>

#include "proposal/steps.hpp"

namespace stet {

/// All the clause is about stands in its own words.
bool is_complete(const Instruction& clause);

/// "Add new Section 6.4:", "Replace 5.2 with the following:": its text stands below.
bool awaits_new_text(const Instruction& clause);

/// Whether a block without a label or instruction belongs to the step.
bool takes_text(const Step& step);

/// An article or a letter comes: its sections are none of the agreement yet.
bool adds_wider_unit(const Step& step);

/// A section or a wider unit comes.
bool names_new_unit(const Instruction& clause);

/// "Section 8.1: add a new subsection E": of a section that is known a letter is a paragraph's.
void put_into_section(Instruction& clause, bool section_known);

/// "Add a new Section 6.2 as follows and renumber the rest:" as the last paragraph read: the addition, whose text
/// stands behind the renumbering. Null where none waits; what is found lives as long as the step stays where it is.
Step* waiting_addition(std::vector<Step>& steps);

}  // namespace stet
