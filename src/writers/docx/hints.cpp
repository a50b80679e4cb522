// Redline blocks to elements, by the ordinal of their paragraph.
#include "writers/docx/hints.hpp"

#include <algorithm>
#include <string_view>

namespace stet::docx {

namespace {

/// Elements by the line that their blocks give.
class Elements {
public:
    explicit Elements(const std::vector<pugi::xml_node>& elements) : elements_(elements) {}
    pugi::xml_node of(const Document& document, BlockId id) const {
        if (id == none) return {};
        const std::uint32_t line = document.blocks[id].line();
        return line < elements_.size() ? elements_[line] : pugi::xml_node();
    }

private:
    const std::vector<pugi::xml_node>& elements_;
};

bool is_paragraph(pugi::xml_node node) {
    return std::string_view(node.name()) == "w:p";
}

/// The last paragraph of a body, cell, note or text box: its mark can neither go nor come.
bool ends_place(pugi::xml_node paragraph) {
    const std::string_view place = paragraph.parent().name();
    if (place == "w:sdtContent" || place == "w:customXml") return false;
    for (pugi::xml_node next = paragraph.next_sibling(); next; next = next.next_sibling())
        if (is_paragraph(next) || std::string_view(next.name()) == "w:tbl" || std::string_view(next.name()) == "w:sdt")
            return false;
    return true;
}

void add_once(std::vector<Hints::Key>& list, Hints::Key key) {
    if (std::find(list.begin(), list.end(), key) == list.end()) list.push_back(key);
}

class HintMaker {
public:
    HintMaker(const Redline& redline, const std::vector<pugi::xml_node>& before,
              const std::vector<pugi::xml_node>& after)
        : redline_(redline), before_(before), after_(after) {}

    Hints make() {
        for (std::uint32_t i = 0; i < redline_.blocks.size(); ++i) add(i);
        for (const auto& [key, partners] : hints_.after_of) hints_.alone.erase(key);
        for (const auto& [key, partners] : hints_.before_of) hints_.alone.erase(key);
        for (std::uint32_t i = 0; i < redline_.blocks.size(); ++i) add_move(i);
        for (std::uint32_t i = 0; i < redline_.changes.size(); ++i) add_remarks(i);
        return std::move(hints_);
    }

private:
    void add(std::uint32_t index) {
        const RedlineBlock& block = redline_.blocks[index];
        const pugi::xml_node before =
            block.status == BlockStatus::moved_to ? pugi::xml_node() : before_.of(redline_.before, block.before);
        const pugi::xml_node after = after_.of(redline_.after, block.after);
        if (before && after && std::string_view(before.name()) == after.name()) {
            add_once(hints_.after_of[Hints::key(before)], Hints::key(after));
            add_once(hints_.before_of[Hints::key(after)], Hints::key(before));
            note_whole(index, before, after);
            return;
        }
        if (before) hints_.alone.insert(Hints::key(before));
        if (after) hints_.alone.insert(Hints::key(after));
    }

    /// Whole paragraphs only: where a part of one moved, it is deleted and inserted.
    void add_move(std::uint32_t index) {
        const RedlineBlock& block = redline_.blocks[index];
        if (block.status != BlockStatus::moved_to || block.moved_with == none) return;
        const pugi::xml_node from = before_.of(redline_.before, block.before);
        const pugi::xml_node to = after_.of(redline_.after, block.after);
        if (!is_paragraph(from) || !is_paragraph(to) || !is_alone(from) || !is_alone(to)) return;
        if (ends_place(from) || ends_place(to)) return;
        for (const pugi::xml_node end : {from, to}) hints_.move[Hints::key(end)] = index + 1;
        hints_.other_end[Hints::key(from)] = to;
        hints_.other_end[Hints::key(to)] = from;
        note_whole(index, from, to);
    }

    void add_remarks(std::uint32_t change) {
        if (redline_.changes[change].items.empty()) return;
        const auto add_to = [&](pugi::xml_node element) {
            if (!element) return;
            std::vector<std::uint32_t>& list = hints_.remarked[Hints::key(element)];
            if (list.empty() || list.back() != change) list.push_back(change);
        };
        for (const std::uint32_t index : redline_.changes[change].blocks) {
            const RedlineBlock& block = redline_.blocks[index];
            if (block.status == BlockStatus::unchanged) continue;
            if (block.status != BlockStatus::moved_to) add_to(before_.of(redline_.before, block.before));
            add_to(after_.of(redline_.after, block.after));
        }
    }

    void note_whole(std::uint32_t index, pugi::xml_node before, pugi::xml_node after) {
        const RedlineBlock& block = redline_.blocks[index];
        if (block.before_text.size() == redline_.before.blocks[block.before].text.size() &&
            block.after_text.size() == redline_.after.blocks[block.after].text.size())
            hints_.whole[Hints::key(before)] = {Hints::key(after), index};
    }

    bool is_alone(pugi::xml_node node) const {
        return hints_.alone.contains(Hints::key(node)) && !hints_.move.contains(Hints::key(node));
    }

    const Redline& redline_;
    Elements before_;
    Elements after_;
    Hints hints_;
};

}  // namespace

bool Hints::pairs(pugi::xml_node before, pugi::xml_node after) const {
    const auto known = after_of.find(key(before));
    return known != after_of.end() &&
           std::find(known->second.begin(), known->second.end(), key(after)) != known->second.end();
}

Hints hints_of(const Redline& redline, const std::vector<pugi::xml_node>& before,
               const std::vector<pugi::xml_node>& after) {
    return HintMaker(redline, before, after).make();
}

}  // namespace stet::docx
