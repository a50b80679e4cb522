// Habits of drafting in other countries, and lines that no habit explains: asked for, or told, and never lost.
#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::flagged;
using proposal_test::proposal;
using proposal_test::told;

namespace {

/// A guess, with the flag that says why.
bool is_inferred_with(const Operation& operation, const char* code) {
    return operation.confidence == Confidence::inferred && flagged(operation, code);
}

}  // namespace

TEST_CASE("British instructions: substitute for, leave out, sub-paragraphs, clauses of the agreement itself") {
    CHECK(told(proposal(
              "Staff Side Claim\n\n1. Leave\n\nClause 9.2: for \"27 days\" substitute \"30 days\"; for \"a week\" "
              "substitute \"ten days\".\n\nClause 9.4 – the third sub-paragraph to be deleted.\n\n2. Sickness\n\n"
              "Leave out clause 11.5 and insert:\n\n11.5 Full pay is paid for six months.\n\n3. Clause 14 "
              "(Redeployment): no amendment sought.\n")) ==
          "substitute words 9.2 certain -27 days +30 days\n"
          "substitute words 9.2 certain -a week +ten days\n"
          "delete paragraph 9.4, 3 certain\n"
          "replace section 11.5 certain +11.5 Full pay is paid for six months.\n"
          "note obligation 14 certain\n");
    CHECK(told(proposal(
              "Offer\n\n1. Article 4\n\nSection 4.1 is worded as follows: \"Weeks begin on Monday.\"\n\n2. Article "
              "5\n\nSection 5.1 becomes 5.2.\n")) ==
          "replace section 4, 4.1 certain +Weeks begin on Monday.\nrenumber section 5, 5.1 certain -5.1 +5.2\n");
}

TEST_CASE("a lone number with an instruction is no heading") {
    CHECK(told(proposal("# Proposal\n\n1. Delete Section 5.4.\n")) == "repeal section 5.4 certain\n");
}

TEST_CASE("places of one kind with two numbers are two places, and the second may have a verb of its own") {
    CHECK(told(proposal(
                   "Proposals\n\n1. Article 9\n\nDelete the last sentence of 9.4 and the first paragraph of 9.5.\n\n2. "
                   "Article 10\n\nDelete \"y\".\n"))
              .starts_with("delete sentence 9, 9.4, last certain\ndelete paragraph 9, 9.5, 1 certain\n"));
    const std::string both = told(
        proposal("Proposals\n\n1. Section 12.15\n\nSubsection (1)(c) is repealed, and subsections (1)(d) and (e) are "
                 "redesignated as (1)(c) and (d).\n\n2. Article 13\n\nDelete \"y\".\n"));
    CHECK(both.starts_with("delete paragraph 12.15, (1)(c) certain\nrenumber"));
    CHECK(both.find("delete paragraph 12.15, (1)(d)") == std::string::npos);
    CHECK(both.find("(1)(d) certain -(1)(d) +(1)(c)\n") != std::string::npos);
    CHECK(both.find("(1)(e) certain -(1)(e) +(1)(d)\n") != std::string::npos);
}

TEST_CASE("what may ask for something is never taken for context") {
    const Proposal places = proposal(
        "Memorandum\n\n1. Economics\n\nArticle VIII, Section 6: change \"ten\" to \"nine\".\n\nArticle XIV "
        "(Apprentices): Ratio "
        "1:3, was 1:4.\n\n2. Article 20\n\nDelete \"y\".\n");
    REQUIRE(places.operations.size() == 3);
    CHECK(places.operations[1].op == Op::restate);
    CHECK(places.operations[1].target.article == "XIV");
    CHECK(places.operations[1].target.section.empty());
    const Proposal unread = proposal(
        "Legend: deletions are shown in [square brackets]; additions are shown in CAPITALS.\n\nArticle 7 – "
        "Layoff\n\nC.7.3 Notice is [sixty] FIFTY days.\n\nC.7.4 Delete and renumber.\n\nC.7.5 Recall is within [five] "
        "SIX "
        "days.\n\nArticle 8 – Rest\n\nRest is [ten] NINE minutes.\n");
    CHECK(unread.not_understood.empty());
    CHECK(told(unread) ==
          "substitute words 7, C.7.3, 1, 1 certain -sixty +FIFTY\nnote obligation 7, C.7.4 inferred +C.7.4 Delete and "
          "renumber.\n"
          "substitute words 7, C.7.5, 1, 1 certain -five +SIX\nsubstitute words 8, 1, 1 certain -ten +NINE\n");
}

