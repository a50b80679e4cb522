// The program: takes its arguments, gives its exit code.
#pragma once

namespace stet::cli {

/// Runs the command that the arguments name. Never throws.
int run(int argc, const char* const* argv);

}  // namespace stet::cli
