// New text at the place that is named, or at the end of the unit.
#include <algorithm>

#include "proposal/counted_text.hpp"
#include "proposal/find_words.hpp"
#include "proposal/letters.hpp"
#include "proposal/named_operation.hpp"

namespace stet {

void NamedOperation::insert() {
    std::vector<NewBlock> fresh = new_blocks();
    if (fresh.empty()) {
        fail("the text to insert is not printed");
        return;
    }
    if (operation_.unit == Unit::letter) {
        add_letter(fresh);
        return;
    }
    if (unit_.node == none && add_numbered(fresh)) return;
    if (!has_unit()) return;
    take_unit(unit_);
    if (!operation_.anchor_words.empty()) {
        insert_at_words(fresh);
        return;
    }
    if (!operation_.anchor.sentence.empty()) {
        insert_at_sentence();
        return;
    }
    const std::optional<BlockId> at = place_in_unit();
    if (!at) return;
    if (operation_.unit == Unit::sentence || operation_.unit == Unit::words)
        add_to_paragraph(*at, fresh);
    else
        put_new(*at, operation_.position == PositionKind::before, fresh);
    if (!wish_.insertions.empty()) wish_.insertions.back().home = base_.nodes[unit_.node].first_block;
    if (operation_.unit == Unit::section && step_.reason.empty()) remark(step_, "the new section has no number");
}

/// A new section or article that prints the number which it is to have stands behind the one before it.
bool NamedOperation::add_numbered(std::vector<NewBlock>& fresh) {
    const bool section = !operation_.target.section.empty();
    const std::string& number = section ? operation_.target.section : operation_.target.article;
    const LocatedUnit article = section ? locate_article(base_, operation_.target) : LocatedUnit{};
    if (number.empty() || (section && article.node == none && !article.reason.empty())) return false;
    const NodeId within = article.node == none ? 0 : article.node;
    NodeId before = none;
    for (NodeId node = within + 1; node < base_.nodes[within].end_node; ++node) {
        const SectionLabel& label = base_.nodes[node].label;
        if (base_.levels[base_.nodes[node].level] != (section ? "section" : "article")) continue;
        const std::size_t at = label.written.rfind(label.value);
        if (at == std::string::npos || !begins_with(fresh.front().text, label.written.substr(0, at) + number)) continue;
        if (label_before(label.value, number)) before = node;
    }
    if (before == none) return false;
    step_.base = before;
    step_.found_by = FoundBy::number;
    for (const std::string& words : article.remarks) remark(step_, words);
    remark(step_, "the new unit stands behind " + unit_label(base_, before));
    BlockId at = base_.nodes[before].end_block - 1;
    while (at > 0 && is_set_aside(base_.blocks[at].kind)) --at;
    put_new(at, false, fresh);
    if (!wish_.insertions.empty()) wish_.insertions.back().home = base_.nodes[base_.nodes[before].parent].first_block;
    return true;
}

std::vector<NewBlock> NamedOperation::new_blocks() const {
    std::vector<NewBlock> out;
    for (const DrawnBlock& drawn : operation_.drawn) {
        const std::string text = one_line(new_text(drawn));
        if (!text.empty()) out.push_back({kind_of(drawn), drawn.depth, drawn.number, text});
    }
    if (out.empty())
        for (const std::string& line : lines_of(operation_.inserted_text))
            out.push_back({BlockKind::paragraph, 0, "", one_line(line)});
    return out;
}

std::string NamedOperation::new_words() const {
    std::string words;
    for (const NewBlock& block : new_blocks()) words += (words.empty() ? "" : " ") + block.text;
    return words;
}

BlockKind NamedOperation::kind_of(const DrawnBlock& drawn) {
    return drawn.kind == BlockKind::paragraph && !drawn.number.empty() ? BlockKind::list_item : drawn.kind;
}

void NamedOperation::put_new(BlockId at, bool before, std::vector<NewBlock>& fresh) {
    if (already_there(fresh)) return;
    wish_.insertions.push_back({at, before, std::move(fresh), by_});
    fresh.clear();
}

bool NamedOperation::already_there(const std::vector<NewBlock>& fresh) {
    const bool all = std::all_of(fresh.begin(), fresh.end(),
                                 [&](const NewBlock& block) { return !text_.find(block.text, text_.whole()).empty(); });
    if (all && !fresh.empty()) holds_already("carried out already: the base has the new text");
    return all && !fresh.empty();
}

std::optional<BlockId> NamedOperation::place_in_unit() {
    if (const std::string& counted = operation_.anchor.paragraph; !counted.empty()) {
        const CountedBlocks paragraph = count_paragraphs(base_, unit_.node, counted);
        fail(paragraph.reason);
        if (paragraph.blocks.empty()) return std::nullopt;
        const bool before = operation_.position == PositionKind::before;
        const BlockId at = before ? paragraph.blocks.front() : paragraph.blocks.back();
        remark(step_, "counted as paragraph " + counted + ": “" +
                          first_words(base_.blocks[paragraph.blocks.front()].text) + "”");
        return at;
    }
    std::vector<BlockId> own;
    std::vector<BlockId> all;
    for (BlockId id = range_of(unit_.node).first; id < range_of(unit_.node).end; ++id) {
        if (is_set_aside(base_.blocks[id].kind)) continue;
        all.push_back(id);
        if (!base_.places[id].heading && base_.blocks[id].kind != BlockKind::table_row) own.push_back(id);
    }
    if (all.empty()) {
        fail(not_supplied(operation_.target));
        return std::nullopt;
    }
    if (operation_.position == PositionKind::start && !own.empty()) return own.front();
    if (operation_.position != PositionKind::end)
        remark(step_, "its place is not stated: put at the end of " + unit_label(base_, unit_.node));
    return operation_.unit == Unit::sentence && !own.empty() ? own.back() : all.back();
}

void NamedOperation::add_to_paragraph(BlockId at, const std::vector<NewBlock>& fresh) {
    if (already_there(fresh)) return;
    const std::string words = new_words();
    const std::vector<Token>& tokens = text_.tokens(at);
    const std::string& text = base_.blocks[at].text;
    const std::uint32_t end = tokens.empty() ? static_cast<std::uint32_t>(text.size()) : tokens.back().text.end;
    const WordChange change = insert_words(text, end, words);
    wish_.splices.push_back({at, change.cut, change.with, by_});
}

/// Whether the words are all that an item of a list, or a row of one cell, says.
bool NamedOperation::is_item(const TextPlace& place) const {
    const Block& block = base_.blocks[place.block];
    if (block.kind != BlockKind::list_item && block.kind != BlockKind::table_row) return false;
    const std::vector<Token>& tokens = text_.tokens(place.block);
    const std::uint32_t label = std::max(
        base_.places[place.block].label.end,
        block.computed ? 0
                       : static_cast<std::uint32_t>(block.text.starts_with(block.number) ? block.number.size() : 0));
    return std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        const bool inside = place.text.begin <= token.text.begin && token.text.end <= place.text.end;
        return inside || token.text.end <= label || token.kind == TokenKind::punctuation;
    });
}

