// Finds the controls by what the redline pairs, and writes their tags.
#include "writers/docx/opened_controls.hpp"

#include <algorithm>
#include <string_view>

#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

using Partners = std::unordered_map<Hints::Key, std::vector<Hints::Key>>;

bool is_control(pugi::xml_node node) {
    return is(node, "w:sdt") || is(node, "w:customXml");
}

/// Controls of a place with a child that became one of `outside`.
void find_opened(pugi::xml_node place, const Partners& partners, const std::unordered_set<Hints::Key>& outside,
                 std::unordered_set<Hints::Key>& opened) {
    const auto became_one = [&](pugi::xml_node child) {
        const auto found = partners.find(Hints::key(child));
        return found != partners.end() && std::any_of(found->second.begin(), found->second.end(),
                                                      [&](Hints::Key partner) { return outside.contains(partner); });
    };
    for (const pugi::xml_node control : place.children()) {
        if (!is_control(control) || holds_cells(control)) continue;
        const auto children = content_of(control).children();
        if (std::any_of(children.begin(), children.end(), became_one)) opened.insert(Hints::key(control));
    }
}

/// The paragraphs of a place, those in opened controls too.
std::unordered_set<Hints::Key> paragraphs_of(pugi::xml_node place, const std::unordered_set<Hints::Key>& opened) {
    std::unordered_set<Hints::Key> out;
    const auto add = [&](pugi::xml_node parent) {
        for (const pugi::xml_node child : parent.children("w:p")) out.insert(Hints::key(child));
    };
    add(place);
    for (const pugi::xml_node child : place.children())
        if (opened.contains(Hints::key(child))) add(content_of(child));
    return out;
}

bool is_same_control(pugi::xml_node before, pugi::xml_node after) {
    return is(before, "w:sdt") && is(after, "w:sdt") && control_name(before) == control_name(after);
}

bool cross(const ControlRange& x, const ControlRange& y) {
    return (x.first < y.first && y.first <= x.last && x.last < y.last) ||
           (y.first < x.first && x.first <= y.last && y.last < x.last);
}

}  // namespace

pugi::xml_node content_of(pugi::xml_node control) {
    return is(control, "w:sdt") ? control.child("w:sdtContent") : control;
}

bool holds_cells(pugi::xml_node control) {
    const auto children = content_of(control).children();
    return std::any_of(children.begin(), children.end(), [](pugi::xml_node child) {
        return is(child, "w:tr") || is(child, "w:tc") || (is(child, "w:sdt") && holds_cells(child));
    });
}

std::string control_name(pugi::xml_node control) {
    const pugi::xml_node properties = control.child("w:sdtPr");
    const std::string id = properties.child("w:id").attribute("w:val").value();
    if (!id.empty()) return id;
    return std::string("\n") + properties.child("w:tag").attribute("w:val").value() + '\n' +
           properties.child("w:alias").attribute("w:val").value();
}

std::string control_properties(pugi::xml_node control) {
    std::string out;
    for (const pugi::xml_node child : control.child("w:sdtPr").children())
        if (!is(child, "w:id")) append_xml(out, child);
    return out;
}

void tell_other_properties(Frame& frame, pugi::xml_node before, pugi::xml_node after) {
    if (control_properties(before) != control_properties(after))
        frame.untracked.add("changed properties of a content control, <w:sdtPr>", frame.after, frame.after_story.part,
                            after);
}

void tell_lost_control(Frame& frame, pugi::xml_node before) {
    frame.untracked.add("the loss of a content control around words that stay, <w:sdt>", frame.before,
                        frame.before_story.part, before);
}

std::set<std::string> control_numbers(pugi::xml_node root) {
    struct Walker : pugi::xml_tree_walker {
        std::set<std::string> out;
        bool for_each(pugi::xml_node& node) override {
            if (is(node, "w:sdtPr")) out.insert(node.child("w:id").attribute("w:val").value());
            return true;
        }
    } walker;
    root.traverse(walker);
    walker.out.erase("");
    return walker.out;
}

