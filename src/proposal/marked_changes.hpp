// What the marks of one block ask for: each struck stretch with what comes in its place.
#pragma once

#include <string>
#include <vector>

#include "proposal/marked_text.hpp"
#include "proposal/phrases.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// A change that the marks show.
struct MarkedChange {
    std::string struck;  ///< stretches parted by " … "
    std::string inserted;
    Span place;  ///< in the block's text, from the first mark to the last
    Unit unit = Unit::words;
    unsigned sentence = 1;  ///< of the block, from 1
    MarkSource source = MarkSource::said;
    std::vector<std::string> repairs;  ///< codes of flags
};

/// The changes of a block in order. `pieces` are repaired; `from` is where its text begins behind its label.
std::vector<MarkedChange> marked_changes(const Block& block, const std::vector<MarkedPiece>& pieces, std::uint32_t from,
                                         const PhraseBook& book);

}  // namespace stet
