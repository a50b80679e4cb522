// Words and paragraphs go, come in the place of others, or both: as drawn, as quoted, as counted.
#include <algorithm>
#include <iterator>

#include "proposal/apply_drawn.hpp"
#include "proposal/counted_text.hpp"
#include "proposal/find_words.hpp"
#include "proposal/letters.hpp"
#include "proposal/named_operation.hpp"
#include "proposal/pair_change.hpp"
#include "proposal/set_words.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

constexpr double is_one_whole = 0.6;  ///< of the block's words are printed: it goes as a whole
constexpr double is_repeated = 0.6;   ///< of a paragraph's words stand in a new one, and the reverse

bool is_wholly_struck(const DrawnBlock& block) {
    bool struck = false;
    for (const DrawnRun& run : block.runs) {
        if (run.kind != DrawnRun::struck && !one_line(run.text).empty()) return false;
        struck = struck || run.kind == DrawnRun::struck;
    }
    return struck;
}

/// The sentence that a place stands in, or the row.
std::string sentence_of(const Block& block, Span place) {
    const std::string& text = block.text;
    if (block.kind == BlockKind::table_row) return text;
    const auto ends = [&](std::size_t at) {
        return (text[at] == '.' || text[at] == ';') && (at + 1 == text.size() || is_blank(text[at + 1]));
    };
    std::size_t from = place.begin, to = place.end;
    while (from > 0 && !ends(from - 1)) --from;
    while (to < text.size() && !ends(to)) ++to;
    return one_line(std::string_view(text).substr(from, to - from));
}

/// Lower-case words that tell what a value is of.
std::vector<std::string> telling_words(std::string_view text) {
    constexpr std::size_t shortest = 4;  // letters
    std::vector<std::string> out;
    std::string word;
    for (const char c : lower_case(text) + " ") {
        if (is_lower(c) || static_cast<unsigned char>(c) >= 0x80) {
            word += c;
        } else {
            if (word.size() >= shortest) out.push_back(word);
            word.clear();
        }
    }
    return out;
}

}  // namespace

void NamedOperation::change() {
    const bool drawn = std::any_of(operation_.drawn.begin(), operation_.drawn.end(), has_old_words);
    if (change_value()) {
        // a value, in other words than the base's
    } else if (drawn) {
        change_drawn();
    } else if (!operation_.struck_text.empty()) {
        change_quoted();
    } else if (!operation_.target.sentence.empty() && operation_.op != Op::substitute) {
        change_sentence();
    } else if (!operation_.target.paragraph.empty() && operation_.op != Op::substitute) {
        change_paragraphs();
    } else if (operation_.op == Op::replace) {
        replace_unit();
    } else {
        fail("the words to strike are not printed");
    }
    for (const WordSplice& splice : wish_.splices)
        if (step_.reason.empty()) check_beside({splice.block, splice.text});
}

/// "2 hours" where the base prints "two (2) hours": a value that is told, and stands in the unit once, in other words.
bool NamedOperation::change_value() {
    const std::string struck = one_line(operation_.struck_text);
    if (!is_amount_told() || unit_.node == none || struck.empty() || operation_.op == Op::remove ||
        operation_.struck_text.find('\n') != std::string::npos || !text_.find(struck, unit_range()).empty())
        return false;
    Operation told = operation_;
    told.money.clear();
    told.inserted_text = "from " + struck + " to " + one_line(operation_.inserted_text);
    std::vector<BlockId> blocks = set_blocks();
    SetValues values = blocks.empty() ? SetValues{} : set_words(base_, blocks, told, by_);
    step_.reason.clear();
    if (values.splices.size() != 1) return false;
    take_unit(unit_);
    for (std::string& words : values.remarks) remark(step_, std::move(words));
    wish_.splices = std::move(values.splices);
    return true;
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
                holds_already("carried out already: the base has the new words");
            else
                fail(laid.reason);
            return;
        }
        for (std::string& words : laid.remarks) remark(step_, std::move(words));
        for (WordSplice& one : laid.splices) {
            if (!operation_.instruction.empty() && is_label(one.block, one.text)) return;
            if (is_amount_told()) end_where_base_goes_on(base_.blocks[one.block].text, one);
            if (!take_pair_along(one)) return;
        }
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
    if (base_.blocks[block].computed && !fresh.empty() && begins_with(fresh.front().text, unit.label.written))
        fresh.front().text = one_line(std::string_view(fresh.front().text).substr(unit.label.written.size()));
    const bool same = !fresh.empty() && begins_with(fresh.front().text, unit.label.written);
    if (!same && (fresh.empty() || begins_with_label(fresh.front().text, unit))) {
        wish_.removals.push_back({block, block + 1, by_});
        if (!fresh.empty()) put_new(block, false, fresh);
        return;
    }
    put_words(block, same ? 0 : base_.places[block].label.end, fresh.front().text);
    if (!same) remark(step_, "the new text prints no number: it stands under " + unit_label(base_, node_of(block)));
    fresh.erase(fresh.begin());
}

