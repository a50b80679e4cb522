// Words and paragraphs go, come in the place of others, or both: as drawn, as quoted, as counted.
#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "proposal/apply_drawn.hpp"
#include "proposal/find_words.hpp"
#include "proposal/named_operation.hpp"

namespace stet {

namespace {

constexpr double is_one_whole = 0.6;  ///< of the block's words are printed: it goes as a whole

bool is_wholly_struck(const DrawnBlock& block) {
    bool struck = false;
    for (const DrawnRun& run : block.runs) {
        if (run.kind != DrawnRun::struck && !one_line(run.text).empty()) return false;
        struck = struck || run.kind == DrawnRun::struck;
    }
    return struck;
}

}  // namespace

void NamedOperation::change() {
    const bool drawn = std::any_of(operation_.drawn.begin(), operation_.drawn.end(), has_old_words);
    if (drawn) {
        change_drawn();
    } else if (!operation_.struck_text.empty()) {
        change_quoted();
    } else if (operation_.op == Op::replace) {
        replace_paragraphs();
    } else {
        fail("the words to strike are not printed");
    }
}

void NamedOperation::change_drawn() {
    BlockId last = none;
    std::vector<NewBlock> fresh;
    BlockId relabelled = none;
    for (const DrawnBlock& drawn : operation_.drawn) {
        if (!has_old_words(drawn)) {
            if (fresh.empty() && take_place(new_text(drawn))) continue;
            fresh.push_back({kind_of(drawn), drawn.depth, drawn.number, one_line(new_text(drawn))});
            continue;
        }
        const std::string printed = old_text(drawn);
        const std::vector<BlockId> blocks = printed_.blocks_of(printed);
        if (blocks.empty()) {
            if (step_.reason.empty()) not_there(printed);
            return;
        }
        if (last == none && !fresh.empty()) put_new(blocks.front(), true, fresh);
        last = blocks.back();
        if (is_wholly_struck(drawn) && are_mostly(printed, blocks)) {
            for (const BlockId block : blocks) {
                if (relabelled == none && operation_.op == Op::replace && !base_.places[block].label.empty())
                    relabelled = block;
                else
                    wish_.removals.push_back({block, block + 1, by_});
            }
            continue;
        }
        LaidOver laid = lay_over_blocks(base_, text_, blocks, drawn, operation_, by_);
        if (!laid.reason.empty()) {
            if (is_done(blocks, drawn))
                fail("carried out already: the base has the new words");
            else
                fail(laid.reason);
            return;
        }
        for (std::string& words : laid.remarks) remark(step_, std::move(words));
        std::move(laid.splices.begin(), laid.splices.end(), std::back_inserter(wish_.splices));
        std::move(laid.removals.begin(), laid.removals.end(), std::back_inserter(wish_.removals));
    }
    put_in_place(relabelled, fresh);
    if (last != none && !fresh.empty()) put_new(last, false, fresh);
}

bool NamedOperation::take_place(const std::string& text) {
    if (wish_.splices.empty() || !wish_.insertions.empty()) return false;
    WordSplice& last = wish_.splices.back();
    const std::string& old = base_.blocks[last.block].text;
    const Span label = base_.places[last.block].label;
    const bool all = !label.empty() && last.with.empty() && last.text.end == old.size() &&
                     one_line(std::string_view(old).substr(0, last.text.begin)) ==
                         one_line(std::string_view(old).substr(0, label.end));
    if (!all || begins_with_label(text, base_.nodes[node_of(last.block)])) return false;
    while (last.text.begin < old.size() && (old[last.text.begin] == ' ' || old[last.text.begin] == '\n'))
        ++last.text.begin;
    last.with = one_line(text);
    return true;
}

bool NamedOperation::are_mostly(const std::string& printed, const std::vector<BlockId>& blocks) const {
    return std::all_of(blocks.begin(), blocks.end(),
                       [&](BlockId block) { return text_.filled(one_line(printed), block) >= is_one_whole; });
}

void NamedOperation::put_in_place(BlockId block, std::vector<NewBlock>& fresh) {
    if (block == none) return;
    const Node& unit = base_.nodes[node_of(block)];
    const auto size = static_cast<std::uint32_t>(base_.blocks[block].text.size());
    const bool numbered = fresh.empty() || begins_with_label(fresh.front().text, unit);
    if (numbered) {
        wish_.removals.push_back({block, block + 1, by_});
        if (!fresh.empty()) put_new(block, false, fresh);
        return;
    }
    const std::string& text = base_.blocks[block].text;
    std::uint32_t begin = base_.places[block].label.end;
    while (begin < size && (text[begin] == ' ' || text[begin] == '\n')) ++begin;
    wish_.splices.push_back({block, {begin, size}, fresh.front().text, by_});
    remark(step_, "the new text prints no number: it stands under " + unit_label(base_, node_of(block)));
    fresh.erase(fresh.begin());
}

bool NamedOperation::begins_with_label(const std::string& text, const Node& unit) {
    const std::string& label = unit.label.written;
    const std::size_t blank = label.find(' ');
    return blank != std::string::npos && text.size() > blank &&
           std::equal(label.begin(), label.begin() + static_cast<std::ptrdiff_t>(blank) + 1, text.begin(),
                      [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

bool NamedOperation::is_done(const std::vector<BlockId>& blocks, const DrawnBlock& drawn) const {
    const std::string fresh = one_line(new_text(drawn));
    return fresh != one_line(old_text(drawn)) && !text_.find(fresh, {blocks.front(), blocks.back() + 1}).empty();
}

void NamedOperation::not_there(const std::string& printed) {
    std::string reason = unit_.node == none && !unit_.reason.empty() ? unit_.reason + "; " : "";
    reason += "the text printed is not in the base: “" + first_words(printed) + "”";
    const std::vector<LikeBlock> like = text_.like(one_line(printed), text_.whole(), 1);
    if (!like.empty())
        reason += "; likest to it is “" + first_words(base_.blocks[like[0].block].text) + "” (" +
                  std::to_string(static_cast<int>(like[0].held * 100)) + " % of its words)";
    fail(std::move(reason));
}

void NamedOperation::change_quoted() {
    if (unit_.node == none && !unit_.reason.empty()) {
        fail(unit_.reason);
        return;
    }
    const BlockRange range = range_of(unit_.node);
    const std::vector<std::string> struck = lines_of(operation_.struck_text);
    if (struck.size() > 1 && !operation_.inserted_text.empty()) {
        fail("ambiguous: one new text for " + std::to_string(struck.size()) + " quotations");
        return;
    }
    for (const std::string& words : struck) {
        const std::vector<TextPlace> places = text_.find(words, range);
        if (places.empty()) {
            quoted_not_there(words, range);
            return;
        }
        const std::vector<TextPlace> chosen = choose(places);
        if (chosen.empty()) {
            fail("ambiguous: the words are there " + std::to_string(places.size()) + " times: “" + words + "”");
            return;
        }
        for (const TextPlace& place : chosen) {
            const std::string& text = base_.blocks[place.block].text;
            const WordChange change = replace_words(text, place.text, one_line(operation_.inserted_text));
            wish_.splices.push_back({place.block, change.cut, change.with, by_});
            step_.base = section_of(base_, place.block);
        }
    }
    step_.found_by = unit_.node == none ? FoundBy::text : unit_.found_by;
    step_.remarks.insert(step_.remarks.end(), unit_.remarks.begin(), unit_.remarks.end());
}

std::vector<TextPlace> NamedOperation::choose(const std::vector<TextPlace>& places) const {
    if (places.size() == 1 || operation_.occurrence == Occurrence::each) return places;
    if (operation_.occurrence == Occurrence::first) return {places.front()};
    if (operation_.place > 0 && operation_.place <= places.size()) return {places[operation_.place - 1]};
    return {};
}

void NamedOperation::quoted_not_there(const std::string& words, BlockRange range) {
    const bool done = !operation_.inserted_text.empty() && !text_.find(operation_.inserted_text, range).empty();
    if (done) {
        fail("carried out already: the base has the new words");
        return;
    }
    std::string reason = "the words are not there: “" + words + "”";
    const std::vector<TextPlace> elsewhere = text_.find(words, text_.whole());
    if (!elsewhere.empty())
        reason += "; they are in " + unit_label(base_, section_of(base_, elsewhere.front().block));
    else if (const std::vector<LikeBlock> like = text_.like(words, range, 1); !like.empty())
        reason += "; likest is “" + first_words(base_.blocks[like[0].block].text) + "”";
    fail(std::move(reason));
}

void NamedOperation::replace_paragraphs() {
    if (!has_unit()) return;
    std::vector<BlockId> paragraphs;
    for (BlockId id = range_of(unit_.node).first; id < range_of(unit_.node).end; ++id)
        if (!is_set_aside(base_.blocks[id].kind) && !base_.places[id].heading &&
            base_.blocks[id].kind != BlockKind::table_row)
            paragraphs.push_back(id);
    std::string said = operation_.target.paragraph;
    std::size_t count = 0;
    if (said.starts_with("last")) {
        count = 1;
        if (said.size() > 5) count = static_cast<std::size_t>(std::max(1, std::atoi(said.c_str() + 5)));
    }
    std::vector<NewBlock> fresh = new_blocks();
    if (count == 0 || count > paragraphs.size() || fresh.empty()) {
        fail("the text to replace is not printed and its paragraphs cannot be counted");
        return;
    }
    const std::vector<BlockId> chosen(paragraphs.end() - static_cast<std::ptrdiff_t>(count), paragraphs.end());
    take_unit(unit_);
    for (const BlockId id : chosen) {
        if (id == paragraphs.front()) {
            fail("counted back, the paragraphs reach the opening of " + unit_label(base_, unit_.node));
            return;
        }
        wish_.removals.push_back({id, id + 1, by_});
        remark(step_, "counted as one of them: “" + first_words(base_.blocks[id].text) + "”");
    }
    put_new(chosen.back(), false, fresh);
}

}  // namespace stet
