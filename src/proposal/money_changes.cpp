// Finds the sums that an operation changes.
#include "proposal/money_changes.hpp"

#include <algorithm>

#include "grammar/wording.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

std::vector<Quantity> sums_of(std::string_view text) {
    std::vector<Quantity> found = find_quantities(text);
    std::erase_if(found, [](const Quantity& quantity) { return quantity.type != QuantityType::money; });
    return found;
}

/// The words before a sum, at most as many as tell what it is for.
std::string words_before(std::string_view text, std::uint32_t at) {
    constexpr std::size_t reach = 60;  // bytes
    const std::size_t from = at > reach ? text.find(' ', at - reach) : 0;
    return from == std::string_view::npos || from >= at ? std::string{} : fold_blanks(text.substr(from, at - from));
}

}  // namespace

std::vector<MoneyChange> money_in(std::string_view text) {
    std::vector<MoneyChange> out;
    for (const Quantity& sum : sums_of(text))
        out.push_back({words_before(text, sum.span.begin), {}, sum.amount.text(sum.amount.is_integer() ? 0 : 2)});
    return out;
}

std::vector<MoneyChange> money_between(std::string_view struck, std::string_view inserted) {
    const std::vector<Quantity> from = sums_of(struck), to = sums_of(inserted);
    std::vector<MoneyChange> out;
    for (std::size_t i = 0; i < std::max(from.size(), to.size()); ++i) {
        MoneyChange change;
        if (i < from.size()) change.from = from[i].amount.text(2);
        if (i < to.size()) change.to = to[i].amount.text(2);
        out.push_back(std::move(change));
    }
    return out;
}

}  // namespace stet
