// Every production of amendment language, and what is none.
#include "proposal/instruction.hpp"

#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::book;

namespace {

constexpr std::string_view verbs[] = {"none",   "remove", "add",      "replace", "modify",
                                      "change", "move",   "renumber", "keep",    "propose"};

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

TEST_CASE("text of agreements is no instruction") {
    CHECK(parsed("Employees may add a dependent within thirty days.") == "");
    CHECK(parsed("The schedule shall be posted by noon.") == "");
    CHECK(parsed("Delete key") == "");
}
