// Which paragraphs, rows, tables and content controls of two places are written together, and in which order.
#include <algorithm>
#include <functional>
#include <future>
#include <iterator>
#include <string_view>

#include "diff/sequence.hpp"
#include "writers/docx/merged_rows.hpp"
#include "writers/docx/story_writer.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

std::vector<ControlRange> StoryWriter::ranges_of(const std::vector<Step>& steps, pugi::xml_node before,
                                                 pugi::xml_node after) {
    std::vector<std::pair<pugi::xml_node, pugi::xml_node>> around;
    for (const Step& step : steps)
        around.emplace_back(opened_around(step.before.empty() ? pugi::xml_node() : step.before.front(), before),
                            opened_around(step.after.empty() ? pugi::xml_node() : step.after.front(), after));
    return control_ranges(frame_, around);
}

std::vector<StoryWriter::Step> StoryWriter::steps_between(pugi::xml_node before, pugi::xml_node after) const {
    const auto mixes = [](const Step& step) {
        const auto parted = [](const std::vector<pugi::xml_node>& nodes) {
            return std::any_of(nodes.begin(), nodes.end(),
                               [&](pugi::xml_node node) { return node.parent() != nodes.front().parent(); });
        };
        return parted(step.before) || parted(step.after);
    };
    Opened opened = controls_to_open(before, after, hints_);
    std::vector<Step> steps = steps_between(before, after, opened);
    if (open_last_controls(steps, before, after, opened)) steps = steps_between(before, after, opened);
    return std::any_of(steps.begin(), steps.end(), mixes) ? steps_between(before, after, {}) : steps;
}

/// Opens the content controls of one side that a place ends with: the last mark in them is the place's. Not where the
/// paragraph whose mark would go or come in its stead stands in a control itself. Whether there are such.
bool StoryWriter::open_last_controls(const std::vector<Step>& steps, pugi::xml_node before, pugi::xml_node after,
                                     Opened& opened) {
    std::size_t first = steps.size();
    while (first > 0 && !steps[first - 1].is_paired()) --first;
    if (first > 0 &&
        (steps[first - 1].before.back().parent() != before || steps[first - 1].after.back().parent() != after))
        return false;
    const std::size_t opened_before = opened.size();
    const auto open = [&](std::vector<pugi::xml_node> Step::*side) {
        for (std::size_t i = steps.size(); i-- > first;) {
            if ((steps[i].*side).empty()) continue;
            const pugi::xml_node last = (steps[i].*side).front();
            if (is(last, "w:sdt") && is(content_of(last).last_child(), "w:p")) opened.insert(Hints::key(last));
            return;
        }
    };
    open(&Step::before);
    open(&Step::after);
    return opened.size() > opened_before;
}

std::vector<StoryWriter::Step> StoryWriter::steps_between(pugi::xml_node before, pugi::xml_node after,
                                                          const Opened& opened) const {
    // The sides share nothing. A place with fewer children is not worth a thread.
    constexpr std::ptrdiff_t many_children = 500;
    const auto children = before.children();
    const auto policy =
        std::distance(children.begin(), children.end()) > many_children ? std::launch::async : std::launch::deferred;
    auto other = std::async(policy, [&] { return members(before, frame_.before, frame_.before_story, opened); });
    const std::vector<Member> new_members = members(after, frame_.after, frame_.after_story, opened);
    std::vector<Step> steps = steps_of(other.get(), new_members);
    keep_last_mark(steps);
    return steps;
}

