// Sorts the edits of every section by who makes them and lists each group with its words, values and flags.
#include "redline/three_way_changes.hpp"

#include <algorithm>

#include "redline/changes.hpp"
#include "redline/three_way_edits.hpp"
#include "redline/values.hpp"
#include "redline/wording.hpp"

namespace stet {

namespace {

constexpr std::size_t in_conflict = 0;
constexpr std::size_t of_both = 1;
constexpr std::size_t of_first = 2;  ///< and of the second: 3
constexpr std::size_t groups = 4;

std::size_t group_of(PartySet by, bool conflict) {
    if (conflict) return in_conflict;
    return by == both_parties ? of_both : by == only_party(0) ? of_first : of_first + 1;
}

PartySet parties_of(std::size_t group) {
    return group <= of_both ? both_parties : only_party(group - of_first);
}

void add_fact(std::vector<Fact>& facts, Fact fact) {
    const auto at = std::lower_bound(facts.begin(), facts.end(), fact);
    if (at == facts.end() || *at != fact) facts.insert(at, fact);
}

bool has_fact(const std::vector<Fact>& facts, Fact fact) {
    return std::find(facts.begin(), facts.end(), fact) != facts.end();
}

/// One group of a section's edits.
struct EditGroup {
    PartySet by = no_party;  ///< who makes them
    std::vector<std::uint32_t> blocks;
    Change change;
};

class ThreeWayDescriber {
public:
    ThreeWayDescriber(Redline& redline, const std::array<const Redline*, 2>& redlines)
        : redline_(redline), redlines_(redlines) {}

    void run() {
        of_section_.resize(redline_.sections.size());
        for (std::uint32_t i = 0; i < redline_.blocks.size(); ++i)
            if (!is_set_aside(block_of(redline_, redline_.blocks[i]).kind))
                of_section_[redline_.blocks[i].section].push_back(i);
        count();
        for (std::uint32_t i = 0; i < redline_.sections.size(); ++i) put_changes(i);
        conflicts_first();
    }

private:
    // ---- counts

    void count() {
        for (std::uint32_t i = 0; i < redline_.blocks.size(); ++i)
            for (std::size_t k = 0; k < redline_.blocks[i].edits.size(); ++k)
                redline_.typographic += typography_differs(i, k) ? 1 : 0;
        Counts& counts = redline_.counts;
        for (std::uint32_t i = 1; i < redline_.sections.size(); ++i) {
            const RedlineSection& section = redline_.sections[i];
            const bool split = is_split(i);
            const bool merged = is_merged(i);
            counts.inserted += section.status == SectionStatus::inserted;
            counts.deleted += section.status == SectionStatus::deleted;
            counts.edited += section.status == SectionStatus::edited;
            counts.moved += section.moved;
            counts.renumbered += section.renumbered;
            counts.split += split;
            counts.merged += merged && tells_all(i, 0) && tells_all(i, 1);
            counts.unchanged += section.status == SectionStatus::unchanged && !section.moved && !section.renumbered &&
                                !split && !merged;
        }
    }

    bool is_split(std::uint32_t index) const {
        const auto& after = redline_.party_sections[index].after;
        return after[0].size() > 1 || after[1].size() > 1;
    }

    bool is_merged(std::uint32_t index) const {
        for (std::size_t party = 0; party < 2; ++party) {
            const std::uint32_t own = redline_.party_sections[index].section[party];
            if (own != none && redlines_[party]->sections[own].before.size() > 1) return true;
        }
        return false;
    }

