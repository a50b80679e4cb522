// Words of a block that stays: strikes, insertions, breaks, its number.
#include <algorithm>
#include <optional>

#include "proposal/find_words.hpp"
#include "report/instruction_builder.hpp"

namespace stet {

namespace {

constexpr std::size_t break_tokens = 6;  // that tell where a new paragraph begins

}  // namespace

void InstructionBuilder::change_block(BlockId id) {
    const BeforeFate& fate = fates_.before[id];
    std::vector<Hunk> hunks = hunks_of(id, fate);
    for (const std::uint32_t at : fate.breaks)  // the white space there becomes the break
        std::erase_if(hunks, [&](const Hunk& hunk) {
            return one_line(hunk.with).empty() && hunk.cut.end + 2 >= at && hunk.cut.begin <= at + 1 &&
                   blank(id, hunk.cut);
        });
    const std::vector<Hunk> all = hunks;
    const std::uint32_t from = renumber(id, hunks);
    const auto steps = word_steps(before_, id, hunks, from);
    if (!steps) {
        if (from > 0) renumbering_.pop_back();
        write_anew(id, all);
    }
    std::vector<Span> struck;
    for (Operation operation : steps.value_or(std::vector<Operation>{})) {
        struck.push_back(struck_in(id, operation));
        operation.target = address(id);
        add(id, std::move(operation));
    }
    for (const std::uint32_t at : fate.breaks)
        if (std::none_of(struck.begin(), struck.end(), [&](Span one) { return one.begin < at && at <= one.end; }))
            add_break(id, at);
    if (!fate.joined) return;
    Operation operation;
    operation.op = Op::join;
    operation.target = address(id);
    add(id, std::move(operation));
}

Span InstructionBuilder::struck_in(BlockId id, const Operation& operation) const {
    const auto places = find_words(before_.blocks[id].text, face_tokens(before_, id), operation.struck_text);
    const std::size_t place = operation.place == 0 ? 0 : operation.place - 1;
    return place < places.size() ? places[place] : Span{};
}

bool InstructionBuilder::blank(BlockId id, Span span) const {
    return one_line(std::string_view(before_.blocks[id].text).substr(span.begin, span.size())).empty();
}

void InstructionBuilder::write_anew(BlockId id, const std::vector<Hunk>& hunks) {
    const Block& block = before_.blocks[id];
    std::string text;
    std::uint32_t at = 0;
    for (const Hunk& hunk : hunks) {
        text.append(block.text, at, hunk.cut.begin - at).append(hunk.with);
        at = hunk.cut.end;
    }
    text.append(block.text, at);
    Operation insertion;
    insertion.op = Op::insert;
    insertion.position = PositionKind::before;
    insertion.anchor = address(id);
    insertion.target = address_of_unit(before_.places[id].node);
    insertion.drawn.push_back({0, block.number, {{one_line(text), DrawnRun::inserted}}, block.kind, block.depth});
    add(id, std::move(insertion));
    Operation removal;
    removal.op = Op::remove;
    removal.target = address(id);
    removal.anchor_words = beginning(id);
    add(id, std::move(removal));
}

void InstructionBuilder::add_break(BlockId id, std::uint32_t at) {
    const std::vector<Token> tokens = face_tokens(before_, id);
    auto token = std::find_if(tokens.begin(), tokens.end(), [&](const Token& one) { return one.text.begin >= at; });
    if (token == tokens.begin() || token == tokens.end()) return;
    Operation operation;
    operation.op = Op::split;
    operation.target = address(id);
    const auto end = tokens.end() - token > static_cast<std::ptrdiff_t>(break_tokens)
                         ? token + static_cast<std::ptrdiff_t>(break_tokens)
                         : tokens.end();
    const Span span{token->text.begin, (end - 1)->text.end};
    operation.anchor_words = one_line(std::string_view(before_.blocks[id].text).substr(span.begin, span.size()));
    const std::vector<Span> places = find_words(before_.blocks[id].text, tokens, operation.anchor_words);
    const auto there = std::find(places.begin(), places.end(), span);
    if (there == places.end()) return;
    if (places.size() > 1) operation.place = static_cast<std::uint32_t>(there - places.begin()) + 1;
    add(id, std::move(operation));
}

template <class AddHunk>
void InstructionBuilder::add_blank(const Edit& edit, const RedlineBlock& block, bool first, AddHunk add_hunk,
                                   BlockId id) const {
    const std::string& before = before_.blocks[id].text;
    const std::string& after = after_.blocks[block.after].text;
    if (edit.before.empty() || edit.after.empty()) return;
    const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
    const bool had = is_blank(before[first ? edit.before.begin : edit.before.end - 1]);
    const bool has = is_blank(after[first ? edit.after.begin : edit.after.end - 1]);
    const std::uint32_t at = first ? edit.before.begin : edit.before.end;
    if (has && !had) add_hunk({at, at}, " ");
    if (had && !has) add_hunk(first ? Span{at, at + 1} : Span{at - 1, at}, "");
}

std::vector<Hunk> InstructionBuilder::hunks_of(BlockId id, const BeforeFate& fate) const {
    std::vector<Hunk> hunks;
    const auto add_hunk = [&](Span cut, std::string_view with) {
        if (cut.empty() && with.empty()) return;
        if (!hunks.empty() && hunks.back().cut.end == cut.begin && !between_cells(id, cut.begin)) {
            hunks.back().cut.end = cut.end;
            hunks.back().with += with;
        } else {
            hunks.push_back({cut, std::string(with)});
        }
    };
    for (const std::uint32_t index : fate.pieces) {
        const RedlineBlock& block = redline_.blocks[index];
        const Span stretch = before_stretch(redline_, index);
        if (std::find(fate.hosts.begin(), fate.hosts.end(), index) == fate.hosts.end()) {
            add_hunk(stretch, {});
            continue;
        }
        std::uint32_t at = stretch.begin;
        for (const std::string& text : beside(index, true)) add_hunk({at, at}, text);
        for (const Edit& edit : block.edits) {
            if (edit.aside) continue;
            if (edit.op == EditOp::equal) {
                add_blank(edit, block, true, add_hunk, id);
                at = edit.before.end;
                add_blank(edit, block, false, add_hunk, id);
                continue;
            }
            if (edit.op == EditOp::inserted)
                add_hunk({at, at},
                         std::string_view(after_.blocks[block.after].text).substr(edit.after.begin, edit.after.size()));
            else if (edit.op == EditOp::deleted)
                add_hunk(edit.before, {});
            if (edit.op != EditOp::inserted) at = edit.before.end;
        }
        for (const std::string& text : beside(index, false)) add_hunk({at, at}, text);
    }
    return hunks;
}

bool InstructionBuilder::between_cells(BlockId id, std::uint32_t at) const {
    const Block& block = before_.blocks[id];
    return block.kind == BlockKind::table_row &&
           std::any_of(block.cells.begin(), block.cells.end(), [&](const Span& cell) { return cell.begin == at; }) &&
           at > 0;
}

std::vector<std::string> InstructionBuilder::beside(std::uint32_t index, bool before) const {
    const BlockId after = redline_.blocks[index].after;
    const auto fate = std::lower_bound(fates_.after.begin(), fates_.after.end(), after,
                                       [](const AfterFate& one, BlockId id) { return one.after < id; });
    const auto& pieces = fate->pieces;
    auto here = std::find_if(pieces.begin(), pieces.end(), [&](const FatePiece& one) { return one.block == index; });
    std::vector<std::string> out;
    if (before) {
        const bool first = std::none_of(pieces.begin(), here, [](const FatePiece& one) { return one.before != none; });
        for (auto one = pieces.begin(); first && one != here; ++one) out.push_back(after_words(one->block));
    } else {
        for (++here; here != pieces.end() && here->before == none; ++here) out.push_back(after_words(here->block));
    }
    return out;
}

std::string InstructionBuilder::after_words(std::uint32_t index) const {
    const RedlineBlock& block = redline_.blocks[index];
    std::string out;
    for (const Edit& edit : block.edits)
        if (edit.op != EditOp::deleted && !edit.aside)
            out.append(after_.blocks[block.after].text, edit.after.begin, edit.after.size());
    return " " + out + " ";
}

std::uint32_t InstructionBuilder::renumber(BlockId id, std::vector<Hunk>& hunks) {
    const Node& node = before_.nodes[before_.places[id].node];
    const Span label = before_.places[id].label;
    if (label.empty() || node.label.written.empty() || node.first_block > id) return 0;
    const std::string& text = before_.blocks[id].text;
    const std::size_t at = text.find(node.label.written, label.begin);
    if (at == std::string::npos || at + node.label.written.size() > label.end) return 0;
    const Span written{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + node.label.written.size())};
    const auto touches = [&](const Hunk& hunk) { return hunk.cut.begin < written.end && hunk.cut.end > written.begin; };
    const auto inside = [&](const Hunk& hunk) {
        return hunk.cut.begin >= written.begin && hunk.cut.end <= written.end;
    };
    std::string renamed;
    std::uint32_t from = written.begin;
    for (const Hunk& hunk : hunks) {
        const bool at_edge = hunk.cut.empty() && (hunk.cut.begin == written.begin || hunk.cut.begin == written.end);
        if (at_edge || (touches(hunk) && !inside(hunk))) return 0;
        if (!touches(hunk) && !inside(hunk)) continue;
        if (one_line(hunk.with).size() != hunk.with.size() && hunk.cut.end == written.end) return 0;
        renamed.append(text, from, hunk.cut.begin - from).append(hunk.with);
        from = hunk.cut.end;
    }
    renamed.append(text, from, written.end - from);
    if (one_line(renamed) == one_line(node.label.written) || one_line(renamed).empty()) return 0;
    std::erase_if(hunks, inside);
    Operation operation;
    operation.op = Op::renumber;
    operation.target = address_of_unit(before_.places[id].node);
    operation.inserted_text = one_line(renamed);
    renumbering_.push_back(std::move(operation));
    return written.end;
}

}  // namespace stet
