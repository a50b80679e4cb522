// Every production of amendment language, and what is none.
#include "proposal/instruction.hpp"

#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::book;
using proposal_test::proposal;
using proposal_test::told;
using proposal_test::told_of_item;

namespace {

constexpr std::string_view verbs[] = {"none", "remove",   "add",  "replace", "modify", "change",
                                      "move", "renumber", "keep", "propose", "join"};

std::string quoted(std::string_view text, const std::vector<Span>& spans, char sign) {
    std::string out;
    for (const Span& span : spans) out += std::string(" ") + sign + std::string(text.substr(span.begin, span.size()));
    return out;
}

std::string place(std::string_view name, const std::optional<PlaceName>& place, const PhrasedText& text) {
    if (!place) return {};
    return " " + std::string(name) + "(" + std::string(text.text_of(0, 0)) +
           std::string(text.text().substr(place->units.front().span.begin,
                                          place->units.back().span.end - place->units.front().span.begin)) +
           ")";
}

/// "remove what(the last sentence) in(Paragraph 1)"; clauses parted by " | ".
std::string parsed(std::string_view text) {
    const PhrasedText phrased(text, book());
    std::string out;
    for (const Instruction& clause : parse_instructions(text, book()).clauses) {
        out += (out.empty() ? "" : " | ") + std::string(verbs[static_cast<std::size_t>(clause.verb)]);
        out += place("what", clause.place, phrased) + place("in", clause.scope, phrased) +
               place("to", clause.destination, phrased) + place("at", clause.anchor, phrased);
        out += quoted(text, clause.removed, '-') + quoted(text, clause.added, '+');
        if (clause.following) out += " following";
        if (clause.entire) out += " entire";
        if (clause.fresh) out += " new";
        if (clause.soft) out += " soft";
        for (const PlaceName& further : clause.further) out += place("and", further, phrased);
        for (const Span& span : clause.unread) out += " ?" + std::string(text.substr(span.begin, span.size()));
        if (clause.status) out += " " + std::string(status_name(*clause.status));
        if (!clause.bare.empty())
            out += " text(" + std::string(text.substr(clause.bare.begin, clause.bare.size())) + ")";
        if (!clause.condition.empty())
            out += " if(" + std::string(text.substr(clause.condition.begin, clause.condition.size())) + ")";
    }
    return out;
}

}  // namespace

TEST_CASE("DELETE target, quoted words, in its entirety") {
    CHECK(parsed("In Paragraph 1, delete the last sentence.") == "remove what(the last sentence) in(Paragraph 1)");
    CHECK(parsed("Delete (a). In (b), change “five (5)” to “seven (7)”.") ==
          "remove what((a)) | change in((b)) -five (5) +seven (7)");
    CHECK(parsed("Delete Section 12 in its entirety.") == "remove what(Section 12 in its entirety) entire");
    CHECK(parsed("Delete \"of age\" in Section 4.") == "remove what(Section 4) -of age");
    CHECK(parsed("Delete the Article in its entirety upon ratification.") ==
          "remove what(the Article in its entirety) entire if(upon ratification)");
    CHECK(parsed("Delete.") == "remove");
}

TEST_CASE("DELETE AND REPLACE, REPLACE target WITH following") {
    CHECK(parsed("Delete and replace with the following:") == "replace following");
    CHECK(parsed("Replace the last three paragraphs of Section 9 with the following:") ==
          "replace what(the last three paragraphs of Section 9) following");
    CHECK(parsed("Replace \"three\" with \"two\".") == "replace -three +two");
}

TEST_CASE("CHANGE quoted TO quoted, and amounts without quotes") {
    CHECK(parsed("Change \"eight hours\" to \"ten hours\".") == "change -eight hours +ten hours");
    CHECK(parsed("Increase the premium from $1.10 to $2.00 per hour.") == "change -$1.10 +$2.00");
    CHECK(parsed("Increase the uniform allowance.") == "");
}

TEST_CASE("ADD following, quoted, at a place") {
    CHECK(parsed("Add the following sentence at the end of Section 4:") ==
          "add what(sentence) at(Section 4) following");
    CHECK(parsed("Insert \"or designee\" after \"Director\".") == "add +or designee");
    CHECK(parsed("The following sentence shall be added to Article 18: \"Rates rise.\"") ==
          "add what(sentence) in(Article 18) +Rates rise.");
    CHECK(parsed("A new Section 7 shall be added to Article VIII as follows:") ==
          "add what(A new Section 7) in(Article VIII) following new");
}

TEST_CASE("MODIFY target, to read, to reflect, and remove") {
    CHECK(parsed("Modify the 5th paragraph to reflect:") == "modify what(the 5th paragraph) following soft");
    CHECK(parsed("Amend the first sentence to read: \"Pay rises.\"") == "modify what(the first sentence) +Pay rises.");
    CHECK(parsed("Modify to reflect current practice.") == "modify soft");
    CHECK(parsed("Modify the last paragraph of the Section and remove: for other reasons") ==
          "remove what(the last paragraph of the Section) text(for other reasons)");
}

