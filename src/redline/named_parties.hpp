// The parties that two documents name, as words whose change weighs.
#pragma once

#include <vector>

#include "redline/redline.hpp"

namespace stet {

/// Puts the names that the documents give their parties among the weighty words of the redline's text after.
void add_named_parties(Redline& redline);

/// Takes the flags `party-word` out of the changes that tell of a party which has another name throughout: the old one
/// stands nowhere in the text after, the new one nowhere in the text before.
void drop_renamed_parties(Redline& redline);

}  // namespace stet
