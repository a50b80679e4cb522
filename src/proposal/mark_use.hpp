// Which marks mean struck and which mean new in a document: declared, said by a legend, or told by how they are used.
#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"
#include "proposal/phrases.hpp"
#include "text/diagnostic.hpp"

namespace stet {

/// How sure a mark's meaning is.
enum class MarkSource : std::uint8_t { unused, used, said };

/// What a document's marks mean. `~~`, <del>, <ins> and CriticMarkup always mean struck and new.
struct MarkUse {
    MarkSource bold = MarkSource::unused;  ///< as new text
    MarkSource underline = MarkSource::unused;
    MarkSource italic = MarkSource::unused;
    MarkSource highlight = MarkSource::unused;
    MarkSource colour = MarkSource::unused;
    MarkSource brackets = MarkSource::unused;  ///< [square brackets] as struck text

    bool brackets_once = false;  ///< they are taken for marks because of one place alone

    bool double_brackets = false;  ///< [[double ones]] alone, which the legend shows

    bool capitals = false;  ///< words in capitals are new text; a legend says so, or they stand behind [struck] words

    /// The surest source by which text under these marks is new.
    MarkSource new_by(Marks marks) const;
    /// Some insertion is marked in this document: an unmarked one stands out.
    bool marks_new = false;
};

/// `declared` is what the user says: "new=bold,struck=brackets"; throws Error naming the words that are known.
MarkUse find_mark_use(const Document& document, const PhraseBook& book, std::string_view declared);

/// Whether a text is a legend that says what marks mean ("New language is in bold; deletions are struck through").
bool is_legend(std::string_view text, const PhraseBook& book);

}  // namespace stet
