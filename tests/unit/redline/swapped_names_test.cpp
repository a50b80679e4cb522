// Two names of which either took the other's place.
#include <doctest/doctest.h>

#include <string>

#include "stet.hpp"

using namespace stet;

namespace {

std::string told(const std::string& before, const std::string& after) {
    const Redline redline = compare({"before.txt", before, {}}, {"after.txt", after, {}});
    std::string out;
    for (const Change& change : redline.changes)
        for (const Flag& flag : change.flags)
            if (flag.code == "names-swapped") out += flag.text + ";";
    return out;
}

}  // namespace

TEST_CASE("swapped names: the one who pays was paid") {
    CHECK(told("On default the Lessor may end this lease and recover all costs of the work from the Lessee.",
               "On default the Lessee may end this lease and recover all costs of the work from the Lessor.") ==
          "“Lessee” and “Lessor” changed places;");
    CHECK(told("For every breach Mill shall pay Harbor five hundred dollars within a week of the day of notice.",
               "For every breach Harbor shall pay Mill five hundred dollars within a week of the day of notice.") ==
          "“Harbor” and “Mill” changed places;");
}

TEST_CASE("swapped names: words that open sentences, months and one name alone did not change places") {
    CHECK(told("The gate is shut at noon by the guard. Each guard has a key to it and to the yard behind.",
               "Each gate is shut at noon by the guard. The guard has a key to it and to the yard behind.") == "");
    CHECK(told("It opens in June for all crews of the yard and is shut for good in July of the same year.",
               "It opens in July for all crews of the yard and is shut for good in June of the same year.") == "");
    CHECK(told("On default the Lessor may end this lease and recover all costs from the Lessee.",
               "On default the Broker may end this lease and recover all costs from the Lessee.") == "");
    CHECK(told("The Employer and the Union agree to meet at the hall in the spring of each year of this term.",
               "The Union and the Employer agree to meet at the hall in the spring of each year of this term.") == "");
    CHECK(told("As in Section 4 the cook is paid under Article 5 for all hours of the day at the pier.",
               "As in Article 5 the cook is paid under Section 4 for all hours of the day at the pier.") == "");
}

TEST_CASE("swapped names: a list of two in another order hides no other exchange") {
    CHECK(told("The Mill and the Harbor agree that for every breach the Mill shall pay all of it to the Harbor.",
               "The Harbor and the Mill agree that for every breach the Harbor shall pay all of it to the Mill.") ==
          "“Harbor” and “Mill” changed places;");
}
