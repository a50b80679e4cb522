// Places and what stands in them, from the outside in.
#include "writers/docx/story_writer.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "writers/docx/field_signs.hpp"
#include "writers/docx/flow.hpp"
#include "writers/docx/flow_diff.hpp"
#include "writers/docx/flow_writer.hpp"
#include "writers/docx/opened_controls.hpp"
#include "writers/docx/property_changes.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

bool is_properties(pugi::xml_node node) {
    static constexpr std::array<std::string_view, 7> names = {"w:tblPr", "w:tblGrid", "w:tblPrEx", "w:trPr",
                                                              "w:tcPr",  "w:sdtPr",   "w:sdtEndPr"};
    return std::find(names.begin(), names.end(), node.name()) != names.end();
}

/// References to notes, in order.
void find_references(pugi::xml_node node, std::vector<pugi::xml_node>& out) {
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = child.name();
        if (name.empty() || name == "w:t" || name == "w:rPr" || name == "w:pPr") continue;
        if (name == "w:footnoteReference" || name == "w:endnoteReference")
            out.push_back(child);
        else
            find_references(child, out);
    }
}

}  // namespace

void StoryWriter::lay(std::string& out, pugi::xml_node before, pugi::xml_node after) {
    std::vector<Step> steps = steps_between(before, after);
    part_merged_rows(steps);
    find_field_signs(steps);
    pugi::xml_node next = after.first_child();
    const auto pass_to = [&](pugi::xml_node end) {
        for (; next && next != end; next = next.next_sibling()) {
            if (is(next, "w:sectPr") && before.child("w:sectPr"))
                append_properties(out, frame_, before.child("w:sectPr"), next);
            else if (!is_member(next.name()) && !is_properties(next))
                append_xml(out, next);
        }
    };
    const std::vector<ControlRange> ranges = ranges_of(steps, before, after);
    std::vector<ControlRange> open;
    auto range = ranges.begin();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Step& step = steps[i];
        for (; range != ranges.end() && range->first == i; ++range) {
            if (!range->before) {
                pass_to(range->control);
                next = content_of(range->control).first_child();
            }
            out += control_start(frame_, *range);
            open.push_back(*range);
        }
        if (!step.after.empty()) {
            // What stands between paragraphs that are one flow stands before them.
            pass_to(step.after.front());
            pass_to(step.after.back());
            next = step.after.back().next_sibling();
        }
        write_step(out, step);
        for (; !open.empty() && open.back().last == i; open.pop_back()) {
            if (!open.back().before) {
                pass_to({});
                next = open.back().control.next_sibling();
            }
            out += control_end(frame_, open.back());
        }
    }
    pass_to({});
}

/// With the bookmarks that begin or end between the paragraphs: they may have to come back with one.
Flow StoryWriter::before_flow(const std::vector<pugi::xml_node>& paragraphs) const {
    Flow flow;
    for (const pugi::xml_node& paragraph : paragraphs) {
        append_bookmarks_before(flow, paragraph);
        append_paragraph(flow, paragraph, frame_.before, frame_.before_story);
    }
    return flow;
}

Flow StoryWriter::after_flow(const std::vector<pugi::xml_node>& paragraphs) const {
    Flow flow;
    for (const pugi::xml_node& paragraph : paragraphs)
        append_paragraph(flow, paragraph, frame_.after, frame_.after_story,
                         &paragraph != &paragraphs.back() && goes_on(paragraph));
    return flow;
}

void StoryWriter::find_field_signs(const std::vector<Step>& steps) {
    FieldSigns gone;
    FieldSigns fresh;
    const auto add = [&](FieldSigns& signs, const std::vector<pugi::xml_node>& nodes) {
        for (const pugi::xml_node node : nodes)
            if (!is_moved(node)) signs.add(node);
    };
    for (const Step& step : steps) {
        if (step.is_paired()) {
            gone.pass();
            fresh.pass();
            continue;
        }
        add(gone, step.before);
        add(fresh, step.after);
    }
    for (const FieldSigns* signs : {&gone, &fresh}) signs_.insert(signs->whole().begin(), signs->whole().end());
}