    /// Whether the words of an equal edit are written otherwise by a party, line breaks aside.
    bool typography_differs(std::uint32_t block, std::size_t edit) const {
        const RedlineBlock& entry = redline_.blocks[block];
        if (entry.edits[edit].op != EditOp::equal) return false;
        const PartyBlock& parties = redline_.party_blocks[block];
        const auto bare = [](const std::string& text, Span span) {
            std::string out;
            for (std::uint32_t i = span.begin; i < span.end; ++i)
                if (text[i] != ' ' && text[i] != '\n' && text[i] != '\t') out.push_back(text[i]);
            return out;
        };
        const Span span = entry.edits[edit].before;
        const std::string& base = redline_.before.blocks[entry.before].text;
        for (std::size_t party = 0; party < 2; ++party) {
            if (parties.block[party] == none) continue;
            const std::string& own = redline_.parties[party].document.blocks[parties.block[party]].text;
            const Span text = parties.edits[edit].text[party];
            if (base.compare(span.begin, span.size(), own, text.begin, text.size()) == 0) continue;
            if (bare(base, span) != bare(own, text)) return true;
        }
        return false;
    }

    // ---- groups of edits

    /// Who makes an edit, those left out who only move its words away.
    PartySet makers(std::uint32_t block, std::size_t edit) const {
        const PartyBlock& parties = redline_.party_blocks[block];
        PartySet by = parties.edits[edit].by;
        if (redline_.blocks[block].status == BlockStatus::moved_to ||
            redline_.blocks[block].edits[edit].op != EditOp::deleted)
            return by;
        for (std::size_t party = 0; party < 2; ++party)
            if (parties.moved_with[party] != none) by = static_cast<PartySet>(by & ~only_party(party));
        return by;
    }

    std::size_t group_at(std::uint32_t block, std::size_t edit) const {
        const Edit& entry = redline_.blocks[block].edits[edit];
        const PartySet by = makers(block, edit);
        if (entry.op == EditOp::equal || entry.aside || by == no_party) return groups;
        return group_of(by, redline_.party_blocks[block].edits[edit].conflict);
    }

    bool is_label(std::uint32_t block, std::size_t edit) const {
        const RedlineBlock& entry = redline_.blocks[block];
        if (entry.edits[edit].op == EditOp::deleted)
            return is_in_label(redline_.before, entry.before, entry.edits[edit].before);
        const PartyBlock& parties = redline_.party_blocks[block];
        const std::size_t party = has_party(parties.edits[edit].by, 0) ? 0 : 1;
        return is_in_label(redline_.parties[party].document, parties.block[party], parties.edits[edit].text[party]);
    }

    /// A label that changed its number; one that came or went is more than that.
    bool is_number_of_label(std::uint32_t block, std::size_t edit) const {
        const RedlineBlock& entry = redline_.blocks[block];
        if (entry.status == BlockStatus::inserted || entry.before == none) return false;
        if (redline_.before.places[entry.before].label.empty() || !is_label(block, edit)) return false;
        const PartyBlock& parties = redline_.party_blocks[block];
        for (std::size_t party = 0; party < 2; ++party) {
            if (!has_party(parties.edits[edit].by, party) || parties.block[party] == none) continue;
            if (redline_.parties[party].document.places[parties.block[party]].label.empty()) return false;
        }
        return true;
    }

    void collect(std::uint32_t section, std::array<EditGroup, groups>& out) const {
        const PartySection& parties = redline_.party_sections[section];
        for (const std::uint32_t block : of_section_[section]) {
            const RedlineBlock& entry = redline_.blocks[block];
            std::array<bool, groups> here{};
            for (std::size_t i = 0; i < entry.edits.size(); ++i) {
                const std::size_t group = group_at(block, i);
                if (group == groups) continue;
                here[group] = true;
                const PartySet by = makers(block, i);
                out[group].by |= by;
                put_words(block, i, by, out[group].change);
                if (is_number_of_label(block, i)) continue;
                put_fact_of_edit(parties, by, block_of(redline_, entry).kind, out[group].change.facts);
            }
            for (std::size_t group = 0; group < groups; ++group)
                if (here[group]) out[group].blocks.push_back(block);
        }
    }

