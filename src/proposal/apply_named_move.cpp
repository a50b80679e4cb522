// A unit goes elsewhere with its text; where it is told which number it gets there, it stands behind the one before.
#include <algorithm>

#include "proposal/letters.hpp"
#include "proposal/named_operation.hpp"
#include "proposal/renumber.hpp"
#include "proposal/written_label.hpp"

namespace stet {

void NamedOperation::move() {
    if (!has_unit() || !is_whole_unit() || says_more_than_is_read()) return;
    take_unit(unit_);
    Target to = operation_.anchor;
    if (to.article.empty() && to.section.empty()) {
        to = operation_.target;
        to.letter.clear();
        to.section.clear();
        to.article_title = operation_.anchor.article_title;
    }
    const LocatedUnit goal = locate_unit(base_, to);
    if (goal.node == none && operation_.new_label.empty()) {
        fail(goal.reason.empty() ? not_supplied(to) : goal.reason);
        return;
    }
    if (!operation_.new_label.empty()) {
        if (contradicts_number(to, goal)) return;
        is_attachment(base_, unit_.node) ? move_as_paragraph(goal) : move_as(goal);
        return;
    }
    const Node& from = base_.nodes[unit_.node];
    if (!from.label.written.empty()) remark(step_, "it keeps its number; nothing is renumbered");
    const Node& place = base_.nodes[goal.node];
    if (operation_.position == PositionKind::before) {
        wish_.relocations.push_back({from.first_block, from.end_block, place.first_block, true, by_, none});
        return;
    }
    if (operation_.position == PositionKind::start) {
        fail("the place at the beginning of " + unit_label(base_, goal.node) + " is not found by a number");
        return;
    }
    BlockId at = place.end_block - 1;
    while (at > 0 && is_set_aside(base_.blocks[at].kind)) --at;
    wish_.relocations.push_back({from.first_block, from.end_block, at, false, by_, place.first_block});
    if (operation_.position == PositionKind::after || operation_.position == PositionKind::end) return;
    std::string where = unit_label(base_, goal.node);
    if (!base_.nodes[goal.node].heading.empty()) where += " " + base_.nodes[goal.node].heading;
    remark(step_, "its place is not stated: put at the end of " + where);
}

/// The article that is named is not there or has other numbers, or a place is told that the number does not have.
bool NamedOperation::contradicts_number(const Target& to, const LocatedUnit& goal) {
    const std::string& label = operation_.new_label;
    const bool named = !operation_.anchor.article.empty() || !operation_.anchor.section.empty();
    if (goal.node == none && named) {
        fail(goal.reason.empty() ? not_supplied(to) : goal.reason);
        return true;
    }
    const PositionKind told = operation_.position;
    if (told == PositionKind::start || told == PositionKind::before || told == PositionKind::after ||
        told == PositionKind::end) {
        fail("a place is told beside the number " + label + ", and whether they agree is not settled");
        return true;
    }
    const std::size_t dot = label.find_first_of(number_stops);
    const std::string& article = operation_.anchor.article;
    const auto is_figure = [](const std::string& text) {
        return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    };
    if (dot != std::string::npos && is_figure(article) && is_figure(label.substr(0, dot)) &&
        label.substr(0, dot) != article) {
        fail("ambiguous: " + label + " is no number of " + unit_label(base_, goal.node) + ", which is named");
        return true;
    }
    return false;
}

/// "Move 4.2 to Article 3 as a new 3.4": behind the unit whose number is the one before.
void NamedOperation::move_as(const LocatedUnit& goal) {
    const Node& from = base_.nodes[unit_.node];
    const std::string& label = operation_.new_label;
    NodeId before = none;
    for (NodeId node = 1; node < base_.nodes.size(); ++node) {
        const Node& one = base_.nodes[node];
        const bool inside = goal.node == none || (goal.node < node && node < base_.nodes[goal.node].end_node);
        if (!inside || one.level != from.level || node == unit_.node) continue;
        if (bare_label(one.label.value) == bare_label(label)) {
            fail("the base has " + unit_label(base_, node) + " already, and that it gets another number is not said");
            return;
        }
        if (bare_label(number_after(one.label)) != bare_label(label)) continue;
        if (before != none) {
            fail("ambiguous: behind which unit " + label + " stands is not said: two come before that number");
            return;
        }
        before = node;
    }
    if (before == none && move_among(goal)) return;
    const std::optional<Span> number = number_place(base_, unit_.node);
    if (before == none || !number) {
        fail(before == none ? "no unit of the base stands before " + label + ", which " +
                                  unit_label(base_, unit_.node) + " becomes"
                            : "the number cannot be told apart in “" + from.label.written + "”");
        return;
    }
    BlockId at = base_.nodes[before].end_block - 1;
    while (at > 0 && is_set_aside(base_.blocks[at].kind)) --at;
    wish_.relocations.push_back(
        {from.first_block, from.end_block, at, false, by_, base_.nodes[base_.nodes[before].parent].first_block});
    const std::string old = from.label.value;
    std::string fresh = label;
    std::erase_if(fresh, [](char c) { return c == '(' || c == ')'; });
    if (is_upper(old.front()) && is_lower(fresh.front()) && fresh.size() == 1) fresh.front() ^= 0x20;
    wish_.splices.push_back({from.first_block, *number, fresh, by_});
    for (NodeId child = unit_.node + 1; child < from.end_node; ++child) {
        const std::optional<Span> place = number_place(base_, child);
        if (!place || !base_.nodes[child].label.value.starts_with(old + ".")) continue;
        const Span lead{place->begin, place->begin + static_cast<std::uint32_t>(old.size())};
        wish_.splices.push_back({base_.nodes[child].first_block, lead, fresh, by_});
    }
    remark(step_,
           unit_label(base_, unit_.node) + " is " + fresh + " now and stands behind " + unit_label(base_, before));
    if (leaves_gap(unit_.node)) remark(step_, gap_remark(base_, unit_.node));
}

/// "Move 5.2 into Article IV as (E)", behind "(D)": the label takes the form that those of the article's own units
/// have. False where no such unit has the number before, or a label cannot be told apart.
bool NamedOperation::move_among(const LocatedUnit& goal) {
    if (goal.node == none) return false;
    const std::string& label = operation_.new_label;
    NodeId last = none;
    for (NodeId node = goal.node + 1; node < base_.nodes[goal.node].end_node; node = base_.nodes[node].end_node) {
        if (node == unit_.node || bare_label(base_.nodes[node].label.value) == bare_label(label)) return false;
        if (!base_.nodes[node].label.value.empty()) last = node;
    }
    const Node& from = base_.nodes[unit_.node];
    if (last == none || from.end_node > unit_.node + 1) return false;
    const Node& like = base_.nodes[last];
    const std::optional<Span> old = number_place(base_, unit_.node), number = number_place(base_, last);
    if (!old || !number || bare_label(number_after(like.label)) != bare_label(label)) return false;
    std::string written = like.label.written;
    written.replace(written.rfind(like.label.value), like.label.value.size(), number_after(like.label));
    const std::string& text = base_.blocks[from.first_block].text;
    const std::string& text_like = base_.blocks[like.first_block].text;
    const std::size_t begin = text.find(from.label.written, from.label.span.begin);
    const std::size_t begin_like = text_like.find(like.label.written, like.label.span.begin);
    if (begin == std::string::npos || begin_like == std::string::npos) return false;
    std::size_t end = begin + from.label.written.size();
    if (end < text.size() && text[end] == '.') ++end;
    if (text_like.substr(begin_like + like.label.written.size()).starts_with('.')) written += ".";
    BlockId at = like.end_block - 1;
    while (at > 0 && is_set_aside(base_.blocks[at].kind)) --at;
    wish_.relocations.push_back({from.first_block, from.end_block, at, false, by_, base_.nodes[goal.node].first_block});
    wish_.splices.push_back(
        {from.first_block, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, written, by_});
    remark(step_, unit_label(base_, unit_.node) + " is " + label + " now and stands behind " + unit_label(base_, last) +
                      " of " + unit_label(base_, goal.node));
    if (leaves_gap(unit_.node)) remark(step_, gap_remark(base_, unit_.node));
    return true;
}

/// "Incorporate Letter 2 into Article 4 as paragraph 4": its text under the next number, its heading goes.
void NamedOperation::move_as_paragraph(const LocatedUnit& goal) {
    const std::string& label = operation_.new_label;
    NodeId before = none;
    for (NodeId node = goal.node == none ? 0 : goal.node + 1;
         goal.node != none && node < base_.nodes[goal.node].end_node; node = base_.nodes[node].end_node)
        before = node;
    const bool next = before != none && bare_label(number_after(base_.nodes[before].label)) == bare_label(label);
    const Node& from = base_.nodes[unit_.node];
    std::vector<BlockId> texts;
    for (BlockId id = from.first_block; id < from.end_block; ++id) {
        if (is_set_aside(base_.blocks[id].kind)) continue;
        if (base_.places[id].heading && base_.places[id].node == unit_.node)
            wish_.removals.push_back({id, id + 1, by_});
        else
            texts.push_back(id);
    }
    const bool plain = !texts.empty() && base_.blocks[texts.front()].kind == BlockKind::paragraph &&
                       base_.places[texts.front()].node == unit_.node &&
                       texts.back() - texts.front() + 1 == texts.size();
    if (!next || !plain || wish_.removals.empty()) {
        fail(!next
                 ? "it is to be " + label + ", and " +
                       (goal.node == none ? "the base has no such article"
                                          : unit_label(base_, goal.node) + " does not end with the number before that")
                 : "it does not open with a paragraph that could take the number " + label);
        return;
    }
    const Node& like = base_.nodes[before];
    const std::size_t value = like.label.written.rfind(like.label.value);
    const std::string number =
        like.label.written.substr(0, value) + label + like.label.written.substr(value + like.label.value.size()) + " ";
    BlockId at = like.end_block - 1;
    while (at > 0 && is_set_aside(base_.blocks[at].kind)) --at;
    wish_.relocations.push_back({texts.front(), texts.back() + 1, at, false, by_, base_.nodes[goal.node].first_block});
    if (!base_.blocks[like.first_block].computed) wish_.splices.push_back({texts.front(), {0, 0}, number, by_});
    remark(step_, "its text stands behind " + unit_label(base_, before) + " of " + unit_label(base_, goal.node) +
                      " as " + label + "; its heading goes: “" + first_words(base_.blocks[from.first_block].text) +
                      "”");
}

}  // namespace stet
