// What goes to the terminal: messages, remarks on the inputs, and what the terminal is.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "text/diagnostic.hpp"
#include "text/source.hpp"

namespace stet::cli {

/// Writes to standard error; control characters of the message are replaced, line ends kept.
void print_error(std::string_view message);

/// One line "stet: error: …".
void print_trouble(std::string_view message);

/// The first twenty remarks, each with its line and a caret under its column where it has them.
/// `source` gives the text a remark is about, or nullptr.
void print_diagnostics(const Diagnostics& diagnostics, const std::function<const Source*(const std::string&)>& source);

/// Columns of the terminal on standard output; 100 where there is none.
unsigned terminal_width();

/// Standard output is a terminal that wants colour: NO_COLOR is not set, TERM is not "dumb".
bool wants_colour();

}  // namespace stet::cli
