// Tracked stretches as runs of WordprocessingML, the authors' marks as run properties.
#pragma once

#include <string>
#include <vector>

#include "writers/docx/parts.hpp"
#include "writers/docx/revision.hpp"
#include "writers/docx/tracked_runs.hpp"

namespace stet::docx {

/// Writes stretches; remarks among them become comments.
class Words {
public:
    Words(Revisions& revisions, Remarks& remarks) : revisions_(revisions), remarks_(remarks) {}

    void append(std::string& out, const std::vector<TrackedRun>& runs);

private:
    void append_run(std::string& out, const TrackedRun& run);

    Revisions& revisions_;
    Remarks& remarks_;
};

}  // namespace stet::docx