TEST_CASE("a new unit whose number is not read is no pledge for certain") {
    const Proposal read = proposal(
        "Proposals\n\n1. New Section XVI-5, Helmets. \"The Employer shall furnish helmets.\"\n\n2. Article "
        "20\n\nDelete "
        "\"y\".\n");
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[0].confidence != Confidence::certain);
}

TEST_CASE("a value's sentence is no subject of the next, and a ratio is one value") {
    const Proposal read = proposal(
        "Offer\n\n1. Article 6\n\nLeads get $1.50 on ratification. The split moves from 70/30 to 72/28.\n\n2. Article "
        "7\n\nDelete \"y\".\n");
    REQUIRE(read.operations.size() == 3);
    CHECK(read.operations[0].inserted_text.find("$1.50") != std::string::npos);
    CHECK(told(read.operations[1]) == "substitute words 6 inferred -70/30 +72/28");
}

TEST_CASE("what a clause says of a section it accepts is of that section") {
    const Proposal read = proposal(
        "University Response\n\n1. Article 8\n\nThe University rejects 8.3 and 8.4; accepts 8.1 with \"shall\" in "
        "place of "
        "\"may\".\n\n2. Article 9\n\nDelete \"y\".\n");
    REQUIRE(read.operations.size() == 4);
    CHECK(told(read.operations[2]) == "substitute words 8, 8.1 certain -may +shall");
}

TEST_CASE("lines that open with a noun and counted numbers are parted") {
    const Proposal read = proposal(
        "# Offer\n\n**ARTICLE 9 – ROOMS**\n\nSection 9.2: ~~fifteen~~ **fourteen** rooms.\nSection 9.3: reject Union "
        "proposal; "
        "current contract language.\n\n**ARTICLE 10 – REST**\n\nDelete \"y\".\n");
    REQUIRE(read.operations.size() == 3);
    CHECK(read.operations[1].target.section == "9.3");
    CHECK(read.operations[1].status == Status::rejected);
}

TEST_CASE("a packet's title is dated and limited by an item's own line") {
    const Proposal read = proposal(
        "# TENTATIVE AGREEMENTS\n\nTA #1 – Article 7.2 Overtime — signed 3/9/26\n\nDelete \"a\" and replace with "
        "\"b\".\n\nTA #2 – "
        "Article 10 Leaves — signed 3/16/26 (all sections except 10.6)\n\n10.2 Leave is ~~three~~ **five** "
        "days.\n\n10.6 Leave "
        "is ~~six~~ **nine** weeks.\n");
    REQUIRE(read.operations.size() == 4);
    CHECK(read.operations[0].status_date == "2026-03-09");
    CHECK(read.operations[2].status == Status::tentatively_agreed);
    CHECK(read.operations[2].status_date == "2026-03-16");
    CHECK(read.operations[3].target.section == "10.6");
    CHECK(read.operations[3].status == Status::open);
    CHECK(flagged(read.operations[3], "EXCEPTED_UNIT"));
}

TEST_CASE("a date on a form says when, and not who") {
    const Proposal read = proposal("# Proposal\n\nDate: March 3, 2026, at City Hall\n\n1. Delete Section 5.4.\n");
    CHECK(read.party == Side::neither);
    CHECK(read.date == "2026-03-03");
}

