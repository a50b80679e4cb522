// Lines that open demands by the numbers of clauses, where these are the agreement's own units.
#pragma once

#include <map>

#include "document/document.hpp"
#include "proposal/openers.hpp"
#include "proposal/phrases.hpp"

namespace stet {

/// "Clause 12.03 – …", "Clause 14.01(c) Amend …", and "Clause 27" beside them: several with parts in their numbers,
/// none twice, where no line opens with an article and none names another unit above one of them; else empty.
std::map<BlockId, Opener> find_clauses(const Document& document, const PhraseBook& book);

/// The openers stand in one of several units that the outline names by noun and number: a list of that unit.
bool stand_in_one_unit(const Document& document, const std::map<BlockId, Opener>& openers, const PhraseBook& book);

/// "Duration – two years, April 1, 2026 to March 31, 2028": behind the mark at a token that parts the term from its
/// dates; 0 where none does.
std::uint32_t dated_term_end(const Block& block, const PhrasedText& text, std::size_t at);

}  // namespace stet
