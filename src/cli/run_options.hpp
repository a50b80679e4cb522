// What the options of a command say to the library: how to read, where to write, how a place is written to.
#pragma once

#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/timings.hpp"
#include "stet.hpp"

namespace stet::cli {

/// How the inputs are read; `timings` hears of the stages and outlives the reading.
ReadOptions read_options(const Options& options, Timings& timings);

/// The places of `-o`; standard output without one.
std::vector<std::string> output_paths(const Options& options);

/// How one place is written to; on "-" as the terminal has it.
WriteOptions write_options(const Options& options, const std::string& path);

}  // namespace stet::cli
