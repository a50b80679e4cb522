// Proposals on forms: a caption and a value a line.
#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::proposal;
using proposal_test::told;

TEST_CASE("forms are demands by their numbers, of the article that a line names, and their last text is no signature") {
    const std::string form =
        "PROPOSAL #: U-14 (Revised)\n\nARTICLE: 19 – Grievances\n\nDATE: 06/11/2026\n\nPROPOSED BY: Union\n\nCURRENT "
        "LANGUAGE:\n\n19.3 Files are sent within ten days.\n\nPROPOSED LANGUAGE:\n\n19.3 Files are sent within nine "
        "days.\n\n"
        "MANAGEMENT RESPONSE: [ ] Accept [X] Counter\n\nPROPOSAL #: U-15\n\nARTICLE: 22 – Layoff\n\nDATE: "
        "06/11/2026\n\nPROPOSED BY: Union\n\nCURRENT LANGUAGE:\n\nNone.\n\nPROPOSED LANGUAGE:\n\nClerks who interpret "
        "shall "
        "receive $1.00 per hour.\n";
    const Proposal read = proposal(form, "form.txt");
    CHECK(read.items_present == std::vector<std::string>{"14", "15"});
    CHECK(told(read) ==
          "substitute words 19, 19.3, 1, 1 certain -ten +nine\n"
          "insert paragraph 22, 1 certain +Clerks who interpret shall receive $1.00 per hour.\n");
    REQUIRE(read.not_understood.size() == 1);
    CHECK(read.not_understood.front().text.starts_with("MANAGEMENT RESPONSE"));
}

TEST_CASE("lines of forms: what asks is no line of a form, and what stands below one in its paragraph is read") {
    const Proposal read = proposal(
        "Mill Proposals\n\nProposal 1\n\nARTICLE: 3\nDATE: 06/11/2026\nChange \"two\" to \"three\" in Section 3.1.\n\n"
        "Proposal 2\n\nSECTION: 5.2 is amended to read: \"Looms rest.\"\n\n"
        "Proposal 3\n\nARTICLE: 9 Duration\n\nEXPIRATION: June 30, 2029\n\nProposal 4\n\nARTICLE: 10\n\nNOTICE TO: "
        "Union\n");
    CHECK(told(read) ==
          "substitute words 3, 3.1 certain -two +three\n"
          "note obligation  inferred +SECTION: 5.2 is amended to read: \"Looms rest.\"\n"
          "note obligation 9 inferred +EXPIRATION: June 30, 2029\n"
          "note obligation  inferred +NOTICE TO: Union\n");
    CHECK(told(proposal("# Mill Proposals\n\n1. Article 9 Duration\n\nEXPIRATION: June 30, 2029\n\n2. Article 4\n\n"
                        "Delete Section 4.2.\n"))
              .starts_with("set date 9 inferred +EXPIRATION: June 30, 2029\n"));
    REQUIRE(read.findings.size() == 1);
    CHECK(read.findings.front().flag.code == "CONTEXT");
    CHECK(read.findings.front().flag.text == "DATE: 06/11/2026");
}

TEST_CASE("a title below an announcement is the text that is asked for, and no heading over the demands behind it") {
    CHECK(told(proposal("# Mill Proposals\n\n1. Section 2.1: Replace the text with:\n\nNO STRIKES OR LOCKOUTS\n\n"
                        "2. Section 2.3: Add:\n\n**Ear Guards**\n\n3. Section 3.1: Change \"low\" to \"high\".\n")) ==
          "replace paragraph 2.1 certain +NO STRIKES OR LOCKOUTS\n"
          "insert paragraph 2.3 inferred +Ear Guards\n"
          "substitute words 3.1 certain -low +high\n");
}

TEST_CASE("a blank that leaves a sum open is no line to sign on") {
    const std::string above =
        "# Mill Proposals\n\n1. Section 1.1: Change \"two\" to \"three\".\n\n2. Article 2 Wages\n\n";
    const std::string asked = told(proposal(above + "Add: a boot allowance of ____ dollars each year\n"));
    CHECK(asked.find("+a boot allowance of ____ dollars each year") != std::string::npos);
    const Proposal signed_below = proposal(above + "Delete Section 2.2.\n\nDate: ____\n\n________ Rosa Quill\n");
    CHECK(told(signed_below) == "substitute words 1.1 certain -two +three\nrepeal section 2, 2.2 certain\n");
    CHECK(signed_below.not_understood.empty());
}

TEST_CASE("text that was announced is no reservation, nor is one that is about another offer than this") {
    const std::string above = "# Mill Proposals\n\n1. Article 2\n\nAdd new Section 2.4:\n\n";
    CHECK(told(proposal(above + "The Employer reserves the right to rescind an offer of employment.\n")) ==
          "insert section 2, 2.4 certain +The Employer reserves the right to rescind an offer of employment.\n");
    CHECK(told(proposal("# Mill Proposals\n\n1. Article 2\n\nDelete Section 2.2.\n\n"
                        "The Union reserves the right to amend its proposals.\n")) ==
          "repeal section 2, 2.2 certain\n"
          "note obligation  certain +The Union reserves the right to amend its proposals.\n");
}

TEST_CASE("a caption in capitals behind what is proposed is told as not understood where it is none of a form") {
    const Proposal read = proposal(
        "# Mill Proposals\n\n1. Section 2.1\n\nCURRENT LANGUAGE:\n\nNo loom stops.\n\nPROPOSED LANGUAGE:\n\n"
        "No spindle stops.\n\nPENALTY: A fine of $500 is due for each day.\n\n2. Section 3.1: Change \"low\" to "
        "\"high\".\n");
    REQUIRE(read.not_understood.size() == 1);
    CHECK(read.not_understood.front().text.starts_with("PENALTY"));
}

TEST_CASE("the second of two letters is named too") {
    CHECK(
        told(proposal("# Mill Proposals\n\n1. Letters of Agreement A and B: Delete.\n\n2. Delete Exhibits C and D.\n\n"
                      "3. Delete Letters of Agreement A and F.\n\n4. Section 3.1: Change \"low\" to \"high\".\n")) ==
        "repeal letter Letter of Agreement A certain\nrepeal letter Letter of Agreement B certain\n"
        "repeal letter Exhibit C certain\nrepeal letter Exhibit D certain\n"
        "repeal letter Letter of Agreement A certain\nrepeal letter Letter of Agreement F certain\n"
        "substitute words 3.1 certain -low +high\n");
}

TEST_CASE("a form of very many lines is read line by line, however many there are") {
    std::string form = "Offer\n\n1. Article 5 - Leave\n\n";
    for (int i = 0; i < 100'000; ++i) form += "ARTICLE: 5\n";
    const Proposal read = proposal(form + "\nDelete Section 5.2.\n\n2. Article 6\n\nDelete Section 6.1.\n");
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[0].target.section == "5.2");
}
