// The list of changes: statuses and counts first, then one change a section, those with values at the head.
#include "redline/changes.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <iterator>
#include <span>

#include "redline/marks_check.hpp"
#include "redline/named_parties.hpp"
#include "redline/table_findings.hpp"
#include "redline/values.hpp"
#include "redline/wording.hpp"
#include "text/parallel.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// Whether an edit's words stand within a label.
bool is_label_edit(const Redline& redline, const RedlineBlock& block, const Edit& edit) {
    const bool deleted = edit.op == EditOp::deleted;
    const Document& document = deleted ? redline.before : redline.after;
    const BlockId id = deleted ? block.before : block.after;
    const std::string& text = document.blocks[id].text;
    Span words = deleted ? edit.before : edit.after;
    while (!words.empty() && (text[words.end - 1] == ' ' || text[words.end - 1] == '\n')) --words.end;
    return words.end <= document.places[id].label.end;
}

/// Whether an edit changes more than the number of a label; a label that came or went, or whose number stayed (the
/// section is then not told as renumbered), is more than that.
bool changes_text(const Redline& redline, const RedlineBlock& block, const Edit& edit) {
    if (edit.op == EditOp::equal || edit.aside) return false;
    const bool before = block.before != none && !redline.before.places[block.before].label.empty();
    const bool after = block.after != none && !redline.after.places[block.after].label.empty();
    return !is_label_edit(redline, block, edit) || !before || !after || !redline.sections[block.section].renumbered;
}

bool is_table_row(const Redline& redline, const RedlineBlock& block) {
    return block_of(redline, block).kind == BlockKind::table_row;
}

/// Places that are named of those to which a section's text went.
constexpr std::size_t most_places = 3;
/// Sections for which another thread is worth its start.
constexpr std::size_t sections_a_thread = 15;
/// Sections to settle, or blocks to count, for which another thread is worth its start.
constexpr std::size_t settled_a_thread = 300;

class Describer {
public:
    explicit Describer(Redline& redline) : redline_(redline), tables_(redline) {}

    void run() {
        part_by_section();
        find_section_moves();
        find_handed_over();
        for_each_index(redline_.sections.size(), settled_a_thread,
                       [&](std::size_t i) { settle_status(static_cast<std::uint32_t>(i)); });
        count();
        marked_draft_ = is_marked_draft(redline_);
        add_named_parties(redline_);
        put_changes();
        drop_renamed_parties(redline_);
        values_first();
    }

private:
    /// Puts the redline's blocks, but for what is set aside, in the order of their sections.
    void part_by_section() {
        first_of_.assign(redline_.sections.size() + 1, 0);
        const auto for_each_block = [&](auto each) {
            for (std::uint32_t i = 0; i < redline_.blocks.size(); ++i)
                if (!is_set_aside(block_of(redline_, redline_.blocks[i]).kind)) each(redline_.blocks[i].section, i);
        };
        for_each_block([&](std::uint32_t section, std::uint32_t) { ++first_of_[section + 1]; });
        for (std::size_t i = 1; i < first_of_.size(); ++i) first_of_[i] += first_of_[i - 1];
        by_section_.resize(first_of_.back());
        std::vector<std::uint32_t> next(first_of_.begin(), first_of_.end() - 1);
        for_each_block([&](std::uint32_t section, std::uint32_t i) { by_section_[next[section]++] = i; });
    }

    /// The redline blocks of a section.
    std::span<const std::uint32_t> blocks_of(std::uint32_t section) const {
        return std::span(by_section_).subspan(first_of_[section], first_of_[section + 1] - first_of_[section]);
    }

    /// Sections that moved, or stand in one that did and did before: their blocks are at both ends of a move without
    /// being edits.
    void find_section_moves() {
        moved_with_section_.assign(redline_.sections.size(), false);
        for (std::uint32_t i = 1; i < redline_.sections.size(); ++i) {
            const RedlineSection& section = redline_.sections[i];
            moved_with_section_[i] =
                section.moved || (section.parent != none && moved_with_section_[section.parent] && !came_to_parent(i));
        }
    }

    /// Whether a section stood in no part of the one that it stands in now.
    bool came_to_parent(std::uint32_t index) const {
        const RedlineSection& section = redline_.sections[index];
        const auto& parents = redline_.sections[section.parent].before;
        if (section.before.empty() || parents.empty()) return false;
        const NodeId old = redline_.before.nodes[section.before.front()].parent;
        return std::find(parents.begin(), parents.end(), old) == parents.end();
    }

