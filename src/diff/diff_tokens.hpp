// The tokens of a stretch as the word diff needs them, and which of the other side each became.
#pragma once

#include <cstdint>
#include <vector>

#include "diff/word_diff.hpp"
#include "text/words.hpp"

namespace stet {

inline constexpr std::uint32_t unpaired = 0xffffffff;

struct DiffToken {
    Token token;
    bool aside = false;   ///< outside the face
    bool label = false;   ///< of the unit's label
    bool whole = false;   ///< part of a value that changes whole: a mark that is never kept
    bool breaks = false;  ///< an edit must begin here: a fragment or a run does
    std::uint32_t partner = unpaired;

    bool is_word() const { return token.kind != TokenKind::punctuation; }
    bool paired() const { return partner != unpaired; }
};

/// Tokens of a stretch, asides and label included, in order.
std::vector<DiffToken> diff_tokens(const Stretch& stretch);

/// Both token sequences of a pair; partners point into the other one.
struct TokenPair {
    const Stretch& before_stretch;
    const Stretch& after_stretch;
    std::vector<DiffToken> before;
    std::vector<DiffToken> after;

    void join(std::size_t b, std::size_t a) {
        before[b].partner = static_cast<std::uint32_t>(a);
        after[a].partner = static_cast<std::uint32_t>(b);
    }
    void part_before(std::size_t b) {
        if (!before[b].paired()) return;
        after[before[b].partner].partner = unpaired;
        before[b].partner = unpaired;
    }
    void part_after(std::size_t a) {
        if (after[a].paired()) part_before(after[a].partner);
    }
};

/// Takes pairs away and shifts them until the edits read well (the rules of word_diff, in its order).
void make_readable(TokenPair& pair);

/// The edits that the partners mean, white space shared out between them.
std::vector<Edit> edits_of(const TokenPair& pair);

}  // namespace stet
