// Runs of a redline set in the lines of a terminal: struck and new words in colour, or between signs.
#pragma once

#include <vector>

#include "writers/print_runs.hpp"
#include "writers/text_lines.hpp"

namespace stet {

/// Runs into lines: in colour, or between signs that stand inside the white space of an edit's edges.
class RunSetter {
public:
    RunSetter(TextLines& lines, bool colour, bool moved) : lines_(lines), colour_(colour), moved_(moved) {}

    void add(const std::vector<PrintRun>& runs);

private:
    void add_run(const PrintRun& run);
    void close();

    TextLines& lines_;
    bool colour_;
    bool moved_;
    EditOp op_ = EditOp::equal;
    bool aside_ = false;
    PartySet by_ = no_party;
    bool conflict_ = false;
    bool open_ = false;           ///< a sign is open
    bool struck_before_ = false;  ///< a struck stretch ended here
    bool parted_ = false;         ///< white space stands between what was set and what comes
    TextStyle style_ = TextStyle::plain;
};

}  // namespace stet
