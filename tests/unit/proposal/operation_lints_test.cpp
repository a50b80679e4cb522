// Lints of operations.
#include "proposal/operation_lints.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::flagged;

namespace {

bool lint(const std::string& payload, std::string_view code) {
    return flagged(proposal_test::proposal(
                       "Offer\n\n1. Article 5, Section 12. Leave\n\nReplace the section with the following:\n\n" +
                       payload + "\n\n2. Article 6, Section 13. Pay\n\nDelete Section 13.\n")
                       .operations.at(0),
                   code);
}

}  // namespace

TEST_CASE("words and figure of a pair") {
    CHECK(lint("Trial service is six (9) months.", "WORD_FIGURE_MISMATCH"));
    CHECK_FALSE(lint("Trial service is nine (9) months.", "WORD_FIGURE_MISMATCH"));
    CHECK_FALSE(lint("Trial service is one hundred two (102) days.", "WORD_FIGURE_MISMATCH"));
}

TEST_CASE("bounds and dates that leave a gap or meet twice") {
    CHECK(lint("Those with less than 192 hours wait. Those with more than 192 hours are paid.", "GAP_AT_BOUNDARY"));
    CHECK_FALSE(lint("Those with less than 192 hours wait. Those with 192 hours are paid.", "GAP_AT_BOUNDARY"));
    CHECK(
        lint("Those hired after March 6, 2005 wait. Those hired on or after March 6, 2005 are paid.", "BOUNDARY_DATE"));
    CHECK_FALSE(lint("Those hired after March 6, 2005 wait.", "BOUNDARY_DATE"));
}

TEST_CASE("one case under two rules of a list") {
    CHECK(lint(
        "a. on the second day if the clerk is in hospital, or has 96 hours.\n\nb. on the first day if the clerk is "
        "in hospital.",
        "OVERLAPPING_CONDITIONS"));
    CHECK_FALSE(
        lint("a. on the second day if the clerk has 96 hours.\n\nb. on the first day if the clerk is in hospital.",
             "OVERLAPPING_CONDITIONS"));
    CHECK_FALSE(
        lint("a. a day of notice if the clerk is in hospital.\n\nb. two weeks of pay if the clerk is in hospital.",
             "OVERLAPPING_CONDITIONS"));
}

TEST_CASE("a list number alone in its line, a right that begins where accrual ends") {
    CHECK(lint("1. Clerks rest.\n\n2.\n\nDrivers rest twice.", "SPLIT_LIST_ITEM"));
    CHECK_FALSE(lint("1. Clerks rest.\n\n2. Drivers rest twice.", "SPLIT_LIST_ITEM"));
    CHECK(lint("Leave shall not exceed 240 hours. It is paid on the first day if the clerk has 240 hours.",
               "CAP_EQUALS_THRESHOLD"));
    CHECK_FALSE(lint("Leave shall not exceed 240 hours. It is paid on the first day if the clerk has 120 hours.",
                     "CAP_EQUALS_THRESHOLD"));
}

TEST_CASE("references") {
    CHECK(lint("The below trend rates will be used.", "MISSING_REFERENT"));
    CHECK_FALSE(lint("The below trend rates will be used. The trend is 3 percent.", "MISSING_REFERENT"));
    CHECK(lint("Employees must use paid leave. Employees must use paid leave (except on Sundays).",
               "DUPLICATE_CONTRADICTORY"));
}

TEST_CASE("what is announced below and does not follow, in a paragraph beside what changes") {
    const auto missing = [](const std::string& behind) {
        const Proposal read = proposal_test::proposal(
            "Harbor Proposal\n\n1. Article 5\n\nSection 12. The share is ~~ten~~ <ins>nine</ins>.\n\nFor it the below "
            "trend rates "
            "are used.\n\nThe cap is ~~five~~ <ins>six</ins>.\n\n" +
            behind + "2. Article 6\n\nDelete Section 13.\n");
        return std::any_of(read.operations.begin(), read.operations.end(), [](const Operation& operation) {
            return proposal_test::flagged(operation, "MISSING_REFERENT");
        });
    };
    CHECK(missing(""));
    CHECK(!missing("The trend is 6 % a year.\n\n"));
}
