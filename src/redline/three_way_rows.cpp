// Both redlines have the base's blocks in the same order, each cut where a paragraph is cut: the rows are those blocks
// cut wherever either is, and behind each what stands there in the first party's redline and in the second's.
//
//   base   A          B              rows
//   1      1          1              1
//          new x      new x          new x (both)
//          new y      new z          new y (A), new z (B): a conflict
//   2      2 moved    2 edited       2: struck by A's move, B's edits
#include "redline/three_way_rows.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "diff/sequence.hpp"
#include "diff/word_diff.hpp"

namespace stet {

namespace {

/// A stretch of a base block in a party's redline.
struct BasePart {
    std::uint32_t row = none;   ///< the redline block whose edits hold its words
    std::uint32_t stub = none;  ///< where it stood, if it moved
    BlockId block = none;
    Span text;
};

/// A party's redline by the base's order: parts, and the blocks that stand behind each (behind none for gaps[0]).
struct Reading {
    std::vector<BasePart> parts;
    std::vector<std::vector<std::uint32_t>> gaps;
    std::vector<std::uint32_t> first;       ///< of each base block: its first part
    std::vector<std::uint32_t> gap_of_row;  ///< of a block in a gap: the gap
};

Reading read_in_base_order(const Redline& redline) {
    Reading out;
    out.gaps.emplace_back();
    out.gap_of_row.assign(redline.blocks.size(), none);
    for (std::uint32_t i = 0; i < redline.blocks.size(); ++i) {
        const RedlineBlock& block = redline.blocks[i];
        if (block.before == none || block.status == BlockStatus::moved_to) {
            out.gap_of_row[i] = static_cast<std::uint32_t>(out.parts.size());
            out.gaps.back().push_back(i);
            continue;
        }
        while (out.first.size() <= block.before) out.first.push_back(static_cast<std::uint32_t>(out.parts.size()));
        const bool moved = block.status == BlockStatus::moved_from && block.moved_with != none;
        out.parts.push_back({moved ? block.moved_with : i, moved ? i : none, block.before, block.before_text});
        out.gaps.emplace_back();
    }
    while (out.first.size() <= redline.before.blocks.size())
        out.first.push_back(static_cast<std::uint32_t>(out.parts.size()));
    return out;
}

/// What a party's move leaves behind: its base words struck.
std::vector<SideEdit> strikes_of(const std::vector<SideEdit>& edits) {
    std::vector<SideEdit> out;
    for (SideEdit side : edits) {
        if (side.edit.op == EditOp::inserted) continue;
        side.edit.op = EditOp::deleted;
        side.edit.after = {};
        side.block = none;
        side.conflict = false;
        out.push_back(side);
    }
    return out;
}

/// A cell of a party's row: which base cell it was, none for one that is new.
struct PartyCell {
    std::uint32_t base = none;
    std::vector<SideEdit> edits;
};

class RowMaker {
public:
    RowMaker(const std::array<const Redline*, 2>& redlines, const Alignment& between)
        : redlines_(redlines),
          base_(redlines[0]->before),
          documents_{&redlines[0]->after, &redlines[1]->after},
          readings_{read_in_base_order(*redlines[0]), read_in_base_order(*redlines[1])} {
        find_insertion_pairs(between);
        find_contexts();
        find_base_parts_moved();
    }

    std::vector<ThreeWayRow> run() {
        put_gap({0, 0});
        for (BlockId id = 0; id < base_.blocks.size(); ++id) put_base_block(id);
        put_gap({last_gap(0), last_gap(1)});
        return std::move(rows_);
    }

private:
    const RedlineBlock& block(std::size_t party, std::uint32_t row) const { return redlines_[party]->blocks[row]; }

    // ---- what belongs together

