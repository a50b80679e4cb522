// Wording flags: modal, polarity, threshold, frequency and "and"/"or" words that an edit changed; takes a block's two
// texts, their edits and the words of the grammar that read them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/weighty_words.hpp"
#include "redline/change.hpp"
#include "redline/redline.hpp"

namespace stet {

/// Flags in reading order, none twice: `modal-word`, `polarity-word` and `party-word` (high), `threshold-word` (medium;
/// high where a negation came to one), `frequency-word` (medium), `and-or-word` (low), with texts such as “shall”
/// became “may”, “not” removed, “at least” added, “landlord” became “tenant”, “exclusive” became “non-exclusive”.
///
/// A word counts where a hunk has more of it on one side than on the other, so that a word struck and written back is
/// none. Only edited text is flagged: nothing when either text is empty; for sentences inserted or deleted whole only
/// the words of duty and negation in them, as `info`: “shall” in a sentence removed. Plain words (“and”, “before”) and
/// words of frequency count only where another one took their place, opposites (“with”, “if”) only where what denies
/// them did; parties only where as many took the place of others in a short hunk. Names that changed places
/// (`names-swapped`) stand last. What stands aside is left out. Without `words` names alone are told.
std::vector<Flag> find_wording_flags(std::string_view before, std::string_view after, std::span<const Edit> edits,
                                     const WeightyWords* words);

/// “shall” became “may”.
std::string became_text(std::string_view before, std::string_view after);

/// Whether a flag's text is one of these.
bool tells_replacement(std::string_view flag_text);

}  // namespace stet
