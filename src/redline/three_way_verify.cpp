// The proof: one walk a side, then each edit by itself.
#include "redline/three_way_verify.hpp"

#include <algorithm>

#include "redline/verify.hpp"

namespace stet {

namespace {

std::string_view stretch(const Document& document, BlockId id, Span span) {
    return std::string_view(document.blocks[id].text).substr(span.begin, span.size());
}

bool lies_in(const Document& document, BlockId id, Span span) {
    return id < document.blocks.size() && span.begin <= span.end && span.end <= document.blocks[id].text.size();
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \n\t") == std::string_view::npos;
}

/// Words outside the face stand in aside edits only, and words inside it in the others only.
bool one_face(const Document& document, BlockId id, Span span, bool aside) {
    const auto& runs = document.blocks[id].runs;
    auto run = std::lower_bound(runs.begin(), runs.end(), span.begin,
                                [](const Run& r, std::uint32_t at) { return r.text.end <= at; });
    for (; run != runs.end() && run->text.begin < span.end; ++run) {
        const Span part{std::max(run->text.begin, span.begin), std::min(run->text.end, span.end)};
        if (outside(run->marks, document.face) != aside && !is_blank(stretch(document, id, part))) return false;
    }
    return true;
}

/// How far one document is covered by the stretches given in reading order: without a gap but for the tabs between the
/// cells of a row, and in the document's order.
class Progress3 {
public:
    explicit Progress3(const Document& document) : document_(document), reached_(document.blocks.size(), 0) {}

    bool take(BlockId id, Span span, bool aside) {
        if (span.empty()) return true;
        if (!lies_in(document_, id, span) || id < last_) return false;
        last_ = id;
        const bool gap_holds =
            span.begin == reached_[id] || (!document_.blocks[id].cells.empty() && span.begin > reached_[id] &&
                                           only_tabs(id, {reached_[id], span.begin}));
        reached_[id] = span.end;
        return gap_holds && one_face(document_, id, span, aside);
    }

    bool complete() const {
        for (BlockId id = 0; id < reached_.size(); ++id) {
            const auto size = static_cast<std::uint32_t>(document_.blocks[id].text.size());
            if (reached_[id] == size) continue;
            if (document_.blocks[id].cells.empty() || !only_tabs(id, {reached_[id], size})) return false;
        }
        return true;
    }

private:
    bool only_tabs(BlockId id, Span span) const {
        return stretch(document_, id, span).find_first_not_of('\t') == std::string_view::npos;
    }

