// Demands under roman numbers, and sections under an article that only the title names.
#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::proposal;
using proposal_test::told;

TEST_CASE("roman numbers are demands, under which others may begin anew") {
    const Proposal alone = proposal(
        "Offer\n\nI. Seasons (Article VI)\n\nStrike \"forty\" in 6.2.\n\nII. Services (Article VII)\n\nStrike "
        "\"eight\" in 7.2.\n");
    CHECK(alone.items_present == std::vector<std::string>{"I", "II"});
    CHECK(told(alone) == "delete words VI, 6.2 certain -forty\ndelete words VII, 7.2 certain -eight\n");
    const Proposal over = proposal(
        "Offer\n\nI. Article 6\n\n1. Strike \"forty\" in 6.2.\n\n2. Strike \"ten\" in 6.3.\n\nII. Article 7\n\n1. "
        "Strike \"eight\" in 7.2.\n");
    CHECK(over.items_present == std::vector<std::string>{"I", "II"});
    CHECK(over.operations.size() == 3);
}

TEST_CASE("sections are the article's that alone stands over them") {
    const std::string sections =
        "Section 1. Rest. Rest is ~~ten~~ <ins>nine</ins> days.\n\nSection 2. Sick Leave. It is ~~two~~ "
        "<ins>three</ins> days.\n";
    const Proposal read = proposal("**Counter No. 4 – Article 16: Leaves**\n\n" + sections);
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[0].target.article == "16");
    CHECK(read.operations[1].target.article == "16");
    const Proposal two = proposal("**Counter – Articles 16 and 17**\n\n" + sections);
    CHECK(two.operations[0].target.article.empty());
}