    static void put_fact_of_edit(const PartySection& parties, PartySet by, BlockKind kind, std::vector<Fact>& facts) {
        if ((by & parties.inserted) != no_party) add_fact(facts, Fact::inserted);
        if ((by & parties.deleted) != no_party) add_fact(facts, Fact::deleted);
        if ((by & ~(parties.inserted | parties.deleted)) == no_party) return;
        add_fact(facts, Fact::edited);
        if (kind == BlockKind::table_row) add_fact(facts, Fact::table);
    }

    void put_words(std::uint32_t block, std::size_t edit, PartySet by, Change& change) const {
        const RedlineBlock& entry = redline_.blocks[block];
        const PartyBlock& parties = redline_.party_blocks[block];
        if (entry.edits[edit].op == EditOp::deleted) {
            append_changed_words(redline_.before.blocks[entry.before].text, entry.edits[edit].before,
                                 change.before_text);
            return;
        }
        for (std::size_t party = 0; party < 2; ++party)
            if (has_party(by, party))
                append_changed_words(redline_.parties[party].document.blocks[parties.block[party]].text,
                                     parties.edits[edit].text[party], change.after_text_by[party]);
    }

    /// Whether a party's row only has another place in its table: that party's list calls the table changed then.
    bool moves(std::uint32_t block, std::size_t party, const std::vector<Fact>& facts) const {
        if (redline_.party_blocks[block].moved_with[party] == none) return false;
        const bool row = block_of(redline_, redline_.blocks[block]).kind == BlockKind::table_row;
        return has_fact(facts, Fact::moved) || (row && has_fact(facts, Fact::table));
    }

    /// Moves: who moves a block, and whether the other party moves it elsewhere or strikes it.
    void collect_moves(std::uint32_t section, const std::array<std::vector<Fact>, 2>& facts,
                       std::array<EditGroup, groups>& out) const {
        for (const std::uint32_t block : of_section_[section]) {
            const PartyBlock& parties = redline_.party_blocks[block];
            PartySet by = no_party;
            for (std::size_t party = 0; party < 2; ++party)
                if (moves(block, party, facts[party])) by |= only_party(party);
            if (by == no_party) continue;
            bool together = by == both_parties && !parties.conflict;
            if (together && redline_.blocks[block].status != BlockStatus::moved_to)
                together = parties.moved_with[0] == parties.moved_with[1];
            if (by == both_parties && !together && !parties.conflict) {
                for (std::size_t party = 0; party < 2; ++party) put_move(block, only_party(party), false, facts, out);
                continue;
            }
            put_move(block, by, parties.conflict, facts, out);
        }
    }

    static void put_move(std::uint32_t block, PartySet by, bool conflict, const std::array<std::vector<Fact>, 2>& facts,
                         std::array<EditGroup, groups>& out) {
        EditGroup& group = out[group_of(by, conflict)];
        group.by |= by;
        for (std::size_t party = 0; party < 2; ++party) {
            if (!has_party(by, party)) continue;
            if (has_fact(facts[party], Fact::moved)) {
                add_fact(group.change.facts, Fact::moved);
            } else {
                add_fact(group.change.facts, Fact::edited);
                add_fact(group.change.facts, Fact::table);
            }
        }
        group.blocks.push_back(block);
    }

    // ---- changes

    const std::vector<Fact>& facts_of_party(std::uint32_t section, std::size_t party) const {
        static const std::vector<Fact> nothing;
        const std::uint32_t own = redline_.party_sections[section].section[party];
        if (own == none) return nothing;
        const std::uint32_t change = redlines_[party]->sections[own].change;
        return change == none ? nothing : redlines_[party]->changes[change].facts;
    }

    /// Whether a party's facts are told by this section: of sections that it merged, the first tells more than that.
    bool tells_all(std::uint32_t section, std::size_t party) const {
        const RedlineSection& entry = redline_.sections[section];
        const std::uint32_t own = redline_.party_sections[section].section[party];
        return own == none || entry.before.empty() ||
               redlines_[party]->sections[own].before.front() == entry.before.front();
    }

