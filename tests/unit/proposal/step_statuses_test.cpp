// Statuses among the blocks of items.
#include <doctest/doctest.h>

#include "proposal/step_reader.hpp"
#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::proposal;
using proposal_test::told_of_item;

namespace {

/// "12.1 TA 2026-04-02", an operation or row of the ledger each.
std::string statuses(const std::string& text, bool ledger = false) {
    const Proposal read = proposal_test::proposal(text);
    std::string out;
    const auto place = [](const Target& target) { return target.section.empty() ? target.article : target.section; };
    if (ledger)
        for (const TentativeAgreement& row : read.ledger) out += place(row.target) + " " + row.date + "; ";
    else
        for (const Operation& one : read.operations)
            out += place(one.target) + " " + std::string(status_name(one.status)) +
                   (one.status_date.empty() ? "" : " " + one.status_date) + "; ";
    return out;
}

constexpr const char* packet =
    "# Tentative Agreements\n\n## ARTICLE 7 – HOURS\n\n7.3 A shift is ~~ten~~ <ins>nine</ins> hours.\n\n7.4 Rest is "
    "~~ten~~ <ins>nine</ins> minutes.\n\nTentative agreement reached: 3/12/2026\n\n## ARTICLE 8 – LEAVE\n\n8.1 Leave "
    "is "
    "~~ten~~ <ins>nine</ins> days.\n\n8.2 No change.\n\nTA: 4/2/26   District: RA   Union: TQ\n\n## ARTICLE 9 – "
    "PAY\n\nThe District's last proposal is below. This article is NOT tentatively agreed.\n\n9.1 Pay is ~~ten~~ "
    "<ins>nine</ins> dollars.\n";

}  // namespace

TEST_CASE("one line of agreement dates all of an article that the title agrees; what stays is not agreed by it") {
    CHECK(statuses(packet) ==
          "7.3 TA 2026-03-12; 7.4 TA 2026-03-12; 8.1 TA 2026-04-02; 8.2 current; 9 open; 9.1 open; ");
    CHECK(statuses(packet, true) == "7 2026-03-12; 8 2026-04-02; ");
}

TEST_CASE("several statuses in a row, and one in front of what is still asked for") {
    const std::string opens = "# Hospital Response\n\n## Article 14 – Grievances\n\n";
    CHECK(statuses(opens + "14.1–14.2 TA'd; 14.4 open\n") == "14.1 TA; 14.2 TA; 14.4 open; ");
    CHECK(statuses(opens + "14.1 TA (6/30/26). Article 15 TA (6/30/26) Section 16.2 TA (7/8/26).\n") ==
          "14.1 TA 2026-06-30; 15 TA 2026-06-30; 16.2 TA 2026-07-08; ");
    CHECK(statuses(opens + "TA'd 7/15/26, but change “ten” to “nine”.\n") == "14 TA 2026-07-15; 14 open; ");
    CHECK(statuses(opens + "Agreed 5/3/26\n") == "14 TA 2026-05-03; ");
    CHECK(statuses(opens + "Agreed.\n") == "14 open; ");
}

TEST_CASE("units that a mark of agreement leaves out stay open, and nothing else does") {
    const std::string opens = "# Hospital Response\n\n";
    const auto of_article = [&](const std::string& line) {
        return statuses(opens + "## Article 14 – Grievances\n\n" + line);
    };
    CHECK(of_article("TA (except §14.5)\n") == "14 TA; 14.5 open; ");
    CHECK(of_article("TA 5/6/26, except 14.3 and 14.5\n") == "14 TA 2026-05-06; 14.3 open; 14.5 open; ");
    CHECK(of_article("TA 5/6/26 except 14.2\n\n14.1 A shift is ~~ten~~ **nine** hours.\n\n14.2 Rest is ~~ten~~ "
                     "**nine** minutes.\n") == "14 TA 2026-05-06; 14.1 TA 2026-05-06; 14.2 open; ");
    // What is left out is no unit by its number: not settled.
    const Proposal part = proposal(opens + "## Article 14 – Grievances\n\nTA 5/6/26 except the cap\n");
    REQUIRE(part.operations.size() == 1);
    CHECK(part.operations[0].confidence == Confidence::ambiguous);
}

