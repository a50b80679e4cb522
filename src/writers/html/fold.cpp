// Folding: marks what must stand open, spreads it to the unit, folds the rest where that saves more than a few lines.
#include "writers/html/fold.hpp"

#include <algorithm>
#include <array>

#include "text/parallel.hpp"
#include "writers/html/escape.hpp"
#include "writers/table_run.hpp"

namespace stet::html {
namespace {

/// A fold shorter than this saves nothing: its line is as long as its text.
constexpr std::uint32_t least_words = 40;
/// A changed unit with more text of its own than this shows only the neighbourhood of its changes.
constexpr std::size_t long_unit_bytes = 6000;
/// Neighbours shown on each side of a change in a long unit.
constexpr std::uint32_t neighbours = 2;
/// Stretches for which another thread is worth its start.
constexpr std::size_t stretches_a_thread = 200;

/// What a byte does to a count of words: 0 ends one, 1 begins one, 2 neither.
constexpr std::array<std::uint8_t, 256> make_roles() {
    std::array<std::uint8_t, 256> roles{};
    for (std::size_t c = 0; c < 256; ++c) {
        const bool space = c == ' ' || (c >= '\t' && c <= '\r');
        const bool begins = c >= 0x80 || c == '$' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
        roles[c] = space ? 0 : begins ? 1 : 2;
    }
    return roles;
}

constexpr auto roles = make_roles();

/// Stretches between white space that hold more than punctuation. Without branches: words are too short to foresee.
std::uint32_t words_in(std::string_view text) {
    std::uint32_t words = 0;
    std::uint32_t inside = 0;
    for (const char c : text) {
        const std::uint32_t role = roles[static_cast<unsigned char>(c)];
        const std::uint32_t begins = role & 1u;
        words += begins & ~inside;
        inside = (inside | begins) & static_cast<std::uint32_t>(role != 0);
    }
    return words;
}

std::string_view shown_text(const View& view, std::uint32_t index) {
    const RedlineBlock& block = view.block(index);
    const Redline& redline = view.redline();
    if (block.after == none) {
        return std::string_view(redline.before.blocks[block.before].text)
            .substr(block.before_text.begin, block.before_text.size());
    }
    return std::string_view(redline.after.blocks[block.after].text)
        .substr(block.after_text.begin, block.after_text.size());
}

class Planner {
public:
    explicit Planner(const View& view) : view_(view), redline_(view.redline()), open_(redline_.blocks.size(), false) {}

    std::vector<FoldStretch> plan() {
        mark_sections();
        open_near_changes();
        open_by_section();
        open_together();
        return cut();
    }

private:
    /// Sections with a live block open their own text; those over them their heading, and their text below the top
    /// level.
    void mark_sections() {
        const std::size_t count = redline_.sections.size();
        own_.assign(count, false);
        heading_.assign(count, false);
        bytes_.assign(count, 0);
        for (std::uint32_t i = 0; i < redline_.blocks.size(); ++i) {
            const RedlineBlock& block = view_.block(i);
            if (view_.set_aside(i)) continue;
            bytes_[block.section] += std::max(block.before_text.size(), block.after_text.size());
            if (view_.live(i)) own_[block.section] = true;
        }
        for (std::size_t s = count; s-- > 1;) {
            if (own_[s]) heading_[s] = true;
            const std::uint32_t parent = redline_.sections[s].parent;
            if (!heading_[s] || parent == none || parent == 0) continue;
            heading_[parent] = true;
            if (redline_.sections[parent].depth >= 2) own_[parent] = true;
        }
    }

    /// Blocks within reach of a live one, whatever their section.
    void open_near_changes() {
        near_.assign(open_.size(), false);
        std::uint32_t reach = 0;
        for (std::size_t i = 0; i < open_.size(); ++i) reach = spread(i, reach);
        reach = 0;
        for (std::size_t i = open_.size(); i-- > 0;) reach = spread(i, reach);
    }

    std::uint32_t spread(std::size_t i, std::uint32_t reach) {
        if (view_.set_aside(static_cast<std::uint32_t>(i))) return reach;
        if (view_.live(static_cast<std::uint32_t>(i))) return neighbours;
        if (reach == 0) return 0;
        near_[i] = true;
        return reach - 1;
    }

    void open_by_section() {
        for (std::uint32_t i = 0; i < open_.size(); ++i) {
            const std::uint32_t section = view_.block(i).section;
            const bool whole = section != 0 && bytes_[section] <= long_unit_bytes;
            open_[i] =
                view_.live(i) || (own_[section] && (whole || near_[i])) || (heading_[section] && view_.heading(i));
        }
    }

