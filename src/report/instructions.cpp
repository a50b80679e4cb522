// Fates of blocks to operations: words, whole units, new blocks, moves, numbers.
#include "report/instructions.hpp"

#include <algorithm>
#include <optional>

#include "proposal/address.hpp"
#include "proposal/find_words.hpp"
#include "report/block_fates.hpp"
#include "report/word_steps.hpp"

namespace stet {

namespace {

constexpr std::size_t beginning_tokens = 6;

class Instructions {
public:
    explicit Instructions(const Redline& redline)
        : redline_(redline),
          before_(redline.before),
          after_(redline.after),
          addresses_(redline.before),
          fates_(block_fates(redline)),
          by_block_(std::max<std::size_t>(1, redline.before.blocks.size())) {}

    std::vector<Operation> run() {
        find_last_blocks();
        for (BlockId id = 0; id < before_.blocks.size(); ++id)
            if (fates_.before[id].kept || fates_.before[id].moved) change_block(id);
        take_out();
        bring_in();
        return in_order();
    }

private:
    bool compared(BlockId id) const { return !is_set_aside(before_.blocks[id].kind); }

    Target address(BlockId id) const {
        Target target = address_of_unit(before_.places[id].node);
        target.paragraph = part_words(addresses_.part(id));
        return target;
    }

    Target address_of_unit(NodeId node) const {
        Target target;
        target.units = addresses_.units(node);
        for (NodeId id = node; id != 0; id = before_.nodes[id].parent) {
            const std::string& level = before_.levels[before_.nodes[id].level];
            if (level == "article") target.article = before_.nodes[id].label.value;
            if (level == "section") target.section = before_.nodes[id].label.value;
        }
        return target;
    }

    void add(BlockId at, Operation operation) { by_block_[at].push_back(std::move(operation)); }

    // Words.

    void change_block(BlockId id) {
        const BeforeFate& fate = fates_.before[id];
        std::vector<Hunk> hunks = hunks_of(id, fate);
        for (const std::uint32_t at : fate.breaks)  // the white space there becomes the break
            std::erase_if(hunks, [&](const Hunk& hunk) {
                return one_line(hunk.with).empty() && hunk.cut.end + 2 >= at && hunk.cut.begin <= at + 1 &&
                       blank(id, hunk.cut);
            });
        const std::vector<Hunk> all = hunks;
        const std::uint32_t from = renumber(id, hunks);
        const auto steps = word_steps(before_, id, hunks, from);
        if (!steps) {
            if (from > 0) renumbering_.pop_back();
            write_anew(id, all);
        }
        std::vector<Span> struck;
        for (Operation operation : steps.value_or(std::vector<Operation>{})) {
            struck.push_back(struck_in(id, operation));
            operation.target = address(id);
            add(id, std::move(operation));
        }
        for (const std::uint32_t at : fate.breaks)
            if (std::none_of(struck.begin(), struck.end(), [&](Span one) { return one.begin < at && at <= one.end; }))
                add_break(id, at);
        if (!fate.joined) return;
        Operation operation;
        operation.op = Op::join;
        operation.target = address(id);
        add(id, std::move(operation));
    }

    /// The words that an operation strikes; empty where it strikes none.
    Span struck_in(BlockId id, const Operation& operation) const {
        const auto places = find_words(before_.blocks[id].text, face_tokens(before_, id), operation.struck_text);
        const std::size_t place = operation.place == 0 ? 0 : operation.place - 1;
        return place < places.size() ? places[place] : Span{};
    }

    bool blank(BlockId id, Span span) const {
        return one_line(std::string_view(before_.blocks[id].text).substr(span.begin, span.size())).empty();
    }

