// Instruction, marks and text against each other: where they agree, where one reading is best, where none is chosen.
#include "proposal/reconcile.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "stet.hpp"
#include "text/utf8.hpp"
#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::flagged;
using proposal_test::proposal;
using proposal_test::told;
using proposal_test::told_of_item;

namespace {

const std::string last_item = "delete sentence 6, 13, last certain\n";

Operation first_of(const std::string& body) {
    return proposal("Offer\n\n1. Article 5, Section 12\n\n" + body + "\n\n2. Article 6\n\nDelete Section 13.\n")
        .operations.at(0);
}

}  // namespace

TEST_CASE("deletions: whole units, parts, words, and what is not printed") {
    CHECK(told_of_item("Delete.") == "repeal section 5, 12 certain\n" + last_item);
    CHECK(told_of_item("Delete in its entirety.") == "repeal section 5, 12 certain\n" + last_item);
    CHECK(flagged(first_of("Delete."), "BASE_TEXT_NEEDED"));
    CHECK(told_of_item("Delete \"of age\".") == "delete words 5, 12 certain -of age\n" + last_item);
    CHECK(told_of_item("Delete Sections 14 and 15.") ==
          "repeal section 5, 14 certain\nrepeal section 5, 15 certain\n" + last_item);
}

TEST_CASE("a sum is named by the words before it, without the label of its section") {
    const auto named = [](const std::string& text) {
        return proposal("# ARTICLE 5 - STANDBY\n\n5.1 No change.\n\n" + text + "\n").operations.back().money.at(0).what;
    };
    CHECK(named("5.2 The City pays tuition up to ~~$1,500~~ <u>$2,000</u> a year.") == "The City pays tuition up to");
    CHECK(named("5.2 A pilot on standby shall answer the telephone within forty (40) minutes and is paid ~~$65.00~~ "
                "<u>$80.00</u>.") == "minutes and is paid");
    CHECK(named("5.2 The standby list is posted every week in the office of the harbor master. ~~A pilot at night is "
                "paid $9.00.~~") == "A pilot at night is paid");
}

TEST_CASE("numbers between two that are named, and a second place that is not taken for none") {
    CHECK(told_of_item("Delete Sections 14 through 16.") ==
          "repeal section 5, 14 certain\nrepeal section 5, 15 certain\nrepeal section 5, 16 certain\n" + last_item);
    CHECK(told_of_item("Delete the first sentence and the third sentence.") ==
          "delete sentence 5, 12, 1 certain\ndelete sentence 5, 12, 3 certain\n" + last_item);
    CHECK(told_of_item("Insert \"x\" after \"y\" in the first and third sentences.") ==
          "insert words 5, 12, 1 certain +x\ninsert words 5, 12, 3 certain +x\n" + last_item);
    CHECK(first_of("Delete \"x\" in Section 12 but not in the last sentence.").confidence != Confidence::certain);
    CHECK(flagged(first_of("Delete \"x\" in Section 12 twice."), "WORDS_NOT_READ"));
    CHECK(told_of_item("Delete paragraphs (b) through (d).") ==
          "delete paragraph 5, 12, (b) certain\ndelete paragraph 5, 12, (c) certain\n"
          "delete paragraph 5, 12, (d) certain\n" +
              last_item);
    CHECK(first_of("Delete paragraphs (i) through (iv).").confidence == Confidence::ambiguous);
    CHECK(first_of("Delete Section 12 except the second paragraph.").confidence == Confidence::ambiguous);
    CHECK(first_of("Delete the last sentence of the second paragraph in Section 12.").confidence ==
          Confidence::certain);
}

TEST_CASE("marked text beside a table is a change of its own") {
    CHECK(told_of_item("Rates:\n\n| | Current | 2027 |\n|-|-|-|\n| Clerk | $18.00 | $19.00 |\n\nThe Employer pays "
                       "~~ninety percent (90%)~~ <u>95%</u> of the fee.") ==
          "set table 5, 12 inferred\nsubstitute words 5, 12, 2, 1 certain -ninety percent (90%) +95%\n" + last_item);
}

