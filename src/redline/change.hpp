// Changes: what a reader clicks through, with the values and the flags that make each worth a look.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "redline/parties.hpp"

namespace stet {

/// What a change is first of all; the order is the order of precedence.
enum class Fact : std::uint8_t {
    split,
    merged,
    moved,
    inserted,
    deleted,
    edited,
    renumbered,
    table,
    struck,
    gone_unmarked,
    against_mark,
    conflict  ///< three-way: the parties differ on the same words
};

std::string_view fact_name(Fact fact);

enum class FlagSeverity : std::uint8_t { high, medium, low, info };

std::string_view flag_severity_name(FlagSeverity severity);

/// A reason to look: code ("modal-word", "polarity-word", "threshold-word", "and-or-word", "number-pair" …) and words
/// for people.
struct Flag {
    std::string code;
    FlagSeverity severity = FlagSeverity::medium;
    std::string text;
    PartySet by = no_party;  ///< three-way: whose wording it is
};

/// A value that changed: amounts as decimal strings, dates in ISO form.
struct ValueChange {
    std::string type;    ///< money percent date duration count reference
    std::string before;  ///< empty where there is none on that side
    std::string after;
    std::optional<std::string> delta;    ///< "+1.00", "-6"; days for dates; "-4 days" of durations in two units;
                                         ///< none where it cannot be told
    std::optional<std::string> percent;  ///< "+100.0", one digit after the point
    std::string before_text;             ///< as printed: "one dollar ($1.00)"
    std::string after_text;
    PartySet by = no_party;  ///< three-way: whose value it is
};

}  // namespace stet
