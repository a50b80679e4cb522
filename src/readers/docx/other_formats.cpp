// Finds the parts that altChunk elements bring in.
#include "readers/docx/other_formats.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "package/package.hpp"
#include "package/xml.hpp"

namespace stet {

namespace {

constexpr std::string_view relationships_folder = "_rels/";
constexpr std::string_view relationships_ending = ".rels";

/// The part of which an entry has the relationships: "word/document.xml" of "word/_rels/document.xml.rels"; empty for
/// any other entry, and for those of the package.
std::string part_related_by(std::string_view entry) {
    const std::size_t folder = entry.rfind(relationships_folder);
    if (folder == std::string_view::npos || !entry.ends_with(relationships_ending)) return {};
    const std::string_view file = entry.substr(folder + relationships_folder.size());
    return std::string(entry.substr(0, folder)) +
           std::string(file.substr(0, file.size() - relationships_ending.size()));
}

/// Collects the texts of a part in the order of its elements.
class Collector : public pugi::xml_tree_walker {
public:
    Collector(const Package& package, const std::map<std::string, std::string>& targets, std::vector<std::string>& out)
        : package_(package), targets_(targets), out_(out) {}

    bool for_each(pugi::xml_node& node) override {
        if (std::string_view(node.name()) != "w:altChunk") return true;
        const auto target = targets_.find(node.attribute("r:id").value());
        out_.push_back(target == targets_.end() ? std::string() : package_.read(target->second));
        return true;
    }

private:
    const Package& package_;
    const std::map<std::string, std::string>& targets_;
    std::vector<std::string>& out_;
};

}  // namespace

std::vector<std::string> texts_in_other_formats(const Source& source) {
    std::vector<std::string> out;
    if (source.bytes().empty()) return out;
    Diagnostics told_before;
    const Package package(source.bytes(), source.name(), told_before);
    std::vector<std::string> parts;
    for (const ZipEntry& entry : package.archive().entries())
        if (std::string part = part_related_by(entry.name); !part.empty() && package.has(part))
            parts.push_back(std::move(part));
    std::sort(parts.begin(), parts.end());
    for (const std::string& part : parts) {
        std::map<std::string, std::string> targets;  // by id
        for (const Relationship& relationship : package.relationships(part, told_before))
            if (relationship.type == "aFChunk" && !relationship.external)
                targets.emplace(relationship.id, relationship.target);
        if (targets.empty()) continue;
        Collector collector(package, targets, out);
        read_xml(package, part)->traverse(collector);
    }
    return out;
}

}  // namespace stet
