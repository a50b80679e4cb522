// New text at the place that is named, or at the end of the unit.
#include <algorithm>
#include <iterator>
#include <set>

#include "proposal/block_form.hpp"
#include "proposal/counted_text.hpp"
#include "proposal/find_words.hpp"
#include "proposal/letters.hpp"
#include "proposal/named_operation.hpp"
#include "proposal/renumber.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// "Section 0.0" of "Section 12.4": a label's form.
std::string form_of_label(std::string_view label) {
    std::string out;
    for (const char c : label)
        if (!is_digit(c) || out.empty() || out.back() != '0') out.push_back(is_digit(c) ? '0' : c);
    return out;
}

/// Whether a text opens as the numbered sections of the base do: "Section 12.", "7.1".
bool opens_section(const Document& base, const std::string& text) {
    const std::string form = form_of_label(text);
    return std::any_of(base.nodes.begin(), base.nodes.end(), [&](const Node& node) {
        if (base.levels[node.level] != "section" || node.label.written.empty()) return false;
        const std::string label = form_of_label(node.label.written);
        if (form.size() <= label.size() || !form.starts_with(label)) return false;
        const char next = form[label.size()];
        return label == "0" ? next == '.' || next == ')' : next == '.' || next == ':' || is_blank(next);
    });
}

/// The cells of a row that is quoted: "Night | $3.00".
std::string row_of_cells(const std::string& text) {
    std::string row = text;
    if (row.find('\t') != std::string::npos) return row;
    while (!row.empty() && (row.front() == '|' || is_blank(row.front()))) row.erase(0, 1);
    while (!row.empty() && (row.back() == '|' || is_blank(row.back()))) row.pop_back();
    std::string out;
    for (std::size_t at = 0; at <= row.size();) {
        const std::size_t end = std::min(row.find('|', at), row.size());
        out += (at > 0 ? "\t" : "") + one_line(std::string_view(row).substr(at, end - at));
        at = end + 1;
    }
    return out;
}

/// "Crane hand $25.00 $25.75": of a row whose cells blanks part, and which a proposal prints in one line, the last
/// words are a cell each where all of them are figures, and sums where the row beside has sums; as printed where not.
std::string row_of_words(const std::string& text, const Block& beside) {
    std::string row = text;
    std::size_t end = row.size();
    for (std::size_t cell = beside.cells.size(); cell-- > 1;) {
        const std::size_t blank = row.find_last_of(' ', end - 1);
        if (blank == std::string::npos || blank == 0) return text;
        const std::string_view figure = std::string_view(row).substr(blank, end - blank);
        const Span like = beside.cells[cell];
        const auto has = [&](char sign) {
            return (figure.find(sign) != std::string_view::npos) ==
                   (std::string_view(beside.text).substr(like.begin, like.size()).find(sign) != std::string_view::npos);
        };
        if (!has_digit(figure) || !has('$') || !has('%') || !has('.')) return text;
        row[blank] = '\t';
        end = blank;
    }
    return row;
}

/// "… in a day." and "and at two times the rate": new words that go on with a sentence which a full stop closes.
bool goes_on_with(const std::string& text, std::uint32_t end, const std::string& words) {
    const bool goes_on = is_lower(words.front()) || words.front() == ',' || words.front() == ';';
    return goes_on && end > 1 && end <= text.size() && text[end - 1] == '.' && text[end - 2] != '.';
}

/// The words before the full stop; their own is the same.
WordChange insert_before_stop(const std::string& text, std::uint32_t end, std::string words) {
    if (words.ends_with('.')) words.pop_back();
    WordChange change = insert_words(text, end - 1, words);
    while (change.with.ends_with(' ')) change.with.pop_back();
    return change;
}