TEST_CASE("an acceptance leaves out units, or rests on a condition") {
    const auto read = [](const std::string& line) {
        return proposal("Hospital Response\n\n1. " + line + "\n\n2. Article 30. Parking\n\nDelete Section 30.4.\n");
    };
    const Proposal except = read("The Hospital accepts Article 14, except Section 14.4.");
    REQUIRE(except.operations.size() == 3);
    CHECK(except.operations[0].acceptance);
    CHECK(except.operations[0].confidence == Confidence::certain);
    REQUIRE(except.operations[0].excepted.size() == 1);
    CHECK(except.operations[0].excepted[0].section == "14.4");
    CHECK(except.operations[1].target.section == "14.4");
    CHECK_FALSE(except.operations[1].acceptance);
    CHECK(proposal_test::flagged(except.operations[1], "EXCEPTED_UNIT"));
    const Proposal upon = read("The Hospital agrees to Section 14.2 if the Guild withdraws Section 14.6.");
    REQUIRE(upon.operations.size() == 2);
    CHECK(upon.operations[0].acceptance);
    CHECK(upon.operations[0].target.section == "14.2");
    CHECK(upon.operations[0].condition == "if the Guild withdraws Section 14.6");
    const Proposal in_front = read("Article 14. If the Guild drops 14.9, the Hospital will agree to 14.3 as proposed.");
    REQUIRE(in_front.operations.size() == 2);
    CHECK(in_front.operations[0].acceptance);
    CHECK(in_front.operations[0].target.section == "14.3");
    CHECK(in_front.operations[0].condition == "If the Guild drops 14.9");
    const Proposal provided = read("Article 14, Rest – Accept, provided breaks are unpaid.");
    REQUIRE(provided.operations.size() == 2);
    CHECK(provided.operations[0].acceptance);
    CHECK(provided.operations[0].condition == "provided breaks are unpaid");
}

TEST_CASE("what one side accepts is agreed by no date behind it, which may be that of the offer") {
    const std::string opens = "# Hospital Response\n\n## Article 14 – Grievances\n\n";
    CHECK(statuses(opens + "Agreed to 14.1 on May 4, 2026\n") == "14.1 TA 2026-05-04; ");
    CHECK(statuses(opens + "Agreement on the first paragraph (5/4/26).\n") == "14 TA 2026-05-04; ");
    for (const char* accepts : {"Accept Section 14.1 (5/4/26)", "The Hospital agrees to 14.1 (5/4/26).",
                                "Accept the first paragraph (5/4/26)."}) {
        CAPTURE(accepts);
        const Proposal read = proposal_test::proposal(opens + accepts + "\n");
        REQUIRE(read.operations.size() == 1);
        CHECK(read.operations[0].status == Status::open);
        CHECK(proposal_test::flagged(read.operations[0], "ACCEPTS_OTHER_PROPOSAL"));
        CHECK(read.ledger.empty());
    }
}

TEST_CASE("a proposal is held where the line ends with it or tells its day; an offer that employees get is text") {
    const std::string opens = "# Hospital Response\n\n## Article 14 – Grievances\n\n";
    CHECK(statuses(opens + "The Guild maintains its proposal of May 4.\n") == "14 held; ");
    CHECK(statuses(opens + "The Guild maintains its proposal.\n") == "14 held; ");
    const Proposal read = proposal_test::proposal(opens + "The Hospital renews its offer of insurance each year.\n");
    REQUIRE(read.operations.size() == 1);
    CHECK(read.operations[0].confidence == Confidence::ambiguous);
}

TEST_CASE("what is withdrawn and what is asked for instead") {
    const std::string opens = "# Hospital Response\n\n## Article 12 – Leaves\n\n";
    CHECK(statuses(opens + "Guild withdraws 12.4; 12.6 change “ten” to “nine”.\n") == "12.4 withdrawn; 12.6 open; ");
    CHECK(statuses(opens +
                   "The Hospital withdraws its proposal to delete Section 3 and proposes to amend it by adding “in "
                   "writing” after “notice”.\n") == "3 withdrawn; 3 open; ");
}

TEST_CASE("what is accepted in its place with a mark, and what a mark excepts") {
    const std::string opens = "# Hospital Response\n\n## Article 15 – Leaves\n\n";
    CHECK(statuses(opens +
                   "Hospital accepts five days in 15.2 (TA 6/1/26); rejects the addition of cousins in 15.3.\n") ==
          "15.2 TA 2026-06-01; 15.3 rejected; ");
    CHECK(statuses(opens + "TA'd 6/1/26, except 15.7, which the Hospital withdraws.\n") ==
          "15 TA 2026-06-01; 15.7 withdrawn; ");
}

TEST_CASE("a caption over the parts of a section asks for nothing") {
    CHECK(
        statuses("# Guild Proposal\n\n## Article 7 – Hours\n\n**7.4 Standby**\n\n7.4.1 Pay is ~~ten~~ <ins>nine</ins> "
                 "dollars.\n") == "7.4.1 open; ");
}

