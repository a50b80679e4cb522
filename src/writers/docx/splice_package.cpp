// What a plan asks for is found in the tree first; then it is done from the end to the beginning, so that places in
// front stay what they are.
#include "writers/docx/splice_package.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "proposal/block_form.hpp"
#include "proposal/splice_words.hpp"
#include "text/letters.hpp"
#include "writers/docx/block_places.hpp"
#include "writers/docx/brought_paragraphs.hpp"
#include "writers/docx/markup.hpp"
#include "writers/docx/new_paragraphs.hpp"
#include "writers/docx/package_edits.hpp"
#include "writers/docx/paragraph_break.hpp"
#include "writers/docx/planned_words.hpp"
#include "writers/docx/remove_element.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

Package open(const Source& source) {
    Diagnostics ignored;  // the reader has told them
    return Package(source.bytes(), source.name(), ignored);
}

pugi::xml_node enclosing(pugi::xml_node node, const char* name) {
    while (node && !is(node, name)) node = node.parent();
    return node;
}

/// What one block of the base becomes.
struct Fate {
    std::vector<const WordSplice*> words;
    std::vector<const Insertion*> before;
    std::vector<const Insertion*> behind;
    std::vector<const Relocation*> comes_before;
    std::vector<const Relocation*> comes_behind;
    const Removal* removed = nullptr;
    const Relocation* moved = nullptr;
    const Joining* joined = nullptr;
};

class PackageSplicer {
public:
    PackageSplicer(const Document& base, const SplicePlan& plan)
        : base_(base),
          plan_(plan),
          package_(open(base.source)),
          walk_(walk_docx(base.source)),
          places_(base, walk_.blocks),
          unnumbering_(package_, walk_.parts.front().name),
          fresh_(base, walk_.blocks, places_, unnumbering_),
          words_(base, walk_.blocks, places_),
          fates_(base.blocks.size()),
          elements_(base.blocks.size()) {}

    SplicedText run() {
        find_elements();
        find_impossible();
        note_fates();
        find_emptied();
        for (BlockId id = static_cast<BlockId>(base_.blocks.size()); id-- > 0;) change(id);
        for (const Relocation* one : innermost_first()) relocate(*one);
        remove_all();
        words_.clear_away();
        for (BlockId id = 0; id < base_.blocks.size(); ++id)
            if (fates_[id].moved == nullptr) say(id);
        write();
        result_.impossible.assign(impossible_.begin(), impossible_.end());
        return std::move(result_);
    }

private:
    /// The paragraphs or the row that a block stands in, and what was put beside it.
    struct Elements {
        pugi::xml_node first;
        pugi::xml_node last;
        std::vector<pugi::xml_node> before;
        std::vector<pugi::xml_node> behind;
        pugi::xml_node head() const { return before.empty() ? first : before.front(); }
        pugi::xml_node tail() const { return behind.empty() ? last : behind.back(); }
    };

    bool possible(std::uint32_t by) const { return !impossible_.contains(by); }
    bool in_body(BlockId id) const { return base_.blocks[id].part.empty(); }
    bool is_row(BlockId id) const { return base_.blocks[id].kind == BlockKind::table_row; }
    bool is_aside(BlockId id) const { return is_set_aside(base_.blocks[id].kind); }
    std::uint32_t walk_block(BlockId id) const { return places_.of(id).first.block; }

    void find_elements() {
        for (BlockId id = 0; id < base_.blocks.size(); ++id) {
            const BlockPlace& place = places_.of(id);
            if (!place.known()) continue;
            elements_[id].first = walk_.blocks[place.first.block].element;
            elements_[id].last = walk_.blocks[place.last.block].element;
        }
    }

    // ---- what cannot be done

    void find_impossible() {
        for (const WordSplice& one : plan_.splices)
            if (!places_.of(one.block).known() ||
                (is_new_cells(base_, one) ? !is(elements_[one.block].first, "w:tr") : !words_.plan(one)))
                impossible_.insert(one.by);
        for (const Removal& one : plan_.removals)
            want_places(one.first, one.end, one.by, [&](BlockId id) {
                return (places_.of(id).is_whole() && in_body(id)) || words_.plan_strike(id);
            });
        for (const Relocation& one : plan_.relocations) {
            want_places(one.first, one.end, one.by,
                        [&](BlockId id) { return stands_apart(id, true) && stands_apart(id, false) && may_move(id); });
            if (!can_stand_beside(one.after, one.before, base_.blocks[one.first].kind)) impossible_.insert(one.by);
        }
        for (const Insertion& one : plan_.insertions)
            if (!one.blocks.empty() && !can_stand_beside(one.at, one.before, one.blocks.front().kind))
                impossible_.insert(one.by);
        for (const Joining& one : plan_.joinings)
            if (!can_join(one.block)) impossible_.insert(one.by);
    }

