// Rows of one table: those of the same table of the after-document, else of the same table of the before-document.
#include "writers/table_run.hpp"

namespace stet {

bool TableRun::joins(const Redline& redline, const RedlineBlock& block) {
    if (block_of(redline, block).kind != BlockKind::table_row) return false;
    const bool moves = block.status == BlockStatus::moved_from || block.status == BlockStatus::moved_to;
    const std::uint32_t before =
        block.before == none || (moves && block.after != none) ? 0 : redline.before.blocks[block.before].table;
    const std::uint32_t after = block.after == none ? 0 : redline.after.blocks[block.after].table;
    const bool same_after = after == 0 || after_ == 0 || after == after_;
    const bool same_before = before == 0 || before_ == 0 || before == before_;
    if (after != 0 && after_ != 0 ? !same_after : !same_before) return false;
    if (before != 0) before_ = before;
    if (after != 0) after_ = after;
    return true;
}

}  // namespace stet