    /// Blocks that both inserted and that the alignment between the parties pairs whole.
    void find_insertion_pairs(const Alignment& between) {
        std::array<std::vector<std::uint32_t>, 2> row_of;
        for (std::size_t party = 0; party < 2; ++party) {
            row_of[party].assign(documents_[party]->blocks.size(), none);
            partner_[party].assign(redlines_[party]->blocks.size(), none);
            for (std::uint32_t i = 0; i < redlines_[party]->blocks.size(); ++i) {
                const RedlineBlock& candidate = block(party, i);
                const bool whole =
                    candidate.status == BlockStatus::inserted &&
                    candidate.after_text.size() == documents_[party]->blocks[candidate.after].text.size();
                if (whole) row_of[party][candidate.after] = i;
            }
        }
        for (const BlockPair& pair : between.blocks) {
            const std::uint32_t first = row_of[0][pair.before];
            const std::uint32_t second = row_of[1][pair.after];
            if (first == none || second == none) continue;
            const Block& x = documents_[0]->blocks[pair.before];
            const Block& y = documents_[1]->blocks[pair.after];
            if (pair.before_text.size() != x.text.size() || pair.after_text.size() != y.text.size()) continue;
            if (x.cells.size() != y.cells.size()) continue;
            partner_[0][first] = second;
            partner_[1][second] = first;
        }
    }

    /// The unit of the base in which a party's insertions stand: insertions in one unit at one place differ, those in
    /// two units do not.
    void find_contexts() {
        for (std::size_t party = 0; party < 2; ++party) {
            const Redline& redline = *redlines_[party];
            context_[party].assign(redline.sections.size(), 0);
            for (std::uint32_t i = 0; i < redline.sections.size(); ++i) {
                const RedlineSection& section = redline.sections[i];
                if (!section.before.empty())
                    context_[party][i] = section.before.front();
                else if (section.parent != none && section.parent < i)
                    context_[party][i] = context_[party][section.parent];
            }
        }
    }

    /// Of the parts that a party moved: by base block and begin.
    void find_base_parts_moved() {
        for (std::size_t party = 0; party < 2; ++party)
            for (std::uint32_t i = 0; i < readings_[party].parts.size(); ++i) {
                const BasePart& part = readings_[party].parts[i];
                if (part.stub != none) moved_[party][{part.block, part.text.begin}] = i;
            }
        for (std::size_t party = 0; party < 2; ++party)
            for (const auto& [key, part] : moved_[party])
                if (!sides_.contains(key.first)) sides_.emplace(key.first, sides_of(key.first));
    }

    /// The part of the other party's move of the same stretch; none where it did not move it.
    std::uint32_t move_by(std::size_t party, const BasePart& part) const {
        const auto found = moved_[party].find({part.block, part.text.begin});
        if (found == moved_[party].end()) return none;
        return readings_[party].parts[found->second].text == part.text ? found->second : none;
    }

    /// Whether both moved the stretch to one place.
    bool same_move(const BasePart& part) const {
        std::array<std::pair<BlockId, std::uint32_t>, 2> places;
        for (std::size_t party = 0; party < 2; ++party) {
            const std::uint32_t move = move_by(party, part);
            if (move == none) return false;
            const std::uint32_t gap = readings_[party].gap_of_row[readings_[party].parts[move].row];
            if (gap == none) return false;
            places[party] = gap == 0 ? std::pair<BlockId, std::uint32_t>{none, 0}
                                     : std::pair<BlockId, std::uint32_t>{readings_[party].parts[gap - 1].block,
                                                                         readings_[party].parts[gap - 1].text.end};
        }
        return places[0] == places[1];
    }

    // ---- edits of a base block

    std::span<const BasePart> parts_of(std::size_t party, BlockId id) const {
        const Reading& reading = readings_[party];
        return std::span(reading.parts).subspan(reading.first[id], reading.first[id + 1] - reading.first[id]);
    }

    bool has_cells(BlockId id) const {
        if (base_.blocks[id].cells.empty()) return false;
        for (std::size_t party = 0; party < 2; ++party)
            if (parts_of(party, id).size() != 1 || block(party, parts_of(party, id)[0].row).cell_ends.empty())
                return false;
        return true;
    }

    std::vector<SideEdit> side_edits(std::size_t party, std::uint32_t row, std::uint32_t segment, std::size_t from,
                                     std::size_t to) const {
        std::vector<SideEdit> out;
        const RedlineBlock& source = block(party, row);
        for (std::size_t i = from; i < to; ++i) {
            const Edit& edit = source.edits[i];
            out.push_back({edit, edit.op == EditOp::deleted ? none : source.after, segment, false});
        }
        return out;
    }

