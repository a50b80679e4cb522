// An item's body in steps.
#include "proposal/steps.hpp"

#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;

namespace {

constexpr std::string_view kinds[] = {"instructed", "text", "note", "listed"};

/// "instructed 12 +2; text 13 +1": kind, section, paragraphs of text; "aside" behind all.
std::string steps_of(const std::string& body) {
    const Document document =
        proposal_test::document("1. Article 5, Section 12\n\n" + body + "\n\n2. Article 6\n\nDelete Section 13.\n");
    const Grammar& grammar = proposal_test::labor();
    const MarkUse use = find_mark_use(document, proposal_test::book(), "");
    const Items items = read_items(document, grammar, proposal_test::book(), "2026-06-01");
    const Steps read = read_steps(document, items.items.front(), grammar, proposal_test::book(), use, "2026-06-01");
    std::string out;
    for (const Step& step : read.steps) {
        out += (out.empty() ? "" : "; ") + std::string(kinds[static_cast<std::size_t>(step.kind)]) + " " +
               step.target.section + " +" + std::to_string(step.text.size());
        if (step.status) out += " " + std::string(status_name(step.status->status));
    }
    if (!read.asides.empty()) out += "; aside " + std::to_string(read.asides.size());
    return out;
}

}  // namespace

TEST_CASE("lettered units of an article head what is asked of them") {
    const Proposal offer = proposal_test::proposal(
        "# Union Proposals\n\nARTICLE II – HOURS\n\nB.3 – Change \"twelve\" to \"ten\".\n\n"
        "A. – Delete \"at most\".\n\nARTICLE III – PAY\n\nC.2.a: Strike \"weekly\".\n");
    REQUIRE(offer.operations.size() == 3);
    CHECK(offer.operations[0].target.section == "B.3");
    CHECK(offer.operations[1].target.section == "A");
    CHECK(offer.operations[2].target.section == "C.2.a");
}

TEST_CASE("an instruction takes the text it announces, up to the next label, note or instruction") {
    CHECK(steps_of("Delete and replace with the following:\n\nPay rises.\n\nIt rises twice.\n\nNote: it is agreed.") ==
          "instructed 12 +2; note 12 +1");
    CHECK(steps_of("Delete the last sentence.\n\nAdd the following:\n\nPay rises.") ==
          "instructed 12 +0; instructed 12 +1");
    CHECK(steps_of("Section 12. Pay is ~~ten~~ **nine**.\n\nSection 13. Leave stays.") == "text 12 +1; text 13 +1");
}

TEST_CASE("lists of letters, a line each") {
    CHECK(steps_of("Delete the following Letters of Agreement:\n\nLOA #2 – Posting\n\nLOA #7 – Parking") ==
          "listed 12 +1; listed 12 +1");
}

TEST_CASE("labels before a dash, and of a section that is new") {
    CHECK(steps_of("12.1 – Delete the last two sentences.\n\n12.2 – Withdrawn.\n\n12.3: Delete.") ==
          "instructed 12.1 +0; note 12.2 +0 withdrawn; instructed 12.3 +0");
    CHECK(steps_of("12.1 Pay is ~~ten~~ **nine**.\n\n**NEW 12.6** The roster is posted.") ==
          "text 12.1 +1; instructed 12.6 +1");
}

TEST_CASE("labels with a hyphen; a mark in the middle of paragraphs, and none over what follows") {
    CHECK(
        steps_of(
            "3-1. Pay is ~~ten~~ **nine**.\n\n3-2. ~~Leave is paid.~~ (TA 4/30/26)\n\n3-3. Rest is ~~one~~ **two**.") ==
        "text 3-1 +1; text 3-2 +1 TA; text 3-3 +1");
    CHECK(steps_of("Pay is ~~ten~~ **nine**. (TA 4/30/26)\n\nRest is ~~one~~ **two**.") == "text 12 +1 TA; text 12 +1");
}

TEST_CASE("a change below a deletion is no part of it") {
    CHECK(steps_of("Eliminate step 1.\n\nNight pay is ~~$0.75~~ **$1.00**.") == "instructed 12 +0; text 12 +1");
    CHECK(steps_of("Delete the last paragraph.\n\n~~Leave is paid.~~") == "instructed 12 +1");
}

