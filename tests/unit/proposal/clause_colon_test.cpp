// Units and text behind a colon, several letters behind one noun.
#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::proposal;
using proposal_test::told;

TEST_CASE("letters that are listed are each told, by their own name") {
    CHECK(proposal_test::told_of_item(
              "The following letters are renewed: F-1, F-3. The following letters are deleted: F-2.")
              .starts_with("note obligation letter F-1 certain"));
    const Proposal read =
        proposal("Offer\n\n1. Letters\n\nDelete Side Letters 3 and 5.\n\n2. Article 6\n\nDelete 6.2.\n");
    REQUIRE(read.operations.size() == 3);
    CHECK(read.operations[0].target.letter == "Side Letter 3");
    CHECK(read.operations[1].target.letter == "Side Letter 5");
}

TEST_CASE("what is asked behind a letter that is renewed is no silent loss") {
    CHECK(told(proposal("Offer\n\n1. LOA 4 – Meals\n\nRenew with amendment: replace \"2023\" with "
                        "\"2026\" throughout.\n\n2. Article 6\n\nDelete 6.2.\n")) ==
          "substitute words LOA 4 certain -2023 +2026\nrepeal section 6, 6.2 certain\n");
}
