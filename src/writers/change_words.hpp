// A redline's summary and its changes in words, for the writers whose output is text.
#pragma once

#include <string>
#include <string_view>

#include "redline/redline.hpp"
#include "writers/write_options.hpp"

namespace stet {

/// "Redline of old.md and new.md", or the title that was asked for.
std::string redline_title(const Redline& redline, const WriteOptions& options);

/// One sentence: verified, or what does not hold.
std::string verified_words(const Redline& redline);

/// Three-way: "A", "B" or "A and B"; the letters by which the parties go in the text.
std::string party_letters(PartySet by);

/// Three-way: "A, harbor-union: drafts/harbor-union.md".
std::string party_words(const Redline& redline, std::size_t party);

/// Three-way: "3 conflicts, 40 by both, 2 by A alone, 7 by B alone".
std::string standing_words(const Redline& redline);

/// Three-way: "conflict: edited by A and B", "deleted by A".
std::string facts_by_words(const Change& change);

/// Three-way: a unit's label with those that the parties give it where they are others: "Section 12 → A: Section 13".
std::string numbers_words(const Redline& redline, std::uint32_t section);

/// "12 sections unchanged, 3 edited, 1 moved"; facts without a section are left out.
std::string counts_words(const Counts& counts);

/// "moved", "new", "gone without a mark".
std::string_view fact_words(Fact fact);

/// Of a proposal carried out: "item 11", "items 8, 11"; empty where no item caused the change.
std::string items_words(const Change& change);

/// "moved and edited", with the items that caused it: "edited; item 11".
std::string facts_words(const Change& change);

/// "money 1.00 → 2.00 (+1.00, +100.0 %)".
std::string value_words(const ValueChange& value);

/// A change that gives a unit another number and nothing else.
bool only_renumbers(const Change& change);

/// What remains to be said of a document: "12 blocks of contents and page furniture are left out"; empty if none.
std::string left_out_words(const Redline& redline);

/// What changed in the furniture, in the documents' own words (to be escaped where they could be markup); empty if
/// nothing.
std::string furniture_words(const Redline& redline);

/// A diagnostic's place and words: "old.md:12:4: warning: … [code]".
std::string diagnostic_words(const Diagnostic& diagnostic);

/// At most about `limit` bytes of the text; the middle gives way to " … ", code points stay whole.
std::string elide_middle(std::string_view text, std::size_t limit);

}  // namespace stet
