// The page's style and script: constant texts, inline, with no request to anywhere.
#pragma once

#include <string_view>

namespace stet::html {

extern const std::string_view style;

extern const std::string_view script;

/// SHA-256 of the script in base64, for the page's content security policy: no other script runs.
extern const std::string_view script_hash;

}  // namespace stet::html
