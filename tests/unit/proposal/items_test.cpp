// Where items begin, in every series that houses use.
#include "proposal/items.hpp"

#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::proposal;
using proposal_test::told;
using proposal_test::told_of_item;

namespace {

std::string ids(const Proposal& read) {
    std::string out;
    for (const std::string& id : read.items_present) out += (out.empty() ? "" : ", ") + id;
    return out;
}

}  // namespace

TEST_CASE("numbers at the margin, with gaps, and lists inside that count on their own") {
    const Proposal read = proposal(
        "Harbor Offer\n\n1. Article 4. Parking\n\nReplace the Article with the following:\n\n1. Cars are parked.\n\n"
        "2. Vans are not.\n\n3. Boats wait.\n\n2. Article 5. Lockers\n\nDelete Section 8.\n\n4. Article 7. "
        "Keys\n\nDelete Section 9.\n");
    CHECK(ids(read) == "1, 2, 4");
    CHECK(read.items_missing == std::vector<std::string>{"3"});
}

TEST_CASE("a series goes on over demands that are sentences") {
    const Proposal read = proposal(
        "Offer\n\n1. Drivers rest for ten hours between shifts, and no driver is called in before that.\n\n"
        "2. Delete Section 9.\n\n3. All that was agreed before stays in this offer, whatever else happens to it.\n");
    CHECK(ids(read) == "1, 2, 3");
}

TEST_CASE("a party's name in front of the demand's noun") {
    CHECK(ids(proposal("**Guild Proposal 1: Article 6 – Rest**\n\nDelete Section 6.\n\n"
                       "**Guild Proposal 3: Article 8 – Pay**\n\nDelete Section 9.\n")) == "1, 3");
}

TEST_CASE("letters behind the demand's noun are demands beside the numbers") {
    const Proposal read = proposal(
        "# Counterproposals\n\nLodge Proposal 12. Article 4, Section 4.2 – change \"ten\" to \"twelve\".\n\n"
        "Lodge Proposal 13. Letter of Understanding 3 – Delete.\n\n"
        "Lodge Proposal A. Article 9 – The Lodge accepts. TA 8/4/26\n\nLodge Proposal B. Article 11 – Withdrawn.\n");
    CHECK(ids(read) == "12, 13, A, B");
    for (const Operation& operation : read.operations)
        CHECK((operation.item == "A") == (operation.status == Status::tentatively_agreed));
}

TEST_CASE("capitals at the margin are demands in front of an article that is attached") {
    CHECK(
        ids(proposal("Package of the Alliance\n\nA. Article 11, Stipends\n\nReplace \"five\" with \"six\" in 11.1.\n\n"
                     "B. Article 22 (Workload)\n\nStrike \"average\" in 22.3.\n\nATTACHMENT\n\n"
                     "Article 27 - Visas\n\n27.1 The University pays the fee.\n")) == "A, B");
}

TEST_CASE("both sides' demands, each numbered from one on") {
    const Proposal read = proposal(
        "County's Response\n\nUnion Proposal 1 (Article 3): County rejects.\n\nUnion Proposal 2 (Article 4): Delete "
        "Section 9.\n\nCounty Proposal 1 (Article 8): Delete Section 20.\n\nCounty Proposal 3 (Article 9): Delete "
        "Section 22.\n");
    CHECK(ids(read) == "Union 1, Union 2, Company 1, Company 3");
    CHECK(read.items_missing == std::vector<std::string>{"Company 2"});
    CHECK(read.operations.at(1).asked_of == Side::company);
    CHECK(read.operations.at(2).asked_of == Side::union_side);
    CHECK(ids(proposal("Package\n\nUP 1 – Article 3\n\nDelete Section 9.\n\nUP 2 – Article 4\n\nDelete Section "
                       "12.\n\nMP 1 – Article 8\n\nDelete Section 20.\n\nMP 2 – Article 9\n\nDelete Section "
                       "22.\n")) == "UP 1, UP 2, MP 1, MP 2");
}

