// What was odd but usable: stet goes on and says so.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace stet {

enum class Severity : std::uint8_t { info, warning };

/// One finding about an input. `code` is stable and part of the JSON contract; line and column count from 1, 0 where
/// none applies.
struct Diagnostic {
    Severity severity = Severity::warning;
    std::string code;
    std::string message;
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace stet