    /// Both parties' words of a block that is no table row, conflicts marked.
    SidesOfBlock sides_of(BlockId id) const {
        SidesOfBlock sides{base_, id, documents_, {}};
        for (std::size_t party = 0; party < 2; ++party) {
            const auto parts = parts_of(party, id);
            for (std::uint32_t i = 0; i < parts.size(); ++i) {
                const std::vector<SideEdit> edits =
                    side_edits(party, parts[i].row, i, 0, block(party, parts[i].row).edits.size());
                sides.edits[party].insert(sides.edits[party].end(), edits.begin(), edits.end());
            }
        }
        if (!is_set_aside(base_.blocks[id].kind)) find_conflicts(sides);
        return sides;
    }

    /// A party's cells. A cell without words of the base is new, unless an empty cell of the base is due.
    std::vector<PartyCell> cells_of(std::size_t party, std::uint32_t row, BlockId id) const {
        const RedlineBlock& source = block(party, row);
        static const std::vector<Span> no_cells;
        const std::vector<Span>& cells = id == none ? no_cells : base_.blocks[id].cells;
        std::vector<PartyCell> out;
        std::size_t from = 0;
        std::uint32_t next = 0;
        for (const std::uint32_t to : source.cell_ends) {
            PartyCell cell{none, side_edits(party, row, 0, from, to)};
            const auto words = std::find_if(cell.edits.begin(), cell.edits.end(), [](const SideEdit& side) {
                return side.edit.op != EditOp::inserted && !side.edit.before.empty();
            });
            std::uint32_t at = next;
            if (words != cell.edits.end())
                while (at < cells.size() && cells[at].end < words->edit.before.end) ++at;
            if (at < cells.size() && (words != cell.edits.end() || cells[at].empty())) {
                cell.base = at;
                next = at + 1;
            }
            out.push_back(std::move(cell));
            from = to;
        }
        return out;
    }

    /// Cells of both rows in the base's order; new ones where they stand.
    std::vector<std::array<std::vector<SideEdit>, 2>> join_cells(BlockId id,
                                                                 std::array<std::vector<PartyCell>, 2> cells) const {
        std::vector<std::array<std::vector<SideEdit>, 2>> out;
        std::size_t at[2] = {0, 0};
        while (at[0] < cells[0].size() || at[1] < cells[1].size()) {
            std::array<std::vector<std::vector<SideEdit>>, 2> fresh;
            for (std::size_t party = 0; party < 2; ++party)
                for (; at[party] < cells[party].size() && cells[party][at[party]].base == none; ++at[party])
                    fresh[party].push_back(std::move(cells[party][at[party]].edits));
            put_new_cells(std::move(fresh), out);
            std::uint32_t next = none;
            for (std::size_t party = 0; party < 2; ++party)
                if (at[party] < cells[party].size()) next = std::min(next, cells[party][at[party]].base);
            if (next == none) break;
            SidesOfBlock sides{base_, id, documents_, {}};
            for (std::size_t party = 0; party < 2; ++party)
                if (at[party] < cells[party].size() && cells[party][at[party]].base == next)
                    sides.edits[party] = std::move(cells[party][at[party]++].edits);
            find_conflicts(sides);
            out.push_back(std::move(sides.edits));
        }
        return out;
    }

    void put_new_cells(std::array<std::vector<std::vector<SideEdit>>, 2> fresh,
                       std::vector<std::array<std::vector<SideEdit>, 2>>& out) const {
        const bool same =
            std::equal(fresh[0].begin(), fresh[0].end(), fresh[1].begin(), fresh[1].end(),
                       [&](const auto& x, const auto& y) { return have_same_words(words_of(0, x), words_of(1, y)); });
        for (std::size_t i = 0; i < fresh[0].size(); ++i) {
            out.push_back({std::move(fresh[0][i]), {}});
            if (same) out.back()[1] = std::move(fresh[1][i]);
        }
        if (same) return;
        for (auto& cell : fresh[1]) out.push_back({std::vector<SideEdit>{}, std::move(cell)});
    }

    std::string words_of(std::size_t party, const std::vector<SideEdit>& edits) const {
        std::string out;
        for (const SideEdit& side : edits)
            if (side.block != none)
                out.append(documents_[party]->blocks[side.block].text, side.edit.after.begin, side.edit.after.size());
        return out;
    }

    // ---- rows of the base

