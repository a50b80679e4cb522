// What earlier authors tracked in a flow: it stays where it is the change between the two texts, and is settled where
// it is another one.
#include <algorithm>
#include <string_view>

#include "writers/docx/flow_writer.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

constexpr char end_of_paragraph = '\x1e';  // in no text: a mark is told from a line break

bool is_wholly_blank(std::string_view text) {
    return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

}  // namespace

/// What stood in a gap before earlier authors changed it: without what they wrote, with what they deleted. `begin` and
/// `end` are the after-tokens between which the gap's items stand.
std::string FlowWriter::text_before_revisions(std::span<const FlowItem> items, std::uint32_t begin,
                                              std::uint32_t end) const {
    std::string out;
    const auto pass_to = [&](std::uint32_t next) {
        for (; begin < next; ++begin) {
            const FlowToken& token = after_.tokens[begin];
            if (token.kind != FlowTokenKind::passive || is_written_before(begin)) continue;
            if (is(token.node, "w:p"))
                out += end_of_paragraph;
            else if (is_earlier_deletion(token.node))
                out += deleted_text(token.node, frame_.after, frame_.after_story);
        }
    };
    for (const FlowItem& item : items) {
        if (item.after == no_token || is_gone(item)) continue;
        pass_to(item.after);
        if (is_written_before(item.after)) continue;
        if (is_mark(after_.tokens[item.after]))
            out += end_of_paragraph;
        else
            append_exactly(out, after_, after_.tokens[item.after], item.after_text);
    }
    pass_to(end);
    return out;
}

std::string FlowWriter::before_text(std::span<const FlowItem> items) const {
    std::string out;
    for (const FlowItem& item : items) {
        if (item.before == no_token) continue;
        if (is_mark(before_.tokens[item.before]))
            out += end_of_paragraph;
        else
            append_exactly(out, before_, before_.tokens[item.before], item.before_text);
    }
    return out;
}

/// References to notes that went, by token: what those notes say may have changed.
std::vector<std::uint32_t> FlowWriter::gone_notes(std::span<const FlowItem> items) const {
    std::vector<std::uint32_t> out;
    for (const FlowItem& item : items)
        if (is_gone(item) && frame_.notes_of(before_.tokens[item.before].node) != nullptr) out.push_back(item.before);
    return out;
}

/// One that came, and no earlier author wrote.
bool FlowWriter::is_fresh_note(const FlowItem& item) const {
    return item.track == Track::inserted && !is_written_before(item.after) &&
           frame_.notes_of(after_.tokens[item.after].node) != nullptr;
}

std::size_t FlowWriter::count_fresh_notes(std::span<const FlowItem> items) const {
    return static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(), [&](const FlowItem& item) { return is_fresh_note(item); }));
}

/// Inside an earlier author's insertion; of a paragraph's end, one that such an author made.
bool FlowWriter::is_written_before(std::uint32_t token) const {
    const FlowToken& own = after_.tokens[token];
    if (!is(own.node, "w:p")) return stet::docx::is_written_before(after_, own);
    const auto marks = own.node.child("w:pPr").child("w:rPr").children();
    return std::any_of(marks.begin(), marks.end(), is_earlier_insertion);
}

/// Both have it, and it is more than a blank between changes.
bool FlowWriter::is_held(const FlowItem& item) const {
    return item.before != no_token && item.after != no_token &&
           !is_wholly_blank(std::string_view(after_.text).substr(item.after_text.begin, item.after_text.size()));
}

/// Whether earlier authors changed something between two after-tokens.
bool FlowWriter::is_revised_before(std::uint32_t begin, std::uint32_t end) const {
    for (; begin < end; ++begin) {
        const FlowToken& token = after_.tokens[begin];
        const bool passive = token.kind == FlowTokenKind::passive;
        if (is_written_before(begin) || (passive && (is_earlier_deletion(token.node) || is(token.node, "w:p"))))
            return true;
    }
    return false;
}

/// Behind the paragraphs of a gap that earlier authors deleted whole, which are no part of what is compared.
std::uint32_t FlowWriter::behind_gone_paragraphs(std::span<const FlowItem> items, std::uint32_t begin,
                                                 std::uint32_t end) const {
    if (begin > 0 && !is(after_.tokens[begin - 1].node, "w:p")) return begin;
    const auto first =
        std::find_if(items.begin(), items.end(), [](const FlowItem& item) { return item.after != no_token; });
    const std::uint32_t last = first == items.end() ? end : first->after;
    for (std::uint32_t i = begin; i < last; ++i)
        if (is(after_.tokens[i].node, "w:p")) begin = i + 1;
    return std::min(begin, end);
}

/// Without the changes that earlier authors made already in the same place. Where theirs are other ones than those
/// between the two texts, both cannot stand: what they did there is settled, unless the before-document has changes of
/// earlier authors, too, which these may be.
std::vector<FlowItem> FlowWriter::without_made_before(const std::vector<FlowItem>& items) {
    const auto token_count = static_cast<std::uint32_t>(after_.tokens.size());
    settled_.assign(token_count, false);
    if (!is_revised_before(0, token_count)) return items;
    const bool shared = frame_.before_story.settled;
    const auto is_fixed = [&](const FlowItem& item) {
        return is_held(item) && (shared || !is_written_before(item.after));
    };
    std::vector<FlowItem> out;
    std::uint32_t held = 0;  // the after-token behind the last that is fixed
    for (std::size_t i = 0; i < items.size();) {
        std::size_t end = i;
        while (end < items.size() && !is_fixed(items[end])) ++end;
        const std::uint32_t next = end < items.size() ? items[end].after : token_count;
        const std::span<const FlowItem> gap = std::span(items).subspan(i, end - i);
        const std::uint32_t begin = behind_gone_paragraphs(gap, held, next);
        const bool revised = is_revised_before(begin, next);
        std::vector<std::uint32_t> notes = gone_notes(gap);
        const bool made = revised && before_text(gap) == text_before_revisions(gap, begin, next) &&
                          notes.size() == count_fresh_notes(gap);
        std::reverse(notes.begin(), notes.end());
        if (revised && !made && !shared) std::fill(settled_.begin() + begin, settled_.begin() + next, true);
        for (; i < end; ++i) {
            if (made && is_gone(items[i])) continue;
            out.push_back(items[i]);
            if (!made || items[i].track != Track::inserted) continue;
            out.back().track = Track::none;
            if (!is_fresh_note(items[i])) continue;
            out.back().before = notes.back();
            notes.pop_back();
        }
        // A deletion between what both have is a gap, too.
        for (bool first = true; i < items.size() && is_fixed(items[i]); ++i, first = false) {
            if (!first && is_revised_before(held, items[i].after)) break;
            out.push_back(items[i]);
            held = items[i].after + 1;
        }
    }
    return out;
}

/// Inside an earlier author's insertion.
bool FlowWriter::is_tracked_already() const {
    return std::any_of(levels_.begin(), levels_.end(), [&](const Level& level) {
        return !level.before && is_earlier_insertion(after_.wrappers[level.wrapper].node);
    });
}

}  // namespace stet::docx
