// The edits of one block as instructions about quoted words: strike, insert, with enough words to find the place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// Bytes of a block's text that go, and what comes there.
struct Hunk {
    Span cut;
    std::string with;
};

/// Strikes and insertions that turn the block's text into the text that the hunks make of it, white space aside. Hunks
/// are in order and apart. Targets are left empty. Nothing where quotations cannot say it. Words before `from` are
/// neither struck nor quoted.
std::optional<std::vector<Operation>> word_steps(const Document& document, BlockId block,
                                                 const std::vector<Hunk>& hunks, std::uint32_t from = 0);

}  // namespace stet
