// Law 1 of a three-way redline: dropping one party's edits gives the other's text, dropping both gives the base.
#pragma once

#include "redline/redline.hpp"

namespace stet {

/// Walks the blocks and edits and holds them against the base's and both parties' own blocks: every character stands
/// in one edit of its side, in order; what a party keeps of the base reads the same in both; what is printed is what
/// one of them has. Sets `verified` of the redline and of its parties. Shares no code with the building. Linear.
void verify_three_way(Redline& redline);

}  // namespace stet
