// What the headings of items say of each other.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "proposal/items.hpp"

namespace stet {

/// Where other headings name sections by letters too, "E." is one and does not open a title.
void settle_letters_of_titles(std::vector<ProposalItem>& items);

/// "ATTACHMENT A" with nothing below it, and then "Article 1": it may be of the attachment. Where its number goes on
/// with those of the articles in front of the attachment, it is the agreement's.
void settle_below_letters(const Document& document, std::vector<ProposalItem>& items);

}  // namespace stet
