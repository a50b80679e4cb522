// Runs inside changes inside links and content controls inside paragraphs, each opened as late and closed as early as
// it must be.
#include "writers/docx/flow_writer.hpp"

#include <algorithm>

#include "writers/docx/markup.hpp"
#include "writers/docx/property_changes.hpp"
#include "writers/docx/story_writer.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

bool is_field_sign(const FlowToken& token) {
    return token.kind == FlowTokenKind::passive && (is(token.node, "w:fldChar") || is(token.node, "w:instrText"));
}

bool has_earlier_mark(pugi::xml_node properties) {
    const auto children = properties.children();
    return std::any_of(children.begin(), children.end(), is_earlier_insertion);
}

std::string xml_of(pugi::xml_node node) {
    std::string out;
    if (node) append_xml(out, node);
    return out;
}

}  // namespace

void FlowWriter::write(const std::vector<FlowItem>& all) {
    const std::vector<FlowItem> items = without_made_before(all);
    map_wrappers(items);
    find_neighbours(items);
    find_tracked(items);
    find_bookmarks(items);
    // Paragraphs that earlier authors deleted whole stand before what goes on in the next.
    put_passive_before(behind_gone_paragraphs(items, 0, static_cast<std::uint32_t>(after_.tokens.size())));
    for (std::size_t i = 0; i < items.size(); ++i) {
        const FlowItem& item = items[i];
        if (item.after != no_token && !is_gone(item)) put_passive(item.after);
        if (is_gone(item)) put_note_sign();
        if (is_gone(item) && ends_.opening.empty()) put_signs_before(item);
        const std::uint32_t hollow = is_gone(item) ? hollow_of(item, right_[i]) : 0;
        const bool mark = is_mark(token_of(item));
        const Levels levels = mark            ? Levels()
                              : hollow != 0   ? levels_of_control(hollow)
                              : is_gone(item) ? levels_of_gone(items, i)
                                              : levels_of_after(item.after);
        if (is_gone(item)) reach_controls(levels);
        if (i == first_tracked_) {
            go_to(levels);
            open_remarks();
        }
        if (item.before != no_token) begin_bookmarks(items, i, levels);
        if (!mark) put(item, levels);
        end_bookmarks(i);
        if (i == last_tracked_) close_remarks();
        if (mark) end_paragraph(item);
    }
}

// ---- comments

void FlowWriter::find_tracked(const std::vector<FlowItem>& items) {
    first_tracked_ = last_tracked_ = items.size();
    const bool whole = std::any_of(ends_.remarks.begin(), ends_.remarks.end(),
                                   [&](std::uint32_t remark) { return frame_.remarks.is_lost(remark); });
    comment_track_ = track_of_comments(items);
    if (whole && !items.empty()) {
        first_tracked_ = 0;
        last_tracked_ = items.size() - 1;
        return;
    }
    for (std::size_t i = 0; i < items.size() && !ends_.remarks.empty(); ++i) {
        if (items[i].track == Track::none || (is_mark(token_of(items[i])) && ends_.untracked_mark)) continue;
        first_tracked_ = std::min(first_tracked_, i);
        last_tracked_ = i;
    }
}

/// How comments come or go with paragraphs that do so with all that they hold.
Track FlowWriter::track_of_comments(const std::vector<FlowItem>& items) {
    const auto comes = [](const FlowItem& item) {
        return item.track == Track::inserted || item.track == Track::moved_to;
    };
    const auto is_struck = [](const FlowItem& item) { return item.track == Track::deleted; };
    if (items.empty()) return Track::none;
    if (std::all_of(items.begin(), items.end(), comes)) return Track::inserted;
    return std::all_of(items.begin(), items.end(), is_struck) ? Track::deleted : Track::none;
}

/// Between runs and changes.
void FlowWriter::open_remarks() {
    open_track(Track::none);
    close_run();
    for (const std::uint32_t change : ends_.remarks) paragraph_ += frame_.remarks.open(change);
}

void FlowWriter::close_remarks() {
    open_track(Track::none);
    close_run();
    for (const std::uint32_t change : ends_.remarks)
        paragraph_ += frame_.remarks.close(change, frame_.revisions, comment_track_);
}

// ---- tokens

void FlowWriter::put_passive(std::uint32_t end) {
    put_passive_before(end);
    next_after_ = end + 1;
}

/// A note's own sign stands before all that is gone from it.
void FlowWriter::put_note_sign() {
    const auto is_sign = [](const FlowToken& token) {
        return is(token.node, "w:footnoteRef") || is(token.node, "w:endnoteRef") || is(token.node, "w:annotationRef");
    };
    while (next_after_ < after_.tokens.size() && is_sign(after_.tokens[next_after_])) put_passive_token(next_after_++);
}

