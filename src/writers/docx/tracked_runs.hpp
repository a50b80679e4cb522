// The words of a redline block as stretches to track, each difference of characters among them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "redline/redline.hpp"
#include "writers/docx/revision.hpp"

namespace stet::docx {

/// Text under one track and one set of the author's marks. White space is one blank wherever the file breaks a line.
struct TrackedRun {
    Track track = Track::none;
    Marks marks;
    std::string text;
};

/// The edits of a block, of one cell where it is a table row. Equal words whose typography differs stand as deleted and
/// inserted where the characters differ. At the old place of a move: its words as moved away, those that were struck
/// on the way as deleted; at the new place: its words as moved here, what came as inserted.
std::vector<TrackedRun> tracked_runs(const Redline& redline, const RedlineBlock& block, std::size_t cell);

/// A side's own words of a block, of one cell where it is a table row, all under one track.
std::vector<TrackedRun> side_runs(const Block& block, Span text, Track track);

}  // namespace stet::docx
