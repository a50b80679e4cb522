// By kind of operation; what is printed of the old text decides where it is.
#include "proposal/apply_named.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>

#include "proposal/apply_drawn.hpp"
#include "proposal/find_printed.hpp"
#include "proposal/find_words.hpp"
#include "proposal/locate.hpp"

namespace stet {

namespace {

constexpr double is_one_whole = 0.6;  ///< of the block's words are printed: it goes as a whole

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at) out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

bool has_old_words(const DrawnBlock& block) {
    return std::any_of(block.runs.begin(), block.runs.end(), [](const DrawnRun& run) {
        return run.kind != DrawnRun::inserted && !one_line(run.text).empty();
    });
}

bool is_wholly_struck(const DrawnBlock& block) {
    bool struck = false;
    for (const DrawnRun& run : block.runs) {
        if (run.kind != DrawnRun::struck && !one_line(run.text).empty()) return false;
        struck = struck || run.kind == DrawnRun::struck;
    }
    return struck;
}

class Named {
public:
    Named(const Document& base, const BaseText& text, const Operation& operation, CarriedOut& step)
        : base_(base),
          text_(text),
          operation_(operation),
          step_(step),
          by_(step.operation),
          printed_(base, text, operation.target, unit_, step) {}

    Wish run() {
        if (concerns_another_agreement()) return {};
        unit_ = locate_unit(base_, operation_.target);
        dispatch();
        if (!step_.reason.empty()) return {};
        if (!operation_.condition.empty()) step_.remarks.push_back("on the condition: " + operation_.condition);
        return std::move(wish_);
    }

private:
    void dispatch() {
        switch (operation_.op) {
            case Op::repeal:
                repeal();
                break;
            case Op::remove:
            case Op::substitute:
            case Op::replace:
                change();
                break;
            case Op::insert:
                insert();
                break;
            case Op::move:
                move();
                break;
            case Op::renumber:
                renumber();
                break;
            case Op::restate:
                hold_against_base();
                break;
            case Op::set:
                fail("the base's words for it are not printed; nothing is replaced on a guess");
                break;
            default:
                fail("it cannot be carried out without a full address");
        }
    }

    void fail(std::string reason) { step_.reason = std::move(reason); }

    /// Whether the base has the unit that is named; says what is missing.
    bool has_unit() {
        if (unit_.node == none) fail(unit_.reason.empty() ? not_supplied(operation_.target) : unit_.reason);
        return unit_.node != none;
    }

    void take_unit(const LocatedUnit& unit) {
        step_.base = unit.node;
        step_.found_by = unit.found_by;
        step_.remarks.insert(step_.remarks.end(), unit.remarks.begin(), unit.remarks.end());
    }

    /// An operation on another agreement, which the base's opening does not name.
    bool concerns_another_agreement() {
        const std::string& agreement = operation_.target.agreement;
        if (agreement.empty()) return false;
        BlockId opening = static_cast<BlockId>(base_.blocks.size());
        for (const Node& node : base_.nodes)
            if (base_.levels[node.level] == "article") {
                opening = node.first_block;
                break;
            }
        if (!text_.find(agreement, {0, opening}).empty()) return false;
        fail("it concerns another agreement: " + agreement);
        return true;
    }

    BlockRange range_of(NodeId node) const {
        return node == none ? text_.whole() : BlockRange{base_.nodes[node].first_block, base_.nodes[node].end_block};
    }

    NodeId node_of(BlockId block) const { return base_.places[block].node; }

    // Units that go.

    void repeal() {
        const bool printed = std::any_of(operation_.drawn.begin(), operation_.drawn.end(), has_old_words);
        if (printed || !operation_.struck_text.empty()) {
            repeal_printed();
            return;
        }
        if (!has_unit()) return;
        take_unit(unit_);
        remove_unit(unit_.node);
    }

    std::vector<std::string> printed_blocks() const {
        std::vector<std::string> out;
        for (const DrawnBlock& block : operation_.drawn)
            if (has_old_words(block)) out.push_back(old_text(block));
        return out.empty() ? lines_of(operation_.struck_text) : out;
    }

    /// The unit that opens with the first paragraph printed; it goes where the rest of it is what is printed, too.
    void repeal_printed() {
        const std::vector<std::string> printed = printed_blocks();
        const std::vector<BlockId> blocks = printed_.blocks_of(printed.front());
        if (blocks.empty()) {
            if (step_.reason.empty())
                fail("the text to repeal is not in the base: “" + first_words(printed.front()) + "”");
            return;
        }
        const NodeId node = node_of(blocks.front());
        if (node == 0 || base_.nodes[node].first_block > blocks.front()) {
            fail("the text is a part of a unit in the base and no unit of its own");
            return;
        }
        step_.base = node;
        std::size_t missing = 0;
        for (const std::string& text : printed) {
            const std::vector<LikeBlock> like = text_.like(text, range_of(node), 1);
            if (like.empty() ||
                text_.held(text, text_.with_neighbours(text, like[0].block, range_of(node))) < is_that_block) {
                remark(step_, "printed, and not in the base’s unit: “" + first_words(text) + "”");
                ++missing;
            }
        }
        if (missing * 2 > printed.size()) {
            fail("most of the text printed is not in the base’s unit");
            return;
        }
        tell_unprinted(node, printed);
        remove_unit(node);
    }

