// Parses a part's XML within limits and gives its prefixes their customary names.
#include "package/xml.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "text/error.hpp"

namespace stet {

namespace {

/// A thousand pages have some 500,000 tags; the parser takes some 100 bytes for each.
constexpr std::ptrdiff_t most_tags = 8'000'000;
constexpr std::ptrdiff_t most_attributes = 8'000'000;

/// Vocabularies by a part of their addresses that the transitional and the strict form share (ECMA-376 Part 1, annex A;
/// Part 4), and their customary prefixes.
struct Vocabulary {
    std::string_view address;
    std::string_view prefix;
};
constexpr std::array<Vocabulary, 8> vocabularies = {{
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"http://schemas.microsoft.com/office/word/2010/wordml", "w14"},
}};

[[noreturn]] void fail(const std::string& where, const std::string& what) {
    throw Error(where + ": error: " + what);
}

/// Whether a sign stands more often than that in the bytes; what it opens takes `least` bytes (`<a/>`, ` a=""`).
bool has_more_than(std::string_view bytes, std::ptrdiff_t most, char sign, std::ptrdiff_t least) {
    if (static_cast<std::ptrdiff_t>(bytes.size()) / least <= most) return false;
    return std::count(bytes.begin(), bytes.end(), sign) > most;
}

/// "&#0;" is no character; the parser would end the text there.
bool refers_to_nul(std::string_view xml) {
    for (std::size_t at = xml.find("&#"); at != std::string_view::npos; at = xml.find("&#", at + 2)) {
        std::size_t digit = at + 2;
        if (digit < xml.size() && xml[digit] == 'x') ++digit;
        const std::size_t end = xml.find_first_not_of('0', digit);
        if (end != std::string_view::npos && end > digit && xml[end] == ';') return true;
    }
    return false;
}

/// The parser reads none of a declaration's entities.
bool has_document_type(const pugi::xml_document& tree) {
    const auto children = tree.children();
    return std::any_of(children.begin(), children.end(),
                       [](pugi::xml_node child) { return child.type() == pugi::node_doctype; });
}

bool is_shallow(const pugi::xml_document& tree) {
    int depth = 0;
    pugi::xml_node node = tree.first_child();
    while (node) {
        if (const pugi::xml_node child = node.first_child()) {
            if (++depth > deepest_xml) return false;
            node = child;
            continue;
        }
        while (node && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (node) node = node.next_sibling();
    }
    return true;
}

std::string_view customary_prefix(std::string_view address) {
    for (const Vocabulary& vocabulary : vocabularies)
        if (vocabulary.address == address) return vocabulary.prefix;
    return {};
}

using Prefixes = std::map<std::string, std::string, std::less<>>;  ///< as written ("" for none) to customary

/// Renames the declarations of the root that call a known vocabulary something else.
Prefixes rename_declarations(pugi::xml_node root) {
    Prefixes renamed;
    for (pugi::xml_attribute attribute : root.attributes()) {
        const std::string_view name = attribute.name();
        if (name != "xmlns" && !name.starts_with("xmlns:")) continue;
        const std::string written(name.size() > 6 ? name.substr(6) : std::string_view());
        const std::string customary(customary_prefix(attribute.value()));
        if (customary.empty() || customary == written) continue;
        renamed[written] = customary;
        const std::string declaration = "xmlns:" + customary;
        if (!root.attribute(declaration.c_str())) attribute.set_name(declaration.c_str());
    }
    return renamed;
}

/// The name under the customary prefix; empty where it stays.
std::string renamed_name(std::string_view name, const Prefixes& renamed, bool attribute) {
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos && attribute) return {};
    const std::string_view prefix = colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
    const auto found = renamed.find(prefix);
    if (found == renamed.end()) return {};
    return found->second + ":" + std::string(colon == std::string_view::npos ? name : name.substr(colon + 1));
}

class Renamer : public pugi::xml_tree_walker {
public:
    explicit Renamer(const Prefixes& renamed) : renamed_(renamed) {}

    bool for_each(pugi::xml_node& node) override {
        if (const std::string name = renamed_name(node.name(), renamed_, false); !name.empty())
            node.set_name(name.c_str());
        for (pugi::xml_attribute attribute : node.attributes())
            if (const std::string name = renamed_name(attribute.name(), renamed_, true); !name.empty())
                attribute.set_name(name.c_str());
        return true;
    }

private:
    const Prefixes& renamed_;
};

}  // namespace

XmlTree parse_xml(std::string bytes, const std::string& where) {
    if (has_more_than(bytes, most_tags, '<', 4) || has_more_than(bytes, most_attributes, '=', 5))
        fail(where, "more than " + std::to_string(most_tags) + " tags or attributes; cut the document into parts");
    if (refers_to_nul(bytes)) fail(where, "it is no well-formed XML: \"&#0;\" is no character");
    auto tree = std::make_unique<XmlDocument>();
    tree->bytes = std::move(bytes);
    const unsigned options =
        pugi::parse_default | pugi::parse_declaration | pugi::parse_doctype | pugi::parse_ws_pcdata_single;
    const pugi::xml_parse_result result = tree->load_buffer_inplace(tree->bytes.data(), tree->bytes.size(), options);
    if (!result)
        fail(where, "it is no well-formed XML at byte " + std::to_string(result.offset) + ": " + result.description());
    if (has_document_type(*tree))
        fail(where, "it has a document type declaration, which parts of packages may not have");
    if (!is_shallow(*tree))
        fail(where, "elements are nested deeper than " + std::to_string(deepest_xml) + ": no document's are");
    if (const Prefixes renamed = rename_declarations(tree->document_element()); !renamed.empty()) {
        Renamer renamer(renamed);
        tree->traverse(renamer);
    }
    return tree;
}

XmlTree read_xml(const Package& package, std::string_view part) {
    return parse_xml(package.read(part), package.name() + ": " + std::string(part));
}

}  // namespace stet
