// Blocks: one loop over the stretches, in each the paragraphs, tables and stubs of what moved away.
#include "writers/html/blocks.hpp"

#include <algorithm>
#include <vector>

#include "text/parallel.hpp"
#include "writers/html/escape.hpp"
#include "writers/html/fold.hpp"
#include "writers/html/inline.hpp"
#include "writers/html/tables.hpp"
#include "writers/print_runs.hpp"
#include "writers/table_run.hpp"

namespace stet::html {
namespace {

constexpr std::uint32_t deepest_indent = 5;
/// Blocks that are written in one go, beside other such parts.
constexpr std::uint32_t blocks_a_part = 256;

/// Columns of indent: units below the second level step in, list items one step more for each nesting.
std::uint32_t indent_of(const View& view, std::uint32_t index) {
    const Block& block = block_of(view.redline(), view.block(index));
    const std::uint32_t depth = view.section_of(index).depth;
    std::uint32_t indent = depth > 2 ? depth - 2 : 0;
    if (block.kind == BlockKind::list_item) {
        const bool bullet = block.number.size() == 1;
        indent = std::max<std::uint32_t>(indent + (bullet ? 1 : 0), block.depth);
    }
    return std::min(indent, deepest_indent);
}

bool is_struck_only(const View& view, std::uint32_t index) {
    const auto changes = view.changes_of(index);
    return std::any_of(changes.begin(), changes.end(), [&](std::uint32_t change) {
        const Fact fact = view.redline().changes[change].facts.front();
        return fact == Fact::struck || fact == Fact::gone_unmarked || fact == Fact::against_mark;
    });
}

/// The next block on from `index` that is not set aside; the end of the redline otherwise.
std::uint32_t next_shown(const View& view, std::uint32_t index) {
    const auto size = static_cast<std::uint32_t>(view.redline().blocks.size());
    do ++index;
    while (index < size && view.set_aside(index));
    return index;
}

/// The block before `index` that is not set aside, or none.
std::uint32_t previous_shown(const View& view, std::uint32_t index) {
    while (index-- > 0) {
        if (!view.set_aside(index)) return index;
    }
    return none;
}

/// Whether two neighbours moved as one: both from, or both to, places that are neighbours too.
bool moved_together(const View& view, std::uint32_t first, std::uint32_t second) {
    if (first == none || view.block(first).status != view.block(second).status) return false;
    const std::uint32_t from = view.block(first).moved_with;
    return from != none && next_shown(view, from) == view.block(second).moved_with;
}

class RedlineWriter {
public:
    RedlineWriter(std::string& out, const View& view) : out_(out), view_(view) {}

    void write(const FoldStretch& stretch) {
        if (stretch.folded) {
            out_ += "<details class=fold><summary class=x><span>";
            append_text(out_, fold_title(view_, stretch));
            out_ += "</span></summary>\n";
        }
        for (std::uint32_t i = stretch.begin; i < stretch.end;) {
            if (view_.set_aside(i)) {
                ++i;
            } else if (block_of(view_.redline(), view_.block(i)).kind == BlockKind::table_row) {
                i = write_table(i, stretch.end);
            } else if (view_.block(i).status == BlockStatus::moved_from) {
                i = write_stubs(i, stretch.end);
            } else {
                i = write_paragraph(i, stretch.end);
            }
        }
        if (stretch.folded) out_ += "</details>\n";
    }

private:
    std::uint32_t write_table(std::uint32_t first, std::uint32_t end) {
        std::vector<std::uint32_t> rows{first};
        TableRun table;
        table.joins(view_.redline(), view_.block(first));
        std::uint32_t next = next_shown(view_, first);
        while (next < end && table.joins(view_.redline(), view_.block(next))) {
            rows.push_back(next);
            next = next_shown(view_, next);
        }
        append_table(out_, view_, rows);
        return std::min(next, end);
    }

