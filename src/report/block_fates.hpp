// What became of each block of the before-document of a redline, so that it can be said as instructions.
#pragma once

#include <cstdint>
#include <vector>

#include "redline/redline.hpp"

namespace stet {

/// A stretch of an after-block: from a before-block (with the edits of `block`) or new.
struct FatePiece {
    std::uint32_t block = 0;  ///< index into Redline::blocks
    BlockId before = none;    ///< none where it is new, or where it is said as struck here and inserted there
};

/// Where an after-block comes from.
enum class Origin : std::uint8_t { fresh, kept, moved };

struct AfterFate {
    BlockId after = none;
    Origin origin = Origin::fresh;
    std::vector<FatePiece> pieces;  ///< in the order of its text
};

struct BeforeFate {
    bool kept = false;                  ///< its words, or some, stand in the after-document in their order
    bool moved = false;                 ///< it goes elsewhere whole
    bool joined = false;                ///< it goes on from the block before it
    std::vector<std::uint32_t> pieces;  ///< redline blocks that have its text, in order
    std::vector<std::uint32_t> hosts;   ///< of these, those whose words stay
    std::vector<std::uint32_t> breaks;  ///< offsets in its text before which a new block begins
};

struct BlockFates {
    std::vector<AfterFate> after;    ///< blocks of the after-document that are compared, in order
    std::vector<BeforeFate> before;  ///< by BlockId
};

/// Blocks that keep their order stay, a heaviest choice of them; of the others those that go elsewhere whole are moved,
/// and the words of the rest are struck here and new there.
BlockFates block_fates(const Redline& redline);

/// The before-block whose text a redline block has; none where it has none.
BlockId before_block(const Redline& redline, std::uint32_t block);

/// The stretch of that text.
Span before_stretch(const Redline& redline, std::uint32_t block);

}  // namespace stet
