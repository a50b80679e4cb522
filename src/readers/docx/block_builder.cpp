// Collects text and keeps pieces true to it.
#include "readers/docx/block_builder.hpp"

#include <algorithm>
#include <string>

#include "readers/block_marks.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace stet {

namespace {

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 32;
}

/// The text without control characters and ill-formed UTF-8.
std::string mended(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n' || c == '\t' || c == '\r')
            out.push_back(' ');
        else if (is_control(c))
            utf8::append(out, 0xFFFD);
        else
            out.push_back(c);
    }
    utf8::repair(out);
    return out;
}

}  // namespace

void DocxBlockBuilder::text(pugi::xml_node node, std::string_view text, Marks marks) {
    const std::uint32_t begin = size();
    if (std::any_of(text.begin(), text.end(), is_control) || !utf8::is_valid(text))
        append_run(out_.block, mended(text), marks);
    else
        append_run(out_.block, text, marks);
    piece(node, begin);
}

void DocxBlockBuilder::sign(pugi::xml_node node, std::string_view text, Marks marks) {
    const std::uint32_t begin = size();
    const bool in_cell = !out_.block.cells.empty();
    append_run(out_.block, in_cell && text == "\t" ? std::string_view(" ") : text, marks);
    piece(node, begin);
}

void DocxBlockBuilder::part_paragraphs(Marks marks) {
    if (!out_.block.cells.empty() && out_.block.cells.back().begin == size()) return;
    append_run(out_.block, "\n", marks);
}

void DocxBlockBuilder::begin_cell() {
    if (!out_.block.cells.empty()) append_run(out_.block, "\t", {});
    out_.block.cells.push_back({size(), size()});
}

void DocxBlockBuilder::end_cell() {
    Span& cell = out_.block.cells.back();
    cell.end = size();
    const std::string_view text(out_.block.text);
    while (cell.end > cell.begin && text[cell.end - 1] == '\n') --cell.end;
    // Nothing but tabs and blanks is nothing: cells are told apart by their words.
    if (std::all_of(text.begin() + cell.begin, text.begin() + cell.end, is_blank)) cell.end = cell.begin;
    if (cell.end == size()) return;
    out_.block.text.resize(cell.end);  // paragraphs without text at the end of a cell
    while (!out_.block.runs.empty() && out_.block.runs.back().text.begin >= cell.end) out_.block.runs.pop_back();
    if (!out_.block.runs.empty()) out_.block.runs.back().text.end = std::min(out_.block.runs.back().text.end, cell.end);
    for (std::size_t i = out_.pieces.size(); i-- > 0 && out_.pieces[i].text.end > cell.end;)
        out_.pieces[i].text = {std::min(out_.pieces[i].text.begin, cell.end), cell.end};
}

void DocxBlockBuilder::trim(Kept keep) {
    const std::string& text = out_.block.text;
    std::uint32_t begin = 0;
    while (!keep.begin && begin < text.size() && is_blank(text[begin])) ++begin;
    auto end = static_cast<std::uint32_t>(text.size());
    while (!keep.end && end > begin && is_blank(text[end - 1])) --end;
    if (begin == 0 && end == text.size()) return;
    for (DocxPiece& piece : out_.pieces) {
        const Span kept{std::clamp(piece.text.begin, begin, end), std::clamp(piece.text.end, begin, end)};
        piece.offset = kept.begin - std::min(piece.text.begin, kept.begin);
        piece.text = {kept.begin - begin, kept.end - begin};
    }
    if (begin > 0) trim_start(out_.block);
    if (!keep.end) trim_end(out_.block);
}

DocxBlock DocxBlockBuilder::finish(Kept kept) {
    if (out_.block.cells.empty()) trim(kept);
    return std::move(out_);
}

}  // namespace stet