TEST_CASE("values that are described, a request each, and sentences that only look like it") {
    CHECK(told_of_item("Boot allowance capped at $450 per year.\n\nNight premium: $2.00.") ==
          "set words 5, 12 inferred +Boot allowance capped at $450 per year.\n"
          "set words 5, 12 inferred +Night premium: $2.00.\n" +
              last_item);
    CHECK(told_of_item("A half-time post requires twenty (20) hours a week.") ==
          "restate paragraph 5, 12 ambiguous +A half-time post requires twenty (20) hours a week.\n" + last_item);
}

TEST_CASE("a new article of which the text is to follow") {
    const Proposal read = proposal(
        "Offer\n\n1. New Article 24 – Safety\n\nText to follow Thursday.\n\n2. New Article 25 – Cameras\n\nCameras are "
        "worn.\n");
    CHECK(flagged(read.operations.at(0), "TEXT_NOT_GIVEN"));
    CHECK(read.operations.at(0).confidence != Confidence::certain);
    CHECK(read.operations.at(1).confidence == Confidence::certain);
}

TEST_CASE("a further figure behind a value is told as not read") {
    CHECK(flagged(first_of("Employee share: 20% → 22% (7/1/26), 24% (7/1/27)."), "WORDS_NOT_READ"));
    CHECK(!flagged(first_of("Reduce the bank from 240 to 120 hours a year."), "WORDS_NOT_READ"));
}

TEST_CASE("what is renumbered beside a section that goes is none of it") {
    CHECK(told_of_item("Delete Section 14; renumber accordingly.") ==
          "repeal section 5, 14 certain\nrenumber section 5 inferred\n" + last_item);
}

TEST_CASE("a proposal that is accepted with an exception is not accepted for certain") {
    const Operation accepted = first_of("The Employer accepts the Union's proposal of May 4, except item 3.");
    CHECK(flagged(accepted, "ACCEPTS_OTHER_PROPOSAL"));
    CHECK(accepted.confidence == Confidence::ambiguous);
    CHECK(first_of("The Employer accepts the Union's language dated May 4.").confidence == Confidence::certain);
}

TEST_CASE("what is not accepted is rejected") {
    for (const char* words : {"The Employer does not accept the Union's proposal to delete it.",
                              "The Union's proposal of May 4 is not accepted.",
                              "The Employer cannot accept the Union's proposal.", "The Employer does not agree."}) {
        INFO(words);
        const Operation said = first_of(words);
        CHECK_FALSE(said.acceptance);
        CHECK(said.status == Status::rejected);
    }
    const Operation accepted = first_of("The Employer accepts the Union's proposal of May 4.");
    REQUIRE(accepted.acceptance);
    CHECK(accepted.acceptance->whose == Side::union_side);
    CHECK(accepted.acceptance->date == "--05-04");
    CHECK_FALSE(accepted.acceptance->says_more);
    CHECK(first_of("The Employer accepts the Union's proposal on parking.").acceptance->says_more);
}

TEST_CASE("a new item that is named by its label is an item, and no sentence of the one before it") {
    const Operation bare = first_of("Add new (3): “(3) A rest period that is missed is paid.”");
    CHECK(bare.new_item);
    CHECK(bare.unit == Unit::list_item);
    CHECK(bare.target.paragraph == "(3)");
    CHECK_FALSE(flagged(bare, words_not_read));
    CHECK(first_of("Add a new paragraph (c): “the Guild.”").unit == Unit::paragraph);
    CHECK(first_of("Add new C: “the Guild may call.”").target.paragraph == "C");
    CHECK(first_of("Insert (iii) as follows: “the Guild.”").new_item);
    CHECK_FALSE(first_of("Add to paragraph (c): “the Guild.”").new_item);
}