    template <typename Can>
    void want_places(BlockId first, BlockId end, std::uint32_t by, Can can) {
        for (BlockId id = first; id < end; ++id)
            if (!is_aside(id) && (!places_.of(id).known() || !can(id))) impossible_.insert(by);
    }

    /// Whether a border of paragraphs stands, or can be put, before or behind a block.
    bool stands_apart(BlockId id, bool before) {
        const BlockPlace& place = places_.of(id);
        if (before ? place.opens : place.closes) return true;
        const auto border = border_of(id, before);
        if (!border || is_row(id) || !can_break(*border)) return false;
        borders_[{id, before}] = *border;
        return true;
    }

    bool may_move(BlockId id) const {
        return in_body(id) && !elements_[id].first.child("w:pPr").child("w:sectPr") &&
               !elements_[id].last.child("w:pPr").child("w:sectPr");
    }

    /// The first letter behind a border of a block inside its paragraph.
    std::optional<NodePlace> border_of(BlockId id, bool before) const {
        const BlockPlace& place = places_.of(id);
        if (before) return places_.node(place.first);
        const std::string& text = walk_.blocks[place.last.block].block.text;
        WalkPlace next{place.last.block, place.last.at + 1};
        while (next.at < text.size() && is_blank(text[next.at])) ++next.at;
        return places_.node(next);
    }

    bool can_stand_beside(BlockId id, bool before, BlockKind kind) {
        if (!places_.of(id).known() || !stands_apart(id, before)) return false;
        if (!is_row(id) || kind == BlockKind::table_row) return true;
        // Text beside a row stands beside its table.
        const BlockId next = before ? id - 1 : id + 1;
        return (before && id == 0) || next >= base_.blocks.size() || !is_row(next) ||
               base_.blocks[next].table != base_.blocks[id].table;
    }

    bool can_join(BlockId id) const {
        if (id == 0 || is_row(id) || is_row(id - 1) || !in_body(id)) return false;
        if (!places_.of(id).known() || !places_.of(id - 1).known()) return false;
        if (elements_[id - 1].last == elements_[id].first) return true;
        if (!places_.of(id).opens || !places_.of(id - 1).closes) return false;
        pugi::xml_node next = elements_[id - 1].last.next_sibling();
        while (next && holds_nothing(next)) next = next.next_sibling();
        return next && next == elements_[id].first && is(next, "w:p") && is(elements_[id - 1].last, "w:p") &&
               !elements_[id - 1].last.child("w:pPr").child("w:sectPr");
    }

    // ---- what each block becomes

    void note_fates() {
        for (const WordSplice& one : plan_.splices)
            if (possible(one.by)) fates_[one.block].words.push_back(&one);
        for (Fate& fate : fates_)
            std::stable_sort(fate.words.begin(), fate.words.end(), [](const WordSplice* x, const WordSplice* y) {
                return x->text.begin != y->text.begin ? x->text.begin < y->text.begin : x->text.end < y->text.end;
            });
        for (const Insertion& one : plan_.insertions)
            if (possible(one.by)) (one.before ? fates_[one.at].before : fates_[one.at].behind).push_back(&one);
        for (const Removal& one : plan_.removals)
            for (BlockId id = one.first; id < one.end && possible(one.by); ++id)
                if (!is_aside(id)) fates_[id].removed = &one;
        for (const Relocation& one : plan_.relocations) {
            if (!possible(one.by)) continue;
            (one.before ? fates_[one.after].comes_before : fates_[one.after].comes_behind).push_back(&one);
            for (BlockId id = one.first; id < one.end; ++id)
                if (!is_aside(id)) fates_[id].moved = &one;
        }
        for (const Joining& one : plan_.joinings)
            if (possible(one.by)) fates_[one.block].joined = &one;
    }

