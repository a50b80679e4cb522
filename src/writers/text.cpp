// The redline for a terminal: what was compared, a line a unit that changed, then each change in its context.
#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "writers/change_words.hpp"
#include "writers/print_runs.hpp"
#include "writers/text_lines.hpp"
#include "writers/text_runs.hpp"
#include "writers/writer.hpp"

namespace stet {

namespace {

constexpr std::size_t context = 3;      ///< lines shown on each side of a change
constexpr std::size_t most_lines = 40;  ///< lines shown of one change
constexpr unsigned text_indent = 4;
constexpr std::size_t title_size = 64;  ///< bytes of a unit's title in the summary

bool any_change(const Counts& c) {
    return c.edited + c.moved + c.renumbered + c.inserted + c.deleted + c.split + c.merged > 0;
}

class TextWriter {
public:
    TextWriter(const Redline& redline, const WriteOptions& options) : redline_(redline), options_(options) {
        for (std::uint32_t i = 0; i < redline.blocks.size(); ++i)
            if (!is_set_aside(redline, redline.blocks[i])) shown_.push_back(i);
    }

    std::string write() {
        write_head();
        write_units();
        for (std::uint32_t i = 0; i < redline_.changes.size(); ++i) write_change(i);
        return std::move(out_);
    }

private:
    void wrap(std::string_view text, TextStyle style, unsigned indent = 0, unsigned hang = 0) {
        TextLines lines(options_.width, options_.colour, indent, hang);
        lines.add(text, style);
        append(lines.finish());
    }

    void append(const std::vector<TextLine>& lines) {
        for (const TextLine& line : lines) out_ += line.bytes + "\n";
    }

    void write_head() {
        wrap(redline_title(redline_, options_), TextStyle::bold);
        if (!options_.date.empty()) wrap(options_.date, TextStyle::plain);
        wrap(verified_words(redline_), redline_.verified.holds() ? TextStyle::plain : TextStyle::alarm);
        wrap("Sections: " + counts_words(redline_.counts) + ". Changes: " + std::to_string(redline_.changes.size()) +
                 (redline_.three_way() ? ": " + standing_words(redline_) : "") + ".",
             TextStyle::plain);
        if (redline_.three_way()) write_legend();
        if (const std::string left_out = left_out_words(redline_); !left_out.empty()) wrap(left_out, TextStyle::faint);
        if (const std::string changed = furniture_words(redline_); !changed.empty()) wrap(changed, TextStyle::faint);
    }

    void write_legend() {
        wrap(party_words(redline_, 0), TextStyle::first_fresh);
        wrap(party_words(redline_, 1), TextStyle::second_fresh);
        wrap(
            "[-A: struck by A-] {+B: written in by B+}; AB: by both; !: the other does something else with the same "
            "words. Units go by the base's numbers.",
            TextStyle::faint);
    }

    /// The depth of what a person would call the document's units: the first at which there are several.
    std::uint32_t unit_depth() const {
        std::map<std::uint32_t, std::uint32_t> at_depth;
        for (const RedlineSection& section : redline_.sections)
            if (section.depth > 0) ++at_depth[section.depth];
        for (const auto& [depth, count] : at_depth)
            if (count > 1) return depth;
        return 1;
    }

    void count_section(const RedlineSection& section, Counts& counts) const {
        counts.edited += section.status == SectionStatus::edited;
        counts.inserted += section.status == SectionStatus::inserted;
        counts.deleted += section.status == SectionStatus::deleted;
        counts.unchanged += section.status == SectionStatus::unchanged;
        counts.moved += section.moved;
        counts.renumbered += section.renumbered;
        counts.split += section.after.size() > 1;
        counts.merged += section.before.size() > 1;
    }

