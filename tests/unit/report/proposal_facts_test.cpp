// Counts, exceptions and the ledger of a proposal.
#include "report/proposal_facts.hpp"

#include <doctest/doctest.h>

#include "writers/proposal_fixture.hpp"

namespace {

using namespace stet;
using test::operation;

Operation standing(std::string id, std::string item, Status status, std::string date = {}) {
    Operation made = operation(std::move(id), std::move(item), Op::insert, Unit::section);
    made.status = status;
    made.status_date = std::move(date);
    return made;
}

}  // namespace

TEST_CASE("the ambiguous stand before what has high flags, the rest is no exception") {
    const std::vector<ExceptionRow> rows = exceptions_of(test::proposal());
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].operations == std::vector<std::uint32_t>{2});
    CHECK(rows[0].words == "Not clear: Article 9. Premiums, Section 28. Old and new sum are both struck.");
    CHECK(rows[1].operations == std::vector<std::uint32_t>{0});
}

TEST_CASE("operations of one item with the same reason stand in one row") {
    Proposal proposal;
    for (const char* id : {"21.1", "21.2"}) {
        proposal.operations.push_back(operation(id, "21", Op::insert, Unit::section));
        proposal.operations.back().flags = {test::flag("TA_SCOPE", FlagSeverity::high, "not under the mark")};
    }
    const std::vector<ExceptionRow> rows = exceptions_of(proposal);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].operations.size() == 2);
    CHECK(rows[0].words == "Not under the mark.");
}

TEST_CASE("what only says something beside the text is counted apart") {
    Proposal proposal;
    proposal.operations = {operation("1.1", "1", Op::note, Unit::summary),
                           operation("1.2", "1", Op::note, Unit::section),
                           operation("2", "2", Op::insert, Unit::section)};
    proposal.operations[1].status = Status::withdrawn;
    const ProposalCounts counts = count_proposal(proposal);
    CHECK(counts.remarks == 1);
    CHECK(status_counts_words(counts) == "1 open, 1 withdrawn");
    CHECK(items_of(proposal).size() == 2);
    CHECK(items_of(proposal)[0].end == 2);
}

TEST_CASE("a ledger row is what one item asks and what stands alike") {
    Proposal proposal;
    proposal.operations = {standing("21.1", "21", Status::tentatively_agreed, "2026-03-20"),
                           standing("21.2", "21", Status::open),
                           standing("11", "11", Status::tentatively_agreed, "2026-03-14"),
                           standing("21.3", "21", Status::open), standing("22", "22", Status::withdrawn)};
    proposal.operations[1].target.article = proposal.operations[3].target.article = "51";
    proposal.operations[1].target.section = "139";
    proposal.operations[3].target.section = "140";
    const std::vector<LedgerRow> rows = ledger_rows(proposal);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].operations == std::vector<std::uint32_t>{1, 3});
    CHECK(rows[0].target.article == "51");
    CHECK(rows[0].target.section.empty());
    CHECK(rows[1].status == Status::withdrawn);
    CHECK(rows[2].date == "2026-03-14");
    CHECK(rows[3].date == "2026-03-20");
}

TEST_CASE("a row tells its printed mark and that its year is inferred") {
    const std::vector<LedgerRow> rows = ledger_rows(test::proposal());
    REQUIRE(rows.size() == 4);
    CHECK(ledger_status_words(rows[3]) == "tentatively agreed on 2026-03-14, (TA 3/14), year inferred");
    CHECK(ledger_status_words(rows[0]) == "open");
    CHECK(conditions_of(test::proposal(), rows[0]) == "upon expiration of the agreement");
}

TEST_CASE("a stated increase is another where the first year's differs") {
    const WageTable table = test::wage_table();
    CHECK(states_another_increase(table.rows[0]));
    CHECK(!states_another_increase(table.rows[1]));
    CHECK(count_proposal(test::proposal()).stated_wrong == 1);
    CHECK(count_proposal(test::proposal()).wage_rows == 2);
}
