// Builds the redline: sections and blocks in reading order, the edits of every pair, fragments apart.
#include "redline/build.hpp"

#include <algorithm>
#include <future>
#include <map>
#include <span>

#include "diff/answered_number.hpp"
#include "diff/marked_edits.hpp"
#include "diff/table_diff.hpp"
#include "diff/word_diff.hpp"
#include "redline/changes.hpp"
#include "redline/reading_order.hpp"
#include "redline/verify.hpp"
#include "text/parallel.hpp"

namespace stet {

namespace {

/// Pairs of blocks for which another thread is worth its start.
constexpr std::size_t pairs_a_thread = 50;

class Builder {
public:
    Builder(Redline& redline, const Alignment& alignment, EditsFrom from)
        : redline_(redline), alignment_(alignment), from_(from) {}

    void run() {
        put_sections();
        put_blocks();
        link_moves();
    }

private:
    // ---- sections

    void put_sections() {
        section_of_before_.assign(redline_.before.nodes.size(), none);
        section_of_after_.assign(redline_.after.nodes.size(), none);
        std::vector<bool> moved(redline_.after.nodes.size(), false);
        NodeId next = 0;
        for (NodeId a = 0; a < redline_.after.nodes.size(); ++a) {
            const std::uint32_t match = alignment_.after_match[a];
            if (a > 0)
                moved[a] = moved[redline_.after.nodes[a].parent] || (match != none && alignment_.nodes[match].moved);
            if (match == none) {
                put_section(none, a);
            } else if (section_of_after_[a] == none) {
                const NodeId b = alignment_.nodes[match].before.front();
                if (!moved[a] && b >= next) {
                    put_deleted(next, b);
                    next = b + 1;
                }
                put_section(match, a);
            }
        }
        put_deleted(next, static_cast<NodeId>(redline_.before.nodes.size()));
        put_deleted(0, static_cast<NodeId>(redline_.before.nodes.size()));
    }

    /// Sections for the before-nodes in [from, to) that have no partner and no section yet.
    void put_deleted(NodeId from, NodeId to) {
        for (NodeId b = from; b < to; ++b)
            if (alignment_.before_match[b] == none && section_of_before_[b] == none) put_section(none, none, b);
    }

    void put_section(std::uint32_t match, NodeId a, NodeId b = none) {
        const auto index = static_cast<std::uint32_t>(redline_.sections.size());
        RedlineSection section;
        if (match != none) {
            const NodeMatch& pair = alignment_.nodes[match];
            section.before = pair.before;
            section.after = pair.after;
            section.moved = pair.moved;
            section.similarity = pair.similarity;
            section.matched_by = pair.by;
            section.renumbered = is_renumbered(pair);
        } else {
            section.status = a != none ? SectionStatus::inserted : SectionStatus::deleted;
            section.similarity = 0;
            (a != none ? section.after : section.before).push_back(a != none ? a : b);
        }
        for (const NodeId id : section.before) section_of_before_[id] = index;
        for (const NodeId id : section.after) section_of_after_[id] = index;
        const Node& node = section.after.empty() ? redline_.before.nodes[section.before.front()]
                                                 : redline_.after.nodes[section.after.front()];
        section.depth = node.depth;
        if (node.parent != none)
            section.parent = section.after.empty() ? section_of_before_[node.parent] : section_of_after_[node.parent];
        redline_.sections.push_back(std::move(section));
    }

    bool is_renumbered(const NodeMatch& pair) const {
        const Node& b = redline_.before.nodes[pair.before.front()];
        const Node& a = redline_.after.nodes[pair.after.front()];
        return b.label.value != a.label.value;
    }

    // ---- blocks

