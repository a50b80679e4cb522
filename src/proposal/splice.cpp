// Byte edits from a plan, in the order of the file; moved blocks are written where they go with all that is theirs.
#include "proposal/splice.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "proposal/block_form.hpp"
#include "proposal/file_places.hpp"
#include "proposal/file_signs.hpp"
#include "proposal/item_margins.hpp"
#include "proposal/letters.hpp"
#include "proposal/splice_words.hpp"

namespace stet {

namespace {

/// What goes behind (or before) a block.
struct Anchored {
    const Insertion* insertion = nullptr;
    const Relocation* relocation = nullptr;
};

class Splicer {
public:
    Splicer(const Document& base, const SplicePlan& plan, const BaseForm& form)
        : base_(base),
          plan_(plan),
          form_(form),
          places_(base, form),
          removed_(base.blocks.size()),
          moved_(base.blocks.size()) {}

    SplicedText run() {
        find_impossible();
        note_blocks();
        for (BlockId id = 0; id < base_.blocks.size(); ++id)
            if (!moved_[id]) edit_block(id);
        std::stable_sort(edits_.begin(), edits_.end(),
                         [](const ByteEdit& x, const ByteEdit& y) { return x.bytes.begin < y.bytes.begin; });
        write_all();
        for (BlockId id = 0; id < base_.blocks.size(); ++id)
            if (!moved_[id]) say_block(id);
        result_.impossible.assign(impossible_.begin(), impossible_.end());
        return std::move(result_);
    }

private:
    std::string_view file() const { return base_.source.text(); }
    bool possible(std::uint32_t by) const { return !impossible_.contains(by); }

    /// Text between two rows of one table, which no table of Markdown or HTML can hold.
    bool parts_table(const Insertion& one) const {
        const Block& row = base_.blocks[one.at];
        const bool rows_only = std::all_of(one.blocks.begin(), one.blocks.end(),
                                           [](const NewBlock& block) { return block.kind == BlockKind::table_row; });
        if (form_.kind == BaseForm::plain || row.kind != BlockKind::table_row || rows_only) return false;
        const auto stays = [&](BlockId id) {
            const auto takes = [&](const auto& range) { return range.first <= id && id < range.end; };
            return base_.blocks[id].table == row.table && base_.blocks[id].kind == BlockKind::table_row &&
                   std::none_of(plan_.removals.begin(), plan_.removals.end(), takes) &&
                   std::none_of(plan_.relocations.begin(), plan_.relocations.end(), takes);
        };
        bool before = false;
        bool behind = false;
        for (BlockId id = 0; id < base_.blocks.size(); ++id) {
            if (base_.blocks[id].table != row.table || !stays(id)) continue;
            const bool ahead = one.before ? id < one.at : id <= one.at;
            (ahead ? before : behind) = true;
        }
        return before && behind;
    }

    /// What the file's form does not let happen is left out whole: words whose bytes cannot be told apart, blocks
    /// without a place in the file.
    void find_impossible() {
        for (const WordSplice& one : plan_.splices) {
            const bool known = is_new_cells(base_, one) ? bool{new_cells(one)}
                                                        : places_.map_of(one.block) || places_.extent_of(one.block);
            if (!known) impossible_.insert(one.by);
        }
        const auto want_places = [&](BlockId first, BlockId end, std::uint32_t by) {
            for (BlockId id = first; id < end; ++id)
                if (!is_set_aside(base_.blocks[id].kind) && !places_.extent_of(id)) impossible_.insert(by);
        };
        for (const Removal& one : plan_.removals) want_places(one.first, one.end, one.by);
        for (const Relocation& one : plan_.relocations) {
            want_places(one.first, one.end, one.by);
            want_places(one.after, one.after + 1, one.by);
        }
        for (const Insertion& one : plan_.insertions) {
            want_places(one.at, one.at + 1, one.by);
            if (parts_table(one)) impossible_.insert(one.by);
        }
        for (const Joining& one : plan_.joinings)
            if (one.block == 0 || !places_.map_of(one.block) || !places_.map_of(one.block - 1))
                impossible_.insert(one.by);
    }

