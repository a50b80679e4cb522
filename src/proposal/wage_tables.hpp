// Wage schedules and other tables of money by date, from the blocks of a document, with our arithmetic.
#pragma once

#include <string>
#include <vector>

#include "grammar/grammar_file.hpp"
#include "proposal/proposal.hpp"

namespace stet {

struct MoneyTables {
    std::vector<WageTable> wages;
    std::vector<WageTable> other;  ///< contributions, premiums and the like
};

/// Reads all tables of rates by the grammar's words for wages, in reading order; none where it has no such words.
/// Never throws. Time is linear in the document. `item` of the tables is left empty.
MoneyTables read_money_tables(const Document& document, const Grammar& grammar);

/// What a raise is called: "all rates" where nothing says whose rates rise.
std::string raise_name(const WageTable& table, const WageRaise& raise);

/// With its sign: "+0.35", "+3.0 %".
std::string raise_amount(const std::string& amount);

/// What a table changes, one entry a rate and date: from the rate before it, or from nothing where none is printed.
/// Raises have a leading "+".
std::vector<MoneyChange> money_changes(const WageTable& table);

}  // namespace stet