    /// Paragraphs of which every block goes.
    void find_emptied() {
        emptied_.assign(walk_.blocks.size(), true);
        for (BlockId id = 0; id < base_.blocks.size(); ++id) {
            const BlockPlace& place = places_.of(id);
            if (!place.known() || fates_[id].removed != nullptr) continue;
            for (std::uint32_t w = place.first.block; w <= place.last.block; ++w) emptied_[w] = false;
        }
    }

    bool splits_before(BlockId id) const {
        const Fate& fate = fates_[id];
        return fate.moved != nullptr || !fate.before.empty() || !fate.comes_before.empty();
    }
    bool splits_behind(BlockId id) const {
        const Fate& fate = fates_[id];
        return fate.moved != nullptr || !fate.behind.empty() || !fate.comes_behind.empty();
    }

    void change(BlockId id) {
        if (!places_.of(id).known()) return;
        const Fate& fate = fates_[id];
        if (splits_behind(id)) part(id, false);
        put_new(id, fate.behind, false);
        if (fate.removed != nullptr)
            strike(id);
        else
            change_words(id, fate);
        if (splits_before(id)) part(id, true);
        put_new(id, fate.before, true);
        if (fate.joined != nullptr) join(id);
        if (!fate.words.empty()) touch(id);
    }

    void touch(BlockId id) { touched_.insert(walk_.blocks[walk_block(id)].part); }

    /// Puts a border of paragraphs before or behind a block where its paragraph goes on.
    void part(BlockId id, bool before) {
        const auto border = borders_.find({id, before});
        if (border == borders_.end()) return;
        const BlockId first = before ? id : id + 1;
        if (first == 0 || first >= elements_.size() || elements_[first - 1].last != elements_[first].first) return;
        const pugi::xml_node old = elements_[first].first;
        follow(first, old, break_paragraph(border->second, is_counted(id), unnumbering_));
        touch(id);
    }

    /// Blocks from `first` on that stood in a paragraph stand in a new one.
    void follow(BlockId first, pugi::xml_node old, pugi::xml_node fresh) {
        for (BlockId id = first; id < elements_.size(); ++id) {
            if (!places_.of(id).known()) continue;
            if (elements_[id].first != old) return;
            elements_[id].first = fresh;
            if (elements_[id].last != old) return;
            elements_[id].last = fresh;
        }
    }

    bool is_counted(BlockId id) const {
        return base_.blocks[id].computed || base_.blocks[id].kind == BlockKind::list_item;
    }

    void change_words(BlockId id, const Fate& fate) {
        for (auto one = fate.words.rbegin(); one != fate.words.rend(); ++one) {
            if (is_new_cells(base_, **one)) {
                fresh_.put_cells(elements_[id].first, cells_of(std::string_view((*one)->with).substr(1)));
                continue;
            }
            const pugi::xml_node paragraph = words_.carry_out(**one, is_counted(id), unnumbering_);
            if (!paragraph || !is(elements_[id].last, "w:p")) continue;
            fresh_paragraphs_.push_back({paragraph, (*one)->by});
            // What follows in the paragraph has gone into the last one with the words behind.
            follow(id + 1, std::exchange(elements_[id].last, paragraph), paragraph);
        }
    }

    void strike(BlockId id) {
        touch(id);
        const BlockPlace& place = places_.of(id);
        for (std::uint32_t w = place.first.block; w <= place.last.block; ++w)
            if (!emptied_[w] || !in_body(id)) {
                words_.strike(id);
                return;
            }
        for (std::uint32_t w = place.first.block; w <= place.last.block; ++w) gone_.push_back(walk_.blocks[w].element);
    }

    // ---- new paragraphs and rows

    void put_new(BlockId id, const std::vector<const Insertion*>& insertions, bool before) {
        for (const Insertion* one : insertions)
            for (const NewBlock& block : one->blocks) {
                Elements& here = elements_[id];
                std::vector<pugi::xml_node>& beside = before ? here.before : here.behind;
                const pugi::xml_node line = line_between(id);
                if (line && !before) beside.push_back(here.last.parent().insert_copy_after(line, here.tail()));
                const pugi::xml_node put = put_block(id, block, before && beside.empty(),
                                                     before && !beside.empty() ? beside.back() : here.tail());
                beside.push_back(put);
                if (line && before) beside.push_back(put.parent().insert_copy_after(line, put));
                fresh_paragraphs_.push_back({put, one->by});
                touch(id);
            }
    }

