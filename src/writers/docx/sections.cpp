// A section without a header of a kind has that of the section before it (ECMA-376 part 1, 17.10.5).
#include "writers/docx/sections.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>

#include "diff/sequence.hpp"
#include "text/words.hpp"
#include "writers/docx/flow.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

void find_sections(pugi::xml_node node, const Story& body, const std::set<Hints::Key>& left_out,
                   std::vector<Section>& out) {
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = child.name();
        if (name == "w:p" || name == "w:pPr" || name == "w:sdt" || name == "w:sdtContent" || name == "w:customXml")
            find_sections(child, body, left_out, out);
        if (name != "w:sectPr" || left_out.contains(Hints::key(child))) continue;
        Section section{child, out.empty() ? std::map<HeaderKind, std::string>() : out.back().parts};
        for (const char* element : {"w:headerReference", "w:footerReference"})
            for (const pugi::xml_node reference : child.children(element)) {
                const auto found = body.relationships.find(reference.attribute("r:id").value());
                if (found == body.relationships.end()) continue;
                section.parts[{element, reference.attribute("w:type").value()}] = found->second.target;
            }
        out.push_back(std::move(section));
    }
}

/// A number for what the section's headers and footers show.
std::uint64_t key_of(const Section& section, PackageSide& side) {
    std::uint64_t key = section.parts.size();
    for (const auto& [kind, part] : section.parts) {
        key = mix(key, std::hash<std::string>{}(kind.first + kind.second));
        if (!side.package().has(part)) continue;
        Story& story = side.story(part);
        key = mix(key, content_key(story.root(), side, story));
    }
    return key;
}

}  // namespace

std::vector<Section> sections_of(const Story& body, const std::set<Hints::Key>& left_out) {
    std::vector<Section> out;
    find_sections(body.root().child("w:body"), body, left_out, out);
    if (out.empty()) out.emplace_back();
    return out;
}

std::vector<std::pair<std::size_t, std::size_t>> pair_sections(PackageSide& before,
                                                               const std::vector<Section>& old_sections,
                                                               PackageSide& after,
                                                               const std::vector<Section>& new_sections) {
    std::vector<std::uint64_t> old_keys;
    std::vector<std::uint64_t> new_keys;
    for (const Section& section : old_sections) old_keys.push_back(key_of(section, before));
    for (const Section& section : new_sections) new_keys.push_back(key_of(section, after));
    auto equal = common_subsequence(old_keys, new_keys);
    std::vector<std::pair<std::size_t, std::size_t>> pairs(equal.begin(), equal.end());
    equal.emplace_back(static_cast<std::uint32_t>(old_keys.size()), static_cast<std::uint32_t>(new_keys.size()));
    std::size_t b = 0;
    std::size_t a = 0;
    for (const auto& [b_end, a_end] : equal) {
        const std::size_t count = std::min<std::size_t>(b_end - b, a_end - a);
        for (std::size_t i = 0; i < count; ++i) pairs.emplace_back(b_end - count + i, a_end - count + i);
        b = b_end + 1;
        a = a_end + 1;
    }
    return pairs;
}

const std::string& part_of(const Section& section, const HeaderKind& kind) {
    static const std::string nothing;
    const auto found = section.parts.find(kind);
    return found == section.parts.end() ? nothing : found->second;
}

}  // namespace stet::docx
