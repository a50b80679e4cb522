// Two redlines of one base laid over each other: every word of the base and of both parties once, each edit with who
// makes it.
#pragma once

#include <array>
#include <string>

#include "diff/alignment.hpp"
#include "redline/redline.hpp"

namespace stet {

/// Merges base against the first party with base against the second: both redlines have the same `before`. `between`
/// aligns the parties' documents (what one inserted with what the other did); it may be empty. Changes, counts and
/// verification included.
Redline build_three_way(Redline first, Redline second, const Alignment& between, std::array<std::string, 2> names);

/// Whether both parties inserted anything, so that the parties' documents need an alignment.
bool both_insert(const Redline& first, const Redline& second);

}  // namespace stet
