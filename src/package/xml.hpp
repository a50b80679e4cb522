// A part as an XML tree, within limits: no document types, so no entities; bounded depth and size.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>

#include "package/package.hpp"

namespace stet {

/// Elements inside each other, at most; Word's own documents stay below a hundred.
inline constexpr int deepest_xml = 400;

/// A parsed part. White space in text is kept as it is; prefixes of the known vocabularies are the customary ones
/// ("w", "r", "m", "mc", "v", "wp", "a", "wps", "w14" …) whatever the file calls them.
/// The text of its nodes stands in the bytes that were parsed.
struct XmlBytes {
    std::string bytes;
};
struct XmlDocument : XmlBytes, pugi::xml_document {};
using XmlTree = std::unique_ptr<XmlDocument>;

/// Parses a part's bytes. Throws Error with the part's name where it is no well-formed XML, has a document type
/// declaration (packages may not: ECMA-376 Part 2, 8.1.4), more than 6,000,000 elements or elements deeper than
/// `deepest_xml`.
XmlTree parse_xml(std::string bytes, const std::string& where);

/// Reads and parses a part.
XmlTree read_xml(const Package& package, std::string_view part);

}  // namespace stet