    /// Text that stayed in its place and stands in another section now, since a label over it came or went: its old
    /// section has lost it, and one that was there before has gained it.
    void find_handed_over() {
        std::vector<std::uint32_t> section_of(redline_.before.nodes.size(), none);
        for (std::uint32_t i = 0; i < redline_.sections.size(); ++i)
            for (const NodeId node : redline_.sections[i].before) section_of[node] = i;
        handed_over_.resize(redline_.sections.size());
        came_from_.assign(redline_.sections.size(), none);
        for (std::uint32_t i = 0; i < redline_.blocks.size(); ++i) {
            const RedlineBlock& block = redline_.blocks[i];
            if (block.before == none || block.after == none || block.moved_with != none || block.before_text.empty())
                continue;
            const std::uint32_t from = section_of[redline_.before.places[block.before].node];
            const bool within = is_set_aside(block_of(redline_, block).kind) || from == none || from == block.section;
            if (within) continue;
            handed_over_[from].push_back(i);
            if (redline_.sections[block.section].before.empty()) came_from_[block.section] = from;
            const Node& old = redline_.before.nodes[redline_.before.places[block.before].node];
            if (!redline_.sections[block.section].before.empty() && !old.label.written.empty())
                handed_over_[block.section].push_back(i);
        }
    }

    /// Says of a section where text that it lost stands now, and of a new one where its text stood before.
    void tell_handed_over(std::uint32_t index, Change& change) const {
        const auto add = [&](const char* code, std::string text) {
            change.flags.push_back({code, FlagSeverity::info, std::move(text)});
        };
        if (came_from_[index] != none)
            add("text-from", "text of it stood in " + title_of(came_from_[index]) + " before");
        std::vector<std::uint32_t> receivers;
        for (const std::uint32_t i : handed_over_[index]) {
            const std::uint32_t to = redline_.blocks[i].section;
            if (to != index && (receivers.empty() || receivers.back() != to)) receivers.push_back(to);
        }
        if (receivers.empty()) return;
        const auto is_item = [&](std::uint32_t to) { return redline_.sections[to].parent == index && is_unnamed(to); };
        if (std::all_of(receivers.begin(), receivers.end(), is_item))
            return add("text-to-list", "text of it is a list now");
        std::string places;
        for (std::size_t i = 0; i < receivers.size() && i < most_places; ++i)
            places += (i == 0 ? "" : "; ") + title_of(receivers[i]);
        add("text-to", "text of it stands in " + places + (receivers.size() > most_places ? " …" : "") + " now");
    }

    bool is_unnamed(std::uint32_t index) const {
        const RedlineSection& section = redline_.sections[index];
        return !section.after.empty() && redline_.after.nodes[section.after.front()].heading.empty();
    }

    bool is_edit(std::uint32_t section, const RedlineBlock& block) const {
        const bool empty = block.edits.empty() ||
                           std::all_of(block.edits.begin(), block.edits.end(), [](const Edit& e) { return e.aside; });
        switch (block.status) {
            case BlockStatus::inserted:
            case BlockStatus::deleted:
                return !empty;
            case BlockStatus::moved_from:
            case BlockStatus::moved_to:
                if (!moved_with_section_[section] || !moved_with_section_[redline_.blocks[block.moved_with].section])
                    return true;
                break;
            default:
                break;
        }
        return std::any_of(block.edits.begin(), block.edits.end(),
                           [&](const Edit& e) { return changes_text(redline_, block, e); });
    }

    /// In a section that moved all blocks are at both ends of a move: whether they stand in another order than before.
    bool is_reordered(std::uint32_t index) const {
        BlockId last = 0;
        for (const std::uint32_t i : blocks_of(index)) {
            const RedlineBlock& block = redline_.blocks[i];
            if (block.status != BlockStatus::moved_to) continue;
            if (block.before < last) return true;
            last = block.before;
        }
        return false;
    }