TEST_CASE("demands under captions before the first article") {
    CHECK(ids(proposal("Harbor Offer\n\nTo: The Guild\n\n**Wages:** 3% effective 11/1/26.\n\n**Longevity:** Increase "
                       "the 10-year step to $500.\n\n**Article 3 – Dues**\n\nDelete Section 3.2.\n\n**Article 4 – "
                       "Keys**\n\nDelete Section 4.2.\n\n**Term**\n\nNovember 1, 2026 to October 31, 2029.\n")) ==
          "Wages, Longevity, Article 3, Article 4, Term");
}

TEST_CASE("a heading before a dash, text with marks behind") {
    const Proposal read = proposal(
        "# Guild Offer\n\n1. Parking (Article 9) – The fee is {--five--}{++four++} dollars.\n\n2. Keys (Article 10) – "
        "TA 5/6/26\n");
    CHECK(read.operations.at(0).target.article == "9");
    CHECK(read.operations.at(0).heading == "Parking (Article 9)");
    CHECK(read.operations.at(1).status == Status::tentatively_agreed);
}

TEST_CASE("a place, a title and what is said of it, all between dashes") {
    const Proposal read = proposal(
        "# Nurses Guild Proposal 3\n\nArticle 12 – Health – Guild withdraws 12.4.\n\nArticle 14 – Holidays – "
        "14.1 and 14.2 TA’d 5/20/26; 14.4 open.\n\nArticle 15 – Leave – Delete Section 15.2.\n");
    REQUIRE(read.operations.size() == 5);
    CHECK(read.operations[0].heading == "Article 12 – Health");
    CHECK(read.operations[0].target.section == "12.4");
    CHECK(read.operations[0].status == Status::withdrawn);
    CHECK(read.operations[1].target.section == "14.1");
    CHECK(read.operations[2].target.section == "14.2");
    CHECK(read.operations[2].status == Status::tentatively_agreed);
    CHECK(read.operations[3].target.section == "14.4");
    CHECK(read.operations[3].status == Status::open);
    CHECK(read.operations[4].op == Op::repeal);
    REQUIRE(read.ledger.size() >= 2);
    CHECK(ids(proposal("# Guild Proposal 4\n\nArticle 9 – Health – Safety\n\nDelete Section 9.1.\n\n"
                       "Article 10 – Keys\n\nDelete Section 10.1.\n")) == "Article 9, Article 10");
}

TEST_CASE("places with a dot, in bold or before a sentence, open demands in their paragraphs") {
    CHECK(ids(proposal("**EMPLOYER PACKAGE PROPOSAL**\n\n**Article 5.9 – Low Census.** Delete the last "
                       "sentence.\n\n**Article 7.5 – Charge Pay.** $2.75 per hour.\n\n**Article 16 – Pensions.** "
                       "Delete.\n")) == "Article 5.9, Article 7.5, Article 16");
    const Proposal letter = proposal(
        "College's Response to the Union\n\nArticle 3, Section 2. The College proposes instead to insert “written” "
        "before “notice”.\n\nArticle 8, Section 4. Agreed.\n\nArticle 20. Sections 1 and 2 - TA. Section 3 - no "
        "change.\n");
    CHECK(ids(letter) == "Article 3, Section 2, Article 8, Section 4, Article 20");
    CHECK(letter.ledger.size() == 2);
}

TEST_CASE("letters and captions behind them, run into their text like the articles") {
    CHECK(ids(proposal("**EMPLOYER OFFER**\n\n**Article 5.9 – Census.** Delete.\n\n**Article 7.5 – Pay.** "
                       "Delete.\n\n**Eligibility.** All clerks.\n\n**Appendix A – Wages.** Delete.\n\n**Signing "
                       "Bonus:** $1,000 each.\n\n**LOU – Lockers:** delete.\n\n**Duration:** Three years.\n")) ==
          "Article 5.9, Article 7.5, Appendix A, Signing Bonus, LOU – Lockers, Duration");
}

