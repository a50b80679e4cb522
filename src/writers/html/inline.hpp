// The words of a block as inline HTML: strikes, insertions, moves, the author's own marks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "writers/html/view.hpp"

namespace stet::html {

/// Three-way: the class of what parties do, "pa", "pb" or "pab".
std::string_view party_class(PartySet by);

/// Three-way: appends the letter behind an edit, "A" or "B", with "≠" where the other party differs. What both do has
/// none.
void append_party_letter(std::string& out, PartySet by, bool conflict);

/// Appends the edits of a block, of one cell where it is a table row.
void append_words(std::string& out, const View& view, std::uint32_t block, std::size_t cell = 0);

}  // namespace stet::html
