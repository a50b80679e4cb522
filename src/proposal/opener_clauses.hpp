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

}  // namespace stet
