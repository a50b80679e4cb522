// The one exception: stet cannot go on and says why.
#pragma once

#include <stdexcept>
#include <string>

namespace stet {

/// Thrown when nothing useful can come out (no such file, broken grammar, bad option, a limit passed).
/// `what()` is one line for people: the place, what was wrong, what to do. Caught in `cli` only.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace stet