TEST_CASE("words in front of a mark of agreement that ask for something are no caption") {
    CHECK(told(proposal("Union Proposal, March 3, 2026\n\nArticle 4\n\n4.7: Change one to four (TA 3/3/26).\n\n4.8: "
                        "Replace thirty with sixty (TA 3/3/26).\n\n4.9: Call-back pay (TA 3/3/26)\n")) ==
          "substitute words 4, 4.7 inferred -one +four\n"
          "substitute words 4, 4.8 inferred -thirty +sixty\n"
          "note obligation 4, 4.9 certain\n");
    const Proposal values = proposal(
        "Union Proposal, March 3, 2026\n\nArticle 4\n\n4.7: Four weeks after twelve years (TA 3/3/26)\n\n4.8 – "
        "Employees get eleven holidays – TA 3/3/26\n");
    REQUIRE(values.operations.size() == 2);
    for (const Operation& one : values.operations) {
        CHECK(one.status == Status::tentatively_agreed);
        CHECK(one.confidence != Confidence::certain);
        CHECK_FALSE(one.readings.empty());
    }
    CHECK(values.operations[1].readings.back().inserted_text == "4.8 – Employees get eleven holidays");
}

TEST_CASE("what a deletion is about and is not read is not the whole section for certain") {
    const Proposal read = proposal("Union Proposal\n\nArticle 4\n\n4.11: Strike the comma rule.\n\n4.12: Delete.\n");
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[0].confidence == Confidence::ambiguous);
    CHECK(read.operations[0].readings.back().text == "only what “the comma rule” means goes");
    CHECK(read.operations[1].confidence == Confidence::certain);
}

TEST_CASE("a new section behind the article that takes it keeps its number") {
    CHECK(told(proposal("Union Proposal\n\n1. Add to Article Two a new Section 3: \"Lockers are provided.\"\n\n2. "
                        "Insert in Article 8 a new Section 8.4, Gloves: \"Gloves are provided.\"\n")) ==
          "insert section 2, 3 certain +Lockers are provided.\n"
          "insert section 8, 8.4 certain +Gloves are provided.\n");
}

TEST_CASE("a subject in running words is no title of the unit") {
    const Proposal read = proposal(
        "Union Proposal\n\n1. Article IV.A – The schedule for 2026-27:\n\nDelete the last sentence.\n\n2. Article 9 – "
        "The Calendar:\n\nDelete the last sentence.\n");
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[0].target.article_title.empty());
    CHECK(read.operations[0].target.section == "A");
    CHECK(read.operations[1].target.article_title == "The Calendar");
}

TEST_CASE("what is added to another place takes no place of what goes") {
    const std::string head = "Union Proposal\n\n1. ";
    CHECK(told(proposal(head + "Delete the last sentence of 7.1 and add to 7.2: \"Notice is given.\"\n\n2. Delete "
                               "Section 9.1 and add at the end of Section 9.2: \"Notice is due.\"\n")) ==
          "delete sentence 7.1, last certain\n"
          "insert sentence 7.2 inferred +Notice is given.\n"
          "repeal section 9.1 certain\n"
          "insert words 9.2 certain +Notice is due.\n");
    CHECK(told(proposal(head + "Delete the second sentence of Section 2.2 and add the following to the end of Section "
                               "2.4: \"Notice is given.\"\n\n2. Delete the last sentence of Section 8.1 and insert the "
                               "following: \"Notice is due.\"\n")) ==
          "delete sentence 2.2, 2 certain\n"
          "insert words 2.4 certain +Notice is given.\n"
          "replace sentence 8.1, last certain +Notice is due.\n");
}

TEST_CASE("a letter and a dotted number are one label without a noun too") {
    CHECK(told(proposal("Union Proposal\n\n1. In C.22.3, replace \"ten days\" with \"fifteen days\".\n\n2. Delete "
                        "D.4.3.\n")) ==
          "substitute words C.22.3 certain -ten days +fifteen days\nrepeal section D.4.3 certain\n");
    const Proposal agreed = proposal("Union Proposal\n\n1. TA on Article G, except G.11.5.\n");
    REQUIRE(agreed.operations.size() == 2);
    CHECK(agreed.operations[1].target.section == "G.11.5");
    CHECK(agreed.operations[1].status == Status::open);
}

