// Printed marks of status: "(TA 12/2/21)", "[CCL]", "Withdrawn" behind a heading, a label or alone on a line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "grammar/grammar_file.hpp"
#include "grammar/proposal_words.hpp"
#include "proposal/phrases.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// Code of the finding that a printed mark of agreement stands for nothing that is read.
inline constexpr std::string_view agreement_not_read = "AGREEMENT_NOT_READ";

/// A mark and where it stands in its text, brackets included.
struct StatusMark {
    Status status = Status::open;
    std::string date;  ///< ISO; empty where none is printed
    std::string raw;
    bool year_inferred = false;
    bool date_inferred = false;  ///< no date is printed; it is the document's
    bool signed_on = false;      ///< a line of signatures or initials, which is for the item as a whole
    bool excepts = false;        ///< something is excepted: "TA 5/6/26 except the last sentence"
    Span span;
};

/// Words of a status, or that say what became of a proposal, begin at a word of the text: a look before it is read.
bool may_name_status(std::string_view text, const ProposalWords& words);

/// The first mark of a text: in brackets anywhere in it; without brackets where it is the whole text or stands at its
/// end behind a dash. "(TA pending)" agrees nothing, and "Hold Harmless" is a title. A date without a year takes the
/// last year in which it is not after `document_date` (ISO).
std::optional<StatusMark> find_status_mark(std::string_view text, const ProposalWords& words,
                                           std::string_view document_date);

/// The mark of agreement or withdrawal that ends text[from, …), in brackets or as a sentence of its own: "… nine days.
/// [TA 4/3/26]", "… nine days. TA"; behind a quotation "(package)" and "(reopened)", too. Its span counts from the
/// text's begin. Other words of status are often part of the text, "$15.00 (current)", and no marks there.
std::optional<StatusMark> status_mark_behind(std::string_view text, std::uint32_t from, const ProposalWords& words,
                                             std::string_view document_date);

/// The mark behind a caption in a line of a few words: "Sick Leave – TA 4/22/26". A sentence is no caption, and words
/// that ask for something are none.
std::optional<StatusMark> status_behind_caption(std::string_view line, const Grammar& grammar, const PhraseBook& book,
                                                std::string_view document_date);

}  // namespace stet