    void note_blocks() {
        for (const WordSplice& one : plan_.splices)
            if (possible(one.by)) splices_[one.block].push_back(&one);
        for (auto& [block, splices] : splices_)
            std::stable_sort(splices.begin(), splices.end(), [](const WordSplice* x, const WordSplice* y) {
                return x->text.begin != y->text.begin ? x->text.begin < y->text.begin : x->text.end < y->text.end;
            });
        for (const Removal& one : plan_.removals)
            for (BlockId id = one.first; id < one.end && possible(one.by); ++id)
                if (!is_set_aside(base_.blocks[id].kind)) removed_[id] = &one;
        for (const Joining& one : plan_.joinings)
            if (possible(one.by)) joined_[one.block] = &one;
        for (const Insertion& one : plan_.insertions)
            if (possible(one.by)) anchor(one);
        for (const Relocation& one : plan_.relocations) {
            if (!possible(one.by)) continue;
            anchored_[{one.after, !one.before}].push_back({nullptr, &one});
            for (BlockId id = one.first; id < one.end; ++id)
                if (!is_set_aside(base_.blocks[id].kind)) moved_[id] = &one;
        }
        for (const Relocation& one : plan_.relocations)
            if (possible(one.by)) cut_blocks(one.first, one.end, one.by);
        for (const Removal& one : plan_.removals)
            if (possible(one.by)) cut_blocks(one.first, one.end, one.by);
        cut_furniture();
    }

    /// Rows behind those that come in the place of the row before: blanks draw them in the same columns.
    bool goes_on_with_rows(const Insertion& insertion) {
        const auto before =
            insertion.before || insertion.at == 0 ? anchored_.end() : anchored_.find({insertion.at - 1, true});
        if (before == anchored_.end() || !removed_[insertion.at - 1] || before->second.back().insertion == nullptr)
            return false;
        Insertion& whole = parted_.emplace_back(*before->second.back().insertion);
        if (whole.by != insertion.by || whole.blocks.back().kind != BlockKind::table_row) return false;
        whole.blocks.insert(whole.blocks.end(), insertion.blocks.begin(), insertion.blocks.end());
        before->second.back().insertion = &whole;
        return true;
    }

    /// Rows stand in the table that is there, what follows them behind it.
    void anchor(const Insertion& insertion) {
        std::vector<Anchored>& list = anchored_[{insertion.at, !insertion.before}];
        const auto other = std::find_if(insertion.blocks.begin(), insertion.blocks.end(),
                                        [](const NewBlock& block) { return block.kind != BlockKind::table_row; });
        const bool in_table = base_.blocks[insertion.at].kind == BlockKind::table_row;
        if (in_table && form_.kind == BaseForm::plain && goes_on_with_rows(insertion)) return;
        if (!in_table || other == insertion.blocks.begin() || other == insertion.blocks.end()) {
            list.push_back({&insertion, nullptr});
            return;
        }
        for (const auto& [first, end] : {std::pair(insertion.blocks.begin(), other), {other, insertion.blocks.end()}}) {
            Insertion& part = parted_.emplace_back(insertion);
            part.blocks.assign(first, end);
            list.push_back({&part, nullptr});
        }
    }

    const std::vector<Anchored>& anchored(BlockId id, bool behind) const {
        static const std::vector<Anchored> nothing;
        const auto there = anchored_.find({id, behind});
        return there == anchored_.end() ? nothing : there->second;
    }

    /// Page furniture between blocks that go, goes with them.
    void cut_furniture() {
        const auto by_whom = [&](BlockId id) {
            return removed_[id] != nullptr ? removed_[id]->by : moved_[id] != nullptr ? moved_[id]->by : none;
        };
        std::uint32_t left = none;  // who takes the block before, if anybody
        std::vector<BlockId> between;
        for (BlockId id = 0; id < base_.blocks.size(); ++id) {
            if (is_set_aside(base_.blocks[id].kind)) {
                if (base_.blocks[id].kind == BlockKind::furniture && places_.extent_of(id)) between.push_back(id);
                continue;
            }
            const std::uint32_t by = by_whom(id);
            if (!form_.keeps_pages || (left != none && by != none))
                for (const BlockId furniture : between) cut_block_lines(furniture, by);
            between.clear();
            left = by;
        }
        if (!form_.keeps_pages)
            for (const BlockId furniture : between) cut_block_lines(furniture, left);
    }

