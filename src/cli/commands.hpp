// The commands: each takes its arguments and gives the exit code. They throw Error where they cannot go on.
#pragma once

#include <span>
#include <string>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace stet::cli {

ExitCode run_compare(std::span<const std::string> arguments);
ExitCode run_proposal(std::span<const std::string> arguments);
/// `stet proposal` with a base.
ExitCode run_carry_out(const Options& options);
ExitCode run_ledger(std::span<const std::string> arguments);
ExitCode run_blame(std::span<const std::string> arguments);
ExitCode run_seal(std::span<const std::string> arguments);
ExitCode run_outline(std::span<const std::string> arguments);
ExitCode run_grammar(std::span<const std::string> arguments);

}  // namespace stet::cli
