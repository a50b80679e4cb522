// Tracked stretches as runs of WordprocessingML, the authors' marks as run properties, with comments on changes.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "writers/docx/parts.hpp"
#include "writers/docx/revision.hpp"
#include "writers/docx/tracked_runs.hpp"

namespace stet::docx {

/// Writes stretches; remarks among them become comments.
class Words {
public:
    Words(const Redline& redline, Revisions& revisions, Remarks& remarks);

    void append(std::string& out, const std::vector<TrackedRun>& runs);

    /// Where the words of a redline block begin and end: comments on the changes that it is the first to show.
    void begin_block(std::string& out, std::uint32_t block);
    void end_block(std::string& out);

private:
    void append_run(std::string& out, const TrackedRun& run);

    const Redline& redline_;
    Revisions& revisions_;
    Remarks& remarks_;
    std::map<std::uint32_t, std::vector<std::uint32_t>>
        changes_;                    ///< with comments, by the block that shows them first
    std::vector<std::size_t> open_;  ///< comments that have begun
};

}  // namespace stet::docx