    const Document& document_;
    std::vector<std::uint32_t> reached_;
    BlockId last_ = 0;
};

/// The base: every block that is not at the new end of a move.
bool base_holds(const Redline& redline) {
    Progress3 progress(redline.before);
    for (const RedlineBlock& block : redline.blocks) {
        if (block.before == none || block.status == BlockStatus::moved_to) continue;
        for (const Edit& edit : block.edits)
            if (edit.op != EditOp::inserted && !progress.take(block.before, edit.before, edit.aside)) return false;
    }
    return progress.complete();
}

/// A party: what it keeps of the base, and what it inserts.
bool party_covers(const Redline& redline, std::size_t party) {
    Progress3 progress(redline.parties[party].document);
    for (std::size_t i = 0; i < redline.blocks.size(); ++i) {
        const PartyBlock& own = redline.party_blocks[i];
        for (std::size_t k = 0; k < own.edits.size(); ++k) {
            const Span text = own.edits[k].text[party];
            if (text.empty()) continue;
            if (own.block[party] == none || !progress.take(own.block[party], text, redline.blocks[i].edits[k].aside))
                return false;
        }
    }
    return progress.complete();
}

/// Whether the party has the words of an edit by what the edit says of itself.
bool has_words(const RedlineBlock& block, const PartyBlock& parties, std::size_t edit, std::size_t party) {
    const bool here = parties.by == no_party || has_party(parties.by, party);
    const bool makes = has_party(parties.edits[edit].by, party);
    switch (block.edits[edit].op) {
        case EditOp::equal:
            return here;
        case EditOp::inserted:
            return makes;
        case EditOp::deleted:
            return here && !makes;
    }
    return false;
}

/// The edit says of a party what is so: it has the words that it is said to have, and reads as the base does there.
bool edit_holds(const Redline& redline, std::size_t index, std::size_t edit, std::size_t party) {
    const RedlineBlock& block = redline.blocks[index];
    const PartyBlock& parties = redline.party_blocks[index];
    const Edit& entry = block.edits[edit];
    const Span text = parties.edits[edit].text[party];
    const Document& document = redline.parties[party].document;
    if (!has_words(block, parties, edit, party)) return text.empty();
    if (parties.block[party] == none || !lies_in(document, parties.block[party], text))
        return entry.op != EditOp::inserted && is_blank(stretch(redline.before, block.before, entry.before));
    if (entry.op == EditOp::inserted) return true;
    return reads_the_same(stretch(redline.before, block.before, entry.before),
                          stretch(document, parties.block[party], text));
}

/// What the writers print for an edit is what the base or one of those who have it writes, and reads as all of them do.
bool print_holds(const Redline& redline, std::size_t index, std::size_t edit) {
    const RedlineBlock& block = redline.blocks[index];
    const PartyBlock& parties = redline.party_blocks[index];
    const Edit& entry = block.edits[edit];
    const PartySet by = parties.edits[edit].by;
    if ((entry.op == EditOp::equal) != (by == no_party)) return false;
    if (entry.op == EditOp::deleted) return true;
    if (entry.after.empty() && block.after == none) return entry.before.empty();
    if (!lies_in(redline.after, block.after, entry.after)) return false;
    const std::string_view printed = stretch(redline.after, block.after, entry.after);
    for (std::size_t party = 0; party < 2; ++party) {
        if (!has_words(block, parties, edit, party) || parties.block[party] == none) continue;
        if (!reads_the_same(printed, stretch(redline.parties[party].document, parties.block[party],
                                             parties.edits[edit].text[party])))
            return false;
    }
    return true;
}

/// Both ends of a party's move are about the same stretch of the base.
bool moves_hold(const Redline& redline, std::size_t index) {
    const RedlineBlock& block = redline.blocks[index];
    const PartyBlock& parties = redline.party_blocks[index];
    for (std::size_t party = 0; party < 2; ++party) {
        const std::uint32_t other = parties.moved_with[party];
        const bool arrives = block.status == BlockStatus::moved_to && has_party(parties.by, party);
        if (other == none) {
            if (arrives) return false;
            continue;
        }
        if (other >= redline.blocks.size() || redline.blocks[other].before != block.before) return false;
    }
    return true;
}

bool has_an_entry_for_each_edit(const Redline& redline) {
    return std::equal(redline.blocks.begin(), redline.blocks.end(), redline.party_blocks.begin(),
                      redline.party_blocks.end(), [](const RedlineBlock& block, const PartyBlock& parties) {
                          return block.edits.size() == parties.edits.size();
                      });
}

}  // namespace

void verify_three_way(Redline& redline) {
    redline.verified = {};
    for (Party& party : redline.parties) party.verified = false;
    if (!has_an_entry_for_each_edit(redline)) return;
    bool base = base_holds(redline);
    std::array<bool, 2> holds = {party_covers(redline, 0), party_covers(redline, 1)};
    for (std::size_t i = 0; i < redline.blocks.size(); ++i) {
        const RedlineBlock& block = redline.blocks[i];
        bool sound = moves_hold(redline, i);
        sound = sound && (block.before != none || block.status == BlockStatus::inserted);
        for (std::size_t k = 0; k < block.edits.size() && sound; ++k) {
            sound = (block.edits[k].op == EditOp::inserted || block.before != none) && print_holds(redline, i, k);
            for (std::size_t party = 0; party < 2 && sound; ++party)
                holds[party] = holds[party] && edit_holds(redline, i, k, party);
        }
        base = base && sound;
        for (bool& one : holds) one = one && sound;
    }
    redline.parties[0].verified = holds[0];
    redline.parties[1].verified = holds[1];
    redline.verified = {base, holds[0] && holds[1]};
}

}  // namespace stet
