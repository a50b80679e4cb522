// Clauses that give units new numbers, and conditions that ask for nothing.
#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::proposal;
using proposal_test::told;
using proposal_test::told_of_item;

namespace {

std::string told_below(const std::string& heading, const std::string& body) {
    return told(proposal("# Loft Union Proposal\n\n## " + heading + "\n\n" + body +
                         "\n\n## Article 60 Lofts\n\nDelete Section 60.1.\n"));
}

}  // namespace

TEST_CASE("what a condition supposes is asked by nobody") {
    const Proposal read = proposal(
        "# Loft Union Proposal\n\n## Article 5 Pay\n\nSection 5.3 becomes Section 5.4 if the Union agrees to drop "
        "Section 5.2.\n\n## Article 6 Lofts\n\nDelete Section 6.1.\n");
    CHECK(told(read) == "renumber section 5, 5.3 certain -5.3 +5.4\nrepeal section 6, 6.1 certain\n");
    CHECK(read.operations.front().condition == "if the Union agrees to drop Section 5.2");
    CHECK(told_below("Article 6 Crew", "If the crew falls from 40 to 30, the Employer shall meet with the Union.")
              .starts_with("restate paragraph 6 ambiguous"));
    CHECK(told_below("Article 7 Crew", "The crew falls from 40 to 30.")
              .starts_with("substitute words 7 inferred -40 +30\n"));
}

TEST_CASE("the unit that gets a number is the one that is named, or that stands above") {
    CHECK(told_below("Article 9 Safety", "Section 9(d) Renumber as 9(c).")
              .starts_with("renumber list-item 9, 9(d) certain -9(d) +9(c)\n"));
    CHECK(
        told_below("Article 12 Boats", "Renumber as Article 14.").starts_with("renumber article 12 certain -12 +14\n"));
    CHECK(told_below("Article XIX Boats", "Delete entire article; renumber XX and XXI as XIX and XX.") ==
          "repeal article XIX certain\nrenumber article XX certain -XX +XIX\nrenumber article XXI certain -XXI +XX\n"
          "repeal section 60, 60.1 certain\n");
}

TEST_CASE("a number in front of a deletion may be the demand's, and a letter alone is an item") {
    CHECK(told_below("Article 8 Hours", "Delete Section 8.1.\n\n## Article 9 Leave\n\n1. Delete.")
              .find("repeal article 9 ambiguous") != std::string::npos);
    CHECK(
        told_below("Article 14.03 Overtime", "(c) Status quo.").starts_with("note obligation 14, 14.03, (c) certain"));
    CHECK(told_below("Article 14 Overtime", "In 14.2, letter b), delete \"trainees\".")
              .starts_with("delete words 14, 14.2, (b) "));
}

TEST_CASE("what replaces a unit and is called new is new") {
    CHECK(told_below("Side Letter 4 Standby", "Delete. Replace by Article 14.09 (new):\n\n14.09 Standby is $40 a day.")
              .find("insert section Side Letter 4 ") != std::string::npos);
}

TEST_CASE("what is combined and written anew has its text") {
    CHECK(told_below("Articles 5 and 6", "Combine and rewrite Articles 5 and 6 as follows:\n\nSailors rest.")
              .starts_with("join article 5 and 6 certain +Sailors rest.\n"));
}

TEST_CASE("what goes and what replaces it may be parted by a semicolon") {
    CHECK(told_below("Article 17 Runs",
                     "Delete Sections 17.2 and 17.3; replace with:\n\n17.2 Runs are selected.\n\n17.3 "
                     "Runs are posted.")
              .starts_with(
                  "replace section 17, 17.2 and 17.3 certain +17.2 Runs are selected.\n17.3 Runs are posted.\n"));
}

TEST_CASE("what is asked unless something is accepted is asked on that condition") {
    const Proposal read = proposal(
        "# Guild Proposal\n\n## Article 20 Shops\n\nUnless the City accepts Proposal 1, Section 20.4 shall be "
        "deleted.\n\n## Article 21 Lofts\n\nDelete Section 21.1.\n");
    REQUIRE(!read.operations.empty());
    CHECK(told(read.operations.front()) == "repeal section 20, 20.4 inferred");
    CHECK(read.operations.front().condition == "Unless the City accepts Proposal 1");
}

TEST_CASE("what stands behind a title's dash and asks is no title, and what follows a deleted sentence is not lost") {
    CHECK(
        told(proposal(
                 "City Counter\n\nArticle 8 – Holidays – Add Veterans Day. Delete Columbus Day.\n\nArticle 9 – Leave – "
                 "Delete Section 9.1.\n"))
            .find("+Veterans Day\n") != std::string::npos);
    CHECK(told_below("Article 9", "9.3(c) Re-letter as (b).")
              .starts_with("renumber list-item 9, 9.3(c) certain -9.3(c) +(b)\n"));
    const Proposal read = proposal(
        "# Guild Proposal\n\n## Article 12\n\nThe second sentence of Section 12.1 should be deleted. The third tells: "
        "\"Notice "
        "is given in writing.\"\n\n## Article 13\n\nDelete Section 13.1.\n");
    REQUIRE(!read.operations.empty());
    CHECK(proposal_test::flagged(read.operations.front(), "WORDS_NOT_READ"));
}

TEST_CASE("what a party proposes behind a colon is the text that comes") {
    CHECK(
        told_below("Article 6", "6.4 – District proposes the following new language: Clerks shall be paid for travel.")
            .find("+Clerks shall be paid for travel.") != std::string::npos);
}

TEST_CASE("a letter that gets another letter is no roman number of an article") {
    CHECK(told_of_item("Delete Paragraph C. Renumber D as C.").find("renumber list-item 5, 12, D certain -D +C") !=
          std::string::npos);
    CHECK(told_of_item("Renumber XX as XIX.").find("renumber article XX") != std::string::npos);
}