    void put_blocks() {
        last_of_before_.assign(redline_.before.blocks.size(), none);
        last_of_after_.assign(redline_.after.blocks.size(), none);
        redline_.blocks.reserve(redline_.after.blocks.size() + redline_.before.blocks.size() / 8);
        auto ordered =
            std::async(alignment_.blocks.size() < pairs_a_thread ? std::launch::deferred : std::launch::async,
                       [&] { return reading_order(redline_.before, redline_.after, alignment_); });
        if (from_ != EditsFrom::marks) tables_ = TablePairs(redline_.before, redline_.after, alignment_.blocks);
        const std::vector<ReadingStep> order = ordered.get();
        parts_.resize(alignment_.blocks.size());
        for_each_index(parts_.size(), pairs_a_thread,
                       [&](std::size_t i) { parts_[i] = parts_of(static_cast<std::uint32_t>(i)); });
        for (const ReadingStep& step : order) put_step(step);
    }

    void put_step(const ReadingStep& step) {
        if (step.pair == none) {
            put_one_sided(step);
            return;
        }
        if (step.before != none && step.after != none) {
            for (RedlineBlock& part : parts_[step.pair]) push(std::move(part));
            return;
        }
        put_moved(step);
    }

    /// One end of a move.
    void put_moved(const ReadingStep& step) {
        const std::vector<RedlineBlock>& parts = parts_[step.pair];
        Move& move = moves_[step.pair];
        move.from.resize(parts.size(), none);
        move.to.resize(parts.size(), none);
        const BlockPair& pair = alignment_.blocks[step.pair];
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const RedlineBlock& part = parts[i];
            if (step.after != none && part.after != none) {
                RedlineBlock to = part;
                if (part.before != none) to.status = BlockStatus::moved_to;
                move.to[i] = push(std::move(to));
            } else if (step.after == none && part.before != none) {
                RedlineBlock from = part;
                from.section = section_of_before_[redline_.before.places[pair.before].node];
                if (part.after != none) {
                    from.status = BlockStatus::moved_from;
                    from.after = none;
                    from.after_text = {};
                    from.edits.clear();
                    from.cell_ends.clear();
                }
                const std::uint32_t index = push(std::move(from));
                if (part.after != none) move.from[i] = index;
            }
        }
    }

    void put_one_sided(const ReadingStep& step) {
        RedlineBlock block;
        const bool gone = step.after == none;
        const Document& document = gone ? redline_.before : redline_.after;
        const BlockId id = gone ? step.before : step.after;
        const Span whole{0, static_cast<std::uint32_t>(document.blocks[id].text.size())};
        block.status = gone ? BlockStatus::deleted : BlockStatus::inserted;
        (gone ? block.before : block.after) = id;
        (gone ? block.before_text : block.after_text) = whole;
        block.section = (gone ? section_of_before_ : section_of_after_)[document.places[id].node];
        const EditOp op = gone ? EditOp::deleted : EditOp::inserted;
        if (!document.blocks[id].cells.empty()) {
            for (const Span& cell : document.blocks[id].cells) {
                for (const Edit& edit : one_sided({document, id, cell}, op)) block.edits.push_back(edit);
                block.cell_ends.push_back(static_cast<std::uint32_t>(block.edits.size()));
            }
            push(std::move(block));
            return;
        }
        for (RedlineBlock& part : fragments(block, one_sided({document, id, whole}, op))) push(std::move(part));
    }

    /// A pair in its place with its edits, one redline block a fragment.
    std::vector<RedlineBlock> parts_of(std::uint32_t index) const {
        const BlockPair& pair = alignment_.blocks[index];
        RedlineBlock block;
        block.before = pair.before;
        block.before_text = pair.before_text;
        block.after = pair.after;
        block.after_text = pair.after_text;
        block.section = section_of_after_[redline_.after.places[pair.after].node];
        const bool rows =
            !redline_.before.blocks[pair.before].cells.empty() && !redline_.after.blocks[pair.after].cells.empty();
        if (!rows) return fragments(block, edits_between(pair));
        put_cells(block, pair);
        return {std::move(block)};
    }

