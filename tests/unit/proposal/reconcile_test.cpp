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
    const Operation accepted = first_of("The Employer accepts the Union's proposal of May 4, except the cap.");
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

TEST_CASE("a mark that excepts something: both readings; a section's own mark beside the heading's") {
    const Proposal read = proposal(
        "Harbor Proposal\n\n1. Article 5 – Leave (TA 5/1/26)\n\n5.1 TA 5/2/26\n\n5.2 Delete the last sentence.\n\n"
        "2. Article 6\n\n6.1 TA 5/3/26 except the cap\n\n6.2 Delete the last sentence.\n");
    REQUIRE(read.ledger.size() == 3);
    CHECK(proposal_test::place(read.ledger[0].target) == "5");
    CHECK(proposal_test::place(read.ledger[1].target) == "5, 5.1");
    CHECK(read.ledger[1].date == "2026-05-02");
    REQUIRE(read.operations.size() == 4);
    CHECK(flagged(read.operations[2], "TA_IN_PART"));
    CHECK(read.operations[2].confidence == Confidence::ambiguous);
}

TEST_CASE("an instruction below a mark that says that nothing changes: told in both readings, and not swallowed") {
    const Proposal read = proposal(
        "Harbor Proposal\n\n1. Article 5 – Rest (No change)\n\n5.2 Delete the last sentence.\n\n"
        "2. Article 6\n\nDelete 6.2.\n");
    REQUIRE(read.operations.size() == 2);
    CHECK(told(read.operations[0]) == "delete sentence 5, 5.2, last ambiguous");
    CHECK(read.operations[0].status == Status::open);
    CHECK(flagged(read.operations[0], "INSTRUCTION_CONTRADICTS_STATUS"));
}

TEST_CASE("what comes in place of what goes, with quotes and without") {
    CHECK(told_of_item("“Ten days” instead of “five days” and “June” instead of “May” in Section 12.") ==
          "substitute words 5, 12 certain -five days +Ten days\nsubstitute words 5, 12 certain -May +June\n" +
              last_item);
    CHECK(told_of_item("Substitute \"monthly\" for \"annual\".") ==
          "substitute words 5, 12 certain -annual +monthly\n" + last_item);
    CHECK(told_of_item("Insert $200 in place of $175.") == "substitute words 5, 12 inferred -$175 +$200\n" + last_item);
    CHECK(told_of_item("Replace the $175 allowance in Section 14 with $200.") ==
          "substitute words 5, 14 inferred -$175 +$200\n" + last_item);
    CHECK(told_of_item("Strike $175, insert $200.") == "substitute words 5, 12 inferred -$175 +$200\n" + last_item);
}

TEST_CASE("the place behind words that are not read is not surely what goes") {
    CHECK(told(proposal("Line Proposals\n\n1. Section 2.3 – delete and re-insert as Section 4.4.\n\n2. Article 9\n\n"
                        "Delete 9.2.\n")) == "repeal section 4.4 ambiguous\nrepeal section 9, 9.2 certain\n");
}

TEST_CASE("what is said of a proposal is no text of a new unit") {
    const auto added = [](const std::string& text) {
        return told(proposal("Line Proposals\n\n1. New Article 8. " + text + "\n\n2. Article 9\n\nDelete 9.2.\n"));
    };
    CHECK(added("Mourning. The Line accepts the new Article 8.").find("certain +Mourning") == std::string::npos);
    CHECK(added("Mourning. A deckhand has three days when a parent dies.").find("insert article 8 certain") == 0);
}

TEST_CASE("words that a second verb exchanges are not all added") {
    CHECK(told_of_item("Incorporate into Article 5 as its last paragraph, changing “ninety” to “eighty”.")
              .find("ambiguous") != std::string::npos);
}