    /// The empty paragraph that parts a paragraph from its neighbours on both sides; none where they are not parted so.
    pugi::xml_node line_between(BlockId id) const {
        const pugi::xml_node first = elements_[id].first;
        const pugi::xml_node next = elements_[id].last.next_sibling();
        return is(first, "w:p") && holds_nothing(next) && holds_nothing(first.previous_sibling()) ? next
                                                                                                  : pugi::xml_node();
    }

    /// Behind `left`, or directly before the block (`first`).
    pugi::xml_node put_block(BlockId id, const NewBlock& block, bool first, pugi::xml_node left) {
        const bool row = block.kind == BlockKind::table_row;
        pugi::xml_node at = first ? elements_[id].first : left;
        if (row && is(at, "w:tr")) return fresh_.put_row(at.parent(), first ? at.previous_sibling() : at, block, id);
        if (is(at, "w:tr")) at = enclosing(at, "w:tbl");
        const pugi::xml_node place = at.parent();
        if (first) at = at.previous_sibling();
        if (!row) return fresh_.put_paragraph(place, at, block, id);
        // A table of its own; a paragraph parts it from what follows.
        const pugi::xml_node table = fresh_.put_table(place, at, block, id);
        if (!is(table.next_sibling(), "w:p")) put_node(place, table, "w:p");
        return fresh_.put_row(table, table.last_child(), block, id);
    }

    // ---- moves

    /// What goes beside a block that moves itself is there before that moves, and goes with it.
    std::vector<const Relocation*> innermost_first() const {
        std::vector<const Relocation*> order;
        std::map<const Relocation*, std::size_t> depth;  // how many moves its place makes
        for (const Relocation& relocation : plan_.relocations) {
            if (!possible(relocation.by)) continue;
            order.push_back(&relocation);
            std::vector<const Relocation*> chain;
            const Relocation* one = &relocation;
            while (one != nullptr && !depth.contains(one)) {
                chain.push_back(one);
                one = fates_[one->after].moved;
            }
            std::size_t count = one == nullptr ? 0 : depth[one] + 1;
            for (auto link = chain.rbegin(); link != chain.rend(); ++link) depth[*link] = count++;
        }
        std::stable_sort(order.begin(), order.end(),
                         [&](const Relocation* x, const Relocation* y) { return depth[x] > depth[y]; });
        return order;
    }

    void relocate(const Relocation& one) {
        Elements& anchor = elements_[one.after];
        pugi::xml_node last;
        bool first = true;
        for (BlockId id = one.first; id < one.end; ++id) {
            if (is_aside(id) || !places_.of(id).known()) continue;
            touch(id);
            for (const pugi::xml_node element : all_of(id)) {
                const pugi::xml_node left = element.parent();
                if (first) {
                    const pugi::xml_node at = one.before ? anchor.head() : anchor.tail();
                    last = move_beside(at, element, one.before);
                } else {
                    last = move_beside(last, element, false);
                }
                first = false;
                close_gap(left);
                (one.before ? anchor.before : anchor.behind).push_back(last);
            }
        }
    }

    std::vector<pugi::xml_node> all_of(BlockId id) const {
        const Elements& here = elements_[id];
        std::vector<pugi::xml_node> out = here.before;
        for (pugi::xml_node node = here.first; node; node = node.next_sibling()) {
            out.push_back(node);
            if (node == here.last) break;
        }
        out.insert(out.end(), here.behind.begin(), here.behind.end());
        return out;
    }

    /// Rows stay in a table: in that of the row beside them, else in one like their own.
    pugi::xml_node move_beside(pugi::xml_node at, pugi::xml_node element, bool before) {
        if (is(element, "w:tr") && !is(at, "w:tr")) {
            const pugi::xml_node own = element.parent();
            pugi::xml_node table =
                before ? at.parent().insert_child_before("w:tbl", at) : at.parent().insert_child_after("w:tbl", at);
            for (const char* name : {"w:tblPr", "w:tblGrid"})
                if (own.child(name)) table.append_copy(own.child(name));
            return table.append_move(element);
        }
        if (!is(element, "w:tr") && is(at, "w:tr")) at = enclosing(at, "w:tbl");
        return before ? at.parent().insert_move_before(element, at) : at.parent().insert_move_after(element, at);
    }

