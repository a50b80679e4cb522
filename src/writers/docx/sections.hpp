// The sections of a body with the headers and footers that each shows, and which of one document became which.
#pragma once

#include <cstddef>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "writers/docx/hints.hpp"
#include "writers/docx/side.hpp"

namespace stet::docx {

/// A header or footer of a kind of page: ("w:headerReference", "default").
using HeaderKind = std::pair<std::string, std::string>;

struct Section {
    pugi::xml_node properties;                ///< w:sectPr; none where the body says nothing of sections
    std::map<HeaderKind, std::string> parts;  ///< its own and those that it has from the sections before it
};

/// At least one; none of those that are left out, by their w:sectPr.
std::vector<Section> sections_of(const Story& body, const std::set<Hints::Key>& left_out = {});

/// Pairs in order: sections with the same headers and footers, and the last ones of what stands between such.
std::vector<std::pair<std::size_t, std::size_t>> pair_sections(PackageSide& before,
                                                               const std::vector<Section>& old_sections,
                                                               PackageSide& after,
                                                               const std::vector<Section>& new_sections);

/// The header or footer of a part, empty where the section has none of that kind.
const std::string& part_of(const Section& section, const HeaderKind& kind);

}  // namespace stet::docx