TEST_CASE("an addition with a renumbering beside it takes the text below; a deletion that names its place takes none") {
    CHECK(steps_of("Add a new Section 13 as follows and renumber accordingly:\n\nClerks have lockers.") ==
          "instructed 12 +1; instructed 13 +0");
    CHECK(steps_of("Sections 12.9-12.12: delete.\n\nClerks have lockers.") ==
          "instructed 12.9, 12.10, 12.11 and 12.12 +0; text 12.9, 12.10, 12.11 and 12.12 +1");
    CHECK(steps_of("12.3 - Delete.\n\nClerks have lockers.") == "instructed 12.3 +0; text 12.3 +1");
}

TEST_CASE("what is said of all the rest, a sentence each, and the names of who signs below") {
    CHECK(steps_of("Delete the last sentence.\n\nAll other Union proposals are rejected. All other articles: current "
                   "contract language.\n\nRosa Quill\n\nDirector of Labor Relations") ==
          "instructed 12 +0; note  +1 rejected; note  +1 current; aside 2");
    CHECK(steps_of("All prior Company proposals not included here are withdrawn.") == "note  +1 withdrawn");
}

TEST_CASE("statuses: of a section, of what stands above, of all above a line to sign on") {
    CHECK(steps_of("Section 12. Pay is ~~ten~~ **nine** dollars. (TA 5/6/26)\n\nSection 13. Leave is ~~one~~ **two** "
                   "days. **TA**\n\nSection 14. Clerks rest ~~ten~~ **nine** minutes (current).") ==
          "text 12 +1 TA; text 13 +1 TA; text 14 +1");
    CHECK(steps_of("Section 12. No clerk works alone. [TA]") == "text 12 +1 TA");
    CHECK(steps_of("Section 12. No change.\n\nSection 13. Pay is ~~ten~~ **nine**.") ==
          "note 12 +0 current; text 13 +1");
    CHECK(steps_of("Delete the last sentence.\n\nTA 5/6/26") == "instructed 12 +0 TA; aside 1");
    CHECK(
        steps_of(
            "Section 12. Pay is ~~ten~~ **nine**.\n\nSection 13. Pay is ~~ten~~ **nine**.\n\nTA: 5/6/26 Union: ____") ==
        "text 12 +1 TA; text 13 +1 TA; aside 1");
    CHECK(steps_of("Section 13 (TA 5/6). Pay is ~~ten~~ **nine**.\n\nSection 14. Pay is ~~ten~~ **nine**.") ==
          "text 13 +1 TA; text 14 +1");
}

TEST_CASE("a status of several units, in one line or announced over theirs") {
    CHECK(steps_of("12.1 and 12.2: TA 5/1/26\n\n12.3 – Delete.") ==
          "note 12.1 +0 TA; note 12.2 +0 TA; instructed 12.3 +0");
    CHECK(steps_of("Sections 14, 15 (Rest) and 17 were tentatively agreed to on May 1, 2026.") ==
          "note 14 +0 TA; note 15 +0 TA; note 17 +0 TA");
    CHECK(steps_of("TA'd 5/1/26: 12.1 and 12.4") == "note 12.1 +0 TA; note 12.4 +0 TA");
    CHECK(steps_of("Withdrawn:\n\n12.1 Sick Leave\n\n12.2\n\n12.3 Delete the last sentence.") ==
          "note 12.1 +0 withdrawn; note 12.2 +0 withdrawn; instructed 12.3 +0; aside 1");
    CHECK(steps_of("12.1 and 12.2: TA pending") == "text 12 +1");
    CHECK(steps_of("12.1-12.3: CCL\n\n12.4 Delete \"a\".") ==
          "note 12.1 +0 current; note 12.2 +0 current; note 12.3 +0 current; instructed 12.4 +0");
}

