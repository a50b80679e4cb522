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

bool is_mark(const FlowToken& token) {
    return token.kind == FlowTokenKind::mark;
}

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
    for (std::size_t i = 0; i < items.size(); ++i) {
        const FlowItem& item = items[i];
        if (item.after != no_token && !is_gone(item)) put_passive(item.after);
        if (is_gone(item) && ends_.opening.empty()) put_signs_before(item);
        const bool mark = is_mark(token_of(item));
        const Levels levels = mark ? Levels() : is_gone(item) ? levels_of_gone(items, i) : levels_of_after(item.after);
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

/// Between runs and changes.
void FlowWriter::open_remarks() {
    open_track(Track::none);
    close_run();
    for (const std::uint32_t change : ends_.remarks) paragraph_ += frame_.remarks.open(change);
}

void FlowWriter::close_remarks() {
    open_track(Track::none);
    close_run();
    for (const std::uint32_t change : ends_.remarks) paragraph_ += frame_.remarks.close(change);
}

// ---- where deleted text stands

/// A before-wrapper became the after-wrapper that holds text that both hold.
void FlowWriter::map_wrappers(const std::vector<FlowItem>& items) {
    after_of_before_.assign(before_.wrappers.size(), 0);
    for (const FlowItem& item : items) {
        if (item.before == no_token || item.after == no_token) continue;
        std::uint32_t b = before_.tokens[item.before].wrapper;
        std::uint32_t a = after_.tokens[item.after].wrapper;
        for (; b != 0 && a != 0; b = before_.wrappers[b].parent, a = after_.wrappers[a].parent)
            if (std::string_view(before_.wrappers[b].node.name()) == after_.wrappers[a].node.name())
                after_of_before_[b] = a;
    }
    map_controls_by_id();
    kept_controls_ = {after_of_before_.begin(), after_of_before_.end()};
    find_gone_controls(items);
}

/// A content control whose content was replaced is the same one.
void FlowWriter::map_controls_by_id() {
    const auto id_of = [](const Wrapper& wrapper) {
        return std::string(wrapper.node.child("w:sdtPr").child("w:id").attribute("w:val").value());
    };
    const std::set<std::uint32_t> mapped(after_of_before_.begin(), after_of_before_.end());
    std::map<std::string, std::uint32_t> by_id;
    for (std::uint32_t a = 1; a < after_.wrappers.size(); ++a)
        if (is(after_.wrappers[a].node, "w:sdt") && !mapped.contains(a)) by_id.emplace(id_of(after_.wrappers[a]), a);
    by_id.erase("");
    for (std::uint32_t b = 1; b < before_.wrappers.size() && !by_id.empty(); ++b) {
        const auto same = is(before_.wrappers[b].node, "w:sdt") && after_of_before_[b] == 0
                              ? by_id.find(id_of(before_.wrappers[b]))
                              : by_id.end();
        if (same != by_id.end()) after_of_before_[b] = same->second;
    }
}

/// Content controls whose whole content is gone and stands together: they go with it.
void FlowWriter::find_gone_controls(const std::vector<FlowItem>& items) {
    struct Stretch {
        std::size_t first = 0;
        std::size_t last = 0;
        std::size_t count = 0;
        bool gone = true;
    };
    std::map<std::uint32_t, Stretch> stretches;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].before == no_token) continue;
        for (std::uint32_t b = before_.tokens[items[i].before].wrapper; b != 0; b = before_.wrappers[b].parent) {
            if (!is(before_.wrappers[b].node, "w:sdt") || after_of_before_[b] != 0) continue;
            Stretch& stretch = stretches.try_emplace(b, Stretch{i, i, 0, true}).first->second;
            stretch.last = i;
            ++stretch.count;
            stretch.gone = stretch.gone && is_gone(items[i]);
        }
    }
    for (const auto& [wrapper, stretch] : stretches)
        if (stretch.gone && stretch.last - stretch.first + 1 == stretch.count) gone_controls_.insert(wrapper);
}

FlowWriter::Levels FlowWriter::levels_of_after(std::uint32_t token) const {
    Levels levels;
    for (std::uint32_t w = after_.tokens[token].wrapper; w != 0; w = after_.wrappers[w].parent)
        if (!settled_[token] || !is_earlier_insertion(after_.wrappers[w].node)) levels.push_back({false, w});
    std::reverse(levels.begin(), levels.end());
    return levels;
}

void FlowWriter::find_neighbours(const std::vector<FlowItem>& items) {
    const auto look = [&](std::size_t i, std::uint32_t& last, std::vector<std::uint32_t>& out) {
        out[i] = last;
        if (is_mark(token_of(items[i])))
            last = no_token;
        else if (!is_gone(items[i]))
            last = items[i].after;
    };
    left_.assign(items.size(), no_token);
    right_.assign(items.size(), no_token);
    std::uint32_t last = no_token;
    for (std::size_t i = 0; i < items.size(); ++i) look(i, last, left_);
    last = no_token;
    for (std::size_t i = items.size(); i-- > 0;) look(i, last, right_);
}

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