TEST_CASE("a paragraph that comes has the letter that it is given") {
    CHECK(told_of_item("In Section 14, add a new D: “Pilots are called first.”") ==
          "insert list-item 5, 14, D inferred +Pilots are called first.\n" + last_item);
    CHECK(told_of_item("Add new paragraph (f) to 7.3: “Boots are provided.”") ==
          "insert paragraph 5, 7.3, (f) inferred +Boots are provided.\n" + last_item);
    CHECK(told_of_item("Section 14: Add new subsection E. to read: Gloves are provided.") ==
          "insert paragraph 5, 14, E inferred +Gloves are provided.\n" + last_item);
}

TEST_CASE("a new article is one operation, its sections with it") {
    CHECK(
        told(proposal("Harbor Proposal\n\n1. New Article 19 – Telework\n\n19.01 Purpose. Telework is "
                      "voluntary.\n\n19.02 Eligibility. All may telework.\n\n2. Article 6\n\nDelete Section 13.\n")) ==
        "insert article 19 certain +19.01 Purpose. Telework is voluntary.\n19.02 Eligibility. All may telework.\n"
        "repeal section 6, 13 certain\n");
}

TEST_CASE("an instruction right behind the place of a heading is read") {
    CHECK(told(proposal("Harbor Proposal\n\n1. Article 5 Change \"ten\" to \"nine\".\n\n2. Article 6\n\n"
                        "Delete Section 13.\n")) ==
          "substitute words 5 certain -ten +nine\nrepeal section 6, 13 certain\n");
}

TEST_CASE("a short strike inside of a sentence, where nothing is marked as new: the word behind it may be") {
    const std::string head =
        "Harbor Proposal\n\n1. Article 5\n\nSection 12. The ~~list~~ roster is posted.\n\n2. Article 6\n\n";
    const Proposal alone = proposal(head + "Delete Section 13.\n");
    CHECK(alone.operations[0].confidence == Confidence::inferred);
    CHECK(flagged(alone.operations[0], "INSERTION_NOT_MARKED"));
    const Proposal marked = proposal(head + "Section 13. Pay is ~~ten~~ <ins>nine</ins>.\n");
    CHECK(marked.operations[0].confidence == Confidence::certain);
}

TEST_CASE("dates of the agreement and of letters are their own") {
    const Proposal read = proposal(
        "Harbor Proposal\n\nto modify the Agreement dated July 1, 2023\n\nMay 3, 2026\n\n1. Term\n\nThe term shall be "
        "July 1, 2026 through June 30, 2029.\n\n2. Side Letter 3\n\nExtend through the period of July 2, 2026 to June "
        "30, "
        "2029.\n\n3. Letter of Agreement dated March 1, 2020 (Parking)\n\nDelete.\n");
    CHECK(read.date == "2026-05-03");
    for (const Operation& operation : read.operations) CHECK(!flagged(operation, "DATE_DIFFERS"));
    CHECK(told(read.operations.back()) == "repeal letter Letter of Agreement dated March 1, 2020 (Parking) certain");
}

TEST_CASE("a wish, a letter that its heading moves, a value told the new one first, an acceptance without \"is\"") {
    CHECK(told_of_item("Delete longevity for employees hired after July 1, 2026.") ==
          "note obligation 5, 12 inferred +Delete longevity for employees hired after July 1, 2026.\n" + last_item);
    CHECK(told_of_item("Charge differential increases to $3.50 from $2.75.") ==
          "substitute words 5, 12 inferred -$2.75 +$3.50\n" + last_item);
    CHECK(told_of_item("Union's 5/12 proposal accepted, but replace \"shall\" with \"may\" in 21.4.") ==
          "note obligation 5, 12 certain +Union's 5/12 proposal accepted\n"
          "substitute words 5, 21.4 certain -shall +may\n" +
              last_item);
    const Proposal read = proposal(
        "Harbor Proposal\n\n1. MOU 4 (Light Duty)\n\nIncorporate into Article 12.\n\n"
        "2. Article 6\n\nDelete Section 13.\n");
    CHECK(read.operations[0].op == Op::move);
    CHECK(read.operations[0].unit == Unit::letter);
    CHECK(read.operations[0].target.article == "12");
}

