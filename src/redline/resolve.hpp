// The text after all changes, or before them.
#pragma once

#include <cstddef>
#include <string>

#include "redline/redline.hpp"

namespace stet {

/// Every change accepted: the after-document's compared text from the redline's edits, one block a line, cells parted
/// by tabs. What stands aside, contents and furniture are left out.
std::string accept_all(const Redline& redline);

/// Every change rejected: the before-document's compared text.
std::string reject_all(const Redline& redline);

/// Three-way: one party's changes accepted and the other's dropped.
std::string accept_party(const Redline& redline, std::size_t party);

}  // namespace stet