std::unordered_set<Hints::Key> controls_to_open(pugi::xml_node before, pugi::xml_node after, const Hints& hints) {
    std::unordered_set<Hints::Key> opened;
    const auto has_controls = [](pugi::xml_node place) {
        const auto children = place.children();
        return std::any_of(children.begin(), children.end(), is_control);
    };
    if (!has_controls(before) && !has_controls(after)) return opened;
    find_opened(after, hints.before_of, paragraphs_of(before, opened), opened);
    // What one of them takes in or lets go may have stood in another.
    find_opened(before, hints.after_of, paragraphs_of(after, opened), opened);
    find_opened(after, hints.before_of, paragraphs_of(before, opened), opened);
    return opened;
}

pugi::xml_node opened_around(pugi::xml_node member, pugi::xml_node place) {
    const pugi::xml_node parent = member.parent();
    if (!member || parent == place) return {};
    return is(parent, "w:sdtContent") ? parent.parent() : parent;
}

std::vector<ControlRange> control_ranges(Frame& frame,
                                         const std::vector<std::pair<pugi::xml_node, pugi::xml_node>>& steps) {
    std::vector<ControlRange> gone;
    std::vector<ControlRange> fresh;
    const auto add = [](std::vector<ControlRange>& ranges, pugi::xml_node control, bool before, std::size_t step) {
        if (!control) return;
        if (ranges.empty() || ranges.back().control != control) ranges.push_back({control, before, true, step, step});
        ranges.back().last = step;
    };
    for (std::size_t i = 0; i < steps.size(); ++i) {
        add(gone, steps[i].first, true, i);
        add(fresh, steps[i].second, false, i);
    }
    std::vector<ControlRange> out;
    std::size_t next = 0;  // of the fresh ones: those before it end before what is looked at
    for (const ControlRange& range : gone) {
        while (next < fresh.size() && fresh[next].last < range.first) ++next;
        bool stands_once = false;
        bool crosses = false;
        for (std::size_t i = next; i < fresh.size() && fresh[i].first <= range.last; ++i) {
            const bool same = is_same_control(range.control, fresh[i].control);
            if (same) {
                fresh[i].tracked = false;
                tell_other_properties(frame, range.control, fresh[i].control);
            }
            stands_once = stands_once || same;
            crosses = crosses || cross(range, fresh[i]);
        }
        if (stands_once || !is(range.control, "w:sdt")) continue;
        if (crosses)
            tell_lost_control(frame, range.control);
        else
            out.push_back(range);
    }
    out.insert(out.end(), fresh.begin(), fresh.end());
    std::stable_sort(out.begin(), out.end(), [](const ControlRange& x, const ControlRange& y) {
        return x.first != y.first ? x.first < y.first : x.last > y.last;
    });
    return out;
}

std::string tracked_tag(Frame& frame, Track track, const std::string& tag) {
    const std::string name = goes(track) ? "<w:customXmlDelRange" : "<w:customXmlInsRange";
    const std::string id = frame.revisions.id();
    return name + "Start" + id + frame.revisions.signature() + "/>" + tag + name + "End" + id + "/>";
}

std::string unnumbered_properties(Frame& frame, pugi::xml_node control) {
    std::string out = "<w:sdtPr>";
    for (const pugi::xml_node child : control.child("w:sdtPr").children())
        if (!is(child, "w:id")) frame.carrier.append(out, child);
    return out + "</w:sdtPr>";
}

std::string control_start(Frame& frame, const ControlRange& range) {
    std::string tag;
    if (range.before)
        return tracked_tag(frame, Track::deleted,
                           "<w:sdt>" + unnumbered_properties(frame, range.control) + "<w:sdtContent>");
    append_start(tag, range.control);
    for (const pugi::xml_node child : range.control.children())
        if (is(child, "w:sdtPr") || is(child, "w:sdtEndPr") || is(child, "w:customXmlPr")) append_xml(tag, child);
    if (!is(range.control, "w:sdt")) return tag;
    append_start(tag, content_of(range.control));
    return range.tracked ? tracked_tag(frame, Track::inserted, tag) : tag;
}

std::string control_end(Frame& frame, const ControlRange& range) {
    std::string tag;
    if (is(range.control, "w:sdt")) append_end(tag, content_of(range.control));
    append_end(tag, range.control);
    if (!range.tracked || !is(range.control, "w:sdt")) return tag;
    return tracked_tag(frame, range.before ? Track::deleted : Track::inserted, tag);
}

}  // namespace stet::docx
