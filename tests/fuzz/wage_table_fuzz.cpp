// Fuzz target: the first byte chooses the reader, the rest is the document; its wage tables keep to their shape, their
// arithmetic holds, every row stands in the document, and claims are tested against them.
#include <cstddef>
#include <cstdint>

#include "fuzz/documents.hpp"
#include "fuzz/invariants.hpp"
#include "proposal/claims.hpp"
#include "proposal/wage_arithmetic.hpp"
#include "proposal/wage_operations.hpp"
#include "proposal/wage_tables.hpp"
#include "text/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

const stet::Grammar& labor_grammar() {
    for (const stet::Grammar& grammar : stet::fuzz::grammars())
        if (!grammar.wages.empty()) return grammar;
    return stet::fuzz::grammars().front();
}

/// `positions`: the rates are what each side asks for, and rise from the current one.
void check_row(const stet::WageRow& row, std::size_t dates, bool positions, std::uint32_t last_line) {
    using stet::fuzz::must;
    must(row.proposed.size() == dates, "a rate, or none, for each date");
    must(row.increase.size() == dates && row.percent.size() == dates, "an increase for each date");
    must(row.line_current <= last_line && row.line_new <= last_line, "rows stand in the document");
    std::optional<stet::Decimal> before = row.current;
    for (std::size_t date = 0; date < dates; ++date) {
        const std::optional<stet::Decimal>& from = positions ? row.current : before;
        // A raise told in a sentence has no rates.
        if (row.increase[date] && row.proposed[date])
            must(from && from->plus(*row.increase[date]) == row.proposed[date], "rate and increase agree");
        if (row.proposed[date]) before = row.proposed[date];
    }
    if (row.total) must(row.current->plus(*row.total) == before, "the total leads to the last rate");
}

void check_table(const stet::WageTable& table, std::uint32_t last_line) {
    stet::fuzz::must(table.lines.first <= table.lines.last && table.lines.last <= last_line, "a table has lines");
    for (const stet::WageRow& row : table.rows)
        check_row(row, table.effective.size(), stet::tells_positions(table), last_line);
    for (const stet::WageRaise& raise : table.raises)
        stet::fuzz::must(raise.amounts.size() == table.effective.size(), "a raise, or none, for each date");
    stet::money_changes(table);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    try {
        const stet::Grammar& grammar = labor_grammar();
        stet::Proposal proposal;
        proposal.document = stet::fuzz::read_with(grammar, std::string(data + 1, data + size), data[0] % 2 == 0);
        stet::MoneyTables tables = stet::read_money_tables(proposal.document, grammar);
        const std::uint32_t last_line = proposal.document.source.line_count();
        for (const stet::WageTable& table : tables.wages) check_table(table, last_line);
        for (const stet::WageTable& table : tables.other) check_table(table, last_line);
        proposal.wage_tables = std::move(tables.wages);
        proposal.money_tables = std::move(tables.other);
        for (const stet::Block& block : proposal.document.blocks) {
            stet::Operation operation;
            operation.unit = block.number.empty() ? stet::Unit::summary : stet::Unit::table;
            operation.op = block.number.empty() ? stet::Op::note : stet::Op::set;
            operation.inserted_text = block.text;
            operation.lines = {block.line(), block.last_line()};
            proposal.operations.push_back(std::move(operation));
        }
        stet::join_tables(proposal);
        stet::test_claims(proposal, grammar);
    } catch (const stet::Error&) {
        // A clear limit or a binary file: an answer.
    }
    return 0;
}
