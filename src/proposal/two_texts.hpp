// Units that are printed twice, as they are and as they shall be: "Current Language: …", "Proposed Language: …".
#pragma once

#include <optional>
#include <string_view>

#include "diff/word_diff.hpp"
#include "document/document.hpp"
#include "grammar/grammar_file.hpp"
#include "proposal/mark_use.hpp"
#include "proposal/phrases.hpp"

namespace stet {

/// Lays each text under a caption of what holds over the one under the next caption of what is proposed: what goes
/// becomes struck and what comes new, as if the author had marked it. The captions and the text that holds are set
/// aside, for the proposed one shows them. Sections go by their labels; what stands under one caption alone is left as
/// it is, or is new. Documents without both captions stay as they are.
void lay_two_texts(Document& document, const Grammar& grammar, const PhraseBook& book, const MarkUse& use,
                   std::string_view document_date);

/// "Current Language", "the Union's Proposed Text" at the head of a text: which of the two, and the token behind.
struct SideCaption {
    bool proposed = false;
    std::size_t end = 0;
};
std::optional<SideCaption> side_caption(const PhrasedText& text);

/// The block of what is proposed with the words that go in it, struck, and those that come marked.
Block merged_difference(const Stretch& holds, const Stretch& proposed);

}  // namespace stet
