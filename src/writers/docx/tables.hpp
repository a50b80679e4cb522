// Rows of a redline as one table.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "redline/redline.hpp"
#include "writers/docx/revision.hpp"
#include "writers/docx/words.hpp"

namespace stet::docx {

/// Appends the table of these redline blocks. Rows and cells on one side only are tracked as such; a moved row is
/// deleted where it was and inserted where it is (the format has no moved rows).
void append_table(std::string& out, const Redline& redline, const std::vector<std::uint32_t>& rows,
                  Revisions& revisions, Words& words);

}  // namespace stet::docx