TEST_CASE("a new section that the heading names is inserted, and its title is not its article's") {
    const Proposal offer = proposal(
        "Offer\n\n1. Article 5, new Section 16 – Parking\n\nSection 16. Parking is free.\n\n"
        "2. Article 6\n\nDelete Section 13.\n");
    CHECK(offer.operations.at(0).op == Op::insert);
    CHECK(offer.operations[0].unit == Unit::section);
    CHECK(offer.operations[0].target.section == "16");
    CHECK(offer.operations[0].target.article_title.empty());
}

TEST_CASE("an instruction under one label is about no text under another") {
    CHECK(told_of_item("12.3 Delete the last sentence.\n\n12.4 (a) Strike \"sixty\". (b) Add \"or designee\" after "
                       "\"manager\".") ==
          "delete sentence 5, 12.3, last certain\ndelete words 5, 12.4 certain -sixty\n"
          "insert words 5, 12.4 certain +or designee\n" +
              last_item);
    CHECK(told_of_item("Article 18: Delete subsection (b).") ==
          "delete paragraph 5 (heading) / 18 (instruction), (b) "
          "ambiguous\n" +
              last_item);
}

TEST_CASE("a status that names what it is about is none of what stands above") {
    const Proposal read = proposal(
        "Offer\n\n1. Article 7\n\nReplace the first paragraph with: \"Rest is paid.\"\n\nReject Union's 7.4.\n\n"
        "Housekeeping: renumber Sections 9 and 10.\n\n2. Article 8\n\nDelete Section 3.\n");
    CHECK(read.operations.at(0).status == Status::open);
    CHECK(read.operations.at(1).status == Status::rejected);
    CHECK(read.operations.at(2).op == Op::renumber);
}

TEST_CASE("what an instruction over other instructions announces is asked for by them") {
    CHECK(told(proposal("# Side Letter\n\nThe parties agree to modify the Agreement as follows:\n\nSection 9.2 is "
                        "deleted.\n\nSection 9.4 is deleted.\n")) ==
          "repeal section 9.2 certain\nrepeal section 9.4 certain\n");
}

TEST_CASE("a mark of agreement behind an instruction is its status") {
    CHECK(first_of("Delete the last sentence (TA 5/1/26).").status == Status::tentatively_agreed);
    CHECK(first_of("Delete the last sentence (TA 5/1/26).").confidence == Confidence::certain);
    CHECK(first_of("Mileage is free. Withdraw 25.3 and 25.4.").status != Status::tentatively_agreed);
}

TEST_CASE("a mark of agreement behind a text is no part of it") {
    const Operation operation = first_of("Section 12. A shift lasts ~~ten~~ **nine** hours. **TA**");
    CHECK(operation.status == Status::tentatively_agreed);
    CHECK(operation.struck_text == "ten");
    CHECK(operation.inserted_text == "nine");
    const Operation reprint = first_of("Section 12. No clerk works alone. [TA 5/6/26]");
    CHECK(reprint.status_date == "2026-05-06");
    CHECK(reprint.inserted_text.find("TA") == std::string::npos);
}

TEST_CASE("an unmarked paragraph below new text that is marked is told") {
    const std::string marked =
        "Add the following new section:\n\n<ins>Clerks and cooks meet once in each month of the "
        "year.</ins>\n\n";
    CHECK(flagged(first_of(marked + "The Guild may change its proposals."), "INSERTION_NOT_MARKED"));
    CHECK_FALSE(flagged(first_of(marked + "<ins>They meet in the office.</ins>"), "INSERTION_NOT_MARKED"));
}

