// The proof: for each side, that its texts are covered once and in order; for equal stretches, that both sides say the
// same.
//
// Accepting takes an equal stretch in the before-document's words and must still give the after-document, and the
// reverse for rejecting: so a stretch wrongly called equal breaks both.
#include "redline/verify.hpp"

#include <algorithm>
#include <optional>

#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// A text's words for comparison: typography normalised, blanks only where they part words.
std::string plain_words(std::string_view text, bool hyphens) {
    const std::string folded = normalise(text);
    std::string out;
    const auto parts_words = [&](std::size_t i) {
        return !out.empty() && i + 1 < folded.size() &&
               utf8::is_word_character(utf8::decode_before(out, out.size()).code) &&
               utf8::is_word_character(utf8::decode(folded, i + 1).code);
    };
    for (std::size_t i = 0; i < folded.size(); ++i) {
        if (!hyphens && folded[i] == '-') {  // with the blank that stands for the line's end
            if (i + 1 < folded.size() && folded[i + 1] == ' ' && !out.empty() && out.back() != ' ') ++i;
            continue;
        }
        if (folded[i] == ' ' && !parts_words(i)) continue;
        if (folded[i] == '-' && !out.empty() && out.back() == '-') continue;  // "--" is a dash
        out.push_back(folded[i]);
    }
    return out;
}

bool broken_at_line_end(std::string_view text) {
    return text.find("-\n") != std::string_view::npos;
}

/// Both have as many lines, and each reads the same by itself.
bool same_line_by_line(std::string_view before, std::string_view after) {
    while (!before.empty() && !after.empty()) {
        const std::size_t end = before.find('\n'), other = after.find('\n');
        const std::string_view line = before.substr(0, end), other_line = after.substr(0, other);
        if (line != other_line && plain_words(line, true) != plain_words(other_line, true)) return false;
        before.remove_prefix(end == std::string_view::npos ? before.size() : end + 1);
        after.remove_prefix(other == std::string_view::npos ? after.size() : other + 1);
    }
    return before.empty() && after.empty();
}

}  // namespace

bool reads_the_same(std::string_view before, std::string_view after) {
    if (before == after || same_line_by_line(before, after)) return true;
    if (plain_words(before, true) == plain_words(after, true)) return true;
    if (!broken_at_line_end(before) && !broken_at_line_end(after)) return false;
    return plain_words(before, false) == plain_words(after, false);
}

namespace {

/// How far each block of one side is covered.
class Coverage {
public:
    Coverage(const Document& document, Span Edit::*side, Span RedlineBlock::*text, BlockId RedlineBlock::*block)
        : document_(document),
          side_(side),
          text_(text),
          block_(block),
          reached_(document.blocks.size(), 0),
          cells_(document.blocks.size(), 0) {}

    /// The block's edits of this side follow each other and fill the stretch that it claims.
    bool take(const RedlineBlock& block, EditOp other) {
        const BlockId id = block.*block_;
        if (id == none) return edits_of_side(block, other) == 0;
        if (id >= reached_.size() || id < last_) return false;  // in the order of its document
        last_ = id;
        if (!block.cell_ends.empty()) return take_cells(block, other);
        Span claimed = block.*text_;
        if (claimed.begin != reached_[id]) return false;
        std::uint32_t at = claimed.begin;
        for (const Edit& edit : block.edits) {
            if (edit.op == other) continue;
            const Span& span = edit.*side_;
            if (span.begin != at || span.end < span.begin || !one_face(id, span, edit.aside)) return false;
            at = span.end;
        }
        reached_[id] = at;
        return at == claimed.end;
    }

    /// Every block was covered to its end.
    bool complete() const {
        for (BlockId id = 0; id < reached_.size(); ++id) {
            const Block& block = document_.blocks[id];
            if (block.cells.empty() ? reached_[id] != block.text.size() : cells_[id] != block.cells.size())
                return false;
        }
        return true;
    }

private:
    static std::size_t edits_of_side(const RedlineBlock& block, EditOp other) {
        return static_cast<std::size_t>(
            std::count_if(block.edits.begin(), block.edits.end(), [&](const Edit& e) { return e.op != other; }));
    }

