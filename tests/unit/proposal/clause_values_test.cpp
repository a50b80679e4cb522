// Values that are told, exceptions, and words that go.
#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::proposal;
using proposal_test::told;
using proposal_test::told_of_item;

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

TEST_CASE("quoted words in brackets behind a value are no value that goes") {
    for (const char* old : {"from \"nothing at all\"", "now \"reasonable time\"", "formerly the \"meal allowance\""}) {
        CAPTURE(old);
        const Proposal read =
            proposal("Offer\n\n1. Section 4: $5 per hour (" + std::string(old) + ")\n\n2. Section 5: delete.\n");
        CHECK(read.items_present == std::vector<std::string>{"1", "2"});
    }
}

TEST_CASE("“drop” in front of a place is said of a text and of a proposal, of a proposal alone where that is named") {
    const auto read = [](const std::string& words) {
        return proposal("Offer\n\n1. Article 9\n\n" + words + "\n\n2. Article 10\n\nDelete.\n").operations.at(0);
    };
    CHECK(read("Drop Section 9.2.").confidence == Confidence::ambiguous);
    CHECK(read("Drop the fees.").confidence == Confidence::ambiguous);
    CHECK(read("Drop our proposal on Section 9.2.").confidence == Confidence::certain);
    CHECK(read("The Union drops Section 9.2.").confidence == Confidence::certain);
    CHECK(read("Withdraw Section 9.2.").confidence == Confidence::certain);
}

TEST_CASE("an old value in brackets is that of what stands with the new one") {
    const auto carried = [](const std::string& text, const std::string& demand) {
        const Proposal offer =
            proposal("# Offer\n\n1. Section 1.01: " + demand + "\n\n2. Section 1.02: change \"low\" to \"high\".\n");
        const Consolidated made = carry_out(
            offer,
            {"base.md", "## ARTICLE 1 - HOURS\n\nSection 1.01. " + text + "\n\nSection 1.02. Fees are low.\n", {}},
            {.grammar = "labor-agreement"}, {});
        const std::size_t from = made.text.find("1.01. ") + 6;
        return made.text.substr(from, made.text.find('\n', from) - from);
    };
    const std::string shift = "A shift lasts 8 hours. The call-out minimum is 2 hours.";
    CHECK(carried(shift, "Overtime begins after 9 hours (from 8 hours)") == shift);
    CHECK(carried(shift, "shifts of 10 hours (now 2 hours)") == shift);
    CHECK(carried(shift, "call-out minimum of 3 hours (now 2 hours)") ==
          "A shift lasts 8 hours. The call-out minimum is 3 hours.");
    CHECK(carried(shift, "Increase the call-out minimum to 3 hours (from 2 hours)") ==
          "A shift lasts 8 hours. The call-out minimum is 3 hours.");
    // Words behind the old value that the new one has not, and another unit.
    const std::string leave = "Clerks receive two weeks of vacation after 5 years of service.";
    CHECK(carried(leave, "vacation of 3 weeks (from 5 years of service)") == leave);
    CHECK(carried("Claims are filed within 10 days.", "claims filed within 5 days (now 10 days after filing)") ==
          "Claims are filed within 10 days.");
    CHECK(carried("Claims are filed within 10 days.", "30 days (was 10 days) where the Employer agrees in writing") ==
          "Claims are filed within 10 days.");
    CHECK(carried("Claims are filed within 10 days.", "30 days (was 10 days) to file claims") ==
          "Claims are filed within 30 days.");
    CHECK(carried("The night premium is $2.25 per hour.", "night premium $2.75 per hour (from $2.25 per hour)") ==
          "The night premium is $2.75 per hour.");
}

TEST_CASE("a further value behind an arrow, and “& replace w/”, are no silent loss; a comment is no text") {
    const Proposal read = proposal(
        "Update\n\n1. Article 9, 9.1: Increase PTO 15→18 days (yrs 1–3) and 20→22 days (yrs 4+).\n\n2. Article 12: "
        "Strike \"just cause\" & "
        "replace w/ \"good cause\".\n");
    REQUIRE(read.operations.size() == 2);
    CHECK(proposal_test::flagged(read.operations[0], "WORDS_NOT_READ"));
    CHECK(told(read.operations[1]) == "substitute words 12 certain -just cause +good cause");
    const Proposal noted = proposal(
        "# ARTICLE 22\n\n22.4 {++No one works alone.++}\n\n22.5 An employee may {==refuse==}{>>see "
        "OSHA<<} unsafe work.\n\n# ARTICLE 23\n\nDelete 23.1.\n");
    REQUIRE(noted.operations.size() == 3);
    CHECK(noted.operations[1].inserted_text == "22.5 An employee may refuse unsafe work.");
}

TEST_CASE("a demand in the preamble is no claim") {
    const Proposal read = proposal(
        "SESSION NOTES\n\nSection 8.2: change \"three\" to \"five\" days.\n\n## Article 9\n\nDelete 9.2.\n\n## Article "
        "10\n\nDelete "
        "10.2.\n");
    for (const Finding& finding : read.findings) CHECK(finding.flag.code != "CLAIM");
}

