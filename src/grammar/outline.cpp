// Reads the tree: sites, contents, units, paths.
#include "grammar/outline.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "document/join_paragraphs.hpp"
#include "grammar/computed_numbers.hpp"
#include "grammar/outline_builder.hpp"

namespace stet {
namespace {

constexpr std::size_t longest_words = 200;  // bytes

void replace(std::string& text, std::string_view what, std::string_view by) {
    const std::size_t at = text.find(what);
    if (at != std::string::npos) text.replace(at, what.size(), by);
}

/// Words that name a unit in paths, bounded: paths hold those of all units above.
std::string shortened(const std::string& words) {
    if (words.size() <= longest_words) return words;
    std::size_t end = longest_words;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xc0) == 0x80) --end;
    return words.substr(0, end) + "…";
}

/// "article 5", "(a)", "letter "Parking"", "heading "Scope"".
std::string component(const Document& document, const Node& node, const Grammar& grammar) {
    const std::string& name = document.levels[node.level];
    if (node.label.value.empty())
        return name + " \"" + shortened(node.heading.empty() ? node.label.written : node.heading) + "\"";
    const auto level =
        std::find_if(grammar.levels.begin(), grammar.levels.end(), [&](const Level& l) { return l.name == name; });
    std::string path = level == grammar.levels.end() ? name + " {value}" : level->path;
    replace(path, "{value}", node.label.value);
    replace(path, "{label}", node.label.written);
    replace(path, "{title}", node.heading);
    return path;
}

void set_paths(Document& document, const Grammar& grammar) {
    std::unordered_map<std::string_view, unsigned> taken;  // by path, of the first unit that has it
    taken.reserve(document.nodes.size());
    for (std::size_t i = 1; i < document.nodes.size(); ++i) {
        Node& node = document.nodes[i];
        const std::string own = component(document, node, grammar);
        const std::string& parent = document.nodes[node.parent].path;
        node.path.reserve(parent.size() + own.size() + 3);
        node.path = parent;
        if (!parent.empty()) node.path += " / ";
        node.path += own;
        const auto [known, fresh] = taken.try_emplace(node.path, 1);
        if (!fresh) node.path += " #" + std::to_string(++known->second);
    }
}

/// Some of the text is outside one of the faces.
bool has_two_faces(const Block& block) {
    return std::any_of(block.runs.begin(), block.runs.end(), [](const Run& run) {
        return !run.marks.empty() && (outside(run.marks, Face::after) || outside(run.marks, Face::before));
    });
}

}  // namespace

Document outline(Source source, std::vector<Block> blocks, const Grammar& grammar, Face face, Diagnostics diagnostics) {
    Document out;
    out.source = std::move(source);
    out.face = face;
    out.grammar = grammar.name;
    out.reference_nouns = grammar.reference_nouns;
    out.weighty = grammar.weighty;
    out.diagnostics = std::move(diagnostics);
    out.marked = std::any_of(blocks.begin(), blocks.end(), has_two_faces);
    blocks = join_paragraphs(std::move(blocks), face);
    show_numbers(blocks, face);
    OutlineBuilder(out, blocks, grammar, face).build();
    hide_numbers(out);
    set_paths(out, grammar);
    return out;
}

}  // namespace stet