    /// Takes blocks out of the file with the empty lines behind them.
    void cut_blocks(BlockId first, BlockId end, std::uint32_t by) {
        for (BlockId id = first; id < end; ++id)
            if (!is_set_aside(base_.blocks[id].kind)) cut_block_lines(id, by);
    }

    void cut_block_lines(BlockId id, std::uint32_t by) {
        const Extent extent = *places_.extent_of(id);
        const std::optional<Span> line = places_.line_below_head(id);
        for (const Span& part : extent.parts) {
            std::uint32_t stop = line ? line->end : part.end;
            // What stands behind a block that moves goes with it.
            const bool is_replaced = !moved_[id] && part.end == extent.parts.back().end && !anchored(id, true).empty();
            if (extent.own_lines && !is_replaced) stop = places_.behind_empty_lines(part.begin, stop);
            const bool row = base_.blocks[id].kind == BlockKind::table_row;
            const Span whole = form_.kind == BaseForm::html && (row || leaves_nothing(id))
                                   ? element_around(file(), part, row, leaves_nothing(id))
                               : !extent.own_lines ? line_around(id, part)
                                                   : Span{};
            edits_.push_back({whole.empty() ? Span{part.begin, stop} : whole, {}, by, false});
        }
        if (line) give_new_head(id, *line, by);
    }

    /// Whether nothing new stands beside a block that goes.
    bool leaves_nothing(BlockId id) const { return anchored(id, true).empty() && anchored(id, false).empty(); }

    /// The line of a block that is all of it, though other blocks share its paragraph.
    Span line_around(BlockId id, Span part) const {
        const std::uint32_t begin = places_.line_begin(part.begin);
        const bool opens = begin == 0 || file()[begin - 1] == '\n';
        const std::size_t end = file().find_first_not_of(" \t", part.end);
        if (!opens || end == std::string_view::npos || file()[end] != '\n' || !leaves_nothing(id)) return {};
        return {begin, static_cast<std::uint32_t>(end + 1)};
    }

    /// Whether rows that go beside a block stand in a table there: its own, or what is left of it.
    bool stands_in_table(BlockId id) const {
        const Block& block = base_.blocks[id];
        if (block.kind != BlockKind::table_row) return false;
        // put_anchored gives new rows the head's line, and elements of rows go and come in the element of their table
        if (!removed_[id] || places_.line_below_head(id) || form_.kind == BaseForm::html) return true;
        if (const BlockId head = places_.first_row(id); places_.line_below_head(head) && !anchored(head, true).empty())
            return true;
        for (BlockId row = places_.first_row(id); row < base_.blocks.size(); ++row) {
            const Block& one = base_.blocks[row];
            if (!is_set_aside(one.kind) && one.table != block.table) return false;
            if (one.kind == BlockKind::table_row && !removed_[row] && !moved_[row]) return true;
        }
        return false;
    }

    /// A table that loses its head keeps the line below it, under the row that comes first now.
    void give_new_head(BlockId head, Span line, std::uint32_t by) {
        if (!anchored(head, true).empty()) return;  // put_anchored does it
        for (BlockId id = head + 1; id < base_.blocks.size() && base_.blocks[id].table == base_.blocks[head].table;
             ++id) {
            if (base_.blocks[id].kind != BlockKind::table_row || removed_[id] || moved_[id]) continue;
            const std::uint32_t at = base_.blocks[id].fragments.back().source.end;
            edits_.push_back({{at, at}, "\n" + std::string(base_.source.text(line)), by, false});
            return;
        }
    }

    void edit_block(BlockId id) {
        put_anchored(id, false);
        if (!removed_[id]) {
            part_from_items(id);
            edit_words(id, edits_);
            if (const auto joined = joined_.find(id); joined != joined_.end()) join(id, *joined->second);
        }
        put_anchored(id, true);
    }

