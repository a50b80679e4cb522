// Changes planned on a base and the new text that they give, spliced from the base's own bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace stet {

struct SplicePlan;
struct SplicedText;

/// How the base is written, and how text becomes text of that format. `opens_line`: it begins a line of the file.
struct BaseForm {
    enum Kind : std::uint8_t { plain, markdown, html };
    Kind kind = plain;
    std::string (*escape)(std::string_view text, bool opens_line) = nullptr;
    bool bare_dollars = false;  ///< the base writes "$" without an escape
    bool keeps_pages = true;    ///< page furniture stays, but between two blocks that go
    /// Carries a plan out on a package, which is no text; none for the forms above.
    SplicedText (*splice_package)(const Document& base, const SplicePlan& plan) = nullptr;
};

/// A block that a proposal brings in, without marks. Cells of a row are parted by "\t"; `number` as in Block.
struct NewBlock {
    BlockKind kind = BlockKind::paragraph;
    std::uint8_t depth = 0;
    std::string number;
    std::string text;
    BlockId like = none;  ///< a block of the base whose margin it has; none: that beside which it stands
};

/// Words of one block in the place of others; "\n\n" in `with` begins a new paragraph, "\t" at a row's end a new cell.
/// `by` says who asks for it (the index of an operation), here and below.
struct WordSplice {
    BlockId block = 0;
    Span text;
    std::string with;
    std::uint32_t by = 0;
};

/// Whether a splice puts cells behind the last one of a row.
bool is_new_cells(const Document& base, const WordSplice& splice);

/// Blocks [first, end) go, with the page furniture between them; contents stay.
struct Removal {
    BlockId first = 0;
    BlockId end = 0;
    std::uint32_t by = 0;
};

/// New blocks behind block `at` (or before it); they go where it goes.
struct Insertion {
    BlockId at = 0;
    bool before = false;
    std::vector<NewBlock> blocks;
    std::uint32_t by = 0;
    BlockId home = none;      ///< a block of the unit that they are to stand in, whether `at` leaves it or not: Plan
    NodeId within = none;     ///< that unit, where its first block is also that of a unit inside of it; 0 for the whole
    NodeId displaces = none;  ///< the unit of the base that has the number of this new one
};

/// Blocks [first, end) go behind block `after`, or before it.
struct Relocation {
    BlockId first = 0;
    BlockId end = 0;
    BlockId after = 0;
    bool before = false;
    std::uint32_t by = 0;
    BlockId home = none;
};

/// A block goes on from the one before it, which stands directly before it in the file.
struct Joining {
    BlockId block = 0;
    std::uint32_t by = 0;
};

/// What is to be done to a base, in its own addresses. No two splices overlap, none is in a removed block, removals
/// and relocations are disjoint, and no relocation is behind a block of its own.
struct SplicePlan {
    std::vector<WordSplice> splices;
    std::vector<Removal> removals;
    std::vector<Insertion> insertions;
    std::vector<Relocation> relocations;
    std::vector<Joining> joinings;
};

/// Bytes of the new text (ordinals of paragraphs of a package) that one operation brought in.
struct BroughtBytes {
    Span bytes;
    std::uint32_t by = 0;
};

struct SplicedText {
    std::string bytes;
    std::vector<std::string> blocks;  ///< what it must say when it is read again, block by block
    std::vector<BroughtBytes> brought;
    std::vector<std::uint32_t> impossible;  ///< operations that the file's form does not let happen; nothing of them is
                                            ///< in `bytes`
};

/// Carries a plan out. Bytes outside the blocks that it names come out as they are. Of a block whose words change, the
/// bytes around the changed words do, too; where the change crosses marks (bold …), the marked stretch is written anew.
SplicedText splice(const Document& base, const SplicePlan& plan, const BaseForm& form);

}  // namespace stet