    void put_base_block(BlockId id) {
        if (has_cells(id)) {
            put_base_row_of_cells(id);
            return;
        }
        const auto known = sides_.find(id);
        SidesOfBlock sides = known == sides_.end() ? sides_of(id) : known->second;
        const std::string& text = base_.blocks[id].text;
        std::vector<std::uint32_t> cuts{0};
        for (std::size_t party = 0; party < 2; ++party)
            for (const BasePart& part : parts_of(party, id)) {
                cuts.push_back(part.text.begin);
                cuts.push_back(part.text.end);
            }
        cuts.push_back(static_cast<std::uint32_t>(text.size()));
        std::sort(cuts.begin(), cuts.end());
        cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
        if (cuts.size() == 1) cuts.push_back(cuts.front());
        std::array<std::size_t, 2> edit{};
        std::array<std::size_t, 2> part{};
        if (cuts.size() > 2)
            for (std::size_t party = 0; party < 2; ++party) cut_at(text, *documents_[party], sides.edits[party], cuts);
        std::uint32_t last = none;
        for (std::size_t i = 0; i + 1 < cuts.size(); ++i)
            last = put_base_piece(id, {cuts[i], cuts[i + 1]}, sides, edit, part, last);
    }

    std::uint32_t put_base_piece(BlockId id, Span piece, const SidesOfBlock& sides, std::array<std::size_t, 2>& edit,
                                 std::array<std::size_t, 2>& part, std::uint32_t last) {
        ThreeWayRow row;
        row.base = id;
        row.base_text = piece;
        row.continues = last;
        std::array<std::vector<SideEdit>, 2> edits;
        std::array<std::uint32_t, 2> gap = {none, none};
        for (std::size_t party = 0; party < 2; ++party) {
            const auto parts = parts_of(party, id);
            if (parts.empty()) continue;
            while (part[party] + 1 < parts.size() && parts[part[party]].text.end <= piece.begin && !piece.empty())
                ++part[party];
            const auto all = std::span(sides.edits[party]);
            const auto in_piece = [&](const SideEdit& side) {
                if (side.segment != part[party]) return side.segment < part[party];
                const bool words = side.edit.op != EditOp::inserted && !side.edit.before.empty();
                return !words || side.edit.before.begin < piece.end;
            };
            for (; edit[party] < all.size() && in_piece(all[edit[party]]); ++edit[party])
                edits[party].push_back(all[edit[party]]);
            const BasePart& of = parts[part[party]];
            if (of.stub != none) edits[party] = strikes_of(edits[party]);
            set_party(row, party, of, edits[party], of.text == piece);
            if (of.text.end == piece.end)
                gap[party] = readings_[party].first[id] + static_cast<std::uint32_t>(part[party]) + 1;
        }
        row.cells.push_back(merge_edits(base_.blocks[id].text, documents_, {edits[0], edits[1]}));
        settle_base_row(row);
        const auto index = static_cast<std::uint32_t>(rows_.size());
        rows_.push_back(std::move(row));
        put_gap(gap);
        return index;
    }

    void put_base_row_of_cells(BlockId id) {
        ThreeWayRow row;
        row.base = id;
        row.base_text = {0, static_cast<std::uint32_t>(base_.blocks[id].text.size())};
        row.table_row = true;
        std::array<std::vector<PartyCell>, 2> cells;
        std::array<std::uint32_t, 2> gap{};
        std::array<bool, 2> moved{};
        for (std::size_t party = 0; party < 2; ++party) {
            const BasePart& of = parts_of(party, id)[0];
            moved[party] = of.stub != none;
            for (PartyCell& cell : cells_of(party, of.row, id))
                if (!moved[party] || cell.base != none) cells[party].push_back(std::move(cell));
            set_party(row, party, of, {}, true);
            gap[party] = readings_[party].first[id] + 1;
        }
        for (auto& pair : join_cells(id, std::move(cells))) {
            for (std::size_t party = 0; party < 2; ++party)
                if (moved[party]) pair[party] = strikes_of(pair[party]);
            row.cells.push_back(merge_edits(base_.blocks[id].text, documents_, {pair[0], pair[1]}));
        }
        settle_base_row(row);
        rows_.push_back(std::move(row));
        put_gap(gap);
    }

