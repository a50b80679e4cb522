// Indexes the entries of an archive as parts and reads what the package says of them.
#include "package/package.hpp"

#include <algorithm>

#include "package/xml.hpp"
#include "text/error.hpp"

namespace stet {

namespace {

constexpr std::string_view content_types_part = "[Content_Types].xml";

/// Part names are the same in capitals and small letters (ECMA-376 Part 2, 6.2.2.3).
std::string key_of(std::string_view part) {
    std::string key(part);
    for (char& c : key)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return key;
}

/// Calls `each` with the segments of a path; stops where it returns false.
template <typename Each>
bool for_each_segment(std::string_view path, Each each) {
    while (true) {
        const std::size_t end = std::min(path.find('/'), path.size());
        if (!each(path.substr(0, end))) return false;
        if (end == path.size()) return true;
        path.remove_prefix(end + 1);
    }
}

/// No segment is empty or made of dots, and nothing in it speaks to a file system (ECMA-376 Part 2, 6.2.2.2).
bool is_part_name(std::string_view name) {
    const auto is_odd = [](char c) { return c == '\\' || c == ':' || static_cast<unsigned char>(c) < 32; };
    if (std::any_of(name.begin(), name.end(), is_odd)) return false;
    return for_each_segment(name, [](std::string_view segment) {
        return segment.find_first_not_of('.') != std::string_view::npos && segment.back() != '.';
    });
}

bool is_folder(std::string_view name) {
    return name.ends_with('/');
}

std::string_view behind_last(std::string_view text, char c) {
    return text.substr(text.find_last_of(c) + 1);
}

/// The name of an element without its prefix: these small parts are written with and without one.
std::string_view local_name(pugi::xml_node node) {
    return behind_last(node.name(), ':');
}

}  // namespace

Package::Package(std::string_view bytes, std::string name, Diagnostics& diagnostics)
    : name_(std::move(name)), archive_(bytes, name_) {
    index_entries(diagnostics);
    read_content_types();
}

void Package::index_entries(Diagnostics& diagnostics) {
    for (const ZipEntry& entry : archive_.entries()) {
        if (is_folder(entry.name)) continue;
        if (!is_part_name(entry.name)) {
            diagnostics.push_back({Severity::warning, "odd-part-name",
                                   "left out: \"" + entry.name + "\" is no name for a part of a package", name_, 0, 0});
            continue;
        }
        if (!entries_.emplace(key_of(entry.name), &entry).second)
            throw Error(name_ + ": error: the package has two parts called \"" + entry.name + "\"");
    }
    if (!has(content_types_part))
        throw Error(name_ + ": error: this ZIP archive is no document: it has no list of content types");
}

void Package::read_content_types() {
    const XmlTree tree = read_xml(*this, content_types_part);
    for (const pugi::xml_node node : tree->document_element()) {
        const std::string type = node.attribute("ContentType").value();
        if (local_name(node) == "Default") type_of_ending_[key_of(node.attribute("Extension").value())] = type;
        if (local_name(node) == "Override") {
            const std::string_view part = node.attribute("PartName").value();
            type_of_part_[key_of(part.substr(part.starts_with('/') ? 1 : 0))] = type;
        }
    }
}

bool Package::has(std::string_view part) const {
    return entries_.contains(key_of(part));
}

std::string Package::read(std::string_view part) const {
    const auto found = entries_.find(key_of(part));
    if (found == entries_.end()) throw Error(name_ + ": error: the package has no part \"" + std::string(part) + "\"");
    return archive_.read(*found->second);
}

std::string Package::content_type(std::string_view part) const {
    const std::string key = key_of(part);
    if (const auto own = type_of_part_.find(key); own != type_of_part_.end()) return own->second;
    const auto by_ending = type_of_ending_.find(behind_last(key, '.'));
    return by_ending == type_of_ending_.end() ? std::string() : by_ending->second;
}

std::vector<Relationship> Package::relationships(std::string_view part, Diagnostics& diagnostics) const {
    std::vector<Relationship> out;
    const std::string own = relationships_part(part);
    if (!has(own)) return out;
    const XmlTree tree = read_xml(*this, own);
    for (const pugi::xml_node node : tree->document_element()) {
        if (local_name(node) != "Relationship") continue;
        Relationship relationship;
        relationship.id = node.attribute("Id").value();
        relationship.type = behind_last(node.attribute("Type").value(), '/');
        relationship.target = node.attribute("Target").value();
        relationship.external = std::string_view(node.attribute("TargetMode").value()) == "External";
        if (!relationship.external) {
            const std::optional<std::string> target = resolve_target(part, relationship.target);
            if (!target || !has(*target)) {
                diagnostics.push_back({Severity::warning, "missing-part",
                                       "the package has no part \"" + relationship.target + "\", which " +
                                           (part.empty() ? std::string("it") : std::string(part)) + " names",
                                       name_, 0, 0});
                continue;
            }
            relationship.target = *target;
        }
        out.push_back(std::move(relationship));
    }
    return out;
}

std::optional<std::string> resolve_target(std::string_view source, std::string_view target) {
    target = target.substr(0, target.find('#'));
    std::vector<std::string_view> segments;
    const auto walk = [&](std::string_view path) {
        return for_each_segment(path, [&](std::string_view segment) {
            if (segment == ".." && segments.empty()) return false;
            if (segment == "..")
                segments.pop_back();
            else if (segment != "." && !segment.empty())
                segments.push_back(segment);
            return true;
        });
    };
    const std::size_t slash = source.find_last_of('/');
    if (!target.starts_with('/') && slash != std::string_view::npos) walk(source.substr(0, slash));
    if (!walk(target)) return std::nullopt;
    std::string out;
    for (const std::string_view segment : segments) {
        if (!out.empty()) out.push_back('/');
        out += segment;
    }
    return out;
}

std::string relationships_part(std::string_view part) {
    const std::size_t slash = part.find_last_of('/');
    const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
    return std::string(part.substr(0, begin)) + "_rels/" + std::string(part.substr(begin)) + ".rels";
}

}  // namespace stet
