// Notes whose signs are typed ("[^1]"), read as a format that counts its notes gives them.
//
//   typed:    The price[^1] is due.   …   [^1]: In Annex A.        counted:   The price is due.   …   In Annex A.
//   wrong:    [-[^1]-] and [-[^1]:-] struck, the note moved out of its section
//   ours:     no change: signs are aside, notes stand behind the text in the order in which it refers to them; so do
//             those that are typed where they are referred to ("due.^[In Annex A.]")
#pragma once

#include <vector>

#include "document/block.hpp"

namespace stet {

/// Whether a format that counts its notes gave some of the blocks.
bool counts_notes(const std::vector<Block>& blocks);

/// Whether a block is a note that opens with its own sign, or holds one between "^[" and "]".
bool has_typed_notes(const std::vector<Block>& blocks);

/// Puts the notes that open with a typed sign, and the paragraphs that go on from them, behind all other blocks as the
/// story "footnotes", in the order in which the text refers to them; those without a reference come last. A note
/// between
/// "^[" and "]" becomes such a block, too. Their signs,
/// and those in the text that a note answers, are comments: shown, and in neither face. Lines stay as they are.
void set_note_signs_aside(std::vector<Block>& blocks);

}  // namespace stet
