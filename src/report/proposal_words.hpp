// A proposal in plain words: what each operation asks for, where, how it stands and what its figures are.
#pragma once

#include <string>
#include <string_view>

#include "proposal/proposal.hpp"

namespace stet {

/// What heads a proposal: its title, else "What <file> asks for".
std::string proposal_title(const Proposal& proposal);

/// Where an operation works, outermost first: "Article 25 (Relief Periods), section 61, paragraph 2, sentence 1"; empty
/// where the proposal names no place.
std::string target_words(const Target& target);

/// What heads the entry of an operation: its heading in the words of the source without the marks it ends in, else
/// where it works, else its item.
std::string operation_title(const Operation& operation);

/// The heading behind the number of its item: "11 Article 25. Relief Periods".
std::string item_title(const Operation& operation);

/// What an operation asks for in one neutral sentence: "The last sentence is struck.", "A paragraph is added after
/// paragraph 3." Of an ambiguous one it says how many readings there are, and none of them.
std::string asked_words(const Operation& operation);

/// "open", "tentatively agreed on 2021-12-02".
std::string status_words(Status status, std::string_view date);

/// "substitute, open, inferred": what an operation is in the words of the model.
std::string standing_of(const Operation& operation);

/// Why an operation is to be looked at first: its flags of high severity, else what is not clear.
std::string exception_words(const Operation& operation);

/// "Reading A: the words are new", by its place among the readings.
std::string reading_title(std::size_t index, const OperationReading& reading);

/// The sign of money before the sums of a proposal: "$"; empty where its text has none or several.
std::string currency_of(const Proposal& proposal);

/// "night premium: $1.00 → $2.00 (+$1.00, +100.0 %)"; with a leading "+" it is a change: "top rates: +$1.00".
std::string money_words(const MoneyChange& money, std::string_view currency);

/// "line 12", "lines 12 to 15"; empty for none.
std::string lines_words(Lines lines);

/// A step by both its names where they differ: "After 1040 Hours → After 520 Hours".
std::string step_words(const WageRow& row);

/// What heads a wage table: its classification and its group.
std::string wage_table_title(const WageTable& table);

/// "Wage tables: Meat Cutters, Wrappers"; of the tables by their indices.
std::string wage_tables_words(const Proposal& proposal, const std::vector<std::uint32_t>& tables);

/// A raise under each date of its table: "+$0.35", "+3.0 %"; "–" where none is said.
std::vector<std::string> raise_cells(const WageTable& table, const WageRaise& raise, std::string_view currency);

/// The same in a line: "base salaries: 2026-07-01 +3.0 %; 2027-07-01 +2.5 %".
std::string raise_words(const WageTable& table, const WageRaise& raise, std::string_view currency);

/// One step on one line: "Start: now $15.87; 2022-01-30 $16.00 (+$0.13, +0.8 %); …; total +$1.13, +7.1 %".
std::string wage_row_words(const WageTable& table, const WageRow& row, std::string_view currency);

/// A rate with two digits after the point: "$15.87"; "–" for none.
std::string amount_words(const std::optional<Decimal>& amount, std::string_view currency);

/// "+0.8 %"; empty for an empty one.
std::string percent_words(std::string_view percent);

/// An increase in money and in percent: "+$0.13, +0.8 %"; without `percent` in money alone, empty for none.
std::string increase_words(const std::optional<Decimal>& increase, std::string_view percent, std::string_view currency);

/// The first letter of a text as a capital.
std::string capitalised_sentence(std::string text);

}  // namespace stet
