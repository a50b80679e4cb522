// Writes a document's tree as text: one line a unit, indented by its depth.
#include "text/words.hpp"
#include "writers/writer.hpp"

namespace stet {
namespace {

/// Words of each unit with those of the units inside it.
std::vector<std::uint32_t> words_of_units(const Document& document) {
    std::vector<std::uint32_t> words(document.nodes.size(), 0);
    for (BlockId id = 0; id < document.blocks.size(); ++id)
        if (!is_set_aside(document.blocks[id].kind))
            words[document.places[id].node] += count_words(face_text(document.blocks[id], document.face));
    for (std::size_t node = words.size(); node-- > 1;) words[document.nodes[node].parent] += words[node];
    return words;
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) out.push_back(c == '\n' || c == '\t' ? ' ' : c);
    return out;
}

}  // namespace

std::string write_outline_text(const Document& document) {
    const std::vector<std::uint32_t> words = words_of_units(document);
    std::string out;
    for (NodeId id = 1; id < document.nodes.size(); ++id) {
        const Node& node = document.nodes[id];
        const std::string_view block = document.blocks[node.first_block].text;
        std::string label = one_line(block.substr(node.label.span.begin, node.label.span.size()));
        if (label.size() < node.label.written.size()) label = node.label.written;
        out.append(4 * (node.depth - 1u), ' ');
        out += label;
        if (!label.empty() && !node.heading.empty()) out.push_back(' ');
        out += node.heading;
        out += "  (" + std::to_string(words[id]) + (words[id] == 1 ? " word" : " words") + ", line " +
               std::to_string(document.line(id)) + ")\n";
    }
    return out;
}

}  // namespace stet
