// Comments that name the item of a proposal which asked for a change, each put once, where the change begins.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "redline/redline.hpp"
#include "writers/docx/hints.hpp"
#include "writers/docx/package_edits.hpp"
#include "writers/docx/revision.hpp"
#include "writers/docx/side.hpp"

namespace stet::docx {

/// What a comment on a change says; empty where no item asked for it.
std::string remark_on(const Change& change);

/// References must outlive it.
class ItemRemarks {
public:
    ItemRemarks(const Redline& redline, const Hints& hints, PackageSide& after);

    /// Changes that show in an element and have no comment yet.
    void find(pugi::xml_node element, std::vector<std::uint32_t>& changes) const;

    /// The beginning of the stretch that a change's comment is about, and its end with the sign of the comment.
    std::string open(std::uint32_t change) const;
    std::string close(std::uint32_t change);

    /// Puts the comments into the after-document's part for them, or into a new one.
    void finish(PackageEdits& edits, const Revisions& revisions) const;

private:
    std::string id_of(std::uint32_t change) const { return " w:id=\"" + std::to_string(first_id_ + change) + "\""; }
    std::string comments(const Revisions& revisions) const;

    const Redline& redline_;
    const Hints& hints_;
    PackageSide& after_;
    std::string part_;
    std::uint32_t first_id_ = 0;
    std::set<std::uint32_t> put_;
};

}  // namespace stet::docx
