// Puts computed numbers before texts and takes them off.
#include "grammar/computed_numbers.hpp"

#include <algorithm>

namespace stet {

namespace {

/// Marks that put text outside a face: the number stands in it whatever is struck behind it.
Marks shown(Marks marks) {
    for (const Mark mark : {Mark::struck, Mark::inserted, Mark::comment})
        marks.bits = static_cast<std::uint16_t>(marks.bits & ~static_cast<std::uint16_t>(mark));
    return marks;
}

bool is_shown(const Block& block) {
    return block.computed && !block.number.empty();
}

void show_number(Block& block) {
    const std::string prefix = block.number + " ";
    const auto size = static_cast<std::uint32_t>(prefix.size());
    block.text.insert(0, prefix);
    for (Run& run : block.runs) run.text = {run.text.begin + size, run.text.end + size};
    const Marks marks = block.runs.empty() ? Marks{} : shown(block.runs.front().marks);
    block.runs.insert(block.runs.begin(), {{0, size}, marks});
    for (std::size_t i = 1; i < block.fragments.size(); ++i) block.fragments[i].text += size;
}

/// Bytes of the text that are the number; the blank behind it may have gone with a cut.
std::uint32_t shown_size(const Block& block) {
    return static_cast<std::uint32_t>(std::min(block.number.size() + 1, block.text.size()));
}

void hide(Span& span, std::uint32_t size) {
    span = {std::max(span.begin, size) - size, std::max(span.end, size) - size};
}

void hide_number(Block& block, std::uint32_t size) {
    block.text.erase(0, size);
    for (Run& run : block.runs) hide(run.text, size);
    std::erase_if(block.runs, [](const Run& run) { return run.text.empty(); });
    for (Fragment& fragment : block.fragments) fragment.text = std::max(fragment.text, size) - size;
}

/// A heading of no level of the grammar was read with its number: that is its label.
void take_out_of_heading(Node& node, const std::string& number) {
    if (!node.label.written.empty() || !node.heading.starts_with(number)) return;
    const std::size_t begin = node.heading.find_first_not_of(' ', number.size());
    node.heading.erase(0, begin == std::string::npos ? node.heading.size() : begin);
    node.label.written = number;
}

}  // namespace

void show_numbers(std::vector<Block>& blocks, Face face) {
    for (Block& block : blocks) {
        if (face == Face::before && block.number_before) block.number = std::move(*block.number_before);
        block.number_before.reset();
        if (is_shown(block)) show_number(block);
    }
}

void hide_numbers(Document& document) {
    std::vector<std::uint32_t> sizes(document.blocks.size(), 0);
    for (BlockId id = 0; id < document.blocks.size(); ++id) {
        Block& block = document.blocks[id];
        if (!is_shown(block)) continue;
        sizes[id] = shown_size(block);
        hide_number(block, sizes[id]);
        hide(document.places[id].label, sizes[id]);
    }
    for (NodeId id = 1; id < document.nodes.size(); ++id) {
        Node& node = document.nodes[id];
        if (node.first_block >= sizes.size() || sizes[node.first_block] == 0) continue;
        hide(node.label.span, sizes[node.first_block]);
        take_out_of_heading(node, document.blocks[node.first_block].number);
    }
}

}  // namespace stet
