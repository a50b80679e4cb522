// Lines that say a status, of what stands above them or of the units that they name, and nothing else.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "grammar/grammar_file.hpp"
#include "proposal/phrases.hpp"
#include "proposal/status_mark.hpp"
#include "proposal/target.hpp"

namespace stet {

/// A mark of status that is all of the text, the name of who says it aside: "District proposes status quo."
std::optional<StatusMark> status_line(std::string_view text, const Grammar& grammar, const PhraseBook& book,
                                      std::string_view document_date);

/// A sentence that says of a proposal that it is withdrawn or rejected, and of no unit by its number: "Union drops."
std::optional<StatusMark> stated_status(std::string_view text, const PhraseBook& book);

/// The text begins with "This article is", "This section has been".
bool says_of_whole(std::string_view text, const PhraseBook& book);

/// Lines to sign on, or the initials of who signed: "TA 4/2/26   City: R.H.   Guild: T.O."
bool is_signed(std::string_view text, const StatusMark& mark);

/// What a sentence says of all that is named nowhere: "All other proposals are rejected."
std::optional<StatusMark> status_of_all_other(std::string_view sentence, const Grammar& grammar, const PhraseBook& book,
                                              std::string_view document_date);

/// A mark of status and the units that it is for.
struct PlacesStatus {
    std::vector<PlaceName> places;  ///< spans in the text
    StatusMark mark;
};

/// A line that names units and their status, and nothing else: "13.1 and 13.2: TA 5/1/26", "Sections 4.1, 4.2 and 4.5
/// were withdrawn", "TA'd 5/1/26: Articles 3 and 9".
std::optional<PlacesStatus> status_of_places(std::string_view text, const Grammar& grammar, const PhraseBook& book,
                                             std::string_view document_date);

/// A status that a text begins with, of the units it names or, where it names none, of what stands above.
struct LeadingStatus {
    PlacesStatus status;
    std::uint32_t rest = 0;  ///< where the text goes on
};

/// "14.1 to 14.3 TA'd; 14.4 open": the first of several in a row; "TA'd 7/15, but change …": one in front of what is
/// still asked for. Nothing where all of the text is one status.
std::optional<LeadingStatus> leading_status(std::string_view text, const Grammar& grammar, const PhraseBook& book,
                                            std::string_view document_date);

/// The status that a line announces of the units in the lines right below it, one or more a line: "Tentatively agreed:"
/// over "Article 3 – Dues". Nothing where no such line follows before `end`.
std::optional<StatusMark> announced_status(const Document& document, BlockId block, BlockId end, const Grammar& grammar,
                                           const PhraseBook& book, std::string_view document_date);

/// The units of a line that names them, with a title or a date behind them or none, and says nothing else.
std::optional<PlacesStatus> listed_units(const Block& block, const StatusMark& announced, const Grammar& grammar,
                                         const PhraseBook& book);

}  // namespace stet
