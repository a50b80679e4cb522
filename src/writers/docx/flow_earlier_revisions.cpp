// What earlier authors tracked in a flow: it stays where it is the change between the two texts, and is settled where
// it is another one.
#include <algorithm>

#include "writers/docx/flow_writer.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

/// What stood in a gap before earlier authors changed it: without what they wrote, with what they deleted, blanks
/// aside. `begin` and `end` are the after-tokens between which the gap's items stand.
std::string FlowWriter::text_before_revisions(std::span<const FlowItem> items, std::uint32_t begin,
                                              std::uint32_t end) const {
    std::string out;
    const auto pass_to = [&](std::uint32_t next) {
        for (; begin < next; ++begin) {
            const FlowToken& token = after_.tokens[begin];
            if (token.kind == FlowTokenKind::passive && is_earlier_deletion(token.node) && !is_written_before(begin))
                out += deleted_before(token.node);
        }
    };
    for (const FlowItem& item : items) {
        if (item.after == no_token || is_gone(item)) continue;
        pass_to(item.after);
        if (!is_written_before(item.after))
            out += without_blanks(std::string_view(after_.text).substr(item.after_text.begin, item.after_text.size()));
    }
    pass_to(end);
    return out;
}

/// Inside an earlier author's insertion.
bool FlowWriter::is_written_before(std::uint32_t token) const {
    for (std::uint32_t w = after_.tokens[token].wrapper; w != 0; w = after_.wrappers[w].parent)
        if (is_earlier_insertion(after_.wrappers[w].node)) return true;
    return false;
}

/// Both have it, and it is more than a blank between changes.
bool FlowWriter::is_held(const FlowItem& item) const {
    return item.before != no_token && item.after != no_token &&
           !without_blanks(std::string_view(after_.text).substr(item.after_text.begin, item.after_text.size())).empty();
}

/// Whether earlier authors changed something between two after-tokens.
bool FlowWriter::is_revised_before(std::uint32_t begin, std::uint32_t end) const {
    for (; begin < end; ++begin)
        if (is_written_before(begin) ||
            (after_.tokens[begin].kind == FlowTokenKind::passive && is_earlier_deletion(after_.tokens[begin].node)))
            return true;
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
        bool changed = false;
        std::string before;
        for (; end < items.size() && !is_fixed(items[end]); ++end) {
            before.append(before_.text, items[end].before_text.begin, items[end].before_text.size());
            changed = changed || items[end].track != Track::none;
        }
        const std::uint32_t next = end < items.size() ? items[end].after : token_count;
        const std::span<const FlowItem> gap = std::span(items).subspan(i, end - i);
        const std::uint32_t begin = behind_gone_paragraphs(gap, held, next);
        const bool revised = is_revised_before(begin, next);
        const bool made = revised && without_blanks(before) == text_before_revisions(gap, begin, next);
        if (revised && changed && !made && !shared) std::fill(settled_.begin() + begin, settled_.begin() + next, true);
        for (; i < end; ++i) {
            if (made && is_gone(items[i])) continue;
            out.push_back(items[i]);
            if (made && items[i].track == Track::inserted) out.back().track = Track::none;
        }
        for (; i < items.size() && is_fixed(items[i]); ++i) {
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
