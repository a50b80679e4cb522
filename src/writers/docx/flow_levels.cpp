// Links, content controls and the like around what is written, and which of them deleted text stands in.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "writers/docx/flow_writer.hpp"
#include "writers/docx/markup.hpp"
#include "writers/docx/opened_controls.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

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
    map_controls_by_name();
    find_controls();
    kept_controls_ = {after_of_before_.begin(), after_of_before_.end()};
    find_gone_controls(items);
    tell_untracked_controls();
}

void FlowWriter::tell_untracked_controls() {
    for (std::uint32_t b = 1; b < before_.wrappers.size(); ++b) {
        const pugi::xml_node node = before_.wrappers[b].node;
        if (!is(node, "w:sdt")) continue;
        if (after_of_before_[b] != 0)
            tell_other_properties(frame_, node, after_.wrappers[after_of_before_[b]].node);
        else if (!gone_controls_.contains(b))
            tell_lost_control(frame_, node);
    }
}

/// A content control whose content was replaced is the same one, and so is one without a number where no other has its
/// tag.
void FlowWriter::map_controls_by_name() {
    const std::set<std::uint32_t> mapped(after_of_before_.begin(), after_of_before_.end());
    std::map<std::string, std::uint32_t> by_name;
    for (std::uint32_t a = 1; a < after_.wrappers.size(); ++a)
        if (is(after_.wrappers[a].node, "w:sdt") && !mapped.contains(a))
            by_name.emplace(control_name(after_.wrappers[a].node), a);
    for (std::uint32_t b = 1; b < before_.wrappers.size() && !by_name.empty(); ++b) {
        const auto same = is(before_.wrappers[b].node, "w:sdt") && after_of_before_[b] == 0
                              ? by_name.find(control_name(before_.wrappers[b].node))
                              : by_name.end();
        if (same == by_name.end()) continue;
        after_of_before_[b] = same->second;
        by_name.erase(same);
    }
}

/// Where content controls of the after-flow begin, and which of them hold nothing that is compared.
void FlowWriter::find_controls() {
    for (std::uint32_t i = 0; i < after_.tokens.size(); ++i)
        for (std::uint32_t w = after_.tokens[i].wrapper; w != 0; w = after_.wrappers[w].parent) {
            if (!is(after_.wrappers[w].node, "w:sdt")) continue;
            if (begins_.emplace(w, i).second) hollow_.insert(w);
            if (after_.tokens[i].kind != FlowTokenKind::passive) hollow_.erase(w);
        }
}

/// Writes what is passed over before the controls that what is gone is about to open.
void FlowWriter::reach_controls(const Levels& levels) {
    for (const Level& level : levels) {
        const auto begin = level.before ? begins_.end() : begins_.find(level.wrapper);
        if (begin != begins_.end() && !opened_.contains(level.wrapper) && is_next(begin->second))
            put_passive_before(begin->second);
    }
}

/// Whether nothing but what is passed over stands before a token.
bool FlowWriter::is_next(std::uint32_t token) const {
    std::uint32_t next = next_after_;
    while (next < token && after_.tokens[next].kind == FlowTokenKind::passive) ++next;
    return next == token;
}

/// The content control that what is gone was in, where that holds nothing now: it stands there again. Only where the
/// control is next to be written; `right` is the after-token to be written next that is compared.
std::uint32_t FlowWriter::hollow_of(const FlowItem& item, std::uint32_t right) const {
    for (std::uint32_t w = before_.tokens[item.before].wrapper; w != 0; w = before_.wrappers[w].parent) {
        const std::uint32_t control = after_of_before_[w];
        if (!hollow_.contains(control)) continue;
        const std::uint32_t token = begins_.at(control);
        // It may be the rest of a text before the control.
        if (right < token) return 0;
        const bool open = std::find(levels_.begin(), levels_.end(), Level{false, control}) != levels_.end();
        return is_next(token) && (open || !opened_.contains(control)) ? control : 0;
    }
    return 0;
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

FlowWriter::Levels FlowWriter::levels_of_control(std::uint32_t wrapper) const {
    Levels levels;
    for (; wrapper != 0; wrapper = after_.wrappers[wrapper].parent) levels.push_back({false, wrapper});
    std::reverse(levels.begin(), levels.end());
    return levels;
}

/// Of what is passed over: a content control that was closed is not opened again.
FlowWriter::Levels FlowWriter::levels_of_passive(std::uint32_t token) const {
    Levels levels = levels_of_after(token);
    const auto closed = std::find_if(levels.begin(), levels.end(), [&](const Level& level) {
        return is(after_.wrappers[level.wrapper].node, "w:sdt") && opened_.contains(level.wrapper) &&
               std::find(levels_.begin(), levels_.end(), level) == levels_.end();
    });
    levels.erase(closed, levels.end());
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

/// Out of links and the like that the text was in no part of, unless that would part a content control.
void FlowWriter::leave_other_links(Levels& levels, std::uint32_t before_token) const {
    const auto was_in = [&](std::uint32_t wrapper) {
        for (std::uint32_t w = before_.tokens[before_token].wrapper; w != 0; w = before_.wrappers[w].parent)
            if (after_of_before_[w] == wrapper) return true;
        return false;
    };
    std::size_t least = levels.size();
    while (least > 0 && !is(after_.wrappers[levels[least - 1].wrapper].node, "w:sdt")) --least;
    while (least < levels.size() && was_in(levels[least].wrapper)) ++least;
    levels.resize(least);
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
    leave_other_links(shared, items[index].before);
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
    const auto holds = [&](auto condition) { return std::any_of(shared.begin(), shared.end(), condition); };
    const bool in_link =
        holds([&](const Level& level) { return is(after_.wrappers[level.wrapper].node, "w:hyperlink"); });
    const auto is_lost = [&](std::uint32_t w) {
        const pugi::xml_node node = before_.wrappers[w].node;
        if (is(node, "w:sdt")) return gone_controls_.contains(w);
        if (is(node, "w:hyperlink")) return !in_link;
        return !holds([&](const Level& level) { return level.wrapper == after_of_before_[w]; });
    };
    Levels lost;
    for (std::uint32_t w = own; w != 0; w = before_.wrappers[w].parent)
        if (is_lost(w)) lost.push_back({true, w});
    shared.insert(shared.end(), lost.rbegin(), lost.rend());
    return shared;
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
        for (const pugi::xml_node child : node.children())
            if (is(child, "w:smartTagPr") || is(child, "w:customXmlPr")) frame_.carrier.append(paragraph_, child);
        if (is(node, "w:sdt")) paragraph_ += unnumbered_properties(frame_, node) + "<w:sdtContent>";
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
