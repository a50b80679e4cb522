// A redline put together by hand, for tests of the writers: sections and blocks in reading order.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "redline/redline.hpp"

namespace stet::test {

/// A stretch of a block to be: equal text may have another form in the before-document.
struct Stroke {
    EditOp op = EditOp::equal;
    std::string text;
    Marks marks = {};
    bool aside = false;
    std::string before_form = {};
};

inline Stroke same(std::string text, Marks marks = {}) {
    return {EditOp::equal, std::move(text), marks, false, {}};
}
inline Stroke gone(std::string text, Marks marks = {}) {
    return {EditOp::deleted, std::move(text), marks, false, {}};
}
inline Stroke fresh(std::string text, Marks marks = {}) {
    return {EditOp::inserted, std::move(text), marks, false, {}};
}
inline Stroke retyped(std::string before, std::string after) {
    return {EditOp::equal, std::move(after), {}, false, std::move(before)};
}

using Strokes = std::vector<Stroke>;

/// Builds the redline; `redline()` gives it with both documents' sources and a verified mark that says yes.
class RedlineFixture {
public:
    RedlineFixture() {
        Diagnostics none_found;
        redline_.before.source = Source("agreement-2021.md", "the old bytes", none_found);
        redline_.after.source = Source("proposal-2024.md", "the new bytes", none_found);
        for (Document* document : {&redline_.before, &redline_.after}) {
            document->grammar = "labor-agreement";
            document->levels = {"document", "article", "section", "paragraph", "appendix"};
            document->nodes.emplace_back();
        }
        redline_.sections.emplace_back();
        redline_.sections[0].before = {0};
        redline_.sections[0].after = {0};
        redline_.verified = {true, true};
    }

    /// A unit; an empty label leaves it out on that side. Returns its index among the sections.
    std::uint32_t section(std::uint32_t parent, std::uint16_t level, std::string_view before, std::string_view after,
                          std::string_view heading = {}) {
        RedlineSection entry;
        entry.parent = parent;
        entry.depth = redline_.sections[parent].depth + 1;
        if (!before.empty()) entry.before.push_back(add_node(redline_.before, parent, level, before, heading));
        if (!after.empty()) entry.after.push_back(add_node(redline_.after, parent, level, after, heading));
        entry.renumbered = !before.empty() && !after.empty() && before != after;
        entry.status = before.empty()  ? SectionStatus::inserted
                       : after.empty() ? SectionStatus::deleted
                                       : SectionStatus::unchanged;
        redline_.sections.push_back(entry);
        return static_cast<std::uint32_t>(redline_.sections.size() - 1);
    }

    /// A paragraph, heading or list item; its status follows from its strokes. Returns the redline block's index.
    std::uint32_t block(std::uint32_t section, BlockKind kind, const Strokes& strokes) {
        return add(section, kind, {strokes}, 0);
    }
    std::uint32_t text(std::uint32_t section, const Strokes& strokes) {
        return block(section, BlockKind::paragraph, strokes);
    }
    std::uint32_t heading(std::uint32_t section, const Strokes& strokes) {
        const std::uint32_t index = block(section, BlockKind::heading, strokes);
        if (redline_.blocks[index].before != none) redline_.before.places.back().heading = true;
        if (redline_.blocks[index].after != none) redline_.after.places.back().heading = true;
        return index;
    }
    std::uint32_t row(std::uint32_t section, std::uint32_t table, const std::vector<Strokes>& cells) {
        return add(section, BlockKind::table_row, cells, table);
    }

    /// The old place of a block that moved.
    std::uint32_t moved_from(std::uint32_t section, std::string text, std::uint32_t table = 0) {
        const std::uint32_t index =
            add(section, table > 0 ? BlockKind::table_row : BlockKind::paragraph, {{gone(std::move(text))}}, table);
        RedlineBlock& entry = redline_.blocks[index];
        entry.status = BlockStatus::moved_from;
        entry.edits.clear();
        entry.cell_ends.clear();
        return index;
    }
    /// Makes `to` (a block without deletions of its own in the before-document) the new place of `from`.
    void link(std::uint32_t from, std::uint32_t to) {
        RedlineBlock& target = redline_.blocks[to];
        RedlineBlock& origin = redline_.blocks[from];
        target.status = BlockStatus::moved_to;
        target.moved_with = from;
        origin.moved_with = to;
        // The block's own before text leaves the before-document: it stands at its old place.
        if (target.before != none && target.before != origin.before)
            redline_.before.blocks[target.before].kind = BlockKind::furniture;
        target.before = origin.before;
    }

    std::uint32_t change(std::initializer_list<Fact> facts, std::uint32_t section, std::vector<std::uint32_t> blocks,
                         std::string title, std::string before = {}, std::string after = {}) {
        Change entry;
        entry.facts = facts;
        entry.section = section;
        entry.blocks = std::move(blocks);
        entry.title = std::move(title);
        entry.before_text = std::move(before);
        entry.after_text = std::move(after);
        redline_.changes.push_back(std::move(entry));
        return static_cast<std::uint32_t>(redline_.changes.size() - 1);
    }

