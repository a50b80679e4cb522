// Blocks and their runs: names, faces, lines and cuts.
#include "document/block.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "text/letters.hpp"

namespace stet {

std::string mark_names(Marks marks) {
    static constexpr std::array<std::string_view, 11> names = {"bold",        "italic",    "underline", "struck",
                                                               "inserted",    "highlight", "comment",   "code",
                                                               "superscript", "subscript", "coloured"};
    std::string out;
    for (std::size_t bit = 0; bit < names.size(); ++bit) {
        if ((marks.bits >> bit & 1) == 0) continue;
        if (!out.empty()) out.push_back(' ');
        out += names[bit];
    }
    return out;
}

bool outside(Marks marks, Face face) {
    if (marks.has(Mark::comment)) return true;
    return marks.has(face == Face::after ? Mark::struck : Mark::inserted);
}

std::string_view block_kind_name(BlockKind kind) {
    static constexpr std::array<std::string_view, 7> names = {"heading", "paragraph", "list-item", "table-row",
                                                              "note",    "contents",  "furniture"};
    return names[static_cast<std::size_t>(kind)];
}

std::size_t fragment_at(const Block& block, std::uint32_t at) {
    std::size_t index = 0;
    while (index + 1 < block.fragments.size() && block.fragments[index + 1].text <= at) ++index;
    return index;
}

std::uint32_t line_of(const Block& block, std::uint32_t at) {
    if (block.fragments.empty()) return 1;
    const Fragment& fragment = block.fragments[fragment_at(block, at)];
    const std::string_view text(block.text);
    const auto begin = text.begin() + std::min<std::size_t>(fragment.text, text.size());
    const auto end = text.begin() + std::min<std::size_t>(at, text.size());
    const auto breaks = begin < end ? static_cast<std::uint32_t>(std::count(begin, end, '\n')) : 0;
    return std::min(fragment.line + breaks, fragment.last_line);
}

bool has_aside(const Block& block, Face face) {
    return std::any_of(block.runs.begin(), block.runs.end(), [&](const Run& run) { return outside(run.marks, face); });
}

std::string face_text(const Block& block, Face face) {
    if (!has_aside(block, face)) return block.text;
    std::string out;
    for (const Run& run : block.runs)
        if (!outside(run.marks, face)) out.append(block.text, run.text.begin, run.text.size());
    return out;
}

Block take_face(const Block& block, Face face) {
    if (!has_aside(block, face)) return block;
    Block out = block;
    out.text.clear();
    out.runs.clear();
    std::vector<std::uint32_t> moved(block.text.size() + 1);  // where each byte of the text stands now
    for (const Run& run : block.runs) {
        const bool kept = run.marks.has(Mark::comment) || !outside(run.marks, face);
        for (std::uint32_t at = run.text.begin; at < run.text.end; ++at)
            moved[at] = static_cast<std::uint32_t>(out.text.size()) + (kept ? at - run.text.begin : 0);
        if (kept) append_run(out, std::string_view(block.text).substr(run.text.begin, run.text.size()), run.marks);
    }
    moved[block.text.size()] = static_cast<std::uint32_t>(out.text.size());
    for (Span& cell : out.cells) cell = {moved[cell.begin], moved[cell.end]};
    for (Fragment& fragment : out.fragments)
        fragment.text = moved[std::min<std::size_t>(fragment.text, block.text.size())];
    if (!out.computed && !out.text.starts_with(out.number)) out.number.clear();
    return out;
}

bool is_marked(const std::vector<Block>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
        return std::any_of(block.runs.begin(), block.runs.end(),
                           [](const Run& run) { return run.marks.has(Mark::struck) || run.marks.has(Mark::inserted); });
    });
}

void append_run(Block& block, std::string_view text, Marks marks) {
    if (text.empty()) return;
    const auto begin = static_cast<std::uint32_t>(block.text.size());
    block.text += text;
    const auto end = static_cast<std::uint32_t>(block.text.size());
    if (!block.runs.empty() && block.runs.back().marks == marks)
        block.runs.back().text.end = end;
    else
        block.runs.push_back({{begin, end}, marks});
}

namespace {

/// Runs of text[from, to), counted from `from`.
std::vector<Run> runs_between(const std::vector<Run>& runs, std::uint32_t from, std::uint32_t to) {
    std::vector<Run> out;
    for (const Run& run : runs) {
        const Span kept{std::max(run.text.begin, from), std::min(run.text.end, to)};
        if (kept.begin < kept.end) out.push_back({{kept.begin - from, kept.end - from}, run.marks});
    }
    return out;
}

}  // namespace

Block cut_block(Block& block, std::uint32_t at) {
    assert(block.cells.empty());
    std::uint32_t head_end = at;
    std::uint32_t tail_begin = at;
    while (head_end > 0 && is_blank(block.text[head_end - 1])) --head_end;
    while (tail_begin < block.text.size() && is_blank(block.text[tail_begin])) ++tail_begin;

    Block tail;
    tail.kind = block.kind;
    tail.depth = block.depth;
    tail.indent = block.indent;
    tail.text = block.text.substr(tail_begin);
    tail.runs = runs_between(block.runs, tail_begin, static_cast<std::uint32_t>(block.text.size()));

    if (!block.fragments.empty()) {
        const std::size_t in =
            tail_begin < block.text.size() ? fragment_at(block, tail_begin) : block.fragments.size() - 1;
        const std::uint32_t tail_line = line_of(block, tail_begin);
        const std::uint32_t head_line = line_of(block, head_end);
        Fragment first = block.fragments[in];
        first.text = 0;
        first.line = tail_line;
        tail.fragments.push_back(first);
        for (std::size_t i = in + 1; i < block.fragments.size(); ++i) {
            tail.fragments.push_back(block.fragments[i]);
            tail.fragments.back().text -= tail_begin;
        }
        block.fragments.resize(fragment_at(block, head_end) + 1);
        block.fragments.back().last_line = head_line;
    }
    block.runs = runs_between(block.runs, 0, head_end);
    block.text.resize(head_end);
    return tail;
}

}  // namespace stet
