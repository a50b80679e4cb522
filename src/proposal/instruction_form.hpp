// Instructions in the form that stet writes, which says one thing only: "In ARTICLE 8, Section 12, paragraph 1, strike
// “fourteen (14)” and insert “twenty-one (21)”."
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "proposal/proposal.hpp"

namespace stet {

/// What opens a document of such instructions: "What follows amends".
inline constexpr std::string_view instructions_open = "What follows amends ";

/// What stands there before the name of the grammar under which the base's units have these numbers.
inline constexpr std::string_view instructions_grammar = "read by the grammar ";

/// An operation as one sentence; one that brings in blocks ends in a colon and its blocks follow. Units are named by
/// the addresses of the base (`Target::units`), paragraphs, rows and heading lines in `Target::paragraph`.
std::string instruction_words(const Operation& operation);

/// The reverse: nothing where the text is no such sentence.
std::optional<Operation> parse_instruction(std::string_view text);

/// An item of a list that comes in, in one line: "Item: “1. Gloves.”"; "Item “-”, depth 2: “Gloves.”" where its number
/// is not the first word of its text, or it stands below another item.
std::string item_words(const DrawnBlock& item);

/// The reverse: nothing where the text is no such line.
std::optional<DrawnBlock> parse_item(std::string_view text);

/// A text in quotes of a kind that the text itself leaves free.
std::string quoted(std::string_view text);

/// What stands between the quotes that begin at the beginning of `text`, which is taken off.
std::optional<std::string> take_quoted(std::string_view& text);

}  // namespace stet
