// The spine of what stays in order, then what moves whole; joins and breaks only where they say all that happens.
#include "report/block_fates.hpp"

#include <algorithm>
#include <map>

#include "diff/sequence.hpp"

namespace stet {

namespace {

class Fates {
public:
    explicit Fates(const Redline& redline) : redline_(redline) { fates_.before.resize(redline.before.blocks.size()); }

    BlockFates run() {
        collect();
        choose_spine();
        for (AfterFate& fate : fates_.after) keep_joins(fate);
        keep_breaks();
        choose_moved();
        settle();
        return std::move(fates_);
    }

private:
    const RedlineBlock& block(std::uint32_t index) const { return redline_.blocks[index]; }
    BlockId before_of(std::uint32_t index) const { return before_block(redline_, index); }

    void collect() {
        std::map<BlockId, AfterFate> by_after;
        for (std::uint32_t i = 0; i < redline_.blocks.size(); ++i) {
            const RedlineBlock& one = block(i);
            if (one.after != none && !is_set_aside(redline_.after.blocks[one.after].kind)) {
                AfterFate& fate = by_after[one.after];
                fate.after = one.after;
                fate.pieces.push_back({i, before_of(i)});
            }
            if (const BlockId id = before_of(i); id != none) fates_.before[id].pieces.push_back(i);
        }
        for (auto& [after, fate] : by_after) {
            std::stable_sort(fate.pieces.begin(), fate.pieces.end(), [&](const FatePiece& x, const FatePiece& y) {
                return block(x.block).after_text.begin < block(y.block).after_text.begin;
            });
            fates_.after.push_back(std::move(fate));
        }
        for (BeforeFate& fate : fates_.before)
            std::stable_sort(fate.pieces.begin(), fate.pieces.end(), [&](std::uint32_t x, std::uint32_t y) {
                return before_stretch(redline_, x).begin < before_stretch(redline_, y).begin;
            });
        leave_unlike_rows();
    }

    /// Rows of other numbers of cells, and words that come first in a cell with nothing behind them to hold on to, are
    /// no rows that stay.
    void leave_unlike_rows() {
        for (AfterFate& fate : fates_.after)
            for (FatePiece& piece : fate.pieces)
                if (piece.before != none && !is_like(piece)) piece.before = none;
    }

    bool is_like(const FatePiece& piece) const {
        const RedlineBlock& one = block(piece.block);
        const Block& before = redline_.before.blocks[piece.before];
        const Block& after = redline_.after.blocks[one.after];
        const bool row = before.kind == BlockKind::table_row;
        if (row != (after.kind == BlockKind::table_row)) return false;
        if (!row) return true;
        if (before.cells.size() != after.cells.size()) return false;
        for (std::size_t cell = 0; cell < before.cells.size(); ++cell)
            if (before.cells[cell].empty() != after.cells[cell].empty()) return false;
        return true;
    }

    void choose_spine() {
        std::vector<std::uint32_t> values;
        std::vector<std::uint64_t> weights;
        std::vector<FatePiece*> pieces;
        std::vector<std::uint32_t> first(redline_.before.blocks.size() + 1, 0);
        for (BlockId id = 0; id < redline_.before.blocks.size(); ++id)
            first[id + 1] = first[id] + static_cast<std::uint32_t>(fates_.before[id].pieces.size());
        for (AfterFate& fate : fates_.after)
            for (FatePiece& piece : fate.pieces) {
                if (piece.before == none) continue;
                const auto& own = fates_.before[piece.before].pieces;
                const auto at = std::find(own.begin(), own.end(), piece.block) - own.begin();
                values.push_back(first[piece.before] + static_cast<std::uint32_t>(at));
                weights.push_back(block(piece.block).after_text.size() + 1);
                pieces.push_back(&piece);
            }
        on_spine_.assign(redline_.blocks.size(), false);
        for (const std::uint32_t i : heaviest_increasing(values, weights)) on_spine_[pieces[i]->block] = true;
    }

    bool on_spine(const FatePiece& piece) const { return piece.before != none && on_spine_[piece.block]; }

    void leave(std::uint32_t index) { on_spine_[index] = false; }

    /// An after-block of several before-blocks: they are joined where they stand beside each other, else the one with
    /// the most words stays.
    void keep_joins(AfterFate& fate) {
        std::vector<BlockId> blocks;
        for (const FatePiece& piece : fate.pieces)
            if (on_spine(piece) && (blocks.empty() || blocks.back() != piece.before)) blocks.push_back(piece.before);
        if (blocks.size() < 2) return;
        const bool rows = redline_.after.blocks[fate.after].kind == BlockKind::table_row;
        bool beside = !rows;
        for (std::size_t i = 1; i < blocks.size(); ++i) beside = beside && blocks[i] == blocks[i - 1] + 1;
        if (beside) {
            for (std::size_t i = 1; i < blocks.size(); ++i) fates_.before[blocks[i]].joined = true;
            return;
        }
        std::map<BlockId, std::uint32_t> words;
        for (const FatePiece& piece : fate.pieces)
            if (on_spine(piece)) words[piece.before] += block(piece.block).after_text.size();
        const BlockId best = std::max_element(words.begin(), words.end(), [](const auto& x, const auto& y) {
                                 return x.second < y.second;
                             })->first;
        for (const FatePiece& piece : fate.pieces)
            if (on_spine(piece) && piece.before != best) leave(piece.block);
    }