    void settle_status(std::uint32_t index) {
        RedlineSection& section = redline_.sections[index];
        if (section.before.empty() || section.after.empty()) return;
        const auto blocks = blocks_of(index);
        const bool edited = !handed_over_[index].empty() || is_reordered(index) ||
                            std::any_of(blocks.begin(), blocks.end(),
                                        [&](std::uint32_t i) { return is_edit(index, redline_.blocks[i]); });
        section.status = edited ? SectionStatus::edited : SectionStatus::unchanged;
    }

    void count() {
        std::atomic<std::uint32_t> typographic = 0;
        for_each_index(redline_.blocks.size(), settled_a_thread, [&](std::size_t i) {
            for (const Edit& edit : redline_.blocks[i].edits)
                if (edit.op == EditOp::equal && typography_differs(redline_.blocks[i], edit)) ++typographic;
        });
        redline_.typographic += typographic;
        for (std::uint32_t i = 1; i < redline_.sections.size(); ++i) {
            const RedlineSection& section = redline_.sections[i];
            Counts& counts = redline_.counts;
            counts.inserted += section.status == SectionStatus::inserted;
            counts.deleted += section.status == SectionStatus::deleted;
            counts.edited += section.status == SectionStatus::edited;
            counts.moved += section.moved;
            counts.renumbered += section.renumbered;
            counts.split += section.after.size() > 1;
            counts.merged += section.before.size() > 1;
            counts.unchanged += section.status == SectionStatus::unchanged && !section.moved && !section.renumbered &&
                                section.before.size() == 1 && section.after.size() == 1;
        }
    }

    /// Other than in its line breaks.
    bool typography_differs(const RedlineBlock& block, const Edit& edit) const {
        const std::string& b = redline_.before.blocks[block.before].text;
        const std::string& a = redline_.after.blocks[block.after].text;
        if (std::string_view(b).substr(edit.before.begin, edit.before.size()) ==
            std::string_view(a).substr(edit.after.begin, edit.after.size()))
            return false;
        if (edit.before.empty() || edit.after.empty()) return false;  // a number that one side's format counts
        const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
        std::uint32_t i = edit.before.begin;
        std::uint32_t j = edit.after.begin;
        for (;; ++i, ++j) {
            while (i < edit.before.end && is_space(b[i])) ++i;
            while (j < edit.after.end && is_space(a[j])) ++j;
            if (i == edit.before.end || j == edit.after.end) return i != edit.before.end || j != edit.after.end;
            if (b[i] != a[j]) return true;
        }
    }

    /// Whether a paragraph left the section or came to it while the section itself stayed. A row that has another place
    /// in its table is a change of the table.
    bool paragraph_moved(std::uint32_t index) const {
        const auto blocks = blocks_of(index);
        return std::any_of(blocks.begin(), blocks.end(), [&](std::uint32_t i) {
            const RedlineBlock& block = redline_.blocks[i];
            return block.moved_with != none && !moved_with_section_[index] && !is_reordered_row(redline_, block) &&
                   !moved_with_section_[redline_.blocks[block.moved_with].section];
        });
    }

    std::vector<Fact> facts_of(std::uint32_t index) const {
        const RedlineSection& section = redline_.sections[index];
        std::vector<Fact> facts;
        if (section.after.size() > 1) facts.push_back(Fact::split);
        if (section.before.size() > 1) facts.push_back(Fact::merged);
        if (section.moved || paragraph_moved(index)) facts.push_back(Fact::moved);
        if (section.status == SectionStatus::inserted) facts.push_back(Fact::inserted);
        if (section.status == SectionStatus::deleted) facts.push_back(Fact::deleted);
        if (section.status == SectionStatus::edited) facts.push_back(Fact::edited);
        if (section.renumbered) facts.push_back(Fact::renumbered);
        const auto blocks = blocks_of(index);
        if (section.status == SectionStatus::edited && std::any_of(blocks.begin(), blocks.end(), [&](std::uint32_t i) {
                return is_table_row(redline_, redline_.blocks[i]) && is_edit(index, redline_.blocks[i]);
            }))
            facts.push_back(Fact::table);
        return facts;
    }

    void put_changes() {
        std::vector<Change> changes(redline_.sections.size());
        for_each_index(changes.size(), sections_a_thread,
                       [&](std::size_t i) { changes[i] = change_of(static_cast<std::uint32_t>(i)); });
        for (Change& change : changes)
            if (!change.facts.empty()) redline_.changes.push_back(std::move(change));
    }

