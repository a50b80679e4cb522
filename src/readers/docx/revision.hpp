// A tracked change as the file has it: who, when, what (ECMA-376 Part 1, 17.13.5).
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>

#include "document/run.hpp"

namespace stet {

enum class RevisionKind : std::uint8_t { inserted, deleted, moved_from, moved_to, formatting };

/// An element that tracks a change: w:ins, w:del, w:moveFrom, w:moveTo around runs, in a paragraph mark's, a row's or a
/// cell's properties; w:rPrChange, w:pPrChange and their like are formatting.
struct Revision {
    RevisionKind kind = RevisionKind::inserted;
    std::string author;
    std::string date;  ///< as written, "2026-03-01T09:00:00Z"; may be empty
    pugi::xml_node element;
};

/// What text inside such an element is: moved text is struck where it was and inserted where it is.
Mark mark_of(RevisionKind kind);

}  // namespace stet
