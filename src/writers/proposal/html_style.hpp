// The style that a proposal's page has beyond that of every page.
#pragma once

#include <string_view>

namespace stet::html {

extern const std::string_view proposal_style;

}  // namespace stet::html
