// Puts the rows, the tree of units and the words of all three documents together into one redline.
#include "redline/three_way.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "redline/three_way_changes.hpp"
#include "redline/three_way_rows.hpp"
#include "redline/three_way_verify.hpp"

namespace stet {

namespace {

std::string_view part(const Block& block, Span span) {
    return std::string_view(block.text).substr(span.begin, span.size());
}

/// Appends a stretch of a block with its marks.
void append_stretch(Block& out, const Block& from, Span span) {
    auto run = std::upper_bound(from.runs.begin(), from.runs.end(), span.begin,
                                [](std::uint32_t at, const Run& r) { return at < r.text.end; });
    for (std::uint32_t at = span.begin; at < span.end; ++run) {
        const bool covered = run != from.runs.end();
        const std::uint32_t end = covered ? std::min(run->text.end, span.end) : span.end;
        append_run(out, part(from, {at, end}), covered ? run->marks : Marks{});
        at = end;
        if (!covered) return;
    }
}

class ThreeWayBuilder {
public:
    ThreeWayBuilder(Redline& out, const std::array<const Redline*, 2>& redlines, const std::vector<ThreeWayRow>& rows)
        : out_(out),
          redlines_(redlines),
          base_(redlines[0]->before),
          documents_{&redlines[0]->after, &redlines[1]->after},
          rows_(rows) {}

    void run() {
        put_units();
        place_rows();
        order_units();
        put_sections();
        put_blocks();
        link_moves();
    }

private:
    /// A unit of the base or one that a party inserts; those of the base are their nodes.
    struct Unit {
        NodeId base = none;
        std::array<std::uint32_t, 2> section = {none, none};  ///< in each party's redline
        std::uint32_t parent = none;
        std::uint32_t first_row = none;
    };

    // ---- units

    void put_units() {
        units_.resize(base_.nodes.size());
        for (NodeId id = 0; id < base_.nodes.size(); ++id) {
            units_[id].base = id;
            units_[id].parent = base_.nodes[id].parent;
        }
        for (std::size_t party = 0; party < 2; ++party) {
            const auto& sections = redlines_[party]->sections;
            unit_of_[party].assign(sections.size(), none);
            for (std::uint32_t i = 0; i < sections.size(); ++i)
                for (const NodeId id : sections[i].before) {
                    units_[id].section[party] = i;
                    if (id == sections[i].before.front()) unit_of_[party][i] = id;
                }
        }
        pair_inserted_units();
        for (std::size_t party = 0; party < 2; ++party)
            for (std::uint32_t i = 0; i < unit_of_[party].size(); ++i)
                if (unit_of_[party][i] == none) put_inserted(party, i);
    }

    /// Units that both parties insert: those whose first rows are one row.
    void pair_inserted_units() {
        for (const ThreeWayRow& row : rows_) {
            if (row.party.by != both_parties || row.status != BlockStatus::inserted) continue;
            const std::uint32_t first = redlines_[0]->blocks[row.row[0]].section;
            const std::uint32_t second = redlines_[1]->blocks[row.row[1]].section;
            if (unit_of_[0][first] != none || unit_of_[1][second] != none) continue;
            put_inserted(0, first);
            unit_of_[1][second] = unit_of_[0][first];
            units_[unit_of_[0][first]].section[1] = second;
        }
    }

    void put_inserted(std::size_t party, std::uint32_t section) {
        unit_of_[party][section] = static_cast<std::uint32_t>(units_.size());
        Unit unit;
        unit.section[party] = section;
        units_.push_back(unit);
    }

    std::uint32_t unit_of_row(const ThreeWayRow& row) const {
        if (row.base != none && row.status != BlockStatus::moved_to) return base_.places[row.base].node;
        const std::size_t party = has_party(row.party.by, 0) ? 0 : 1;
        return unit_of_[party][redlines_[party]->blocks[row.row[party]].section];
    }

    void place_rows() {
        for (Unit& unit : units_) {
            if (unit.base != none) continue;
            const std::size_t party = unit.section[0] != none ? 0 : 1;
            const std::uint32_t parent = redlines_[party]->sections[unit.section[party]].parent;
            unit.parent = parent == none ? 0 : unit_of_[party][parent];
        }
        unit_of_row_.resize(rows_.size());
        for (std::uint32_t i = 0; i < rows_.size(); ++i) {
            unit_of_row_[i] = unit_of_row(rows_[i]);
            units_[unit_of_row_[i]].first_row = std::min(units_[unit_of_row_[i]].first_row, i);
        }
    }

