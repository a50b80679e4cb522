// Sums that an operation changes, told from its words.
#pragma once

#include <string_view>
#include <vector>

#include "proposal/proposal.hpp"

namespace stet {

/// The sums of new text, each with what stands before it; "by $1.95" and "an increase of $.80" are changes ("+1.95").
std::vector<MoneyChange> money_in(std::string_view text);

/// The sums of struck text against those that come in their place, in order.
std::vector<MoneyChange> money_between(std::string_view struck, std::string_view inserted);

/// The sums of a text that has a day for each, the first of either for the first: "$2.00", "$2.50", of what stands in
/// front of the verb. Nothing where there is one sum or another number of days.
std::vector<MoneyChange> money_by_day(std::string_view subject, std::string_view text);

/// Gives changes without one the words that stand in front of offset `at` of the text.
void label_money(std::vector<MoneyChange>& money, std::string_view text, std::uint32_t at);

}  // namespace stet
