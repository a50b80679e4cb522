// One of the two documents that a redline lays over each other: its package, the trees of its parts, and what their
// relationships lead to.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "document/run.hpp"
#include "package/package.hpp"
#include "package/xml.hpp"
#include "readers/docx/walk.hpp"
#include "writers/docx/survey.hpp"

namespace stet::docx {

/// Relationships of a part by id, as its own part has them: with the whole addresses of their types.
using WrittenRelationships = std::map<std::string, Relationship, std::less<>>;
WrittenRelationships written_relationships(const Package& package, std::string_view part);

/// A part whose text is compared, settled to one face.
struct Story {
    std::string part;  ///< "word/document.xml"; empty where the document has none such
    XmlTree tree;
    Survey survey;
    bool settled = false;  ///< it had revisions of earlier authors
    std::map<std::string, Relationship, std::less<>> relationships;

    pugi::xml_node root() const { return tree ? tree->document_element() : pugi::xml_node(); }
};

/// Holds a view of the package's bytes, which must outlive it.
class PackageSide {
public:
    /// Takes over the trees of these bytes. Unless it `settles`, what earlier authors tracked stays in them. Throws
    /// Error where the bytes are no package.
    PackageSide(std::string_view bytes, const std::string& name, Face face, DocxTrees trees, bool settles = true);

    /// The elements of blocks by the line that these have: nodes of the stories' trees.
    const std::vector<pugi::xml_node>& elements() const { return elements_; }

    const Package& package() const { return package_; }
    /// Whether what earlier authors tracked stays.
    bool keeps_revisions() const { return !settles_; }
    /// The part that the package begins with: the main document.
    const std::string& main_part() const { return main_part_; }

    /// A part as a tree, read and settled when first asked for. Empty for an empty name.
    Story& story(const std::string& part);
    /// Parts that were read so far.
    const std::map<std::string, Story, std::less<>>& stories() const { return stories_; }
    /// The first part that a story's relationships of this type lead to; empty where there is none.
    std::string related(const Story& story, std::string_view type) const;

    /// A relationship of a story with the whole address of its type; an empty type where there is none of that id.
    Relationship written(const Story& story, std::string_view id);

    /// What a relationship leads to, as a number that is the same for the same bytes or address.
    std::uint64_t target_key(const Story& story, std::string_view id);

    /// Properties as the styles part has them; none where there is no style of that id.
    bool has_style(std::string_view id);

private:
    void settle_story(Story& story);

    Package package_;
    std::vector<pugi::xml_node> elements_;
    Face face_;
    bool settles_;
    std::string main_part_;
    std::map<std::string, Story, std::less<>> stories_;
    std::map<std::string, std::uint64_t, std::less<>> part_keys_;
    std::map<std::string, WrittenRelationships, std::less<>> written_;  ///< by part
    std::map<std::string, bool, std::less<>> styles_;
    bool styles_read_ = false;
};

}  // namespace stet::docx