TEST_CASE("signatures side by side are no table") {
    const Proposal read = proposal(
        "MEMORANDUM OF SETTLEMENT\n\n1.  Article 6. Delete.\n\n2.  Article 7. "
        "Delete.\n\nFOR THE SCRIBES:                FOR THE MILLERS:\n\n________________      "
        "          ________________\nClerk                           Steward\n",
        "offer.txt");
    CHECK(read.operations.size() == 2);
}

TEST_CASE("short names, and capitals, in front of titles") {
    CHECK(ids(proposal("# Guild Package Proposal No. 3\n\n**UP 1 — Article 6, Section 2**\n\nDelete Section 6.\n\n"
                       "**UP 2 — Article 8, Section 3**\n\nDelete Section 9.\n")) == "1, 2");
    CHECK(ids(proposal("# Employer Proposals\n\nE-1 Article 2.02: amend \"thirty days\" to \"forty days\".\n\n"
                       "E-2 Section 7.3: delete.\n\nE-4: Hours. Delete Section 9.\n")) == "1, 2, 4");
    CHECK(ids(proposal("Memorandum\n\nA.  HOURS (Article 6)\n\nDelete Section 6.\n\n"
                       "B.  PAY (Article 8)\n\nDelete Section 9.\n",
                       "offer.txt")) == "A, B");
}

TEST_CASE("a title that agrees or packs lends its mark to items without one") {
    const Proposal agreed = proposal(
        "# Tentative Agreement\n\nMay 6, 2026\n\n1. Article 5, Section 12\n\nDelete the last sentence.\n\n"
        "2. Article 6\n\nDelete Section 13.\n");
    REQUIRE(agreed.ledger.size() == 2);
    CHECK(agreed.ledger[0].date == "2026-05-06");
    CHECK(agreed.ledger[0].year_inferred);
    const Proposal package = proposal(
        "# Union Proposal 3\n\n(Package)\n\n1. Article 5, Section 12\n\nDelete the last sentence.\n\n"
        "2. Article 6 (TA 5/6/26)\n\nDelete Section 13.\n");
    REQUIRE(package.operations.size() == 2);
    CHECK(package.operations[0].status == Status::package);
    CHECK(package.operations[1].status == Status::tentatively_agreed);
}

TEST_CASE("one article alone is one item, and its sections are none") {
    const Proposal read = proposal(
        "**Article 9 – Discipline**\n\n**Union Counter 3**\n\n**Section 1. Cause.** Discipline is ~~for cause~~ "
        "<u>for just cause</u>.\n\n**Section 2. Records.** Letters go after ~~two~~ <u>one</u> year.\n");
    CHECK(ids(read) == "Article 9");
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[1].target.article == "9");
    CHECK(read.operations[1].target.section == "2");
    CHECK(read.operations[0].status == Status::open);
}

TEST_CASE("a title in front of the articles is no item") {
    CHECK(
        ids(proposal("# Gull District Proposal\n\n## ARTICLE 7 - HOURS\n\nDelete Section 7.\n\n## ARTICLE 9 - SIZE\n\n"
                     "Delete Section 9.\n")) == "ARTICLE 7, ARTICLE 9");
}

TEST_CASE("a demand without any series is still read") {
    const Proposal read =
        proposal("To whom it may concern\n\nSection 5 is amended by striking \"ten\" and inserting \"nine\".\n");
    REQUIRE(read.operations.size() == 1);
    CHECK(read.operations[0].struck_text == "ten");
}

TEST_CASE("a heading ends where its text begins in the same paragraph") {
    const Proposal read = proposal(
        "Offer\n\n1. Article 5, Section 2 (Overtime). Delete the last sentence.\n\n2. Article 6 (Term). Section 6.4 is "
        "repealed.\n");
    CHECK(proposal_test::told(read) == "delete sentence 5, 2, last certain\nrepeal section 6, 6.4 certain\n");
}

