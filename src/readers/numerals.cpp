// Writes Roman numerals.
#include "readers/numerals.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace stet {

std::string roman_numeral(std::int64_t number) {
    static constexpr std::array<std::pair<int, std::string_view>, 13> signs = {{{1000, "m"},
                                                                                {900, "cm"},
                                                                                {500, "d"},
                                                                                {400, "cd"},
                                                                                {100, "c"},
                                                                                {90, "xc"},
                                                                                {50, "l"},
                                                                                {40, "xl"},
                                                                                {10, "x"},
                                                                                {9, "ix"},
                                                                                {5, "v"},
                                                                                {4, "iv"},
                                                                                {1, "i"}}};
    std::string out;
    for (const auto& [value, sign] : signs)
        for (; number >= value; number -= value) out += sign;
    return out;
}

}  // namespace stet
