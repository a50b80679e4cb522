// Names of places in an agreement: "the last sentence of Paragraph 1", "Sections 80 and 81", "LOA #6 Parking".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "proposal/phrases.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// How the label of a sentence begins that is known by its first words: "beginning “Looms run”".
inline constexpr std::string_view label_of_first_words = "beginning “";

/// One unit of a place, as its noun, number or ordinal say.
struct UnitName {
    WordClass noun = WordClass::section;
    std::vector<std::string> labels;  ///< "80", "81"; "2.03(a)"; empty where none is given
    int ordinal = 0;                  ///< 1 is the first, -1 the last; 0 where none is given
    unsigned count = 1;               ///< "the last three paragraphs"
    std::vector<int> more_ordinals;   ///< "the first and third sentences": those behind the first; empty where in a row
    bool open_range = false;          ///< "(i) through (iv)": labels between them that cannot be told
    bool entire = false;
    Span span;
    std::string first_of_several = {};  ///< the first label of those it was named with: "3" of "Side Letters 3 and 5"
};

/// Units from the narrowest to the widest or the reverse, as the words have them.
struct PlaceName {
    std::vector<UnitName> units;
    std::size_t end = 0;  ///< token behind it
    bool entire = false;  ///< "in its entirety"
    Span document = {};   ///< "of the Pension Plan": the name of what it is a unit of, where one stands behind it

    /// The unit of that noun; nullptr where there is none.
    const UnitName* find(WordClass noun) const;

    /// Whether a unit has a number or a letter.
    bool has_label() const;
};

/// The place that begins at token `at` and ends before `end`.
std::optional<PlaceName> parse_place(const PhrasedText& text, std::size_t at, std::size_t end);

/// Whether a verb stands at a token that says what becomes of a place: "delete", "amend", "move".
bool is_instructing(const PhrasedText& text, std::size_t at);

/// A place with the labels and ordinals of its first unit that has several parted: "paragraphs 2 and 4" as paragraph 2,
/// paragraph 4.
std::vector<PlaceName> parted(const PlaceName& place);

/// Labels without a noun: "31 through 34".
std::optional<UnitName> parse_labels(const PhrasedText& text, std::size_t at, std::size_t end);

/// A section told by its dotted number alone: "12.6".
std::optional<PlaceName> dotted_place(const PhrasedText& text, std::size_t at, std::size_t end);

/// The kind of unit that is narrowest in the place; paragraph where it names none.
Unit narrowest_unit(const PlaceName& place);

/// Whether the narrowest unit of a place is of a wider kind than that of the other.
bool is_wider(const PlaceName& place, const PlaceName& other);

/// The unit for a noun.
Unit unit_of(WordClass noun);

/// Lays a place over a target: what it names replaces what the target had.
void lay_over(Target& target, const PlaceName& place, std::string_view text);

/// Labels as a reader writes them: "80 and 81".
std::string joined_labels(const std::vector<std::string>& labels);

}  // namespace stet