TEST_CASE("names and lines to sign on are no text of the last item") {
    const Proposal read = proposal(
        "Offer\n\n1. Article 5\n\nDelete Section 8.\n\n2. Article 6\n\nDelete Section 9.\n\nFOR THE UNION:      FOR "
        "THE EMPLOYER:\n\n"
        "______________      ______________\nManager             Director\n",
        "offer.txt");
    CHECK(read.operations.back().lines.last == 9);
    CHECK(read.not_understood.empty());
}

TEST_CASE("groups: who is asked, and who asks") {
    const Proposal asked = proposal(
        "Offer\n\nThe Union will agree to the following:\n\n1. Article 5\n\nDelete Section 8.\n\n2. Article "
        "6\n\nDelete Section 9.\n");
    CHECK(ids(asked) == "Union 1, Union 2");
    CHECK(asked.operations[0].asked_of == Side::union_side);
    const Proposal asks = proposal(
        "Proposals\n\nUnion Proposals\n\n1. Article 5\n\nDelete Section 8.\n\n2. Article 6\n\nDelete Section 9.\n\n"
        "Employer Proposals\n\n1. Article 7\n\nDelete Section 10.\n");
    CHECK(ids(asks) == "Union 1, Union 2, Company 1");
    CHECK(asks.operations[0].asked_of == Side::company);
    CHECK(
        ids(proposal("Union Proposals\n\n1. Article 5\n\nDelete Section 8.\n\n2. Article 6\n\nDelete Section 9.\n")) ==
        "1, 2");
}

TEST_CASE("what is agreed outside of demands has its rows in the ledger") {
    const auto agreed = [](const std::string& text) {
        std::string out;
        for (const TentativeAgreement& row : proposal_test::proposal(text, "proposal.txt").ledger)
            out +=
                (out.empty() ? "" : "; ") + proposal_test::place(row.target) + (row.date.empty() ? "" : " " + row.date);
        return out;
    };
    CHECK(agreed("Counterproposal of the Guild\n\nThe parties have reached tentative agreement on Articles 1, 2 and "
                 "5.\n\nArticle 13 – Leaves\n\nDelete 13.2.\n\nArticle 14 – Hours\n\nDelete 14.2.\n") == "1; 2; 5");
    CHECK(agreed("Counterproposal of the Guild\n\nThe following articles have been tentatively agreed to:\n\n"
                 "Article 1 – Recognition\n\nArticle 3 – Dues (4/2/26)\n\nOpen items:\n\nArticle 13 – Leaves\n\n"
                 "Delete 13.2.\n\nArticle 14 – Hours\n\nDelete 14.2.\n") == "1; 3 2026-04-02");
    CHECK(agreed("Counterproposal of the Guild\n\nTentatively agreed:\n\n- Article 3 (Dues)\n- Side Letter 4\n\n"
                 "1. Article 13 – Leaves\n\nDelete 13.2.\n\n2. Article 14 – Hours\n\nDelete 14.2.\n") ==
          "3; Side Letter 4");
}

TEST_CASE("letters below a heading for all of them are items of their own") {
    const Proposal read = proposal_test::proposal(
        "Union Response\n\n1. Article 13 – Leaves\n\nDelete 13.2.\n\n2. Article 14 – Term\n\nDelete 14.2.\n\n"
        "SIDE LETTERS\n\nA. Parking – Renew\n\nB. Boots – Delete\n\nC. Shift Bids – TA 5/1/26\n",
        "proposal.txt");
    CHECK(proposal_test::told(read) ==
          "repeal section 13, 13.2 certain\nrepeal section 14, 14.2 certain\n"
          "note obligation Side Letter A certain +Renew\nrepeal letter Side Letter B certain\n"
          "note obligation Side Letter C certain\n");
    REQUIRE(read.ledger.size() == 1);
    CHECK(read.ledger[0].target.letter == "Side Letter C");
}

