// Blocks to Markdown: one pass over the redline, tables row by row.
#include "writers/markdown_body.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "writers/change_words.hpp"
#include "writers/table_run.hpp"

namespace stet {

namespace {

constexpr std::uint32_t deepest_heading = 6;
constexpr std::size_t remark_size = 200;

class BodyWriter {
public:
    BodyWriter(std::string& out, const Redline& redline, const WriteOptions& options, MarkdownSigns signs)
        : out_(out), redline_(redline), options_(options), signs_(signs) {
        for (std::uint32_t i = 0; i < redline.blocks.size(); ++i)
            if (!is_set_aside(redline, redline.blocks[i])) shown_.push_back(i);
        number_moves();
        index_changes();
    }

    void write() {
        for (std::size_t at = 0; at < shown_.size();) {
            const RedlineBlock& block = redline_.blocks[shown_[at]];
            if (block_of(redline_, block).kind == BlockKind::table_row) {
                at = write_table(at);
            } else if (is_stub(shown_[at])) {
                at = write_stub(at);
            } else {
                write_block(shown_[at++]);
            }
        }
    }

private:
    /// Three-way: one number a move and party that makes it, so that a block may have two.
    void number_party_moves() {
        std::uint32_t count = 0;
        party_notes_.resize(redline_.blocks.size());
        const auto note = [&](PartySet by, bool conflict, const char* words, std::uint32_t other) {
            const bool to = redline_.blocks[other].status == BlockStatus::moved_to;
            const std::string place = to ? place_of_party(redline_, other, has_party(by, 0) ? 0 : 1)
                                         : place_of(redline_, redline_.blocks[other]);
            return "m" + std::to_string(count) + ": " + party_letters(by) + (conflict ? ", conflict" : "") + words +
                   (place.empty() ? "another place" : place);
        };
        for (const std::uint32_t index : shown_) {
            const PartyBlock& parties = redline_.party_blocks[index];
            if (redline_.blocks[index].status == BlockStatus::moved_to) continue;
            const bool together = parties.moved_with[0] != none && parties.moved_with[0] == parties.moved_with[1];
            for (std::size_t party = 0; party < (together ? 1u : 2u); ++party) {
                const std::uint32_t to = parties.moved_with[party];
                if (to == none) continue;
                ++count;
                const PartySet by = together ? both_parties : only_party(party);
                party_notes_[index].push_back(note(by, parties.conflict, ", moved to ", to));
                party_notes_[to].push_back(note(by, parties.conflict, ", moved from ", index));
            }
        }
    }

    /// Moves are numbered in the order of their old places. `leads_` marks those whose note names the place.
    void number_moves() {
        move_.assign(redline_.blocks.size(), 0);
        leads_.assign(redline_.blocks.size(), false);
        if (redline_.three_way()) return number_party_moves();
        std::vector<std::uint32_t> rank(redline_.blocks.size(), none);
        for (std::uint32_t i = 0; i < shown_.size(); ++i) rank[shown_[i]] = i;
        std::uint32_t last = none;
        std::uint32_t count = 0;
        for (const std::uint32_t index : shown_) {
            const RedlineBlock& block = redline_.blocks[index];
            if (block.status != BlockStatus::moved_from || block.moved_with == none) {
                last = none;
                continue;
            }
            move_[index] = move_[block.moved_with] = ++count;
            const std::uint32_t to = rank[block.moved_with];
            const bool together = last != none && to == last + 1 && !is_row(index) && !is_row(block.moved_with);
            leads_[index] = leads_[block.moved_with] = !together;
            last = is_row(index) || is_row(block.moved_with) ? none : to;
        }
    }

    void index_changes() {
        ids_.assign(redline_.blocks.size(), {});
        for (std::uint32_t i = 0; i < redline_.changes.size(); ++i) {
            const std::vector<std::uint32_t>& blocks = redline_.changes[i].blocks;
            if (!blocks.empty()) ids_[*std::min_element(blocks.begin(), blocks.end())].push_back(i);
        }
    }

    bool is_row(std::uint32_t index) const {
        return block_of(redline_, redline_.blocks[index]).kind == BlockKind::table_row;
    }

    /// A note stands for the words: they are printed at their new place.
    bool is_stub(std::uint32_t index) const {
        return signs_ == MarkdownSigns::emphasis && (move_[index] > 0 || redline_.three_way()) &&
               redline_.blocks[index].status == BlockStatus::moved_from;
    }