TEST_CASE("MOVE and RENUMBER") {
    CHECK(parsed("Move Section 15 to Article 10.") == "move what(Section 15) to(Article 10)");
    CHECK(parsed("Renumber Section 7 as Section 8.") == "renumber what(Section 7) to(Section 8)");
}

TEST_CASE("new units") {
    CHECK(parsed("New Section: Parking") == "add what(Section) new text(Parking)");
    CHECK(parsed("Letter of Understanding - New") == "add what(Letter of Understanding) new");
    CHECK(parsed("New Article 26, Cameras. \"Cameras are worn.\"") == "add what(Article 26) +Cameras are worn. new");
}

TEST_CASE("the manner of statutes") {
    CHECK(parsed("Section 12 is amended by striking \"A\" and inserting \"B\".") == "replace what(Section 12) -A +B");
    CHECK(parsed("Section 12 is repealed.") == "remove what(Section 12)");
    CHECK(parsed("In Section 1, the words \"A\" are replaced by \"B\".") == "replace what(Section 1, the words) -A +B");
    CHECK(parsed("Amend Section 40 by striking \"and\" at the end of paragraph (2), and by striking \"or\" in "
                 "paragraph (3).") ==
          "remove what(Section 40) at(paragraph (2)) -and | remove what(paragraph (3)) in(Section 40) -or");
}

TEST_CASE("PROPOSER proposes that SUBJECT be VALUE") {
    CHECK(parsed("The Employer proposes that the term be May 1, 2026 through April 30, 2029.") ==
          "propose text(May 1, 2026 through April 30, 2029)");
}

TEST_CASE("several pairs and several verbs are clauses of their own") {
    CHECK(parsed("Change \"a\" to \"b\" and \"c\" to \"d\".") == "change -a +b | change -c +d");
    CHECK(parsed("Change \"a\" to \"b\" in Section 4 and \"c\" to \"d\" in Section 5.") ==
          "change what(Section 4) -a +b | change what(Section 5) -c +d");
    CHECK(parsed("Change \"a\" to \"b\" and \"c\" to \"d\" in Section 5.") ==
          "change what(Section 5) -a +b | change what(Section 5) -c +d");
    CHECK(parsed("Delete Section 4 and renumber the remaining sections accordingly.") ==
          "remove what(Section 4) | renumber what(sections)");
    CHECK(parsed("Delete the second sentence, and in the third sentence replace \"x\" with \"y\".") ==
          "remove what(the second sentence) | replace in(the third sentence) -x +y");
    CHECK(parsed("Insert \"One.\" and \"Two.\" at the end.") == "add +One. +Two.");
}

TEST_CASE("several places of one verb") {
    CHECK(parsed("Delete the first sentence and the third sentence.") ==
          "remove what(the first sentence) and(the third sentence)");
    CHECK(parsed("Renumber Sections 30 through 32 as 31 through 33.") ==
          "renumber what(Sections 30 through 32) to(31 through 33)");
}

TEST_CASE("words that no part claims are kept") {
    CHECK(parsed("Delete \"a\" in Section 4 twice.") == "remove what(Section 4) -a ?twice");
    CHECK(parsed("Delete \"a\" in Section 4 of the current agreement.") == "remove what(Section 4) -a");
    const Instructions excepts = parse_instructions("Delete \"a\" in Section 4 but not on Sundays.", book());
    REQUIRE(excepts.clauses.size() == 1);
    CHECK(excepts.clauses[0].excepts);
}

TEST_CASE("statements ask for nothing") {
    CHECK(parsed("Do not delete Section 17.") == "keep what(Section 17) current");
    CHECK(parsed("The Union withdraws its proposal to delete Section 18.") == "keep what(Section 18) withdrawn");
    CHECK(parsed("Section 18 is not amended.") == "keep what(Section 18) current");
    CHECK(parsed("Nothing in this proposal deletes Section 15.") == "keep what(Section 15) current");
}

TEST_CASE("what is added beside a deletion, and what is not meant") {
    CHECK(parsed("Delete paragraph (2) and add a new paragraph (5) to read: \"Shoes.\"") ==
          "remove what(paragraph (2)) | add what(a new paragraph (5)) +Shoes. new");
    CHECK(parsed("Delete the first sentence and insert \"Shoes.\"") == "replace what(the first sentence) +Shoes.");
    CHECK(parsed("Change all references to \"a\" to \"b\".") == "change -a +b");
    CHECK(parsed("Move 12.6 to Article 13, and delete 12.7.") == "move what(12.6) to(Article 13) | remove what(12.7)");
    CHECK(parsed("Increase from 2.5 to 3.0 hours.") == "change -2.5 +3.0");
}

