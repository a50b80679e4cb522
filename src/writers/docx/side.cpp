// Reads the parts of a package when they are asked for.
#include "writers/docx/side.hpp"

#include "text/error.hpp"
#include "text/words.hpp"
#include "writers/docx/settle.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

std::uint64_t key_of_bytes(std::string_view bytes) {
    return std::hash<std::string_view>{}(bytes);
}

std::string main_part_of(const Package& package) {
    Diagnostics ignored;  // the reader has told them
    for (const Relationship& relationship : package.relationships("", ignored))
        if (relationship.type == "officeDocument") return relationship.target;
    throw Error(package.name() + ": error: the package has no main document");
}

Package open(std::string_view bytes, const std::string& name) {
    Diagnostics ignored;  // the reader has told them
    return Package(bytes, name, ignored);
}

}  // namespace

WrittenRelationships written_relationships(const Package& package, std::string_view part) {
    WrittenRelationships out;
    const std::string own = relationships_part(part);
    if (!package.has(own)) return out;
    const XmlTree tree = read_xml(package, own);
    for (const pugi::xml_node node : tree->document_element().children()) {
        Relationship one;
        one.id = node.attribute("Id").value();
        one.type = node.attribute("Type").value();
        one.external = std::string_view(node.attribute("TargetMode").value()) == "External";
        one.target = node.attribute("Target").value();
        if (!one.external) one.target = resolve_target(part, one.target).value_or(std::string());
        out.emplace(one.id, one);
    }
    return out;
}

PackageSide::PackageSide(std::string_view bytes, const std::string& name, Face face, DocxTrees trees, bool settles)
    : package_(open(bytes, name)),
      elements_(std::move(trees.elements)),
      face_(face),
      settles_(settles),
      main_part_(main_part_of(package_)) {
    for (DocxPart& part : trees.parts) {
        Story& story = stories_[part.name];
        story.part = part.name;
        story.tree = std::move(part.tree);
        settle_story(story);
    }
}

void PackageSide::settle_story(Story& story) {
    story.survey = survey(story.root());
    // A list's own alternatives are the carrier's to choose from.
    const bool chooses = story.survey.alternatives && !is(story.root(), "w:numbering");
    const bool settles = settles_ && story.survey.tracked;
    if (chooses) take_alternatives(story.root());
    if (settles) story.settled = settle(story.root(), face_);
    if (chooses || settles) story.survey = survey(story.root());
    Diagnostics ignored;
    for (Relationship& relationship : package_.relationships(story.part, ignored)) {
        const std::string id = relationship.id;
        story.relationships.emplace(id, std::move(relationship));
    }
}

Story& PackageSide::story(const std::string& part) {
    const auto [entry, fresh] = stories_.try_emplace(part);
    Story& story = entry->second;
    if (!fresh || part.empty()) return story;
    story.part = part;
    story.tree = read_xml(package_, part);
    settle_story(story);
    return story;
}

std::string PackageSide::related(const Story& story, std::string_view type) const {
    for (const auto& [id, relationship] : story.relationships)
        if (relationship.type == type && !relationship.external) return relationship.target;
    return {};
}

Relationship PackageSide::written(const Story& story, std::string_view id) {
    const auto [entry, fresh] = written_.try_emplace(story.part);
    if (fresh) entry->second = written_relationships(package_, story.part);
    const auto found = entry->second.find(id);
    return found == entry->second.end() ? Relationship() : found->second;
}

std::uint64_t PackageSide::target_key(const Story& story, std::string_view id) {
    const auto found = story.relationships.find(id);
    if (found == story.relationships.end()) return 0;
    const Relationship& relationship = found->second;
    if (relationship.external || !package_.has(relationship.target)) return key_of_bytes(relationship.target);
    const auto [entry, fresh] = part_keys_.try_emplace(relationship.target, 0);
    if (fresh) entry->second = key_of_bytes(package_.read(relationship.target));
    return entry->second;
}

bool PackageSide::has_style(std::string_view id) {
    if (!styles_read_) {
        styles_read_ = true;
        const std::string part = related(story(main_part_), "styles");
        if (!part.empty())
            for (const pugi::xml_node style : story(part).root().children("w:style"))
                styles_[style.attribute("w:styleId").value()] = true;
    }
    return styles_.contains(id);
}

}  // namespace stet::docx
