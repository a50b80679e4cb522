// Stretches to print, from the pieces of the redline.
#include "writers/print_runs.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace stet {

namespace {

std::size_t after_spaces(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const utf8::Decoded next = utf8::decode(text, at);
        if (utf8::kind_of(next.code) != utf8::CharacterKind::space) break;
        at += next.size;
    }
    return at;
}

std::size_t after_word(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const utf8::Decoded next = utf8::decode(text, at);
        if (utf8::kind_of(next.code) == utf8::CharacterKind::space) break;
        at += next.size;
    }
    return at;
}

/// Words between white space, each with the white space before it.
std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = after_word(text, after_spaces(text, at));
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

std::string_view without_spaces(std::string_view word) {
    return word.substr(after_spaces(word, 0));
}

/// Appends equal words in two typographies, word by word where both have as many.
void append_both_forms(const Piece& piece, std::vector<PrintRun>& out) {
    const std::vector<std::string_view> before = words_of(piece.before);
    const std::vector<std::string_view> after = words_of(piece.after);
    if (before.size() != after.size()) {
        out.push_back({EditOp::deleted, piece.aside, piece.marks, piece.before});
        out.push_back({EditOp::inserted, piece.aside, piece.marks, piece.after});
        return;
    }
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (without_spaces(before[i]) == without_spaces(after[i])) {
            out.push_back({EditOp::equal, piece.aside, piece.marks, after[i]});
            continue;
        }
        out.push_back({EditOp::deleted, piece.aside, piece.marks, before[i]});
        out.push_back({EditOp::inserted, piece.aside, piece.marks, without_spaces(after[i])});
    }
}

bool begins_with_space(std::string_view text) {
    return !text.empty() && after_spaces(text, 0) > 0;
}

bool ends_with_space(std::string_view text) {
    return !text.empty() && utf8::kind_of(utf8::decode_before(text, text.size()).code) == utf8::CharacterKind::space;
}

/// Equal words by their after form, with the white space that only the before form has at its edges: a strike may stand
/// there.
void append_after_form(const Piece& piece, std::vector<PrintRun>& out) {
    if (begins_with_space(piece.before) && !begins_with_space(piece.after))
        out.push_back({EditOp::deleted, piece.aside, {}, " "});
    out.push_back({EditOp::equal, piece.aside, piece.marks, piece.after});
    if (ends_with_space(piece.before) && !ends_with_space(piece.after))
        out.push_back({EditOp::deleted, piece.aside, {}, " "});
}

void append_number(EditOp op, std::string_view number, std::vector<PrintRun>& out) {
    if (number.empty()) return;
    out.push_back({op, false, {}, number});
    out.push_back({op, false, {}, " "});
}

/// Three-way: words that one party moves elsewhere and the other keeps here.
bool stands(const Redline& redline, const Piece& piece) {
    return redline.three_way() && piece.op == EditOp::deleted && piece.by == no_party;
}

std::string capitalised(std::string_view component) {
    std::string out(component);
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - ('a' - 'A'));
    return out;
}

}  // namespace

std::vector<PrintRun> print_runs(const Redline& redline, const RedlineBlock& block, std::size_t cell, bool typography) {
    const CountedNumber number = counted_number(redline, block);
    std::vector<PrintRun> out;
    append_number(number.before == number.after ? EditOp::equal : EditOp::deleted, number.before, out);
    if (number.before != number.after) append_number(EditOp::inserted, number.after, out);
    for (const Piece& piece : pieces(redline, block, cell)) {
        if (piece.op == EditOp::equal && is_counted_elsewhere(piece))
            out.push_back({EditOp::equal, piece.aside, piece.marks, piece.after});
        else if (piece.op == EditOp::equal && piece.before != piece.after)
            typography && !redline.three_way() ? append_both_forms(piece, out) : append_after_form(piece, out);
        else
            out.push_back({stands(redline, piece) ? EditOp::equal : piece.op, piece.aside, piece.marks, piece.text(),
                           piece.by, piece.conflict});
    }
    return out;
}

std::vector<PrintRun> before_runs(const Redline& redline, const RedlineBlock& block, std::size_t cell) {
    std::vector<PrintRun> out;
    append_number(EditOp::deleted, counted_number(redline, block).before, out);
    for (const Piece& piece : pieces(redline, block, cell))
        if (piece.op != EditOp::inserted) out.push_back({EditOp::deleted, piece.aside, piece.marks, piece.before});
    return out;
}

std::vector<PrintRun> after_runs(const Redline& redline, const RedlineBlock& block, std::size_t cell) {
    std::vector<PrintRun> out;
    append_number(EditOp::inserted, counted_number(redline, block).after, out);
    for (const Piece& piece : pieces(redline, block, cell))
        if (piece.op != EditOp::deleted) out.push_back({EditOp::inserted, piece.aside, piece.marks, piece.after});
    return out;
}

bool is_set_aside(const Redline& redline, const RedlineBlock& block) {
    return (block.before == none || is_set_aside(redline.before.blocks[block.before].kind)) &&
           (block.after == none || is_set_aside(redline.after.blocks[block.after].kind));
}

bool has_bullet(const Block& block) {
    return !block.computed && block.kind == BlockKind::list_item && !block.number.empty() &&
           block.text.compare(0, block.number.size(), block.number) != 0;
}

bool is_counted_elsewhere(const Piece& piece) {
    return (piece.before.empty() && after_spaces(piece.after, 0) < piece.after.size()) ||
           (piece.after.empty() && after_spaces(piece.before, 0) < piece.before.size());
}

CountedNumber counted_number(const Redline& redline, const RedlineBlock& block) {
    const auto of = [](const Document& document, BlockId id, Span text) {
        if (id == none || text.begin > 0 || !document.blocks[id].computed) return std::string_view();
        return std::string_view(document.blocks[id].number);
    };
    CountedNumber number{of(redline.before, block.before, block.before_text),
                         of(redline.after, block.after, block.after_text)};
    if (redline.three_way() && !number.before.empty()) return {number.before, number.before};
    if (redline.three_way()) return {number.after, number.after};
    if (number.before.empty() == number.after.empty() || block.edits.empty()) return number;
    const Edit& first = block.edits.front();
    if (first.op != EditOp::equal || first.before.empty() == first.after.empty()) return number;
    const std::string_view counted = number.before.empty() ? number.after : number.before;
    return {counted, counted};
}

std::string_view item_sign(const Block& block) {
    const bool counted = std::any_of(block.number.begin(), block.number.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    return counted && block.number != "o" ? std::string_view(block.number) : std::string_view("-");
}

namespace {

/// "Part 2, 14, (a)" of "part 2 / 14 / (a)".
std::string words_of_path(const std::string& path) {
    std::string out;
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t end = std::min(path.find(" / ", at), path.size());
        if (!out.empty()) out += ", ";
        out += capitalised(std::string_view(path).substr(at, end - at));
        at = end + 3;
    }
    return out;
}

}  // namespace

std::string place_of(const Redline& redline, const RedlineBlock& block) {
    const bool by_after = block.status != BlockStatus::moved_from && block.after != none;
    const Document& document = by_after ? redline.after : redline.before;
    return words_of_path(document.nodes[document.places[by_after ? block.after : block.before].node].path);
}

std::string place_of_party(const Redline& redline, std::uint32_t block, std::size_t party) {
    const Document& document = redline.parties[party].document;
    const BlockId own = redline.party_blocks[block].block[party];
    return own == none ? std::string() : words_of_path(document.nodes[document.places[own].node].path);
}

}  // namespace stet
