// What the flags of a proposal mean: one line and one example a code.
#pragma once

#include <span>
#include <string_view>

namespace stet {

/// A code of Operation::flags, of wage tables or of findings.
struct FlagMeaning {
    std::string_view code;
    std::string_view meaning;
    std::string_view example;
};

/// All codes, by name.
std::span<const FlagMeaning> flag_meanings();

/// The meaning of a code; empty where the code is not known.
std::string_view meaning_of_flag(std::string_view code);

}  // namespace stet