void FlowWriter::put_passive_before(std::uint32_t end) {
    for (; next_after_ < end; ++next_after_)
        if (after_.tokens[next_after_].kind == FlowTokenKind::passive) put_passive_token(next_after_);
}

// Bookmarks on what is gone that the after-document has no more are gone with it: references lead to them where it
// comes back. Both ends of one stand in what is tracked, or neither does.

/// Where they end, those over several paragraphs where the first of these does, and the items to end behind.
void FlowWriter::find_bookmarks(const std::vector<FlowItem>& items) {
    std::map<std::string_view, std::uint32_t> ends;
    std::uint32_t mark = no_token;
    for (auto i = static_cast<std::uint32_t>(before_.tokens.size()); i-- > 0;) {
        const pugi::xml_node node = before_.tokens[i].node;
        if (is_mark(before_.tokens[i])) {
            ends.clear();
            mark = i;
        }
        const std::string_view id = node.attribute("w:id").value();
        if (is(node, "w:bookmarkEnd")) ends[id] = i;
        if (!is(node, "w:bookmarkStart")) continue;
        const auto end = ends.extract(id);
        bookmarks_.emplace(i, end ? end.mapped() : mark);
    }
    for (std::size_t i = 0; i < items.size(); ++i)
        if (is_gone(items[i]) || is_held(items[i])) anchors_.push_back(i);
}

/// Those that begin before an item that is gone, or before one that is kept and end with one that is gone.
void FlowWriter::begin_bookmarks(const std::vector<FlowItem>& items, std::size_t index, const Levels& levels) {
    const FlowItem& item = items[index];
    if (item.before_text.begin != before_.tokens[item.before].text.begin) return;
    for (std::uint32_t i = item.before; i-- > next_before_ && before_.tokens[i].kind == FlowTokenKind::passive;) {
        const auto bookmark = bookmarks_.find(i);
        const std::string_view name = before_.tokens[i].node.attribute("w:name").value();
        if (bookmark == bookmarks_.end() || frame_.bookmarks.contains(name) || name == "_GoBack") continue;
        const auto next = std::partition_point(anchors_.begin(), anchors_.end(), [&](std::size_t anchor) {
            return items[anchor].before < bookmark->second;
        });
        const std::size_t last = next == anchors_.begin() ? 0 : *(next - 1);
        const bool empty = bookmark->second <= item.before;
        const bool ends_gone = !empty && is_gone(items[last]);
        if (!is_gone(item) && !ends_gone) continue;
        const bool apart = !empty && !(is_gone(item) && ends_gone);
        frame_.bookmarks.emplace(name);
        if (apart && is_gone(item)) {
            open_track(Track::none);
        } else if (!is_mark(before_.tokens[item.before])) {
            go_to(levels);
            open_track(item.track);
        }
        close_run();
        const std::string id = frame_.revisions.id();
        paragraph_ += "<w:bookmarkStart" + id + " w:name=\"" + escaped(name) + "\"/>";
        if (empty)
            paragraph_ += "<w:bookmarkEnd" + id + "/>";
        else
            open_bookmarks_.emplace(last, OpenBookmark{id, apart});
    }
    next_before_ = item.before;
}

/// Behind the item that was written last.
void FlowWriter::end_bookmarks(std::size_t index) {
    const auto [begin, end] = open_bookmarks_.equal_range(index);
    if (begin != end) close_run();
    for (auto open = begin; open != end; ++open) {
        if (open->second.apart) open_track(Track::none);
        paragraph_ += "<w:bookmarkEnd" + open->second.id + "/>";
    }
}

/// What went from behind the signs of a field stands behind those that are there now.
void FlowWriter::put_signs_before(const FlowItem& item) {
    if (item.before == 0 || !is_field_sign(before_.tokens[item.before - 1])) return;
    for (; next_after_ < after_.tokens.size() && is_field_sign(after_.tokens[next_after_]); ++next_after_)
        put_passive_token(next_after_);
}

void FlowWriter::put_passive_token(std::uint32_t index) {
    const FlowToken& token = after_.tokens[index];
    const FlowItem item{Track::none, no_token, index, {}, {}};
    if (settled_[index] && (is_earlier_deletion(token.node) || is(token.node, "w:p"))) return;
    if (is(token.node, "w:p")) return end_paragraph(item);
    go_to(levels_of_passive(index));
    const bool comes = comment_track_ == Track::inserted && is(token.node, "w:commentReference");
    open_track(comes && !is_tracked_already() ? Track::inserted : Track::none);
    if (token.run) {
        open_run(item, token);
        close_text();
    } else {
        close_run();
    }
    append_xml(paragraph_, token.node);
}

