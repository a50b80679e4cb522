// Comments that the redline adds to those of the after-document: on changes that items of a proposal asked for, and
// those of the before-document's text that the after-document lost. Each is put once.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "redline/redline.hpp"
#include "writers/docx/carrier.hpp"
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
    ItemRemarks(const Redline& redline, const Hints& hints, PackageSide& before, PackageSide& after);

    /// Comments on what an element shows that are not put yet.
    void find(pugi::xml_node element, std::vector<std::uint32_t>& remarks) const;
    /// Whether the before-document has lost comments in an element: it is written anew, even where nothing changed.
    bool has_lost(pugi::xml_node before) const { return around_lost_.contains(Hints::key(before)); }
    /// A comment that is not on a change is about all of its paragraph.
    bool is_lost(std::uint32_t remark) const { return remark >= redline_.changes.size(); }

    /// The references, in the after-document, to comments of one number and author that say something else than before.
    const std::vector<pugi::xml_node>& reworded() const { return reworded_; }

    /// The beginning of the stretch that a comment is about, and its end with the sign of the comment, which comes or
    /// goes with `track`.
    std::string open(std::uint32_t remark) const;
    std::string close(std::uint32_t remark, Revisions& revisions, Track track);
    bool any() const { return !put_.empty(); }

    /// Puts the comments into the after-document's part for them, or into a new one.
    void finish(PackageEdits& edits, ListCarrier& lists, const Revisions& revisions) const;

private:
    std::string id_of(std::uint32_t remark) const { return " w:id=\"" + std::to_string(first_id_ + remark) + "\""; }
    void find_lost();
    std::string comments(Carrier& carrier, const Revisions& revisions) const;

    const Redline& redline_;
    const Hints& hints_;
    PackageSide& before_;
    PackageSide& after_;
    std::string part_;
    std::vector<pugi::xml_node> lost_;  ///< w:comment of the before-document
    std::vector<pugi::xml_node> reworded_;
    std::unordered_map<Hints::Key, std::vector<std::uint32_t>> lost_in_;  ///< by paragraph
    std::unordered_set<Hints::Key> around_lost_;
    std::uint32_t first_id_ = 0;
    std::set<std::uint32_t> put_;
};

}  // namespace stet::docx