    void put_changes(std::uint32_t section) {
        std::array<std::vector<Fact>, 2> facts;
        for (std::size_t party = 0; party < 2; ++party)
            for (const Fact fact : facts_of_party(section, party))
                if (fact == Fact::merged || tells_all(section, party)) facts[party].push_back(fact);
        std::array<EditGroup, groups> all;
        collect(section, all);
        collect_moves(section, facts, all);
        fold_into_conflict(section, all);
        put_other_facts(section, facts, all);
        std::array<std::array<bool, groups>, 2> makes{};  // by party: has it edits in this group
        for (std::size_t party = 0; party < 2; ++party)
            for (std::size_t group = 0; group < groups; ++group)
                makes[party][group] = has_party(all[group].by, party) && !all[group].blocks.empty();
        for (std::size_t group = 0; group < groups; ++group) {
            const std::size_t party = has_party(parties_of(group), 0) ? 0 : 1;
            const bool all_of_it = group != in_conflict && tells_all(section, party) &&
                                   std::count(makes[party].begin(), makes[party].end(), true) == 1 &&
                                   makes[party][group];
            put_change(section, group, all[group], all_of_it ? party : 2);
        }
    }

    /// A section that a party inserts or strikes whole is one change, all of it, where the other differs on it.
    void fold_into_conflict(std::uint32_t section, std::array<EditGroup, groups>& all) {
        EditGroup& conflict = all[in_conflict];
        const PartySection& parties = redline_.party_sections[section];
        if (conflict.blocks.empty()) return;
        for (std::size_t party = 0; party < 2; ++party) {
            if (!has_party(parties.inserted | parties.deleted, party)) continue;
            if (parties.inserted == both_parties) continue;
            EditGroup& own = all[of_first + party];
            if (own.blocks.empty()) continue;
            conflict.by |= own.by;
            conflict.blocks.insert(conflict.blocks.end(), own.blocks.begin(), own.blocks.end());
            for (const Fact fact : own.change.facts) add_fact(conflict.change.facts, fact);
            join(conflict.change.before_text, own.change.before_text);
            join(conflict.change.after_text_by[party], own.change.after_text_by[party]);
            own = {};
        }
    }

    static void join(std::string& text, const std::string& more) {
        if (!text.empty() && !more.empty()) text += " … ";
        text += more;
    }

    /// The facts that no edit shows, or that hold for the whole section.
    void put_other_facts(std::uint32_t section, const std::array<std::vector<Fact>, 2>& facts,
                         std::array<EditGroup, groups>& all) const {
        for (std::size_t party = 0; party < 2; ++party)
            for (const Fact fact : facts[party]) {
                const bool told = std::any_of(all.begin(), all.end(), [&](const EditGroup& group) {
                    return has_party(group.by, party) && has_fact(group.change.facts, fact);
                });
                const bool of_edits = fact == Fact::edited || fact == Fact::table || fact == Fact::moved ||
                                      fact == Fact::inserted || fact == Fact::deleted;
                if (told && of_edits) continue;
                const bool together = has_fact(facts[1 - party], fact) && agree_on(section, fact);
                EditGroup& own = all[of_first + party];
                const bool only_conflict =
                    own.blocks.empty() && has_party(all[in_conflict].by, party) && fact != Fact::renumbered;
                EditGroup& group = together ? all[of_both] : only_conflict ? all[in_conflict] : own;
                group.by |= together ? both_parties : only_party(party);
                add_fact(group.change.facts, fact);
            }
    }

    bool agree_on(std::uint32_t section, Fact fact) const {
        const PartySection& parties = redline_.party_sections[section];
        if (parties.after[0].size() != parties.after[1].size()) return false;
        if (fact != Fact::renumbered) return true;
        if (parties.after[0].empty()) return true;
        const auto& first = redline_.parties[0].document.nodes[parties.after[0].front()];
        const auto& second = redline_.parties[1].document.nodes[parties.after[1].front()];
        return first.label.value == second.label.value;
    }