std::vector<StoryWriter::Step> StoryWriter::steps_of(const std::vector<Member>& before,
                                                     const std::vector<Member>& after) const {
    std::vector<Step> steps;
    std::size_t b = 0;
    std::size_t a = 0;
    const auto part = [&](std::size_t b_end, std::size_t a_end) {
        for (; b < b_end; ++b) steps.push_back({{before[b].node}, {}});
        for (; a < a_end; ++a) steps.push_back({{}, {after[a].node}});
    };
    const MemberPairs pairs = pair_members(before, after, hints_);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto [x, y] = pairs[i];
        // Neighbours that the redline has as parts of the same.
        std::size_t x_begin = x;
        std::size_t y_begin = y;
        while (x_begin > b && hints_.pairs(before[x_begin - 1].node, after[y].node)) --x_begin;
        while (y_begin > a && hints_.pairs(before[x].node, after[y_begin - 1].node)) --y_begin;
        part(x_begin, y_begin);
        const std::size_t x_most = i + 1 < pairs.size() ? pairs[i + 1].first : before.size();
        const std::size_t y_most = i + 1 < pairs.size() ? pairs[i + 1].second : after.size();
        std::size_t x_end = x + 1;
        std::size_t y_end = y + 1;
        while (x_end < x_most && hints_.pairs(before[x_end].node, after[y].node)) ++x_end;
        while (y_end < y_most && hints_.pairs(before[x].node, after[y_end].node)) ++y_end;
        Step step;
        for (; b < x_end; ++b) step.before.push_back(before[b].node);
        for (; a < y_end; ++a) step.after.push_back(after[a].node);
        step.equal = step.before.size() == 1 && step.after.size() == 1 && are_equal(before[x], after[y]);
        steps.push_back(std::move(step));
    }
    part(before.size(), after.size());
    drop_deleted_before(steps);
    join_continued(steps);
    return steps;
}

std::set<Hints::Key> StoryWriter::sections_of_one_side(pugi::xml_node before, pugi::xml_node after) const {
    std::set<Hints::Key> out;
    const auto add = [&](const std::vector<pugi::xml_node>& nodes, const std::vector<pugi::xml_node>& others) {
        if (std::any_of(others.begin(), others.end(), ends_section)) return;
        for (const pugi::xml_node node : nodes)
            if (ends_section(node)) out.insert(Hints::key(node.child("w:pPr").child("w:sectPr")));
    };
    for (const Step& step : steps_between(before, after)) {
        add(step.before, step.after);
        add(step.after, step.before);
    }
    return out;
}

/// What is gone and what an earlier author deleted in the same place is one: it is tracked already, and stands for
/// both. What such an author deleted that the before-document does not have is settled, unless that has changes of
/// earlier authors, too.
void StoryWriter::drop_deleted_before(std::vector<Step>& steps) const {
    if (!frame_.after.keeps_revisions()) return;
    std::vector<Step> out;
    for (std::size_t begin = 0; begin < steps.size();) {
        std::size_t end = begin;
        while (end < steps.size() && !steps[end].is_paired()) ++end;
        merge_deleted({steps.data() + begin, end - begin}, out);
        if (end < steps.size()) out.push_back(std::move(steps[end]));
        begin = end + 1;
    }
    steps = std::move(out);
}

/// The steps between two that are paired.
void StoryWriter::merge_deleted(std::span<Step> gap, std::vector<Step>& out) const {
    std::vector<std::size_t> gone;
    std::vector<std::size_t> fresh;
    std::vector<std::uint64_t> gone_texts;
    std::vector<std::uint64_t> deleted_texts;
    std::uint64_t none_of = 0;  // counts down what is like nothing
    const auto key = [](pugi::xml_node node, PackageSide& side, Story& story) {
        return std::hash<std::string>{}(node.name() + former_text(node, side, story)) >> 1U;
    };
    for (std::size_t i = 0; i < gap.size(); ++i) {
        if (gap[i].after.empty()) {
            gone.push_back(i);
            gone_texts.push_back(key(gap[i].before.front(), frame_.before, frame_.before_story));
            continue;
        }
        const pugi::xml_node node = gap[i].after.front();
        const bool deleted = is_deleted_whole(node, frame_.after, frame_.after_story);
        fresh.push_back(i);
        deleted_texts.push_back(deleted ? key(node, frame_.after, frame_.after_story) : --none_of);
    }
    std::size_t g = 0;
    std::size_t f = 0;
    const auto part = [&](std::size_t gone_end, std::size_t fresh_end) {
        for (; g < gone_end; ++g) out.push_back(std::move(gap[gone[g]]));
        for (; f < fresh_end; ++f) {
            const bool other = deleted_texts[f] >> 63U == 0 && !frame_.before_story.settled;
            if (!other) out.push_back(std::move(gap[fresh[f]]));
        }
    };
    for (const auto& [x, y] : common_subsequence(gone_texts, deleted_texts)) {
        part(x, y);
        ++g;
        out.push_back(std::move(gap[fresh[f++]]));
    }
    part(gone.size(), fresh.size());
}

