// Moves typed notes behind the text and marks their signs.
#include "readers/footnotes.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "readers/block_marks.hpp"

namespace stet {

namespace {

constexpr std::string_view opening = "[^";
constexpr std::string_view story = "footnotes";

/// "[^1]" of a note that opens with "[^1]:"; empty for any other block.
std::string_view sign_of(const Block& block) {
    const std::string_view number = block.number;
    if (block.kind != BlockKind::note || !number.starts_with(opening) || !number.ends_with("]:")) return {};
    return block.text.starts_with(number) ? number.substr(0, number.size() - 1) : std::string_view();
}

bool is_counted_note(const Block& block) {
    return block.kind == BlockKind::note && (block.part.starts_with("footnote") || block.part.starts_with("endnote"));
}

/// A paragraph behind a note that has no sign of its own.
bool goes_on(const Block& block) {
    return block.kind == BlockKind::note && block.number.empty() && block.part.empty();
}

constexpr std::string_view inline_opening = "^[";

/// Where each bracket of a text is closed, by its place; 0 where it is not.
std::vector<std::uint32_t> closing_brackets(std::string_view text) {
    std::vector<std::uint32_t> closing(text.size(), 0);
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '[') open.push_back(at);
        if (text[at] != ']' || open.empty()) continue;
        closing[open.back()] = static_cast<std::uint32_t>(at);
        open.pop_back();
    }
    return closing;
}

/// The notes that are written where they are referred to, "^[As in Annex A.]": with their signs.
std::vector<Span> inline_notes(std::string_view text) {
    std::vector<Span> out;
    std::size_t at = text.find(inline_opening);
    if (at == std::string_view::npos) return out;
    const std::vector<std::uint32_t> closing = closing_brackets(text);
    for (; at != std::string_view::npos; at = text.find(inline_opening, at)) {
        const std::uint32_t end = closing[at + 1];
        if (end > 0) out.push_back({static_cast<std::uint32_t>(at), end + 1});
        at = end > 0 ? end : at + 1;
    }
    return out;
}

/// A stretch of a block as a note of its own.
Block note_of(const Block& block, Span stretch) {
    Block note;
    note.kind = BlockKind::note;
    for (const Run& run : block.runs) {
        const std::uint32_t begin = std::max(run.text.begin, stretch.begin);
        const std::uint32_t end = std::min(run.text.end, stretch.end);
        if (begin < end) append_run(note, std::string_view(block.text).substr(begin, end - begin), run.marks);
    }
    Fragment place = block.fragments[fragment_at(block, stretch.begin)];
    place.text = 0;
    place.line = line_of(block, stretch.begin);
    place.last_line = std::max(place.line, line_of(block, stretch.end));
    note.fragments.push_back(place);
    return note;
}

/// A note with the paragraphs that go on from it, and the rank of the first reference to it.
struct Note {
    std::vector<Block> blocks;
    std::size_t rank = static_cast<std::size_t>(-1);
};

class Notes {
public:
    /// Takes the notes out of the blocks.
    explicit Notes(std::vector<Block>& blocks) {
        std::vector<Block> rest;
        bool in_note = false;
        for (Block& block : blocks) {
            const std::string_view sign = sign_of(block);
            in_note = !sign.empty() || (in_note && goes_on(block));
            if (!sign.empty()) {
                by_sign_.emplace(sign, notes_.size());
                notes_.emplace_back();
            }
            (in_note ? notes_.back().blocks : rest).push_back(std::move(block));
        }
        blocks = std::move(rest);
    }

    /// Sets aside the signs of a block of the text that a note answers, and takes out the notes that stand in it.
    void refer(Block& block) { mark_signs(block, 0, inline_notes(block.text)); }

    void append_to(std::vector<Block>& blocks) {
        for (Note& note : notes_) {
            Block& first = note.blocks.front();
            const auto size = static_cast<std::uint32_t>(first.number.size());
            if (size > 0) rewrite_block(first, {{{0, size}, Mark::comment}}, {});
            mark_signs(first, size, {});
            for (std::size_t i = 1; i < note.blocks.size(); ++i) mark_signs(note.blocks[i], 0, {});
        }
        std::stable_sort(notes_.begin(), notes_.end(), [](const Note& a, const Note& b) { return a.rank < b.rank; });
        for (Note& note : notes_)
            for (Block& block : note.blocks) {
                block.part = story;
                blocks.push_back(std::move(block));
            }
    }

private:
    void mark_signs(Block& block, std::size_t from, const std::vector<Span>& inside) {
        std::vector<MarkedSpan> signs;
        std::size_t taken = 0;
        const auto take_up_to = [&](std::size_t end) {
            for (; taken < inside.size() && inside[taken].begin < end; ++taken)
                notes_.push_back({{note_of(block, {inside[taken].begin + 2, inside[taken].end - 1})}, references_++});
        };
        for (std::size_t at = block.text.find(opening, from); at != std::string::npos;
             at = block.text.find(opening, at + 1)) {
            const std::size_t end = block.text.find_first_of(" \n\t[]", at + opening.size());
            if (end == std::string::npos || block.text[end] != ']') continue;
            const auto note = by_sign_.find(block.text.substr(at, end + 1 - at));
            if (note == by_sign_.end()) continue;
            take_up_to(at);
            std::size_t& rank = notes_[note->second].rank;
            if (rank == static_cast<std::size_t>(-1)) rank = references_++;
            signs.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 1)}, Mark::comment});
        }
        take_up_to(block.text.size());
        if (!signs.empty() || !inside.empty()) rewrite_block(block, signs, inside);
    }

    std::vector<Note> notes_;
    std::unordered_map<std::string, std::size_t> by_sign_;
    std::size_t references_ = 0;
};

}  // namespace

bool counts_notes(const std::vector<Block>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), is_counted_note);
}

bool has_typed_notes(const std::vector<Block>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(),
                       [](const Block& block) { return !sign_of(block).empty() || !inline_notes(block.text).empty(); });
}

void set_note_signs_aside(std::vector<Block>& blocks) {
    Notes notes(blocks);
    for (Block& block : blocks) notes.refer(block);
    notes.append_to(blocks);
}

}  // namespace stet