TEST_CASE("a table with a counter: what counters is what is proposed, and what it answers is told") {
    const Proposal read = proposal(
        "# Counterproposal\n\n| Article | Union Proposal | District Counter | Status |\n|---|---|---|---|\n"
        "| Article 6.2 | 250 minutes | 225 minutes | Open |\n| Article 11.4 | Delete last sentence | Agreed | TA "
        "5/20/26 |\n");
    CHECK(told(read) ==
          "set words 6, 6.2 inferred +250 minutes\nset words 6, 6.2 inferred +225 minutes\n"
          "delete sentence 11, 11.4, last certain\n");
    CHECK(read.operations[0].status == Status::countered);
    CHECK(read.operations[0].item == "Union Article 6.2");
    CHECK(read.ledger.size() == 1);
}

TEST_CASE("a table of articles and their status; marks right behind places and quotations") {
    const Proposal table = proposal(
        "# Memorandum\n\n| Article | Status |\n|---|---|\n| 1 Recognition | Current language |\n| 2 Dues | TA 5/1/26 "
        "|\n"
        "| 3 Hours | TA 5/2/26 |\n");
    REQUIRE(table.ledger.size() == 2);
    CHECK(proposal_test::place(table.ledger[1].target) == "3");
    const Proposal list = proposal(
        "Harbor Proposal\nJune 1, 2026\n\n1. Article 5.1(b) Delete \"in writing\". TA 5/14/26\n\n2. Article 14.4 and "
        "14.5 TA'd "
        "5/28/26\n\n3. Article 22.1: strike \"a\" insert \"b\". TA 5/28/26 (RH/TO)\n\n4. Article 20 HOLD\n",
        "proposal.txt");
    CHECK(told(list) ==
          "delete words 5, 5.1(b) certain -in writing\nnote obligation 14, 14.4 and 14.5 certain\n"
          "substitute words 22, 22.1 certain -a +b\nnote obligation 20 certain\n");
    CHECK(list.ledger.size() == 3);
    CHECK(list.operations.back().status == Status::held);
}

TEST_CASE("words that go behind others, and a place over lines that say how it is amended") {
    CHECK(told_of_item("Section 14 is amended by deleting \"and\" following \"snow\".") ==
          "delete words 5, 14 certain -and\n" + last_item);
    CHECK(told_of_item(
              "Article 5, Section 14, is amended by:\n\n(a) striking \"a\" and inserting \"b\"; and\n\n(b) striking "
              "\"c\".") == "substitute words 5, 14 certain -a +b\ndelete words 5, 14 certain -c\n" + last_item);
}

TEST_CASE("numbers with parts beside an article are its sections; a mark in front of an instruction is not swallowed") {
    const Proposal read = proposal(
        "Harbor Proposal\n\n1. Article 11, 11.1 through 11.3 TA'd 5/6/26\n\n"
        "2. Article 13. Sections 13.1, 13.2 (TA 5/2/26). Section 13.3: delete \"x\".\n",
        "proposal.txt");
    CHECK(read.operations.front().target.article == "11");
    CHECK(read.operations.front().target.section == "11.1, 11.2 and 11.3");
    CHECK(read.ledger.size() == 3);
    CHECK(told(read.operations.back()) == "delete words 13, 13.3 certain -x");
}

