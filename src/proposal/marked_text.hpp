// A block of a proposal by what its marks say: kept, struck, new; takes what the document's marks mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "proposal/instruction.hpp"
#include "proposal/mark_use.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// A stretch of a block's text.
struct MarkedPiece {
    Span text;
    DrawnRun::Kind kind = DrawnRun::kept;
    MarkSource source = MarkSource::said;  ///< how sure the kind is
    std::string_view repair = {};          ///< code of the flag under which damaged marks were read so; empty where not
};

/// The pieces of a block from offset `from` on; neighbours differ in kind, blanks between two pieces of one kind
/// belong to them, a label or caption in bold is kept. Comments are in no piece.
std::vector<MarkedPiece> mark_pieces(const Block& block, std::uint32_t from, const MarkUse& use);

/// The text of a span, white space folded.
std::string folded(const Block& block, Span span);

/// All pieces of that kind are blank.
bool lacks(const Block& block, const std::vector<MarkedPiece>& pieces, DrawnRun::Kind kind);

/// Where a payload begins, its quotation mark with it, that stands behind an instruction in its paragraph and is struck
/// in part: it is text with marks then, and taken out of the clause, whose spans count from `from`. Nothing where it is
/// not marked so. Where more stands behind it the clause keeps it, and that it is marked is noted there.
std::optional<std::uint32_t> marked_payload(const Block& block, std::uint32_t from, Instruction& clause);

/// A drawn block of the pieces.
DrawnBlock draw(const Block& block, const std::vector<MarkedPiece>& pieces);

}  // namespace stet
