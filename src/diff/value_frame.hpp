// What a text says around its values: "… for a driver, step 5, shall be $31.01 effective 9/7/19" says the same of every
// sum and every date.
#pragma once

#include <cstdint>
#include <vector>

#include "diff/fingerprint.hpp"
#include "quantity/quantity.hpp"

namespace stet {

struct ValueFrame {
    std::vector<std::uint64_t> words;  ///< keys in order; each value is one word, told by its type
    std::uint32_t around = 0;          ///< words that are no value
    std::uint64_t key() const;
};

/// `values` are those of the block's text, in order; what is none of them belongs to the frame.
ValueFrame value_frame(const Document& document, BlockId block, const std::vector<Quantity>& values);

/// The frame around the sums, percents and dates of a block; empty where it has none. Counts and durations belong to
/// what it says: "step 5", "after 12 months".
ValueFrame frame_of_terms(const Document& document, BlockId block);

/// Whether two texts speak of things with other numbers ("Step 5", "Step 6") and have no sum, percent or date in
/// common.
bool are_numbered_otherwise(const Document& before, BlockId b, const Document& after, BlockId a);

}  // namespace stet