    /// The whole block goes and its new text comes.
    void write_anew(BlockId id, const std::vector<Hunk>& hunks) {
        const Block& block = before_.blocks[id];
        std::string text;
        std::uint32_t at = 0;
        for (const Hunk& hunk : hunks) {
            text.append(block.text, at, hunk.cut.begin - at).append(hunk.with);
            at = hunk.cut.end;
        }
        text.append(block.text, at);
        Operation insertion;
        insertion.op = Op::insert;
        insertion.position = PositionKind::before;
        insertion.anchor = address(id);
        insertion.target = address_of_unit(before_.places[id].node);
        insertion.drawn.push_back({0, block.number, {{one_line(text), DrawnRun::inserted}}, block.kind, block.depth});
        add(id, std::move(insertion));
        Operation removal;
        removal.op = Op::remove;
        removal.target = address(id);
        removal.anchor_words = beginning(id);
        add(id, std::move(removal));
    }

    void add_break(BlockId id, std::uint32_t at) {
        const std::vector<Token> tokens = face_tokens(before_, id);
        auto token = std::find_if(tokens.begin(), tokens.end(), [&](const Token& one) { return one.text.begin >= at; });
        if (token == tokens.begin() || token == tokens.end()) return;
        Operation operation;
        operation.op = Op::split;
        operation.target = address(id);
        const auto end = tokens.end() - token > static_cast<std::ptrdiff_t>(beginning_tokens)
                             ? token + static_cast<std::ptrdiff_t>(beginning_tokens)
                             : tokens.end();
        const Span span{token->text.begin, (end - 1)->text.end};
        operation.anchor_words = one_line(std::string_view(before_.blocks[id].text).substr(span.begin, span.size()));
        const std::vector<Span> places = find_words(before_.blocks[id].text, tokens, operation.anchor_words);
        const auto there = std::find(places.begin(), places.end(), span);
        if (there == places.end()) return;
        if (places.size() > 1) operation.place = static_cast<std::uint32_t>(there - places.begin()) + 1;
        add(id, std::move(operation));
    }

    std::vector<Hunk> hunks_of(BlockId id, const BeforeFate& fate) const {
        std::vector<Hunk> hunks;
        const auto add_hunk = [&](Span cut, std::string_view with) {
            if (cut.empty() && with.empty()) return;
            if (!hunks.empty() && hunks.back().cut.end == cut.begin && !between_cells(id, cut.begin)) {
                hunks.back().cut.end = cut.end;
                hunks.back().with += with;
            } else {
                hunks.push_back({cut, std::string(with)});
            }
        };
        for (const std::uint32_t index : fate.pieces) {
            const RedlineBlock& block = redline_.blocks[index];
            const Span stretch = before_stretch(redline_, index);
            if (std::find(fate.hosts.begin(), fate.hosts.end(), index) == fate.hosts.end()) {
                add_hunk(stretch, {});
                continue;
            }
            std::uint32_t at = stretch.begin;
            for (const std::string& text : beside(index, true)) add_hunk({at, at}, text);
            for (const Edit& edit : block.edits) {
                if (edit.aside) continue;
                if (edit.op == EditOp::equal) {
                    add_blank(edit, block, true, add_hunk, id);
                    at = edit.before.end;
                    add_blank(edit, block, false, add_hunk, id);
                    continue;
                }
                if (edit.op == EditOp::inserted)
                    add_hunk(
                        {at, at},
                        std::string_view(after_.blocks[block.after].text).substr(edit.after.begin, edit.after.size()));
                else if (edit.op == EditOp::deleted)
                    add_hunk(edit.before, {});
                if (edit.op != EditOp::inserted) at = edit.before.end;
            }
            for (const std::string& text : beside(index, false)) add_hunk({at, at}, text);
        }
        return hunks;
    }

    /// White space at an end of an equal stretch that only one side has.
    template <class AddHunk>
    void add_blank(const Edit& edit, const RedlineBlock& block, bool first, AddHunk add_hunk, BlockId id) const {
        const std::string& before = before_.blocks[id].text;
        const std::string& after = after_.blocks[block.after].text;
        if (edit.before.empty() || edit.after.empty()) return;
        const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
        const bool had = is_blank(before[first ? edit.before.begin : edit.before.end - 1]);
        const bool has = is_blank(after[first ? edit.after.begin : edit.after.end - 1]);
        const std::uint32_t at = first ? edit.before.begin : edit.before.end;
        if (has && !had) add_hunk({at, at}, " ");
        if (had && !has) add_hunk(first ? Span{at, at + 1} : Span{at - 1, at}, "");
    }