    /// An item of Markdown whose number goes is a paragraph, which empty lines part from the items around it.
    void part_from_items(BlockId id) {
        const auto there = splices_.find(id);
        const Block& block = base_.blocks[id];
        const bool counts = form_.kind == BaseForm::markdown && block.kind == BlockKind::list_item &&
                            is_item_marker(block.number) && block.text.starts_with(block.number);
        if (!counts || there == splices_.end()) return;
        const std::string text = spliced_words(base_, id, there->second);
        const auto extent = places_.extent_of(id);
        if (is_item_marker(text.substr(0, text.find(' '))) || !extent || !extent->own_lines) return;
        const std::uint32_t by = there->second.front()->by;
        const std::uint32_t begin = extent->parts.front().begin, end = extent->parts.back().end;
        if (begin > 0) edits_.push_back({{begin, begin}, "\n", by, false});
        const std::size_t next = file().find_first_not_of(" \t", end + 1);
        if (next != std::string_view::npos && file()[next] != '\n') edits_.push_back({{end, end}, "\n", by, false});
    }

    void join(BlockId id, const Joining& joining) {
        const std::uint32_t end = behind_signs(file(), form_, places_.map_of(id - 1)->bytes.back().end,
                                               base_.blocks[id - 1].fragments.back().source.end);
        const std::uint32_t begin = before_signs(file(), form_, places_.map_of(id)->bytes.front().begin, end);
        edits_.push_back({{end, std::max(end, begin)}, " ", joining.by, false});
    }

    /// Whether the last of what goes to a place would go on in the line behind it, which is that of block `next`.
    bool runs_into(const Anchored& one, BlockId next) const {
        const BlockKind last = last_kind(one);
        const bool item = next < base_.blocks.size() && base_.blocks[next].kind == BlockKind::list_item;
        return last == BlockKind::paragraph || (last == BlockKind::list_item && !item);
    }

    /// Everything that goes behind or before a block, as one edit.
    void put_anchored(BlockId id, bool behind) {
        const std::vector<Anchored>& list = anchored(id, behind);
        if (list.empty()) return;
        const Extent extent = *places_.extent_of(id);
        std::uint32_t at = behind ? places_.place_behind(id, extent) : places_.place_before(id, extent);
        for (const Anchored& one : list) {
            if (behind && first_kind(one) != BlockKind::table_row) at = std::max(at, places_.behind_table(id, at));
            const std::uint32_t by = one.insertion != nullptr ? one.insertion->by : one.relocation->by;
            std::string text = anchored_text(id, one);
            const std::string gap(gap_beside(base_, id, first_kind(one), base_.blocks[id].kind, form_));
            if (const auto line = places_.line_below_head(id); line && removed_[id] && behind && &one == &list.front())
                put_rule(text, base_.source.text(*line));
            const bool row = form_.kind == BaseForm::html && base_.blocks[id].kind == BlockKind::table_row;
            const bool in_place = removed_[id] && (extent.own_lines || row) && &one == &list.front();
            if (behind)
                text = (in_place ? "" : gap) + text + (extent.own_lines || form_.kind == BaseForm::html ? "" : "\n\n") +
                       (&one == &list.back() && places_.stands_over_text(id, at) && runs_into(one, id + 1) ? "\n" : "");
            else
                text += gap;
            edits_.push_back({{at, at}, std::move(text), by, true});
        }
    }

    BlockKind last_kind(const Anchored& one) const {
        if (one.relocation != nullptr) return base_.blocks[one.relocation->end - 1].kind;
        return one.insertion->blocks.empty() ? BlockKind::heading : one.insertion->blocks.back().kind;
    }

    BlockKind first_kind(const Anchored& one) const {
        if (one.relocation != nullptr) return base_.blocks[one.relocation->first].kind;
        return one.insertion->blocks.empty() ? BlockKind::paragraph : one.insertion->blocks.front().kind;
    }

