// Where the words of a grammar whose change weighs stand in a text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/weighty_words.hpp"
#include "text/span.hpp"

namespace stet {

/// A phrase found in a text.
struct WeightyHit {
    std::size_t phrase;  ///< its number
    Span span;
};

/// The phrases of a text that begin within a span, in order, at each place the longest.
std::vector<WeightyHit> find_weighty(std::string_view text, Span within, const WeightyWords& words);

}  // namespace stet
