// The heading of an item: where it works and what it is called.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "proposal/phrases.hpp"
#include "proposal/proposal.hpp"
#include "proposal/status_mark.hpp"

namespace stet {

struct ItemHeading {
    std::string text;  ///< white space folded, marks of status included
    Target target;
    std::vector<std::string> articles;  ///< "11", "12"
    std::vector<std::string>
        letters;  ///< "Side Letter 1", "Side Letter 2" of "Side Letters 1 and 2": all named side by side
    std::vector<std::string> sections;  ///< "80", "81"
    std::optional<StatusMark> status;
    bool highlights = false;
    bool fresh = false;            ///< "New Article 26 – Cameras", "Article 3, new Section 6 – Parking"
    bool names_line = false;       ///< "Section 1.02, line 2": a line of a print
    bool letter_of_title = false;  ///< "Article VI, E. Coli Exposure": its section's letter may be its title's
    bool names_status = false;     ///< its title says what a mark of status says: "Agreed, TA 9/3/26"
    std::string said;              ///< "The Union accepts five hours": what stands in the place of a title
    std::string new_title;         ///< "Parking": of a new section in an article that is there
    std::string below_letter;      ///< "ATTACHMENT A": a heading above, whose article it may name
};

/// Reads "Article 27. Section 68. Promotions", "City Market Article 30, Seniority, Section 80 and Section 81",
/// "Wages Highlights: (See Appendix A for details)". `text` is what stands behind the item's number.
ItemHeading read_heading(std::string_view text, const ProposalWords& words, const PhraseBook& book,
                         std::string_view document_date);

}  // namespace stet