    /// A table stands open or folded as one, and so does a paragraph cut by a page.
    void open_together() {
        std::uint32_t begin = 0;
        std::uint32_t previous = 0;
        TableRun table;
        for (std::uint32_t i = 0; i <= open_.size(); ++i) {
            if (i < open_.size() && i > 0 && view_.set_aside(i)) continue;
            const bool goes_on =
                i < open_.size() && (joins_table(i, previous, table) || (i > 0 && runs_on(view_, i, previous)));
            previous = i;
            if (goes_on || i == 0) continue;
            const auto first = open_.begin() + begin;
            const auto last = open_.begin() + i;
            if (std::find(first, last, true) != last) std::fill(first, last, true);
            begin = i;
        }
    }

    /// Whether a block is the next row of the table that the previous block is a row of; else it may begin one.
    bool joins_table(std::uint32_t i, std::uint32_t previous, TableRun& table) const {
        const auto is_row = [&](std::uint32_t block) {
            return block_of(view_.redline(), view_.block(block)).kind == BlockKind::table_row;
        };
        if (i > previous && is_row(previous) && table.joins(view_.redline(), view_.block(i))) return true;
        table = {};
        table.joins(view_.redline(), view_.block(i));
        return false;
    }

    std::vector<FoldStretch> cut() const {
        std::vector<FoldStretch> stretches;
        const auto add = [&](FoldStretch next) {
            if (!next.folded && !stretches.empty() && !stretches.back().folded) {
                stretches.back().end = next.end;
            } else {
                stretches.push_back(next);
            }
        };
        for (const FoldStretch& next : counted(alternating())) add(next);
        return stretches;
    }

    /// Stretches that stand open and that do not, by turns.
    std::vector<FoldStretch> alternating() const {
        std::vector<FoldStretch> out;
        const auto size = static_cast<std::uint32_t>(open_.size());
        for (std::uint32_t begin = 0; begin < size; begin = out.back().end) {
            const bool open = open_[begin];
            FoldStretch next{begin, begin, !open, 0};
            while (next.end < size && (open_[next.end] == open || view_.set_aside(next.end))) ++next.end;
            out.push_back(next);
        }
        return out;
    }

    /// Counts the words of those that are not open, and leaves open what saves nothing.
    std::vector<FoldStretch> counted(std::vector<FoldStretch> stretches) const {
        for_each_index(stretches.size(), stretches_a_thread, [&](std::size_t k) {
            FoldStretch& stretch = stretches[k];
            if (!stretch.folded) return;
            for (std::uint32_t i = stretch.begin; i < stretch.end; ++i)
                if (!view_.set_aside(i)) stretch.words += words_in(shown_text(view_, i));
            stretch.folded = stretch.words >= least_words;
        });
        return stretches;
    }

    const View& view_;
    const Redline& redline_;
    std::vector<bool> open_;
    std::vector<bool> near_;
    std::vector<bool> own_;
    std::vector<bool> heading_;
    std::vector<std::size_t> bytes_;
};

/// The sections that open in a stretch: the outermost, those one level below the top, and how many got a new number.
struct Opened {
    std::vector<std::uint32_t> outermost;
    std::vector<std::uint32_t> below_top;
    std::uint32_t renumbered = 0;
};

Opened opened_in(const View& view, const FoldStretch& stretch) {
    Opened opened;
    bool whole_top = false;
    std::uint32_t outer_depth = 0;
    for (std::uint32_t i = stretch.begin; i < stretch.end; ++i) {
        const std::uint32_t section = view.block(i).section;
        if (view.set_aside(i) || section == 0 || view.opening(section) != i) continue;
        const RedlineSection& entry = view.redline().sections[section];
        opened.renumbered += entry.renumbered ? 1 : 0;
        whole_top = whole_top || entry.depth == 1;
        if (entry.depth == 2) opened.below_top.push_back(section);
        if (outer_depth != 0 && entry.depth > outer_depth) continue;
        outer_depth = entry.depth;
        opened.outermost.push_back(section);
    }
    if (!whole_top) opened.below_top.clear();
    return opened;
}

std::string_view level_of(const View& view, std::uint32_t section) {
    const auto [document, node] = shown(view.redline(), view.redline().sections[section]);
    return document.levels[document.nodes[node].level];
}

std::string_view value_of(const View& view, std::uint32_t section) {
    const auto [document, node] = shown(view.redline(), view.redline().sections[section]);
    return document.nodes[node].label.value;
}

std::string name_of(const View& view, std::uint32_t section) {
    const auto [document, node] = shown(view.redline(), view.redline().sections[section]);
    const std::string name = elide(unit_name(document, node), 60);
    return name.empty() ? capitalised(level_of(view, section)) : name;
}

/// A label that is nothing but its value between marks: "(b)", "3.".
bool is_bare(const View& view, std::uint32_t section) {
    const auto [document, node] = shown(view.redline(), view.redline().sections[section]);
    const SectionLabel& label = document.nodes[node].label;
    const std::size_t at = label.written.find(label.value);
    const auto marks = [](std::string_view text) {
        return text.find_first_not_of("(). \t*") == std::string_view::npos;
    };
    return at != std::string::npos && marks(std::string_view(label.written).substr(0, at)) &&
           marks(std::string_view(label.written).substr(at + label.value.size()));
}

/// "Articles 2 to 4", "Items (b) to (d)", "§ 12 to § 14".
std::string range_of(const View& view, std::uint32_t first, std::uint32_t last, bool pair) {
    const std::string_view joint = pair ? " and " : " to ";
    const auto [document, node] = shown(view.redline(), view.redline().sections[first]);
    const bool bare = is_bare(view, first);
    const std::string level = capitalised(document.levels[document.nodes[node].level]);
    std::string out;
    if (unit_name(document, node).starts_with(level) || (bare && document.nodes[node].depth == 1)) {
        out = capitalised(plural(level_of(view, first))) + " ";
        return out.append(value_of(view, first)).append(joint).append(value_of(view, last));
    }
    if (bare) out = "Items ";
    return out.append(name_of(view, first)).append(joint).append(name_of(view, last));
}

/// Names sections: neighbours of one level and one parent as a range, parted by commas; a long list by its ends.
std::string names_of(const View& view, const std::vector<std::uint32_t>& sections) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < sections.size();) {
        std::size_t end = i + 1;
        const auto same = [&](std::uint32_t other) {
            return level_of(view, other) == level_of(view, sections[i]) && !value_of(view, other).empty() &&
                   view.redline().sections[other].parent == view.redline().sections[sections[i]].parent;
        };
        while (end < sections.size() && same(sections[i]) && same(sections[end])) ++end;
        if (end - i > 1) {
            parts.push_back(range_of(view, sections[i], sections[end - 1], end - i == 2));
        } else {
            parts.push_back((is_bare(view, sections[i]) ? "Item " : "") + name_of(view, sections[i]));
        }
        i = end;
    }
    if (parts.size() > 4) return parts.front() + " … " + parts.back();
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
    return out;
}