    /// Units in pre-order, those of one parent by their first rows.
    void order_units() {
        std::vector<std::vector<std::uint32_t>> children(units_.size());
        for (std::uint32_t i = 1; i < units_.size(); ++i)
            children[units_[i].parent == none ? 0 : units_[i].parent].push_back(i);
        for (auto& of_one : children)
            std::stable_sort(of_one.begin(), of_one.end(), [&](std::uint32_t x, std::uint32_t y) {
                return units_[x].first_row < units_[y].first_row;
            });
        place_of_unit_.assign(units_.size(), 0);
        std::vector<std::uint32_t> open{0};
        while (!open.empty()) {
            const std::uint32_t unit = open.back();
            open.pop_back();
            place_of_unit_[unit] = static_cast<std::uint32_t>(order_.size());
            order_.push_back(unit);
            open.insert(open.end(), children[unit].rbegin(), children[unit].rend());
        }
    }

    // ---- sections: one for each unit, with a node of the same index in the joint document

    void put_sections() {
        out_.after.nodes.reserve(order_.size());
        for (std::uint32_t i = 0; i < order_.size(); ++i) {
            const Unit& unit = units_[order_[i]];
            RedlineSection section;
            PartySection parties;
            if (unit.base != none) section.before.push_back(unit.base);
            section.parent = i == 0 ? none : place_of_unit_[unit.parent == none ? 0 : unit.parent];
            section.depth = i == 0 ? 0 : out_.sections[section.parent].depth + 1;
            for (std::size_t party = 0; party < 2; ++party) settle_party(section, parties, unit, party);
            settle_section(section, parties, unit);
            if (parties.deleted != both_parties) section.after.push_back(i);
            put_node(section, unit);
            out_.sections.push_back(std::move(section));
            out_.party_sections.push_back(std::move(parties));
        }
        for (std::uint32_t i = static_cast<std::uint32_t>(order_.size()); i-- > 1;) {
            Node& parent = out_.after.nodes[out_.after.nodes[i].parent];
            parent.end_node = std::max(parent.end_node, out_.after.nodes[i].end_node);
        }
    }

    void settle_party(RedlineSection& section, PartySection& parties, const Unit& unit, std::size_t party) const {
        parties.section[party] = unit.section[party];
        if (unit.section[party] == none) return;
        const RedlineSection& own = redlines_[party]->sections[unit.section[party]];
        parties.after[party] = own.after;
        const PartySet bit = only_party(party);
        if (own.status == SectionStatus::inserted) parties.inserted |= bit;
        if (own.status == SectionStatus::deleted) parties.deleted |= bit;
        if (own.status == SectionStatus::edited) parties.edited |= bit;
        if (own.moved) parties.moved |= bit;
        if (own.renumbered) parties.renumbered |= bit;
        if (section.matched_by == MatchedBy::root && !own.before.empty() && !own.after.empty()) {
            section.matched_by = own.matched_by;
            section.similarity = own.similarity;
        }
        if (!own.before.empty() && !own.after.empty())
            section.similarity = std::min(section.similarity, own.similarity);
    }

    static void settle_section(RedlineSection& section, const PartySection& parties, const Unit& unit) {
        section.moved = parties.moved != no_party;
        section.renumbered = parties.renumbered != no_party;
        if (unit.base == none)
            section.status = SectionStatus::inserted;
        else if (parties.deleted != no_party)
            section.status = SectionStatus::deleted;
        else
            section.status = parties.edited != no_party ? SectionStatus::edited : SectionStatus::unchanged;
    }

    void put_node(const RedlineSection& section, const Unit& unit) {
        const std::size_t party = unit.section[0] != none ? 0 : 1;
        const Node& from =
            unit.base != none ? base_.nodes[unit.base]
                              : documents_[party]->nodes[redlines_[party]->sections[unit.section[party]].after.front()];
        const Document& document = unit.base != none ? base_ : *documents_[party];
        Node node = from;
        node.level = level_named(document.levels[from.level]);
        node.parent = section.parent;
        node.depth = static_cast<std::uint16_t>(section.depth);
        node.label.span = {};
        node.first_block = node.end_block = 0;
        node.end_node = static_cast<NodeId>(out_.after.nodes.size() + 1);
        out_.after.nodes.push_back(std::move(node));
    }

    std::uint16_t level_named(const std::string& name) {
        std::vector<std::string>& levels = out_.after.levels;
        auto found = std::find(levels.begin(), levels.end(), name);
        if (found == levels.end()) found = levels.insert(levels.end(), name);
        return static_cast<std::uint16_t>(found - levels.begin());
    }

    // ---- blocks