TEST_CASE("a titled clause is a unit of the agreement, and a demand's own numbers are none of its sections") {
    const Proposal read = proposal(
        "Staff Side Claim 2026\n\n1. Leave\n\nDelete \"x\" in clause 9.2.\n\n2. Clause 14 (Redeployment)\n\n2.1 Delete "
        "\"four weeks\" and insert \"twelve weeks\".\n\n3. Clause 20 – Overtime\n\nDelete.\n\n4. Clause 21\n\n4.1 "
        "Delete \"y\".\n");
    REQUIRE(read.operations.size() == 4);
    CHECK(read.operations[1].target.article == "14");
    CHECK(read.operations[1].target.article_title == "Redeployment");
    CHECK(read.operations[1].target.section.empty());
    CHECK(read.operations[1].target.paragraph.empty());
    CHECK(read.operations[2].op == Op::repeal);
    CHECK(read.operations[2].target.article == "20");
    CHECK(read.operations[3].target.paragraph == "21");
}

TEST_CASE("the offers of both sides in one item are told by side, and neither is certain") {
    const Proposal read = proposal(
        "Guild Proposal\n\nArticle 5 – Overtime\n\nCity's Final Offer: In Section 5.2 replace \"forty\" with "
        "\"forty-two\".\n\nGuild's Final Offer: In Section 5.2 replace \"forty\" with \"thirty-eight\".\n\nArticle 6 – "
        "Leave\n\nGuild's Final Offer: In Section 6.2 replace \"ten\" with \"twelve\".\n");
    REQUIRE(read.operations.size() == 3);
    CHECK(read.operations[0].asked_of == Side::union_side);
    CHECK(read.operations[1].asked_of == Side::company);
    for (std::size_t i = 0; i < 2; ++i) CHECK(is_inferred_with(read.operations[i], "BOTH_SIDES_OFFER"));
    CHECK(read.operations[2].confidence == Confidence::certain);
}

TEST_CASE("a pledge whose words may ask for a change is not certain") {
    const Proposal read = proposal(
        "Amendments\n\n1. Rule 11 (Fees)\n\nRule 11 shall have effect as if \"thirty-five dollars\" read "
        "\"forty-two dollars\", save that nothing here alters Rule 11(4).\n\n2. Rule 12 (Hours)\n\nRule 12 is to be "
        "read as though \"noon\" were \"two o'clock\".\n\n3. Parking\n\nThe Club shall provide two hundred places "
        "for cars of members beside the north entrance.\n");
    REQUIRE(read.operations.size() == 3);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(read.operations[i].op == Op::note);
        CHECK(is_inferred_with(read.operations[i], "AMBIGUOUS_INSTRUCTION"));
    }
    CHECK(read.operations[2].confidence == Confidence::certain);
}

TEST_CASE("a note or highlight that quotes a change is not certain") {
    const Proposal read = proposal(
        "Proposals\n\n1. Article 5 – Hours\n\nNote: Section 5.2 has effect as if \"forty\" were \"thirty-eight\" for "
        "the "
        "night crew.\n\n2. Article 6\n\nDelete \"monthly\".\n\n3. Highlights\n\nArticle 8: \"noon\" reads \"two "
        "o'clock\".\n\nArticle 9: dues are raised.\n");
    REQUIRE(read.operations.size() == 4);
    for (const std::size_t i : {0U, 2U}) {
        CHECK(read.operations[i].op == Op::note);
        CHECK(is_inferred_with(read.operations[i], "AMBIGUOUS_INSTRUCTION"));
    }
    CHECK(read.operations[3].confidence == Confidence::certain);
}