    /// What is to be said of a section; without facts where there is nothing.
    Change change_of(std::uint32_t index) const {
        Change change;
        change.section = index;
        change.facts = facts_of(index);
        const bool whole = redline_.sections[index].moved ||
                           redline_.sections[index].status == SectionStatus::inserted ||
                           redline_.sections[index].status == SectionStatus::deleted;
        const auto blocks = blocks_of(index);
        Change tables;
        const ToldBlocks told = tables_.describe(blocks, tables);
        if (moved_with_section_[index])  // its rows went with it
            std::erase_if(tables.flags, [](const Flag& flag) { return flag.code == std::string_view("row-moved"); });
        for (std::size_t k = 0; k < blocks.size();) {
            const std::size_t end = end_of_fragments(blocks, k);
            for (std::size_t i = k; i < end; ++i) {
                const RedlineBlock& block = redline_.blocks[blocks[i]];
                const bool moved = block.status == BlockStatus::moved_from || block.status == BlockStatus::moved_to;
                if (whole || moved || has_edit(block)) change.blocks.push_back(blocks[i]);
            }
            describe_blocks(blocks.subspan(k, end - k), !whole, told, change);
            if (!whole) flag_replaced(blocks, k, change);
            k = end;
        }
        for (const std::uint32_t i : handed_over_[index])
            if (std::find(change.blocks.begin(), change.blocks.end(), i) == change.blocks.end())
                change.blocks.push_back(i);
        if (!change.facts.empty()) tell_handed_over(index, change);
        std::move(tables.values.begin(), tables.values.end(), std::back_inserter(change.values));
        std::move(tables.flags.begin(), tables.flags.end(), std::back_inserter(change.flags));
        paired_first(change.values);
        check_marks(redline_, marked_draft_, blocks, change);
        gravest_first(change.flags);
        if (!change.facts.empty()) change.title = title_of(index);
        return change;
    }

    static bool has_edit(const RedlineBlock& block) {
        return std::any_of(block.edits.begin(), block.edits.end(),
                           [](const Edit& e) { return e.op != EditOp::equal && !e.aside; });
    }

    /// Where the fragments of one pair of blocks end that stand behind one another from `k` on.
    std::size_t end_of_fragments(std::span<const std::uint32_t> blocks, std::size_t k) const {
        const RedlineBlock& first = redline_.blocks[blocks[k]];
        BlockId before = first.before;
        BlockId after = first.after;
        std::size_t end = k + 1;
        if (!first.cell_ends.empty() || first.moved_with != none) return end;
        for (; end < blocks.size(); ++end) {
            const RedlineBlock& next = redline_.blocks[blocks[end]];
            if (next.continues != blocks[end - 1] || next.moved_with != none) break;
            if ((next.before != none && before != none && next.before != before) ||
                (next.after != none && after != none && next.after != after))
                break;
            before = before == none ? next.before : before;
            after = after == none ? next.after : after;
        }
        return end;
    }

    /// The words, values and flags of a pair of blocks, whose fragments are given; the values of a block that stands on
    /// one side alone where they are wanted. What is told already has no values here.
    void describe_blocks(std::span<const std::uint32_t> fragments, bool lone_values, const ToldBlocks& told,
                         Change& change) const {
        BlockId before_id = none;
        BlockId after_id = none;
        bool any = false;
        const auto changes = [&](const RedlineBlock& block, const Edit& edit) {
            return edit.op != EditOp::equal && !edit.aside && !is_label_edit(redline_, block, edit);
        };
        for (const std::uint32_t index : fragments) {
            const RedlineBlock& block = redline_.blocks[index];
            if (block.before != none) before_id = block.before;
            if (block.after != none) after_id = block.after;
            for (const Edit& edit : block.edits) {
                if (edit.op != EditOp::equal && !edit.aside) append_edit(block, edit, change);
                any = any || changes(block, edit);
            }
        }
        const bool lone = before_id == none || after_id == none;
        const RedlineBlock& first = redline_.blocks[fragments.front()];
        const auto told_here = told.find(fragments.front());
        if (!any || (lone && (!lone_values || told_here != told.end()))) return;
        std::vector<Edit> edits;  // without those of the label
        for (const std::uint32_t index : fragments)
            for (const Edit& edit : redline_.blocks[index].edits)
                if (edit.op == EditOp::equal || changes(redline_.blocks[index], edit)) edits.push_back(edit);
        if (lone && !first.cell_ends.empty()) return append(tables_.lone_values(first), change.values);
        if (lone) return add_lone_values(before_id, after_id, edits, change);
        const std::string& before = redline_.before.blocks[before_id].text;
        const std::string& after = redline_.after.blocks[after_id].text;
        const WeightyWords* words = redline_.after.weighty.get();
        std::vector<Flag> flags;
        if (first.cell_ends.empty()) {
            std::vector<Edit> valued = edits;
            if (told_here != told.end()) set_aside(first.edits[told_here->second], valued);
            append(find_value_changes(before, after, valued, redline_.after.reference_nouns, &flags), change.values);
            append(find_wording_flags(before, after, edits, words), flags);
        } else {
            append(tables_.values(first, flags), change.values);
            append(tables_.flags(first, words), flags);
        }
        add_new(std::move(flags), change);
    }