/// Paragraphs whose mark an earlier author deleted are one with the next.
void StoryWriter::join_continued(std::vector<Step>& steps) {
    std::vector<Step> out;
    for (Step& step : steps) {
        const bool continued = !out.empty() && !out.back().after.empty() && out.back().is_paragraph() &&
                               step.is_paragraph() && goes_on(out.back().after.back());
        if (!continued) {
            out.push_back(std::move(step));
            continue;
        }
        out.back().before.insert(out.back().before.end(), step.before.begin(), step.before.end());
        out.back().after.insert(out.back().after.end(), step.after.begin(), step.after.end());
        out.back().equal = false;
    }
    steps = std::move(out);
}

/// Whether there may be changes of earlier authors in it that are none between the two documents.
bool StoryWriter::tracks_other(pugi::xml_node after) const {
    return frame_.after.keeps_revisions() && !frame_.before_story.settled && is_revised(after);
}

/// Equal content, and numbered alike; with formatting tracked, equal runs and paragraphs, too.
bool StoryWriter::are_equal(const Member& before, const Member& after) const {
    if (frame_.remarks.has_lost(before.node) || before.key != after.key || tracks_other(after.node)) return false;
    if (!are_numbered_alike(before.node, after.node)) return false;
    if (!frame_.formatting) return true;
    std::string old_xml;
    std::string new_xml;
    append_xml(old_xml, before.node);
    append_xml(new_xml, after.node);
    return old_xml == new_xml;
}

/// The paragraphs of two nodes with the same content.
bool StoryWriter::are_numbered_alike(pugi::xml_node before, pugi::xml_node after) const {
    if (is(before, "w:p"))
        return !is_numbered_otherwise(frame_.before_lists, before.child("w:pPr"), frame_.after_lists,
                                      after.child("w:pPr")) &&
               are_boxes_numbered_alike(before, after);
    const auto inside = [](pugi::xml_node node) { return is_member(node.name()) || is(node, "w:sdtContent"); };
    pugi::xml_node other = after.first_child();
    for (const pugi::xml_node child : before.children()) {
        if (!inside(child)) continue;
        while (other && !inside(other)) other = other.next_sibling();
        if (!other) return true;
        if (std::string_view(child.name()) != other.name() || !are_numbered_alike(child, other)) return false;
        other = other.next_sibling();
    }
    return true;
}

/// What the text boxes on two paragraphs with the same content hold.
bool StoryWriter::are_boxes_numbered_alike(pugi::xml_node before, pugi::xml_node after) const {
    const std::vector<pugi::xml_node> old_boxes = text_boxes(before);
    if (old_boxes.empty()) return true;
    const std::vector<pugi::xml_node> new_boxes = text_boxes(after);
    for (std::size_t i = 0; i < std::min(old_boxes.size(), new_boxes.size()); ++i)
        if (!are_numbered_alike(old_boxes[i], new_boxes[i])) return false;
    return true;
}

bool StoryWriter::moves(const Step& step) const {
    return hints_.move.contains(Hints::key((step.before.empty() ? step.after : step.before).front()));
}

