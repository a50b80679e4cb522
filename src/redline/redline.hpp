// The redline: both documents laid over each other in reading order. The one model that every writer prints.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diff/alignment.hpp"
#include "diff/edit.hpp"
#include "document/document.hpp"
#include "redline/change.hpp"
#include "redline/parties.hpp"

namespace stet {

enum class BlockStatus : std::uint8_t { unchanged, edited, inserted, deleted, moved_from, moved_to };

std::string_view block_status_name(BlockStatus status);

/// A block of either side, or a fragment of one, in reading order. Its id for people is "b" and its index + 1.
struct RedlineBlock {
    BlockStatus status = BlockStatus::unchanged;
    BlockId before = none;  ///< block of the before-document; none when inserted
    BlockId after = none;   ///< none when deleted or moved_from
    Span before_text;       ///< the stretch of the before-block's text that stands here
    Span after_text;
    std::uint32_t section = 0;             ///< index into Redline::sections
    std::uint32_t moved_with = none;       ///< moved_from: its moved_to block, and the reverse
    std::uint32_t continues = none;        ///< the redline block it goes on from
    std::vector<Edit> edits;               ///< for a moved_from block empty
    std::vector<std::uint32_t> cell_ends;  ///< table rows: cell i is edits [cell_ends[i-1], cell_ends[i]); the tabs
                                           ///< between cells are in no edit
};

enum class SectionStatus : std::uint8_t { unchanged, edited, inserted, deleted };

std::string_view section_status_name(SectionStatus status);

/// A labelled unit of either side, sections[0] the roots. Its id for people is "s" and its index + 1.
struct RedlineSection {
    SectionStatus status = SectionStatus::unchanged;  ///< of its own text: children and the label's number aside
    bool moved = false;
    bool renumbered = false;
    std::vector<NodeId> before;   ///< empty when inserted; two or more when merged
    std::vector<NodeId> after;    ///< empty when deleted; two or more when split
    std::uint32_t parent = none;  ///< index into sections; none for the root
    std::uint32_t depth = 0;      ///< 0 for the root
    double similarity = 1.0;
    MatchedBy matched_by = MatchedBy::root;
    std::uint32_t change = none;  ///< the change that is about it, if any
};

/// One entry of the list of changes. Its id for people is "c" and its index + 1.
struct Change {
    std::vector<Fact> facts;  ///< all that hold, the first is its kind; never empty
    std::uint32_t section = 0;
    std::vector<std::uint32_t> blocks;  ///< indices of the redline blocks that show it
    std::string title;                  ///< "Article 15 Night Premium, Section 39"
    std::string before_text;            ///< the words struck, stretches parted by " … "
    std::string after_text;
    std::vector<ValueChange> values;
    std::vector<Flag> flags;
    std::vector<std::string> items;            ///< of a proposal carried out: the items that caused it
    PartySet by = no_party;                    ///< three-way: whose change it is
    std::array<std::string, 2> after_text_by;  ///< three-way: what each of these parties puts in the words' place
    PartySet moved_by = no_party;              ///< of a conflict: who takes the words elsewhere
};

/// Facts of sections, the root aside; a section counts under each that holds.
struct Counts {
    std::uint32_t unchanged = 0, edited = 0, moved = 0, renumbered = 0, inserted = 0, deleted = 0, split = 0,
                  merged = 0;
};

/// Law 1, computed on this very redline.
struct Verified {
    bool reject_equals_before = false;
    bool accept_equals_after = false;
    bool holds() const { return reject_equals_before && accept_equals_after; }
};

struct Redline {
    Document before;
    Document after;
    std::vector<RedlineSection> sections;
    std::vector<RedlineBlock> blocks;
    std::vector<Change> changes;  ///< values first, then in reading order
    Counts counts;
    std::uint32_t typographic = 0;  ///< equal stretches whose characters differ (quotes, dashes, spaces …)
    Verified verified;
    Diagnostics diagnostics;

    /// Of a three-way redline, else empty. There `before` is the base and `after` is no file: it holds every word that
    /// the base or a party has, so that dropping or taking edits by their party gives each text.
    std::vector<Party> parties;
    std::vector<PartyBlock> party_blocks;      ///< one for each of `blocks`
    std::vector<PartySection> party_sections;  ///< one for each of `sections`
    bool three_way() const { return !parties.empty(); }
};

/// A stretch to print: one op under one set of marks.
struct Piece {
    EditOp op = EditOp::equal;
    bool aside = false;
    std::string_view before;  ///< characters of the before-document (empty when inserted)
    std::string_view after;   ///< characters of the after-document (empty when deleted)
    Marks marks;              ///< of the after text, of the before text when deleted
    PartySet by = no_party;   ///< three-way: who strikes or inserts it; nobody where a party's move alone takes it away
    bool conflict = false;    ///< three-way: the other party does something else with the same words
    std::string_view text() const { return op == EditOp::deleted ? before : after; }
};

/// The edits of a block cut at run borders, in order. Views live as long as the redline. `cell` picks one cell of a
/// table row; for other kinds it is ignored. `block` is one of the redline's own.
std::vector<Piece> pieces(const Redline& redline, const RedlineBlock& block, std::size_t cell = 0);

/// The same of one edit of a block.
std::vector<Piece> edit_pieces(const Redline& redline, const RedlineBlock& block, std::size_t edit);

/// Cells of a redline block that is a table row; 0 for any other kind.
inline std::size_t cell_count(const RedlineBlock& block) {
    return block.cell_ends.size();
}

/// The document's block behind a redline block: the after side's, or the before side's where there is none.
const Block& block_of(const Redline& redline, const RedlineBlock& block);

/// Line of the first word on a side; 0 where the block does not stand on that side. For a moved_to block the before
/// line is none of its own (its moved_from block has it).
std::uint32_t before_line(const Redline& redline, const RedlineBlock& block);
std::uint32_t after_line(const Redline& redline, const RedlineBlock& block);

/// Three-way: line of the first word in a party's file; 0 where the block does not stand there.
std::uint32_t party_line(const Redline& redline, std::uint32_t block, std::size_t party);

}  // namespace stet
