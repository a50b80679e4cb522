// Outputs: written to temporary names beside their places and renamed when all of them are whole.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stet::cli {

/// The places that a run writes to: files, and "-" for standard output.
class OutputFiles {
public:
    /// Checks that each place can be written and is neither an input nor named twice. Throws Error; writes nothing.
    OutputFiles(std::vector<std::string> paths, const std::vector<std::string>& inputs);

    /// Writes the texts, one a place in the order of the places. When something fails nothing has changed but what had
    /// already gone to standard output, a pipe or a device. Throws Error.
    void write(const std::vector<std::string>& texts) const;

private:
    std::vector<std::string> paths_;
};

/// Writes to standard output. Throws Error.
void write_standard_output(std::string_view text);

}  // namespace stet::cli