/// "Memorial Day, Labor Day": a name among names that commas part needs one, too. The new words without it are given
/// where they stand otherwise, or have marks of their own.
std::string among_names(std::string text, Span anchor, bool before, const std::string& words) {
    std::replace(text.begin(), text.end(), '\n', ' ');  // a list of names may go on in the next line
    // "parent or child" and "stepchild, ward": names that commas part, behind the last of such.
    const std::string_view sentence = std::string_view(text).substr(0, anchor.begin);
    const bool is_last = sentence.ends_with(" or ") || sentence.ends_with(" and ");
    const std::size_t stop = sentence.rfind(". ");
    const bool of_names =
        is_last && sentence.find(", ", stop == std::string_view::npos ? 0 : stop) != std::string_view::npos;
    if (!before && of_names && words.find(", ") != std::string::npos && is_lower(words.front()) &&
        words.find_first_of(";.:") == std::string::npos)
        return ", " + words;
    // "religion, age or national origin" and "disability, ancestry": names of a list behind one of it.
    const std::string_view rest = std::string_view(text).substr(anchor.end);
    const bool before_last = rest.starts_with(" or ") || rest.starts_with(" and ") || rest.starts_with(", ");
    if (!before && before_last && sentence.ends_with(", ") && words.find(", ") != std::string::npos &&
        is_lower(words.front()) && words.find_first_of(";.:") == std::string::npos)
        return ", " + words;
    constexpr std::uint32_t longest_name = 6;  // words
    const std::size_t ahead = anchor.begin == 0 ? std::string::npos : text.find_last_not_of(" \n", anchor.begin - 1);
    const bool behind_mark = ahead != std::string::npos && (text[ahead] == ',' || text[ahead] == ':');
    const bool before_comma = anchor.end < text.size() && text[anchor.end] == ',';
    const bool named = anchor.begin < text.size() && is_upper(text[anchor.begin]) && !words.empty() &&
                       is_upper(words.front()) && words.find_first_of(",;.:") == std::string::npos &&
                       count_words(words) <= longest_name;
    if (!named || !behind_mark || (before ? text[ahead] != ',' : !before_comma)) return words;
    return before ? words + "," : ", " + words;
}

/// Lines of their own, behind a line or before it.
std::string as_lines(const std::vector<NewBlock>& fresh, bool before) {
    std::string out;
    for (const NewBlock& one : fresh) out += before ? one.text + "\n" : "\n" + one.text;
    return out;
}

/// “the words” between marks of quotation, which are not of the text.
bool is_in_quotes(const std::string& text, const std::string& words) {
    const std::size_t at = words.empty() ? std::string::npos : text.find(words);
    if (at == std::string::npos || text == words) return false;
    constexpr std::string_view marks[] = {"\"", "“", "”", "''", "‘", "’", "'"};
    const auto is_mark = [&](const std::string& side) {
        return std::find(std::begin(marks), std::end(marks), side) != std::end(marks);
    };
    return is_mark(text.substr(0, at)) && is_mark(text.substr(at + words.size()));
}

