#include <doctest/doctest.h>

#include <string>

#include "two_agreements.hpp"

using namespace stet;
using stet::test::shows;
using stet::test::TwoAgreements;

namespace {

const std::string pay = "The Employer shall pay each clerk on Friday by check.";
const std::string doors = "The doors of each store are kept open while clerks are inside.";
const std::string meals = "Each clerk has a meal of thirty minutes near the middle of the shift.";

/// Two articles; the section stands at the end of the first one, or of the second one.
std::string in_first(const std::string& text, const std::string& more = "") {
    return "## ARTICLE 1. PAY\n\n**Section 1. Pay.** " + pay + "\n\n**Section 2.** " + text +
           "\n\n## ARTICLE 2. HOUSE\n\n**Section 3. Doors.** " + doors + "\n\n**Section 4. Meals.** " + meals + "\n" +
           more;
}
std::string in_second(const std::string& text, const std::string& more = "") {
    return "## ARTICLE 1. PAY\n\n**Section 1. Pay.** " + pay + "\n\n## ARTICLE 2. HOUSE\n\n**Section 2. Doors.** " +
           doors + "\n\n**Section 3. Meals.** " + meals + "\n\n**Section 4.** " + text + "\n" + more;
}

std::string list(const std::string& b) {
    return "**Section 1. Jury Duty.** A clerk who is called to serve on a jury:\n\n(a) tells the store on the next "
           "day of work;\n\n(b) " +
           b + "; and\n\n(c) works the rest of the shift.\n";
}

}  // namespace

TEST_CASE("match_remaining: a short section that moved and of which a third was reworded is moved and edited") {
    const TwoAgreements two(in_first("A clerk who trains another clerk at the request of the store director receives "
                                     "fifty cents ($0.50) an hour."),
                            in_second("A clerk who coaches or trains another new clerk at the written request of the "
                                      "store director gets seventy-five cents ($0.75) an hour."));
    CHECK(two.became("article 1 / section 2") == "article 2 / section 4");
    CHECK(two.match_of("article 1 / section 2").by == MatchedBy::moved);
    CHECK(shows(two.printed(), "[-receives fifty cents ($0.50)-] {+gets seventy-five cents ($0.75)+} an hour."));
}

TEST_CASE("match_remaining: what the two share stands in a third text, too, and is no proof") {
    const std::string b = "A clerk who trains another clerk at the request of the store director wears a badge.";
    const std::string a = "A clerk who trains another clerk at the request of the store director eats first.";
    const std::string third =
        "\n**Section 5.** A clerk who trains another clerk at the request of the store director signs the book.\n";
    CHECK(TwoAgreements(in_first(b), in_second(a)).became("article 1 / section 2") == "article 2 / section 4");
    CHECK(TwoAgreements(in_first(b, third), in_second(a, third)).became("article 1 / section 2") == "(gone)");
}

TEST_CASE("match_remaining: common words in their order are no proof") {
    const TwoAgreements two(
        in_first("The clerk of the night crew shall hand the keys to the manager of the store at the end of a shift."),
        in_second("The clerk of any other shift shall ask the office to open the safe of the store for the day."));
    CHECK(two.became("article 1 / section 2") == "(gone)");
    CHECK(two.is_new("article 2 / section 4"));
}

TEST_CASE("match_remaining: a list paragraph between its neighbours, reworded and grown, is edited") {
    const TwoAgreements two(
        list("is paid the difference for no more than ten (10) days a year"),
        list("is paid what is the difference in wages for no more than fifteen (15) days in a year; the fee of the "
             "court, the mileage that it pays and whatever meals it provides are left to the clerk and are no part of "
             "the reckoning"));
    CHECK(two.became("section 1 / (b)") == "section 1 / (b)");
    const std::string printed = two.printed();
    CHECK(shows(printed, "duration 10 days → 15 days"));
    CHECK(shows(printed, "for no more than [-ten (10)-] {+fifteen (15)+} days"));
}

TEST_CASE("match_remaining: a list paragraph in the place of another that says something else is new") {
    const TwoAgreements two(list("is paid the difference for no more than ten days a year"),
                            list("shows the summons to the office and brings a note of the hours served"));
    CHECK(two.became("section 1 / (b)") == "(gone)");
    CHECK(two.is_new("section 1 / (b)"));
}
