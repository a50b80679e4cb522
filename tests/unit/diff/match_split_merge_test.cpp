#include <doctest/doctest.h>

#include <string>

#include "two_agreements.hpp"

using namespace stet;
using stet::test::shows;
using stet::test::TwoAgreements;

namespace {

const std::string p1 = "A leave of absence may be granted for up to ninety days.";
const std::string p2 = "The clerk asks for it in writing and two weeks' warning is needed.";
const std::string p3 = "Seniority goes on while the clerk is away.";
const std::string meals = " Meals.** Each clerk has a meal of thirty minutes near the middle of the shift.\n";
const std::string whole = "**Section 1. Leave.** " + p1 + "\n\n" + p2 + "\n\n" + p3 + "\n\n**Section 2." + meals;
const std::string in_two =
    "**Section 1. Leave.** " + p1 + "\n\n**Section 2. Notice.** " + p2 + "\n\n" + p3 + "\n\n**Section 3." + meals;
const std::string in_three = "**Section 1. Leave.** " + p1 + "\n\n**Section 2. Notice.** " + p2 +
                             "\n\n**Section 3. Seniority.** " + p3 + "\n\n**Section 4." + meals;

}  // namespace

TEST_CASE("match_split_merge: a section that became two was split, its words are neither struck nor new") {
    const TwoAgreements two(whole, in_two);
    CHECK(two.became("section 1") == "section 1 + section 2");
    CHECK(two.match_of("section 1").by == MatchedBy::split);
    CHECK(two.became("section 2") == "section 3");
    const std::string printed = two.printed();
    CHECK(shows(printed, "{+Section 2. Notice.+} " + p2));
    CHECK_FALSE(shows(printed, "[-The clerk"));
    CHECK_FALSE(shows(printed, "{+Seniority"));
}

TEST_CASE("match_split_merge: two sections that became one were merged") {
    const TwoAgreements two(in_two, whole);
    CHECK(two.became("section 1") == "section 1");
    CHECK(two.became("section 2") == "section 1");
    CHECK(two.match_of("section 1").by == MatchedBy::merged);
    CHECK(shows(two.printed(), "[-Section 2. Notice.-] " + p2));
}

TEST_CASE("match_split_merge: one section in three, and three in one") {
    CHECK(TwoAgreements(whole, in_three).became("section 1") == "section 1 + section 2 + section 3");
    const TwoAgreements back(in_three, whole);
    for (const char* path : {"section 1", "section 2", "section 3"}) CHECK(back.became(path) == "section 1");
    CHECK(back.became("section 4") == "section 2");
}

TEST_CASE("match_split_merge: what has come to one part cannot have come to another") {
    const TwoAgreements two(whole, "**Section 1. Leave.** " + p1 + "\n\n**Section 2. Notice.** " + p2 + "\n\n" + p3 +
                                       "\n\n**Section 3. Calls.** " + p2 + "\n\n**Section 4." + meals);
    CHECK(two.became("section 1") == "section 1 + section 2");
    CHECK(two.is_new("section 3"));
}

TEST_CASE("match_split_merge: a new section beside one that lost other words is no part of it") {
    const TwoAgreements two(whole,
                            "**Section 1. Leave.** " + p1 +
                                "\n\n**Section 2. Parking.** A clerk parks behind the store and leaves the front "
                                "to customers.\n\n**Section 3." +
                                meals);
    CHECK(two.became("section 1") == "section 1");
    CHECK(two.is_new("section 2"));
}

TEST_CASE("match_split_merge: a new section that repeats what its neighbour still says is no part of it") {
    const TwoAgreements two(whole, "**Section 1. Leave.** " + p1 + "\n\n" + p2 + "\n\n" + p3 +
                                       "\n\n**Section 2. Notice.** " + p2 + "\n\n" + p3 + "\n\n**Section 3." + meals);
    CHECK(two.became("section 1") == "section 1");
    CHECK(two.is_new("section 2"));
}

TEST_CASE("match_split_merge: a section that has stayed in its place parts what stands on either side of it") {
    const std::string gone =
        "**Section 1. Notice.** " + p2 + "\n\n**Section 2." + meals + "\n**Section 3. Leave.** " + p1;
    const std::string moved = "**Section 1." + meals + "\n**Section 2. Leave.** " + p1 + "\n\n" + p2;
    const TwoAgreements two(gone + "\n", moved + "\n");
    CHECK(two.became("section 1") == "(gone)");
    CHECK_FALSE(two.match_of("section 2").moved);
}

TEST_CASE("match_split_merge: the part that was reworded on the way keeps its words in their order") {
    const std::string part =
        "A clerk who is ill shall tell the store manager before the shift begins on the first day of each absence.";
    const TwoAgreements two(
        "**Section 1. Leave.** " + p1 + "\n\n" + part + "\n\n**Section 2." + meals,
        "**Section 1. Leave.** " + p1 +
            "\n\n**Section 2. Calling In.** A clerk who is absent must inform some store supervisor "
            "before the shift begins on the opening day of each illness.\n\n**Section 3." +
            meals);
    CHECK(two.became("section 1") == "section 1 + section 2");
}

TEST_CASE("match_split_merge: the part that keeps the title is a part, however much of it was reworded") {
    const std::string rest = p1 + "\n\n" + p2 + "\n\n" + p3;
    const TwoAgreements two("**Section 1. Posting.** A store may post the opening for nine days and pays $23.15.\n\n" +
                                rest + "\n\n**Section 2." + meals,
                            "**Section 1. Posting.** A store may nail the opening up for six weeks and owes $23.15.\n\n"
                            "**Section 2.** " +
                                rest + "\n\n**Section 3." + meals);
    CHECK(two.became("section 1") == "section 1 + section 2");
}
