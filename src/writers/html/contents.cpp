// Contents: the top-level units in reading order, each with a word on what became of it.
#include <vector>

#include "writers/html/escape.hpp"
#include "writers/html/frame.hpp"

namespace stet::html {
namespace {

/// The depth that makes the list: the first with more than one unit.
std::uint32_t listed_depth(const Redline& redline) {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    for (const RedlineSection& section : redline.sections) {
        first += section.depth == 1 ? 1 : 0;
        second += section.depth == 2 ? 1 : 0;
    }
    return first <= 1 && second > 1 ? 2 : 1;
}

/// Changes inside each listed unit, itself included.
std::vector<std::uint32_t> count_changes(const View& view, std::uint32_t depth) {
    const Redline& redline = view.redline();
    std::vector<std::uint32_t> counts(redline.sections.size(), 0);
    for (std::uint32_t i = 0; i < redline.changes.size(); ++i) {
        if (view.quiet(i)) continue;
        std::uint32_t section = redline.changes[i].section;
        while (section != none && redline.sections[section].depth > depth) section = redline.sections[section].parent;
        if (section != none) ++counts[section];
    }
    return counts;
}

/// "5 Night premium": the number alone on the commonest level, the whole label on others.
std::string entry_name(const Shown& unit, std::string_view common_level) {
    const Node& node = unit.document.nodes[unit.node];
    const bool bare = !node.label.value.empty() && unit.document.levels[node.level] == common_level;
    std::string name = bare ? node.label.value : unit_name(unit.document, unit.node);
    if (!node.heading.empty() && name != node.heading) name += (name.empty() ? "" : " ") + node.heading;
    if (name.empty()) name = capitalised(unit.document.levels[node.level]);
    return elide(name, 90);
}

/// The number that a party gives a unit.
std::string value_of(const Redline& redline, const PartySection& parties, std::size_t party) {
    if (parties.after[party].empty()) return {};
    return elide(redline.parties[party].document.nodes[parties.after[party].front()].label.value, 24);
}

std::string mark_of(const View& view, const RedlineSection& section, std::uint32_t changes) {
    const Redline& redline = view.redline();
    const auto by = [&](PartySet set) {
        return !redline.three_way() || set == both_parties ? "" : has_party(set, 0) ? " (A)" : " (B)";
    };
    const PartySection parties =
        redline.three_way() ? redline.party_sections[static_cast<std::size_t>(&section - redline.sections.data())]
                            : PartySection{};
    if (section.status == SectionStatus::inserted) return std::string("new") + by(parties.inserted);
    if (section.status == SectionStatus::deleted) return std::string("deleted") + by(parties.deleted);
    std::string mark;
    const auto add = [&](const std::string& words) { mark += (mark.empty() ? "" : " · ") + words; };
    if (section.moved) add(std::string("moved") + by(parties.moved));
    if (!redline.three_way() && section.renumbered && !section.before.empty()) {
        const Document& before = view.redline().before;
        const std::string& value = before.nodes[section.before.front()].label.value;
        add("was " + (value.empty() ? elide(unit_name(before, section.before.front()), 24) : value));
    }
    for (std::size_t party = 0; party < 2; ++party) {
        if (!has_party(parties.renumbered, party) || parties.after[party].empty()) continue;
        const bool both =
            parties.renumbered == both_parties && value_of(redline, parties, 0) == value_of(redline, parties, 1);
        if (both && party == 1) continue;
        add((both ? "→ " : party == 0 ? "A → " : "B → ") + value_of(redline, parties, party));
    }
    if (changes > 0) add(std::to_string(changes));
    return mark;
}

}  // namespace

void append_contents(std::string& out, const View& view) {
    const Redline& redline = view.redline();
    const std::uint32_t depth = listed_depth(redline);
    const std::vector<std::uint32_t> changes = count_changes(view, depth);
    std::string common;
    out +=
        "<nav class=toc aria-label=Contents>\n<div class=tools><button id=unfold type=button>Show the unchanged"
        "</button></div>\n<details open><summary class=lab>Contents</summary>\n<ol>\n";
    for (std::uint32_t i = 1; i < redline.sections.size(); ++i) {
        const RedlineSection& section = redline.sections[i];
        if (section.depth != depth || view.opening(i) == none) continue;
        const Shown unit = shown(redline, section);
        const Node& node = unit.document.nodes[unit.node];
        if (common.empty() && !node.label.value.empty()) common = unit.document.levels[node.level];
        const std::string mark = mark_of(view, section, changes[i]);
        out += mark.empty() ? "<li><a href=\"#b" : "<li class=on><a href=\"#b";
        append_number(out, view.opening(i) + 1);
        out += "\"><span>";
        append_text(out, entry_name(unit, common));
        out += "</span> <small>";
        append_text(out, mark.empty() ? "—" : mark);
        out += "</small></a></li>\n";
    }
    out += "</ol></details></nav>\n";
}

}  // namespace stet::html