    static void add_new(std::vector<Flag> flags, Change& change) {
        for (Flag& flag : flags) {
            const bool known = std::any_of(change.flags.begin(), change.flags.end(),
                                           [&](const Flag& f) { return f.code == flag.code && f.text == flag.text; });
            if (!known) change.flags.push_back(std::move(flag));
        }
    }

    /// Whether a redline block is a paragraph of one side alone that came or went.
    bool stands_alone(std::span<const std::uint32_t> blocks, std::size_t k, BlockStatus status) const {
        if (k >= blocks.size()) return false;
        const RedlineBlock& block = redline_.blocks[blocks[k]];
        return block.status == status && block.cell_ends.empty() && block.continues == none;
    }

    /// A paragraph that went and the one that came in its place: a word of duty that became another weighs as in an
    /// edited text, other words as those of sentences that came or went.
    void flag_replaced(std::span<const std::uint32_t> blocks, std::size_t k, Change& change) const {
        const bool replaced = stands_alone(blocks, k, BlockStatus::deleted) &&
                              stands_alone(blocks, k + 1, BlockStatus::inserted) &&
                              !(k > 0 && stands_alone(blocks, k - 1, BlockStatus::deleted)) &&
                              !stands_alone(blocks, k + 2, BlockStatus::inserted);
        if (!replaced) return;
        std::vector<Edit> edits;
        for (const std::size_t i : {k, k + 1})
            for (const Edit& edit : redline_.blocks[blocks[i]].edits)
                if (!edit.aside && !is_label_edit(redline_, redline_.blocks[blocks[i]], edit)) edits.push_back(edit);
        std::vector<Flag> flags = find_wording_flags(redline_.before.blocks[redline_.blocks[blocks[k]].before].text,
                                                     redline_.after.blocks[redline_.blocks[blocks[k + 1]].after].text,
                                                     edits, redline_.after.weighty.get());
        for (Flag& flag : flags)
            if (flag.code != "modal-word" || !tells_replacement(flag.text)) flag.severity = FlagSeverity::info;
        add_new(std::move(flags), change);
    }

    template <class T>
    static void append(std::vector<T> more, std::vector<T>& out) {
        std::move(more.begin(), more.end(), std::back_inserter(out));
    }

    static void set_aside(const Edit& told, std::vector<Edit>& edits) {
        for (Edit& edit : edits)
            if (edit.op == told.op && edit.before.begin == told.before.begin && edit.after.begin == told.after.begin)
                edit.aside = true;
    }

    /// The values of a paragraph that came to a section or went from it.
    void add_lone_values(BlockId before_id, BlockId after_id, std::span<const Edit> edits, Change& change) const {
        const Block& block = before_id != none ? redline_.before.blocks[before_id] : redline_.after.blocks[after_id];
        const std::string_view before = before_id != none ? std::string_view(block.text) : std::string_view();
        const std::string_view after = after_id != none ? std::string_view(block.text) : std::string_view();
        for (ValueChange& value : find_value_changes(before, after, edits, redline_.after.reference_nouns))
            if (tells_alone(value)) change.values.push_back(std::move(value));
    }

    void append_edit(const RedlineBlock& block, const Edit& edit, Change& change) const {
        if (edit.op == EditOp::deleted)
            append_changed_words(redline_.before.blocks[block.before].text, edit.before, change.before_text);
        else
            append_changed_words(redline_.after.blocks[block.after].text, edit.after, change.after_text);
    }