TEST_CASE("labels with parts in brackets, alone in a block, and in bold before a caption") {
    using proposal_test::told;
    const std::string opens = "# Guild Proposal\n\n## Article 18 – Leave\n\n";
    const std::string closes = "\n\n## Article 19\n\nDelete 19.4.\n";
    const auto places = [&](const std::string& text) {
        std::string out;
        for (const Operation& one : proposal_test::proposal(opens + text + closes).operations)
            out += proposal_test::place(one.target) + "; ";
        return out;
    };
    CHECK(places("18.3 It is ~~ten~~ <ins>nine</ins>.\n\n- 18.4(a) It is ~~two~~ <ins>three</ins>.") ==
          "18, 18.3, 1, 1; 18, 18.4, (a), 1; 19, 19.4; ");
    CHECK(places("**Section 18.2 Hourly Leave.** It is ~~ten~~ <ins>nine</ins>.\n\n**Section 18.5** It is ~~two~~ "
                 "<ins>three</ins>.") == "18, 18.2, 1, 1; 18, 18.5, 1, 1; 19, 19.4; ");
}

TEST_CASE("text in quotes that was announced, and what is asked for behind it") {
    CHECK(
        proposal_test::told(proposal_test::proposal(
            "# Guild Proposal\n\n**Article 9: Ratings**\nReplace Section 9.4 with the following:\n\"9.4 Clerks are "
            "rated "
            "once.\"\nDelete Section 9.7.\nSections 9.8 - 9.10 to be renumbered.\n\n**Article 13**\nDelete 13.4.\n")) ==
        "replace section 9, 9.4 certain +9.4 Clerks are rated once.\nrepeal section 9, 9.7 certain\nrenumber section "
        "9, "
        "9.8, 9.9 and 9.10 inferred -9.8, 9.9 and 9.10\nrepeal section 13, 13.4 certain\n");
}

TEST_CASE("bold numbers and titles are captions where a legend makes bold new; a heading over all names the article") {
    const Proposal read = proposal_test::proposal(
        "# Guild Counter 2 – Article 12: Leaves\n\n*New language is in **bold**; ~~struck~~ language is "
        "removed.*\n\n**12.1 "
        "Sick Leave**\n\nClerks have ~~ten~~ **nine** days.\n\n**12.2 Rest**\n\nEach clerk may rest at noon. **It is "
        "paid.**\n");
    CHECK(proposal_test::told(read) ==
          "substitute words 12, 12.1, 2, 1 certain -ten +nine\ninsert sentence 12, 12.2, 2, 2 "
          "certain +It is paid.\n");
}

TEST_CASE("a title over the parties' names agrees; a line with a sum beside what is instructed is told") {
    const Proposal read = proposal_test::proposal(
        "TENTATIVE AGREEMENT\nbetween\nFernwood Library and the Guild\n\nMay 29, 2026\n\nArticle 10 - Salaries\n     "
        "3.0% "
        "effective 7/1/26\n     Delete 10.4.\n\nArticle 13 - Boots\n     Delete 13.2.\n     massage: add $500 per "
        "year\n",
        "offer.txt");
    CHECK(read.ledger.size() == 2);
    CHECK(proposal_test::told(read).find("3.0% effective 7/1/26") != std::string::npos);
    CHECK(proposal_test::told(read).find("massage: add $500 per year") != std::string::npos);
}

TEST_CASE("an item of a list is no text of the one before it; who proposes to delete names what stands above") {
    CHECK(proposal_test::told(proposal_test::proposal("## Proposal to Amend the Collective Agreement\n\nThe "
                                                      "Association proposes that:\n\n* Article 5.4 be deleted "
                                                      "in its entirety;\n* Appendix C be updated to reflect the new "
                                                      "rates; and\n* the term of the agreement be two "
                                                      "years.\n")) ==
          "repeal section 5, 5.4 certain\nreplace letter Appendix C ambiguous\nset date  inferred +the term of the "
          "agreement "
          "be two years.\n");
    CHECK(proposal_test::told(proposal_test::proposal("# District Offer\n\n## ARTICLE 20 – LEAVE\n\n20.5: District "
                                                      "proposes to delete.\n\n## ARTICLE 21\n\nDelete "
                                                      "21.2.\n")) ==
          "repeal section 20, 20.5 certain\nrepeal section 21, 21.2 certain\n");
}

