// Numbers of clauses that name their article, "5:01": told from times of day.
#pragma once

#include <cstddef>
#include <string_view>

namespace stet {

/// Where the figures of a clause's number that begin at `begin` end: one to three digits, a colon, two digits that are
/// not "00". 0 where none stand there.
std::size_t clause_digits_end(std::string_view text, std::size_t begin);

/// A text that begins with "a.m.", "pm", "P. M.": what stands before it is a time of day.
bool is_half_of_day(std::string_view text);

/// Bytes of a clause's number at the beginning of a text. 0 where there is none, where the number goes on ("5:015",
/// "5:01:10", "5:01A"), and where it is a time of day or opens a span of time ("7:30 a.m.", "7:30-3:30", "7:30 to
/// 3:30").
std::size_t clause_number_size(std::string_view text);

}  // namespace stet