TEST_CASE("figures and names without quotes") {
    CHECK(parsed("Replace 24/48 with 48/96.") == "replace -24/48 +48/96");
    CHECK(parsed("Reduce the leave bank to 96 hours.") == "propose text(the leave bank to 96 hours)");
    CHECK(parsed("Add Juneteenth to the list of holidays in Section 11.") == "add what(Section 11) +Juneteenth");
}

TEST_CASE("text of agreements is no instruction") {
    CHECK(parsed("Employees may add a dependent within thirty days.") == "");
    CHECK(parsed("The schedule shall be posted by noon.") == "");
    CHECK(parsed("Delete key") == "");
}

TEST_CASE("what becomes of words and values, without a verb in front") {
    CHECK(parsed("Section 19.6: \"ten days\" becomes \"five days\".") ==
          "change in(Section 19.6) -ten days +five days");
    CHECK(parsed("Overtime begins after 40 hours -> 42 hours in a week.") == "change -40 hours +42 hours");
    CHECK(parsed("Notice: 3 days → 5 days.") == "change -3 days +5 days");
    CHECK(parsed("Renew, with \"2026\" changed to \"2029\".") == "keep | change -2026 +2029");
    CHECK(parsed("Renew with the following change: in paragraph 3, \"ten\" becomes \"nine\".") ==
          "keep | change in(paragraph 3) -ten +nine");
    CHECK(parsed("Extend through August 31, 2028.") == "keep if(through August 31, 2028)");
}

TEST_CASE("several values behind one verb") {
    CHECK(parsed("Increase Night to $5.25 and Weekend to $3.00.") ==
          "propose text(Night to $5.25) | propose text(Weekend to $3.00)");
    CHECK(parsed("Increase the 10-year step to $500.") == "propose text(the 10-year step to $500)");
    CHECK(parsed("Increase lead pay from $2.75 to $3.50; trainer pay from $1.50 to $2.00.") ==
          "change -$2.75 +$3.50 | change -$1.50 +$2.00");
    CHECK(
        parsed("Increase the fee from $900 to $1,050 effective July 1, 2026, and to $1,100 effective July 1, 2027.") ==
        "change -$900 +$1,050 if(effective July 1, 2026) | propose text(to $1,100) if(effective July 1, 2027)");
    CHECK(parsed("Increase the fee to $5 and delete Section 4.") ==
          "propose text(the fee to $5) | remove what(Section 4)");
}

TEST_CASE("names in capitals without quotes") {
    CHECK(parsed("Add Juneteenth. Delete Columbus Day and replace with Indigenous Peoples' Day.") ==
          "add +Juneteenth | replace -Columbus Day +Indigenous Peoples' Day");
    CHECK(parsed("Delete Section 4.") == "remove what(Section 4)");
    CHECK(parsed("Add Attached.") == "add following");
}

TEST_CASE("what stays but for an exception: the exception asks") {
    const auto verbs = [](std::string_view text) {
        std::string out;
        for (const Instruction& clause : parse_instructions(text, book()).clauses)
            out += (clause.but_for_what_follows ? "but " : "") + std::to_string(static_cast<int>(clause.verb)) + " ";
        return out;
    };
    const std::string keep = "but " + std::to_string(static_cast<int>(Verb::keep)) + " ";
    const std::string remove = std::to_string(static_cast<int>(Verb::remove)) + " ";
    const std::string change = std::to_string(static_cast<int>(Verb::change)) + " ";
    CHECK(verbs("No change except strike “early” in 5.2.") == keep + remove);
    CHECK(verbs("Current contract language, except that Section 9.3 is deleted.") == keep + remove);
    CHECK(verbs("The Union accepts Company 4 with one change: change \"ten\" to \"nine\" in Section 6.3.") ==
          keep + change);
    CHECK(verbs("Current contract language except as follows:") == keep);
    const Instructions two =
        parse_instructions("Strike \"sole\" in 14.1 and add \"or designee\" after \"Chief\" in 14.2.", book());
    REQUIRE(two.clauses.size() == 2);
    CHECK(two.clauses[1].verb == Verb::add);
}

TEST_CASE("what comes behind a semicolon takes the place of what goes, and a dotted number is a section") {
    CHECK(parsed("Delete “ten”; insert “nine”.") == "replace -ten +nine");
    CHECK(parsed("Delete “ten”; insert “nine” after “of”.") == "remove -ten | add +nine");
    CHECK(parsed("12.6 change “ten” to “nine”.") == "change in(12.6) -ten +nine");
}

