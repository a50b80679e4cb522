// What becomes another in a package: parts with new bytes, parts carried over from another package, relationships and
// content types that follow. All else is copied as it is.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "package/package.hpp"

namespace stet::docx {

/// Both packages must outlive it.
class PackageEdits {
public:
    explicit PackageEdits(const Package& package) : package_(package) {}

    /// New bytes of a part that is there or was added.
    void replace(const std::string& part, std::string bytes) {
        (added_.contains(part) ? added_ : changed_)[part] = std::move(bytes);
    }
    bool replaces(const std::string& part) const { return changed_.contains(part); }
    /// A new part beside those of `folder` ("word/footnotes.xml"), under a free name like the one wished for; returns
    /// the name.
    std::string add(const std::string& wished, std::string_view content_type, std::string bytes);

    /// A relationship of a part; the same one is added once. Returns its id.
    std::string relate(const std::string& part, const std::string& type, const std::string& target, bool external);

    /// Carries over a part of another package with all that its relationships lead to; where this one has the same
    /// bytes under that name, it stays as it is, unless the part is to stand `apart`. Returns its name here.
    std::string carry(const Package& from, const std::string& part, bool apart = false);

    /// An id for a drawing that is carried over: no other drawing has it.
    std::uint32_t drawing_id() { return ++last_drawing_; }

    /// The package.
    std::string finish();

private:
    struct NewRelationship {
        std::string id;
        std::string type;
        std::string target;
        bool external = false;
    };

    bool is_taken(const std::string& name) const;
    void carry_relationships(const Package& from, const std::string& part, const std::string& name);
    std::string relationships_bytes(const std::string& part, const std::vector<NewRelationship>& added) const;
    std::string content_types_bytes() const;

    const Package& package_;
    std::map<std::string, std::string> changed_;
    std::map<std::string, std::string> added_;
    std::map<std::string, std::string> types_;  ///< of added parts
    std::map<std::string, std::vector<NewRelationship>> relationships_;
    std::map<std::string, std::string> taken_;    ///< by part with new relationships: the XML of those that it had
    std::map<std::string, std::string> carried_;  ///< name there to name here
    std::uint32_t last_drawing_ = 1'000'000'000;  ///< programs count from 1 or take large random ones up to 2^31
};

}  // namespace stet::docx