    /// New blocks, or a moved one, in the order in which they are written.
    struct Leaf {
        const Insertion* insertion = nullptr;
        BlockId beside = 0;  ///< what it is shaped after
        BlockId moved = none;
    };

    /// What goes to a place with all that goes to places in it; a chain of moves may be long.
    std::vector<Leaf> leaves_of(BlockId beside, const Anchored& root) const {
        struct Task {
            Anchored what;
            BlockId beside;
            BlockId moved;
        };
        std::vector<Leaf> leaves;
        std::vector<Task> stack{{root, beside, none}};
        while (!stack.empty()) {
            const Task task = stack.back();
            stack.pop_back();
            if (task.moved != none) {
                leaves.push_back({nullptr, task.beside, task.moved});
            } else if (task.what.insertion != nullptr) {
                if (!task.what.insertion->blocks.empty()) leaves.push_back({task.what.insertion, task.beside, none});
            } else {
                const Relocation& moved = *task.what.relocation;
                for (BlockId id = moved.end; id-- > moved.first;) {
                    if (is_set_aside(base_.blocks[id].kind)) continue;
                    const auto& behind = anchored(id, true);
                    for (auto one = behind.rbegin(); one != behind.rend(); ++one) stack.push_back({*one, id, none});
                    stack.push_back({{}, task.beside, id});
                    const auto& before = anchored(id, false);
                    for (auto one = before.rbegin(); one != before.rend(); ++one) stack.push_back({*one, id, none});
                }
            }
        }
        return leaves;
    }

    std::string anchored_text(BlockId id, const Anchored& one) {
        std::string out;
        std::optional<BlockKind> last;
        bool in_table = stands_in_table(id);
        std::vector<NewBlock> rows;  // of elements: those that come together stand in one table
        const auto put_rows = [&] {
            if (rows.empty()) return;
            out += form_blocks(rows, base_, id, form_, in_table);
            rows.clear();
            in_table = true;
        };
        for (const Leaf& leaf : leaves_of(id, one)) {
            const bool fresh = leaf.insertion != nullptr;
            const BlockKind kind = fresh ? leaf.insertion->blocks.front().kind : base_.blocks[leaf.moved].kind;
            const bool of_elements =
                kind == BlockKind::table_row && places_.writes_elements(fresh ? leaf.beside : leaf.moved);
            if (!of_elements) put_rows();
            if (last && rows.empty()) out += block_gap(*last, kind, form_);
            last = fresh ? leaf.insertion->blocks.back().kind : kind;
            if (of_elements && fresh)
                rows.insert(rows.end(), leaf.insertion->blocks.begin(), leaf.insertion->blocks.end());
            else if (of_elements)
                rows.push_back({kind, 0, "", spliced_words(base_, leaf.moved, splices_[leaf.moved])});
            else if (fresh)
                out += form_blocks(leaf.insertion->blocks, base_, leaf.beside, form_, in_table);
            else
                out += moved_block(leaf.moved) + (in_table ? "" : rule_below(leaf.moved));
            if (!of_elements) in_table = last == BlockKind::table_row;
        }
        put_rows();
        return out;
    }

    /// The line that a row of Markdown needs which begins a table: as its own table has it.
    std::string rule_below(BlockId row) const {
        if (base_.blocks[row].kind != BlockKind::table_row) return {};
        const std::string_view rule = places_.rule_of(row);
        return rule.empty() ? std::string() : "\n" + std::string(rule);
    }

    /// A moved block as it stands in the file, with its own words changed; written anew where it shares its lines.
    std::string moved_block(BlockId id) {
        const Extent extent = *places_.extent_of(id);
        const Block& block = base_.blocks[id];
        if (!extent.own_lines) {
            NewBlock fresh{block.kind, block.depth, block.number, spliced_words(base_, id, splices_[id])};
            return form_blocks({fresh}, base_, id, form_, true);
        }
        std::vector<ByteEdit> own;
        edit_words(id, own);
        std::string out;
        for (const Span& part : extent.parts) {
            if (!out.empty()) out.push_back('\n');
            std::uint32_t at = part.begin;
            for (const ByteEdit& edit : own) {
                if (edit.bytes.begin < at || edit.bytes.begin > part.end || edit.bytes.end > part.end) continue;
                out.append(file(), at, edit.bytes.begin - at).append(edit.with);
                at = edit.bytes.end;
            }
            if (at < part.end) out.append(file(), at, part.end - at);
        }
        return out;
    }

