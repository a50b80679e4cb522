// "forty cents ($0.40)": what a change of one half of a pair of words and figure makes of the other.
#pragma once

#include <optional>
#include <string>

#include "document/document.hpp"
#include "proposal/splice.hpp"

namespace stet {

/// A splice that changes one half of a pair alone, so that it would say two values.
struct PairChange {
    std::string was;                  ///< the pair in the base
    std::string said;                 ///< what it would say
    bool figure = false;              ///< the figure is changed, not the words
    std::optional<WordSplice> whole;  ///< the pair with both halves changed, where it can be written
};

/// Nothing where both halves say the same value behind the splice.
std::optional<PairChange> pair_change(const Document& base, const WordSplice& splice);

}  // namespace stet