TEST_CASE("lines of a demand that name units of the agreement count demands, and no sections") {
    const Proposal read = proposal(
        "Union Claim\n\n1. Pay\n\n1.1 A consolidated increase of 6% from 1 April 2027.\n\n1.2 Clause 14 "
        "(Redeployment): replace \"twelve weeks\" with \"twenty weeks\".\n\n2. Hours\n\n2.1 In Section 9.3 replace "
        "\"37 hours\" with \"35 hours\".\n\n3. Leave\n\n3.1 Replace \"ten\" with \"twelve\".\n");
    REQUIRE(read.operations.size() == 4);
    CHECK(read.operations[0].target.section.empty());
    CHECK(read.operations[1].target.section.empty());
    CHECK(read.operations[1].target.paragraph.empty());
    CHECK(read.operations[1].target.article == "14");
    CHECK(read.operations[1].target.article_title == "Redeployment");
    CHECK_FALSE(flagged(read.operations[1], "QUOTE_DIFFERS_FROM_TEXT"));  // 1.1 prints no text of clause 14
    CHECK(read.operations[1].confidence == Confidence::certain);
    CHECK(read.operations[2].target.section == "9.3");
    CHECK(read.operations[3].target.section == "3.1");
}

TEST_CASE("the positions of both sides in one item are told by side") {
    const Proposal read = proposal(
        "Proposals\n\n1. Section 14.2\n\nCity's Position: Change \"thirty days\" to \"sixty days\".\n\nGuild's "
        "Position: Change \"thirty days\" to \"fifteen days\".\n\n2. Section 15.1\n\nDelete \"monthly\".\n");
    REQUIRE(read.operations.size() == 3);
    CHECK(read.operations[0].asked_of == Side::union_side);
    CHECK(read.operations[1].asked_of == Side::company);
    for (std::size_t i = 0; i < 2; ++i) CHECK(is_inferred_with(read.operations[i], "BOTH_SIDES_OFFER"));
    CHECK(read.operations[2].confidence == Confidence::certain);
}

TEST_CASE("a table of what is asked and what is answered is read by its columns") {
    const Proposal read = proposal(
        "# Lease\n\n| Clause | We ask | Landlord's answer |\n|---|---|---|\n| 4.2 | Replace \"thirty days\" with "
        "\"sixty days\" | Replace \"thirty days\" with \"forty days\" |\n| 5.1 | Delete \"monthly\" | Rejected |\n");
    REQUIRE(read.operations.size() == 3);
    CHECK(read.operations[0].inserted_text == "sixty days");
    CHECK(read.operations[0].status == Status::countered);
    CHECK(read.operations[1].inserted_text == "forty days");
    CHECK(read.operations[2].status == Status::rejected);
}

TEST_CASE("captions of both sides need no possessive, and may stand on a line of their own") {
    const Proposal read = proposal(
        "Proposals\n\n1. Section 14.2\n\nCity's Position:\n\nChange \"thirty days\" to \"sixty days\".\n\nGuild's "
        "Position:\n\nChange \"thirty days\" to \"fifteen days\".\n\n2. Section 15.2\n\nManagement position: Change "
        "\"ten\" to \"six\".\n\nUnion position: Change \"ten\" to \"fifteen\".\n");
    REQUIRE(read.operations.size() == 4);
    for (const Operation& operation : read.operations) {
        CHECK(is_inferred_with(operation, "BOTH_SIDES_OFFER"));
        CHECK_FALSE(flagged(operation, "QUOTE_DIFFERS_FROM_TEXT"));
    }
    CHECK(read.operations[0].asked_of == Side::union_side);
    CHECK(read.operations[3].asked_of == Side::company);
}

TEST_CASE("a clause without a title under a demand's own number may be of the agreement") {
    const Proposal read = proposal(
        "Union Claim\n\n1. Pay\n\n1.1 An increase of 6%.\n\n1.2 Clause 14: replace \"twelve weeks\" with \"twenty "
        "weeks\".\n\n2. Leave\n\nDelete \"monthly\" from Section 7.1.\n");
    REQUIRE(read.operations.size() == 3);
    CHECK(read.operations[1].confidence == Confidence::ambiguous);
    CHECK(read.operations[1].readings.size() == 2);
    CHECK(read.operations[2].confidence == Confidence::certain);
}
