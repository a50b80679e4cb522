// Numbers as a list's number format writes them (ECMA-376 Part 1, 17.18.59, ST_NumberFormat).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stet {

/// Writes `number` as `format` says ("upperRoman": XIV; "001": 014); decimal for a format that is not known. Word
/// writes letters beyond z doubled: aa, bb.
std::string format_number(std::int64_t number, std::string_view format);

}  // namespace stet
