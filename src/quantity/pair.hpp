// Pairs of words and figure: "sixty cents ($0.60)", "eighteen (18) months"; takes one, writes it for another value.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "quantity/decimal.hpp"

namespace stet {

/// A number below 10^12 in words: "one hundred seventy-five"; with `joined` "one hundred and seventy-five".
std::optional<std::string> number_in_words(std::int64_t number, bool joined = false);

/// The pair that says `value` in the words and the form of the pair `like`; nothing where `like` is no pair whose words
/// and figure agree, or where they would not agree on the value.
std::optional<std::string> pair_like(std::string_view like, const Decimal& value);

}  // namespace stet