/// The text of a block from an offset on gives way to another; the words that both begin with stay as they are.
void NamedOperation::put_words(BlockId block, std::uint32_t from, const std::string& fresh) {
    const std::string& old = base_.blocks[block].text;
    const auto size = static_cast<std::uint32_t>(old.size());
    std::vector<Token> before = text_.tokens(block);
    std::erase_if(before, [&](const Token& token) { return token.text.begin < from; });
    std::vector<Token> after;
    tokenize(fresh, {0, static_cast<std::uint32_t>(fresh.size())}, after);
    const auto [mine, its] = std::mismatch(before.begin(), before.end(), after.begin(), after.end(),
                                           [](const Token& x, const Token& y) { return x.key == y.key; });
    if (mine == before.end() || its == after.end()) {
        while (from < size && is_blank(old[from])) ++from;
        wish_.splices.push_back({block, {from, size}, fresh, by_});
        return;
    }
    const bool shares = mine != before.begin();
    std::uint32_t cut = shares ? std::prev(mine)->text.end : mine->text.begin;
    std::uint32_t open = shares ? std::prev(its)->text.end : its->text.begin;
    // A blank that both have stays.
    if (cut < mine->text.begin && open < its->text.begin) {
        cut = mine->text.begin;
        open = its->text.begin;
    }
    wish_.splices.push_back({block, {cut, size}, fresh.substr(open), by_});
}

/// A label that the text opens with, whatever its case.
bool NamedOperation::begins_with(const std::string& text, const std::string& label) {
    const bool same = !label.empty() && text.size() > label.size() &&
                      std::equal(label.begin(), label.end(), text.begin(), [](char a, char b) {
                          return a == b || ((is_upper(a) || is_lower(a)) && (a ^ 0x20) == b);
                      });
    if (!same) return false;
    const char next = text[label.size()];
    return !is_upper(next) && !is_lower(next) && !is_digit(next);
}

/// The text opens with a label of the same kind, though of another number.
bool NamedOperation::begins_with_label(const std::string& text, const Node& unit) {
    const std::string& label = unit.label.written;
    const std::size_t blank = label.find(' ');
    return begins_with(text, label) || (blank != std::string::npos && begins_with(text, label.substr(0, blank)) &&
                                        text[blank] == ' ' && text.size() > blank + 1 && is_digit(text[blank + 1]));
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
    const BlockRange range = unit_range();
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
        const std::vector<TextPlace> chosen = choose(counted_among(places));
        if (chosen.empty()) {
            fail("ambiguous: the words are there " + std::to_string(places.size()) + " times: “" + words + "”, in " +
                 sentences_around(places));
            return;
        }
        if (operation_.op == Op::remove && chosen.size() == 1 && fills_a_cell(chosen.front())) {
            fail("ambiguous: “" + words + "” is all of a cell of the row “" +
                 first_words(base_.blocks[chosen.front().block].text) +
                 "”: whether the row goes or the cell is left empty is not said");
            return;
        }
        for (const TextPlace& place : chosen) {
            const std::string& text = base_.blocks[place.block].text;
            step_.base = section_of(base_, place.block);
            if (is_label(place.block, place.text)) return;
            if (is_caption(place)) return take_captioned(place.block);
            if (operation_.op == Op::remove && is_item(place)) {
                remove_item(place.block);
                continue;
            }
            const WordChange change = replace_words(text, place.text, one_line(operation_.inserted_text));
            tell_punctuation(text, change);
            wish_.splices.push_back({place.block, change.cut, change.with, by_});
            if (!take_pair_along(wish_.splices.back())) return;
        }
    }
    step_.found_by = unit_.node == none ? FoundBy::text : unit_.found_by;
    step_.remarks.insert(step_.remarks.end(), unit_.remarks.begin(), unit_.remarks.end());
}

