// A unit goes by its name, or by its text where that is printed.
#include <algorithm>

#include "proposal/apply_drawn.hpp"
#include "proposal/named_operation.hpp"

namespace stet {

namespace {

/// Numbers that count on in one row: 4.2 and 4.3, not 4.3 and 5.1.
bool is_of_row(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    return !a.empty() && a.size() == b.size() && std::equal(a.begin(), a.end() - 1, b.begin());
}

}  // namespace

void NamedOperation::repeal() {
    const bool printed = std::any_of(operation_.drawn.begin(), operation_.drawn.end(), has_old_words);
    if (printed || !operation_.struck_text.empty()) {
        repeal_printed();
        return;
    }
    if (names_more_than_is_read() || !has_unit() || !is_whole_unit()) return;
    if (!operation_.target.paragraph.empty() || !operation_.target.sentence.empty()) {
        fail("a part of " + unit_label(base_, unit_.node) + " is named, and not all of it");
        return;
    }
    take_unit(unit_);
    remove_unit(unit_.node);
}

std::vector<std::string> NamedOperation::printed_blocks() const {
    std::vector<std::string> out;
    for (const DrawnBlock& block : operation_.drawn)
        if (has_old_words(block)) out.push_back(old_text(block));
    return out.empty() ? lines_of(operation_.struck_text) : out;
}

void NamedOperation::repeal_printed() {
    const std::vector<std::string> printed = printed_blocks();
    const std::vector<BlockId> blocks = printed_.blocks_of(printed.front());
    if (blocks.empty()) {
        if (step_.reason.empty()) fail("the text to repeal is not in the base: “" + first_words(printed.front()) + "”");
        return;
    }
    const NodeId node = node_of(blocks.front());
    if (node == 0 || base_.nodes[node].first_block > blocks.front()) {
        fail("the text is a part of a unit in the base and no unit of its own");
        return;
    }
    step_.base = node;
    std::size_t missing = 0;
    for (const std::string& text : printed) {
        const std::vector<LikeBlock> like = text_.like(text, range_of(node), 1);
        if (like.empty() ||
            text_.held(text, text_.with_neighbours(text, like[0].block, range_of(node))) < is_that_block) {
            remark(step_, "printed, and not in the base’s unit: “" + first_words(text) + "”");
            ++missing;
        } else {
            tell_differing(like[0].block, text);
        }
    }
    if (missing * 2 > printed.size()) {
        fail("most of the text printed is not in the base’s unit");
        return;
    }
    tell_unprinted(node, printed);
    remove_unit(node);
}

/// Words of a paragraph that goes, which are others than those printed.
void NamedOperation::tell_differing(BlockId block, const std::string& text) {
    DrawnBlock kept;
    kept.runs.push_back({text, DrawnRun::kept});
    const std::vector<BlockId> blocks = text_.with_neighbours(text, block, range_of(node_of(block)));
    for (const std::string& words : lay_over_blocks(base_, text_, blocks, kept, operation_, by_).remarks)
        remark(step_, words);
}

void NamedOperation::tell_unprinted(NodeId node, const std::vector<std::string>& printed) {
    std::string all;
    for (const std::string& text : printed) all += text + "\n";
    std::vector<std::uint64_t> keys = word_keys(all);
    std::sort(keys.begin(), keys.end());
    for (BlockId id = base_.nodes[node].first_block; id < base_.nodes[node].end_block; ++id) {
        if (is_set_aside(base_.blocks[id].kind)) continue;
        const std::vector<std::uint64_t> own = word_keys(base_.blocks[id].text);
        const auto held = std::count_if(own.begin(), own.end(), [&](std::uint64_t key) {
            return std::binary_search(keys.begin(), keys.end(), key);
        });
        if (static_cast<std::size_t>(held) * 10 < own.size() * 6)
            remark(step_, "goes with the unit though it is not printed: “" + first_words(base_.blocks[id].text) + "”");
    }
}

/// Behind the last of its row a unit that goes leaves none.
bool NamedOperation::leaves_gap(NodeId node) const {
    const Node& unit = base_.nodes[node];
    if (unit.label.value.empty()) return false;
    const auto stands_behind = [&](NodeId next) {
        return base_.nodes[next].level == unit.level && !base_.nodes[next].label.value.empty();
    };
    for (NodeId next = unit.end_node; next < base_.nodes[unit.parent].end_node; ++next)
        if (base_.nodes[next].parent == unit.parent && stands_behind(next)) return true;
    if (base_.levels[unit.level] == "list") return false;
    for (NodeId next = unit.end_node; next < base_.nodes.size(); ++next)
        if (stands_behind(next))
            return is_of_row(unit.label.ordinals, base_.nodes[next].label.ordinals) &&
                   label_before(unit.label.value, base_.nodes[next].label.value);
    return false;
}

void NamedOperation::remove_unit(NodeId node) {
    const Node& unit = base_.nodes[node];
    wish_.removals.push_back({unit.first_block, unit.end_block, by_});
    if (leaves_gap(node)) remark(step_, gap_remark(base_, node));
    const NodeId above = unit.parent;
    if (above == none || above == 0 || base_.levels[base_.nodes[above].level] != "article") return;
    for (BlockId id = base_.nodes[above].first_block; id < base_.nodes[above].end_block; ++id) {
        const bool inside = unit.first_block <= id && id < unit.end_block;
        if (!inside && !is_set_aside(base_.blocks[id].kind) && !base_.places[id].heading) return;
    }
    remark(step_, unit_label(base_, above) + " " + base_.nodes[above].heading + " is left without text");
}

}  // namespace stet
