// Numbers of clauses that name their article, "5:01": told from times of day.
#pragma once

#include <cstddef>
#include <string_view>

namespace stet {

/// Bytes of a clause's number at the beginning of a text: one to three digits, a colon, two digits that are not "00".
/// 0 where there is none, where the number goes on ("5:015", "5:01:10", "5:01A"), and where it is a time of day or
/// opens a span of time ("7:30 a.m.", "7:30-3:30", "7:30 to 3:30").
std::size_t clause_number_size(std::string_view text);

}  // namespace stet
