// Finds what labels of a grammar may stand at a place of a text: the proposals among which the outline decides.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/grammar_file.hpp"
#include "text/span.hpp"

namespace stet {

/// One way to read a label.
struct Reading {
    std::uint16_t level = 0;    ///< in Grammar::levels
    std::uint16_t pattern = 0;  ///< in Level::labels
    Ordinals ordinals;
    Span label;  ///< the template's own characters
    Span value;  ///< the numeral's; empty without one
};

/// The templates of a grammar by the byte that a label may begin with.
class LabelIndex {
public:
    explicit LabelIndex(const Grammar& grammar);

    /// Appends all readings of the label at `at`; returns how many there are.
    std::size_t readings_at(std::string_view text, std::uint32_t at, std::vector<Reading>& out) const;

private:
    struct Entry {
        std::uint16_t level;
        std::uint16_t pattern;
        char second;  ///< letter that must follow the first, in lower case; NUL where any may
    };
    const Grammar& grammar_;
    std::array<std::vector<Entry>, 256> by_byte_;
};

/// Where a label of text[from, to) would begin: behind white space, quotes, bullets and the "#" of a typed heading.
std::uint32_t label_begin(std::string_view text, std::uint32_t from, std::uint32_t to);

}  // namespace stet
