// Summaries held against what they sum up.
#include "proposal/summary_lints.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::flagged;

namespace {

bool gist(const std::string& said, const std::string& text) {
    return flagged(proposal_test::proposal("Offer\n\n1. Article 5: Leave\n\nModify Section 12 to provide the following "
                                           "improvement:\n\n- a. " +
                                           said + "\n\nSection 12. " + text +
                                           "\n\n2. Article 6, Section 13. Pay\n\nDelete Section 13.\n")
                       .operations.at(0),
                   "SUMMARY_DIFFERS_FROM_TEXT");
}

bool highlight(const std::string& said) {
    const Proposal read = proposal_test::proposal(
        "Offer to the Union\n\nThe offer has these points:\n\n- " + said +
        "\n\nARTICLE 5 - PAY\n\nSection 12. The night differential shall be $1.20 per hour.\n\nARTICLE 6 - "
        "BOOTS\n\nSection 13. Delete.\n");
    return std::any_of(read.findings.begin(), read.findings.end(),
                       [](const Finding& finding) { return finding.flag.code == "SUMMARY_DIFFERS_FROM_TEXT"; });
}

bool scope(const std::string& preamble) {
    const Proposal read = proposal_test::proposal(
        "# Offer to the Union\n\nThis offer is for " + preamble +
        ".\n\n1. Article 5\n\nDelete Section 12.\n\n2. Appendix A\n\nModify Appendix A as follows:\n\nElmvale "
        "Rates\t\t\nClassification\tCurrent\t1/1/2027\nDeli Clerk\t$15.00\t$16.00\nMeat Cutter\t$20.00\t$21.00\n");
    return std::any_of(read.operations.begin(), read.operations.end(),
                       [](const Operation& operation) { return flagged(operation, "SCOPE_DIFFERS"); });
}

}  // namespace

TEST_CASE("a gist above the text that it sums up") {
    CHECK(gist("Leave is paid if the clerk has 120 hours.", "Leave is paid if the clerk has more than 120 hours."));
    CHECK(gist("The bank rises to 240 hours.", "The bank is 200 hours."));
    CHECK_FALSE(gist("Leave is paid if the clerk has 120 hours.", "Leave is paid if the clerk has 120 hours."));
    CHECK_FALSE(gist("The bank rises from 120 hours to 240 hours.", "The bank is 240 hours."));
}

TEST_CASE("a highlight and the demand about its subject") {
    CHECK(highlight("A night differential of $1.25 an hour"));
    CHECK_FALSE(highlight("A night differential of $1.20 an hour"));
    CHECK_FALSE(highlight("A weekend differential of $1.25 an hour"));
}

TEST_CASE("tables for more than the preamble takes in") {
    CHECK(scope("Dunmore and Elmvale (Deli Only)"));
    CHECK_FALSE(scope("Dunmore and Elmvale"));
    CHECK_FALSE(scope("Dunmore (Deli Only) and Elmvale"));
    CHECK(scope("Dunmore (in (part and Elmvale (Deli Only)"));
}

TEST_CASE("a preamble of open brackets costs no more than its length") {
    CHECK_FALSE(scope(std::string(40000, '(') + " all)"));
}