void FlowWriter::put(const FlowItem& item, const Levels& levels) {
    const FlowToken& token = token_of(item);
    go_to(levels);
    open_track(item.track == Track::inserted && is_tracked_already() ? Track::none : item.track);
    if (token.kind == FlowTokenKind::text)
        put_text(item, token);
    else if (token.kind == FlowTokenKind::field)
        put_field(item, token);
    else
        put_thing(item, token);
}

void FlowWriter::put_text(const FlowItem& item, const FlowToken& token) {
    open_run(item, token);
    const bool gone = is_gone(item);
    if (!text_open_)
        paragraph_ +=
            item.track == Track::deleted ? "<w:delText xml:space=\"preserve\">" : "<w:t xml:space=\"preserve\">";
    text_open_ = true;
    const Span span = gone ? item.before_text : item.after_text;
    append_escaped(paragraph_, std::string_view(gone ? before_.text : after_.text).substr(span.begin, span.size()));
}

/// A node as the side has it that it is taken from.
void FlowWriter::copy(pugi::xml_node node, const FlowItem& item) {
    if (is_gone(item))
        frame_.carrier.append(paragraph_, node, item.track == Track::deleted);
    else
        append_xml(paragraph_, node);
}

void FlowWriter::put_thing(const FlowItem& item, const FlowToken& token) {
    if (token.run) {
        open_run(item, token);
        close_text();
    } else {
        close_run();
    }
    if (Notes* notes = frame_.notes_of(token.node)) return put_note(item, token, *notes);
    if (item.before != no_token && item.after != no_token && !is_gone(item))
        boxes_.append_thing(paragraph_, before_.tokens[item.before].node, token.node);
    else
        copy(token.node, item);
}

void FlowWriter::put_note(const FlowItem& item, const FlowToken& token, Notes& notes) {
    const std::string id = token.node.attribute("w:id").value();
    if (!is_gone(item)) {
        if (item.before != no_token)
            notes.pair(id, before_.tokens[item.before].node.attribute("w:id").value());
        else
            notes.insert(id);
        append_xml(paragraph_, token.node);
        return;
    }
    paragraph_.append("<").append(token.node.name());
    if (token.node.attribute("w:customMarkFollows"))
        paragraph_.append(" w:customMarkFollows=\"").append(token.node.attribute("w:customMarkFollows").value()) +=
            "\"";
    paragraph_ += " w:id=\"" + notes.take_deleted(id) + "\"/>";
}

/// All runs of the field under one change.
void FlowWriter::put_field(const FlowItem& item, const FlowToken& token) {
    close_run();
    if (is(token.node, "w:fldSimple") && item.track != Track::none) return put_simple_field(item, token.node);
    for (pugi::xml_node node = token.node; node; node = node.next_sibling()) {
        if (!is_gone(item) || is(node, "w:r")) copy(node, item);
        if (node == token.last) break;
    }
}