TEST_CASE("text that was announced, or is new in all its words, may tell how a value changes") {
    const Proposal offer = proposal_test::proposal(
        "# Union Proposals\n\n## Article 6 – Hours\n\nAdd new Section 6.4:\n\n"
        "6.4 The rate rises from $20.00 to $22.00 after one year.\n\nReplace Section 6.7 with the following:\n\n"
        "6.7 If enrolment is reduced from 400 to 300, the parties meet.\n\n"
        "6.8 <u>When the crew falls from 40 to 30 members, the Union is told.</u>\n");
    REQUIRE(offer.operations.size() == 3);
    CHECK(offer.operations[0].op == Op::insert);
    CHECK(offer.operations[0].inserted_text == "6.4 The rate rises from $20.00 to $22.00 after one year.");
    CHECK(offer.operations[1].op == Op::replace);
    CHECK(offer.operations[1].inserted_text == "6.7 If enrolment is reduced from 400 to 300, the parties meet.");
    CHECK(offer.operations[2].op == Op::insert);
    CHECK(offer.operations[2].inserted_text == "When the crew falls from 40 to 30 members, the Union is told.");
}

TEST_CASE("a value that changes below an instruction that awaits no text is asked for") {
    const Proposal offer = proposal_test::proposal(
        "# Union Proposals\n\n## Article 6 – Hours\n\nDelete Section 6.2.\n\n"
        "The contribution shall be increased from $4.00 to $5.00.\n");
    REQUIRE(offer.operations.size() == 2);
    CHECK(offer.operations[0].op == Op::repeal);
    CHECK(offer.operations[1].op == Op::substitute);
    CHECK(offer.operations[1].inserted_text == "$5.00");
}

TEST_CASE("a quotation that nothing closes takes no instruction below it") {
    const Proposal offer = proposal_test::proposal(
        "# Union Proposals\n\n## Article 6 – Hours\n\nReplace Section 6.1 with:\n\n“6.1 A shift has eight hours.\n\n"
        "Delete Section 6.2.\n\nIn Section 6.3 replace “ten” with “twelve”.\n\nReplace Section 6.4 with:\n\n"
        "“6.4 A break has ten minutes.”\n");
    REQUIRE(offer.operations.size() == 4);
    CHECK(offer.operations[0].inserted_text == "6.1 A shift has eight hours.");
    CHECK(offer.operations[1].op == Op::repeal);
    CHECK(offer.operations[2].inserted_text == "twelve");
    CHECK(offer.operations[3].inserted_text == "6.4 A break has ten minutes.");
}

TEST_CASE("a quotation over several paragraphs ends with the mark that closes it") {
    for (const std::string& quoted :
         {std::string("“6.1 A shift has eight hours.\n\nA “day” has 24 hours, and a “week” seven “days”.\n\nNo more.”"),
          std::string("“6.1 A shift has eight hours.\n\n“A “day” has 24 hours, and a “week” seven “days”.\n\n“No "
                      "more.”")}) {
        const Proposal offer =
            proposal_test::proposal("# Union Proposals\n\n## Article 6 – Hours\n\nReplace Section 6.1 with:\n\n" +
                                    quoted + "\n\nDelete Section 6.2.\n");
        REQUIRE(offer.operations.size() == 2);
        CHECK(offer.operations[0].inserted_text.ends_with("No more."));
        CHECK(offer.operations[1].op == Op::repeal);
    }
}

TEST_CASE("a label stands in front of marked words in small letters, and the number of an amount is none") {
    const Proposal offer = proposal_test::proposal(
        "# Union Proposals\n\n## Article 5 – Leaves\n\n5.1 <ins>Employees get ten days.</ins>\n\n"
        "5.3 ~~the~~ <ins>each</ins> employee gets ten days.\n\n8.5 ~~hours~~ <ins>days</ins> are paid.\n");
    REQUIRE(offer.operations.size() == 3);
    CHECK(offer.operations[1].target.section == "5.3");
    CHECK(offer.operations[2].target.section == "5.3");
}