    bool between_cells(BlockId id, std::uint32_t at) const {
        const Block& block = before_.blocks[id];
        return block.kind == BlockKind::table_row &&
               std::any_of(block.cells.begin(), block.cells.end(),
                           [&](const Span& cell) { return cell.begin == at; }) &&
               at > 0;
    }

    /// New words of the same after-block that stand behind a host, or before the first one.
    std::vector<std::string> beside(std::uint32_t index, bool before) const {
        const BlockId after = redline_.blocks[index].after;
        const auto fate = std::lower_bound(fates_.after.begin(), fates_.after.end(), after,
                                           [](const AfterFate& one, BlockId id) { return one.after < id; });
        const auto& pieces = fate->pieces;
        auto here =
            std::find_if(pieces.begin(), pieces.end(), [&](const FatePiece& one) { return one.block == index; });
        std::vector<std::string> out;
        if (before) {
            const bool first =
                std::none_of(pieces.begin(), here, [](const FatePiece& one) { return one.before != none; });
            for (auto one = pieces.begin(); first && one != here; ++one) out.push_back(after_words(one->block));
        } else {
            for (++here; here != pieces.end() && here->before == none; ++here) out.push_back(after_words(here->block));
        }
        return out;
    }

    std::string after_words(std::uint32_t index) const {
        const RedlineBlock& block = redline_.blocks[index];
        std::string out;
        for (const Edit& edit : block.edits)
            if (edit.op != EditOp::deleted && !edit.aside)
                out.append(after_.blocks[block.after].text, edit.after.begin, edit.after.size());
        return " " + out + " ";
    }

    /// Hunks in the label and nowhere else become a new number; gives where the text behind it begins, or 0.
    std::uint32_t renumber(BlockId id, std::vector<Hunk>& hunks) {
        const Node& node = before_.nodes[before_.places[id].node];
        const Span label = before_.places[id].label;
        if (label.empty() || node.label.written.empty() || node.first_block > id) return 0;
        const std::string& text = before_.blocks[id].text;
        const std::size_t at = text.find(node.label.written, label.begin);
        if (at == std::string::npos || at + node.label.written.size() > label.end) return 0;
        const Span written{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + node.label.written.size())};
        const auto touches = [&](const Hunk& hunk) {
            return hunk.cut.begin < written.end && hunk.cut.end > written.begin;
        };
        const auto inside = [&](const Hunk& hunk) {
            return hunk.cut.begin >= written.begin && hunk.cut.end <= written.end;
        };
        std::string renamed;
        std::uint32_t from = written.begin;
        for (const Hunk& hunk : hunks) {
            const bool at_edge = hunk.cut.empty() && (hunk.cut.begin == written.begin || hunk.cut.begin == written.end);
            if (at_edge || (touches(hunk) && !inside(hunk))) return 0;
            if (!touches(hunk) && !inside(hunk)) continue;
            if (one_line(hunk.with).size() != hunk.with.size() && hunk.cut.end == written.end) return 0;
            renamed.append(text, from, hunk.cut.begin - from).append(hunk.with);
            from = hunk.cut.end;
        }
        renamed.append(text, from, written.end - from);
        if (one_line(renamed) == one_line(node.label.written) || one_line(renamed).empty()) return 0;
        std::erase_if(hunks, inside);
        Operation operation;
        operation.op = Op::renumber;
        operation.target = address_of_unit(before_.places[id].node);
        operation.inserted_text = one_line(renamed);
        renumbering_.push_back(std::move(operation));
        return written.end;
    }

    // Whole units and blocks that go.