    std::uint32_t write_stubs(std::uint32_t first, std::uint32_t end) {
        std::vector<std::uint32_t> group{first};
        std::uint32_t next = next_shown(view_, first);
        while (next < end && moved_together(view_, group.back(), next) &&
               block_of(view_.redline(), view_.block(next)).kind != BlockKind::table_row) {
            group.push_back(next);
            next = next_shown(view_, next);
        }
        for (const std::uint32_t block : group) {
            out_ += block == first ? "<p class=\"c from\"" : "<p hidden";
            append_block_attributes(out_, view_, block);
            out_ += '>';
            if (block == first) {
                append_change_ids(out_, view_, block);
                append_stub(out_, view_, block, static_cast<std::uint32_t>(group.size()));
            }
            out_ += "</p>\n";
        }
        return std::min(next, end);
    }

    std::uint32_t write_paragraph(std::uint32_t index, std::uint32_t end) {
        const Block& block = block_of(view_.redline(), view_.block(index));
        const std::string_view tag = tag_of(index);
        out_ += '<';
        out_ += tag;
        open_class(index, block);
        append_block_attributes(out_, view_, index);
        out_ += '>';
        append_change_ids(out_, view_, index);
        write_number(index);
        append_words(out_, view_, index);
        append_badges(out_, view_, index);
        std::uint32_t previous = index;
        std::uint32_t next = next_shown(view_, index);
        while (next < end && runs_on(view_, next, previous)) {
            out_ += view_.changed(next) ? " <span class=c" : " <span";
            append_block_attributes(out_, view_, next);
            out_ += '>';
            append_change_ids(out_, view_, next);
            append_words(out_, view_, next);
            append_badges(out_, view_, next);
            out_ += "</span>";
            previous = next;
            next = next_shown(view_, next);
        }
        out_ += "</";
        out_ += tag;
        out_ += ">\n";
        return std::min(next, end);
    }

    /// The number that the format counts, old and new where they differ.
    void write_number(std::uint32_t index) {
        const CountedNumber number = counted_number(view_.redline(), view_.block(index));
        if (number.before.empty() && number.after.empty()) return;
        out_ += "<b class=\"x l\">";
        if (number.before == number.after) append_text(out_, number.after);
        if (number.before != number.after) {
            write_changed("del", number.before);
            write_changed("ins", number.after);
        }
        out_ += "</b> ";
    }

    void write_changed(std::string_view tag, std::string_view words) {
        if (words.empty()) return;
        out_.append("<").append(tag).append(">");
        append_text(out_, words);
        out_.append("</").append(tag).append(">");
    }

    std::string_view tag_of(std::uint32_t index) const {
        constexpr std::string_view headings[] = {"h2", "h3", "h4", "h5", "h6"};
        if (!view_.heading(index)) return "p";
        const std::uint32_t depth = view_.section_of(index).depth;
        return headings[std::min<std::uint32_t>(depth > 0 ? depth - 1 : 0, 4)];
    }

    void open_class(std::uint32_t index, const Block& block) {
        classes_.clear();
        const auto add = [&](std::string_view name) {
            if (!classes_.empty()) classes_ += ' ';
            classes_ += name;
        };
        if (view_.changed(index)) add("c");
        if (view_.block(index).status == BlockStatus::moved_to) add("to");
        if (is_struck_only(view_, index)) add("st");
        if (block.kind == BlockKind::note) add("nt");
        if (has_bullet(block)) add("bu");
        if (const std::uint32_t indent = view_.heading(index) ? 0 : indent_of(view_, index); indent > 0) {
            add("i");
            classes_ += static_cast<char>('0' + indent);
        }
        if (classes_.empty()) return;
        const bool quoted = classes_.find(' ') != std::string::npos;
        out_ += quoted ? " class=\"" : " class=";
        out_ += classes_;
        if (quoted) out_ += '"';
        if (!has_bullet(block) || item_sign(block) == "-") return;
        out_ += " data-n=\"";
        append_attribute(out_, item_sign(block));
        out_ += '"';
    }

