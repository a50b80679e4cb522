// Sentences about items by their numbers: a condition, or a package.
#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::flagged;
using proposal_test::proposal;

namespace {

/// "1 package upon …; " for each operation: item, status and condition.
std::string terms(const Proposal& read) {
    std::string out;
    for (const Operation& one : read.operations)
        out += one.item + " " + std::string(status_name(one.status)) +
               (one.condition.empty() ? "" : " " + one.condition) + "; ";
    return out;
}

const std::string items =
    "# Mill Proposals\n\n1. Section 3.1: Change \"low\" to \"high\".\n\n2. Section 4.1: Change \"ten\" to \"nine\".\n\n"
    "3. Section 5.1\n\nAdd the following:\n\nLooms rest at noon.\n\n";

}  // namespace

TEST_CASE("a sentence about items by their numbers is a term of those items, and no text of the last one") {
    const Proposal read = proposal(items + "Items 1 and 3 are contingent upon ratification by June 1, 2031.\n");
    CHECK(terms(read) ==
          "1 open contingent upon ratification by June 1, 2031; 2 open; "
          "3 open contingent upon ratification by June 1, 2031; ");
    REQUIRE(read.operations.size() == 3);
    CHECK(flagged(read.operations[0], "CONDITIONAL_EFFECT"));
    CHECK_FALSE(flagged(read.operations[1], "CONDITIONAL_EFFECT"));
    CHECK(read.operations[2].inserted_text == "Looms rest at noon.");
    CHECK(read.not_understood.empty());
    REQUIRE(read.findings.size() == 1);
    CHECK(read.findings[0].flag.code == "TERMS_OF_ITEMS");
}

TEST_CASE("items that stand or fall together are a package") {
    const Proposal read = proposal(items + "Package terms: Proposals 1 through 2 stand or fall together.\n");
    CHECK(terms(read) == "1 package; 2 package; 3 open; ");
    CHECK(read.not_understood.empty());
}

TEST_CASE("a sentence about items that are not there, or that says something else of them, is no term") {
    CHECK(terms(proposal(items + "Items 1 and 7 are contingent upon ratification.\n")) == "1 open; 2 open; 3 open; ");
    CHECK(terms(proposal(items + "Items 1 and 2 are kept in the mill's safe.\n")) == "1 open; 2 open; 3 open; ");
    // Announced text is the agreement's, whatever it speaks of.
    const Proposal announced =
        proposal(items + "4. Section 6.1\n\nAdd the following:\n\nItems 1 and 2 are subject to tax.\n");
    REQUIRE(announced.operations.size() == 4);
    CHECK(announced.operations[3].inserted_text == "Items 1 and 2 are subject to tax.");
    CHECK(announced.operations[0].condition.empty());
}

TEST_CASE("terms may be an item of their own, and a package is one though its sentence goes on") {
    CHECK(terms(proposal(items + "4. Items 1 and 3 are contingent on agreement on Item 2.\n")) ==
          "1 open contingent on agreement on Item 2; 2 open; 3 open contingent on agreement on Item 2; "
          "4 open contingent on agreement on Item 2; ");
    CHECK(terms(proposal(items + "Proposals 1 and 3 are a package and may not be accepted separately.\n")) ==
          "1 package; 2 open; 3 package; ");
    CHECK(terms(proposal(items + "Proposals 1 and 3 are a package and may not be accepted if looms rest.\n")) ==
          "1 open; 2 open; 3 open; ");
}

TEST_CASE("terms may say whose items they are") {
    CHECK(terms(proposal(items + "The Company's proposals 1 and 2 are contingent upon ratification.\n")) ==
          terms(proposal(items + "Proposals 1 and 2 are contingent upon ratification.\n")));
}