TEST_CASE("two rates in one sentence are no row of a wage table") {
    const Operation operation = first_of(
        "Section 12. The night rate is ~~$4.00~~ **$5.25** an hour; the weekend rate ~~$2.00~~ **$3.00** an hour.");
    CHECK(operation.struck_text == "$4.00");
    CHECK(operation.inserted_text == "$5.25");
    CHECK_FALSE(flagged(operation, "RATE_FALLS"));
    CHECK(operation.money.size() == 1);
}

TEST_CASE("text behind its instruction in one paragraph keeps its marks") {
    for (const std::string body : {"Amend Section 12 as follows: A shift lasts ~~ten~~ **nine** hours at most.",
                                   "Amend Section 12 as follows: \"A shift lasts ~~ten~~ **nine** hours at most.\""}) {
        const Operation operation = first_of(body);
        INFO(body);
        CHECK(operation.op == Op::substitute);
        CHECK(operation.struck_text == "ten");
        CHECK(operation.inserted_text == "nine");
        CHECK(operation.instruction == "Amend Section 12 as follows:");
    }
    // What stands behind the quotation is no part of the text: what is meant with the marks in it stays open.
    CHECK(
        first_of("Amend Section 12 as follows: \"A shift lasts ~~ten~~ **nine** hours.\" The rest stays.").confidence ==
        Confidence::ambiguous);
}

TEST_CASE("a strike that does not fit its instruction is ambiguous, with both readings") {
    const Operation more =
        first_of("Delete the second paragraph.\n\n~~All have lockers.~~\n\nDoors lock. ~~Keys are issued.~~");
    CHECK(more.confidence == Confidence::ambiguous);
    CHECK(more.readings.size() == 2);
    CHECK(flagged(more, "INSTRUCTION_CONTRADICTS_MARKUP"));
    const Operation heading =
        first_of("Delete the section.\n\n~~Section 12. Transfers.~~ Employees may transfer once a year.");
    CHECK(heading.confidence == Confidence::ambiguous);
    CHECK(flagged(heading, "STRIKE_COVERS_HEADING_ONLY"));
}

TEST_CASE("additions: placed, without a place, and struck") {
    CHECK(told_of_item("Add at the end: \"A certificate is shown.\"") ==
          "insert words 5, 12 certain +A certificate is shown.\n" + last_item);
    const Operation nowhere = first_of("Add the following:\n\nPay rises.");
    CHECK(nowhere.confidence == Confidence::inferred);
    CHECK(flagged(nowhere, "POSITION_NOT_STATED"));
    const Operation struck = first_of("Add the following:\n\n~~Pay rises.~~");
    CHECK(struck.confidence == Confidence::ambiguous);
    CHECK(struck.inserted_text == "Pay rises.");
}

TEST_CASE("which new words stand for which old ones is not guessed where they are not as many") {
    for (const char* said :
         {"Replace \"ten\" and \"six\" with \"nine\".", "Replace \"ten\" with \"nine\" and \"five\".",
          "Delete \"ten\" and \"six\" and replace with \"nine\"."}) {
        const Operation uneven = first_of(said);
        CHECK(uneven.confidence == Confidence::ambiguous);
        CHECK(uneven.struck_text == "ten");
        CHECK(uneven.readings.size() == 2);
    }
}

TEST_CASE("substitutions by quotes and by marks") {
    CHECK(told_of_item("Change \"ten\" to \"nine\".") == "substitute words 5, 12 certain -ten +nine\n" + last_item);
    CHECK(told_of_item("Pay is ~~ten~~ <u>nine</u> dollars.") ==
          "substitute words 5, 12, 1, 1 certain -ten +nine\n" + last_item);
    CHECK(told_of_item("Replace \"ten\" and \"six\" with \"nine\" and \"five\".") ==
          "substitute words 5, 12 certain -ten +nine\nsubstitute words 5, 12 certain -six +five\n" + last_item);
    const Operation amounts = first_of("Increase the premium from $1.10 to $2.00.");
    CHECK(amounts.op == Op::substitute);
    CHECK(amounts.confidence == Confidence::inferred);
}

