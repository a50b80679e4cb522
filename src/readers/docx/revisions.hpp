// The tracked changes that a walk meets: recorded, and told in one sentence by author.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "readers/docx/revision.hpp"
#include "text/diagnostic.hpp"

namespace stet {

/// The kind of an element that tracks a change of text; none for any other name.
std::optional<RevisionKind> revision_kind(std::string_view element);

class Revisions {
public:
    /// Records an element that tracks a change and returns its kind.
    RevisionKind add(pugi::xml_node element, RevisionKind kind);

    /// The first of w:ins, w:moveTo, w:del, w:moveFrom in the properties of a paragraph mark or a row, and their marks.
    Marks add_marks_of(pugi::xml_node properties);

    /// Records changes of formatting that stand in some properties (w:rPrChange, w:pPrChange …).
    void add_formatting(pugi::xml_node properties);

    /// One diagnostic (info, code "tracked-changes") for each author, one for formatting.
    void report(const std::string& file, Diagnostics& diagnostics) const;

    std::vector<Revision> take() { return std::move(all_); }

private:
    std::vector<Revision> all_;
};

}  // namespace stet
