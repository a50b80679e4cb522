// The words of a block as inline HTML: strikes, insertions, moves, the author's own marks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "writers/html/view.hpp"

namespace stet::html {

/// Appends the edits of a block, of one cell where it is a table row.
void append_words(std::string& out, const View& view, std::uint32_t block, std::size_t cell = 0);

}  // namespace stet::html