TEST_CASE("sheets of agreement that tell their article and day in a line") {
    const std::string sheets =
        "# TA Sheet\n\n**Item:** Article 22 – Transfers\n**Date:** 6/10/2026\n\n22.1 Posts hang ~~five~~ "
        "<ins>ten</ins> "
        "days.\n\n# TA Sheet\n\n**Item:** Article 25 – Safety\n**Date:** 6/24/2026\n\n25.2 It meets ~~twice~~ "
        "<ins>monthly</ins>.\n";
    CHECK(statuses(sheets) == "22.1 TA 2026-06-10; 25.2 TA 2026-06-24; ");
    CHECK(statuses(sheets, true) == "22 2026-06-10; 25 2026-06-24; ");
}

TEST_CASE("a status behind a caption, in an item under the one heading in capitals") {
    const Proposal read = proposal_test::proposal(
        "UNIVERSITY PROPOSAL: ARTICLE 11 - SAFETY\nDate: 3/17/26    Time: "
        "3:40 "
        "pm\n\n11.3 Gloves. Current language.\n\n11.4 Add: \"Masks are free.\"\n",
        "offer.txt");
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[0].status == Status::current);
    CHECK(read.operations[1].target.article == "11");
}

TEST_CASE("a paragraph of very many statuses is read without going deeper with each") {
    std::string row;
    for (int i = 0; i < 50'000; ++i) row += "Hospital accepts five days in 15.2 (TA 6/1/26); ";
    CHECK_FALSE(statuses("# Hospital Response\n\n## Article 15 – Leaves\n\n" + row + "\n").empty());
}

TEST_CASE("a line to sign that nobody has signed agrees to nothing") {
    const Proposal read = proposal(
        "Settlement\n\n1. Article 5\n\nDelete \"x\".\n\nTA: ______ (City)  ______ (Union)  Date "
        "______\n\n2. Article 6\n\nDelete \"y\".\n");
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[0].status == Status::open);
    CHECK(read.ledger.empty());
}

TEST_CASE("an answer that agrees to what it prints below is an agreement") {
    const Proposal read = proposal(
        "COUNTY COUNTER-PROPOSAL\n\nDate: 6/11/2026\n\nUNION PROPOSAL #1 (Art. 11, Pay)\n\nCounty response: "
        "Rejected.\n\n"
        "UNION PROPOSAL #2 (Art. 15, Nights)\n\nCounty response: TA'd 6/11/2026 as modified:\n\n15.1 The rate is "
        "$1.35.\n",
        "offer.txt");
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[0].status == Status::rejected);
    CHECK(read.operations[1].status == Status::tentatively_agreed);
    CHECK(read.operations[1].status_date == "2026-06-11");
    CHECK(read.ledger.size() == 1);
}

TEST_CASE("what the parties agreed of several sections is not agreed of the others") {
    const Proposal read = proposal(
        "Union counter, 7/9/26\n\nArticle 9 – Delete \"x\".\n\nArticle 12 – The parties TA'd Sections 12.1 and 12.5 on "
        "6/24/26. Open: 12.3.\n\n12.3 – Delete \"y\".\n");
    REQUIRE(read.operations.size() == 4);
    CHECK(read.operations[1].status == Status::tentatively_agreed);
    CHECK(read.operations[2].target.section == "12.5");
    CHECK(read.operations[3].status == Status::open);
}

TEST_CASE("what stays of one section is not said of the next") {
    const Proposal read = proposal(
        "DISTRICT PROPOSAL\n\n14.1 Routes\n\n14.1.1 [No change.]\n\n14.1.2 Trips are given [by rotation] BY "
        "SENIORITY.\n",
        "offer.txt");
    bool changes = false;
    for (const Operation& operation : read.operations)
        changes = changes || (operation.target.section == "14.1.2" && operation.struck_text == "by rotation" &&
                              operation.status == Status::open);
    CHECK(changes);
}

TEST_CASE("a counter with its text in quotes is asked for, and what it answers rejected") {
    CHECK(told_of_item("Company rejects and counters: \"Notice is sixty days.\"") ==
          "note obligation 5, 12 certain +Company rejects\n"
          "replace paragraph 5, 12 inferred +Notice is sixty days.\ndelete sentence 6, 13, last certain\n");
}

TEST_CASE("a preamble that offers all as a package makes it one") {
    const Proposal read = proposal(
        "District Proposal\n\nAll of the following is offered as a package.\n\n1. Article "
        "5\n\nDelete \"x\".\n\n2. Article 6\n\nDelete \"y\".\n");
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[0].status == Status::package);
}

TEST_CASE("a preamble that offers no package, or a part as one, makes none of all") {
    for (const std::string said :
         {"This proposal is not offered as a package.", "Nothing below is a package; no item hangs on another.",
          "Article 5 and Article 9 are offered as a package.", "It may be accepted unless offered as a package."}) {
        const Proposal read = proposal("District Proposal\n\n" + said + "\n\n1. Article 5\n\nDelete \"x\".\n");
        REQUIRE(read.operations.size() == 1);
        CHECK_MESSAGE(read.operations[0].status == Status::open, said);
    }
}

