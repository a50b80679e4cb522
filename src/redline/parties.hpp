// Two parties to one base: what a three-way redline knows beyond a redline of two documents.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "text/span.hpp"

namespace stet {

/// A set of the two parties, as bits.
using PartySet = std::uint8_t;
inline constexpr PartySet no_party = 0;
inline constexpr PartySet both_parties = 3;

inline constexpr PartySet only_party(std::size_t party) {
    return static_cast<PartySet>(1u << party);
}
inline constexpr bool has_party(PartySet set, std::size_t party) {
    return (set & only_party(party)) != 0;
}

/// One party: what it is called and the document that it puts forward.
struct Party {
    std::string name;
    Document document;
    bool verified = false;  ///< dropping the other party's edits and taking its own gives its document
};

/// Who makes an edit, and which stretch of each party's block it holds (empty where that party has none of it). An
/// edit of nobody is what both keep.
struct PartyEdit {
    PartySet by = no_party;
    bool conflict = false;  ///< the other party does something else with the same words
    std::array<Span, 2> text;
};

/// What a redline block is to each party.
struct PartyBlock {
    PartySet by = no_party;                       ///< who puts it here: inserted or moved to; nobody: the base has it
    std::array<BlockId, 2> block = {none, none};  ///< of each party's document; none where it has nothing here
    std::array<Span, 2> text;                     ///< the stretch of that block that stands here
    std::array<std::uint32_t, 2> moved_with = {none, none};  ///< the redline block at the other end of a party's move
    bool conflict = false;         ///< the parties differ on where it stands: other moves, or a move and a strike
    std::vector<PartyEdit> edits;  ///< one for each edit of the redline block
};

/// What each party makes of a section.
struct PartySection {
    std::array<std::vector<NodeId>, 2> after;             ///< nodes of each party's document
    std::array<std::uint32_t, 2> section = {none, none};  ///< index into the sections of base against that party
    PartySet inserted = no_party, deleted = no_party, edited = no_party, moved = no_party, renumbered = no_party;
};

}  // namespace stet