TEST_CASE("what stays but for a change told behind it; letters known by their titles; names that go") {
    const auto asks = [](const std::string& text) {
        return told(proposal_test::proposal("# Mill Offer\n\n1. Side Letter 5 (Apprentices)\n\n" + text +
                                            "\n\n2. Article 6\n\nDelete Section 6.2.\n"));
    };
    const std::string last = "repeal section 6, 6.2 certain\n";
    CHECK(asks("Renew, changing “2026” to “2029” throughout.") ==
          "note obligation Side Letter 5 certain +Renew\nsubstitute words Side Letter 5 certain -2026 +2029\n" + last);
    CHECK(asks("Renew as amended: delete paragraph 3.") ==
          "note obligation Side Letter 5 certain +Renew\ndelete paragraph Side Letter 5 certain\n" + last);
    CHECK(asks("Side letter of March 3, 2021 on snow: incorporate into Article 6.") ==
          "move letter Side letter of March 3, 2021 on snow inferred\n" + last);
    CHECK(asks("Add Juneteenth. Delete Founder's Day effective January 1, 2027.") ==
          "insert words Side Letter 5 inferred +Juneteenth\ndelete words Side Letter 5 certain -Founder's Day\n" +
              last);
}

TEST_CASE("a value told behind another, and instructions behind a value, are no silent loss") {
    const Proposal read = proposal_test::proposal(
        "# Mill Offer\n\n1. Article 9\n\nIncrease the match to 5%, effective 1/1/27; to 6%, effective 1/1/28.\n\n2. "
        "Article 10\n\nAll stipends to be increased by 10%. Add a stipend for Robotics Coach, $2,400.\n");
    CHECK(told(read) ==
          "set words 9 inferred +the match to 5%\nset words 9 inferred +to 6%\n"
          "set words 10 inferred +All stipends to be increased by 10%\n");
    CHECK(proposal_test::flagged(read.operations[2], "WORDS_NOT_READ"));
}

TEST_CASE("the term in a heading, and in a line behind articles") {
    CHECK(told(proposal_test::proposal(
              "# Mill Offer\n\n## Article 29 – Keys\n\nDelete 29.4.\n\n## Article 30 – Term: July "
              "1, 2026 – June 30, 2029\n")) ==
          "repeal section 29, 29.4 certain\nset date 30 inferred +July 1, 2026 – June 30, 2029\n");
    CHECK(told(proposal_test::proposal(
                   "UNION PROPOSALS\n\nArticle 9.05 - delete \"six\" and replace with "
                   "\"twelve\"\n\nArticle 21.04 - delete\n\nDuration - two years, April 1, 2026 to March "
                   "31, 2028\n",
                   "offer.txt"))
              .ends_with("set date  inferred +two years, April 1, 2026 to March 31, 2028\n"));
    CHECK(told(proposal_test::proposal("# Mill Offer\n\n1. Article 6\n\nDelete Section 6.2.\n\n2. Term. Three "
                                       "years.\n"))
              .ends_with("set date  inferred +Term. Three years.\n"));
}

TEST_CASE("a table of both sides' positions is told by side, what one of them agrees to once") {
    const Proposal read = proposal_test::proposal(
        "# Side by Side\n\n| Article | Employer Proposal | Union Proposal | Status |\n|---|---|---|---|\n| 3.2 Release "
        "| "
        "Reduce from 400 to 300 hours | CCL | Open |\n| 9 Holidays | Add Juneteenth | Add Founder's Day | TA 6/11/26 "
        "|\n| "
        "14.1 Grievance | Change \"ten days\" to \"nine days\" | Agreed | TA 6/4/26 |\n");
    CHECK(told(read) ==
          "substitute words 3, 3.2 inferred -400 +300\nnote obligation 3, 3.2 certain\ninsert words 9 ambiguous "
          "+Juneteenth\ninsert words 9 ambiguous +Founder's Day\nsubstitute words 14, 14.1 certain -ten days +nine "
          "days\n");
    CHECK(read.operations.at(0).asked_of == Side::union_side);
    CHECK(read.operations.at(1).status == Status::current);
    CHECK(read.ledger.back().date == "2026-06-04");
}