    static bool is_paired(const ValueChange& value) { return !value.before.empty() && !value.after.empty(); }

    /// What became of a value stands before values that only came or went.
    static void paired_first(std::vector<ValueChange>& values) {
        std::stable_partition(values.begin(), values.end(), is_paired);
    }

    static void gravest_first(std::vector<Flag>& flags) {
        std::stable_sort(flags.begin(), flags.end(),
                         [](const Flag& a, const Flag& b) { return a.severity < b.severity; });
    }

    std::string title_of(std::uint32_t index) const {
        const RedlineSection& section = redline_.sections[index];
        const bool gone = section.after.empty();
        const Document& document = gone ? redline_.before : redline_.after;
        std::vector<const Node*> chain;
        for (NodeId id = gone ? section.before.front() : section.after.front(); id != 0; id = document.nodes[id].parent)
            chain.push_back(&document.nodes[id]);
        return change_title(chain);
    }

    /// First the changes in which a sum, share, date, time or number became another, then those of duties, negations
    /// and references, then those in which values only came or went or other words weigh; each group in reading order.
    static std::size_t rank(const Change& change) {
        const auto any_value = [&](auto wanted) {
            return std::any_of(change.values.begin(), change.values.end(), wanted);
        };
        if (any_value([](const ValueChange& value) { return is_paired(value) && value.type != "reference"; })) return 0;
        const bool high = std::any_of(change.flags.begin(), change.flags.end(),
                                      [](const Flag& f) { return f.severity == FlagSeverity::high; });
        if (high || any_value(is_paired)) return 1;
        const bool weighs = std::any_of(change.flags.begin(), change.flags.end(),
                                        [](const Flag& f) { return f.severity != FlagSeverity::info; });
        return change.values.empty() && !weighs ? 3 : 2;
    }

    void values_first() {
        std::array<std::vector<Change>, 4> by_rank;
        for (Change& change : redline_.changes) by_rank[rank(change)].push_back(std::move(change));
        redline_.changes.clear();
        for (std::vector<Change>& group : by_rank)
            std::move(group.begin(), group.end(), std::back_inserter(redline_.changes));
        for (std::uint32_t i = 0; i < redline_.changes.size(); ++i)
            redline_.sections[redline_.changes[i].section].change = i;
    }

    Redline& redline_;
    std::vector<std::uint32_t> by_section_;                ///< redline blocks, section by section
    std::vector<std::uint32_t> first_of_;                  ///< by section: where its blocks begin; one more for the end
    std::vector<std::vector<std::uint32_t>> handed_over_;  ///< by section: blocks of text that it lost or gained
    std::vector<std::uint32_t> came_from_;                 ///< by new section: whose text it has; none where nobody's
    TableFindings tables_;
    std::vector<bool> moved_with_section_;
    bool marked_draft_ = false;
};

}  // namespace

void append_changed_words(std::string_view text, Span span, std::string& out) {
    std::string words;
    for (const char c : text.substr(span.begin, span.size())) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space)
            words.push_back(c);
        else if (!words.empty() && words.back() != ' ')
            words.push_back(' ');
    }
    while (!words.empty() && words.back() == ' ') words.pop_back();
    if (words.empty()) return;
    if (!out.empty()) out += " … ";
    out += words;
}

std::string change_title(std::span<const Node* const> chain) {
    if (chain.empty()) return "Outside any section";
    std::string out;
    bool named = false;  // a unit with a label has been
    for (auto node = chain.rbegin(); node != chain.rend(); ++node) {
        const std::string& written = (*node)->label.written;
        const std::string& heading = (*node)->heading;
        std::string part = written.substr(0, written.find_last_not_of(".: -") + 1);
        // Only the outermost of those with a label is named with its heading, and those that have nothing else.
        const bool outermost = !part.empty() && !named;
        named = named || outermost;
        if (!heading.empty() && (outermost || part.empty())) part += (part.empty() ? "" : " ") + heading;
        if (part.empty()) continue;
        if (!out.empty()) out += ", ";
        out += part;
    }
    return out.empty() ? "Untitled part" : out;
}

void describe_changes(Redline& redline) {
    Describer(redline).run();
}

}  // namespace stet
