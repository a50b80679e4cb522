// Units and blocks that go, come or go elsewhere.
#include <algorithm>
#include <optional>

#include "proposal/find_words.hpp"
#include "report/instruction_builder.hpp"

namespace stet {

namespace {

constexpr std::size_t beginning_tokens = 6;

}  // namespace

void InstructionBuilder::take_out() {
    std::vector<bool> said(before_.blocks.size(), false);
    for (NodeId node = 1; node < before_.nodes.size(); ++node) {
        const Node& unit = before_.nodes[node];
        bool any = false;
        bool all = true;
        for (BlockId id = unit.first_block; id < unit.end_block; ++id) {
            if (!compared(id)) continue;
            any = true;
            all = all && gone(id) && !said[id];
        }
        if (!any || !all) continue;
        Operation operation;
        operation.op = Op::repeal;
        operation.target = address_of_unit(node);
        operation.unit = operation.target.section.empty() ? Unit::article : Unit::section;
        add(unit.first_block, std::move(operation));
        std::fill(said.begin() + unit.first_block, said.begin() + unit.end_block, true);
    }
    for (BlockId id = 0; id < before_.blocks.size(); ++id)
        if (gone(id) && !said[id]) take_out_part(id, said);
}

void InstructionBuilder::take_out_part(BlockId first, std::vector<bool>& said) {
    const NodeId node = before_.places[first].node;
    PartName part = addresses_.part(first);
    said[first] = true;
    while (true) {
        const std::vector<BlockId> next = addresses_.blocks(node, {part.kind, part.last + 1, part.last + 1});
        if (next.empty() || !gone(next[0]) || said[next[0]]) break;
        said[next[0]] = true;
        ++part.last;
    }
    Operation operation;
    operation.op = Op::remove;
    operation.target = address_of_unit(node);
    operation.target.paragraph = part_words(part);
    operation.anchor_words = beginning(first);
    add(first, std::move(operation));
}

std::string InstructionBuilder::beginning(BlockId id) const {
    const std::vector<Token> tokens = face_tokens(before_, id);
    if (tokens.empty()) return {};
    const Token& last = tokens[std::min(tokens.size(), beginning_tokens) - 1];
    const std::uint32_t begin = tokens.front().text.begin;
    return one_line(std::string_view(before_.blocks[id].text).substr(begin, last.text.end - begin));
}

void InstructionBuilder::find_last_blocks() {
    last_block_.assign(before_.nodes.size(), none);
    for (NodeId node = 0; node < before_.nodes.size(); ++node)
        for (BlockId id = before_.nodes[node].first_block; id < before_.nodes[node].end_block; ++id)
            if (compared(id)) last_block_[node] = id;
}

BlockId InstructionBuilder::tail_of(const AfterFate& fate) const {
    BlockId tail = none;
    for (const FatePiece& piece : fate.pieces)
        if (piece.before != none) tail = piece.before;
    return tail;
}

void InstructionBuilder::bring_in() {
    BlockId tail = none;  // what stands before, in the before-document
    std::size_t at = 0;
    const auto& after = fates_.after;
    while (at < after.size() && after[at].origin != Origin::kept) ++at;
    if (at > 0) lead_in(at);
    for (; at < after.size();) {
        if (after[at].origin == Origin::kept) {
            tail = tail_of(after[at++]);
            continue;
        }
        const std::size_t end = run_end(at);
        if (after[at].origin == Origin::fresh && end < after.size() && after[end].origin == Origin::moved)
            insert(at, end, PositionKind::before, after[end].pieces.front().before);
        else if (after[at].origin == Origin::fresh)
            insert(at, end, PositionKind::after, tail);
        else
            tail = move(at, end, PositionKind::after, tail);
        at = end;
    }
}

void InstructionBuilder::lead_in(std::size_t kept) {
    const auto& after = fates_.after;
    BlockId tail = none;
    const BlockId first = kept < after.size() ? after[kept].pieces.front().before : none;
    const BlockId host = kept < after.size() ? first_host(after[kept]) : first;
    for (std::size_t at = 0; at < kept;) {
        const std::size_t end = std::min(run_end(at), kept);
        const bool fresh = after[at].origin == Origin::fresh;
        if (fresh && tail != none)
            insert(at, end, PositionKind::after, tail);
        else if (fresh && end < kept)
            insert(at, end, PositionKind::before, after[end].pieces.front().before);
        else if (fresh)
            insert(at, end, host == none ? PositionKind::start : PositionKind::before, host);
        else
            tail = move(at, end, tail == none ? PositionKind::before : PositionKind::after, tail == none ? host : tail);
        at = end;
    }
}

BlockId InstructionBuilder::first_host(const AfterFate& fate) const {
    for (const FatePiece& piece : fate.pieces)
        if (piece.before != none) return piece.before;
    return none;
}

std::size_t InstructionBuilder::run_end(std::size_t at) const {
    const auto& after = fates_.after;
    std::size_t end = at + 1;
    for (; end < after.size() && after[end].origin == after[at].origin; ++end) {
        if (after[at].origin != Origin::moved) continue;
        BlockId next = after[end - 1].pieces.front().before + 1;
        while (next < before_.blocks.size() && !compared(next)) ++next;
        if (after[end].pieces.front().before != next) break;
    }
    return end;
}

void InstructionBuilder::insert(std::size_t first, std::size_t end, PositionKind position, BlockId anchor) {
    Operation operation;
    operation.op = Op::insert;
    operation.position = position;
    if (anchor != none) {
        operation.anchor =
            position == PositionKind::after ? address_behind(anchor, fates_.after[first].after) : address(anchor);
        operation.target = operation.anchor;
        operation.target.paragraph.clear();
    }
    for (std::size_t i = first; i < end; ++i) operation.drawn.push_back(drawn(fates_.after[i].after));
    add(anchor == none ? 0 : anchor, std::move(operation));
}

Target InstructionBuilder::address_behind(BlockId anchor, BlockId fresh) const {
    const NodeId opened = after_.places[fresh].node;
    if (after_.nodes[opened].first_block == fresh && opened != 0)
        for (NodeId node = before_.places[anchor].node; node != 0; node = before_.nodes[node].parent)
            if (before_.levels[before_.nodes[node].level] == after_.levels[after_.nodes[opened].level] &&
                last_block_[node] == anchor)
                return address_of_unit(node);
    return address(anchor);
}

DrawnBlock InstructionBuilder::drawn(BlockId id) const {
    const Block& block = after_.blocks[id];
    DrawnBlock out;
    out.kind = block.kind;
    out.depth = block.depth;
    out.number = block.number;
    std::string text;
    if (block.kind != BlockKind::table_row) {
        text = one_line(face_text(block, after_.face));
    } else {
        const std::string row = face_text(block, after_.face);
        for (std::size_t at = 0; at <= row.size();) {
            const std::size_t stop = std::min(row.find('\t', at), row.size());
            text += (at > 0 ? "\t" : "") + one_line(std::string_view(row).substr(at, stop - at));
            at = stop + 1;
        }
    }
    out.runs.push_back({std::move(text), DrawnRun::inserted});
    return out;
}

BlockId InstructionBuilder::move(std::size_t first, std::size_t end, PositionKind position, BlockId anchor) {
    std::size_t at = first;
    while (at < end) {
        const BlockId id = fates_.after[at].pieces.front().before;
        std::size_t count = 1;
        Operation operation;
        operation.op = Op::move;
        operation.target = unit_or_part(id, at, end, count);
        operation.position = position;
        operation.anchor = address(anchor);
        anchor = fates_.after[at + count - 1].pieces.front().before;
        position = PositionKind::after;
        add(id, std::move(operation));
        at += count;
    }
    return anchor;
}

Target InstructionBuilder::unit_or_part(BlockId id, std::size_t at, std::size_t end, std::size_t& count) const {
    std::optional<NodeId> widest;
    for (NodeId node = before_.places[id].node; node != 0; node = before_.nodes[node].parent) {
        const Node& unit = before_.nodes[node];
        if (first_compared(unit) != id) break;
        std::size_t blocks = 0;
        for (BlockId own = unit.first_block; own < unit.end_block; ++own) blocks += compared(own) ? 1 : 0;
        if (at + blocks > end || fates_.after[at + blocks - 1].pieces.front().before != last_block_[node]) break;
        widest = node;
        count = blocks;
    }
    return widest ? address_of_unit(*widest) : address(id);
}

BlockId InstructionBuilder::first_compared(const Node& unit) const {
    BlockId id = unit.first_block;
    while (id < unit.end_block && !compared(id)) ++id;
    return id;
}

}  // namespace stet