/// A place's last paragraph mark can neither go nor come. Where its last paragraphs are on one side only, the mark of
/// the last that both have goes (or comes) in its stead; where both sides have such, their last ones share a mark.
/// Content controls of one side may stand between them.
void StoryWriter::keep_last_mark(std::vector<Step>& steps) const {
    if (steps.empty() || !steps.back().is_paragraph()) return;
    const auto may_stand_between = [](const Step& step) {
        const pugi::xml_node node = (step.before.empty() ? step.after : step.before).front();
        return step.is_paragraph() || is(node, "w:sdt") || is(node, "w:customXml");
    };
    std::size_t first = steps.size();
    while (first > 0 && !steps[first - 1].is_paired() && may_stand_between(steps[first - 1])) --first;
    if (first == steps.size()) return;
    const auto last_of = [&](bool gone) {
        std::size_t at = steps.size();
        while (at > first && (gone ? steps[at - 1].before : steps[at - 1].after).empty()) --at;
        return at;
    };
    Step last;
    const std::size_t gone = last_of(true);
    const std::size_t fresh = last_of(false);
    // An end of a move stays one: its range ends with its paragraph.
    if ((gone > first && moves(steps[gone - 1])) || (fresh > first && moves(steps[fresh - 1]))) return;
    if (gone > first && fresh > first) {
        if (!steps[gone - 1].is_paragraph() || !steps[fresh - 1].is_paragraph()) return;
        last.before = steps[gone - 1].before;
        last.after = steps[fresh - 1].after;
        steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(std::max(gone, fresh) - 1));
        steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(std::min(gone, fresh) - 1));
        steps.push_back(std::move(last));
        return;
    }
    if (first == 0 || !steps[first - 1].is_paragraph()) return;
    const auto place_of = [](const Step& step) {
        return (step.before.empty() ? step.after : step.before).back().parent();
    };
    const auto stays_apart = [&](const Step& step) {
        return !step.is_paragraph() || moves(step) || place_of(step) != place_of(steps[first - 1]);
    };
    if (std::any_of(steps.begin() + static_cast<std::ptrdiff_t>(first), steps.end(), stays_apart)) {
        Step& pair = steps[first - 1];
        pair.mark = gone > first ? Track::deleted : Track::inserted;
        pair.equal = false;
        steps.back().takes_mark_of = gone > first ? pair.after.back() : pair.before.back();
        return;
    }
    last.paired_before = steps[first - 1].before.size();
    last.paired_after = steps[first - 1].after.size();
    for (std::size_t i = first - 1; i < steps.size(); ++i) {
        last.before.insert(last.before.end(), steps[i].before.begin(), steps[i].before.end());
        last.after.insert(last.after.end(), steps[i].after.begin(), steps[i].after.end());
    }
    steps.resize(first - 1);
    steps.push_back(std::move(last));
}

/// Rows whose cells are merged otherwise go and come whole, with all that a merge holds together: a merge is not
/// tracked, and what is struck in a cell that another one covers would not be seen.
void StoryWriter::part_merged_rows(std::vector<Step>& steps) {
    const auto goes_on = [](const Step& step) {
        return step.is_row() && (std::any_of(step.before.begin(), step.before.end(), goes_on_above) ||
                                 std::any_of(step.after.begin(), step.after.end(), goes_on_above));
    };
    const auto is_changed = [](const Step& step) {
        return step.is_paired() && merges_of(step.before.front()) != merges_of(step.after.front());
    };
    std::vector<Step> out;
    for (std::size_t begin = 0; begin < steps.size();) {
        std::size_t end = begin + 1;
        while (steps[begin].is_row() && end < steps.size() && goes_on(steps[end])) ++end;
        const auto first = steps.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto last = steps.begin() + static_cast<std::ptrdiff_t>(end);
        begin = end;
        if (!first->is_row() || std::none_of(first, last, is_changed)) {
            out.insert(out.end(), std::move_iterator(first), std::move_iterator(last));
            continue;
        }
        for (auto step = first; step != last; ++step)
            for (const pugi::xml_node row : step->before) out.push_back({{row}, {}});
        for (auto step = first; step != last; ++step)
            for (const pugi::xml_node row : step->after) out.push_back({{}, {row}});
    }
    steps = std::move(out);
}

}  // namespace stet::docx