    /// `all_of`: the party of which the group has all edits, whose own redline tells their values; 2 for neither.
    void put_change(std::uint32_t section, std::size_t group, EditGroup& from, std::size_t all_of) {
        if (from.change.facts.empty()) return;
        Change change = std::move(from.change);
        change.section = section;
        change.by = group == in_conflict ? from.by : parties_of(group);
        change.blocks = std::move(from.blocks);
        std::sort(change.blocks.begin(), change.blocks.end());
        change.blocks.erase(std::unique(change.blocks.begin(), change.blocks.end()), change.blocks.end());
        if (change.blocks.empty() && !of_section_[section].empty())
            change.blocks.push_back(of_section_[section].front());
        if (group != in_conflict) change.after_text = change.after_text_by[has_party(change.by, 0) ? 0 : 1];
        if (group == in_conflict) {
            add_fact(change.facts, Fact::conflict);
            put_reason(section, change);
        }
        change.title = title_of(section);
        if (!take_values(section, all_of, change)) put_values(group, change);
        gravest_first(change.flags);
        redline_.changes.push_back(std::move(change));
    }

    /// In words what the conflict is, where the words themselves do not show it.
    void put_reason(std::uint32_t section, Change& change) const {
        const std::array<const std::string*, 2> names = {&redline_.parties[0].name, &redline_.parties[1].name};
        const auto add = [&](std::string text) {
            change.flags.push_back({"conflict", FlagSeverity::high, std::move(text), both_parties});
        };
        const PartySet deleted = redline_.party_sections[section].deleted;
        bool moved = false;
        bool beside = false;
        for (const std::uint32_t block : change.blocks) {
            for (std::size_t party = 0; party < 2; ++party)
                if (redline_.party_blocks[block].moved_with[party] != none) change.moved_by |= only_party(party);
            moved = moved || redline_.party_blocks[block].conflict;
            beside = beside || (redline_.blocks[block].status == BlockStatus::inserted &&
                                redline_.party_blocks[block].by != both_parties);
        }
        for (std::size_t party = 0; party < 2; ++party)
            if (deleted == only_party(party))
                add(*names[party] + " deletes what " + *names[1 - party] + (moved ? " moves" : " changes"));
        if (moved && deleted == no_party) add("the parties disagree on where this stands");
        for (std::size_t party = 0; party < 2; ++party)
            if (!moved && deleted == no_party && change.moved_by == only_party(party))
                add(*names[party] + " moves what " + *names[1 - party] + " changes");
        if (beside) add("both parties put new text at this place");
    }

    // ---- values and flags

    /// What a block would read if of all edits only a group's were made by a party.
    struct Applied {
        std::string after;
        std::vector<Edit> edits;
        bool any = false;
    };

    Applied apply(std::uint32_t block, std::size_t group, std::size_t party) const {
        const RedlineBlock& entry = redline_.blocks[block];
        const PartyBlock& parties = redline_.party_blocks[block];
        const std::string& base = redline_.before.blocks[entry.before].text;
        Applied out;
        std::size_t cell = 0;
        for (std::size_t i = 0; i < entry.edits.size(); ++i) {
            for (; cell < entry.cell_ends.size() && entry.cell_ends[cell] <= i; ++cell) out.after += '\t';
            Edit edit = entry.edits[i];
            const bool made =
                group_at(block, i) == group && has_party(parties.edits[i].by, party) && !is_label(block, i);
            if (edit.op == EditOp::inserted && !made) continue;
            if (edit.op == EditOp::deleted && !made && !edit.aside) edit.op = EditOp::equal;
            const auto begin = static_cast<std::uint32_t>(out.after.size());
            if (edit.op == EditOp::equal) {
                out.after.append(base, edit.before.begin, edit.before.size());
            } else if (edit.op == EditOp::inserted) {
                const Span text = parties.edits[i].text[party];
                out.after.append(redline_.parties[party].document.blocks[parties.block[party]].text, text.begin,
                                 text.size());
            }
            edit.after = {begin, static_cast<std::uint32_t>(out.after.size())};
            out.any = out.any || made;
            out.edits.push_back(edit);
        }
        return out;
    }

