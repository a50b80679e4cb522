// Claims about an invented proposal, held against its tables and operations.
#include "proposal/claims.hpp"

#include <doctest/doctest.h>

#include <string>

#include "proposal/wage_operations.hpp"
#include "proposal/wage_tables.hpp"
#include "stet.hpp"

namespace {

using stet::FlagSeverity;
using stet::Operation;
using stet::Proposal;

constexpr const char* tables =
    "DEPARTMENT HEADS\n\n"
    "Dock Manager\n\n"
    "Tier\tCurrent\t1/1/2025\t1/1/2026\t\\$ Increase\n"
    "\\$0 - \\$999,999\t\\$24.00\t\\$25.50\t\\$26.00\t\\$1.50\n"
    "\\$1,000,000 +\t\\$24.00\t\\$26.50\t\\$27.00\t\\$2.50\n\n"
    "Kitchen Manager\n\n"
    "Tier\tCurrent\t1/1/2025\t1/1/2026\t\\$ Increase\n"
    "Payrate\t\\$22.00\t\\$23.00\t\\$23.50\t\\$1.00\n\n"
    "CLERKS\n\n"
    "Dockhand / Sorter\n\n"
    "Step\tCurrent\t1/1/2025\t1/1/2026\t\\$ Increase\n"
    "Start\t\\$14.00\t\\$15.00\t\\$15.50\t\\$1.00\n"
    "After 500 Hours\t\\$14.25\t\\$15.50\t\\$16.00\t\\$1.25\n"
    "After 1000 Hours\t\\$16.00\t\\$17.00\t\\$17.50\t\\$1.00\n";

const stet::Grammar& grammar() {
    static const stet::Grammar labor = stet::load_grammar("labor-agreement");
    return labor;
}

Operation summary(std::string text) {
    Operation operation;
    operation.item = "1";
    operation.lines = {1000, 1000};
    operation.op = stet::Op::note;
    operation.unit = stet::Unit::summary;
    operation.inserted_text = std::move(text);
    return operation;
}

Proposal proposal_of(std::string text, std::vector<Operation> operations) {
    Proposal out;
    out.document = stet::read({"offer.md", std::move(text), ""}, {.grammar = "labor-agreement"});
    stet::MoneyTables read = stet::read_money_tables(out.document, grammar());
    out.wage_tables = std::move(read.wages);
    out.money_tables = std::move(read.other);
    out.operations = std::move(operations);
    stet::test_claims(out, grammar());
    return out;
}

/// Codes of what the tables say to a claim, parted by blanks.
std::string codes_of(const std::string& claim) {
    std::string out;
    const Proposal proposal = proposal_of(tables, {summary(claim)});
    for (const stet::Flag& flag : proposal.operations.front().flags) out += (out.empty() ? "" : " ") + flag.code;
    return out;
}

std::string text_of(const std::string& claim) {
    const Proposal proposal = proposal_of(tables, {summary(claim)});
    return proposal.operations.front().flags.empty() ? std::string() : proposal.operations.front().flags.front().text;
}

bool names(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the largest raise") {
    CHECK(codes_of("Wage increases up to $2.50 an hour").empty());
    CHECK(codes_of("Wage increases up to $2.00 an hour") == "CLAIM_CONTRADICTED_BY_TABLE");
    CHECK(names(text_of("Wage increases up to $2.00 an hour"), "$2.50"));
    CHECK(names(text_of("Wage increases up to $2.00 an hour"), "line 7"));
    CHECK(codes_of("Wage increases up to $3.00 an hour") == "CLAIM_CONTRADICTED_BY_TABLE");
    CHECK(codes_of("Parking costs up to $3.00 a day").empty());
}

TEST_CASE("the smallest step and the smallest raise") {
    CHECK(codes_of("We increased progressions to at least $.50 per step").empty());
    CHECK(codes_of("We increased progressions to at least $.75 per step") == "CLAIM_CONTRADICTED_BY_TABLE");
    CHECK(codes_of("Everybody's wages increase by at least $1.00").empty());
    CHECK(names(text_of("Everybody's wages increase by at least $1.10"), "Kitchen Manager"));
}

TEST_CASE("raises of top rates by year") {
    CHECK(codes_of("Top rate increases of $.50 for 2026").empty());
    const std::string text = text_of("Top rate increases of $1.00 for 2025, $.50 for 2026");
    CHECK(codes_of("Top rate increases of $1.00 for 2025, $.50 for 2026") == "SUMMARY_DIFFERS_FROM_TABLE");
    CHECK(names(text, "$1.00"));
    CHECK(names(text, "$2.50"));
    CHECK(codes_of("Top rate increases of $.60 for 2026") == "SUMMARY_DIFFERS_FROM_TABLE");
}

TEST_CASE("the first step") {
    CHECK(codes_of("Starting rate increase to $15.00").empty());
    CHECK(names(text_of("Starting rate increase to $15.25"), "Dockhand / Sorter"));
}

TEST_CASE("a raise for named classifications") {
    CHECK(codes_of("Increase Kitchen Manager wages by $1.00").empty());
    CHECK(codes_of("Increase Kitchen Manager wages by $1.50") == "CLAIM_CONTRADICTED_BY_TABLE");
    const std::string leaders = text_of("Increase department leader wages by $1.50");
    CHECK(names(leaders, "Dock Manager"));
    CHECK(names(leaders, "$1.00 for Kitchen Manager"));
    CHECK(codes_of("Increase the night premium by $1.50").empty());
}

TEST_CASE("somebody's raise") {
    CHECK(codes_of("An employee making $14.25 as Dockhand/Sorter will receive a $1.25 increase").empty());
    const std::string claim = "An employee making $14.25 as Dockhand/Sorter will receive a $1.50 increase";
    const Proposal proposal = proposal_of(tables, {summary(claim)});
    REQUIRE(proposal.operations.front().flags.size() == 1);
    const stet::Flag& flag = proposal.operations.front().flags.front();
    CHECK(flag.code == "CLAIM_CONTRADICTED_BY_TABLE");
    CHECK(flag.severity == FlagSeverity::high);
    CHECK(names(flag.text, "a raise of $1.25"));
    CHECK(names(flag.text, "Dock Manager"));  // for which $1.50 is printed
    CHECK(proposal.operations.front().confidence == stet::Confidence::inferred);
}

TEST_CASE("over a threshold that a tier takes in") {
    CHECK(codes_of("$1 more for leaders in stores doing over a million in sales") == "THRESHOLD_DIFFERS");
    CHECK(names(text_of("$1 more for department leaders in stores doing over a million in sales"), "Kitchen Manager"));
    CHECK(codes_of("$1 more for leaders in stores doing a million or more in sales").empty());
}

TEST_CASE("claims of a letter outside all operations are findings") {
    const std::string letter = "You will see wage increases up to $9.00.\n\nDues are $9.00.\n\n";
    const Proposal proposal = proposal_of(letter + tables, {});
    REQUIRE(proposal.findings.size() == 1);
    CHECK(proposal.findings.front().flag.code == "CLAIM_CONTRADICTED_BY_TABLE");
    CHECK(proposal.findings.front().lines.first == 1);
    CHECK(proposal_of("You will see wage increases up to $2.50.\n\n" + std::string(tables), {}).findings.empty());
}

TEST_CASE("a summary that says again what another operation says") {
    Operation full;
    full.item = "8";
    full.lines = {1010, 1010};
    full.op = stet::Op::substitute;
    full.struck_text = "one dollar ($1.00)";
    full.inserted_text = "two dollars ($2.00) night premium an hour";
    full.condition = "upon ratification";
    const Proposal same = proposal_of("None.\n", {summary("Increase night premium to two dollars ($2.00)"), full});
    REQUIRE(same.operations.front().flags.size() == 1);
    CHECK(same.operations.front().flags.front().code == "DUPLICATE_OF");
    CHECK(same.operations.front().flags.front().severity == FlagSeverity::info);
    CHECK(names(same.operations.front().flags.front().text, "item 8"));
    CHECK(names(same.operations.front().flags.front().text, "upon ratification"));
    const Proposal other = proposal_of("None.\n", {summary("Uniform allowance of $2.00 for gloves"), full});
    CHECK(other.operations.front().flags.empty());
}

TEST_CASE("one period with two beginnings") {
    Operation term, bonus;
    term.item = "2";
    term.inserted_text = "The term is January 9, 2025 through January 11, 2028.";
    bonus.item = "3";
    bonus.inserted_text = "For the contract of January 10, 2025 to January 11, 2028 a bonus is paid.";
    const Proposal proposal = proposal_of("None.\n", {term, bonus});
    REQUIRE(proposal.operations[0].flags.size() == 1);
    CHECK(proposal.operations[0].flags.front().code == "DATE_DIFFERS");
    CHECK(names(proposal.operations[0].flags.front().text, "item 3"));
    CHECK(proposal.operations[1].flags.size() == 1);
    bonus.inserted_text = "For the contract of January 9, 2025 to January 11, 2028 a bonus is paid.";
    CHECK(proposal_of("None.\n", {term, bonus}).operations[0].flags.empty());
}

TEST_CASE("tables tell the operation around them") {
    Proposal proposal;
    proposal.document = stet::read({"offer.md", tables, ""}, {.grammar = "labor-agreement"});
    proposal.wage_tables = stet::read_money_tables(proposal.document, grammar()).wages;
    Operation around;
    around.item = "Appendix A";
    around.op = stet::Op::set;
    around.unit = stet::Unit::table;
    around.lines = {1, 40};
    Operation note = summary("a note in the same lines");
    note.lines = {1, 40};
    proposal.operations = {note, around};
    stet::join_tables(proposal);
    CHECK(proposal.wage_tables.front().item == "Appendix A");
    CHECK(proposal.operations[0].money.empty());
    REQUIRE(proposal.operations[1].money.size() == 12);
    CHECK(proposal.operations[1].money.front().from == "24.00");
    CHECK(proposal.operations[1].money.front().to == "25.50");
}
