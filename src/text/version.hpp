// The version that every output names.
#pragma once

#include <string_view>

namespace stet {

inline constexpr std::string_view version = "0.1.0";

}  // namespace stet