    /// The unit of each section: itself or what holds it, down to the depth of units.
    std::vector<std::uint32_t> units() const {
        const std::uint32_t depth = unit_depth();
        std::vector<std::uint32_t> unit(redline_.sections.size(), none);
        for (std::uint32_t i = 0; i < unit.size(); ++i) {
            std::uint32_t at = i;
            while (redline_.sections[at].depth > depth && redline_.sections[at].parent != none) {
                at = redline_.sections[at].parent;
                if (unit[at] != none) at = unit[at];
            }
            unit[i] = at;
        }
        return unit;
    }

    std::string unit_title(std::uint32_t section) const {
        const RedlineSection& entry = redline_.sections[section];
        if (section == 0) return "before the first unit";
        const Document& document = entry.after.empty() ? redline_.before : redline_.after;
        const Node& node = document.nodes[entry.after.empty() ? entry.before.front() : entry.after.front()];
        std::string title = node.label.written;
        if (!node.heading.empty()) title += (title.empty() ? "" : "  ") + node.heading;
        return title.empty() ? node.path : title;
    }

    void write_units() {
        const std::vector<std::uint32_t> unit = units();
        std::vector<std::uint32_t> order;
        std::vector<Counts> counts(redline_.sections.size());
        for (std::uint32_t i = 0; i < unit.size(); ++i) {
            if (unit[i] == i) order.push_back(i);
            count_section(redline_.sections[i], counts[unit[i]]);
        }
        bool first = true;
        for (const std::uint32_t section : order) {
            if (!any_change(counts[section])) continue;
            if (first) out_ += "\n";
            first = false;
            write_unit(unit_title(section), counts[section]);
        }
    }

    void write_unit(const std::string& title, Counts counts) {
        counts.unchanged = 0;
        TextLines lines(options_.width, options_.colour, 2, 2);
        const std::string shown = styled(elide_middle(title, title_size), TextStyle::plain, false);
        lines.add(shown, TextStyle::plain);
        lines.add(": ", TextStyle::plain);
        lines.add(counts_words(counts), TextStyle::bold);
        append(lines.finish());
    }

    void write_change(std::uint32_t index) {
        const Change& change = redline_.changes[index];
        out_ += "\n";
        TextLines title(options_.width, options_.colour, 0, text_indent);
        title.add("c" + std::to_string(index + 1) + " ", TextStyle::bold);
        title.add(change.title, TextStyle::bold);
        const bool conflict = change.facts.back() == Fact::conflict;
        title.add(" (" + (redline_.three_way() ? facts_by_words(change) : facts_words(change)) + ")",
                  conflict ? TextStyle::alarm : TextStyle::plain);
        title.add(where(change), TextStyle::plain);
        append(title.finish());
        for (const ValueChange& value : change.values) wrap(value_words(value), TextStyle::bold, 2, 2);
        for (const Flag& flag : change.flags)
            wrap(std::string(flag_severity_name(flag.severity)) + ": " + flag.text + flag_by(change, flag),
                 flag.severity == FlagSeverity::high ? TextStyle::alarm : TextStyle::plain, 2, 2);
        if (only_renumbers(change))
            write_numbers(change);
        else
            write_context(change);
    }

    /// Whose wording it is, where the change is not of one alone.
    static std::string flag_by(const Change& change, const Flag& flag) {
        if (flag.by == no_party || flag.by == both_parties || flag.by == change.by) return {};
        return " (" + party_letters(flag.by) + ")";
    }

    /// ", base line 10, A line 12, B line 13"
    std::string where_three(const Change& change) const {
        const std::uint32_t index = change.blocks.front();
        std::string out;
        if (const std::uint32_t base = before_line(redline_, redline_.blocks[index]); base > 0)
            out += ", base line " + std::to_string(base);
        for (std::size_t party = 0; party < 2; ++party)
            if (const std::uint32_t line = party_line(redline_, index, party); line > 0)
                out += ", " + party_letters(only_party(party)) + " line " + std::to_string(line);
        return out;
    }