/// Amounts that an instruction tells without quoting the words around them.
bool NamedOperation::is_amount_told() const {
    return std::any_of(operation_.parts.begin(), operation_.parts.end(),
                       [](const InstructionPart& part) { return part.role.starts_with("amount"); });
}

/// "Overtime after 9 hours (from 8 hours)": the words around a new value that is told beside the one that goes stand
/// with that one in its sentence, or in the titles above it; most of them do.
void NamedOperation::check_beside(const TextPlace& place) {
    std::string subject;
    bool told = false;
    for (const InstructionPart& part : operation_.parts) {
        told = told || part.role == "amount, struck";
        if (part.role == "subject") subject += part.words + " ";
    }
    if (!told) return;
    const std::string sentence = sentence_of(base_.blocks[place.block], place.text);
    std::string around = sentence;
    // A title that tells a value itself is another sentence.
    for (NodeId node = node_of(place.block); node != none; node = base_.nodes[node].parent)
        if (find_quantities(base_.nodes[node].heading).empty()) around += " " + base_.nodes[node].heading;
    const std::vector<std::string> said = telling_words(subject), own = telling_words(around);
    const auto there = std::count_if(said.begin(), said.end(), [&](const std::string& word) {
        return std::any_of(own.begin(), own.end(),
                           [&](const std::string& one) { return one.starts_with(word) || word.starts_with(one); });
    });
    if (static_cast<std::size_t>(there) * 2 >= said.size()) return;
    fail("ambiguous: “" + operation_.struck_text + "” is there the value of something else: “" + first_words(sentence) +
         "”");
}

/// "Delete A": what goes is the label of a unit, which is no word of its text.
bool NamedOperation::is_label(BlockId block, Span words) {
    const Span label = base_.places[block].label;
    const bool inside = label.begin <= words.begin && words.end <= label.end && !words.empty();
    if (operation_.op != Op::remove || !inside) return false;
    fail("“" + operation_.struck_text + "” is there the label of “" + first_words(base_.blocks[block].text) +
         "”: whether its text goes is not said");
    return true;
}

/// "Delete LOCKERS in its entirety": what goes is all that a unit is called.
bool NamedOperation::is_caption(const TextPlace& place) const {
    const Block& block = base_.blocks[place.block];
    return operation_.op == Op::remove && base_.places[place.block].heading &&
           one_line(text_of(block, place.text)) == base_.nodes[node_of(place.block)].heading;
}

void NamedOperation::take_captioned(BlockId block) {
    const NodeId node = node_of(block);
    const bool entire = std::any_of(operation_.parts.begin(), operation_.parts.end(),
                                    [](const InstructionPart& part) { return part.role == "entire"; });
    if (entire) return remove_unit(node);
    fail("“" + operation_.struck_text + "” is the caption of " + unit_label(base_, node) +
         ": whether its text goes, too, is not said");
}