    /// Where a party stands in a row of the base: its block with the stretch that stands here, or its move away.
    void set_party(ThreeWayRow& row, std::size_t party, const BasePart& part, const std::vector<SideEdit>& edits,
                   bool whole) const {
        row.row[party] = part.row;
        if (part.stub != none) {
            row.moved_row[party] = part.row;
            return;
        }
        const RedlineBlock& source = block(party, part.row);
        if (source.after == none) return;
        Span text = source.after_text;
        if (!whole) {
            bool any = false;
            for (const SideEdit& side : edits) {
                if (side.block == none || side.edit.after.empty()) continue;
                text = {any ? std::min(text.begin, side.edit.after.begin) : side.edit.after.begin,
                        any ? std::max(text.end, side.edit.after.end) : side.edit.after.end};
                any = true;
            }
            if (!any) return;
        }
        row.party.block[party] = source.after;
        row.party.text[party] = text;
    }

    void settle_base_row(ThreeWayRow& row) const {
        const auto absent = [&](std::size_t party) { return row.party.block[party] == none; };
        const auto moved = [&](std::size_t party) { return row.moved_row[party] != none; };
        bool stays = false;
        bool changed = false;
        for (const auto& cell : row.cells)
            for (const JointEdit& edit : cell) {
                stays = stays || edit.op != EditOp::deleted;
                changed = changed || (edit.op != EditOp::equal && !edit.aside);
            }
        if (absent(0) && absent(1) && (moved(0) || moved(1)))
            row.status = BlockStatus::moved_from;
        else if (!stays && !row.base_text.empty())
            row.status = BlockStatus::deleted;
        else
            row.status = changed ? BlockStatus::edited : BlockStatus::unchanged;
        if (is_set_aside(base_.blocks[row.base].kind)) return;
        if (moved(0) && moved(1))
            row.party.conflict = !same_move({none, none, row.base, row.base_text});
        else
            row.party.conflict = (moved(0) && absent(1)) || (moved(1) && absent(0));
    }

    // ---- rows of the parties

    std::uint32_t last_gap(std::size_t party) const {
        return static_cast<std::uint32_t>(readings_[party].gaps.size() - 1);
    }

    /// All that stands in each party's redline up to a gap and is no row yet; none for nothing of that party.
    void put_gap(std::array<std::uint32_t, 2> gap) {
        std::array<std::vector<std::uint32_t>, 2> gaps;
        for (std::size_t party = 0; party < 2; ++party) {
            if (gap[party] == none) continue;
            for (std::uint32_t& next = next_gap_[party]; next <= gap[party]; ++next)
                gaps[party].insert(gaps[party].end(), readings_[party].gaps[next].begin(),
                                   readings_[party].gaps[next].end());
        }
        std::array<std::size_t, 2> at{};
        const auto put_until = [&](std::array<std::size_t, 2> end) {
            std::array<std::span<const std::uint32_t>, 2> left;
            for (std::size_t party = 0; party < 2; ++party)
                left[party] = std::span(gaps[party]).subspan(at[party], end[party] - at[party]);
            put_apart(left);
        };
        for (const auto& [x, y] : pairs_in_gap(gaps[0], gaps[1])) {
            put_until({x, y});
            put_row_of_both(gaps[0][x], gaps[1][y]);
            at = {x + 1, y + 1};
        }
        put_until({gaps[0].size(), gaps[1].size()});
    }

    /// What both parties insert, or move, in the same order; by its places in the two lists.
    std::vector<std::pair<std::size_t, std::size_t>> pairs_in_gap(const std::vector<std::uint32_t>& first,
                                                                  const std::vector<std::uint32_t>& second) const {
        std::map<std::uint32_t, std::uint32_t> place;  // of a block of the second party
        std::map<std::pair<BlockId, std::uint32_t>, std::uint32_t> move;
        for (std::uint32_t i = 0; i < second.size(); ++i) {
            place[second[i]] = i;
            const RedlineBlock& to = block(1, second[i]);
            if (to.status == BlockStatus::moved_to) move[{to.before, to.before_text.begin}] = i;
        }
        std::vector<std::size_t> candidates;
        std::vector<std::uint32_t> values;
        std::vector<std::uint64_t> weights;
        const auto add = [&](std::size_t x, std::uint32_t y, std::uint32_t size) {
            candidates.push_back(x);
            values.push_back(y);
            weights.push_back(1 + size);
        };
        for (std::size_t i = 0; i < first.size(); ++i) {
            const RedlineBlock& x = block(0, first[i]);
            if (x.status == BlockStatus::moved_to) {
                const auto found = move.find({x.before, x.before_text.begin});
                if (found == move.end() || block(1, second[found->second]).before_text != x.before_text) continue;
                if (block(1, second[found->second]).cell_ends.empty() != x.cell_ends.empty()) continue;
                add(i, found->second, x.after_text.size());
            } else if (const auto found = place.find(partner_[0][first[i]]); found != place.end()) {
                add(i, found->second, x.after_text.size());
            }
        }
        std::vector<std::pair<std::size_t, std::size_t>> out;
        for (const std::uint32_t i : heaviest_increasing(values, weights)) out.emplace_back(candidates[i], values[i]);
        return out;
    }

