// Marks against findings, block by block.
#include "redline/marks_check.hpp"

#include <algorithm>

#include "text/words.hpp"

namespace stet {

namespace {

/// What one block says of marks.
struct Evidence {
    std::string struck;  ///< words that their author struck
    bool gone_marked = false;
    bool gone_unmarked = false;
    bool against_mark = false;
};

bool same_words(std::string_view x, std::string_view y) {
    return normalise(x) == normalise(y);
}

/// Words struck in a block: aside text that is no comment, and stood so on one side only.
void add_struck(const Piece& piece, Evidence& evidence) {
    if (!piece.aside || piece.op == EditOp::equal || piece.marks.has(Mark::comment)) return;
    if (!evidence.struck.empty()) evidence.struck += ' ';
    evidence.struck += normalise(piece.text());
}

Evidence evidence_of(const Redline& redline, const RedlineBlock& block, bool received) {
    Evidence evidence;
    const auto all = pieces(redline, block);
    for (const Piece& piece : all) add_struck(piece, evidence);
    for (const Piece& piece : all) {
        if (piece.aside || normalise(piece.text()).empty()) continue;
        if (piece.op == EditOp::deleted) {
            const bool marked = evidence.struck.find(normalise(piece.before)) != std::string::npos;
            evidence.gone_marked |= marked;
            evidence.gone_unmarked |= received && !marked;
        } else if (piece.op == EditOp::equal) {
            evidence.against_mark |= received && piece.marks.has(Mark::inserted);
        } else {
            evidence.against_mark |= std::any_of(all.begin(), all.end(), [&](const Piece& p) {
                return p.aside && p.op == EditOp::deleted && same_words(p.before, piece.after);
            });
        }
    }
    return evidence;
}

void add_fact(Change& change, Fact fact) {
    if (std::find(change.facts.begin(), change.facts.end(), fact) == change.facts.end()) change.facts.push_back(fact);
}

bool bears_marks(const RedlineBlock& block) {
    return block.cell_ends.empty() && block.status != BlockStatus::moved_from;
}

}  // namespace

bool is_marked_draft(const Redline& redline) {
    if (!redline.after.marked || redline.before.marked) return false;
    std::size_t gone = 0;
    std::size_t marked = 0;
    for (const RedlineBlock& block : redline.blocks) {
        if (!bears_marks(block)) continue;
        const Evidence evidence = evidence_of(redline, block, true);
        gone += evidence.gone_marked || evidence.gone_unmarked;
        marked += evidence.gone_marked;
    }
    return marked > 0 && 4 * marked >= gone;
}

void check_marks(const Redline& redline, bool marked_draft, std::span<const std::uint32_t> blocks, Change& change) {
    if (!redline.before.marked && !redline.after.marked) return;
    for (const std::uint32_t index : blocks) {
        const RedlineBlock& block = redline.blocks[index];
        if (!bears_marks(block)) continue;
        const Evidence evidence = evidence_of(redline, block, marked_draft);
        if (evidence.struck.empty() && !evidence.gone_unmarked && !evidence.against_mark) continue;
        if (std::find(change.blocks.begin(), change.blocks.end(), index) == change.blocks.end())
            change.blocks.push_back(index);
        if (!evidence.struck.empty()) {
            if (change.facts.empty() || change.facts.front() == Fact::struck)
                change.before_text += (change.before_text.empty() ? "" : " … ") + evidence.struck;
            add_fact(change, Fact::struck);
        }
        if (evidence.gone_unmarked) add_fact(change, Fact::gone_unmarked);
        if (evidence.against_mark) add_fact(change, Fact::against_mark);
    }
    std::sort(change.facts.begin(), change.facts.end());
}

}  // namespace stet