/// "Parking. “Two places are kept free.”": the marks around all that stands behind a caption are not of the text.
void drop_quotes_behind_caption(std::string& text) {
    constexpr std::uint32_t longest_caption = 8;  // words
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"\"", "\""}, {"“", "”"}}) {
        const std::size_t at = text.find(open);
        if (at == std::string::npos || at < 2 || !text.ends_with(close)) continue;
        const std::size_t end = text.size() - close.size();
        const bool alone = text.find(close, at + open.size()) == end && text[at - 1] == ' ';
        const bool caption =
            (text[at - 2] == '.' || text[at - 2] == ':') && count_words(text.substr(0, at)) <= longest_caption;
        if (!alone || !caption) continue;
        text.erase(end);
        text.erase(at, open.size());
        return;
    }
}

}  // namespace

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
    if (operation_.unit == Unit::article && operation_.target.article == new_unit && number_of_new(fresh).empty()) {
        add_article(fresh);
        return;
    }
    if (add_numbered(fresh)) return;
    if (put_beside_anchor(fresh)) {
        if (operation_.unit == Unit::section && step_.reason.empty()) remark(step_, "the new section has no number");
        return;
    }
    if (unit_.node == none && operation_.target.section == new_unit && operation_.target.article.empty()) {
        fail("where the new section stands is not said: no article of the base is named");
        return;
    }
    if (!has_unit()) return;
    take_unit(unit_);
    if (operation_.unit == Unit::row) {
        insert_row(fresh);
        return;
    }
    if (!operation_.anchor_words.empty()) {
        insert_at_words(fresh);
        return;
    }
    if (!operation_.anchor.sentence.empty()) {
        insert_at_sentence();
        return;
    }
    if ((operation_.new_item || is_next_item()) && add_labelled_item(fresh)) return;
    const bool placed = operation_.position != PositionKind::unspecified && operation_.position != PositionKind::absent;
    if (!placed && says_more_than_is_read()) return;
    if (const NodeId before = placed ? none : item_before(fresh.front().text); before != none) {
        if (!already_there(fresh)) put_behind_item(before, number_after(base_.nodes[before].label), fresh);
        return;
    }
    const std::optional<BlockId> at = place_in_unit();
    if (!at) return;
    const bool runs_on = (operation_.unit == Unit::sentence || operation_.unit == Unit::words) &&
                         !base_.places[*at].heading && !opens_section(base_, fresh.front().text);
    const bool counted = operation_.unit == Unit::paragraph || operation_.unit == Unit::list_item;
    const NodeId item = counted && !operation_.anchor.paragraph.empty() ? item_of(*at) : none;
    if (item != none && operation_.position == PositionKind::after) {
        if (!already_there(fresh)) put_behind_item(item, number_after(base_.nodes[item].label), fresh);
        return;
    }
    if (operation_.unit == Unit::list_item && base_.blocks[*at].kind == BlockKind::list_item) {
        put_beside_item(*at, fresh);
        return;
    }
    if (runs_on && !goes_on_behind(*at, fresh)) return;
    if (runs_on && base_.blocks[*at].kind != BlockKind::table_row && !is_item_of_other_text(*at))
        add_to_paragraph(*at, fresh);
    else
        put_new(*at, operation_.position == PositionKind::before, fresh);
    if (!wish_.insertions.empty()) {
        wish_.insertions.back().home = base_.nodes[unit_.node].first_block;
        wish_.insertions.back().within = unit_.node;
    }
    if (operation_.unit == Unit::section && step_.reason.empty() && number_of_new(fresh).empty())
        remark(step_, "the new section has no number");
}

/// "Add paragraph 4: “…”" where the list ends with the third.
bool NamedOperation::is_next_item() const {
    const std::string label = bare_label(operation_.target.paragraph);
    if (label.empty() || !operation_.anchor.paragraph.empty()) return false;
    const std::vector<NodeId> before = lists_for(label);
    if (before.size() != 1 || bare_label(number_after(base_.nodes[before.front()].label)) != label) return false;
    const CountedBlocks there = counted_blocks(operation_.target.paragraph);
    return there.blocks.empty();
}

