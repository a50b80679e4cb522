// The Open Packaging Conventions over a ZIP archive: parts, their content types and relationships (ECMA-376 Part 2).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "package/zip.hpp"
#include "text/diagnostic.hpp"

namespace stet {

/// A link from a part (or the package) to another part or to the outside (ECMA-376 Part 2, clause 9).
struct Relationship {
    std::string id;
    std::string type;    ///< last segment of the type's address: "styles", "header", "hyperlink"
    std::string target;  ///< part name without the leading "/", "word/styles.xml"; as written where external
    bool external = false;
};

/// A package in memory: parts by name (in capitals or small letters), unpacked when asked for. Holds a view of the
/// bytes, which must outlive it.
class Package {
public:
    /// Throws Error where the bytes are no package (see ZipArchive), two parts have one name or "[Content_Types].xml"
    /// is missing. Entries whose names are no part names ("../x", "/x", "a\b") are left out, with a diagnostic.
    Package(std::string_view bytes, std::string name, Diagnostics& diagnostics);

    /// Name of the file, for messages.
    const std::string& name() const { return name_; }
    const ZipArchive& archive() const { return archive_; }

    bool has(std::string_view part) const;
    /// A part's bytes, unpacked; throws Error where it is missing or damaged.
    std::string read(std::string_view part) const;

    /// Content type by override, else by the name's ending; empty where none is declared.
    std::string content_type(std::string_view part) const;

    /// Relationships of a part; of the package for "". Those to parts that are not there are left out, with a
    /// diagnostic. Throws Error where their part is damaged.
    std::vector<Relationship> relationships(std::string_view part, Diagnostics& diagnostics) const;

private:
    void index_entries(Diagnostics& diagnostics);
    void read_content_types();

    std::string name_;
    ZipArchive archive_;
    std::map<std::string, const ZipEntry*, std::less<>> entries_;
    std::map<std::string, std::string, std::less<>> type_of_ending_;  ///< lower case, without the dot
    std::map<std::string, std::string, std::less<>> type_of_part_;
};

/// The part that `target` of a relationship of `source` names: "../media/a.png" of "word/document.xml" is
/// "media/a.png" (RFC 3986, 5.2.4). None where it would lead out of the package.
std::optional<std::string> resolve_target(std::string_view source, std::string_view target);

/// "word/_rels/document.xml.rels" of "word/document.xml"; "_rels/.rels" of "".
std::string relationships_part(std::string_view part);

}  // namespace stet