    void tell_unprinted(NodeId node, const std::vector<std::string>& printed) {
        std::string all;
        for (const std::string& text : printed) all += text + "\n";
        std::vector<std::uint64_t> keys = word_keys(all);
        std::sort(keys.begin(), keys.end());
        for (BlockId id = base_.nodes[node].first_block; id < base_.nodes[node].end_block; ++id) {
            if (is_set_aside(base_.blocks[id].kind)) continue;
            const std::vector<std::uint64_t> own = word_keys(base_.blocks[id].text);
            const auto held = std::count_if(own.begin(), own.end(), [&](std::uint64_t key) {
                return std::binary_search(keys.begin(), keys.end(), key);
            });
            if (static_cast<std::size_t>(held) * 10 < own.size() * 6)
                remark(step_,
                       "goes with the unit though it is not printed: “" + first_words(base_.blocks[id].text) + "”");
        }
    }

    void remove_unit(NodeId node) {
        const Node& unit = base_.nodes[node];
        wish_.removals.push_back({unit.first_block, unit.end_block, by_});
        remark(step_, unit_label(base_, node) + " leaves a gap in the numbers; nothing is renumbered");
        const NodeId above = unit.parent;
        if (above == none || above == 0 || base_.levels[base_.nodes[above].level] != "article") return;
        for (BlockId id = base_.nodes[above].first_block; id < base_.nodes[above].end_block; ++id) {
            const bool inside = unit.first_block <= id && id < unit.end_block;
            if (!inside && !is_set_aside(base_.blocks[id].kind) && !base_.places[id].heading) return;
        }
        remark(step_, unit_label(base_, above) + " " + base_.nodes[above].heading + " is left without text");
    }

    // Words and paragraphs.

