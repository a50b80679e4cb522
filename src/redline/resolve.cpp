// Accepts or rejects a redline: the edits of one side, in that side's order.
#include "redline/resolve.hpp"

#include <algorithm>

namespace stet {

namespace {

struct Carrier {
    BlockId block;             ///< of the side's document
    std::uint32_t begin;       ///< of the stretch in its text
    const RedlineBlock* text;  ///< the redline block whose edits hold it
};

/// One side of a redline block's edits; a break inside a paragraph becomes a blank.
void append_side(const Document& document, BlockId id, const RedlineBlock& block, EditOp other, Span Edit::*side,
                 std::string& out) {
    const std::string& text = document.blocks[id].text;
    std::size_t edit = 0;
    const auto put = [&](std::size_t end) {
        for (; edit < end; ++edit)
            if (block.edits[edit].op != other && !block.edits[edit].aside)
                out.append(text, (block.edits[edit].*side).begin, (block.edits[edit].*side).size());
    };
    for (std::size_t cell = 0; cell < block.cell_ends.size(); ++cell) {
        if (cell > 0) out.push_back('\t');
        put(block.cell_ends[cell]);
    }
    put(block.edits.size());
}

/// Line breaks from `begin` on become blanks; one behind a hyphen goes, since there it parts a word.
void unwrap(std::string& out, std::size_t begin) {
    std::size_t to = begin;
    for (std::size_t at = begin; at < out.size(); ++at) {
        if (out[at] != '\n')
            out[to++] = out[at];
        else if (to < begin + 2 || out[to - 1] != '-' || out[to - 2] == ' ')
            out[to++] = ' ';
    }
    out.resize(to);
}

std::string resolve(const Redline& redline, bool accept) {
    const Document& document = accept ? redline.after : redline.before;
    std::vector<Carrier> carriers;
    for (const RedlineBlock& block : redline.blocks) {
        if (accept) {
            if (block.after != none) carriers.push_back({block.after, block.after_text.begin, &block});
        } else if (block.status == BlockStatus::moved_from && !redline.three_way()) {
            carriers.push_back({block.before, block.before_text.begin, &redline.blocks[block.moved_with]});
        } else if (block.before != none && block.status != BlockStatus::moved_to) {
            carriers.push_back({block.before, block.before_text.begin, &block});
        }
    }
    std::stable_sort(carriers.begin(), carriers.end(), [](const Carrier& x, const Carrier& y) {
        return x.block != y.block ? x.block < y.block : x.begin < y.begin;
    });
    std::string out;
    for (std::size_t i = 0; i < carriers.size(); ++i) {
        if (is_set_aside(document.blocks[carriers[i].block].kind)) continue;
        const std::size_t begin = out.size();
        append_side(document, carriers[i].block, *carriers[i].text, accept ? EditOp::deleted : EditOp::inserted,
                    accept ? &Edit::after : &Edit::before, out);
        unwrap(out, begin);
        const bool goes_on = i + 1 < carriers.size() && carriers[i + 1].block == carriers[i].block;
        if (!goes_on && out.size() > begin) out.push_back('\n');
    }
    return out;
}

}  // namespace

std::string accept_all(const Redline& redline) {
    return resolve(redline, true);
}

std::string reject_all(const Redline& redline) {
    return resolve(redline, false);
}

std::string accept_party(const Redline& redline, std::size_t party) {
    const Document& document = redline.parties[party].document;
    std::string out;
    BlockId last = none;
    for (std::size_t i = 0; i < redline.blocks.size(); ++i) {
        const RedlineBlock& block = redline.blocks[i];
        const PartyBlock& own = redline.party_blocks[i];
        const BlockId id = own.block[party];
        if (id == none || is_set_aside(document.blocks[id].kind)) continue;
        if (last != none && last != id && !out.empty() && out.back() != '\n') out.push_back('\n');
        last = id;
        const std::size_t begin = out.size();
        std::size_t edit = 0;
        const auto put = [&](std::size_t end) {
            for (; edit < end; ++edit)
                if (!block.edits[edit].aside)
                    out.append(document.blocks[id].text, own.edits[edit].text[party].begin,
                               own.edits[edit].text[party].size());
        };
        for (std::size_t cell = 0; cell < block.cell_ends.size(); ++cell) {
            if (cell > 0) out.push_back('\t');
            put(block.cell_ends[cell]);
        }
        put(block.edits.size());
        unwrap(out, begin);
    }
    if (!out.empty() && out.back() != '\n') out.push_back('\n');
    return out;
}

}  // namespace stet
