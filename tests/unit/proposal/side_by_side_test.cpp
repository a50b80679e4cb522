// What holds and what is proposed, printed in two columns.
#include "proposal/side_by_side.hpp"

#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::told;

namespace {

std::string asks(const std::string& body, std::string name = "proposal.md") {
    return told(proposal_test::proposal(
        "# Guild Proposal\n\n## Article 5 – Hours\n\n" + body + "\n\n## Article 6 – Boats\n\nDelete Section 6.2.\n",
        std::move(name)));
}

constexpr const char* last = "repeal section 6, 6.2 certain\n";

}  // namespace

TEST_CASE("rows of two columns of text change in the words that differ") {
    CHECK(
        asks("| Current Language | Proposed Language |\n|---|---|\n| 5.4 Rosters hang for ten days. | 5.4 Rosters hang "
             "for twenty days. |\n| None. | 5.6 Clerks may swap their shifts. |\n| 5.7 Clerks rest at noon each day. | "
             "5.7 No change. |") == std::string("substitute words 5, 5.4, 1, 1 certain -ten +twenty\n"
                                                "insert section 5, 5.6 certain +5.6 Clerks may swap their shifts.\n"
                                                "note obligation 5, 5.7 certain\n") +
                                        last);
}

TEST_CASE("in plain text a paragraph is several lines of its column") {
    const Proposal read = proposal_test::proposal(
        "GUILD PROPOSAL 4\n\nARTICLE 11 - VACATION\n\nCURRENT                                  PROPOSED\n\n"
        "11.1 Clerks earn ten days of             11.1 Clerks earn twelve days of\nvacation each year.                "
        "      vacation each year.\n\n11.2 Vacation is scheduled by            11.2 Vacation is scheduled "
        "by\nseniority "
        "within each crew.              seniority within each dock.\n",
        "proposal.txt");
    CHECK(
        told(read) ==
        "substitute words 11, 11.1, 1, 1 certain -ten +twelve\nsubstitute words 11, 11.2, 1, 1 certain -crew +dock\n");
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[1].lines.first == 11);
}

TEST_CASE("columns of values, names or marked text stay tables") {
    CHECK(asks("| Current | Proposed |\n|---|---|\n| $15.00 | $16.00 |\n| $17.00 | $18.00 |").starts_with("set table"));
    CHECK(asks("| Current | Proposed |\n|---|---|\n| Rosters hang for ~~ten~~ days here. | Rosters hang for nine days "
               "here. |")
              .starts_with("set table"));
}
