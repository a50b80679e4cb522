// Which side of a value a bound in front of it keeps to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stet {

enum class BoundSide : std::uint8_t { unknown, lower, upper };

/// "not less than", "at least", "more than" in front of a value at `at` are a lower bound of it, "no more than", "at
/// most", "less than" an upper one.
BoundSide bound_side(std::string_view text, std::size_t at);

}  // namespace stet