    /// Each cell of the document's row is filled by the edits of one cell of the redline's, in order.
    bool take_cells(const RedlineBlock& block, EditOp other) {
        const BlockId id = block.*block_;
        const std::vector<Span>& cells = document_.blocks[id].cells;
        std::size_t edit = 0;
        for (const std::uint32_t end : block.cell_ends) {
            std::optional<Span> filled;
            for (; edit < end; ++edit) {
                if (block.edits[edit].op == other) continue;
                const Span& span = block.edits[edit].*side_;
                if (filled && filled->end != span.begin) return false;
                if (!one_face(id, span, block.edits[edit].aside)) return false;
                filled = filled ? Span{filled->begin, span.end} : span;
            }
            if (!filled) continue;
            while (cells_[id] < cells.size() && cells[cells_[id]].empty() && *filled != cells[cells_[id]]) ++cells_[id];
            if (cells_[id] >= cells.size() || *filled != cells[cells_[id]]) return false;
            ++cells_[id];
        }
        while (cells_[id] < cells.size() && cells[cells_[id]].empty()) ++cells_[id];
        return true;
    }

    /// Words outside the face stand in aside edits only, and words inside it in the others only.
    bool one_face(BlockId id, Span span, bool aside) const {
        const Block& block = document_.blocks[id];
        auto run = std::upper_bound(block.runs.begin(), block.runs.end(), span.begin,
                                    [](std::uint32_t at, const Run& r) { return at < r.text.end; });
        for (; run != block.runs.end() && run->text.begin < span.end; ++run) {
            if (outside(run->marks, document_.face) == aside) continue;
            const Span part{std::max(run->text.begin, span.begin), std::min(run->text.end, span.end)};
            if (!normalise(block.text.substr(part.begin, part.size())).empty()) return false;
        }
        return true;
    }

    const Document& document_;
    Span Edit::*side_;
    Span RedlineBlock::*text_;
    BlockId RedlineBlock::*block_;
    BlockId last_ = 0;
    std::vector<std::uint32_t> reached_;
    std::vector<std::uint32_t> cells_;
};

std::string_view text_of(const Document& document, BlockId id, Span span) {
    return std::string_view(document.blocks[id].text).substr(span.begin, span.size());
}

/// One side types what the other side's format counts, at the head of both.
bool counts_the_same(const Document& typing, BlockId typed, Span words, const Block& counted) {
    const std::string_view text = text_of(typing, typed, words);
    return words.begin == 0 && counted.computed && !text.empty() &&
           plain_words(text, true) == plain_words(counted.number, true);
}

/// What is called equal says the same on both sides.
bool equal_edits_hold(const Redline& redline, const RedlineBlock& block) {
    for (const Edit& edit : block.edits) {
        if (edit.op != EditOp::equal) continue;
        if (block.before == none || block.after == none) return false;
        if (reads_the_same(text_of(redline.before, block.before, edit.before),
                           text_of(redline.after, block.after, edit.after)))
            continue;
        const bool counted = (edit.after.empty() && counts_the_same(redline.before, block.before, edit.before,
                                                                    redline.after.blocks[block.after])) ||
                             (edit.before.empty() && counts_the_same(redline.after, block.after, edit.after,
                                                                     redline.before.blocks[block.before]));
        if (!counted) return false;
    }
    return true;
}

/// Both ends of a move point at each other, and the one that carries no text claims the stretch of the other.
bool move_holds(const Redline& redline, std::size_t index) {
    const RedlineBlock& block = redline.blocks[index];
    if (block.status != BlockStatus::moved_from && block.status != BlockStatus::moved_to)
        return block.moved_with == none;
    if (block.moved_with >= redline.blocks.size()) return false;
    const RedlineBlock& other = redline.blocks[block.moved_with];
    return other.moved_with == index && other.before == block.before && other.before_text == block.before_text;
}

}  // namespace

Verified verify(const Redline& redline) {
    Coverage before(redline.before, &Edit::before, &RedlineBlock::before_text, &RedlineBlock::before);
    Coverage after(redline.after, &Edit::after, &RedlineBlock::after_text, &RedlineBlock::after);
    Verified verified{true, true};
    for (std::size_t i = 0; i < redline.blocks.size(); ++i) {
        const RedlineBlock& block = redline.blocks[i];
        const bool holds = move_holds(redline, i) && equal_edits_hold(redline, block);
        verified.reject_equals_before &= holds;
        verified.accept_equals_after &= holds;
        // The before-text of a move is taken where it stood; its words stand at the other end.
        if (block.status == BlockStatus::moved_from) {
            if (holds) verified.reject_equals_before &= before.take(redline.blocks[block.moved_with], EditOp::inserted);
            continue;
        }
        if (block.status != BlockStatus::moved_to)
            verified.reject_equals_before &= before.take(block, EditOp::inserted);
        verified.accept_equals_after &= after.take(block, EditOp::deleted);
    }
    verified.reject_equals_before &= before.complete();
    verified.accept_equals_after &= after.complete();
    return verified;
}

}  // namespace stet
