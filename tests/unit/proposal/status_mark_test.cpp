// Marks of status.
#include "proposal/status_mark.hpp"

#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;

namespace {

/// "TA 2026-05-06", with a "?" where the year is inferred; "none".
std::string mark_of(std::string_view text, std::string_view date = "2026-06-01") {
    const auto mark = find_status_mark(text, proposal_test::labor().proposal, date);
    if (!mark) return "none";
    return std::string(status_name(mark->status)) + (mark->date.empty() ? "" : " " + mark->date) +
           (mark->year_inferred ? "?" : "");
}

}  // namespace

TEST_CASE("marks in brackets, behind dashes, alone") {
    CHECK(mark_of("Article 5. Breaks (TA 5/6/26)") == "TA 2026-05-06");
    CHECK(mark_of("[CCL]") == "current");
    CHECK(mark_of("Strike “daily”. [Agreed 5/6/26]") == "TA 2026-05-06");
    CHECK(mark_of("The rate (agreed 12 dollars) stays.") == "none");
    CHECK(mark_of("The term (accepted 5/6/26 and later) stays.") == "none");
    CHECK(mark_of("Parking – Withdrawn 4/2/26") == "withdrawn 2026-04-02");
    CHECK(mark_of("No change.") == "current");
    CHECK(mark_of("TA: 5/6/26 District: ____ Association: ____") == "TA 2026-05-06");
    CHECK(mark_of("TA'd 5/6/26      City: R.H.     Guild: T.O.") == "TA 2026-05-06");
}

TEST_CASE("a date without a year is the last before the document's own") {
    CHECK(mark_of("(TA 12/2)") == "TA 2025-12-02?");
    CHECK(mark_of("(TA 5/2)") == "TA 2026-05-02?");
}

TEST_CASE("words of agreements are no marks") {
    CHECK(mark_of("The tag (TAG) is worn.") == "none");
    CHECK(mark_of("Tentative agreements reached to date are part of this offer and bind both parties.") == "none");
    CHECK(mark_of("Employees hold (as always) the keys to their lockers in the basement.") == "none");
}

TEST_CASE("a title that opens with a word of status is no mark") {
    CHECK(mark_of("Article 12 – Hold Harmless") == "none");
    CHECK(mark_of("Article 13 – Package Deliveries") == "none");
    CHECK(mark_of("Article 15 (TA Stipends)") == "none");
    CHECK(mark_of("PACKAGE DELIVERIES") == "none");
    CHECK(mark_of("Parking – Withdrawn Without Prejudice") == "withdrawn");
    CHECK(mark_of("Parking – TA Union 5/6/26") == "TA 2026-05-06");
}

TEST_CASE("what is pending is not agreed, and an exception is told") {
    CHECK(mark_of("Article 5. Breaks (TA pending)") == "none");
    CHECK(mark_of("Breaks – TA not reached") == "none");
    CHECK(mark_of("Held pending costing") == "held");
    CHECK(mark_of("No change except paragraph b") == "none");
    const auto mark =
        find_status_mark("TA 5/6/26 except the last sentence", proposal_test::labor().proposal, "2026-06-01");
    REQUIRE(mark);
    CHECK(mark->excepts);
}

TEST_CASE("a mark in the last line of a heading") {
    CHECK(mark_of("ARTICLE 3 - DUES\n    TA 5/6/26") == "TA 2026-05-06");
}

TEST_CASE("a mark behind a semicolon or in a dated sentence of its own") {
    CHECK(mark_of("Union's language of May 3 accepted; TA 5/6/26") == "TA 2026-05-06");
    CHECK(mark_of("Article 9 – Overtime. T/A 5/6/26") == "TA 2026-05-06");
    CHECK(mark_of("Employees keep their keys. Held items are returned.") == "none");
}