    bool gone(BlockId id) const { return compared(id) && !fates_.before[id].kept && !fates_.before[id].moved; }

    void take_out() {
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

    void take_out_part(BlockId first, std::vector<bool>& said) {
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

    std::string beginning(BlockId id) const {
        const std::vector<Token> tokens = face_tokens(before_, id);
        if (tokens.empty()) return {};
        const Token& last = tokens[std::min(tokens.size(), beginning_tokens) - 1];
        const std::uint32_t begin = tokens.front().text.begin;
        return one_line(std::string_view(before_.blocks[id].text).substr(begin, last.text.end - begin));
    }

    // What comes, and what goes elsewhere.

    void find_last_blocks() {
        last_block_.assign(before_.nodes.size(), none);
        for (NodeId node = 0; node < before_.nodes.size(); ++node)
            for (BlockId id = before_.nodes[node].first_block; id < before_.nodes[node].end_block; ++id)
                if (compared(id)) last_block_[node] = id;
    }

    /// The last before-block that stands in an after-block.
    BlockId tail_of(const AfterFate& fate) const {
        BlockId tail = none;
        for (const FatePiece& piece : fate.pieces)
            if (piece.before != none) tail = piece.before;
        return tail;
    }

    void bring_in() {
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

    /// Blocks before the first one that stays in its place.
    void lead_in(std::size_t kept) {
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
                tail = move(at, end, tail == none ? PositionKind::before : PositionKind::after,
                            tail == none ? host : tail);
            at = end;
        }
    }

    BlockId first_host(const AfterFate& fate) const {
        for (const FatePiece& piece : fate.pieces)
            if (piece.before != none) return piece.before;
        return none;
    }

    /// The end of a stretch of fresh blocks, or of moved ones that follow each other in the before-document.
    std::size_t run_end(std::size_t at) const {
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

    void insert(std::size_t first, std::size_t end, PositionKind position, BlockId anchor) {
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

    /// A block's address; that of the unit which it ends where a unit of the same level comes behind it.
    Target address_behind(BlockId anchor, BlockId fresh) const {
        const NodeId opened = after_.places[fresh].node;
        if (after_.nodes[opened].first_block == fresh && opened != 0)
            for (NodeId node = before_.places[anchor].node; node != 0; node = before_.nodes[node].parent)
                if (before_.levels[before_.nodes[node].level] == after_.levels[after_.nodes[opened].level] &&
                    last_block_[node] == anchor)
                    return address_of_unit(node);
        return address(anchor);
    }

    DrawnBlock drawn(BlockId id) const {
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

    /// Moves a stretch of blocks; gives its last one.
    BlockId move(std::size_t first, std::size_t end, PositionKind position, BlockId anchor) {
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

    /// The widest unit that begins with a block and whose blocks all move along; else the block itself.
    Target unit_or_part(BlockId id, std::size_t at, std::size_t end, std::size_t& count) const {
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

    BlockId first_compared(const Node& unit) const {
        BlockId id = unit.first_block;
        while (id < unit.end_block && !compared(id)) ++id;
        return id;
    }

    std::vector<Operation> in_order() {
        std::vector<Operation> out;
        for (std::vector<Operation>& list : by_block_) std::move(list.begin(), list.end(), std::back_inserter(out));
        std::move(renumbering_.begin(), renumbering_.end(), std::back_inserter(out));
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].id = out[i].item = std::to_string(i + 1);
            out[i].addressed = true;
        }
        return out;
    }

    const Redline& redline_;
    const Document& before_;
    const Document& after_;
    Addresses addresses_;
    BlockFates fates_;
    std::vector<std::vector<Operation>>
        by_block_;  ///< by block of the before-document; the first also where it has none
    std::vector<Operation> renumbering_;
    std::vector<BlockId> last_block_;  ///< by node: the last block of it and its children that is compared
};

}  // namespace

std::vector<Operation> build_instructions(const Redline& redline) {
    return Instructions(redline).run();
}

}  // namespace stet