    /// What both insert with other values: the values of each.
    void put_inserted_values(std::uint32_t block, std::array<std::vector<ValueChange>, 2>& values) const {
        const PartyBlock& parties = redline_.party_blocks[block];
        std::array<const std::string*, 2> texts{};
        for (std::size_t party = 0; party < 2; ++party)
            texts[party] = &redline_.parties[party].document.blocks[parties.block[party]].text;
        std::vector<Edit> edits;
        for (const PartyEdit& edit : parties.edits)
            edits.push_back({edit.by == both_parties    ? EditOp::equal
                             : edit.by == only_party(0) ? EditOp::deleted
                                                        : EditOp::inserted,
                             false, edit.text[0], edit.text[1]});
        for (ValueChange& value : find_value_changes(*texts[0], *texts[1], edits, redline_.after.reference_nouns)) {
            if (value.before.empty() || value.after.empty()) continue;
            ValueChange first{value.type, {}, value.before, {}, {}, {}, value.before_text, only_party(0)};
            ValueChange second{value.type, {}, value.after, {}, {}, {}, value.after_text, only_party(1)};
            values[0].push_back(std::move(first));
            values[0].push_back(std::move(second));
        }
    }

    /// The values of a paragraph that one party, or both with the same words, put into a section.
    void put_new_values(std::uint32_t block, std::size_t group, std::array<std::vector<ValueChange>, 2>& values) const {
        const PartyBlock& parties = redline_.party_blocks[block];
        const std::size_t party = has_party(parties.by, 0) ? 0 : 1;
        if (parties.block[party] == none || (parties.by == both_parties && group != of_both)) return;
        std::vector<Edit> edits;
        for (std::size_t i = 0; i < parties.edits.size(); ++i)
            if (!is_label(block, i) && group_at(block, i) == group)
                edits.push_back({EditOp::inserted, false, {}, parties.edits[i].text[party]});
        const std::string& text = redline_.parties[party].document.blocks[parties.block[party]].text;
        for (ValueChange& value : find_value_changes({}, text, edits, redline_.after.reference_nouns)) {
            if (!tells_alone(value)) continue;
            value.by = parties.by;
            values[party].push_back(std::move(value));
        }
    }

    /// Whether the section itself stays with both parties: then what came to it, or went, has its values listed.
    bool stays(const Change& change) const {
        return !redline_.sections[change.section].before.empty() &&
               redline_.party_sections[change.section].deleted == no_party;
    }

    void put_values(std::size_t group, Change& change) const {
        std::array<std::vector<ValueChange>, 2> values;
        for (const std::uint32_t block : change.blocks) {
            const RedlineBlock& entry = redline_.blocks[block];
            const bool lone_values = stays(change) && entry.cell_ends.empty();
            const bool by_both = redline_.party_blocks[block].by == both_parties;
            if (entry.status == BlockStatus::inserted && by_both && group == in_conflict)
                put_inserted_values(block, values);
            if (entry.before == none) {
                if (lone_values) put_new_values(block, group, values);
                continue;
            }
            for (std::size_t party = 0; party < 2; ++party) {
                if (!has_party(change.by, party) || (group == of_both && party == 1)) continue;
                if (redline_.party_blocks[block].block[party] == none && !lone_values) continue;
                const PartySet by = group == of_both ? both_parties : only_party(party);
                const Applied applied = apply(block, group, party);
                const bool gone = applied.after.find_first_not_of(" \n\t") == std::string::npos;
                if (!applied.any || (gone && !lone_values)) continue;
                const std::string& base = redline_.before.blocks[entry.before].text;
                std::vector<Flag> flags;
                for (ValueChange& value :
                     find_value_changes(base, applied.after, applied.edits, redline_.after.reference_nouns, &flags)) {
                    if (gone && !tells_alone(value)) continue;
                    value.by = by;
                    values[party].push_back(std::move(value));
                }
                if (gone) continue;
                for (Flag& flag : flags) put_flag(std::move(flag), by, change);
                for (Flag& flag : find_wording_flags(base, applied.after, applied.edits, redline_.after.weighty.get()))
                    put_flag(std::move(flag), by, change);
            }
        }
        join_values(values, change.values);
    }