std::vector<NewBlock> NamedOperation::new_blocks() const {
    std::vector<NewBlock> out;
    const std::string quoted = one_line(operation_.inserted_text);
    for (const DrawnBlock& drawn : operation_.drawn) {
        std::string text = one_line(new_text(drawn));
        if (is_in_quotes(text, quoted)) text = quoted;
        drop_quotes_behind_caption(text);
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
    const bool replaces = !wish_.removals.empty();
    if (!replaces && already_there(fresh)) return;
    wish_.insertions.push_back({at, before, std::move(fresh), by_});
    fresh.clear();
}

/// In the unit that is named; few words only as all of an item or at a paragraph's end, where they are no chance.
bool NamedOperation::already_there(const std::vector<NewBlock>& fresh) {
    constexpr std::uint32_t no_chance = 4;
    const BlockRange range = unit_range();
    const auto closes_block = [&](const TextPlace& place) {
        const std::string& text = base_.blocks[place.block].text;
        return text.find_first_not_of(" .;\n", place.text.end) == std::string::npos || is_item(place);
    };
    const bool all = std::all_of(fresh.begin(), fresh.end(), [&](const NewBlock& block) {
        const std::vector<TextPlace> places = text_.find(block.text, range);
        return count_words(block.text) >= no_chance ? !places.empty()
                                                    : std::any_of(places.begin(), places.end(), closes_block);
    });
    if (all && !fresh.empty()) holds_already("carried out already: the base has the new text");
    return all && !fresh.empty();
}

/// Whether the new words stand beside those that an instruction names: nothing but blanks and marks parts them.
bool NamedOperation::stands_beside(const TextPlace& anchor, const std::string& words, bool before) const {
    const std::string& text = base_.blocks[anchor.block].text;
    for (const TextPlace& place : text_.find(words, {anchor.block, anchor.block + 1})) {
        const std::uint32_t from = before ? place.text.end : anchor.text.end;
        const std::uint32_t to = before ? anchor.text.begin : place.text.begin;
        if (from <= to &&
            std::string_view(text).substr(from, to - from).find_first_not_of(" ,;\n") == std::string_view::npos)
            return true;
    }
    return false;
}

std::optional<BlockId> NamedOperation::place_in_unit() {
    const bool beside = !operation_.anchor.paragraph.empty();
    // "Add to the second paragraph: “…”"
    const std::string& named = beside ? operation_.anchor.paragraph : operation_.target.paragraph;
    if (beside || (!named.empty() && !operation_.new_item)) {
        const CountedBlocks paragraph = counted_blocks(named);
        fail(paragraph.reason);
        if (paragraph.blocks.empty()) return std::nullopt;
        const bool before = operation_.position == PositionKind::before;
        const BlockId at = before ? paragraph.blocks.front() : paragraph.blocks.back();
        remark(step_, "counted as " + std::string(operation_.unit == Unit::list_item ? "item " : "paragraph ") + named +
                          ": “" + first_words(base_.blocks[paragraph.blocks.front()].text) + "”");
        return at;
    }
    std::vector<BlockId> own;
    std::vector<BlockId> all;
    for (BlockId id = unit_range().first; id < unit_range().end; ++id) {
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

/// The last block is an item of a list that stands below a text of the unit.
bool NamedOperation::is_item_of_other_text(BlockId at) const {
    if (operation_.position == PositionKind::after || operation_.position == PositionKind::before) return false;
    return base_.places[at].node != unit_.node ? base_.levels[base_.nodes[node_of(at)].level] == "list"
                                               : base_.blocks[at].kind == BlockKind::list_item &&
                                                     base_.places[at].label.empty() && !base_.blocks[at].computed;
}

/// A sentence stands as a paragraph of its own behind a table or a list that is the last of its unit; other words may
/// be a row or an item.
bool NamedOperation::goes_on_behind(BlockId at, const std::vector<NewBlock>& fresh) {
    const bool row = base_.blocks[at].kind == BlockKind::table_row;
    const std::string& words = fresh.front().text;
    if (!row && !is_item_of_other_text(at)) return !may_be_row_above(words);
    const std::string where = unit_label(base_, unit_.node) + " ends in a " + (row ? "table" : "list");
    if (is_upper(words.front()) && words.ends_with('.')) {
        remark(step_, where + ": the sentence stands behind it as a paragraph of its own");
        return true;
    }
    fail(where + ", and whether “" + first_words(words) + "” is " + (row ? "a row of it" : "an item of it") +
         ", stands behind it or goes on with its last is not said");
    return false;
}

/// "20 years: 5 weeks", whose place is not stated, below a table or list of such and the paragraph behind it.
bool NamedOperation::may_be_row_above(const std::string& words) {
    const bool placed = operation_.position != PositionKind::unspecified && operation_.position != PositionKind::absent;
    const bool sentence = std::string_view(".!?;\"”").find(words.back()) != std::string_view::npos;
    const bool goes_on = is_lower(words.front()) || words.front() == ',' || words.front() == ';';
    if (placed || sentence || goes_on) return false;
    if (words.find("...") != std::string::npos) {
        fail("whether “" + first_words(words) + "” is a line of its own, and where, is not said");
        return true;
    }
    for (BlockId id = unit_range().first; id < unit_range().end; ++id) {
        const BlockKind kind = base_.blocks[id].kind;
        // "After 5 years .......... 15 days", line by line
        if (base_.blocks[id].text.find("....") != std::string::npos) {
            fail("whether “" + first_words(words) + "” is a line of its own among those of " +
                 unit_label(base_, unit_.node) + ", and where, is not said");
            return true;
        }
        if (kind != BlockKind::table_row && kind != BlockKind::list_item) continue;
        fail("whether “" + first_words(words) + "” goes on with the last paragraph of " +
             unit_label(base_, unit_.node) + ", or belongs to the " +
             (kind == BlockKind::table_row ? "table" : "list") + " above it, is not said");
        return true;
    }
    return false;
}

/// "(4) each boat": a label that counts on from the last of the unit's one list; none where it does not.
NodeId NamedOperation::item_before(const std::string& words) const {
    const bool bracket = words.front() == '(';
    const std::size_t end = words.find_first_of(").");
    constexpr std::size_t longest = 5;  // bytes
    if (end == std::string::npos || end > longest || end + 1 >= words.size() || words[end + 1] != ' ') return none;
    const std::string label = bare_label(words.substr(bracket ? 1 : 0, end - (bracket ? 1 : 0)));
    const std::vector<NodeId> lists = label.empty() ? std::vector<NodeId>{} : lists_for(label);
    const bool next = lists.size() == 1 && bare_label(number_after(base_.nodes[lists.front()].label)) == label &&
                      base_.nodes[lists.front()].label.written.starts_with('(') == bracket;
    return next ? lists.front() : none;
}

void NamedOperation::add_to_paragraph(BlockId at, const std::vector<NewBlock>& fresh) {
    if (already_there(fresh)) return;
    const std::string words = new_words();
    const std::vector<Token>& tokens = text_.tokens(at);
    const std::string& text = base_.blocks[at].text;
    const std::uint32_t end = tokens.empty() ? static_cast<std::uint32_t>(text.size()) : tokens.back().text.end;
    const WordChange change =
        goes_on_with(text, end, words) ? insert_before_stop(text, end, words) : insert_words(text, end, words);
    wish_.splices.push_back({at, change.cut, change.with, by_});
}

std::optional<BlockId> NamedOperation::row_beside() {
    const BlockRange range = unit_range();
    std::vector<BlockId> rows;
    std::set<std::uint32_t> tables;
    for (BlockId id = range.first; id < range.end; ++id) {
        if (base_.blocks[id].kind != BlockKind::table_row) continue;
        const bool named =
            operation_.anchor_words.empty() || !text_.find(operation_.anchor_words, {id, id + 1}).empty();
        if (named) rows.push_back(id);
        if (named) tables.insert(base_.blocks[id].table);
    }
    const bool one = operation_.anchor_words.empty() ? tables.size() == 1 : rows.size() == 1;
    if (one) return rows.back();
    const std::string what =
        operation_.anchor_words.empty() ? "tables" : "rows that say “" + operation_.anchor_words + "”";
    fail((rows.empty() ? "" : "ambiguous: ") + unit_label(base_, unit_.node) + " has " +
         (rows.empty() ? "no" : std::to_string(operation_.anchor_words.empty() ? tables.size() : rows.size())) + " " +
         what);
    return std::nullopt;
}

void NamedOperation::insert_row(std::vector<NewBlock>& fresh) {
    const std::optional<BlockId> beside = row_beside();
    if (!beside) return;
    for (NewBlock& row : fresh) {
        row.kind = BlockKind::table_row;
        row.text = row_of_cells(row.text);
        const std::size_t wanted = base_.blocks[*beside].cells.size();
        if (row.text.find('\t') == std::string::npos) row.text = row_of_words(row.text, base_.blocks[*beside]);
        const std::size_t cells = static_cast<std::size_t>(std::count(row.text.begin(), row.text.end(), '\t')) + 1;
        if (cells == wanted) continue;
        fail("the new row has " + std::to_string(cells) + (cells == 1 ? " cell" : " cells") +
             ", and those of the base's table have " + std::to_string(wanted));
        return;
    }
    if (operation_.anchor_words.empty()) remark(step_, "its place is not stated: put behind the table's last row");
    put_new(*beside, operation_.position == PositionKind::before, fresh);
}

/// Whether the words are all that an item of a list says, a row of one cell, or one of several lines.
bool NamedOperation::is_item(const TextPlace& place) const {
    const Block& block = base_.blocks[place.block];
    const bool line = !base_.places[place.block].heading && stands_tight(base_, place.block);
    if (block.kind != BlockKind::list_item && block.kind != BlockKind::table_row && !line) return false;
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

/// The item of a list that opens with a block, where none of that list stands behind it; none otherwise.
NodeId NamedOperation::last_of_list(BlockId block) const {
    const NodeId item = node_of(block);
    const Node& node = base_.nodes[item];
    const bool opens = node.first_block == block && base_.levels[node.level] == "list" && !node.label.value.empty();
    const bool last = node.end_node >= base_.nodes.size() || base_.nodes[node.end_node].parent != node.parent;
    return opens && last ? item : none;
}

void NamedOperation::put_beside_item(BlockId item, std::vector<NewBlock> fresh) {
    const Block& block = base_.blocks[item];
    if (has_digit(block.number) || !base_.places[item].label.empty()) {
        if (const NodeId last = last_of_list(item); last != none && operation_.position == PositionKind::after) {
            put_behind_item(last, number_after(base_.nodes[last].label), fresh);
            return;
        }
        fail("“" + first_words(block.text) + "” is a numbered item of a list: the new item's number is not said");
        return;
    }
    for (NewBlock& one : fresh) {
        one.kind = block.kind == BlockKind::table_row ? block.kind : BlockKind::list_item;
        one.number = block.number;
        one.depth = block.kind == BlockKind::list_item ? block.depth : 0;
    }
    put_new(item, operation_.position == PositionKind::before, fresh);
}

void NamedOperation::insert_at_sentence() {
    const CountedSentence counted =
        count_sentence(base_, unit_, operation_.anchor.paragraph, operation_.anchor.sentence);
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
    const std::vector<TextPlace> places = text_.find(operation_.anchor_words, unit_range());
    const std::vector<TextPlace> chosen = choose(places);
    if (chosen.empty()) {
        fail(places.empty() ? "the words are not there: “" + operation_.anchor_words + "”"
                            : "ambiguous: the words are there " + std::to_string(places.size()) + " times: “" +
                                  operation_.anchor_words + "”");
        return;
    }
    const bool goes_before = operation_.position == PositionKind::before;
    const bool there = fresh.size() == 1 && std::all_of(chosen.begin(), chosen.end(), [&](const TextPlace& place) {
                           return stands_beside(place, fresh.front().text, goes_before);
                       });
    if (there) holds_already("carried out already: the base has the new text");
    if (there || (fresh.size() > 1 && already_there(fresh))) return;
    if (chosen.size() == 1 && is_item(chosen.front())) {
        put_beside_item(chosen.front().block, fresh);
        return;
    }
    const bool lines = chosen.size() == 1 && is_line(base_.blocks[chosen.front().block].text, chosen.front().text);
    if (fresh.size() > 1 && !lines) {
        fail("several paragraphs are to stand inside one: “" + operation_.anchor_words + "”");
        return;
    }
    for (const TextPlace& place : chosen) {
        const bool before = operation_.position == PositionKind::before;
        if (lines) {
            const std::uint32_t at = before ? place.text.begin : place.text.end;
            wish_.splices.push_back({place.block, {at, at}, as_lines(fresh, before), by_});
            continue;
        }
        const std::string words = among_names(base_.blocks[place.block].text, place.text, before, fresh.front().text);
        if (words != fresh.front().text)
            remark(step_, "with a comma, as between the names beside it");
        else if (among_names(base_.blocks[place.block].text, place.text, before, "Name") != "Name" ||
                 among_names(base_.blocks[place.block].text, place.text, before, "one, another") != "one, another")
            remark(step_, "no comma parts it from the name beside it, since it may be a part of that");
        const WordChange change =
            insert_words(base_.blocks[place.block].text, before ? place.text.begin : place.text.end, words);
        wish_.splices.push_back({place.block, change.cut, change.with, by_});
    }
}

}  // namespace stet