    void edit_words(BlockId id, std::vector<ByteEdit>& edits) {
        const auto there = splices_.find(id);
        if (there == splices_.end()) return;
        if (!places_.map_of(id)) {
            write_anew(id, there->second, edits);
            return;
        }
        std::vector<const WordSplice*> words;
        for (const WordSplice* one : there->second)
            if (is_new_cells(base_, *one))
                put_new_cells(*one, edits);
            else
                words.push_back(one);
        for (ByteEdit& edit : word_edits(base_, id, *places_.map_of(id), words, form_))
            edits.push_back(std::move(edit));
    }

    void put_new_cells(const WordSplice& splice, std::vector<ByteEdit>& edits) {
        edits.push_back(*new_cells(splice));
        const std::optional<Span> line = places_.line_below_head(splice.block);
        if (!line) return;
        const std::string_view rule = base_.source.text(*line);
        const std::size_t end = rule.find_last_not_of(" \t") + 1;
        const bool closed = rule[end - 1] == '|';
        const std::size_t stop = closed ? end - 1 : end;
        const std::size_t bar = stop == 0 ? std::string_view::npos : rule.rfind('|', stop - 1);
        const std::string last(rule.substr(bar + 1, stop - bar - 1));
        std::string with;
        for (std::size_t i = 1; i < cells_of(splice.with).size(); ++i) with += closed ? last + "|" : "|" + last;
        const std::uint32_t at = line->begin + static_cast<std::uint32_t>(end);
        edits.push_back({{at, at}, std::move(with), splice.by, false});
    }

    /// New cells behind the last one of a row; nothing where its line cannot be told.
    std::optional<ByteEdit> new_cells(const WordSplice& splice) {
        const Block& block = base_.blocks[splice.block];
        if (form_.kind == BaseForm::plain) return drawn_cells(splice);
        if (block.fragments.empty()) return std::nullopt;
        const Span line = block.fragments.back().source;
        std::string_view text = base_.source.text(line);
        std::uint32_t at = line.end;
        std::string open, close;
        if (places_.writes_elements(splice.block)) {
            const auto& map = places_.map_of(splice.block);
            if (!map || map->bytes.empty()) return std::nullopt;
            const std::size_t end = file().find("</tr", map->bytes.back().end);
            const std::size_t cell = file().rfind("<t", end);
            if (end == std::string_view::npos || cell == std::string_view::npos) return std::nullopt;
            const std::string element(file().substr(cell + 1, 2));
            open = "<" + element + ">";
            close = "</" + element + ">";
            at = static_cast<std::uint32_t>(end);
        } else {
            text = text.substr(0, text.find_last_not_of(" \t") + 1);
            if (text.find('|') == std::string_view::npos) return std::nullopt;
            at = line.begin + static_cast<std::uint32_t>(text.size());
            const bool closed = text.ends_with('|');
            open = closed ? " " : " | ";
            close = closed ? " |" : "";
        }
        std::string with;
        for (const std::string_view cell : cells_of(std::string_view(splice.with).substr(1)))
            with += open + (form_.escape == nullptr ? std::string(cell) : form_words(cell, 1, {}, form_)) + close;
        return ByteEdit{{at, at}, std::move(with), splice.by, true};
    }

    /// The same where blanks draw the columns.
    std::optional<ByteEdit> drawn_cells(const WordSplice& splice) {
        const std::optional<NewColumns> columns = places_.columns_behind(splice.block);
        const auto& map = places_.map_of(splice.block);
        if (!columns || !map || map->bytes.empty()) return std::nullopt;
        const std::uint32_t end = map->bytes.back().end;
        const std::size_t line = end == 0 ? 0 : file().rfind('\n', end - 1) + 1;  // 0 where there is none
        std::size_t width = letters_in(file().substr(line, end - line));
        std::size_t column = columns->first;
        std::string with;
        for (const std::string_view cell : cells_of(std::string_view(splice.with).substr(1))) {
            if (column < width + 2) return std::nullopt;
            with += std::string(column - width, ' ') + std::string(cell);
            width = column + letters_in(cell);
            column += columns->step;
        }
        return ByteEdit{{end, end}, std::move(with), splice.by, true};
    }