TEST_CASE("headings of several articles: each operation stands in its own") {
    const Proposal read = proposal_test::proposal(
        "Union Response\n\n1. Article 11, Article 12 – Delete 11.2; in 12.1, change \"a\" to \"b\"\n\n"
        "2. Articles 3-5: Delete.\n\n3. Article 14\n\nDelete Sections 3-1 and 3-2.\n",
        "proposal.txt");
    CHECK(proposal_test::told(read) ==
          "repeal section 11, 11.2 certain\nsubstitute words 12, 12.1 certain -a +b\nrepeal article 3 certain\n"
          "repeal article 4 certain\nrepeal article 5 certain\nrepeal section 14, 3-1 certain\n"
          "repeal section 14, 3-2 certain\n");
}

TEST_CASE(
    "demands by section numbers alone: each at its own, the first no heading over the others, letters behind them") {
    const Proposal read = proposal_test::proposal(
        "# Deckhands' Guild – Counterproposal\n\nMay 5, 2026\n\n"
        "2.4 – The Guild accepts the Line's 2.4 of May 1. (TA 5/5/26)\n\n"
        "3.3(b) – The Guild rejects the Line's proposal.\n\n7.2 and 7.3 – Package: both as before.\n\n"
        "7.4 – ~~ten (10)~~ **nine (9)** days\n\nLetter of Agreement 3 – Delete.\n");
    REQUIRE(read.operations.size() == 5);
    CHECK(read.operations[0].target.section == "2.4");
    CHECK(read.operations[0].status == Status::tentatively_agreed);
    CHECK(read.operations[1].target.section == "3.3(b)");
    CHECK(read.operations[1].status == Status::rejected);
    CHECK(read.operations[2].target.section == "7.2 and 7.3");
    CHECK(read.operations[2].status != Status::tentatively_agreed);
    CHECK(read.operations[3].target.section == "7.4");
    CHECK(read.operations[3].struck_text == "ten (10)");
    CHECK(proposal_test::told(read.operations[4]) == "repeal letter Letter of Agreement 3 certain");
}

TEST_CASE("articles numbered in words") {
    CHECK(proposal_test::told(proposal_test::proposal(
              "# Guild Proposals\n\n**Article Two – Release Time:** Change ten (10) days to twelve (12) days.\n\n"
              "**Article Five:** July 1, 2026 to June 30, 2029.\n\n**Article Six – Boots $60:**\n")) ==
          "substitute words 2 inferred -ten (10) days +twelve (12) days\n"
          "set date 5 inferred +July 1, 2026 to June 30, 2029.\nset words 6 inferred +Boots $60\n");
}

TEST_CASE("what moves may get a number where it goes") {
    const auto moved = [](const std::string& instruction) {
        const Proposal read = proposal_test::proposal("# Guild Proposals\n\n1. " + instruction +
                                                      "\n\n2. Article 9\n\nDelete Section 9.9.\n");
        const Operation& one = read.operations.at(0);
        return std::string(op_name(one.op)) + " " + proposal_test::place(one.target) + " > " +
               proposal_test::place(one.anchor) + " as " + one.new_label;
    };
    CHECK(moved("Move Section 4.2 to Article 3 as a new Section 3.4.") == "move 3, 4.2 > 3 as 3.4");
    CHECK(moved("Section 4.3 – Move to Article 3 and renumber as 3.5.") == "move 3, 4.3 > 3 as 3.5");
    CHECK(moved("Move Article 6, Section 3 to Article 9, to be Section 4.") == "move 9, 3 > 9 as 4");
    CHECK(moved("Move Section 5.1 to become Section 7.5.") == "move 5.1 >  as 7.5");
    CHECK(moved("Move Section 5.1 to Article 7.") == "move 7, 5.1 > 7 as ");
}

TEST_CASE("a number with nothing behind it below a heading of letters") {
    for (const std::string text : {"SIDE LETTERS\n\n1.", "LETTERS OF AGREEMENT\n\n1)", "SIDE LETTERS\n\n1.\n\n2.\n"}) {
        CAPTURE(text);
        const Proposal read = proposal_test::proposal(text);
        for (const Operation& operation : read.operations) CHECK(operation.op == Op::note);
    }
}

