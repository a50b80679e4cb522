// Fields that stand in more than one paragraph, or hold links: their signs and codes go and come with their paragraphs
// where all of them do.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <set>
#include <vector>

#include "writers/docx/hints.hpp"

namespace stet::docx {

/// Collects the signs (w:fldChar) and codes (w:instrText) of fields that begin and end among the members it is given.
class FieldSigns {
public:
    /// A paragraph, table or content control of one side only, in order.
    void add(pugi::xml_node member);
    /// What stands between members stays: fields that are open go on into it.
    void pass() { open_.clear(); }

    const std::set<Hints::Key>& whole() const { return whole_; }

private:
    std::vector<std::vector<Hints::Key>> open_;  ///< of each field that has begun, innermost last
    std::set<Hints::Key> whole_;
};

/// How many fields begin in a paragraph and end in another one; less than none where others end in it.
std::ptrdiff_t open_fields(pugi::xml_node paragraph);

}  // namespace stet::docx