    std::string ids_of(std::uint32_t index) const {
        std::string out;
        for (const std::uint32_t change : ids_[index]) out += (out.empty() ? "c" : ", c") + std::to_string(change + 1);
        return out;
    }

    /// "m3: moved from Part 2, 14", short for those that moved along: "m4".
    std::string move_note(std::uint32_t index) const {
        const RedlineBlock& block = redline_.blocks[index];
        std::string note = "m" + std::to_string(move_[index]);
        if (!leads_[index] && signs_ == MarkdownSigns::emphasis) return note;
        note += block.status == BlockStatus::moved_from ? ": moved to " : ": moved from ";
        const std::string place = place_of(redline_, redline_.blocks[block.moved_with]);
        return note + (place.empty() ? "another place" : place);
    }

    /// What was edited in text that is printed as new: CriticMarkup cannot show an edit inside an insertion.
    std::string edits_note(const RedlineBlock& block) const {
        std::string gone;
        std::string fresh;
        const auto join = [](std::string& text, std::string_view part) {
            if (!text.empty()) text += " … ";
            text += part;
        };
        const std::size_t cells = std::max<std::size_t>(cell_count(block), 1);
        for (std::size_t cell = 0; cell < cells; ++cell) {
            for (const PrintRun& run : print_runs(redline_, block, cell, false)) {
                if (run.op == EditOp::deleted) join(gone, run.text);
                if (run.op == EditOp::inserted) join(fresh, run.text);
            }
        }
        std::string out;
        if (!gone.empty()) out += "; struck there: " + elide_middle(gone, remark_size);
        if (!fresh.empty()) out += "; new here: " + elide_middle(fresh, remark_size);
        return out;
    }

    std::vector<PrintRun> runs_of(std::uint32_t index, std::size_t cell) const {
        const RedlineBlock& block = redline_.blocks[index];
        if (signs_ == MarkdownSigns::critic && block.status == BlockStatus::moved_to)
            return after_runs(redline_, block, cell);
        if (block.status == BlockStatus::moved_from && redline_.three_way()) return {};
        if (block.status == BlockStatus::moved_from && block.moved_with != none)
            return before_runs(redline_, redline_.blocks[block.moved_with], cell);
        return print_runs(redline_, block, cell, options_.typography);
    }

    /// Notes before the words of a block.
    void add_move_note(MarkdownLine& line, std::uint32_t index) const {
        if (redline_.three_way())
            for (const std::string& note : party_notes_[index]) line.add_note(note);
        if (move_[index] == 0) return;
        const RedlineBlock& block = redline_.blocks[index];
        std::string note = move_note(index);
        if (signs_ == MarkdownSigns::critic && block.status == BlockStatus::moved_to) note += edits_note(block);
        line.add_note(note);
    }

    void add_ids(MarkdownLine& line, std::uint32_t index) const {
        if (!ids_[index].empty()) line.add_note(ids_of(index));
    }

    void write_block(std::uint32_t index) {
        const std::uint32_t heading = heading_level(index);
        MarkdownLine line(signs_, heading > 0 ? MarkdownPlace::heading : MarkdownPlace::paragraph);
        add_move_note(line, index);
        line.add(runs_of(index, 0));
        add_ids(line, index);
        const std::string text = line.finish();
        if (text.empty()) return;
        const Block& block = block_of(redline_, redline_.blocks[index]);
        const bool bullet = heading == 0 && has_bullet(block);
        if (heading > 0) out_.append(heading, '#').append(" ");
        if (bullet) out_.append(bullet_indent(index), ' ').append(item_sign(block)).append(" ");
        bullets_ = bullet ? bullets_ : 0;
        out_ += text;
        out_ += "\n\n";
    }

    /// Columns before a bullet: two for each nesting below the list's first.
    std::size_t bullet_indent(std::uint32_t index) {
        const std::uint32_t depth = std::max<std::uint32_t>(block_of(redline_, redline_.blocks[index]).depth, 1);
        if (bullets_ == 0) first_depth_ = depth;
        const std::uint32_t level = depth > first_depth_ ? depth - first_depth_ + 1 : 1;
        bullets_ = std::min(level, bullets_ + 1);
        return 2 * (bullets_ - 1);
    }