TEST_CASE("an abbreviated noun ends no heading") {
    const Proposal read = proposal(
        "UNION'S PROPOSALS\n\n1. Art. II, Sec. 4 - Change \"90 days\" to \"45 days\".\n\n"
        "2. ARTICLE 6, SEC. 5. Shifts. Delete \"old\".\n\n3. Art. XIII, Secs. 2 and 5 - Strike in their entirety.\n",
        "offer.txt");
    CHECK(told(read) ==
          "substitute words II, 4 certain -90 days +45 days\ndelete words 6, 5 certain -old\n"
          "repeal section XIII, 2 certain\nrepeal section XIII, 5 certain\n");
}

TEST_CASE("where a place is told before the verb, it is no heading's agreement") {
    CHECK(told(proposal("Union Proposal\n\n1. Following Article 2, Section 2.1 insert new Section 2.2 as follows:\n\n"
                        "2.2 Stewards may enter.\n\n2. Article 3\n\nDelete \"x\".\n"))
              .starts_with("insert section 2, 2.2 certain +2.2 Stewards may enter.\n"));
}

TEST_CASE("a title between a place and its instruction is the heading's") {
    const Proposal read = proposal(
        "Settlement\n\n1. Article IX, Vacations. Paragraph B shall be modified to change \"ten\" "
        "to \"nine\" and to eliminate the second sentence.\n\n2. Article X\n\nDelete \"x\".\n");
    REQUIRE(read.operations.size() == 3);
    CHECK(read.operations[0].target.article_title == "Vacations");
    CHECK(told(read.operations[0]) == "substitute words IX, B certain -ten +nine");
    CHECK(read.operations[1].op == Op::remove);
    CHECK(read.operations[1].target.sentence == "2");
}

TEST_CASE("demands of both sides that letters and numbers name are rows of their own") {
    const Proposal read = proposal(
        "## Employer Response\n\n**Union proposal E-1: Boots**\n\nNot agreed.\n\n**Union proposal E-2: Lamps**\n\n"
        "Agreed. TA 6/2/26.\n\n**Employer proposal E-1: Insurance**\n\nThe share is 12% (from 15%).\n");
    CHECK(read.items_present == std::vector<std::string>{"Union 1", "Union 2", "Company 1"});
    REQUIRE(read.operations.size() == 3);
    CHECK(read.operations[0].status == Status::rejected);
    CHECK(read.operations[1].status == Status::tentatively_agreed);
}

TEST_CASE("a document that calls itself a memorandum heads no letters") {
    const Proposal read = proposal(
        "                         MEMORANDUM OF AGREEMENT\n\n1. TERM\n\n   Section 24.1 is amended by changing "
        "\"2026\" to "
        "\"2030\".\n\n2. HOLIDAYS (Section 11)\n\n   Delete 11.4.\n",
        "offer.txt");
    CHECK(told(read).starts_with("substitute words 24.1 certain -2026 +2030\n"));
    CHECK(read.items_present == std::vector<std::string>{"1", "2"});
}

TEST_CASE("brackets at the end of a heading say that a unit is new") {
    const Proposal read = proposal(
        "Guild Proposals\n\nA. Article II (Dues)\n\nDelete \"x\".\n\n"
        "B. Machine Writing (new article)\n\n1. An editor reviews each text.\n\n"
        "C. SIDE LETTER – TRAINING (new)\n\nEach driver is trained.\n");
    REQUIRE(read.operations.size() == 3);
    CHECK(read.operations[1].op == Op::insert);
    CHECK(read.operations[1].unit == Unit::article);
    CHECK(read.operations[2].op == Op::insert);
    CHECK(read.operations[2].unit == Unit::letter);
}