    /// The edits of a pair of rows, cell by cell.
    void put_cells(RedlineBlock& block, const BlockPair& pair) const {
        const Block& b = redline_.before.blocks[pair.before];
        const Block& a = redline_.after.blocks[pair.after];
        const bool plain = is_plain(pair);
        for (const auto& [x, y] : pair_cells(redline_.before, pair.before, redline_.after, pair.after, tables_)) {
            std::vector<Edit> edits;
            if (x != none && y != none && plain && same_text(b, b.cells[x], a, a.cells[y]))
                edits = all_equal(b.cells[x], a.cells[y]);
            else if (x != none && y != none)
                edits = draw({redline_.before, pair.before, b.cells[x]}, {redline_.after, pair.after, a.cells[y]});
            else if (x != none)
                edits = one_sided({redline_.before, pair.before, b.cells[x]}, EditOp::deleted);
            else
                edits = one_sided({redline_.after, pair.after, a.cells[y]}, EditOp::inserted);
            block.edits.insert(block.edits.end(), edits.begin(), edits.end());
            block.cell_ends.push_back(static_cast<std::uint32_t>(block.edits.size()));
        }
        if (block.status == BlockStatus::unchanged && has_change(block.edits)) block.status = BlockStatus::edited;
    }

    /// Each side in one place of its file and without asides: where its words are the same there is no more to find.
    bool is_plain(const BlockPair& pair) const {
        const Block& b = redline_.before.blocks[pair.before];
        const Block& a = redline_.after.blocks[pair.after];
        return from_ != EditsFrom::marks && b.fragments.size() == 1 && a.fragments.size() == 1 &&
               !has_aside(b, redline_.before.face) && !has_aside(a, redline_.after.face);
    }

    static bool same_text(const Block& b, Span in_b, const Block& a, Span in_a) {
        return std::string_view(b.text).substr(in_b.begin, in_b.size()) ==
               std::string_view(a.text).substr(in_a.begin, in_a.size());
    }

    static std::vector<Edit> all_equal(Span before, Span after) {
        if (before.empty()) return {};
        return {{EditOp::equal, false, before, after}};
    }

    std::vector<Edit> edits_between(const BlockPair& pair) const {
        const Block& b = redline_.before.blocks[pair.before];
        const Block& a = redline_.after.blocks[pair.after];
        const bool whole = pair.before_text.size() == b.text.size() && pair.after_text.size() == a.text.size();
        if (whole && is_plain(pair) && b.text == a.text) return all_equal(pair.before_text, pair.after_text);
        if (whole && is_plain(pair) && differ_in_label(pair)) return label_edits(pair);
        return draw({redline_.before, pair.before, pair.before_text}, {redline_.after, pair.after, pair.after_text});
    }

    /// Both have a label, and the same text behind it.
    bool differ_in_label(const BlockPair& pair) const {
        const std::uint32_t b = redline_.before.places[pair.before].label.end;
        const std::uint32_t a = redline_.after.places[pair.after].label.end;
        return b > 0 && a > 0 &&
               std::string_view(redline_.before.blocks[pair.before].text).substr(b) ==
                   std::string_view(redline_.after.blocks[pair.after].text).substr(a);
    }

    /// The edits of the label, and all behind it equal.
    std::vector<Edit> label_edits(const BlockPair& pair) const {
        const Span b{redline_.before.places[pair.before].label.end, pair.before_text.end};
        const Span a{redline_.after.places[pair.after].label.end, pair.after_text.end};
        auto edits =
            word_diff({redline_.before, pair.before, {0, b.begin}}, {redline_.after, pair.after, {0, a.begin}});
        if (!edits.empty() && edits.back().op == EditOp::equal) {
            edits.back().before.end = b.end;
            edits.back().after.end = a.end;
        } else if (!b.empty()) {
            edits.push_back({EditOp::equal, false, b, a});
        }
        return edits;
    }