/// Words and figure of a pair change together where an instruction names one of them; false where they would say two
/// values. What the author's marks leave is left, and told.
bool NamedOperation::take_pair_along(WordSplice& splice) {
    const std::optional<PairChange> pair = pair_change(base_, splice);
    if (!pair) return true;
    if (operation_.instruction.empty() || !pair->whole) {
        const std::string two = "words and figure of “" + pair->was + "” say two values then: “" + pair->said + "”";
        operation_.instruction.empty() ? remark(step_, two) : fail(two);
        return operation_.instruction.empty();
    }
    remark(step_,
           "inferred: " + std::string(pair->figure ? "the words follow the figure" : "the figure follows the words") +
               ": “" + pair->was + "” becomes “" + pair->whole->with + "”");
    splice = *pair->whole;
    return true;
}

/// “from 18 to 12 months”: the base has the “months” behind the 18.
void NamedOperation::end_where_base_goes_on(std::string_view text, WordSplice& change) {
    const std::size_t blank = change.with.rfind(' ');
    const std::size_t behind = text.find_first_not_of(" \n", change.text.end);
    if (blank == std::string::npos || behind == std::string_view::npos) return;
    const std::string last = change.with.substr(blank + 1);
    const std::string_view rest = text.substr(behind);
    const bool follows = rest.starts_with(last) && (rest.size() == last.size() || !is_lower(rest[last.size()]));
    if (follows) change.with.resize(blank);
}

/// Marks that meet where words go: “the unit,.”
void NamedOperation::tell_punctuation(std::string_view text, const WordChange& change) {
    constexpr std::string_view marks = ",;:";
    if (!change.with.empty()) return;
    std::size_t before = change.cut.begin;
    std::size_t behind = change.cut.end;
    while (before > 0 && is_blank(text[before - 1])) --before;
    while (behind < text.size() && is_blank(text[behind])) ++behind;
    const bool meet = before > 0 && marks.find(text[before - 1]) != std::string_view::npos && behind < text.size() &&
                      (text[behind] == '.' || marks.find(text[behind]) != std::string_view::npos);
    if (!meet) return;
    const std::size_t word = text.find_last_of(" \n", before - 1);
    const std::size_t from = word == std::string_view::npos ? 0 : word + 1;
    remark(step_, "what is left there is “" + std::string(text.substr(from, before - from)) + text[behind] + "”");
}

/// Its number goes with it.
void NamedOperation::remove_item(BlockId item) {
    const Block& block = base_.blocks[item];
    wish_.removals.push_back({item, item + 1, by_});
    if (has_digit(block.number) || !base_.places[item].label.empty())
        remark(step_, "all of the item “" + first_words(block.text) + "” goes, with its number");
}

/// Of several places of quoted words those in the paragraph or sentence that is counted; all where none is counted.
std::vector<TextPlace> NamedOperation::counted_among(const std::vector<TextPlace>& places) {
    const Target& target = operation_.target;
    if (unit_.node == none || (target.paragraph.empty() && target.sentence.empty())) return places;
    std::vector<TextPlace> out;
    if (!target.sentence.empty()) {
        const CountedSentence counted = count_sentence(base_, unit_, target.paragraph, target.sentence);
        if (!counted.reason.empty()) return places;
        std::copy_if(places.begin(), places.end(), std::back_inserter(out), [&](const TextPlace& one) {
            return one.block == counted.place.block && counted.place.text.begin <= one.text.begin &&
                   one.text.end <= counted.place.text.end;
        });
    } else {
        const CountedBlocks counted = counted_blocks(target.paragraph);
        if (!counted.reason.empty()) return places;
        std::copy_if(places.begin(), places.end(), std::back_inserter(out), [&](const TextPlace& one) {
            return std::find(counted.blocks.begin(), counted.blocks.end(), one.block) != counted.blocks.end();
        });
    }
    if (!out.empty()) return out;
    remark(step_, "the words do not stand in the " +
                      (target.sentence.empty() ? "paragraph “" + target.paragraph : "sentence “" + target.sentence) +
                      "” that is named");
    return places;
}

