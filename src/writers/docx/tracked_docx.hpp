// A DOCX in whose parts the changes against another DOCX are tracked.
#pragma once

#include <string>

#include "redline/redline.hpp"
#include "writers/write_options.hpp"

namespace stet::docx {

/// Whether both documents of a redline are packages.
bool are_packages(const Redline& redline);

/// The after-document with its styles, numbering, headers, sections and all parts as they are, in which the changes of
/// the body, notes, headers and footers are tracked. Parts without a change are copied as their bytes stand in the
/// file. Throws Error where a part is damaged.
std::string track_changes(const Redline& redline, const WriteOptions& options);

}  // namespace stet::docx
