// The flow: block by block, then what goes and comes, numbers last.
#include "report/instructions.hpp"

#include <algorithm>
#include <iterator>

#include "report/instruction_builder.hpp"

namespace stet {

std::vector<Operation> InstructionBuilder::run() {
    find_last_blocks();
    for (BlockId id = 0; id < before_.blocks.size(); ++id)
        if (fates_.before[id].kept || fates_.before[id].moved) change_block(id);
    take_out();
    bring_in();
    return in_order();
}

Target InstructionBuilder::address(BlockId id) const {
    Target target = address_of_unit(before_.places[id].node);
    target.paragraph = part_words(addresses_.part(id));
    return target;
}

Target InstructionBuilder::address_of_unit(NodeId node) const {
    Target target;
    target.units = addresses_.units(node);
    for (NodeId id = node; id != 0; id = before_.nodes[id].parent) {
        const std::string& level = before_.levels[before_.nodes[id].level];
        if (level == "article") target.article = before_.nodes[id].label.value;
        if (level == "section") target.section = before_.nodes[id].label.value;
    }
    return target;
}

std::vector<Operation> InstructionBuilder::in_order() {
    std::vector<Operation> out;
    for (std::vector<Operation>& list : by_block_) std::move(list.begin(), list.end(), std::back_inserter(out));
    std::move(renumbering_.begin(), renumbering_.end(), std::back_inserter(out));
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].id = out[i].item = std::to_string(i + 1);
        out[i].addressed = true;
    }
    return out;
}

std::vector<Operation> build_instructions(const Redline& redline) {
    return InstructionBuilder(redline).run();
}

}  // namespace stet