void append_quantity(std::string& out, std::size_t count, std::string_view one) {
    append_count(out, count);
    out += " " + (count == 1 ? std::string(one) : plural(one));
}

std::uint32_t paragraphs_in(const View& view, const FoldStretch& stretch) {
    std::uint32_t count = 0;
    for (std::uint32_t i = stretch.begin; i < stretch.end; ++i) count += view.set_aside(i) ? 0 : 1;
    return count;
}

/// What became of the folded units: unchanged, or only their numbers changed.
void append_outcome(std::string& out, const View& view, const Opened& opened) {
    if (opened.renumbered == 0) {
        out += " unchanged";
        return;
    }
    const RedlineSection& first = view.redline().sections[opened.outermost.front()];
    if (!view.redline().three_way() && opened.outermost.size() == 1 && opened.renumbered == 1 && first.renumbered &&
        !first.before.empty()) {
        out += ", was " + elide(unit_name(view.redline().before, first.before.front()), 60) + ": words unchanged";
        return;
    }
    out += ", words unchanged, ";
    append_count(out, opened.renumbered);
    out += " renumbered";
}

}  // namespace

std::vector<FoldStretch> plan_folds(const View& view) {
    return Planner(view).plan();
}

std::string fold_title(const View& view, const FoldStretch& stretch) {
    const Opened opened = opened_in(view, stretch);
    std::string out;
    if (opened.outermost.empty()) {
        append_quantity(out, paragraphs_in(view, stretch), "paragraph");
    } else {
        const RedlineBlock& first = view.block(stretch.begin);
        if (first.section == 0) out += "Opening, ";
        out += names_of(view, opened.outermost);
        if (!opened.below_top.empty()) {
            const std::string_view level =
                is_bare(view, opened.below_top.front()) ? "paragraph" : level_of(view, opened.below_top.front());
            const bool one_level = std::all_of(opened.below_top.begin(), opened.below_top.end(), [&](std::uint32_t s) {
                return is_bare(view, s) ? level == "paragraph" : level_of(view, s) == level;
            });
            out += ": ";
            append_quantity(out, opened.below_top.size(), one_level ? level : std::string_view("part"));
        }
    }
    append_outcome(out, view, opened);
    out += " (";
    append_quantity(out, stretch.words, "word");
    return out += ")";
}

bool runs_on(const View& view, std::uint32_t block, std::uint32_t previous) {
    const RedlineBlock& part = view.block(block);
    const RedlineBlock& whole = view.block(previous);
    if (part.continues != previous || part.status == BlockStatus::moved_from) return false;
    if (view.redline().three_way()) {
        const PartyBlock& own = view.redline().party_blocks[block];
        const PartyBlock& other = view.redline().party_blocks[previous];
        return part.before == whole.before && own.by == other.by && own.block == other.block;
    }
    return part.after != none ? part.after == whole.after : part.before == whole.before && whole.after == none;
}

}  // namespace stet::html
