// How unlike two values are by what stands beside them, and which of several became which.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "quantity/quantity.hpp"
#include "redline/bound_side.hpp"

namespace stet {

bool is_same(const Quantity& a, const Quantity& b);

/// The word that ends before (or begins at) a place, as it stands; at most 32 bytes.
std::string_view word_before(std::string_view text, std::size_t at);
std::string_view word_behind(std::string_view text, std::size_t at);

/// A value, the words beside it, and the date that its clause ties it to ("4 % from July 1"), if any.
struct ValueContext {
    const Quantity* value;
    std::string_view word_before, word_behind;
    const Quantity* date;
    std::uint32_t kept;  ///< values of the kind that stay, in the hunk in front of this one
    BoundSide bound;
};

/// What became of the dates of the text before, by date; nothing: it has gone.
using DatePairs = std::unordered_map<const Quantity*, const Quantity*>;

int value_distance(const ValueContext& before, const ValueContext& after, const DatePairs& dates);

/// Larger hunks are paired in order: these take under a millisecond.
inline constexpr std::size_t most_cells = 1u << 14;

/// (place among the few, among the many).
using PlacePairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Pairs as many as there are, in order, at the least distance in all (Needleman and Wunsch 1970 with free gaps).
PlacePairs nearest_in_order(const std::vector<ValueContext>& few, const std::vector<ValueContext>& many,
                            const std::function<int(const ValueContext&, const ValueContext&)>& distance);

}  // namespace stet