    /// The paragraph before takes up the words of this one. (Heads of two lines stand in one paragraph already.)
    void join(BlockId id) {
        pugi::xml_node to = elements_[id - 1].last;
        pugi::xml_node from = elements_[id].first;
        if (to == from) return;
        append_run(to, {}, " ");
        for (pugi::xml_node child = from.first_child(); child;) {
            const pugi::xml_node next = child.next_sibling();
            if (!is(child, "w:pPr")) to.append_move(child);
            child = next;
        }
        if (const pugi::xml_node section = from.child("w:pPr").child("w:sectPr")) {
            if (!to.child("w:pPr")) to.prepend_child("w:pPr");
            to.child("w:pPr").append_copy(section);
        }
        gone_.push_back(from);
        elements_[id].first = to;
        if (elements_[id].last == from) elements_[id].last = to;
        touch(id);
    }

    // ---- what goes

    void remove_all() {
        for (const pugi::xml_node element : gone_) {
            note_references(element);
            remove_element(element);
        }
    }

    void note_references(pugi::xml_node node) {
        for (const pugi::xml_node child : node.children()) {
            if (is(child, "w:footnoteReference") || is(child, "w:endnoteReference"))
                gone_notes_.insert(std::string(child.name()) + child.attribute("w:id").value());
            note_references(child);
        }
    }

    // ---- what the new document says

    void say(BlockId id) {
        const Fate& fate = fates_[id];
        say_beside(fate.before, fate.comes_before);
        if (fate.removed == nullptr && !is_aside(id) && !is_gone_note(id)) {
            std::string text = spliced_words(base_, id, fate.words);
            if (fate.joined != nullptr && !result_.blocks.empty())
                result_.blocks.back() += " " + text;
            else
                result_.blocks.push_back(std::move(text));
        }
        say_beside(fate.behind, fate.comes_behind);
    }

    void say_beside(const std::vector<const Insertion*>& insertions, const std::vector<const Relocation*>& moves) {
        for (const Insertion* one : insertions)
            for (const NewBlock& block : one->blocks) result_.blocks.push_back(block.text);
        for (const Relocation* one : moves)
            for (BlockId id = one->first; id < one->end; ++id) say(id);
    }

    /// A note of which the reference went with its paragraph.
    bool is_gone_note(BlockId id) const {
        if (in_body(id) || !places_.of(id).known()) return false;
        for (const char* kind : {"w:footnote", "w:endnote"})
            if (const pugi::xml_node note = enclosing(elements_[id].first, kind))
                return gone_notes_.contains(std::string(kind) + "Reference" + note.attribute("w:id").value());
        return false;
    }

    // ---- the package

    void write() {
        PackageEdits edits(package_);
        for (const std::size_t part : touched_) {
            std::string out(xml_head);
            append_xml(out, walk_.parts[part].tree->document_element());
            edits.replace(walk_.parts[part].name, std::move(out));
        }
        result_.bytes = touched_.empty() ? std::string(base_.source.bytes()) : edits.finish();
        if (fresh_paragraphs_.empty()) return;
        result_.brought = brought_by(walk_, Source::package(base_.source.name(), result_.bytes), fresh_paragraphs_);
    }

    const Document& base_;
    const SplicePlan& plan_;
    Package package_;
    DocxWalk walk_;
    BlockPlaces places_;
    Unnumbering unnumbering_;
    NewParagraphs fresh_;
    PlannedWords words_;
    std::vector<Fate> fates_;
    std::vector<Elements> elements_;
    std::vector<bool> emptied_;  ///< by block of the walk
    std::set<std::uint32_t> impossible_;
    std::set<std::size_t> touched_;  ///< parts
    std::vector<pugi::xml_node> gone_;
    std::set<std::string> gone_notes_;                       ///< by their references' element and id
    std::map<std::pair<BlockId, bool>, NodePlace> borders_;  ///< inside paragraphs, before (true) or behind blocks
    std::vector<FreshElement> fresh_paragraphs_;
    SplicedText result_;
};

}  // namespace

SplicedText splice_package(const Document& base, const SplicePlan& plan) {
    return PackageSplicer(base, plan).run();
}

}  // namespace stet::docx