    std::vector<Edit> draw(const Stretch& before, const Stretch& after) const {
        if (from_ == EditsFrom::marks) return marked_edits(before, after);
        std::vector<Edit> edits = word_diff(before, after);
        if (from_ == EditsFrom::words && before.text.begin == 0 && after.text.begin == 0)
            answer_numbers(edits, before.document.blocks[before.block], after.document.blocks[after.block]);
        return edits;
    }

    static bool has_change(const std::vector<Edit>& edits) {
        return std::any_of(edits.begin(), edits.end(), [](const Edit& e) { return e.op != EditOp::equal && !e.aside; });
    }

    static bool has_equal(const std::vector<Edit>& edits) {
        return std::any_of(edits.begin(), edits.end(), [](const Edit& e) { return e.op == EditOp::equal; });
    }

    /// One redline block a fragment: cuts the edits where a fragment begins on either side.
    std::vector<RedlineBlock> fragments(const RedlineBlock& whole, std::vector<Edit> edits) const {
        put_in_fragment_order(whole, edits);
        std::vector<RedlineBlock> out;
        RedlineBlock part = whole;
        part.before_text.end = part.before_text.begin;
        part.after_text.end = part.after_text.begin;
        std::size_t first = 0;  // edit of the part
        for (std::size_t i = 0; i < edits.size(); ++i) {
            if (begins_fragment(whole, std::span(edits).subspan(first, i - first), edits[i])) {
                part.edits.assign(edits.begin() + static_cast<std::ptrdiff_t>(first),
                                  edits.begin() + static_cast<std::ptrdiff_t>(i));
                out.push_back(part);
                part.before_text.begin = part.before_text.end;
                part.after_text.begin = part.after_text.end;
                first = i;
            }
            if (edits[i].op != EditOp::inserted) part.before_text.end = edits[i].before.end;
            if (edits[i].op != EditOp::deleted) part.after_text.end = edits[i].after.end;
        }
        edits.erase(edits.begin(), edits.begin() + static_cast<std::ptrdiff_t>(first));
        part.edits = std::move(edits);
        out.push_back(std::move(part));
        for (RedlineBlock& fragment : out) settle(fragment);
        return out;
    }

    /// Changes that reach over a page break, fragment by fragment: what is struck of the first and what is new in it,
    /// then those of the second; else what is new before the break would stand behind what is struck after it.
    void put_in_fragment_order(const RedlineBlock& whole, std::vector<Edit>& edits) const {
        const Block* before = whole.before == none ? nullptr : &redline_.before.blocks[whole.before];
        const Block* after = whole.after == none ? nullptr : &redline_.after.blocks[whole.after];
        if (before == nullptr || after == nullptr || before->fragments.size() < 2 || after->fragments.size() < 2)
            return;
        std::size_t first_before = 0;  // fragments in which the last equal words stand
        std::size_t first_after = 0;
        const auto rank = [&](const Edit& edit) {
            const bool gone = edit.op == EditOp::deleted;
            const std::size_t in = gone ? fragment_at(*before, first_letter(*before, edit.before)) - first_before
                                        : fragment_at(*after, first_letter(*after, edit.after)) - first_after;
            return 2 * in + (gone ? 0 : 1);
        };
        for (auto begin = edits.begin(); begin != edits.end();) {
            if (begin->op == EditOp::equal) {
                first_before = fragment_at(*before, first_letter(*before, begin->before));
                first_after = fragment_at(*after, first_letter(*after, begin->after));
                ++begin;
                continue;
            }
            const auto end = std::find_if(begin, edits.end(), [](const Edit& e) { return e.op == EditOp::equal; });
            if (std::any_of(begin, end, [&](const Edit& e) { return rank(e) > 1; }))
                std::stable_sort(begin, end, [&](const Edit& a, const Edit& b) { return rank(a) < rank(b); });
            begin = end;
        }
    }

