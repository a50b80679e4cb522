// Finds the headings of both sides' demands.
#include "proposal/openers.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_group_heading = 200;  // bytes

/// The side that is named before words of that class, which end the text.
Side heads_group(const PhrasedText& phrased, WordClass words) {
    const std::size_t agrees = phrased.first(0, phrased.size(), words);
    if (agrees >= phrased.size() || agrees > 6) return Side::neither;
    const std::size_t behind = agrees + phrased.find(agrees, words)->size;
    const bool closes = behind == phrased.size() || (behind + 1 == phrased.size() && phrased.is_mark(behind, ":"));
    return closes ? side_named(phrased, 0, agrees) : Side::neither;
}

}  // namespace

std::map<BlockId, Group> find_groups(const Document& document, const PhraseBook& book) {
    std::map<BlockId, Group> groups;
    std::map<BlockId, Group> demands;
    bool company = false, union_side = false;
    for (BlockId id = 0; id < document.blocks.size(); ++id) {
        const Block& block = document.blocks[id];
        if (block.text.size() > longest_group_heading || block.text.ends_with('.') ||
            block.kind == BlockKind::table_row)
            continue;
        const PhrasedText phrased(block.text, book);
        const Side agrees = heads_group(phrased, WordClass::agrees);
        if (agrees != Side::neither) groups[id] = {agrees, false};
        const Side asks = heads_group(phrased, WordClass::demands);
        company = company || asks == Side::company;
        union_side = union_side || asks == Side::union_side;
        if (asks != Side::neither) demands[id] = {asks, true};
    }
    if (company && union_side) groups.merge(demands);
    return groups;
}

}  // namespace stet