    ThreeWayRow party_row(PartySet by, std::array<std::uint32_t, 2> rows) const {
        ThreeWayRow out;
        out.party.by = by;
        for (std::size_t party = 0; party < 2; ++party) {
            if (!has_party(by, party)) continue;
            const RedlineBlock& source = block(party, rows[party]);
            out.row[party] = rows[party];
            out.status = source.status;
            out.table_row = !source.cell_ends.empty();
            out.party.block[party] = source.after;
            out.party.text[party] = source.after_text;
            if (source.status != BlockStatus::moved_to) continue;
            out.base = source.before;
            out.base_text = source.before_text;
        }
        return out;
    }

    /// A party's words of a moved block, as marked against the other party's.
    std::vector<SideEdit> moved_edits(std::size_t party, std::uint32_t row) const {
        const RedlineBlock& source = block(party, row);
        const auto known = sides_.find(source.before);
        std::vector<SideEdit> out;
        if (known == sides_.end()) return side_edits(party, row, 0, 0, source.edits.size());
        const auto parts = parts_of(party, source.before);
        for (const SideEdit& side : known->second.edits[party])
            if (parts[side.segment].row == row) out.push_back(side);
        return out;
    }

    void put_row_of_both(std::uint32_t first, std::uint32_t second) {
        ThreeWayRow row = party_row(both_parties, {first, second});
        if (row.status == BlockStatus::inserted) {
            put_inserted_words(row);
        } else if (row.table_row) {
            for (auto& pair : join_cells(row.base, {cells_of(0, first, row.base), cells_of(1, second, row.base)}))
                row.cells.push_back(merge_edits(base_.blocks[row.base].text, documents_, {pair[0], pair[1]}));
        } else {
            const std::vector<SideEdit> edits[2] = {moved_edits(0, first), moved_edits(1, second)};
            row.cells.push_back(merge_edits(base_.blocks[row.base].text, documents_, {edits[0], edits[1]}));
        }
        rows_.push_back(std::move(row));
    }

    /// What both inserted at one place, word by word: the common words are of both.
    void put_inserted_words(ThreeWayRow& row) const {
        const Block& x = documents_[0]->blocks[row.party.block[0]];
        const Block& y = documents_[1]->blocks[row.party.block[1]];
        const std::size_t cells = row.table_row ? x.cells.size() : 1;
        for (std::size_t cell = 0; cell < cells; ++cell) {
            const Span of_x = row.table_row ? x.cells[cell] : row.party.text[0];
            const Span of_y = row.table_row ? y.cells[cell] : row.party.text[1];
            std::vector<JointEdit> edits;
            for (const Edit& edit :
                 word_diff({*documents_[0], row.party.block[0], of_x}, {*documents_[1], row.party.block[1], of_y})) {
                JointEdit joint{EditOp::inserted, edit.aside, {}, {}};
                joint.party.by = edit.op == EditOp::equal     ? both_parties
                                 : edit.op == EditOp::deleted ? only_party(0)
                                                              : only_party(1);
                if (edit.op != EditOp::inserted) joint.party.text[0] = edit.before;
                if (edit.op != EditOp::deleted) joint.party.text[1] = edit.after;
                edits.push_back(joint);
            }
            mark_other_words(row, edits);
            row.cells.push_back(std::move(edits));
        }
    }

