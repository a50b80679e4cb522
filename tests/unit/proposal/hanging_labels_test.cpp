// Demands whose numbers stand in a column of their own.
#include "proposal/hanging_labels.hpp"

#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::told;

TEST_CASE("lines of plain text under numbers that hang are demands, their lines joined") {
    const Proposal read = proposal_test::proposal(
        "WATERFRONT EMPLOYERS\nMANAGEMENT PROPOSALS\n\n"
        "M-1   Section 1.26      Delete the second and third paragraphs.\n\n"
        "M-2   Section 5.41      First sentence: replace \"forty-eight\" by\n"
        "                        \"seventy-two\".\n\n"
        "M-3   Section 4.3       (TA 9/30/26) Change \"2:00\" to \"1:00\".\n\n"
        "M-4   Section 14.6      Employers maintain their proposal of 22\n"
        "                        September.\n",
        "proposal.txt");
    CHECK(read.items_present == std::vector<std::string>{"1", "2", "3", "4"});
    REQUIRE(read.operations.size() == 4);
    CHECK(told(read.operations[0]) == "delete paragraph 1.26, 2 to 3 certain");
    CHECK(told(read.operations[1]) == "substitute words 5.41, 1 certain -forty-eight +seventy-two");
    CHECK(told(read.operations[2]) == "substitute words 4.3 certain -2:00 +1:00");
    CHECK(read.operations[2].status == Status::tentatively_agreed);
    CHECK(read.operations[3].op == Op::note);
    CHECK(read.not_understood.empty());
}

TEST_CASE("rows below other words in the first column stay a table") {
    const Proposal read = proposal_test::proposal(
        "WATERFRONT PROPOSALS\n\nArticle 3 Wages\n\n"
        "Class   Rate      Proposed\n"
        "M-1     $15.00    $16.00\n"
        "M-2     $17.00    $18.00\n"
        "M-3     $19.00    $20.00\n",
        "proposal.txt");
    REQUIRE(!read.operations.empty());
    CHECK(read.operations.front().unit == Unit::table);
    CHECK(read.wage_tables.front().rows.size() == 3);
}

TEST_CASE("a first row that names its place is a demand, and no head of columns") {
    const Proposal read = proposal_test::proposal(
        "CITY OF ASHBOURNE\nCOUNTER PROPOSAL TO FIREFIGHTERS LOCAL 502\n\n"
        "Article 3    Dues         City agrees.\n"
        "Article 5    Hours        City rejects the Union's proposal to reduce\n"
        "                          the work week to 48 hours.\n"
        "Article 8    Holidays     Add Veterans Day. Delete Columbus Day.\n"
        "Article 14   Premium      Increase from 3% to 4%.\n",
        "proposal.txt");
    CHECK(read.items_present == std::vector<std::string>{"Article 3", "Article 5", "Article 8", "Article 14"});
    REQUIRE(read.operations.size() == 5);
    CHECK(read.operations[0].target.article == "3");
    CHECK(read.operations[1].status == Status::rejected);
    CHECK(read.operations[1].inserted_text.ends_with("48 hours."));
    CHECK(told(read.operations[2]) == "insert words 8 inferred +Veterans Day");
    CHECK(told(read.operations[4]) == "substitute words 14 inferred -3% +4%");
    CHECK(read.not_understood.empty());
}