TEST_CASE("words of a table of positions under heads that are not known are told as not understood") {
    const Proposal read = proposal_test::proposal(
        "# Side by Side\n\n| No. | Article | Subject | Company | Union | Comments |\n|---|---|---|---|---|---|\n"
        "| 1 | Article 3.2 | Release | Delete. | Delete. | Sent to the board |\n"
        "| 2 | Article 7 | Meals | - | - | Withdrawn by both |\n| 3 | Article 9 | Dues | Delete. | - | 400 |\n");
    std::string left;
    for (const NotUnderstood& one : read.not_understood) left += one.text + "\n";
    CHECK(left ==
          "Article 3.2 – Comments: Sent to the board\nArticle 7 – Subject: Meals\n"
          "Article 7 – Comments: Withdrawn by both\nArticle 9 – Comments: 400\n");
    CHECK(told(read) == "repeal section 3, 3.2 certain\nrepeal article 9 certain\n");
}

TEST_CASE("a column of articles names the places beside one of numbers; what is agreed in principle is open") {
    const Proposal read = proposal_test::proposal(
        "# Company Proposals\n\n| No. | Art./Sec. | Subject | Company's Proposal | Status |\n|---|---|---|---|---|\n| "
        "C-1 | "
        "4.2 | Probation | Change \"60 days\" to \"90 days\". | TA'd in principle |\n| C-2 | 7.1(c) | Meals | Delete. "
        "| "
        "Withdrawn 9/30/26 |\n| C-3 | New | Drones | Drones may be used. | Open |\n");
    CHECK(told(read) ==
          "substitute words 4, 4.2 certain -60 days +90 days\nnote obligation 7, 7.1(c) certain +Delete.\ninsert "
          "article new "
          "(unnumbered) "
          "certain +Drones may be used.\n");
    CHECK(read.ledger.empty());
}

TEST_CASE("rows of a table of positions that name no place are told without one") {
    CHECK(told(proposal_test::proposal(
              "# Employer Offer\n\n| Item | Employer Offer |\n|---|---|\n| Art 4.06 Trial | Delete. "
              "|\n| LOU 3 | Do not renew |\n| Wages | 2% / 2% / 2% |\n| Term | 3 years |\n")) ==
          "repeal section 4, 4.06 certain\nrepeal letter LOU 3 certain\nset words  inferred +2% / 2% / 2%\nset date  "
          "inferred "
          "+3 years\n");
}

TEST_CASE("a section that gets another number where its own stands in front") {
    CHECK(
        told(proposal_test::proposal("# Mill Offer\n\n## Article 11 – Leave\n\n11.07 No change.\n\n11.08 - Renumber as "
                                     "11.07\n\n## Article 12\n\nDelete 12.2.\n")) ==
        "note obligation 11, 11.07 certain\nrenumber section 11, 11.08 certain -11.08 +11.07\nrepeal section 12, 12.2 "
        "certain\n");
}

TEST_CASE("raises and sums of several years are told whole, each with its day, and are no term") {
    const Proposal read = proposal(
        "County Proposal\n\n1. Article 16 - Wages\n\nIncrease all rates by 4% on July 1, 2026, 3% on July 1, 2027 and "
        "2% "
        "on July 1, 2028.\n\n2. Article 13 - Longevity\n\nEffective July 1, 2026, $500; effective July 1, 2027, "
        "$750.\n");
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[0].inserted_text ==
          "all rates by 4% on July 1, 2026, 3% on July 1, 2027 and 2% on July 1, 2028");
    CHECK(read.operations[1].unit == Unit::words);
    REQUIRE(read.operations[1].money.size() == 2);
    CHECK(read.operations[1].money[0].what == "Effective July 1, 2026");
    CHECK(read.operations[1].money[1].what == "effective July 1, 2027");
}