/// The beginnings of the paragraphs in which words stand.
std::string NamedOperation::sentences_around(const std::vector<TextPlace>& places) const {
    constexpr std::size_t most = 3;
    std::vector<BlockId> blocks;
    for (const TextPlace& one : places)
        if (blocks.empty() || blocks.back() != one.block) blocks.push_back(one.block);
    std::string out;
    for (std::size_t i = 0; i < blocks.size() && i < most; ++i)
        out += (i > 0 ? " and “" : "“") + first_words(base_.blocks[blocks[i]].text) + "” (line " +
               std::to_string(base_.blocks[blocks[i]].line()) + ")";
    return out + (blocks.size() > most ? " …" : "");
}

/// Whether the words are all that one of several cells of a row says.
bool NamedOperation::fills_a_cell(const TextPlace& place) const {
    const Block& block = base_.blocks[place.block];
    if (block.kind != BlockKind::table_row || block.cells.size() < 2) return false;
    return std::any_of(block.cells.begin(), block.cells.end(), [&](Span cell) {
        return cell.begin <= place.text.begin && place.text.end <= cell.end &&
               one_line(text_of(block, cell)) == one_line(text_of(block, place.text));
    });
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
        holds_already("carried out already: the base has the new words");
        return;
    }
    std::string reason = "the words are not there: “" + words + "”";
    const std::vector<TextPlace> elsewhere = text_.find(words, text_.whole());
    if (!elsewhere.empty())
        reason += "; they are in " + unit_label(base_, section_of(base_, elsewhere.front().block));
    else if (const std::vector<LikeBlock> like = text_.like(words, range, 1); !like.empty())
        reason += "; likest is “" + first_words(base_.blocks[like[0].block].text) + "”";
    step_.words_missing = unit_.node != none;
    fail(std::move(reason));
}

void NamedOperation::change_sentence() {
    if (names_more_than_is_read() || !has_unit()) return;
    const CountedSentence counted =
        count_sentence(base_, unit_, operation_.target.paragraph, operation_.target.sentence);
    if (!counted.reason.empty()) {
        fail("the words to strike are not printed; " + counted.reason);
        return;
    }
    const std::string fresh = new_words();
    if (operation_.op == Op::replace && fresh.empty()) {
        fail("the text to insert is not printed");
        return;
    }
    take_unit(unit_);
    const std::string& text = base_.blocks[counted.place.block].text;
    if (!fresh.empty() &&
        word_keys(fresh) == word_keys(text_of(base_.blocks[counted.place.block], counted.place.text))) {
        holds_already("carried out already: the base has the new text");
        return;
    }
    const WordChange change = replace_words(text, counted.place.text, fresh);
    wish_.splices.push_back({counted.place.block, change.cut, change.with, by_});
    remark(step_, "counted as the sentence: “" +
                      one_line(std::string_view(text).substr(counted.place.text.begin, counted.place.text.size())) +
                      "”");
}

/// Paragraphs or, where these are meant, items of a list.
CountedBlocks NamedOperation::counted_blocks(const std::string& said) const {
    return operation_.unit == Unit::list_item ? count_items(base_, unit_, said) : count_paragraphs(base_, unit_, said);
}

void NamedOperation::change_paragraphs() {
    if (names_more_than_is_read() || !has_unit()) return;
    const CountedBlocks counted = counted_blocks(operation_.target.paragraph);
    std::vector<NewBlock> fresh = new_blocks();
    if (!counted.reason.empty() || (operation_.op != Op::remove && fresh.empty())) {
        fail("the text to replace is not printed" + (counted.reason.empty() ? "" : "; " + counted.reason));
        return;
    }
    if (is_old_text(fresh, counted.blocks)) return;
    take_unit(unit_);
    BlockId opening = none;
    for (const BlockId id : counted.blocks) {
        remark(step_, "counted as one of them: “" + first_words(base_.blocks[id].text) + "”");
        const bool item = operation_.op != Op::remove && id == counted.blocks.front();
        const bool labelled = !base_.places[id].label.empty() || (item && base_.blocks[id].computed);
        if (labelled && (item || base_.places[id].node == unit_.node))
            opening = id;
        else
            wish_.removals.push_back({id, id + 1, by_});
    }
    if (operation_.op == Op::remove && opening != none) {
        fail(unit_label(base_, unit_.node) + " opens with that paragraph: its number would go with it");
        return;
    }
    put_in_place(opening, fresh);
    if (!fresh.empty()) put_new(counted.blocks.back(), false, fresh);
}

