// Words that a prefix denies: "exclusive" that became "non-exclusive", "reasonable" that became "unreasonable".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/weighty_words.hpp"
#include "redline/change.hpp"
#include "redline/hunks.hpp"

namespace stet {

/// Adds a flag `polarity-word` (high) for every word of a short hunk that one side has and the other has behind one of
/// the prefixes (lower case), with or without a hyphen between; none twice.
void add_denied_words(const ComparedTexts& texts, const std::vector<std::uint32_t>& hunks,
                      const DenyingPrefixes& prefixes, std::vector<Flag>& out);

}  // namespace stet