TEST_CASE("a part that the heading names in words is no title, and the whole unit is not struck for certain") {
    for (const char* heading : {"Section 12, sentence two", "Section 12 deadline", "Section 12 (fees only)",
                                "Section 12, the pay clause", "Section 12, Sentence Two"}) {
        CAPTURE(heading);
        const Proposal read =
            proposal("Offer\n\n1. " + std::string(heading) + ": Delete.\n\n2. Section 14 – Delete.\n");
        REQUIRE(read.operations.size() == 2);
        CHECK(read.operations[0].confidence == Confidence::ambiguous);
        CHECK(read.operations[1].confidence == Confidence::certain);
    }
    for (const char* heading :
         {"Section 12, Vacations", "Section 12 – UNION SECURITY", "Article 4, Section 12 (Rest)"}) {
        CAPTURE(heading);
        const Proposal read =
            proposal("Offer\n\n1. " + std::string(heading) + ": Delete.\n\n2. Section 14 – Delete.\n");
        REQUIRE(read.operations.size() == 2);
        CHECK(read.operations[0].confidence == Confidence::certain);
    }
}

TEST_CASE("marked words in what a party says on a condition come only if that holds") {
    const Proposal read = proposal(
        "# Authority Proposal\n\n## Article 33 Part-Time\n\nThe Authority is prepared to accept 33.1 provided that the "
        "Union "
        "agrees to 33.5, which would read: <ins>“Weeks have 32 hours.”</ins>\n\n## Article 34 Runs\n\nDelete Section "
        "34.1.\n");
    REQUIRE(!read.operations.empty());
    CHECK(read.operations.front().confidence == Confidence::inferred);
    CHECK(read.operations.front().condition.starts_with("provided that the Union agrees"));
}

TEST_CASE("a sum in front of the verb is the one in force, and values go on behind the days of others") {
    const auto first = [](const std::string& body) {
        return proposal("# Union Proposal\n\n## Article 3 On-Call\n\n" + body +
                        "\n\n## Article 34 Runs\n\nDelete Section 34.1.\n")
            .operations.front();
    };
    const Operation raised = first("The rate ($4.00/hour) increases to $6.00/hour on 1/1/27 and $7.00/hour on 1/1/28.");
    REQUIRE(raised.money.size() == 2);
    CHECK(raised.money[0].from == "4");
    CHECK(raised.money[0].to == "6");
    CHECK(first("Increase base salaries by 5.0% the first pay period in July 2026, 4.0% in July 2027 and 4.0% in July "
                "2028.")
              .inserted_text ==
          "base salaries by 5.0% the first pay period in July 2026, 4.0% in July 2027 and 4.0% in July 2028");
}

TEST_CASE("a lone letter behind an article's number may open its title") {
    const std::string other = "\n\n## Article VII, B. Tools\n\nDelete the last sentence.\n";
    const std::string coli = "# Union Proposal\n\n## Article VI, E. Coli Exposure\n\nDelete the first sentence.";
    CHECK(flagged(proposal(coli + "\n\n## Article VII Tools\n\nDelete Section 7.1.\n").operations.front(),
                  "LETTER_MAY_BE_TITLE"));
    CHECK_FALSE(flagged(proposal(coli + other).operations.front(), "LETTER_MAY_BE_TITLE"));
}

TEST_CASE("an article below the name of an attachment alone may be of the attachment") {
    const std::string opens = "Union Proposal\n\nArticle 7 – Hours\n\nIn Section 7.1, change \"ten\" to \"nine\".\n\n";
    const std::string body = "\n\nIn Section 1.1, change \"ten\" to \"nine\".\n";
    CHECK(told(proposal(opens + "ATTACHMENT A\n\nArticle 1 – Parking" + body)).find("1, 1.1 ambiguous") !=
          std::string::npos);
    for (const char* between : {"ATTACHMENT A\n\nStrike the last sentence.\n\nArticle 1 – Parking",
                                "ATTACHMENT A (TA 5/4/26)\n\nArticle 1 – Parking", "Article 1 – Parking"})
        CHECK(told(proposal(opens + between + body)).find("1, 1.1 certain") != std::string::npos);
    CHECK(told(proposal(opens + "ATTACHMENT A\n\nArticle 11 – Parking" + body)).find("11, 1.1 certain") !=
          std::string::npos);
}
