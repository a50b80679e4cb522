// Elements that are passed over on purpose: they have no text.
#pragma once

#include <string_view>

namespace stet {

/// Properties, places without text, and signs that the program makes itself. What has another name and no handler is
/// told (unknown_elements.hpp).
bool is_ignored(std::string_view element);

}  // namespace stet