TEST_CASE("what comes is told in the passive of what goes") {
    CHECK(parsed("The figure “$210” shall be struck and the figure “$245” inserted in its place.") ==
          "replace what(The figure) -$210 +$245");
    CHECK(parsed("Paragraph 4 of Article 9 shall be deleted and the following substituted therefor:") ==
          "replace what(Paragraph 4 of Article 9) following");
    CHECK(parsed("In Article 12.3 the words “mate” wherever they appear shall be deleted and replaced by the words "
                 "“pilot”.") == "replace in(Article 12.3) -mate +pilot");
}

TEST_CASE("what is inserted elsewhere does not take the place of what goes") {
    CHECK(parsed("In 3.2, strike “ten” and the word “fair” is added at the beginning of 3.3.") ==
          "remove in(3.2) -ten ?and the word “fair” is added at the beginning of 3.3");
    CHECK(parsed("In 3.2, strike “ten” and the word “paid” inserted at the end of the sentence.") ==
          "remove in(3.2) -ten ?and the word “paid” inserted at the end of the sentence");
    CHECK(parsed("In 4.1, “$20.00” is deleted and “per hour” inserted in 4.2 behind “paid”.") ==
          "remove in(4.1) -$20.00 ?and “per hour” inserted in 4.2 behind “paid”");
    CHECK(parsed("In 3.2, strike “ten” and the word “nine” is inserted in lieu thereof.") ==
          "replace in(3.2) -ten +nine");
    CHECK(parsed("In 3.2, strike “ten” and “nine” added.") == "replace in(3.2) -ten +nine");
}

TEST_CASE("words in front of the verb say that each place is meant") {
    const std::string said =
        told(proposal("Proposals\n\n1. Throughout the Agreement, replace \"Chairman\" with \"Chair\".\n\n"
                      "2. Article 6\n\nDelete \"y\".\n"));
    CHECK(said.starts_with("substitute words  inferred -Chairman +Chair\n"));
}

TEST_CASE("two pairs share the words that say how often") {
    const Proposal read = proposal(
        "Proposals\n\n1. Article 1. Replace \"2023\" with \"2026\" and \"2025\" with \"2028\" wherever "
        "they appear.\n\n2. Article 6\n\nDelete \"y\".\n");
    REQUIRE(read.operations.size() == 3);
    CHECK(read.operations[0].occurrence == Occurrence::each);
    CHECK(read.operations[1].occurrence == Occurrence::each);
}

TEST_CASE("a caption that names a place is where its instruction works") {
    const Proposal read = proposal(
        "Offer\n\n**I. RULES**\n\nA. Article 8.02. Replace \"a\" with \"b\".\n\nB. Article 11.07(b): in the first line "
        "delete \"c\".\n\n**II. BENEFITS**\n\nA. Article 19, Section 4: delete the second paragraph.\n\n**III. "
        "OTHER**\n\n"
        "A. Article 20: delete \"d\".\n");
    CHECK(told(read).find("delete words 11, 11.07(b) inferred -c\n") != std::string::npos);
}

TEST_CASE("a line of a print is no paragraph") {
    CHECK(told(proposal("Proposals\n\n1. Section 1.02, line 2: Delete \"regular\".\n\n2. Article 6\n\nDelete \"y\".\n"))
              .starts_with("delete words 1.02 inferred -regular\n"));
}

TEST_CASE("agreement to a section on a condition sets no date") {
    const Proposal read =
        proposal("Proposals\n\n1. Employer agrees to 1.02 effective 7/1/27.\n\n2. Article 6\n\nDelete \"y\".\n");
    CHECK(told(read).starts_with("note obligation 1.02 certain"));
    CHECK(read.operations[0].condition == "effective 7/1/27");
}

TEST_CASE("text of several sections announced at once is theirs") {
    const std::string said =
        told_of_item("Replace 13.2 and 13.3 with the following:\n\n13.2 One hour.\n\n13.3 Two hours.");
    CHECK(said.starts_with("replace section 5, 13.2 and 13.3 certain +13.2 One hour.\n13.3 Two hours.\n"));
}

TEST_CASE("where a party proposes something is told in front of it") {
    CHECK(told_of_item("In Section 14 the Union proposes to change \"six\" to \"seven\".")
              .starts_with("substitute words 5, 14 certain -six +seven\n"));
    CHECK(told_of_item("In Article 8, the Union proposes to delete \"six\".").find("ambiguous") != std::string::npos);
    CHECK(told_of_item("The Union proposes to delete \"six\".").starts_with("delete words 5, 12 certain -six\n"));
    CHECK(told_of_item("Except in Section 14 the Union proposes to delete \"six\".").find("-six") == std::string::npos);
}

TEST_CASE("a number that opens with a full stop is no place, and reading goes on behind it") {
    const Instructions read = parse_instructions("Delete Section 4 to .7.", book());
    REQUIRE(read.clauses.size() == 1);
    CHECK(read.clauses.front().place->units.front().labels == std::vector<std::string>{"4"});
}
