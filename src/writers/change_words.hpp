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
std::string verified_words(const Verified& verified);

/// "12 sections unchanged, 3 edited, 1 moved"; facts without a section are left out.
std::string counts_words(const Counts& counts);

/// "moved", "new", "gone without a mark".
std::string_view fact_words(Fact fact);

/// "moved and edited".
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
