// Where demands begin, and what their first lines say.
#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::proposal;
using proposal_test::told;

TEST_CASE("paragraphs that open with a place are demands beside a heading of the text") {
    const Proposal read = proposal(
        "Dear Ms. Carr:\n\nArticle 2, Section 1. Delete the words \"and later\".\n\nArticle 5, Section 3. Probation: "
        "90 working days "
        "rather than 60 calendar days.\n\nArticle 8. Replace Section 2 in its entirety with: \"Overtime is "
        "paid.\"\n\nSchedule A. To "
        "be proposed\n",
        "letter.txt");
    CHECK(told(read).starts_with(
        "delete words 2, 1 certain -and later\nsubstitute words 5, 3 inferred -60 calendar days +90 working days\n"
        "replace section 8, 2 certain +Overtime is paid.\n"));
}

TEST_CASE("the title of the document is no demand, though it is a heading among headings") {
    const Proposal read = proposal(
        "Company Proposals\n\nArticle 2, Section 1. Delete the words \"and later\".\n\nArticle 8. Delete Section "
        "2.\n\nSchedule A. To be "
        "proposed\n",
        "offer.txt");
    REQUIRE_FALSE(read.items_present.empty());
    CHECK(read.items_present.front() == "Article 2, Section 1");
    CHECK(read.title == "Company Proposals");
}

TEST_CASE("values and words behind a heading's colon are told, and no title") {
    const Proposal read = proposal(
        "Union Proposal\n\n1. Section 16.2, Uniforms: from $300 to $450 per year\n\n2. Section 21.4, Holidays: add "
        "Juneteenth & the day "
        "after Thanksgiving\n\n3. Bilingual pay: $100/mo.\n\n4. Shift Pay, Section 14.5\nSwing $1.25 -> $1.75\n",
        "offer.txt");
    REQUIRE(read.operations.size() == 4);
    CHECK(told(read.operations[0]) == "set words 16.2 inferred +from $300 to $450 per year");
    REQUIRE(read.operations[0].money.size() == 1);
    CHECK(read.operations[0].money[0].from == "300.00");
    CHECK(told(read.operations[1]) == "note obligation 21.4 inferred +add Juneteenth & the day after Thanksgiving");
    CHECK(told(read.operations[2]) == "set words  inferred +Bilingual pay: $100/mo.");
    CHECK(told(read.operations[3]) == "substitute words 14.5 inferred -$1.25 +$1.75");
}

TEST_CASE("a number in bold in front of a strike is a label") {
    CHECK(
        told(proposal(
                 "# Counter\n\n## Article 10\n\n**10.6** Strike \"later\".\n\n**10.8** ~~Shifts are long.~~ Shifts are "
                 "short.\n\nRest is ~~one~~ **two** days.\n\n## Article 11\n\nDelete 11.2.\n"))
            .find("+10.8") == std::string::npos);
}

TEST_CASE("what names a unit and a verb is no certain pledge, and a preamble without demands claims nothing") {
    const Proposal read = proposal(
        "Second Amendment\n\n1. Section 12.4 of the Lease is deleted in its entirety.\n\n2. Exhibit C to the Lease is "
        "hereby deleted and "
        "Exhibit C-1 attached hereto is substituted therefor.\n");
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[1].confidence == Confidence::inferred);
    const Proposal none =
        proposal("SUPPOSAL NO. 4\n\nIf the Union will:\n\n- move to 3.25% in year 2 (from 3.0%)\n", "what.txt");
    CHECK(none.findings.size() == 1);
    CHECK_FALSE(none.not_understood.empty());
}

TEST_CASE("an answer to the proposals of one side is the other's") {
    const std::string demands = "\n\n1. Article 9\n\nDelete 9.2.\n\n2. Article 10\n\nDelete 10.2.\n";
    CHECK(proposal("# Response to Dockers Local 31 Proposals" + demands).party == Side::company);
    CHECK(proposal("# Union Response to County Proposals" + demands).party == Side::union_side);
    CHECK(proposal("# Dockers Local 31 Proposals" + demands).party == Side::union_side);
}

TEST_CASE(
    "a verb that is no title, alone behind a place, deletes the unit, each of several; one that is stays a title") {
    const std::string read = told(proposal(
        "# Mill Proposals\n\n1. Section 3.1: Change \"low\" to \"high\".\n\n2. Article 12 Delete\n\n3. LOA 9 Delete\n\n"
        "4. Side Letters 1 and 2: Delete\n\n5. Article 31 Strikes\n"));
    CHECK(read ==
          "substitute words 3.1 certain -low +high\nrepeal article 12 inferred\nrepeal letter LOA 9 inferred\n"
          "repeal letter Side Letter 1 certain\nrepeal letter Side Letter 2 certain\n"
          "note obligation 31 inferred\n");
}