/// Whether the new text is the one that is there, labels aside.
bool NamedOperation::is_old_text(const std::vector<NewBlock>& fresh, const std::vector<BlockId>& old) {
    std::string was;
    std::string comes;
    for (const BlockId id : old) was += base_.blocks[id].text.substr(base_.places[id].label.end) + "\n";
    for (const NewBlock& block : fresh) comes += block.text + "\n";
    if (comes.empty() || word_keys(was) != word_keys(comes)) return false;
    holds_already("carried out already: the base has the new text");
    return true;
}

void NamedOperation::replace_unit() {
    if (names_more_than_is_read() || !has_unit()) return;
    std::vector<NewBlock> fresh = new_blocks();
    if (fresh.empty()) {
        fail("the text to insert is not printed");
        return;
    }
    if (!is_whole_unit()) return;
    const Node& unit = base_.nodes[unit_.node];
    std::vector<BlockId> old;
    BlockId heading = none;
    BlockId opening = none;
    const bool titled = begins_with_label(fresh.front().text, unit);
    for (BlockId id = unit.first_block; id < unit.end_block; ++id) {
        if (is_set_aside(base_.blocks[id].kind)) continue;
        const bool own = base_.places[id].node == unit_.node;
        if (own && base_.places[id].heading && !titled)
            heading = id;
        else if (own && (!base_.places[id].label.empty() || (id == unit.first_block && base_.blocks[id].computed)) &&
                 !base_.places[id].heading)
            opening = id;
        else
            old.push_back(id);
    }
    if (!is_for_all(fresh, opening, old)) return;
    std::vector<BlockId> all = old;
    if (opening != none) all.insert(all.begin(), opening);
    if (is_old_text(fresh, all)) return;
    take_unit(unit_);
    for (const BlockId id : old) wish_.removals.push_back({id, id + 1, by_});
    const std::size_t count = old.size() + (opening == none ? 0 : 1);
    remark(step_, "all of " + unit_label(base_, unit_.node) + " gives way, which is not printed: " +
                      std::to_string(count) + (count == 1 ? " paragraph or row" : " paragraphs and rows") +
                      ", the last “" + first_words(base_.blocks[old.empty() ? opening : old.back()].text) + "”");
    put_in_place(opening, fresh);
    const BlockId behind = opening != none ? opening : heading != none ? heading : old.back();
    if (!fresh.empty()) put_new(behind, false, fresh);
}

/// New text that repeats one paragraph of several may stand for that one only.
bool NamedOperation::is_for_all(const std::vector<NewBlock>& fresh, BlockId opening, const std::vector<BlockId>& old) {
    std::vector<BlockId> all = old;
    if (opening != none) all.push_back(opening);
    if (all.empty()) {
        fail(not_supplied(operation_.target));
        return false;
    }
    std::vector<BlockId> repeated;
    for (const NewBlock& block : fresh)
        for (const LikeBlock& like : text_.like(block.text, unit_range(), 1))
            if (like.held >= is_repeated && like.filled >= is_repeated) repeated.push_back(like.block);
    std::size_t unlike = 0;
    for (const BlockId id : all) unlike += std::find(repeated.begin(), repeated.end(), id) == repeated.end() ? 1 : 0;
    if (repeated.empty() || unlike == 0) return true;
    fail("the new text repeats “" + first_words(base_.blocks[repeated.front()].text) + "” and not " +
         std::to_string(unlike) + " other paragraphs or rows of " + unit_label(base_, unit_.node) +
         ": whether these go is not said");
    return false;
}

}  // namespace stet
