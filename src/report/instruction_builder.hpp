// Fates of blocks to operations: what is struck and written in, taken out, brought in, moved and renumbered. For
// instructions*.cpp alone.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "proposal/address.hpp"
#include "proposal/proposal.hpp"
#include "redline/redline.hpp"
#include "report/block_fates.hpp"
#include "report/word_steps.hpp"

namespace stet {

class InstructionBuilder {
public:
    explicit InstructionBuilder(const Redline& redline)
        : redline_(redline),
          before_(redline.before),
          after_(redline.after),
          addresses_(redline.before),
          fates_(block_fates(redline)),
          by_block_(std::max<std::size_t>(1, redline.before.blocks.size())) {}

    std::vector<Operation> run();

private:
    bool compared(BlockId id) const { return !is_set_aside(before_.blocks[id].kind); }
    bool gone(BlockId id) const { return compared(id) && !fates_.before[id].kept && !fates_.before[id].moved; }
    void add(BlockId at, Operation operation) { by_block_[at].push_back(std::move(operation)); }
    Target address(BlockId id) const;
    Target address_of_unit(NodeId node) const;
    std::vector<Operation> in_order();

    // words
    void change_block(BlockId id);
    /// The words that an operation strikes; empty where it strikes none.
    Span struck_in(BlockId id, const Operation& operation) const;
    bool blank(BlockId id, Span span) const;
    /// The whole block goes and its new text comes.
    void write_anew(BlockId id, const std::vector<Hunk>& hunks);
    void add_break(BlockId id, std::uint32_t at);
    std::vector<Hunk> hunks_of(BlockId id, const BeforeFate& fate) const;
    /// White space at an end of an equal stretch that only one side has.
    template <class AddHunk>
    void add_blank(const Edit& edit, const RedlineBlock& block, bool first, AddHunk add_hunk, BlockId id) const;
    bool between_cells(BlockId id, std::uint32_t at) const;
    /// New words of the same after-block that stand behind a host, or before the first one.
    std::vector<std::string> beside(std::uint32_t index, bool before) const;
    std::string after_words(std::uint32_t index) const;
    /// Hunks in the label and nowhere else become a new number; gives where the text behind it begins, or 0.
    std::uint32_t renumber(BlockId id, std::vector<Hunk>& hunks);

    // whole units and blocks that go, come, or go elsewhere
    void take_out();
    void take_out_part(BlockId first, std::vector<bool>& said);
    std::string beginning(BlockId id) const;
    void find_last_blocks();
    /// The last before-block that stands in an after-block.
    BlockId tail_of(const AfterFate& fate) const;
    void bring_in();
    /// Blocks before the first one that stays in its place.
    void lead_in(std::size_t kept);
    BlockId first_host(const AfterFate& fate) const;
    /// The end of a stretch of fresh blocks, or of moved ones that follow each other in the before-document.
    std::size_t run_end(std::size_t at) const;
    void insert(std::size_t first, std::size_t end, PositionKind position, BlockId anchor);
    /// A block's address; that of the unit which it ends where a unit of the same level comes behind it.
    Target address_behind(BlockId anchor, BlockId fresh) const;
    DrawnBlock drawn(BlockId id) const;
    /// Moves a stretch of blocks; gives its last one.
    BlockId move(std::size_t first, std::size_t end, PositionKind position, BlockId anchor);
    /// The widest unit that begins with a block and whose blocks all move along; else the block itself.
    Target unit_or_part(BlockId id, std::size_t at, std::size_t end, std::size_t& count) const;
    BlockId first_compared(const Node& unit) const;

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

}  // namespace stet
