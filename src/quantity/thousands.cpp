// Parts thousands.
#include "quantity/thousands.hpp"

#include <algorithm>

namespace stet {

std::string with_thousands(std::string number) {
    const std::size_t first = number.starts_with("+") || number.starts_with("-") ? 1 : 0;
    for (std::size_t at = std::min(number.find('.'), number.size()); at > first + 3; at -= 3)
        number.insert(at - 3, ",");
    return number;
}

}  // namespace stet