    /// " line 12, was 10"
    std::string where(const Change& change) const {
        if (change.blocks.empty()) return {};
        if (redline_.three_way()) return where_three(change);
        const RedlineBlock& block = redline_.blocks[change.blocks.front()];
        const std::uint32_t before = before_line(redline_, block);
        const std::uint32_t after = after_line(redline_, block);
        if (before == 0 && after == 0) return {};
        std::string out = ", ";
        if (before > 0) out += "old line " + std::to_string(before);
        if (before > 0 && after > 0) out += ", ";
        if (after > 0) out += "new line " + std::to_string(after);
        return out;
    }

    void write_numbers(const Change& change) {
        if (redline_.three_way()) return wrap(numbers_words(redline_, change.section), TextStyle::plain, text_indent);
        const RedlineSection& section = redline_.sections[change.section];
        if (section.before.empty() || section.after.empty()) return;
        const std::string& before = redline_.before.nodes[section.before.front()].label.written;
        const std::string& after = redline_.after.nodes[section.after.front()].label.written;
        TextLines lines(options_.width, options_.colour, text_indent, 0);
        RunSetter(lines, options_.colour, false)
            .add({{EditOp::deleted, false, {}, before}, {EditOp::inserted, false, {}, after}});
        append(lines.finish());
    }

    /// Where a moved block came from or went, before its words.
    void set_move(TextLines& lines, const RedlineBlock& block) const {
        if (redline_.three_way()) return set_moves(lines, block);
        const bool from = block.status == BlockStatus::moved_from;
        if ((!from && block.status != BlockStatus::moved_to) || block.moved_with == none) return;
        const std::string place = place_of(redline_, redline_.blocks[block.moved_with]);
        lines.add(from ? "[moved to " : "[moved from ", TextStyle::moved);
        lines.add(place.empty() ? "another place" : place, TextStyle::moved);
        lines.add("] ", TextStyle::moved);
    }

    void set_moves(TextLines& lines, const RedlineBlock& block) const {
        const PartyBlock& parties = redline_.party_blocks[static_cast<std::size_t>(&block - redline_.blocks.data())];
        const bool to = block.status == BlockStatus::moved_to;
        for (const PartySet by : {both_parties, only_party(0), only_party(1)}) {
            const std::size_t party = has_party(by, 0) ? 0 : 1;
            const std::uint32_t other = parties.moved_with[party];
            const bool together = parties.moved_with[0] != none && parties.moved_with[0] == parties.moved_with[1];
            if (other == none || together != (by == both_parties)) continue;
            const std::string place =
                to ? place_of(redline_, redline_.blocks[other]) : place_of_party(redline_, other, party);
            lines.add("[" + party_letters(by) + (parties.conflict ? "!" : "") + (to ? ": moved from " : ": moved to ") +
                          (place.empty() ? "another place" : place) + "] ",
                      TextStyle::moved);
        }
    }

    const std::vector<TextLine>& lines_of(std::uint32_t index) {
        const auto [entry, fresh] = set_lines_.try_emplace(index);
        if (!fresh) return entry->second;
        const RedlineBlock& block = redline_.blocks[index];
        TextLines lines(options_.width, options_.colour, text_indent, 0);
        if (const Block& item = block_of(redline_, block); has_bullet(item)) {
            lines.add(item_sign(item), TextStyle::plain);
            lines.add(" ", TextStyle::plain);
        }
        set_move(lines, block);
        if (block.status != BlockStatus::moved_from) {
            const std::size_t cells = std::max<std::size_t>(cell_count(block), 1);
            for (std::size_t cell = 0; cell < cells; ++cell) {
                if (cell > 0) lines.add(" | ", TextStyle::faint);
                RunSetter(lines, options_.colour, block.status == BlockStatus::moved_to)
                    .add(print_runs(redline_, block, cell, options_.typography));
            }
        }
        return entry->second = lines.finish();
    }

