// How labels are written in running text: where one ends, what is one, and ranges of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stet {

/// End of a label written at `begin`: letters, digits and what joins them without a blank, a closing full stop aside.
std::uint32_t label_end_at(std::string_view text, std::uint32_t begin);

/// Whether a colon parts an article's number from a clause's two digits, "5:02", and no hour from minutes.
bool parts_clause(std::string_view text, std::size_t colon);

/// What parts the numbers of a label: "5.2", "5:02".
inline constexpr std::string_view number_stops = ".:";

bool is_roman(std::string_view label);

/// "IV.A", "9.B.2": where the full stop stands behind which the lettered part of an article begins; npos where none is.
std::size_t lettered_part(std::string_view label);

/// Digits with a letter or parts behind them, a roman number, or one capital: no word.
bool looks_like_label(std::string_view label);

inline constexpr int most_of_a_range = 100;  ///< labels; a wider one is taken by its ends

/// The digits at the end of a label, and what stands in front of them: "16." and 5.
std::optional<std::pair<std::string, int>> last_number(const std::string& label);

/// "20 through 22", "16.5 through 16.8", "(b) through (d)": adds the labels between the last and the one behind it;
/// false where they cannot be told.
bool add_between(std::vector<std::string>& labels, const std::string& last);

/// "12.9-12.12", "3-5": where the second label begins, of two that have the same parent; the label's size where it is
/// one. Numbers without parts are a range only of articles: "Section 3-5" has one label.
std::size_t second_of_range(const std::string& label, bool articles);

/// "12.9–12.12" from `begin`, with its dash as a hyphen; the label up to `stop` where it is no range.
std::string label_or_range(std::string_view text, std::uint32_t begin, std::uint32_t& stop);

}  // namespace stet