TEST_CASE("what goes or rises from one value to another is a substitution") {
    CHECK(told_of_item("The deductible goes from $500/$1,000 to $750/$1,500.")
              .starts_with("substitute words 5, 12 inferred -$500/$1,000 +$750/$1,500\n"));
    CHECK(told_of_item("The rate rises from $1.10 to $1.40.")
              .starts_with("substitute words 5, 12 inferred -$1.10 +$1.40\n"));
    CHECK(told_of_item("$18.00 becomes $24.00.").starts_with("substitute words 5, 12 inferred -$18.00 +$24.00\n"));
}

TEST_CASE("an employee who goes to work asks for nothing") {
    const std::string said = told_of_item("An employee who goes to work on 3 days is paid.");
    CHECK(said.starts_with("restate"));
}

TEST_CASE("a unit that becomes another number is renumbered") {
    CHECK(told_of_item("Delete paragraphs 2 and 4; paragraph 5 becomes paragraph 2.")
              .starts_with("delete paragraph 5, 12, 2 certain\ndelete paragraph 5, 12, 4 certain\n"
                           "renumber paragraph 5, 12, 5 certain -5 +2\n"));
}

TEST_CASE("values beside a table are told, too") {
    const Proposal read = proposal(
        "Settlement\n\n1. Article 5, Salary\n\n| Rank | Current | 9/1/26 |\n|---|---|---|\n| Lecturer | $58,000 | "
        "$60,900 "
        "|\n\nOthers receive raises of 5% on 9/1/26 and 4% on 9/1/27.\n\n2. Article 6\n\nDelete \"x\".\n");
    REQUIRE(read.operations.size() == 3);
    CHECK(told(read.operations[1]) == "set words 5 inferred +Others receive raises of 5% on 9/1/26 and 4% on 9/1/27.");
}

TEST_CASE("a value that rises twice is two steps, the first from its day") {
    const Proposal read = proposal(
        "# Mill Proposals\n\n1. Article 9 Insurance\n\nThe weavers' share increases from 9.0% to 9.5% on January 1, "
        "2031 "
        "and to 10.0% on January 1, 2032.\n\n2. Section 3.1: Change \"low\" to \"high\".\n");
    CHECK(told(read) ==
          "substitute words 9 inferred -9.0% +9.5%\nset words 9 inferred +to 10.0% on January 1, 2032\n"
          "substitute words 3.1 certain -low +high\n");
    REQUIRE(!read.operations.empty());
    CHECK(read.operations[0].condition == "on January 1, 2031");
}

TEST_CASE("a place and what its value becomes, without a verb; numbers in words leave their unit to the second") {
    CHECK(told_of_item("Step 2: change \"Chief\" to \"Director\". Step 3: from ten to fifteen days.") ==
          "substitute words 5, 12, Step 2 certain -Chief +Director\n"
          "substitute words 5, 12, Step 3 inferred -ten +fifteen\n"
          "delete sentence 6, 13, last certain\n");
    CHECK(told_of_item("Step 3: from Harbor to Mill.").find("substitute") == std::string::npos);
}

TEST_CASE("names without quotes: one that takes the place of another, and one with an abbreviation") {
    CHECK(told_of_item("Founders' Day is replaced by Juneteenth.")
              .starts_with("substitute words 5, 12 inferred -Founders' Day +Juneteenth\n"));
    CHECK(told_of_item("Add Juneteenth and Martin Luther King Jr. Day.")
              .starts_with("insert words 5, 12 inferred +Juneteenth and Martin Luther King Jr. Day\n"));
    CHECK(told_of_item("The rule is replaced by custom.").find("substitute") == std::string::npos);
}

TEST_CASE("a section printed with a value alone tells it, and a withdrawal behind a semicolon is told") {
    CHECK(told(proposal("# Mill Proposals\n\n1. Article 4\n\nSection 13 – $0.60.\n\n2. Section 3.1: Change \"low\" to "
                        "\"high\".\n"))
              .starts_with("set words 4, 13 inferred"));
    const Proposal read = proposal(
        "# Mill Proposals\n\n1. Article VI: hold Section 6.1; the proposal on looms is withdrawn.\n\n2. Section 3.1: "
        "Change \"low\" to \"high\".\n");
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[0].op == Op::note);
    CHECK(read.operations[0].status == Status::withdrawn);
    CHECK(read.operations[0].confidence == Confidence::inferred);
}

TEST_CASE("a sentence is known by its first words: it is where something is asked, or goes whole") {
    CHECK(told_of_item("In the sentence beginning “Looms run”, replace “ten” with “nine”.")
              .starts_with("substitute words 5, 12, beginning “Looms run” certain -ten +nine\n"));
    CHECK(told_of_item("Strike the sentence that begins with “Looms run”.")
              .starts_with("delete sentence 5, 12, beginning “Looms run” certain\n"));
}

TEST_CASE("what follows when a value changes is no change of the value") {
    CHECK(told_of_item("When the rate of $18.00 becomes $24.00, the differential in Section 7.2 ends.")
              .starts_with("restate"));
    CHECK(told_of_item("Effective July 1, 2027, the rate goes from $18.00 to $24.00.").starts_with("substitute"));
    CHECK(told_of_item("$18.00 becomes $24.00, effective July 1, 2027.").starts_with("substitute"));
}