TEST_CASE("a table of signatures with their days asks for nothing") {
    const Proposal read = proposal(
        "<p><b>TENTATIVE AGREEMENT</b></p><p><b>ARTICLE 16 - RECALL</b></p>"
        "<p>16.1 Notice is <s>thirty</s> <u>forty</u> days.</p>"
        "<table><tr><td>For the Library:<br>____________<br>M. Oster</td><td>For the Union:<br>__________<br>P. "
        "Dell</td></tr>"
        "<tr><td>Date: 2/11/2026</td><td>Date: 2/11/2026</td></tr></table>",
        "offer.html");
    CHECK(told(read) == "substitute words 16, 16.1, 1, 1 certain -thirty +forty\n");
}

TEST_CASE("numbered letters below their heading are each one, whatever is asked of them") {
    const Proposal read = proposal(
        "# Union Proposal\n\n## ARTICLE 14 – FLOATING\n\nSection 14.1: Delete \"x\".\n\n## SIDE LETTERS\n\n"
        "1. Weekend Program – Delete.\n2. Preceptor Pilot – Make permanent as new Section 20.8.\n3. Parking – "
        "Renew.\n");
    REQUIRE(read.operations.size() == 4);
    CHECK(told(read.operations[1]) == "repeal letter Side Letter 1 certain");
    CHECK(read.operations[2].target.letter == "Side Letter 2");
    CHECK(read.operations[2].confidence == Confidence::ambiguous);
    CHECK(read.operations[3].target.letter == "Side Letter 3");
}

TEST_CASE("paragraphs that open with a section and its letter are read by themselves") {
    const Proposal read = proposal(
        "FINAL OFFER\n\nSECTION 9.  OVERTIME\n\n   9(a)  Change \"eight (8)\" to \"ten (10)\".\n\n"
        "   9(c)  Delete entire paragraph.\n\nSECTION 10.  PLAN\n\n   401(k) Plan. Delete \"x\".\n",
        "offer.txt");
    CHECK(
        told(read).starts_with("substitute words 9(a) certain -eight (8) +ten (10)\n"
                               "delete paragraph 9(c) certain\n"));
    CHECK(told(read).find("401") == std::string::npos);
}

TEST_CASE("an answer in a table that is nothing but a mark is the status of what it answers") {
    const Proposal read = proposal(
        "# District Response\n\n| Art. | CEA Proposal (5/20) | District Response (6/3) |\n|---|---|---|\n"
        "| 7.1 | Overtime after 8 hours | TA 6/3/26 |\n| 9 | Add Founders' Day | Reject |\n"
        "| 12.5 | Change \"five\" to \"ten\" | Change \"five\" to \"seven\" |\n");
    REQUIRE(read.operations.size() == 4);
    CHECK(read.operations[0].inserted_text == "Overtime after 8 hours");
    CHECK(read.operations[0].status == Status::tentatively_agreed);
    CHECK(read.operations[1].status == Status::rejected);
    CHECK(read.operations[2].status == Status::countered);
}

TEST_CASE("names without quotes that are joined come together") {
    CHECK(told_of_item("Add Founders' Day and Juneteenth.")
              .starts_with("insert words 5, 12 inferred +Founders' Day and Juneteenth\n"));
}

TEST_CASE("what is deleted and replaced behind a semicolon is one thing") {
    CHECK(told_of_item("Delete; replace with: \"Lockers are free.\"")
              .starts_with("replace paragraph 5, 12 inferred +Lockers are free.\n"));
}

TEST_CASE("numbers with their titles below the name of one letter are its own") {
    const Proposal read = proposal(
        "# Offer\n\nThe Union will agree to the following:\n\n1. Modify the LOA as follows:\n\n"
        "LETTER OF AGREEMENT\n\n1. Lead Cooks - May be chosen by the Kitchen.\n\n2. Line Cooks - Are "
        "not.\n\n2. Article 18\n\nAdd the following sentence: \"Lamps are free.\"\n");
    for (const std::string& item : read.items_present) CHECK(item.find("Letter") == std::string::npos);
}
