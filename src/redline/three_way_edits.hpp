// Two parties' edits of one base stretch as one list of edits; takes each party's edits as its own redline has them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "diff/edit.hpp"
#include "document/document.hpp"
#include "redline/parties.hpp"

namespace stet {

/// An edit of one party. Its `after` is a stretch of `block` of the party's document (none for what is struck).
struct SideEdit {
    Edit edit;
    BlockId block = none;
    std::uint32_t segment = 0;  ///< which part of the base block it stands in
    bool conflict = false;
};

/// An edit of the three-way redline: `base` is empty for what is inserted.
struct JointEdit {
    EditOp op = EditOp::equal;
    bool aside = false;
    Span base;
    PartyEdit party;
};

/// A base block with the edits that each party makes of it, and the parties' documents.
struct SidesOfBlock {
    const Document& base;
    BlockId block;
    std::array<const Document*, 2> documents;
    std::array<std::vector<SideEdit>, 2> edits;
};

/// Marks the edits in which the parties differ on the same words: strikes that overlap, insertions at one place, a
/// strike and an insertion inside it, with another outcome. The numbers of labels follow from what is inserted and are
/// no conflict.
void find_conflicts(SidesOfBlock& sides);

/// Cuts edits where a stretch of the base ends, so that none reaches over `at`.
void cut_at(std::string_view base, const Document& document, std::vector<SideEdit>& edits,
            std::span<const std::uint32_t> at);

/// Both parties' edits of the same base stretch, in order: where both insert the same words at one place they are one
/// edit of both, else the first party's stand first.
std::vector<JointEdit> merge_edits(std::string_view base, std::array<const Document*, 2> documents,
                                   std::array<std::span<const SideEdit>, 2> edits);

/// One party's edits alone.
std::vector<JointEdit> edits_of_one(std::span<const SideEdit> edits, std::size_t party);

/// Whether words of a block stand in the label that it opens with.
bool is_in_label(const Document& document, BlockId block, Span words);

/// Whether two texts have the same words, typography aside.
bool have_same_words(std::string_view x, std::string_view y);

}  // namespace stet