    void change() {
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

    /// Printed paragraphs in their order: struck, edited, and new ones behind those before them.
    void change_drawn() {
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

    /// New text that follows a paragraph of which nothing stays but its number stands behind that number.
    bool take_place(const std::string& text) {
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

    bool are_mostly(const std::string& printed, const std::vector<BlockId>& blocks) const {
        return std::all_of(blocks.begin(), blocks.end(),
                           [&](BlockId block) { return text_.filled(one_line(printed), block) >= is_one_whole; });
    }

    /// A unit whose text is replaced keeps its number where the new text prints none.
    void put_in_place(BlockId block, std::vector<NewBlock>& fresh) {
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

    static BlockKind kind_of(const DrawnBlock& drawn) {
        return drawn.kind == BlockKind::paragraph && !drawn.number.empty() ? BlockKind::list_item : drawn.kind;
    }

    static bool begins_with_label(const std::string& text, const Node& unit) {
        const std::string& label = unit.label.written;
        const std::size_t blank = label.find(' ');
        return blank != std::string::npos && text.size() > blank &&
               std::equal(label.begin(), label.begin() + static_cast<std::ptrdiff_t>(blank) + 1, text.begin(),
                          [](char a, char b) { return (a | 0x20) == (b | 0x20); });
    }

    void put_new(BlockId at, bool before, std::vector<NewBlock>& fresh) {
        if (already_there(fresh)) return;
        wish_.insertions.push_back({at, before, std::move(fresh), by_});
        fresh.clear();
    }

    bool is_done(const std::vector<BlockId>& blocks, const DrawnBlock& drawn) const {
        const std::string fresh = one_line(new_text(drawn));
        return fresh != one_line(old_text(drawn)) && !text_.find(fresh, {blocks.front(), blocks.back() + 1}).empty();
    }

    void not_there(const std::string& printed) {
        std::string reason = unit_.node == none && !unit_.reason.empty() ? unit_.reason + "; " : "";
        reason += "the text printed is not in the base: “" + first_words(printed) + "”";
        const std::vector<LikeBlock> like = text_.like(one_line(printed), text_.whole(), 1);
        if (!like.empty())
            reason += "; likest to it is “" + first_words(base_.blocks[like[0].block].text) + "” (" +
                      std::to_string(static_cast<int>(like[0].held * 100)) + " % of its words)";
        fail(std::move(reason));
    }

    /// Words quoted in an instruction.
    void change_quoted() {
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

    std::vector<TextPlace> choose(const std::vector<TextPlace>& places) const {
        if (places.size() == 1 || operation_.occurrence == Occurrence::each) return places;
        if (operation_.occurrence == Occurrence::first) return {places.front()};
        if (operation_.place > 0 && operation_.place <= places.size()) return {places[operation_.place - 1]};
        return {};
    }

    void quoted_not_there(const std::string& words, BlockRange range) {
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

    /// "the last three paragraphs": counted back from the end of the unit, rows apart.
    void replace_paragraphs() {
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

    // What comes.

    std::vector<NewBlock> new_blocks() const {
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

    bool already_there(const std::vector<NewBlock>& fresh) {
        const bool all = std::all_of(fresh.begin(), fresh.end(), [&](const NewBlock& block) {
            return !text_.find(block.text, text_.whole()).empty();
        });
        if (all && !fresh.empty()) fail("carried out already: the base has the new text");
        return all && !fresh.empty();
    }

    void insert() {
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

    /// The last paragraph of the unit, or the one that the instruction counts.
    std::optional<BlockId> place_in_unit() {
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

    void add_to_paragraph(BlockId at, const std::vector<NewBlock>& fresh) {
        if (already_there(fresh)) return;
        std::string words;
        for (const NewBlock& block : fresh) words += (words.empty() ? "" : " ") + block.text;
        const std::vector<Token>& tokens = text_.tokens(at);
        const std::string& text = base_.blocks[at].text;
        const std::uint32_t end = tokens.empty() ? static_cast<std::uint32_t>(text.size()) : tokens.back().text.end;
        const WordChange change = insert_words(text, end, words);
        wish_.splices.push_back({at, change.cut, change.with, by_});
    }

    void insert_at_words(const std::vector<NewBlock>& fresh) {
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

    /// A new letter stands behind the last one of the base.
    void add_letter(std::vector<NewBlock>& fresh) {
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

    void move() {
        if (!has_unit()) return;
        take_unit(unit_);
        Target to = operation_.anchor;
        if (to.article.empty() && to.section.empty()) {
            to = operation_.target;
            to.letter.clear();
            to.section.clear();
            to.article_title = operation_.anchor.article_title;
        }
        const LocatedUnit goal = locate_unit(base_, to);
        if (goal.node == none) {
            fail(goal.reason.empty() ? not_supplied(to) : goal.reason);
            return;
        }
        const Node& from = base_.nodes[unit_.node];
        const Node& place = base_.nodes[goal.node];
        if (operation_.position == PositionKind::before) {
            wish_.relocations.push_back({from.first_block, from.end_block, place.first_block, true, by_});
            return;
        }
        if (operation_.position == PositionKind::start) {
            fail("the place at the beginning of " + unit_label(base_, goal.node) + " is not found by a number");
            return;
        }
        BlockId at = place.end_block - 1;
        while (at > 0 && is_set_aside(base_.blocks[at].kind)) --at;
        wish_.relocations.push_back({from.first_block, from.end_block, at, false, by_});
        if (operation_.position == PositionKind::after || operation_.position == PositionKind::end) return;
        std::string where = unit_label(base_, goal.node);
        if (!base_.nodes[goal.node].heading.empty()) where += " " + base_.nodes[goal.node].heading;
        remark(step_, "its place is not stated: put at the end of " + where);
    }

    void renumber() {
        if (!has_unit()) return;
        take_unit(unit_);
        const Node& unit = base_.nodes[unit_.node];
        const std::string& text = base_.blocks[unit.first_block].text;
        const std::size_t label = text.find(unit.label.written, unit.label.span.begin);
        const std::size_t at = unit.label.written.rfind(unit.label.value);
        if (label == std::string::npos || at == std::string::npos || operation_.inserted_text.empty()) {
            fail("the number cannot be told apart in “" + unit.label.written + "”");
            return;
        }
        std::string number = operation_.inserted_text;
        if (const std::size_t blank = number.rfind(' '); blank != std::string::npos) number = number.substr(blank + 1);
        const auto begin = static_cast<std::uint32_t>(label + at);
        wish_.splices.push_back(
            {unit.first_block, {begin, begin + static_cast<std::uint32_t>(unit.label.value.size())}, number, by_});
    }

    /// Reprinted text: nothing is carried out, and what differs from the base is told.
    void hold_against_base() {
        std::size_t differing = 0;
        for (const DrawnBlock& drawn : operation_.drawn) {
            const std::string printed = one_line(new_text(drawn));
            if (printed.empty()) continue;
            const std::vector<BlockId> blocks = printed_.blocks_of(printed);
            if (blocks.empty()) {
                step_.reason.clear();
                remark(step_, "printed, and not in the base: “" + first_words(printed) + "”");
                ++differing;
                continue;
            }
            DrawnBlock kept;
            kept.runs.push_back({printed, DrawnRun::kept});
            const LaidOver laid = lay_over_blocks(base_, text_, blocks, kept, operation_, by_);
            for (const std::string& words : laid.remarks) remark(step_, words);
            differing += laid.remarks.empty() ? 0 : 1;
        }
        fail(differing == 0 ? "reprinted word for word: nothing changes"
                            : "reprinted without a mark, and other words than the base has: not carried out");
    }

    const Document& base_;
    const BaseText& text_;
    const Operation& operation_;
    CarriedOut& step_;
    std::uint32_t by_;
    LocatedUnit unit_;
    PrintedText printed_;
    Wish wish_;
};

}  // namespace

Wish plan_named(const Document& base, const BaseText& text, const Operation& operation, CarriedOut& step) {
    return Named(base, text, operation, step).run();
}

}  // namespace stet