/// By the redline's edits where its texts are those of the flows.
std::vector<FlowItem> StoryWriter::items_of(const std::vector<pugi::xml_node>& before,
                                            const std::vector<pugi::xml_node>& after, const Flow& before_flow,
                                            const Flow& after_flow) const {
    const auto known = hints_.whole.find(Hints::key(before.front()));
    if (known != hints_.whole.end() && known->second.first == Hints::key(after.front()) && before.size() == 1 &&
        after.size() == 1) {
        const RedlineBlock& block = frame_.redline.blocks[known->second.second];
        if (frame_.redline.before.blocks[block.before].text == words_of_flow(before_flow) &&
            frame_.redline.after.blocks[block.after].text == words_of_flow(after_flow))
            return diff_flows(before_flow, after_flow, block.edits);
    }
    return diff_flows(before_flow, after_flow, edits_between(before_flow, after_flow));
}

/// What is paired as ever, then what is of one side only; the pair's mark goes or comes and the last one stays.
std::vector<FlowItem> StoryWriter::shifted_items(const Step& step, const Flow& before, const Flow& after) {
    const auto head = [](const std::vector<pugi::xml_node>& all, std::size_t count) {
        return std::vector<pugi::xml_node>(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
    };
    const std::vector<pugi::xml_node> old_nodes = head(step.before, step.paired_before);
    const std::vector<pugi::xml_node> new_nodes = head(step.after, step.paired_after);
    const Flow old_pair = before_flow(old_nodes);
    const Flow new_pair = after_flow(new_nodes);
    std::vector<FlowItem> items = items_of(old_nodes, new_nodes, old_pair, new_pair);
    FlowItem& mark = items.back();
    const bool gone = step.before.size() > step.paired_before;
    FlowItem last = mark;
    mark = gone ? FlowItem{Track::deleted, mark.before, no_token, mark.before_text, {}}
                : FlowItem{Track::inserted, no_token, mark.after, {}, mark.after_text};
    const Flow& longer = gone ? before : after;
    const std::size_t begin = (gone ? old_pair : new_pair).tokens.size();
    for (const FlowItem& item : one_flow(longer, gone ? Track::deleted : Track::inserted, signs_))
        if ((gone ? item.before : item.after) >= begin) items.push_back(item);
    (gone ? last.before : last.after) = static_cast<std::uint32_t>(longer.tokens.size()) - 1;
    items.back() = last;
    return items;
}

void StoryWriter::write_step(std::string& out, const Step& step) {
    if (step.equal) {
        pair_notes(step.before.front(), step.after.front());
        append_xml(out, step.after.front());
    } else if (step.is_paragraph()) {
        write_flow(out, step);
    } else {
        write_member(out, step);
    }
}

namespace {

/// A paragraph's end alone.
Flow mark_of(pugi::xml_node paragraph) {
    Flow flow;
    flow.text = "\n";
    flow.tokens.push_back({FlowTokenKind::mark, {}, paragraph, {}, {0, 1}, 0, 0});
    return flow;
}

}  // namespace

/// A pair whose mark comes or goes.
void StoryWriter::write_giving(std::string& out, const Step& step) {
    const Flow before = before_flow(step.before);
    const Flow after = after_flow(step.after);
    std::vector<FlowItem> items = items_of(step.before, step.after, before, after);
    FlowItem& mark = items.back();
    mark = step.mark == Track::inserted ? FlowItem{Track::inserted, no_token, mark.after, {}, mark.after_text}
                                        : FlowItem{Track::deleted, mark.before, no_token, mark.before_text, {}};
    FlowEnds ends;
    ends.remarks = remarks_on(step);
    FlowWriter(out, frame_, *this, before, after, ends).write(items);
}

/// What a paragraph holds comes or goes; its mark is that of a paragraph of the other side.
void StoryWriter::write_taking(std::string& out, const Step& step) {
    const bool gone = step.after.empty();
    const Flow own = gone ? before_flow(step.before) : after_flow(step.after);
    const Flow other = mark_of(step.takes_mark_of);
    std::vector<FlowItem> items = one_flow(own, gone ? Track::deleted : Track::inserted, signs_);
    FlowItem& mark = items.back();
    mark.track = Track::none;
    (gone ? mark.after : mark.before) = 0;
    (gone ? mark.after_text : mark.before_text) = other.tokens.front().text;
    FlowEnds ends;
    ends.remarks = remarks_on(step);
    ends.former_properties = true;
    FlowWriter(out, frame_, *this, gone ? own : other, gone ? other : own, ends).write(items);
}

void StoryWriter::write_flow(std::string& out, const Step& step) {
    if (step.takes_mark_of) return write_taking(out, step);
    if (step.mark != Track::none) return write_giving(out, step);
    if (step.after.empty()) return write_one_flow(out, step.before, Track::deleted);
    if (step.before.empty()) return write_one_flow(out, step.after, Track::inserted);
    const Flow before = before_flow(step.before);
    const Flow after = after_flow(step.after);
    FlowEnds ends;
    ends.remarks = remarks_on(step);
    ends.former_properties = step.is_shifted();
    const std::vector<FlowItem> items =
        step.is_shifted() ? shifted_items(step, before, after) : items_of(step.before, step.after, before, after);
    FlowWriter(out, frame_, *this, before, after, ends).write(items);
}

void StoryWriter::write_one_flow(std::string& out, const std::vector<pugi::xml_node>& paragraphs, Track track,
                                 bool keeps_mark) {
    const pugi::xml_node paragraph = paragraphs.front();
    const bool gone = track == Track::deleted;
    if (paragraphs.size() == 1 && is_moved(paragraph)) {
        const pugi::xml_node end = hints_.other_end.at(Hints::key(paragraph));
        return write_move(out, gone ? paragraph : end, gone ? end : paragraph, gone);
    }
    const Flow flow = gone ? before_flow(paragraphs) : after_flow(paragraphs);
    const Flow nothing;
    FlowEnds ends;
    ends.remarks = remarks_on(gone ? Step{paragraphs, {}} : Step{{}, paragraphs});
    ends.untracked_mark = keeps_mark;
    FlowWriter(out, frame_, *this, gone ? flow : nothing, gone ? nothing : flow, ends)
        .write(one_flow(flow, track, signs_));
}

/// The signs of a field over several paragraphs do not move: its paragraphs with such go and come. So do those that an
/// earlier author made one with a neighbour.
bool StoryWriter::is_moved(pugi::xml_node paragraph) const {
    const auto alone = [&](pugi::xml_node end) {
        return open_fields(end) == 0 && !goes_on(end) && !goes_on(end.previous_sibling("w:p")) && !tracks_other(end);
    };
    const auto end = hints_.other_end.find(Hints::key(paragraph));
    return end != hints_.other_end.end() && alone(paragraph) && alone(end->second);
}

/// One end of a move: what both ends have as moved, the rest as deleted there and inserted here.
void StoryWriter::write_move(std::string& out, pugi::xml_node from, pugi::xml_node to, bool is_from) {
    const Flow before = before_flow({from});
    const Flow after = after_flow({to});
    std::vector<FlowItem> items;
    for (FlowItem item : items_of({from}, {to}, before, after)) {
        if (item.track == (is_from ? Track::inserted : Track::deleted)) continue;
        if (item.track == Track::none) item.track = is_from ? Track::moved_from : Track::moved_to;
        // Each end stands alone.
        (is_from ? item.after : item.before) = no_token;
        (is_from ? item.after_text : item.before_text) = {};
        items.push_back(item);
    }
    const std::string name = is_from ? "moveFromRange" : "moveToRange";
    const std::string id = frame_.revisions.id();
    const std::string number = std::to_string(hints_.move.at(Hints::key(is_from ? from : to)));
    FlowEnds ends;
    ends.remarks = remarks_on(is_from ? Step{{from}, {}} : Step{{}, {to}});
    ends.opening = "<w:" + name + "Start" + id + frame_.revisions.signature() + " w:name=\"move" + number + "\"/>";
    ends.closing = "<w:" + name + "End" + id + "/>";
    const Flow nothing;
    FlowWriter(out, frame_, *this, is_from ? before : nothing, is_from ? nothing : after, ends).write(items);
}

std::vector<std::uint32_t> StoryWriter::remarks_on(const Step& step) const {
    std::vector<std::uint32_t> changes;
    // Word has comments on the body's own text alone.
    if (frame_.after_story.part != frame_.after.main_part() || boxes_ > 0) return changes;
    for (const pugi::xml_node node : step.before) frame_.remarks.find(node, changes);
    for (const pugi::xml_node node : step.after) frame_.remarks.find(node, changes);
    for (const pugi::xml_node row : rows_) frame_.remarks.find(row, changes);
    return changes;
}

void StoryWriter::write_member(std::string& out, const Step& step) {
    if (step.after.empty()) return write_one(out, step.before.front(), Track::deleted);
    if (step.before.empty()) return write_one(out, step.after.front(), Track::inserted);
    const pugi::xml_node before = step.before.front();
    const pugi::xml_node after = step.after.front();
    if (is(after, "w:tbl")) return write_table(out, before, after);
    if (is(after, "w:tr")) return write_row(out, before, after);
    write_control(out, before, after);
}

/// A content control or cell.
void StoryWriter::write_control(std::string& out, pugi::xml_node before, pugi::xml_node after) {
    append_start(out, after);
    for (const pugi::xml_node child : after.children())
        if (is_properties(child)) append_properties(out, frame_, before.child(child.name()), child);
    if (is(after, "w:sdt")) tell_other_properties(frame_, before, after);
    if (is(after, "w:sdt")) append_start(out, content_of(after));
    lay(out, content_of(before), content_of(after));
    if (is(after, "w:sdt")) append_end(out, content_of(after));
    append_end(out, after);
}

// ---- tables

void StoryWriter::write_table(std::string& out, pugi::xml_node before, pugi::xml_node after) {
    append_start(out, after);
    for (const pugi::xml_node child : after.children())
        if (is_properties(child)) append_properties(out, frame_, before.child(child.name()), child);
    lay(out, before, after);
    append_end(out, after);
}

void StoryWriter::write_row(std::string& out, pugi::xml_node before, pugi::xml_node after) {
    if (tracks_other(after)) after.child("w:trPr").remove_child("w:ins");
    const std::vector<Member> old_cells = members(before, frame_.before, frame_.before_story);
    const std::vector<Member> new_cells = members(after, frame_.after, frame_.after_story);
    if (old_cells.size() != new_cells.size()) {
        // Few programs read tracked cells: the row goes and comes whole.
        write_row_of_one(out, before, Track::deleted);
        write_row_of_one(out, after, Track::inserted);
        return;
    }
    append_start(out, after);
    rows_.insert(rows_.end(), {before, after});
    for (const pugi::xml_node child : after.children())
        if (is_properties(child)) append_properties(out, frame_, before.child(child.name()), child);
    for (std::size_t i = 0; i < new_cells.size(); ++i) {
        if (are_equal(old_cells[i], new_cells[i])) {
            pair_notes(old_cells[i].node, new_cells[i].node);
            append_xml(out, new_cells[i].node);
        } else {
            write_control(out, old_cells[i].node, new_cells[i].node);
        }
    }
    rows_.resize(rows_.size() - 2);
    append_end(out, after);
}

void StoryWriter::write_row_of_one(std::string& out, pugi::xml_node row, Track track) {
    out += "<w:tr>" + xml_of(row.child("w:tblPrEx"), track) + "<w:trPr>";
    for (const pugi::xml_node child : row.child("w:trPr").children()) out += xml_of(child, track);
    // A row that an earlier author wrote in is tracked already.
    if (!row.child("w:trPr").child("w:ins")) out += frame_.revisions.mark(track);
    out += "</w:trPr>";
    rows_.push_back(row);
    for (const pugi::xml_node child : row.children())
        if (!is_properties(child)) write_one(out, child, track);
    rows_.pop_back();
    out += "</w:tr>";
}

/// A row that an earlier author wrote in or deleted: all that is in it comes or goes with it.
void StoryWriter::append_tracked_row(std::string& out, pugi::xml_node row) {
    std::vector<pugi::xml_node> references;
    find_references(row, references);
    for (const pugi::xml_node reference : references)
        frame_.notes_of(reference)->pair(reference.attribute("w:id").value(), {});
    append_xml(out, row);
}

// ---- one side

void StoryWriter::lay_one(std::string& out, pugi::xml_node place, Track track, bool keeps_last) {
    const pugi::xml_node last = place.last_child();
    for (const pugi::xml_node child : place.children()) {
        if (keeps_last && child == last && is(child, "w:p"))
            write_one_flow(out, {child}, track, true);
        else if (!is_properties(child))
            write_one(out, child, track);
    }
}

std::string StoryWriter::xml_of(pugi::xml_node node, Track track) {
    std::string out;
    if (!node) return out;
    if (goes(track))
        frame_.carrier.append(out, node);
    else
        append_xml(out, node);
    return out;
}

void StoryWriter::write_one(std::string& out, pugi::xml_node member, Track track) {
    if (is(member, "w:p")) return write_one_flow(out, {member}, track);
    const pugi::xml_node row = member.child("w:trPr");
    if (is(member, "w:tr") && (row.child("w:del") || row.child("w:ins")) && !goes(track))
        return append_tracked_row(out, member);
    if (is(member, "w:tr")) return write_row_of_one(out, member, track);
    const bool holds = is(member, "w:tbl") || is(member, "w:tc") || is(member, "w:sdt") || is(member, "w:customXml");
    if (!holds) {
        if (!goes(track)) append_xml(out, member);
        return;
    }
    if (is(member, "w:sdt") && track != Track::none && !holds_cells(member))
        return write_control_of_one(out, member, track);
    const bool control = is(member, "w:sdt") || is(member, "w:customXml");
    if (control && goes(track)) return lay_one(out, content_of(member), track);
    append_start(out, member);
    for (const pugi::xml_node child : member.children())
        if (is_properties(child)) out += xml_of(child, track);
    if (is(member, "w:sdt")) append_start(out, content_of(member));
    lay_one(out, content_of(member), track);
    if (is(member, "w:sdt")) append_end(out, content_of(member));
    append_end(out, member);
}

/// A content control around paragraphs, each of its tags between the signs that it came or went.
void StoryWriter::write_control_of_one(std::string& out, pugi::xml_node control, Track track) {
    const pugi::xml_node properties = control.child("w:sdtPr");
    const bool taken = goes(track) && after_numbers_.contains(properties.child("w:id").attribute("w:val").value());
    out += tracked_tag(frame_, track,
                       "<w:sdt>" + (taken ? unnumbered_properties(frame_, control) : xml_of(properties, track)) +
                           xml_of(control.child("w:sdtEndPr"), track) + "<w:sdtContent>");
    lay_one(out, content_of(control), track);
    out += tracked_tag(frame_, track, "</w:sdtContent></w:sdt>");
}

// ---- things

void StoryWriter::append_thing(std::string& out, pugi::xml_node before, pugi::xml_node after) {
    const std::vector<pugi::xml_node> boxes = text_boxes(before);
    if (boxes.empty() || boxes.size() != text_boxes(after).size()) {
        append_xml(out, after);
        return;
    }
    std::size_t next = 0;
    append_with_boxes(out, after, boxes, next);
}

void StoryWriter::append_with_boxes(std::string& out, pugi::xml_node node, const std::vector<pugi::xml_node>& boxes,
                                    std::size_t& next) {
    if (node.type() != pugi::node_element || !node.first_child()) {
        append_xml(out, node);
        return;
    }
    append_start(out, node);
    if (is(node, "w:txbxContent"))
        lay_box(out, boxes[next++], node);
    else
        for (const pugi::xml_node child : node.children()) append_with_boxes(out, child, boxes, next);
    append_end(out, node);
}

void StoryWriter::lay_box(std::string& out, pugi::xml_node before, pugi::xml_node after) {
    ++boxes_;
    lay(out, before, after);
    --boxes_;
}

/// Equal paragraphs refer to the same notes in the same order; the notes' own text may differ.
void StoryWriter::pair_notes(pugi::xml_node before, pugi::xml_node after) {
    std::vector<pugi::xml_node> new_references;
    find_references(after, new_references);
    if (new_references.empty()) return;
    std::vector<pugi::xml_node> old_references;
    find_references(before, old_references);
    for (std::size_t i = 0; i < std::min(old_references.size(), new_references.size()); ++i)
        frame_.notes_of(new_references[i])
            ->pair(new_references[i].attribute("w:id").value(), old_references[i].attribute("w:id").value());
}

}  // namespace stet::docx