    /// A fragment without text on one side does not stand there, unless it is a number that this side counts.
    static void settle(RedlineBlock& part) {
        if (part.before == none || part.after == none) return;
        if (part.before_text.empty() != part.after_text.empty() && !has_equal(part.edits)) {
            const bool gone = part.after_text.empty();
            (gone ? part.after : part.before) = none;
            part.status = gone ? BlockStatus::deleted : BlockStatus::inserted;
        } else if (part.status == BlockStatus::unchanged && has_change(part.edits)) {
            part.status = BlockStatus::edited;
        }
    }

    /// Whether the edit's first word opens a fragment that the last one's did not stand in.
    bool begins_fragment(const RedlineBlock& block, std::span<const Edit> edits, const Edit& edit) const {
        return crosses(redline_.before, block.before, &Edit::before, EditOp::inserted, edits, edit) ||
               crosses(redline_.after, block.after, &Edit::after, EditOp::deleted, edits, edit);
    }

    static bool crosses(const Document& document, BlockId id, Span Edit::*side, EditOp other,
                        std::span<const Edit> edits, const Edit& edit) {
        if (id == none || edit.op == other || document.blocks[id].fragments.size() < 2) return false;
        const Block& block = document.blocks[id];
        for (auto last = edits.rbegin(); last != edits.rend(); ++last) {
            if (last->op == other) continue;
            return fragment_at(block, first_letter(block, (*last).*side)) !=
                   fragment_at(block, first_letter(block, edit.*side));
        }
        return false;
    }

    static std::uint32_t first_letter(const Block& block, Span span) {
        while (span.begin + 1 < span.end && (block.text[span.begin] == ' ' || block.text[span.begin] == '\n'))
            ++span.begin;
        return span.begin;
    }

    /// Adds a block; it goes on from the last redline block of the same block of either document.
    std::uint32_t push(RedlineBlock block) {
        const auto index = static_cast<std::uint32_t>(redline_.blocks.size());
        if (block.before != none && block.status != BlockStatus::moved_to) {
            block.continues = last_of_before_[block.before];
            last_of_before_[block.before] = index;
        }
        if (block.after != none) {
            if (last_of_after_[block.after] != none) block.continues = last_of_after_[block.after];
            last_of_after_[block.after] = index;
        }
        redline_.blocks.push_back(std::move(block));
        return index;
    }

    void link_moves() {
        for (const auto& [pair, move] : moves_)
            for (std::size_t i = 0; i < move.from.size(); ++i) {
                if (move.from[i] == none || move.to[i] == none) continue;
                redline_.blocks[move.from[i]].moved_with = move.to[i];
                redline_.blocks[move.to[i]].moved_with = move.from[i];
            }
    }

    /// A moved pair: by fragment, the redline blocks at both ends.
    struct Move {
        std::vector<std::uint32_t> from;
        std::vector<std::uint32_t> to;
    };

    Redline& redline_;
    const Alignment& alignment_;
    EditsFrom from_;
    TablePairs tables_;
    std::vector<std::uint32_t> section_of_before_;
    std::vector<std::uint32_t> section_of_after_;
    std::vector<std::vector<RedlineBlock>> parts_;  ///< by pair
    std::map<std::uint32_t, Move> moves_;           ///< by pair
    std::vector<std::uint32_t> last_of_before_;     ///< by block: its last redline block so far
    std::vector<std::uint32_t> last_of_after_;
};

}  // namespace

Redline build_redline(Document before, Document after, const Alignment& alignment, EditsFrom from,
                      const StageObserver& stage_begins) {
    begin_stage(stage_begins, "built");
    Redline redline;
    redline.before = std::move(before);
    redline.after = std::move(after);
    Builder(redline, alignment, from).run();
    begin_stage(stage_begins, "described");
    // The proof reads blocks and documents only, the description adds to the rest.
    auto verified = std::async(std::launch::async, [&redline] { return verify(redline); });
    describe_changes(redline);
    begin_stage(stage_begins, "verified");
    redline.verified = verified.get();
    return redline;
}

}  // namespace stet