    void put_blocks() {
        for (std::size_t party = 0; party < 2; ++party) row_at_[party].assign(redlines_[party]->blocks.size(), none);
        for (const ThreeWayRow& row : rows_) put_block(row);
        for (Node& node : out_.after.nodes) node.end_block = std::max(node.end_block, node.first_block);
    }

    void put_block(const ThreeWayRow& row) {
        const auto index = static_cast<std::uint32_t>(out_.blocks.size());
        RedlineBlock block;
        block.status = row.status;
        block.before = row.base;
        block.before_text = row.base_text;
        block.section = place_of_unit_[unit_of_row_[index]];
        PartyBlock party = row.party;
        Block words = frame_of(row);
        for (const auto& cell : row.cells) {
            if (row.table_row && &cell != &row.cells.front()) append_run(words, "\t", {});
            const auto begin = static_cast<std::uint32_t>(words.text.size());
            for (const JointEdit& edit : cell) {
                block.edits.push_back(put_words(row, edit, words));
                party.edits.push_back(edit.party);
            }
            if (!row.table_row) continue;
            block.cell_ends.push_back(static_cast<std::uint32_t>(block.edits.size()));
            words.cells.push_back({begin, static_cast<std::uint32_t>(words.text.size())});
        }
        const bool stands = std::any_of(block.edits.begin(), block.edits.end(),
                                        [](const Edit& edit) { return edit.op != EditOp::deleted; });
        if (stands || row.base_text.empty()) put_joint_block(row, block, std::move(words));
        block.continues = continued_by(row, index);
        out_.blocks.push_back(std::move(block));
        out_.party_blocks.push_back(std::move(party));
    }

    /// Kind, depth and line of a row's words: the first party's that has it, else the base's.
    Block frame_of(const ThreeWayRow& row) {
        const std::size_t party = row.party.block[0] != none ? 0 : 1;
        const bool of_party = row.party.block[party] != none;
        const Block& from = of_party ? documents_[party]->blocks[row.party.block[party]] : base_.blocks[row.base];
        Block out;
        out.kind = from.kind;
        out.depth = from.depth;
        out.indent = from.indent;
        out.number = from.number;
        out.computed = from.computed;
        out.part = from.part;
        out.table = table_of(row);
        std::uint32_t at = of_party ? row.party.text[party].begin : row.base_text.begin;
        while (at + 1 < from.text.size() && (from.text[at] == ' ' || from.text[at] == '\n' || from.text[at] == '\t'))
            ++at;
        const std::uint32_t line = line_of(from, at);
        out.fragments.push_back({0, line, line, {}});
        return out;
    }

    /// Tables of the base keep their number; a party's own get numbers behind them.
    std::uint32_t table_of(const ThreeWayRow& row) {
        const std::uint32_t base =
            row.base == none || row.status == BlockStatus::moved_to ? 0 : base_.blocks[row.base].table;
        std::uint32_t table = base;
        for (std::size_t party = 0; party < 2; ++party) {
            if (row.party.block[party] == none) continue;
            const std::uint32_t own = documents_[party]->blocks[row.party.block[party]].table;
            if (own == 0) continue;
            std::uint32_t& known = table_[party][own];
            if (table == 0) table = known != 0 ? known : (1u << 30) + ++new_tables_;
            if (known == 0) known = table;
        }
        return table;
    }

    /// Writes what the edit leaves standing: a party's form where it differs from the base's, the first party's before
    /// the second's.
    Edit put_words(const ThreeWayRow& row, const JointEdit& edit, Block& words) const {
        const auto begin = static_cast<std::uint32_t>(words.text.size());
        if (edit.op != EditOp::deleted) {
            std::size_t carrier = 2;
            for (std::size_t party = 0; party < 2; ++party) {
                if (row.party.block[party] == none) continue;
                if (edit.op == EditOp::inserted && !has_party(edit.party.by, party)) continue;
                const Block& own = documents_[party]->blocks[row.party.block[party]];
                if (carrier == 2) carrier = party;
                if (edit.op == EditOp::equal &&
                    part(own, edit.party.text[party]) == part(base_.blocks[row.base], edit.base))
                    continue;
                carrier = party;
                break;
            }
            if (carrier < 2)
                append_stretch(words, documents_[carrier]->blocks[row.party.block[carrier]], edit.party.text[carrier]);
        }
        return {edit.op, edit.aside, edit.base, {begin, static_cast<std::uint32_t>(words.text.size())}};
    }