    std::string& out_;
    const View& view_;
    std::string classes_;
};

void append_pill(std::string& out, std::uint32_t target, std::string_view words) {
    out += " <a class=\"x pill\"";
    if (target != none) {
        out += " href=\"#b";
        append_number(out, target + 1);
        out += '"';
    }
    out += '>';
    append_text(out, words);
    out += "</a>";
}

/// The redline block in which a node of a side begins; none where it is not shown.
std::uint32_t block_that_opens(const View& view, std::uint32_t section, bool after, BlockId first) {
    const std::uint32_t opening = view.opening(section);
    if (opening == none) return none;
    const auto& blocks = view.redline().blocks;
    for (std::uint32_t i = opening; i < blocks.size() && i < opening + 4096; ++i) {
        if ((after ? blocks[i].after : blocks[i].before) == first && blocks[i].section == section) return i;
    }
    return none;
}

std::string join_names(const Document& document, const std::vector<NodeId>& nodes) {
    std::string out;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (i > 0) out += i + 1 == nodes.size() ? " and " : ", ";
        out += elide(unit_name(document, nodes[i]), 60);
    }
    return out;
}

void append_split_badge(std::string& out, const View& view, std::uint32_t index) {
    const RedlineBlock& block = view.block(index);
    const RedlineSection& section = view.section_of(index);
    if (section.after.size() < 2 || section.before.empty() || block.after == none || block.after_text.begin != 0)
        return;
    const Document& after = view.redline().after;
    for (const NodeId node : section.after) {
        if (after.nodes[node].first_block != block.after) continue;
        const std::string was = elide(unit_name(view.redline().before, section.before.front()), 60);
        if (node == section.after.front()) {
            const std::uint32_t other =
                block_that_opens(view, block.section, true, after.nodes[section.after[1]].first_block);
            append_pill(out, other, was + " is split into " + join_names(after, section.after));
        } else {
            append_pill(out, view.opening(block.section), "split off from " + was);
        }
        return;
    }
}

void append_merge_badge(std::string& out, const View& view, std::uint32_t index) {
    const RedlineSection& section = view.section_of(index);
    if (section.before.size() < 2 || section.after.empty() || view.opening(view.block(index).section) != index) return;
    append_pill(out, none, "merges " + join_names(view.redline().before, section.before));
}

}  // namespace

std::vector<std::string> write_redline(const View& view) {
    const std::vector<FoldStretch> stretches = plan_folds(view);
    std::vector<std::size_t> parts{0};  // where each part of about as many blocks begins
    for (std::size_t i = 1; i < stretches.size(); ++i)
        if (stretches[i].begin - stretches[parts.back()].begin >= blocks_a_part) parts.push_back(i);
    parts.push_back(stretches.size());
    std::vector<std::string> written(parts.size() - 1);
    for_each_index(written.size(), 2, [&](std::size_t part) {
        RedlineWriter writer(written[part], view);
        for (std::size_t i = parts[part]; i < parts[part + 1]; ++i) writer.write(stretches[i]);
    });
    return written;
}

void append_change_ids(std::string& out, const View& view, std::uint32_t index) {
    const auto changes = view.changes_of(index);
    if (changes.empty()) return;
    const std::uint32_t previous = previous_shown(view, index);
    bool open = false;
    for (const std::uint32_t change : changes) {
        const bool goes_on = previous != none && std::ranges::binary_search(view.changes_of(previous), change) &&
                             (view.block(previous).status == BlockStatus::moved_from) ==
                                 (view.block(index).status == BlockStatus::moved_from);
        if (goes_on) continue;
        if (!open) out += "<span class=\"x ids\">";
        open = true;
        out += "<a class=k href=\"#c";
        append_number(out, change + 1);
        out += "\">c";
        append_number(out, change + 1);
        out += "</a> ";
    }
    if (open) out += "</span>";
}

