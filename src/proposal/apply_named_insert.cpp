// New text at the place that is named, or at the end of the unit.
#include <algorithm>
#include <cstdlib>

#include "proposal/find_words.hpp"
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
    if (!has_unit()) return;
    take_unit(unit_);
    if (!operation_.anchor_words.empty()) {
        insert_at_words(fresh);
        return;
    }
    const std::optional<BlockId> at = place_in_unit();
    if (!at) return;
    if (operation_.unit == Unit::sentence || operation_.unit == Unit::words)
        add_to_paragraph(*at, fresh);
    else
        put_new(*at, operation_.position == PositionKind::before, fresh);
    if (operation_.unit == Unit::section && step_.reason.empty()) remark(step_, "the new section has no number");
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
    if (all && !fresh.empty()) fail("carried out already: the base has the new text");
    return all && !fresh.empty();
}

std::optional<BlockId> NamedOperation::place_in_unit() {
    std::vector<BlockId> own;
    std::vector<BlockId> all;
    for (BlockId id = range_of(unit_.node).first; id < range_of(unit_.node).end; ++id) {
        if (is_set_aside(base_.blocks[id].kind)) continue;
        all.push_back(id);
        if (!base_.places[id].heading && base_.blocks[id].kind != BlockKind::table_row) own.push_back(id);
    }
    const std::string& counted = operation_.anchor.paragraph;
    if (!counted.empty()) {
        const auto number = static_cast<std::size_t>(std::max(0, std::atoi(counted.c_str())));
        if (number == 0 || number > own.size()) {
            fail(unit_label(base_, unit_.node) + " has no paragraph " + counted);
            return std::nullopt;
        }
        remark(step_,
               "counted as paragraph " + counted + ": “" + first_words(base_.blocks[own[number - 1]].text) + "”");
        return own[number - 1];
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
    std::string words;
    for (const NewBlock& block : fresh) words += (words.empty() ? "" : " ") + block.text;
    const std::vector<Token>& tokens = text_.tokens(at);
    const std::string& text = base_.blocks[at].text;
    const std::uint32_t end = tokens.empty() ? static_cast<std::uint32_t>(text.size()) : tokens.back().text.end;
    const WordChange change = insert_words(text, end, words);
    wish_.splices.push_back({at, change.cut, change.with, by_});
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