    /// In what both insert: words of the one beside words of the other, labels aside.
    void mark_other_words(const ThreeWayRow& row, std::vector<JointEdit>& edits) const {
        for (std::size_t first = 0; first < edits.size();) {
            std::size_t last = first;
            PartySet by = no_party;
            for (; last < edits.size() && edits[last].party.by != both_parties; ++last)
                if (!edits[last].aside && !is_label(row, edits[last])) by |= edits[last].party.by;
            for (std::size_t i = first; i < last; ++i)
                edits[i].party.conflict = by == both_parties && !edits[i].aside && !is_label(row, edits[i]);
            first = last + 1;
        }
    }

    bool is_label(const ThreeWayRow& row, const JointEdit& edit) const {
        const std::size_t party = has_party(edit.party.by, 0) ? 0 : 1;
        return edit.party.text[party].end <= documents_[party]->places[row.party.block[party]].label.end;
    }

    /// What only one of them has at a place: the first party's, then the second's. Insertions of both in one unit at
    /// one place are a conflict.
    void put_apart(const std::array<std::span<const std::uint32_t>, 2>& left) {
        std::array<std::set<std::uint32_t>, 2> contexts;
        for (std::size_t party = 0; party < 2; ++party)
            for (const std::uint32_t i : left[party])
                if (competes(party, i)) contexts[party].insert(context_[party][block(party, i).section]);
        for (std::size_t party = 0; party < 2; ++party)
            for (const std::uint32_t i : left[party]) {
                const bool conflict =
                    competes(party, i) && contexts[1 - party].contains(context_[party][block(party, i).section]);
                put_row_of_one(party, i, conflict);
            }
    }

    bool competes(std::size_t party, std::uint32_t row) const {
        const RedlineBlock& source = block(party, row);
        return source.status == BlockStatus::inserted && source.before == none && source.continues == none &&
               !is_set_aside(documents_[party]->blocks[source.after].kind) && !source.edits.empty();
    }

    void put_row_of_one(std::size_t party, std::uint32_t index, bool conflict) {
        std::array<std::uint32_t, 2> rows = {none, none};
        rows[party] = index;
        ThreeWayRow row = party_row(only_party(party), rows);
        const RedlineBlock& source = block(party, index);
        if (row.table_row) {
            std::size_t from = 0;
            for (const std::uint32_t to : source.cell_ends) {
                row.cells.push_back(edits_of_one(side_edits(party, index, 0, from, to), party));
                from = to;
            }
        } else if (row.status == BlockStatus::moved_to) {
            row.cells.push_back(edits_of_one(moved_edits(party, index), party));
        } else {
            row.cells.push_back(edits_of_one(side_edits(party, index, 0, 0, source.edits.size()), party));
        }
        if (conflict)
            for (auto& cell : row.cells)
                for (JointEdit& edit : cell) edit.party.conflict = !edit.aside;
        if (row.status == BlockStatus::moved_to) {
            const BasePart part{none, none, row.base, row.base_text};
            const bool other_moved = move_by(1 - party, part) != none;
            row.party.conflict = other_moved || gone_at(1 - party, row.base, row.base_text);
            if (is_set_aside(base_.blocks[row.base].kind)) row.party.conflict = false;
        }
        rows_.push_back(std::move(row));
    }

    /// Whether a party strikes a stretch of the base whole.
    bool gone_at(std::size_t party, BlockId id, Span text) const {
        for (const BasePart& part : parts_of(party, id))
            if (part.text.begin < text.end && part.text.end > text.begin &&
                (part.stub != none || block(party, part.row).after != none))
                return false;
        return true;
    }

    std::array<const Redline*, 2> redlines_;
    const Document& base_;
    std::array<const Document*, 2> documents_;
    std::array<Reading, 2> readings_;
    std::array<std::vector<std::uint32_t>, 2> partner_;  ///< of an inserted block: the other party's that is alike
    std::array<std::vector<NodeId>, 2> context_;         ///< of each section: the unit of the base that holds it
    std::array<std::map<std::pair<BlockId, std::uint32_t>, std::uint32_t>, 2> moved_;
    std::map<BlockId, SidesOfBlock> sides_;    ///< of the base blocks that a party moved
    std::array<std::uint32_t, 2> next_gap_{};  ///< the first that is no row yet
    std::vector<ThreeWayRow> rows_;
};

}  // namespace

std::vector<ThreeWayRow> three_way_rows(const std::array<const Redline*, 2>& redlines, const Alignment& between) {
    return RowMaker(redlines, between).run();
}

}  // namespace stet
