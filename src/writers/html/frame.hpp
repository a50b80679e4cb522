// What stands around the redline: cover, contents, list of changes, remarks on reading.
#pragma once

#include <string>

#include "writers/html/view.hpp"

namespace stet::html {

/// "Comparison of old.md and new.md" where the options give no title.
std::string page_title(const View& view);

/// Appends the bar at the top of the screen: title, files, verified.
void append_bar(std::string& out, const View& view);

/// Appends the cover: what was compared with what, by which stet, whether it was verified, the counts and the legend.
void append_cover(std::string& out, const View& view);

/// Appends the contents: the top-level units, each with what changed in it.
void append_contents(std::string& out, const View& view);

/// Appends the list of changes in the redline's order; many bare renumberings stand in one table at its end.
void append_changes(std::string& out, const View& view);

/// Appends what was odd in the inputs.
void append_remarks(std::string& out, const View& view);

}  // namespace stet::html