/// Inside what holds the text on both sides of it; inside a link of its own where it was one.
FlowWriter::Levels FlowWriter::levels_of_gone(const std::vector<FlowItem>& items, std::size_t index) const {
    const Levels left = left_[index] == no_token ? Levels() : levels_of_after(left_[index]);
    const Levels right = right_[index] == no_token ? Levels() : levels_of_after(right_[index]);
    Levels shared;
    while (shared.size() < std::min(left.size(), right.size()) && left[shared.size()] == right[shared.size()])
        shared.push_back(left[shared.size()]);
    // No deletion inside an earlier author's insertion: the text is none of it.
    const auto insertion = std::find_if(shared.begin(), shared.end(), [&](const Level& level) {
        return is_earlier_insertion(after_.wrappers[level.wrapper].node);
    });
    if (insertion != shared.end()) return {shared.begin(), insertion};
    const std::uint32_t own = before_.tokens[items[index].before].wrapper;
    for (std::uint32_t w = own; w != 0; w = before_.wrappers[w].parent) {
        const std::uint32_t became = after_of_before_[w];
        if (became == 0) continue;
        for (const Levels* side : {&left, &right}) {
            const auto at = std::find(side->begin(), side->end(), Level{false, became});
            if (at != side->end() && static_cast<std::size_t>(at - side->begin()) >= shared.size())
                return {side->begin(), at + 1};
        }
    }
    const bool in_link = std::any_of(shared.begin(), shared.end(), [&](const Level& level) {
        return is(after_.wrappers[level.wrapper].node, "w:hyperlink");
    });
    Levels lost;
    for (std::uint32_t w = own; w != 0; w = before_.wrappers[w].parent) {
        const bool link = is(before_.wrappers[w].node, "w:hyperlink") && !in_link;
        if (link || gone_controls_.contains(w)) lost.push_back({true, w});
    }
    shared.insert(shared.end(), lost.rbegin(), lost.rend());
    return shared;
}

// ---- tokens

void FlowWriter::put_passive(std::uint32_t end) {
    for (; next_after_ < end; ++next_after_)
        if (after_.tokens[next_after_].kind == FlowTokenKind::passive) put_passive_token(next_after_);
    next_after_ = end + 1;
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
    if (is(token.node, "w:p")) return end_paragraph(item);
    if (settled_[index] && is_earlier_deletion(token.node)) return;
    go_to(levels_of_after(index));
    open_track(Track::none);
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
        const bool tracked = ends_.untracked_mark || (!is_gone(item) && has_earlier_mark(run));
        inner += "<w:rPr>" + (tracked ? std::string() : frame_.revisions.mark(item.track));
        for (const pugi::xml_node child : run.children()) add(child);
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

void FlowWriter::go_to(const Levels& levels) {
    if (levels == levels_) return;
    open_track(Track::none);
    close_run();
    std::size_t shared = 0;
    while (shared < std::min(levels.size(), levels_.size()) && levels[shared] == levels_[shared]) ++shared;
    while (levels_.size() > shared) {
        close_level(levels_.back());
        levels_.pop_back();
    }
    for (; shared < levels.size(); ++shared) {
        open_level(levels[shared]);
        levels_.push_back(levels[shared]);
    }
}

/// Inside an earlier author's insertion.
bool FlowWriter::is_tracked_already() const {
    return std::any_of(levels_.begin(), levels_.end(), [&](const Level& level) {
        return !level.before && is_earlier_insertion(after_.wrappers[level.wrapper].node);
    });
}

/// The sign that the start or end tag of a content control came or went (ECMA-376 part 1, 17.13.5.4 to 17.13.5.7),
/// which stand around it; of one that stays nothing.
std::string FlowWriter::control_range(const Level& level, bool begin) {
    if (!is((level.before ? before_ : after_).wrappers[level.wrapper].node, "w:sdt")) return {};
    if (!level.before && kept_controls_.contains(level.wrapper)) return {};
    const std::string name = level.before ? "<w:customXmlDelRange" : "<w:customXmlInsRange";
    if (begin) control_id_ = frame_.revisions.id();
    return begin ? name + "Start" + control_id_ + frame_.revisions.signature() + "/>"
                 : name + "End" + control_id_ + "/>";
}

void FlowWriter::open_level(const Level& level) {
    paragraph_ += control_range(level, true);
    open_tag(level);
    paragraph_ += control_range(level, false);
}

void FlowWriter::open_tag(const Level& level) {
    if (level.before) {
        const pugi::xml_node node = before_.wrappers[level.wrapper].node;
        frame_.carrier.append_start(paragraph_, node);
        if (!is(node, "w:sdt")) return;
        // Its number is the other one's where it moved.
        paragraph_ += "<w:sdtPr>";
        for (const pugi::xml_node child : node.child("w:sdtPr").children())
            if (!is(child, "w:id")) frame_.carrier.append(paragraph_, child);
        paragraph_ += "</w:sdtPr><w:sdtContent>";
        return;
    }
    const pugi::xml_node node = after_.wrappers[level.wrapper].node;
    if (!opened_.insert(level.wrapper).second && is_earlier_insertion(node)) {
        // The second part of it needs an id of its own.
        paragraph_.append("<").append(node.name()) += frame_.revisions.id();
        for (const pugi::xml_attribute attribute : node.attributes())
            if (std::string_view(attribute.name()) != "w:id")
                paragraph_.append(" ").append(attribute.name()).append("=\"") += escaped(attribute.value()) + "\"";
        paragraph_ += ">";
        return;
    }
    append_start(paragraph_, node);
    for (const pugi::xml_node child : node.children())
        if (is(child, "w:sdtPr") || is(child, "w:sdtEndPr") || is(child, "w:smartTagPr") || is(child, "w:customXmlPr"))
            append_xml(paragraph_, child);
    if (is(node, "w:sdt")) paragraph_ += "<w:sdtContent>";
}

void FlowWriter::close_level(const Level& level) {
    const pugi::xml_node node = (level.before ? before_ : after_).wrappers[level.wrapper].node;
    paragraph_ += control_range(level, true);
    if (is(node, "w:sdt")) paragraph_ += "</w:sdtContent>";
    append_end(paragraph_, node);
    paragraph_ += control_range(level, false);
}

}  // namespace stet::docx