    /// A block whose words cannot be told apart in the file is written anew on its lines.
    void write_anew(BlockId id, const std::vector<const WordSplice*>& splices, std::vector<ByteEdit>& edits) {
        const Block& block = base_.blocks[id];
        const NewBlock fresh{block.kind, block.depth, block.number, spliced_words(base_, id, splices)};
        std::string text = form_blocks({fresh}, base_, id, form_, true);
        const Extent extent = *places_.extent_of(id);
        for (const Span& part : extent.parts) {
            edits.push_back({part, std::move(text), splices.front()->by, true});
            text.clear();
        }
    }

    void write_all() {
        std::uint32_t at = 0;
        std::string& out = result_.bytes;
        for (const ByteEdit& edit : edits_) {
            if (edit.bytes.begin > at) {
                out.append(file(), at, edit.bytes.begin - at);
                at = edit.bytes.begin;
            }
            const auto begin = static_cast<std::uint32_t>(out.size());
            std::string_view with = edit.with;
            while (with.starts_with('\n') && (out.empty() || out.ends_with("\n\n"))) with.remove_prefix(1);
            out += with;
            if (edit.brings) result_.brought.push_back({{begin, static_cast<std::uint32_t>(out.size())}, edit.by});
            at = std::max(at, edit.bytes.end);
        }
        out.append(file().substr(at));
        if (file().ends_with('\n') && !out.empty() && !out.ends_with('\n')) out.push_back('\n');
        while (out.ends_with("\n\n") && !file().ends_with("\n\n")) out.pop_back();
    }

    void say_block(BlockId id) {
        for (const Anchored& one : anchored(id, false)) say_anchored(id, one);
        if (!removed_[id] && !is_set_aside(base_.blocks[id].kind)) say_words(id);
        for (const Anchored& one : anchored(id, true)) say_anchored(id, one);
    }

    void say_words(BlockId id) {
        const auto there = splices_.find(id);
        std::string text =
            spliced_words(base_, id, there == splices_.end() ? std::vector<const WordSplice*>{} : there->second);
        if (joined_.contains(id) && !result_.blocks.empty())
            result_.blocks.back() += " " + text;
        else
            result_.blocks.push_back(std::move(text));
    }

    void say_anchored(BlockId id, const Anchored& one) {
        for (const Leaf& leaf : leaves_of(id, one)) {
            if (leaf.insertion != nullptr)
                for (const NewBlock& block : leaf.insertion->blocks) result_.blocks.push_back(block.text);
            if (leaf.moved != none) say_words(leaf.moved);
        }
    }

    const Document& base_;
    const SplicePlan& plan_;
    const BaseForm& form_;
    FilePlaces places_;
    std::map<BlockId, std::vector<const WordSplice*>> splices_;
    std::map<BlockId, const Joining*> joined_;
    std::map<std::pair<BlockId, bool>, std::vector<Anchored>> anchored_;
    std::deque<Insertion> parted_;  ///< parts of insertions, in places that stay
    std::vector<const Removal*> removed_;
    std::vector<const Relocation*> moved_;
    std::set<std::uint32_t> impossible_;
    std::vector<ByteEdit> edits_;
    SplicedText result_;
};

}  // namespace

bool is_new_cells(const Document& base, const WordSplice& splice) {
    const Block& block = base.blocks[splice.block];
    return block.kind == BlockKind::table_row && splice.text.empty() && splice.text.begin == block.text.size() &&
           splice.with.starts_with('\t');
}

SplicedText splice(const Document& base, const SplicePlan& plan, const BaseForm& form) {
    return form.splice_package != nullptr ? form.splice_package(base, plan) : Splicer(base, plan, form).run();
}

}  // namespace stet