    /// 2 to 6 by the depth of the unit that the block opens or stands in; 0 for no heading.
    std::uint32_t heading_level(std::uint32_t index) const {
        const RedlineBlock& block = redline_.blocks[index];
        const Document& document = block.after != none ? redline_.after : redline_.before;
        const BlockId id = block.after != none ? block.after : block.before;
        const bool of_unit = document.places[id].heading;
        if (!of_unit && document.blocks[id].kind != BlockKind::heading) return 0;
        const std::uint32_t depth = redline_.sections[block.section].depth;
        return std::min(std::max<std::uint32_t>(depth, 1) + (of_unit || depth == 0 ? 1 : 2), deepest_heading);
    }

    /// Where a group of blocks stood that moved together.
    std::size_t write_stub(std::size_t at) {
        if (redline_.three_way()) {
            MarkdownLine line(signs_, MarkdownPlace::paragraph);
            add_move_note(line, shown_[at]);
            add_ids(line, shown_[at]);
            out_ += line.finish() + "\n\n";
            bullets_ = 0;
            return at + 1;
        }
        const std::size_t first = at;
        std::string ids;
        do {
            const std::string own = ids_of(shown_[at]);
            if (!own.empty()) ids += ", " + own;
            ++at;
        } while (at < shown_.size() && is_stub(shown_[at]) && !leads_[shown_[at]]);
        std::string note = move_note(shown_[first]);
        if (at - first > 1) note.insert(note.find(':'), " to m" + std::to_string(move_[shown_[at - 1]]));
        MarkdownLine line(signs_, MarkdownPlace::paragraph);
        line.add_note(note + ids);
        out_ += line.finish() + "\n\n";
        bullets_ = 0;
        return at;
    }

    std::size_t cells_of(std::uint32_t index) const {
        const RedlineBlock& block = redline_.blocks[index];
        if (move_[index] == 0 || block.status != BlockStatus::moved_from)
            return std::max<std::size_t>(cell_count(block), 1);
        if (signs_ == MarkdownSigns::emphasis) return 1;
        return std::max<std::size_t>(cell_count(redline_.blocks[block.moved_with]), 1);
    }

    std::size_t write_table(std::size_t first) {
        TableRun table;
        std::size_t end = first;
        std::size_t columns = 1;
        for (; end < shown_.size() && table.joins(redline_, redline_.blocks[shown_[end]]); ++end)
            columns = std::max(columns, cells_of(shown_[end]));
        for (std::size_t at = first; at < end; ++at) {
            write_row(shown_[at], at == first ? columns : 0);
            if (at > first) continue;
            out_ += "|";
            for (std::size_t i = 0; i < columns; ++i) out_ += " --- |";
            out_ += "\n";
        }
        out_ += "\n";
        bullets_ = 0;
        return end;
    }

    void write_row(std::uint32_t index, std::size_t least_cells) {
        const std::size_t cells = cells_of(index);
        const bool stub = is_stub(index);
        out_ += "|";
        for (std::size_t cell = 0; cell < std::max(cells, least_cells); ++cell) {
            MarkdownLine line(signs_, MarkdownPlace::cell);
            if (cell == 0) add_move_note(line, index);
            if (!stub && cell < cells) line.add(runs_of(index, cell));
            if (cell + 1 == cells) add_ids(line, index);
            const std::string text = line.finish();
            if (!text.empty()) out_.append(" ").append(text);
            out_ += " |";
        }
        out_ += "\n";
    }

    std::string& out_;
    const Redline& redline_;
    const WriteOptions& options_;
    MarkdownSigns signs_;
    std::vector<std::uint32_t> shown_;                   ///< blocks that are not set aside
    std::vector<std::uint32_t> move_;                    ///< number of its move, 0 for none
    std::vector<bool> leads_;                            ///< first of those that moved together
    std::vector<std::vector<std::string>> party_notes_;  ///< three-way: the moves of each block
    std::vector<std::vector<std::uint32_t>> ids_;        ///< changes that first show here
    std::uint32_t bullets_ = 0;                          ///< nesting of the bullet before, 0 outside a list
    std::uint32_t first_depth_ = 1;
};

}  // namespace

void append_markdown_body(std::string& out, const Redline& redline, const WriteOptions& options, MarkdownSigns signs) {
    BodyWriter(out, redline, options, signs).write();
}

}  // namespace stet
