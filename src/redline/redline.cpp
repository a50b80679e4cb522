// Names, pieces and lines of a redline.
#include "redline/redline.hpp"

#include <algorithm>
#include <array>

namespace stet {

std::string_view block_status_name(BlockStatus status) {
    static constexpr std::array<std::string_view, 6> names = {"unchanged", "edited",     "inserted",
                                                              "deleted",   "moved-from", "moved-to"};
    return names[static_cast<std::size_t>(status)];
}

std::string_view section_status_name(SectionStatus status) {
    static constexpr std::array<std::string_view, 4> names = {"unchanged", "edited", "inserted", "deleted"};
    return names[static_cast<std::size_t>(status)];
}

std::string_view fact_name(Fact fact) {
    static constexpr std::array<std::string_view, 12> names = {"split",   "merged",        "moved",        "inserted",
                                                               "deleted", "edited",        "renumbered",   "table",
                                                               "struck",  "gone-unmarked", "against-mark", "conflict"};
    return names[static_cast<std::size_t>(fact)];
}

std::string_view flag_severity_name(FlagSeverity severity) {
    static constexpr std::array<std::string_view, 4> names = {"high", "medium", "low", "info"};
    return names[static_cast<std::size_t>(severity)];
}

namespace {

/// Index of the run that holds offset `at`; the last one where none does.
std::size_t run_at(const Block& block, std::uint32_t at) {
    const auto found = std::upper_bound(block.runs.begin(), block.runs.end(), at,
                                        [](std::uint32_t offset, const Run& run) { return offset < run.text.begin; });
    return found == block.runs.begin() ? 0 : static_cast<std::size_t>(found - block.runs.begin()) - 1;
}

std::string_view part(const Block& block, Span span) {
    return std::string_view(block.text).substr(span.begin, span.size());
}

/// Who makes an edit as it is printed: words that a party takes elsewhere are not struck by it.
PartyEdit party_edit(const Redline& redline, const RedlineBlock& block, std::size_t edit) {
    if (!redline.three_way()) return {};
    const PartyBlock& parties = redline.party_blocks[static_cast<std::size_t>(&block - redline.blocks.data())];
    PartyEdit out = parties.edits[edit];
    if (block.status == BlockStatus::moved_to || block.edits[edit].op != EditOp::deleted) return out;
    for (std::size_t party = 0; party < 2; ++party)
        if (parties.moved_with[party] != none) out.by = static_cast<PartySet>(out.by & ~only_party(party));
    return out;
}

/// One edit, cut where the marks of its text change.
void append_pieces(const Redline& redline, const RedlineBlock& block, const Edit& edit, const PartyEdit& party,
                   std::vector<Piece>& out) {
    const bool deleted = edit.op == EditOp::deleted;
    const Block& carrier = deleted ? redline.before.blocks[block.before] : redline.after.blocks[block.after];
    const Span span = deleted ? edit.before : edit.after;
    std::string_view before;
    if (edit.op == EditOp::equal) before = part(redline.before.blocks[block.before], edit.before);
    const bool alike = edit.op != EditOp::equal || before == part(carrier, span);
    for (std::uint32_t at = span.begin; at < span.end || (span.empty() && at == span.begin);) {
        const Run run = carrier.runs.empty() ? Run{span, {}} : carrier.runs[run_at(carrier, at)];
        const std::uint32_t end = alike ? std::clamp(run.text.end, at, span.end) : span.end;
        Piece piece{edit.op, edit.aside, {}, {}, run.marks, party.by, party.conflict};
        if (deleted)
            piece.before = part(carrier, {at, end});
        else
            piece.after = part(carrier, {at, end});
        if (edit.op == EditOp::equal) piece.before = alike ? piece.after : before;
        out.push_back(piece);
        if (end <= at) break;
        at = end;
    }
}

}  // namespace

std::vector<Piece> pieces(const Redline& redline, const RedlineBlock& block, std::size_t cell) {
    std::size_t from = 0;
    std::size_t to = block.edits.size();
    if (!block.cell_ends.empty()) {
        from = cell == 0 ? 0 : block.cell_ends[cell - 1];
        to = block.cell_ends[cell];
    }
    std::vector<Piece> out;
    out.reserve(to - from + 1);  // most have one set of marks, or a label in bold
    for (std::size_t i = from; i < to; ++i)
        append_pieces(redline, block, block.edits[i], party_edit(redline, block, i), out);
    return out;
}

std::vector<Piece> edit_pieces(const Redline& redline, const RedlineBlock& block, std::size_t edit) {
    std::vector<Piece> out;
    append_pieces(redline, block, block.edits[edit], party_edit(redline, block, edit), out);
    return out;
}

const Block& block_of(const Redline& redline, const RedlineBlock& block) {
    return block.after != none ? redline.after.blocks[block.after] : redline.before.blocks[block.before];
}

namespace {

/// Line of the first word of a stretch.
std::uint32_t first_line(const Block& block, Span text) {
    std::uint32_t at = text.begin;
    while (at + 1 < text.end && (block.text[at] == ' ' || block.text[at] == '\n' || block.text[at] == '\t')) ++at;
    return line_of(block, at);
}

}  // namespace

std::uint32_t before_line(const Redline& redline, const RedlineBlock& block) {
    if (block.before == none || block.status == BlockStatus::moved_to) return 0;
    return first_line(redline.before.blocks[block.before], block.before_text);
}

std::uint32_t after_line(const Redline& redline, const RedlineBlock& block) {
    if (block.after == none) return 0;
    return first_line(redline.after.blocks[block.after], block.after_text);
}

std::uint32_t party_line(const Redline& redline, std::uint32_t block, std::size_t party) {
    const PartyBlock& entry = redline.party_blocks[block];
    if (entry.block[party] == none) return 0;
    return first_line(redline.parties[party].document.blocks[entry.block[party]], entry.text[party]);
}

}  // namespace stet
