#include "proposal/word_marks.hpp"

#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using namespace stet::proposal_test;

TEST_CASE("what stands behind a verb and a colon in brackets is struck or new") {
    CHECK(told_of_item("Crews work [DELETE: six] [ADD: five] days a week.") ==
          "substitute words 5, 12, 1, 1 certain -six +five\ndelete sentence 6, 13, last certain\n");
    CHECK(told_of_item("Crews rest [NEW: at noon] each day.") ==
          "insert words 5, 12, 1, 1 certain +at noon\ndelete sentence 6, 13, last certain\n");
}

TEST_CASE("a verb alone in brackets instructs, and a placeholder says what stands") {
    const std::string deleted = told_of_item("10.3 [DELETE]");
    CHECK(deleted.starts_with("repeal section 5, 10.3 certain"));
    const std::string reserved = told_of_item("10.3 [Deleted]");
    CHECK(reserved.find("repeal") == std::string::npos);
    CHECK(told_of_item("10.3 [Delete] The list is posted.").find("[Delete] The list") != std::string::npos);
}

TEST_CASE("brackets around other words are left as they are") {
    const Proposal read = proposal(
        "Offer\n\n1. Article 5, Section 12\n\nInsert \"the [north] gate\" after \"at\".\n\n"
        "2. Article 6\n\nDelete \"x\".\n");
    REQUIRE(!read.operations.empty());
    CHECK(read.operations.front().inserted_text == "the [north] gate");
}

TEST_CASE("where a deletion is told in brackets is a remark, and no text that goes") {
    CHECK(told_of_item("Breaks last twenty minutes. [Deleted: see Appendix B]").starts_with("restate"));
}

TEST_CASE("a day in brackets is a remark on the text beside it") {
    for (const std::string remark : {"[Added: July 1, 2019]", "[New: effective July 1, 2027]", "[Deleted: 7/1/2019]"}) {
        const std::string told = told_of_item("Crews rest " + remark + " each day.");
        CHECK_MESSAGE(told.starts_with("restate"), told);
    }
    CHECK(told_of_item("Crews rest [ADD: effective July 1, 2027] each day.").starts_with("insert words"));
}