    bool begins_equal(std::uint32_t index) const {
        const auto& edits = block(index).edits;
        return !edits.empty() && edits.front().op == EditOp::equal && !edits.front().aside;
    }
    bool ends_equal(std::uint32_t index) const {
        const auto& edits = block(index).edits;
        return !edits.empty() && edits.back().op == EditOp::equal && !edits.back().aside;
    }

    /// A before-block of several after-blocks: it is broken where these follow each other and nothing comes or goes at
    /// the break, else the words behind the break are struck and new.
    void keep_breaks() {
        std::map<BlockId, std::pair<std::size_t, std::uint32_t>> last;  // by before-block: after-block and piece
        for (std::size_t j = 0; j < fates_.after.size(); ++j) {
            const AfterFate& fate = fates_.after[j];
            for (std::size_t k = 0; k < fate.pieces.size(); ++k) {
                const FatePiece& piece = fate.pieces[k];
                if (!on_spine(piece)) continue;
                const auto there = last.find(piece.before);
                if (there != last.end() && there->second.first != j) {
                    const std::uint32_t left = there->second.second;
                    const bool clean =
                        there->second.first + 1 == j && k == 0 && is_last_piece(j - 1, left) &&
                        before_stretch(redline_, left).end == before_stretch(redline_, piece.block).begin &&
                        ends_equal(left) && begins_equal(piece.block) && block(piece.block).cell_ends.empty();
                    if (!clean) {
                        leave(piece.block);
                        continue;
                    }
                    fates_.before[piece.before].breaks.push_back(before_stretch(redline_, piece.block).begin);
                }
                last[piece.before] = {j, piece.block};
            }
        }
    }

    bool is_last_piece(std::size_t j, std::uint32_t index) const {
        return fates_.after[j].pieces.back().block == index;
    }

    /// An after-block that is one before-block whole, which stays nowhere else.
    void choose_moved() {
        for (AfterFate& fate : fates_.after) {
            const BlockId id = fate.pieces.front().before;
            if (id == none || is_set_aside(redline_.before.blocks[id].kind)) continue;
            const BeforeFate& before = fates_.before[id];
            if (before.pieces.size() != fate.pieces.size()) continue;
            const bool whole = std::equal(
                fate.pieces.begin(), fate.pieces.end(), before.pieces.begin(),
                [&](const FatePiece& x, std::uint32_t y) { return x.block == y && x.before == id && !on_spine_[y]; });
            if (whole) fate.origin = Origin::moved;
        }
    }

    void settle() {
        for (AfterFate& fate : fates_.after) {
            for (FatePiece& piece : fate.pieces) {
                if (piece.before == none) continue;
                const bool stays = fate.origin == Origin::moved || on_spine(piece);
                if (!stays) {
                    piece.before = none;
                    continue;
                }
                BeforeFate& before = fates_.before[piece.before];
                before.hosts.push_back(piece.block);
                if (fate.origin == Origin::moved) {
                    before.moved = true;
                } else {
                    before.kept = true;
                    fate.origin = Origin::kept;
                }
            }
        }
        for (BlockId id = 0; id < fates_.before.size(); ++id)
            if (fates_.before[id].joined && !continues(id)) fates_.before[id].joined = false;
    }

    /// Whether what stays of a block and of the one before it stands in one after-block.
    bool continues(BlockId id) const {
        const BeforeFate& fate = fates_.before[id];
        const BeforeFate& left = fates_.before[id - 1];
        return fate.kept && left.kept && block(fate.hosts.front()).after == block(left.hosts.back()).after;
    }

    const Redline& redline_;
    BlockFates fates_;
    std::vector<bool> on_spine_;  ///< by redline block
};

}  // namespace

BlockId before_block(const Redline& redline, std::uint32_t block) {
    const RedlineBlock& one = redline.blocks[block];
    if (one.status == BlockStatus::moved_from) return none;
    const BlockId id = one.status == BlockStatus::moved_to ? redline.blocks[one.moved_with].before : one.before;
    return id != none && is_set_aside(redline.before.blocks[id].kind) ? none : id;
}

Span before_stretch(const Redline& redline, std::uint32_t block) {
    const RedlineBlock& one = redline.blocks[block];
    return one.status == BlockStatus::moved_to ? redline.blocks[one.moved_with].before_text : one.before_text;
}

BlockFates block_fates(const Redline& redline) {
    return Fates(redline).run();
}

}  // namespace stet
