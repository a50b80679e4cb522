// Values that are told, exceptions, and words that go.
#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::proposal;
using proposal_test::told;

TEST_CASE("a value in brackets behind another is the one that goes") {
    const Proposal read = proposal(
        "Offer\n\n1. Article 8\n\n$2.75 per hour (from $2.25) effective 1/1/27\n\n2. Article 9\n\nLead pay is $8.50 "
        "(now $7.50); dive pay $11.00 (now $10.00).\n\n3. Article 10\n\nDrop \"reasonable\".\n");
    CHECK(told(read) ==
          "substitute words 8 inferred -$2.25 +$2.75\nsubstitute words 9 inferred -$7.50 +$8.50\n"
          "substitute words 9 inferred -$10.00 +$11.00\ndelete words 10 certain -reasonable\n");
    REQUIRE(read.operations[0].money.size() == 1);
    CHECK(read.operations[0].money[0].from == "2.25");
}

TEST_CASE("an exception that tells a value is asked for beside what stays") {
    CHECK(proposal_test::told_of_item("CCL except that the maximum is 400 hours.")
              .starts_with("note obligation 5, 12 certain +CCL\nset words 5, 12 inferred +the maximum is 400 hours\n"));
    CHECK(proposal_test::told_of_item("Agreed as proposed by the Union on May 7, 2026.")
              .starts_with("note obligation 5, 12 certain +Agreed as proposed"));
    CHECK(proposal_test::told_of_item("The Association holds on its proposal of 7/8.")
              .starts_with("note obligation 5, 12 certain"));
}

TEST_CASE("words that come after each place of others have those for their anchor") {
    const Proposal read = proposal(
        "Amendment\n\n1. Section 11\n\nThe words \"and its Affiliates\" are inserted after each occurrence of "
        "\"Client\" "
        "in Section 11.\n\n2. Section 3.2\n\nSection 3.2 of the MSA is deleted in its entirety and replaced with the "
        "following:\n\n\"3.2 Fees are due.\"\n");
    REQUIRE(read.operations.size() == 2);
    CHECK(told(read.operations[0]) == "insert words 11 certain +and its Affiliates");
    CHECK(read.operations[0].anchor_words == "Client");
    CHECK(read.operations[0].occurrence == Occurrence::each);
    CHECK(told(read.operations[1]) == "replace section 3.2 certain +3.2 Fees are due.");
}

TEST_CASE("under a what-if nothing is withdrawn, and what stands in brackets may be a remark") {
    const Proposal read = proposal(
        "Mill and Weavers\n\nWHAT-IF – off the record\n\n1. Article 8.4 – pay $2.50/hr. (from $2.00/hr.)\n\n2. "
        "Withdraw its "
        "proposals 6 and 9\n",
        "offer.txt");
    for (const Operation& one : read.operations) CHECK(one.status == Status::supposal);
    const Proposal noted = proposal(
        "Counter\n\n## Article 12\n\n12.2 Up to **four** ~~three~~ days. **[Mill moves one day]**\n\n## Article "
        "13\n\nDelete 13.2.\n");
    REQUIRE(noted.operations.size() == 3);
    CHECK(noted.operations[1].confidence == Confidence::ambiguous);
}

TEST_CASE("marks in the rows of a table are told with the table") {
    const Proposal read = proposal(
        "# Counter\n\n## Article 9\n\n9.1 Credits are as follows:\n\n| Rank | Credits |\n|---|---|\n| Lecturer | "
        "~~30~~ **27** |\n| "
        "Professor | 21 |\n\n## Article 10\n\n10.1 Rest is ~~one~~ **two** days.\n");
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[0].unit == Unit::table);
    CHECK(read.operations[0].struck_text == "30");
    CHECK(read.operations[0].inserted_text == "27");
}

TEST_CASE("a value goes on behind the comma of its date, and “drop” alone is said of two things") {
    const Proposal read = proposal(
        "Offer\n\n1. Article 9\n\nIncrease the multiplier to $62 for service after January 1, 2027.\n\n2. Article "
        "28\n\nDrop.\n");
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[0].inserted_text == "the multiplier to $62 for service after January 1, 2027");
    CHECK_FALSE(proposal_test::flagged(read.operations[0], "WORDS_NOT_READ"));
    CHECK(read.operations[1].confidence == Confidence::ambiguous);
    CHECK(read.operations[1].status == Status::withdrawn);
}
