// Parts, relationships and content types (ECMA-376 part 2, 9.2 and 10.1) of a changed package.
#include "writers/docx/package_edits.hpp"

#include <pugixml.hpp>

#include "package/xml.hpp"
#include "package/zip.hpp"
#include "writers/docx/markup.hpp"
#include "writers/docx/side.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

constexpr std::string_view content_types = "[Content_Types].xml";

std::string folder_of(const std::string& part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

/// The target as a relationship of `part` names it: relative where both stand under one folder, else from the root.
std::string target_from(const std::string& part, const std::string& target) {
    const std::string folder = folder_of(part);
    return target.starts_with(folder) ? target.substr(folder.size()) : "/" + target;
}

/// The part's XML, or `otherwise` where it is missing.
std::string part_or(const Package& package, std::string_view part, std::string_view otherwise) {
    return package.has(part) ? package.read(part) : std::string(otherwise);
}

/// `added` before the end of the root element.
std::string with_added(std::string xml, const std::string& where, const std::string& added) {
    const XmlTree tree = parse_xml(std::move(xml), where);
    const pugi::xml_node root = tree->document_element();
    std::string out(xml_head);
    append_start(out, root);
    for (const pugi::xml_node child : root.children()) append_xml(out, child);
    out += added;
    append_end(out, root);
    return out;
}

constexpr std::string_view no_relationships =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

}  // namespace

bool PackageEdits::is_taken(const std::string& name) const {
    return package_.has(name) || added_.contains(name);
}

std::string PackageEdits::add(const std::string& wished, std::string_view content_type, std::string bytes) {
    const std::size_t dot = std::min(wished.rfind('.'), wished.size());
    std::string name = wished;
    for (int i = 1; is_taken(name); ++i) name = wished.substr(0, dot) + "-" + std::to_string(i) + wished.substr(dot);
    added_[name] = std::move(bytes);
    types_[name] = content_type;
    return name;
}

std::string PackageEdits::relate(const std::string& part, const std::string& type, const std::string& target,
                                 bool external) {
    std::vector<NewRelationship>& list = relationships_[part];
    for (const NewRelationship& one : list)
        if (one.type == type && one.target == target && one.external == external) return one.id;
    if (list.empty()) taken_[part] = part_or(package_, relationships_part(part), {});
    std::size_t number = list.size() + 1;
    std::string id;
    do id = "rIdStet" + std::to_string(number++);
    while (taken_[part].find("\"" + id + "\"") != std::string::npos);
    list.push_back({id, type, target, external});
    return id;
}

std::string PackageEdits::carry(const Package& from, const std::string& part, bool apart) {
    const auto known = carried_.find(part);
    if (known != carried_.end()) return known->second;
    std::string bytes = from.read(part);
    const bool alone = !from.has(relationships_part(part)) && !package_.has(relationships_part(part));
    std::string name = part;
    if (apart || !alone || !package_.has(part) || package_.read(part) != bytes)
        name = add(part, from.content_type(part), std::move(bytes));
    carried_[part] = name;
    if (!alone) carry_relationships(from, part, name);
    return name;
}

/// Their ids stay, since the part's own bytes name them.
void PackageEdits::carry_relationships(const Package& from, const std::string& part, const std::string& name) {
    for (const auto& [id, written] : written_relationships(from, part)) {
        if (!written.external && !from.has(written.target)) continue;
        const std::string target = written.external ? written.target : carry(from, written.target);
        relationships_[name].push_back({id, written.type, target, written.external});
    }
}

std::string PackageEdits::relationships_bytes(const std::string& part,
                                              const std::vector<NewRelationship>& added) const {
    std::string xml;
    for (const NewRelationship& one : added) {
        xml += "<Relationship Id=\"" + escaped(one.id) + "\" Type=\"" + escaped(one.type) + "\" Target=\"" +
               escaped(one.external ? one.target : target_from(part, one.target)) + "\"";
        xml += one.external ? " TargetMode=\"External\"/>" : "/>";
    }
    const std::string own = relationships_part(part);
    return with_added(part_or(package_, own, no_relationships), own, xml);
}

std::string PackageEdits::content_types_bytes() const {
    std::string xml;
    for (const auto& [part, type] : types_)
        if (!type.empty())
            xml += "<Override PartName=\"/" + escaped(part) + "\" ContentType=\"" + escaped(type) + "\"/>";
    return with_added(package_.read(content_types), std::string(content_types), xml);
}

std::string PackageEdits::finish() {
    for (const auto& [part, list] : relationships_) {
        const std::string own = relationships_part(part);
        (package_.has(own) ? changed_ : added_)[own] = relationships_bytes(part, list);
    }
    if (!types_.empty()) changed_[std::string(content_types)] = content_types_bytes();
    ZipWriter zip;
    for (const ZipEntry& entry : package_.archive().entries()) {
        const auto changed = changed_.find(entry.name);
        if (changed != changed_.end())
            zip.add(entry.name, changed->second);
        else
            zip.copy(package_.archive(), entry);
    }
    for (const auto& [name, bytes] : added_) zip.add(name, bytes);
    return zip.finish();
}

}  // namespace stet::docx
