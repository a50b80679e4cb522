// What the program says to the shell.
#pragma once

namespace stet::cli {

enum ExitCode : int {
    done = 0,
    changes_found = 1,  ///< only with --exit-code
    trouble = 2,        ///< nothing could come out, or what came out is not verified
};

}  // namespace stet::cli