    /// The change's blocks with the lines around what changed, stretch by stretch.
    void write_context(const Change& change) {
        std::vector<std::uint32_t> ranks;
        for (const std::uint32_t block : change.blocks) {
            const auto found = std::lower_bound(shown_.begin(), shown_.end(), block);
            if (found != shown_.end() && *found == block)
                ranks.push_back(static_cast<std::uint32_t>(found - shown_.begin()));
        }
        std::sort(ranks.begin(), ranks.end());
        ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
        std::size_t left = most_lines;
        std::size_t skipped = 0;
        for (std::size_t i = 0; i < ranks.size();) {
            std::size_t end = i + 1;
            while (end < ranks.size() && share_context(ranks[end - 1], ranks[end])) ++end;
            if (i > 0 && left > 0) out_ += std::string(text_indent, ' ') + "…\n";
            write_stretch(ranks[i], ranks[end - 1] + 1, left, skipped);
            i = end;
        }
        if (skipped > 0)
            wrap("… and " + std::to_string(skipped) + " more changed lines", TextStyle::faint, text_indent);
    }

    /// Whether the lines around two blocks meet.
    bool share_context(std::uint32_t first, std::uint32_t second) {
        std::size_t between = 0;
        for (std::uint32_t at = first + 1; at < second && between <= 2 * context; ++at)
            between += lines_of(shown_[at]).size();
        return between <= 2 * context;
    }

    /// Blocks [first, last) of those shown. The lines of a block in which nothing changed are context all.
    void write_stretch(std::uint32_t first, std::uint32_t last, std::size_t& left, std::size_t& skipped) {
        std::vector<const TextLine*> lines;
        std::size_t before = 0;
        for (std::uint32_t at = first; at > 0 && before < context; --at) {
            const std::vector<TextLine>& neighbour = lines_of(shown_[at - 1]);
            for (std::size_t i = neighbour.size(); i > 0 && before < context; --i, ++before)
                lines.push_back(&neighbour[i - 1]);
        }
        std::reverse(lines.begin(), lines.end());
        for (std::uint32_t at = first; at < last; ++at)
            for (const TextLine& line : lines_of(shown_[at])) lines.push_back(&line);
        const std::size_t end = lines.size();
        std::size_t after = 0;
        for (std::uint32_t at = last; at < shown_.size() && after < context; ++at) {
            const std::vector<TextLine>& neighbour = lines_of(shown_[at]);
            for (std::size_t i = 0; i < neighbour.size() && after < context; ++i, ++after)
                lines.push_back(&neighbour[i]);
        }
        const bool none_changed = std::none_of(lines.begin() + static_cast<std::ptrdiff_t>(before),
                                               lines.begin() + static_cast<std::ptrdiff_t>(end),
                                               [](const TextLine* line) { return line->changed; });
        std::vector<bool> keep(lines.size(), false);
        for (std::size_t i = before; i < end; ++i) {
            if (!none_changed && !lines[i]->changed) continue;
            const std::size_t from = i < context ? 0 : i - context;
            for (std::size_t k = from; k < std::min(lines.size(), i + context + 1); ++k) keep[k] = true;
        }
        write_kept(lines, keep, left, skipped);
    }

    void write_kept(const std::vector<const TextLine*>& lines, const std::vector<bool>& keep, std::size_t& left,
                    std::size_t& skipped) {
        bool gap = false;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (!keep[i]) {
                gap = true;
                continue;
            }
            if (left == 0) {
                skipped += lines[i]->changed ? 1 : 0;
                continue;
            }
            if (gap && i > 0) out_ += std::string(text_indent, ' ') + "…\n";
            gap = false;
            out_ += lines[i]->bytes + "\n";
            --left;
        }
    }

    const Redline& redline_;
    const WriteOptions& options_;
    std::string out_;
    std::vector<std::uint32_t> shown_;                          ///< blocks that are not set aside
    std::map<std::uint32_t, std::vector<TextLine>> set_lines_;  ///< lines of the blocks set so far
};

}  // namespace

std::string write_text(const Redline& redline, const WriteOptions& options) {
    return TextWriter(redline, options).write();
}

}  // namespace stet
