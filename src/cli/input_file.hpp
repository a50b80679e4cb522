// Inputs: the bytes of a file or of standard input.
#pragma once

#include <string>

#include "stet.hpp"

namespace stet::cli {

/// What standard input is called in messages and outputs.
inline constexpr const char* standard_input_name = "<stdin>";

/// Reads a file, or standard input for "-". `format` is kept for the reader. Throws Error with the path and the reason.
Input read_input(const std::string& path, const std::string& format);

}  // namespace stet::cli