namespace {

/// Three-way: who moved a block from where, or to where.
void append_party_moves(std::string& out, const View& view, std::uint32_t index) {
    const Redline& redline = view.redline();
    const PartyBlock& parties = redline.party_blocks[index];
    const bool to = view.block(index).status == BlockStatus::moved_to;
    if (to && moved_together(view, previous_shown(view, index), index)) return;
    for (const PartySet by : {both_parties, only_party(0), only_party(1)}) {
        const std::uint32_t other = parties.moved_with[has_party(by, 0) ? 0 : 1];
        const bool together = parties.moved_with[0] != none && parties.moved_with[0] == parties.moved_with[1];
        if (other == none || together != (by == both_parties)) continue;
        const RedlineBlock& end = view.block(other);
        const std::size_t party = has_party(by, 0) ? 0 : 1;
        const Document& own = redline.parties[party].document;
        const BlockId there = redline.party_blocks[other].block[party];
        std::string place;
        if (to) place = unit_path(redline.before, redline.before.places[end.before].node);
        if (!to && there != none) place = unit_path(own, own.places[there].node);
        if (place.empty()) place = "elsewhere";
        append_pill(out, other,
                    (by == both_parties ? "both: "
                     : has_party(by, 0) ? "A: "
                                        : "B: ") +
                        std::string(parties.conflict ? "conflict, " : "") + (to ? "moved from " : "moved to ") +
                        elide(place, 100));
    }
}

}  // namespace

void append_badges(std::string& out, const View& view, std::uint32_t index) {
    const RedlineBlock& block = view.block(index);
    if (view.redline().three_way()) return append_party_moves(out, view, index);
    if (block.status == BlockStatus::moved_to && block.moved_with != none &&
        !moved_together(view, previous_shown(view, index), index)) {
        const Redline& redline = view.redline();
        const std::string from =
            unit_path(redline.before, redline.before.places[view.block(block.moved_with).before].node);
        append_pill(out, block.moved_with, from.empty() ? "moved from elsewhere" : "moved from " + elide(from, 100));
    }
    append_split_badge(out, view, index);
    append_merge_badge(out, view, index);
}

void append_block_attributes(std::string& out, const View& view, std::uint32_t index) {
    const RedlineBlock& block = view.block(index);
    out += " id=b";
    append_number(out, index + 1);
    out += " data-block=b";
    append_number(out, index + 1);
    out += " data-lines=";
    append_number(out, before_line(view.redline(), block));
    for (std::size_t party = 0; party < view.redline().parties.size(); ++party) {
        out += ',';
        append_number(out, party_line(view.redline(), index, party));
    }
    if (!view.redline().three_way()) {
        out += ',';
        append_number(out, after_line(view.redline(), block));
    }
    if (block.moved_with != none) {
        out += " data-moved=b";
        append_number(out, block.moved_with + 1);
    }
}

void append_stub(std::string& out, const View& view, std::uint32_t index, std::uint32_t count) {
    const RedlineBlock& block = view.block(index);
    const Redline& redline = view.redline();
    const std::string_view text = std::string_view(redline.before.blocks[block.before].text)
                                      .substr(block.before_text.begin, block.before_text.size());
    out += "<span class=x><span class=ms>";
    append_text(out, elide(text, 110));
    out += "</span>";
    if (count > 1) {
        out += " and ";
        append_count(out, count - 1);
        out += count == 2 ? " more paragraph" : " more paragraphs";
    }
    out += "</span>";
    if (redline.three_way()) return append_party_moves(out, view, index);
    std::string to;
    if (block.moved_with != none && view.block(block.moved_with).after != none) {
        to = unit_path(redline.after, redline.after.places[view.block(block.moved_with).after].node);
    }
    append_pill(out, block.moved_with, to.empty() ? "moved to elsewhere" : "moved to " + elide(to, 100));
}

}  // namespace stet::html