    void put_joint_block(const ThreeWayRow& row, RedlineBlock& block, Block words) {
        const auto id = static_cast<BlockId>(out_.after.blocks.size());
        block.after = id;
        block.after_text = {0, static_cast<std::uint32_t>(words.text.size())};
        Place place;
        place.node = block.section;
        for (std::size_t party = 0; party < 2; ++party) {
            if (row.party.block[party] == none) continue;
            const Place& own = documents_[party]->places[row.party.block[party]];
            place.heading = place.heading || own.heading;
            if (own.label.empty() || row.party.text[party].begin > 0) continue;
            place.label.end = std::max(place.label.end, label_end(row, block, party, own.label.end));
        }
        Node& node = out_.after.nodes[place.node];
        if (node.end_block == 0) node.first_block = id;
        node.end_block = id + 1;
        out_.after.blocks.push_back(std::move(words));
        out_.after.places.push_back(place);
    }

    /// Where a party's label ends in the words of the row.
    static std::uint32_t label_end(const ThreeWayRow& row, const RedlineBlock& block, std::size_t party,
                                   std::uint32_t end) {
        std::uint32_t out = 0;
        std::size_t i = 0;
        for (const auto& cell : row.cells)
            for (const JointEdit& edit : cell) {
                const Span own = edit.party.text[party];
                const Span joint = block.edits[i++].after;
                if (own.empty() || joint.empty() || own.begin >= end) continue;
                out = std::max(out, own.end <= end ? joint.end : std::min(joint.end, joint.begin + (end - own.begin)));
            }
        return out;
    }

    /// The row of the same paragraph before this one, in the base or in the party that has it.
    std::uint32_t continued_by(const ThreeWayRow& row, std::uint32_t index) {
        std::uint32_t out = row.continues;
        for (std::size_t party = 0; party < 2; ++party) {
            if (row.row[party] == none || row.party.block[party] == none) continue;
            const std::uint32_t previous = redlines_[party]->blocks[row.row[party]].continues;
            if (out == none && previous != none) out = row_at_[party][previous];
            row_at_[party][row.row[party]] = index;
        }
        return out;
    }

    void link_moves() {
        for (std::uint32_t i = 0; i < rows_.size(); ++i)
            for (std::size_t party = 0; party < 2; ++party) {
                if (rows_[i].moved_row[party] == none) continue;
                const std::uint32_t to = row_at_[party][rows_[i].moved_row[party]];
                if (to == none) continue;
                out_.party_blocks[i].moved_with[party] = to;
                out_.party_blocks[to].moved_with[party] = i;
                if (out_.blocks[to].moved_with == none) out_.blocks[to].moved_with = i;
                if (out_.blocks[i].moved_with == none && out_.blocks[i].status == BlockStatus::moved_from)
                    out_.blocks[i].moved_with = to;
            }
    }

    Redline& out_;
    std::array<const Redline*, 2> redlines_;
    const Document& base_;
    std::array<const Document*, 2> documents_;
    const std::vector<ThreeWayRow>& rows_;
    std::vector<Unit> units_;
    std::array<std::vector<std::uint32_t>, 2> unit_of_;  ///< of each section of a party's redline
    std::vector<std::uint32_t> unit_of_row_;
    std::vector<std::uint32_t> order_;                  ///< units in pre-order
    std::vector<std::uint32_t> place_of_unit_;          ///< the reverse
    std::array<std::vector<std::uint32_t>, 2> row_at_;  ///< of each block of a party's redline: its row
    std::array<std::map<std::uint32_t, std::uint32_t>, 2> table_;
    std::uint32_t new_tables_ = 0;
};

}  // namespace

bool both_insert(const Redline& first, const Redline& second) {
    const auto inserts = [](const Redline& redline) {
        return std::any_of(redline.blocks.begin(), redline.blocks.end(),
                           [](const RedlineBlock& block) { return block.status == BlockStatus::inserted; });
    };
    return inserts(first) && inserts(second);
}

Redline build_three_way(Redline first, Redline second, const Alignment& between, std::array<std::string, 2> names) {
    Redline out;
    out.after.face = first.before.face;
    out.after.grammar = first.before.grammar;
    out.after.reference_nouns = first.before.reference_nouns;
    out.after.weighty = first.after.weighty;
    out.after.levels = first.before.levels;
    const std::array<const Redline*, 2> redlines = {&first, &second};
    ThreeWayBuilder(out, redlines, three_way_rows(redlines, between)).run();
    out.before = std::move(first.before);
    out.parties.push_back({std::move(names[0]), std::move(first.after), false});
    out.parties.push_back({std::move(names[1]), std::move(second.after), false});
    describe_three_way(out, redlines);
    verify_three_way(out);
    return out;
}

}  // namespace stet