/// Revisions hold runs only: a simple field goes or comes as a complex one.
void FlowWriter::put_simple_field(const FlowItem& item, pugi::xml_node field) {
    const std::string_view code = item.track == Track::deleted ? "w:delInstrText" : "w:instrText";
    paragraph_ += "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><";
    paragraph_.append(code).append(" xml:space=\"preserve\">");
    append_escaped(paragraph_, field.attribute("w:instr").value());
    paragraph_.append("</").append(code).append("></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
    for (const pugi::xml_node run : field.children("w:r")) copy(run, item);
    paragraph_ += "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
}

// ---- paragraphs

void FlowWriter::end_paragraph(const FlowItem& item) {
    if (item.track == Track::none && item.before != no_token && item.after != no_token &&
        ends_section(before_.tokens[item.before].node) != ends_section(after_.tokens[item.after].node))
        return end_paragraph_and_section(item);
    go_to({});
    open_track(Track::none);
    close_run();
    const FlowToken& mark = token_of(item);
    const bool last = &mark == (is_gone(item) ? &before_.tokens.back() : &after_.tokens.back());
    if (is_gone(item))
        out_ += "<w:p>";
    else
        append_start(out_, mark.node);
    append_properties(mark.node.child("w:pPr"), item);
    if (first_) out_ += ends_.opening;
    out_ += paragraph_;
    // The range of a move has the paragraph's mark in it, unless it is a place's last one.
    const bool in_body = is(mark.node.parent(), "w:body");
    if (last && !in_body) out_ += ends_.closing;
    out_ += "</w:p>";
    if (last && in_body) out_ += ends_.closing;
    paragraph_.clear();
    first_ = false;
}

/// Only one side has a section end here. A section goes and comes with a paragraph's mark: that with the section stands
/// behind the text, the other one behind nothing.
void FlowWriter::end_paragraph_and_section(const FlowItem& item) {
    const FlowItem gone{Track::deleted, item.before, no_token, item.before_text, {}};
    const FlowItem fresh{Track::inserted, no_token, item.after, {}, item.after_text};
    const bool goes = ends_section(before_.tokens[item.before].node);
    end_paragraph(goes ? gone : fresh);
    end_paragraph(goes ? fresh : gone);
}

/// The paragraph's properties with the track of its mark, in the schema's order (CT_PPr).
void FlowWriter::append_properties(pugi::xml_node properties, const FlowItem& item) {
    std::string inner;
    const auto add = [&](pugi::xml_node node) {
        if (is_gone(item))
            frame_.carrier.append(inner, node);
        else
            append_xml(inner, node);
    };
    const auto comes_last = [](pugi::xml_node node) {
        return is(node, "w:rPr") || is(node, "w:sectPr") || is(node, "w:pPrChange");
    };
    for (const pugi::xml_node child : properties.children())
        if (!comes_last(child)) add(child);
    const pugi::xml_node run = properties.child("w:rPr");
    if (run || (item.track != Track::none && !ends_.untracked_mark)) {
        const bool settled = !is_gone(item) && settled_[item.after];
        const bool tracked = ends_.untracked_mark || (!is_gone(item) && !settled && has_earlier_mark(run));
        inner += "<w:rPr>" + (tracked ? std::string() : frame_.revisions.mark(item.track));
        for (const pugi::xml_node child : run.children())
            if (!settled || !is_earlier_insertion(child)) add(child);
        inner += "</w:rPr>";
    }
    const pugi::xml_node former = item.before != no_token && item.track == Track::none
                                      ? before_.tokens[item.before].node.child("w:pPr")
                                      : pugi::xml_node();
    const pugi::xml_node section = properties.child("w:sectPr");
    if (section && is_gone(item))
        frame_.carrier.append_section(inner, section);
    else if (section)
        stet::docx::append_properties(inner, frame_, former.child("w:sectPr") ? former.child("w:sectPr") : section,
                                      section);
    if (item.before != no_token && item.track == Track::none &&
        (ends_.former_properties || frame_.formatting ||
         is_numbered_otherwise(frame_.before_lists, former, frame_.after_lists, properties)))
        inner += paragraph_change(frame_, former, properties);
    if (!inner.empty()) out_ += "<w:pPr>" + inner + "</w:pPr>";
}

// ---- runs, changes, wrappers

void FlowWriter::open_run(const FlowItem& item, const FlowToken& token) {
    const pugi::xml_node former = frame_.formatting && item.before != no_token && item.after != no_token
                                      ? before_.tokens[item.before].run
                                      : pugi::xml_node();
    if (run_ && run_ == token.run && former_run_ == former) return;
    close_run();
    if (is_gone(item))
        paragraph_ += "<w:r>";
    else
        append_start(paragraph_, token.run);
    run_ = token.run;
    former_run_ = former;
    append_run_properties(item, token.run);
}

void FlowWriter::append_run_properties(const FlowItem& item, pugi::xml_node run) {
    const pugi::xml_node properties = run.child("w:rPr");
    std::string change;
    if (former_run_ && !properties.child("w:rPrChange") && xml_of(former_run_.child("w:rPr")) != xml_of(properties)) {
        change = "<w:rPrChange" + frame_.revisions.attributes() + "><w:rPr>";
        for (const pugi::xml_node child : former_run_.child("w:rPr").children()) frame_.carrier.append(change, child);
        change += "</w:rPr></w:rPrChange>";
    }
    if (is_gone(item)) {
        if (properties) frame_.carrier.append(paragraph_, properties);
        return;
    }
    if (!properties && change.empty()) return;
    paragraph_ += "<w:rPr>";
    for (const pugi::xml_node child : properties.children()) append_xml(paragraph_, child);
    paragraph_ += change + "</w:rPr>";
}

void FlowWriter::close_text() {
    if (!text_open_) return;
    paragraph_ += track_ == Track::deleted ? "</w:delText>" : "</w:t>";
    text_open_ = false;
}

void FlowWriter::close_run() {
    close_text();
    if (run_) paragraph_ += "</w:r>";
    run_ = former_run_ = {};
}

void FlowWriter::open_track(Track track) {
    if (track == track_) return;
    close_run();
    paragraph_ += Revisions::closing(track_);
    paragraph_ += frame_.revisions.opening(track);
    track_ = track;
}

}  // namespace stet::docx
