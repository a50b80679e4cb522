// What letters and stretches of text are made of, and lower case, for the readers of proposals; ASCII alone.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "document/block.hpp"
#include "text/letters.hpp"
#include "text/words.hpp"

namespace stet {

/// Nothing but white space.
inline bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

/// What may stand between a number and what it is of.
constexpr std::string_view label_joints = " .:)-\n\t";

/// Moves `at` behind characters of `joints` and dashes.
inline void skip_joints(std::string_view text, std::uint32_t& at, std::string_view joints) {
    while (at < text.size()) {
        if (joints.find(text[at]) != std::string_view::npos)
            ++at;
        else if (text.substr(at).starts_with("–") || text.substr(at).starts_with("—"))
            at += 3;
        else
            return;
    }
}

/// The words under a span of a block.
inline std::string_view text_of(const Block& block, Span span) {
    return std::string_view(block.text).substr(span.begin, span.size());
}

/// Typography normalised, white space folded, lower case: to compare wording.
inline std::string lower_case(std::string_view text) {
    std::string out = normalise(text);
    for (char& c : out)
        if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// A label without what marks it: "c" of "(c)", "iv" of "IV.".
inline std::string bare_label(std::string_view label) {
    std::string out;
    for (const char c : label)
        if (c != ' ' && c != '.' && c != '(' && c != ')')
            out.push_back(is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c);
    return out;
}

}  // namespace stet
