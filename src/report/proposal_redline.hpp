// What can be drawn of an operation: its redline in the words of the source, and how its instruction was parsed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "proposal/proposal.hpp"

namespace stet {

/// The blocks of an operation as they are drawn; where nothing was, its struck and inserted text, paragraph by
/// paragraph, the strike first. What changes no text (a note, a unit printed again) is neither struck nor new. Empty
/// where nothing is printed.
std::vector<DrawnBlock> drawn_of(const Operation& operation);

/// The same of one reading of it.
std::vector<DrawnBlock> drawn_of(const OperationReading& reading);

/// Whether all readings of an operation strike and insert the same words: they differ in what that means.
bool readings_share_text(const Operation& operation);

/// Whether anything in the blocks is struck or inserted.
bool shows_change(const std::vector<DrawnBlock>& blocks);

/// A stretch of an instruction and its role in the parse; empty where nothing claimed it.
struct ParsedStretch {
    std::string words;
    std::string role;
};

/// The instruction cut into the stretches that its parts claim and those that none does, white space left out.
std::vector<ParsedStretch> parsed_stretches(const Operation& operation);

/// The reading that came out of the parse: "delete sentence; article 1, section 3, paragraph 1, the last sentence".
std::string reading_words(const Operation& operation);

/// Indices of things, for each operation of a proposal those that stand in its lines.
using OfOperations = std::vector<std::vector<std::uint32_t>>;

/// Text that nothing claimed, each stretch with the first operation in whose lines it stands.
OfOperations unclaimed_of_operations(const Proposal& proposal);

/// Wage tables, each with the first operation that sets tables in its lines.
OfOperations wage_tables_of_operations(const Proposal& proposal);

}  // namespace stet
