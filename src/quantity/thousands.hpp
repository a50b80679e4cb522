// Numbers as people write them.
#pragma once

#include <string>

namespace stet {

/// The text of a number with its thousands parted by commas: "+12,500.00".
std::string with_thousands(std::string number);

}  // namespace stet