void NamedOperation::put_beside_item(BlockId item, std::vector<NewBlock> fresh) {
    const Block& block = base_.blocks[item];
    if (has_digit(block.number) || !base_.places[item].label.empty()) {
        fail("“" + first_words(block.text) + "” is a numbered item of a list: the new item's number is not said");
        return;
    }
    fresh.front().kind = block.kind;
    fresh.front().number = block.number;
    put_new(item, operation_.position == PositionKind::before, fresh);
}

void NamedOperation::insert_at_sentence() {
    const CountedSentence counted =
        count_sentence(base_, unit_.node, operation_.anchor.paragraph, operation_.anchor.sentence);
    fail(counted.reason);
    if (!counted.reason.empty() || already_there(new_blocks())) return;
    const std::string& text = base_.blocks[counted.place.block].text;
    const Span sentence = counted.place.text;
    const bool before = operation_.position == PositionKind::before;
    const WordChange change = insert_words(text, before ? sentence.begin : sentence.end, new_words());
    wish_.splices.push_back({counted.place.block, change.cut, change.with, by_});
    remark(step_, "counted as the sentence: “" +
                      one_line(std::string_view(text).substr(sentence.begin, sentence.size())) + "”");
}

void NamedOperation::insert_at_words(const std::vector<NewBlock>& fresh) {
    const std::vector<TextPlace> places = text_.find(operation_.anchor_words, range_of(unit_.node));
    const std::vector<TextPlace> chosen = choose(places);
    if (chosen.empty()) {
        fail(places.empty() ? "the words are not there: “" + operation_.anchor_words + "”"
                            : "ambiguous: the words are there " + std::to_string(places.size()) + " times: “" +
                                  operation_.anchor_words + "”");
        return;
    }
    if (already_there(fresh)) return;
    if (fresh.size() > 1) {
        fail("several paragraphs are to stand inside one: “" + operation_.anchor_words + "”");
        return;
    }
    if (chosen.size() == 1 && is_item(chosen.front())) {
        put_beside_item(chosen.front().block, fresh);
        return;
    }
    for (const TextPlace& place : chosen) {
        const bool before = operation_.position == PositionKind::before;
        const WordChange change = insert_words(base_.blocks[place.block].text,
                                               before ? place.text.begin : place.text.end, fresh.front().text);
        wish_.splices.push_back({place.block, change.cut, change.with, by_});
    }
}

void NamedOperation::add_letter(std::vector<NewBlock>& fresh) {
    BlockId at = none;
    for (const Node& node : base_.nodes)
        if (base_.levels[node.level] == "letter" && node.end_block > 0)
            at = std::max(at == none ? 0 : at, node.end_block - 1);
    if (at == none) at = static_cast<BlockId>(base_.blocks.size()) - 1;
    while (at > 0 && is_set_aside(base_.blocks[at].kind)) --at;
    if (base_.blocks.empty()) {
        fail("the base has no text");
        return;
    }
    remark(step_, "the new letter has no number: put behind the last one");
    put_new(at, false, fresh);
}

}  // namespace stet