TEST_CASE("an exception from what stays is none from what is agreed") {
    const Proposal read = proposal(
        "Offer\n\n1. Article 7 – Holidays: Status quo, except delete Columbus Day.\n\n2. Article "
        "8\n\nDelete \"x\".\n");
    for (const Operation& operation : read.operations)
        for (const OperationReading& reading : operation.readings)
            CHECK(reading.text.find("agreed") == std::string::npos);
}

TEST_CASE("what is said of a section behind its caption, of several by their numbers, and at a heading's end") {
    const std::string opens =
        "# Guild Counterproposal\n\n## Article 9 – Stipends\n\n§9.1 The least stipend is $900.\n\n";
    CHECK(statuses(opens + "§9.3 Summer stipends — GWU withdraws this section.\n") == "9.1 open; 9.3 withdrawn; ");
    CHECK(statuses(opens + "9.3 Overtime. Guild holds on its proposal of 3/12/26.\n") ==
          "9.1 open; 9.3 held 2026-03-12; ");
    CHECK(statuses(opens + "Sections 9.4, 9.5 and 9.7: Guild drops.\n") ==
          "9.1 open; 9.4 withdrawn; 9.5 withdrawn; 9.7 withdrawn; ");
    CHECK(statuses("# Guild Counterproposal\n\nARTICLE 9 – DISCIPLINE     T/A 3/31/26\n\nARTICLE 10 – LEAVE\n\nDelete "
                   "Section 10.2.\n") == "9 TA 2026-03-31; 10.2 open; ");
    for (const char* title : {"DISCIPLINE – NOT TA 3/31/26", "Leave – the Employer proposed a TA 3/31/26",
                              "Leave – Union rejects the TA 3/31/26"})
        CHECK(statuses("# Guild Counterproposal\n\nARTICLE 9 – " + std::string(title) +
                       "\n\nDelete Section 9.2.\n\nARTICLE 10 – "
                       "LEAVE\n\nDelete Section 10.2.\n")
                  .find("TA") == std::string::npos);
}

TEST_CASE("a mark behind a quotation leaves the change in front of it a change") {
    const Proposal read = proposal(
        "# Hospital Proposal\n\nApril 9, 2026\n\n1. 3.2: Change \"one\" to \"two\" (package).\n\n2. 4.2: Change "
        "\"one\" "
        "to \"four\" (TA 3/3/26).\n\n3. 4.3: Delete \"five\". TA 3/3/26.\n\n4. 4.4: Delete (TA 3/3/26).\n\n5. 4.5: "
        "Change \"six\" to \"ten\" (reopened).\n");
    CHECK(proposal_test::told(read) ==
          "substitute words 3.2 certain -one +two\nsubstitute words 4.2 certain -one +four\ndelete words 4.3 certain "
          "-five\nrepeal section 4.4 certain\nsubstitute words 4.5 certain -six +ten\n");
    CHECK(read.operations[0].status == Status::package);
    CHECK(read.operations[1].status == Status::tentatively_agreed);
    CHECK(read.operations[2].status == Status::tentatively_agreed);
    CHECK(read.operations[3].status == Status::tentatively_agreed);
    CHECK(read.operations[4].status == Status::open);
}

TEST_CASE("what is supposed to be withdrawn is not withdrawn") {
    const Proposal read = proposal(
        "# Hospital Proposal\n\nApril 9, 2026\n\n1. 2.3: Agreed. TA 4/9/26, provided that the Hospital withdraws its "
        "proposal on parking.\n\n2. Section 2.5. The Union withdraws its proposal on lockers, provided that the "
        "Hospital "
        "withdraws its proposal on parking.\n");
    for (const Operation& one : read.operations)
        CHECK((one.status != Status::withdrawn || one.confidence == Confidence::ambiguous));
}

TEST_CASE("the only demand of a proposal may be its own instruction, and a package is an offer") {
    const Proposal sole = proposal("# Hospital Proposal No. 4\n\nMay 2, 2026\n\n1. Delete Section 5.2.\n");
    CHECK(proposal_test::told(sole) == "repeal section 5.2 certain\n");
    const Proposal package = proposal(
        "RIVERBEND HOSPITAL\n\n# Final Package\n\nApril 9, 2026\n\n1. 3.2: Change \"one\" to \"two\".\n\n2. 3.3: "
        "Change "
        "\"two\" to \"three\".\n");
    CHECK(package.party == Side::company);
    CHECK(package.title == "Final Package");
}