    bool take_values(std::uint32_t section, std::size_t party, Change& change) const {
        const std::uint32_t own = party < 2 ? redline_.party_sections[section].section[party] : none;
        if (own == none || redlines_[party]->sections[own].change == none) return false;
        if (redlines_[party]->sections[own].before.size() > 1) return false;
        const Change& told = redlines_[party]->changes[redlines_[party]->sections[own].change];
        change.values = told.values;
        change.flags = told.flags;
        for (ValueChange& value : change.values) value.by = change.by;
        for (Flag& flag : change.flags) flag.by = change.by;
        return true;
    }

    static void gravest_first(std::vector<Flag>& flags) {
        std::stable_sort(flags.begin(), flags.end(),
                         [](const Flag& a, const Flag& b) { return a.severity < b.severity; });
    }

    static void put_flag(Flag flag, PartySet by, Change& change) {
        for (Flag& known : change.flags) {
            if (known.code != flag.code || known.text != flag.text) continue;
            known.by |= by;
            return;
        }
        flag.by = by;
        change.flags.push_back(std::move(flag));
    }

    /// The first party's values, each followed by what the second makes of the same value.
    static void join_values(std::array<std::vector<ValueChange>, 2>& values, std::vector<ValueChange>& out) {
        std::size_t next = 0;
        for (ValueChange& value : values[0]) {
            std::size_t found = next;
            while (found < values[1].size() && !same_value(value, values[1][found])) ++found;
            out.push_back(std::move(value));
            if (found == values[1].size()) continue;
            for (; next <= found; ++next) out.push_back(std::move(values[1][next]));
        }
        for (; next < values[1].size(); ++next) out.push_back(std::move(values[1][next]));
    }

    static bool same_value(const ValueChange& x, const ValueChange& y) {
        return x.type == y.type && x.before == y.before && !x.before.empty();
    }

    // ---- titles and order

    /// By the base's labels where the base has the unit.
    std::string title_of(std::uint32_t section) const {
        std::vector<const Node*> chain;
        for (std::uint32_t id = section; id != 0; id = redline_.sections[id].parent)
            chain.push_back(&redline_.after.nodes[id]);
        return change_title(chain);
    }

    void conflicts_first() {
        const auto rank = [](const Change& change) {
            if (change.facts.back() == Fact::conflict) return 0;
            const auto paired = [](const ValueChange& value) { return !value.before.empty() && !value.after.empty(); };
            if (std::any_of(change.values.begin(), change.values.end(), paired)) return 1;
            const bool high = std::any_of(change.flags.begin(), change.flags.end(),
                                          [](const Flag& f) { return f.severity == FlagSeverity::high; });
            return high ? 2 : 3;
        };
        std::stable_sort(redline_.changes.begin(), redline_.changes.end(),
                         [&](const Change& x, const Change& y) { return rank(x) < rank(y); });
        for (std::uint32_t i = 0; i < redline_.changes.size(); ++i) {
            std::uint32_t& first = redline_.sections[redline_.changes[i].section].change;
            if (first == none) first = i;
        }
    }

    Redline& redline_;
    std::array<const Redline*, 2> redlines_;
    std::vector<std::vector<std::uint32_t>> of_section_;
};

}  // namespace

void describe_three_way(Redline& redline, const std::array<const Redline*, 2>& redlines) {
    ThreeWayDescriber(redline, redlines).run();
}

}  // namespace stet