TEST_CASE("quoted words are looked for in their own section alone") {
    const Operation absent = first_of("Change \"ten\" to \"nine\".\n\nPay is eight dollars.");
    CHECK(flagged(absent, "QUOTE_DIFFERS_FROM_TEXT"));
    const Operation elsewhere = first_of("Change \"ten\" to \"nine\".\n\nSection 13. Pay is eight dollars.");
    CHECK_FALSE(flagged(elsewhere, "QUOTE_DIFFERS_FROM_TEXT"));
}

TEST_CASE("text without mark or instruction is ambiguous; beside a change it is context") {
    const Operation restated = first_of("Section 12. Pay is ten dollars.");
    CHECK(restated.op == Op::restate);
    CHECK(restated.confidence == Confidence::ambiguous);
    CHECK(restated.readings.size() == 2);
    const Proposal read = proposal(
        "Offer\n\n1. Article 5, Section 12\n\nPay is ~~ten~~ <u>nine</u>.\n\nIt is paid weekly.\n\n2. Article "
        "6\n\nDelete Section 13.\n");
    CHECK(read.operations.size() == 2);
    bool context = false;
    for (const Finding& finding : read.findings)
        context = context || (finding.flag.code == "CONTEXT" && finding.flag.text == "It is paid weekly.");
    CHECK(context);
}

TEST_CASE("numbers that disagree are shown both") {
    const Operation section = first_of("Section 14. Pay is ~~ten~~ <u>nine</u>.");
    CHECK(section.target.section == "12 (heading) / 14 (text)");
    CHECK(section.confidence == Confidence::ambiguous);
    const Operation article = first_of("The following sentence shall be added to Article 7: \"Pay rises.\"");
    CHECK(article.target.article == "5 (heading) / 7 (instruction)");
}

TEST_CASE("new units under a heading that says so") {
    const Operation unit =
        proposal("Offer\n\n1. New Article 26 – Cameras\n\nCameras are worn.\n\n2. Article 6\n\nDelete Section 13.\n")
            .operations.at(0);
    CHECK(unit.op == Op::insert);
    CHECK(unit.unit == Unit::article);
    CHECK(unit.target.article == "26");
}

TEST_CASE("demands without a place are never certain") {
    const Proposal read = proposal(
        "Union Proposals\n\n1. Eliminate split shifts on Sundays.\n\n2. Add Juneteenth as a holiday.\n\n3. Delete the "
        "point system.\n");
    REQUIRE(read.operations.size() == 3);
    for (const Operation& operation : read.operations) CHECK(operation.confidence != Confidence::certain);
}

TEST_CASE("a title that says so agrees all items but those that say otherwise") {
    const Proposal read = proposal(
        "# Tentative Agreement\n\n## Article 5\n\nSection 12. Pay is ~~ten~~ <u>nine</u>.\n\n## Article 6 "
        "(Withdrawn)\n\nDelete Section 13.\n");
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[0].status == Status::tentatively_agreed);
    CHECK(read.operations[1].status == Status::withdrawn);
}

TEST_CASE("a long strike in new text is told in whole characters") {
    std::string dashes;
    for (int i = 0; i < 60; ++i) dashes += "–";
    const Proposal proposal = stet::read_proposal({"proposal.md",
                                                   "Offer to the Union\n\n1. Article 9, Section 22\n\nAdd the "
                                                   "following:\n\nClerks rest each day. ~~Clerks" +
                                                       dashes + " rest.~~\n\n2. Article 10\n\nDelete Section 24.\n",
                                                   "markdown"});
    const auto& flags = proposal.operations.at(0).flags;
    const auto found =
        std::find_if(flags.begin(), flags.end(), [](const Flag& flag) { return flag.code == "STRIKE_IN_NEW_TEXT"; });
    REQUIRE(found != flags.end());
    CHECK(utf8::is_valid(found->text));
}