    Redline& redline() { return redline_; }

    /// The words of a side's blocks that are not set aside, in order, parted by one blank.
    std::string words(bool after) const {
        const Document& document = after ? redline_.after : redline_.before;
        std::string out;
        for (const Block& entry : document.blocks) {
            if (!is_set_aside(entry.kind)) out += entry.text + "\n";
        }
        return out;
    }

private:
    NodeId add_node(Document& document, std::uint32_t parent, std::uint16_t level, std::string_view label,
                    std::string_view heading) {
        Node node;
        const RedlineSection& over = redline_.sections[parent];
        const std::vector<NodeId>& parents = &document == &redline_.after ? over.after : over.before;
        node.parent = parents.empty() ? 0 : parents.front();
        node.level = level;
        node.depth = static_cast<std::uint16_t>(over.depth + 1);
        node.label.written = label;
        const std::size_t blank = label.rfind(' ');
        node.label.value = blank == std::string_view::npos ? label : label.substr(blank + 1);
        while (!node.label.value.empty() && node.label.value.back() == '.') node.label.value.pop_back();
        node.heading = heading;
        node.first_block = static_cast<BlockId>(document.blocks.size());
        document.nodes.push_back(node);
        return static_cast<NodeId>(document.nodes.size() - 1);
    }

    static void append(Block& block, Span& span, const std::string& text, Marks marks) {
        span.begin = static_cast<std::uint32_t>(block.text.size());
        append_run(block, text, marks);
        span.end = static_cast<std::uint32_t>(block.text.size());
    }

    std::uint32_t add(std::uint32_t section, BlockKind kind, const std::vector<Strokes>& cells, std::uint32_t table) {
        Block before;
        Block after;
        RedlineBlock entry;
        bool in_before = false;
        bool in_after = false;
        bool changed = false;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) append_run(before, "\t", {});
            if (i > 0) append_run(after, "\t", {});
            const auto old_begin = static_cast<std::uint32_t>(before.text.size());
            const auto new_begin = static_cast<std::uint32_t>(after.text.size());
            for (const Stroke& stroke : cells[i]) {
                Edit edit{stroke.op, stroke.aside, {old_begin, old_begin}, {new_begin, new_begin}};
                if (stroke.op != EditOp::inserted) {
                    append(before, edit.before, stroke.before_form.empty() ? stroke.text : stroke.before_form,
                           stroke.marks);
                    in_before = true;
                }
                if (stroke.op != EditOp::deleted) {
                    append(after, edit.after, stroke.text, stroke.marks);
                    in_after = true;
                }
                changed = changed || stroke.op != EditOp::equal;
                entry.edits.push_back(edit);
            }
            before.cells.push_back({old_begin, static_cast<std::uint32_t>(before.text.size())});
            after.cells.push_back({new_begin, static_cast<std::uint32_t>(after.text.size())});
            entry.cell_ends.push_back(static_cast<std::uint32_t>(entry.edits.size()));
        }
        if (kind != BlockKind::table_row) {
            before.cells.clear();
            after.cells.clear();
            entry.cell_ends.clear();
        }
        entry.section = section;
        entry.before_text = {0, static_cast<std::uint32_t>(before.text.size())};
        entry.after_text = {0, static_cast<std::uint32_t>(after.text.size())};
        if (in_before) entry.before = store(redline_.before, std::move(before), kind, table, section);
        if (in_after) entry.after = store(redline_.after, std::move(after), kind, table, section);
        entry.status = !in_before  ? BlockStatus::inserted
                       : !in_after ? BlockStatus::deleted
                       : changed   ? BlockStatus::edited
                                   : BlockStatus::unchanged;
        redline_.blocks.push_back(std::move(entry));
        return static_cast<std::uint32_t>(redline_.blocks.size() - 1);
    }

    BlockId store(Document& document, Block block, BlockKind kind, std::uint32_t table, std::uint32_t section) {
        block.kind = kind;
        block.depth = 1;
        block.table = table;
        const auto line = static_cast<std::uint32_t>(2 * document.blocks.size() + 1);
        block.fragments.push_back({0, line, line, {}});
        const RedlineSection& unit = redline_.sections[section];
        const std::vector<NodeId>& nodes = &document == &redline_.after ? unit.after : unit.before;
        Place place;
        place.node = nodes.empty() ? 0 : nodes.front();
        const std::string& label = document.nodes[place.node].label.written;
        if (!label.empty() && block.text.rfind(label, 0) == 0) {
            place.label = {0, static_cast<std::uint32_t>(label.size())};
        }
        document.blocks.push_back(std::move(block));
        document.places.push_back(place);
        return static_cast<BlockId>(document.blocks.size() - 1);
    }

    Redline redline_;
};

}  // namespace stet::test
