// What a line above wage rates says of them: which side of the change they are on, from when they hold, whose they are.
#pragma once

#include <string>
#include <string_view>

#include "grammar/grammar_file.hpp"
#include "proposal/wage_cell.hpp"

namespace stet {

enum class WageSide : std::uint8_t { unsaid, current, proposed };

struct WageCaption {
    WageSide side = WageSide::unsaid;
    std::string effective;  ///< ISO, or as printed where it is no date; empty where none is said
    std::string rest;       ///< what else it says; empty where it is nothing but a mark of side and date
    bool sentence = false;  ///< it is prose: its date and side count, its words name nothing
};

/// Ends as sentences and entries of lists do: prose, and no caption.
bool ends_as_prose(std::string_view text);

/// Reads a caption. `words` are those of the grammar.
WageCaption read_wage_caption(std::string_view text, const Grammar& grammar);

/// From when a column's rates hold, as its heading says: ISO where it has one full date, a year or period as printed
/// without footnote marks, else empty.
std::string effective_of(const WageCell& heading, const WageWords& words);

/// "Year 2", "FY26": a period of the agreement named without a date.
bool is_period(std::string_view key, const WageWords& words);

}  // namespace stet
