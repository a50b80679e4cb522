// Names are labels as written; what is counted is counted within the unit.
#include "proposal/address.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace stet {

namespace {

constexpr std::array<std::pair<BlockKind, std::string_view>, 3> part_nouns = {
    {{BlockKind::paragraph, "paragraph"}, {BlockKind::table_row, "row"}, {BlockKind::heading, "heading line"}}};

/// A number at the beginning of the text, which it is taken from; 0 where there is none.
std::uint32_t take_number(std::string_view& text) {
    std::uint32_t number = 0;
    const char* end = std::from_chars(text.data(), text.data() + text.size(), number).ptr;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

/// A heading in quotes, without quotes of its own.
std::string quoted_heading(const std::string& heading) {
    std::string out = "“";
    for (std::size_t at = 0; at < heading.size();) {
        const std::string_view rest = std::string_view(heading).substr(at);
        if (rest.starts_with("“") || rest.starts_with("”")) {
            out.push_back('\'');
            at += 3;
        } else {
            out.push_back(heading[at] == '\n' || heading[at] == '\t' ? ' ' : heading[at]);
            ++at;
        }
    }
    return out + "”";
}

/// A label can be written without quotes where it holds none of the marks that part names.
std::string name_of(const Node& node) {
    std::string label = node.label.written;
    std::replace_if(
        label.begin(), label.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    const bool plain = !label.empty() && label.find(',') == std::string::npos && label.find("“") == std::string::npos &&
                       label.find("”") == std::string::npos && label.find(" (no. ") == std::string::npos &&
                       label.find(" to follow ") == std::string::npos &&
                       label.find(" to precede ") == std::string::npos && !parse_part(label) && !label.ends_with('.') &&
                       label.front() != ' ';
    return plain ? label : quoted_heading(label.empty() ? node.heading : label);
}

BlockKind part_kind(const Document& document, BlockId id) {
    if (document.blocks[id].kind == BlockKind::table_row) return BlockKind::table_row;
    return document.places[id].heading ? BlockKind::heading : BlockKind::paragraph;
}

}  // namespace

std::string part_words(const PartName& part) {
    const auto noun =
        std::find_if(part_nouns.begin(), part_nouns.end(), [&](const auto& one) { return one.first == part.kind; });
    std::string out(noun == part_nouns.end() ? part_nouns[0].second : noun->second);
    if (part.last != part.first) out += "s";
    out += " " + std::to_string(part.first);
    if (part.last != part.first) out += " to " + std::to_string(part.last);
    return out;
}

std::optional<PartName> parse_part(std::string_view words) {
    for (const auto& [kind, noun] : part_nouns) {
        std::string_view rest = words;
        if (!rest.starts_with(noun)) continue;
        rest.remove_prefix(noun.size());
        const bool several = rest.starts_with("s ");
        if (!several && !rest.starts_with(" ")) continue;
        rest.remove_prefix(several ? 2 : 1);
        PartName part{kind, take_number(rest), 0};
        part.last = part.first;
        if (several && rest.starts_with(" to ")) {
            rest.remove_prefix(4);
            part.last = take_number(rest);
        }
        if (part.first > 0 && part.last >= part.first && rest.empty()) return part;
    }
    return std::nullopt;
}

Addresses::Addresses(const Document& document) : units_(document.nodes.size()), parts_(document.blocks.size()) {
    std::map<std::pair<NodeId, std::string>, std::uint32_t> seen;
    for (NodeId id = 1; id < document.nodes.size(); ++id) {
        const Node& node = document.nodes[id];
        std::string name = name_of(node);
        const std::uint32_t count = ++seen[{node.parent, name}];
        if (count > 1) name += " (no. " + std::to_string(count) + ")";
        units_[id].parent = node.parent;
        units_[id].name = name;
        by_name_.emplace(std::pair{node.parent, std::move(name)}, id);
    }
    std::vector<std::array<std::uint32_t, 3>> counts(document.nodes.size());
    for (BlockId id = 0; id < document.blocks.size(); ++id) {
        if (is_set_aside(document.blocks[id].kind)) continue;
        const NodeId node = document.places[id].node;
        const BlockKind kind = part_kind(document, id);
        const std::size_t row = kind == BlockKind::paragraph ? 0 : kind == BlockKind::table_row ? 1 : 2;
        const std::uint32_t count = ++counts[node][row];
        parts_[id] = {kind, count, count};
        units_[node].own.push_back(id);
    }
}

std::vector<std::string> Addresses::units(NodeId node) const {
    std::vector<std::string> out;
    for (NodeId id = node; id != 0 && id != none; id = units_[id].parent) out.push_back(units_[id].name);
    std::reverse(out.begin(), out.end());
    return out;
}

std::optional<NodeId> Addresses::find(const std::vector<std::string>& units) const {
    NodeId node = 0;
    for (const std::string& unit : units) {
        const auto there = by_name_.find({node, unit});
        if (there == by_name_.end()) return std::nullopt;
        node = there->second;
    }
    return node;
}

std::vector<BlockId> Addresses::blocks(NodeId node, const PartName& part) const {
    std::vector<BlockId> out;
    for (const BlockId id : units_[node].own)
        if (parts_[id].kind == part.kind && parts_[id].first >= part.first && parts_[id].first <= part.last)
            out.push_back(id);
    if (out.size() != part.last - part.first + 1) out.clear();
    return out;
}

}  // namespace stet
