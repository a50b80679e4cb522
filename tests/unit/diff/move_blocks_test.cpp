#include <doctest/doctest.h>

#include <string>

#include "two_agreements.hpp"

using namespace stet;
using stet::test::shows;
using stet::test::TwoAgreements;

namespace {

const std::string told =
    "The steward of each store is told of every discharge on the day on which it is given, and the letter of discharge "
    "shall name its cause.";

/// Two sections with paragraphs of their own; the text stands at the end of the first or of the second.
std::string in_first(const std::string& text) {
    return "**Section 12. Pay.** The Employer pays each clerk on Friday by check.\n\n" + text +
           "\n\n**Section 13. Doors.** The doors of each store are kept open while clerks are inside.\n\nThe manager "
           "holds the keys.\n";
}
std::string in_second(const std::string& text) {
    return "**Section 12. Pay.** The Employer pays each clerk on Friday by check.\n\n**Section 13. Doors.** The doors "
           "of "
           "each store are kept open while clerks are inside.\n\nThe manager holds the keys.\n\n" +
           text + "\n";
}

bool is_free(const TwoAgreements& two, std::string_view words) {
    return two.pairs_of(words).empty();
}

}  // namespace

TEST_CASE("move_blocks: a paragraph that went to another section stays one paragraph, its neighbours stay") {
    const TwoAgreements two(in_first(told), in_second(told));
    CHECK(two.is_pair("The steward", "The steward"));
    CHECK(two.pairs_of("The steward")[0].moved);
    CHECK_FALSE(two.pairs_of("holds the keys")[0].moved);
    CHECK_FALSE(two.match_of("section 13").moved);
    const std::string printed = two.printed();
    CHECK(shows(printed, "[moved from Section 12] The steward"));
    CHECK_FALSE(shows(printed, "[-The steward"));
    CHECK_FALSE(shows(printed, "{+The steward"));
}

TEST_CASE("move_blocks: a word changed on the way is told as moved and edited, with its flag") {
    std::string edited = told;
    edited.replace(edited.find("shall"), 5, "may");
    const TwoAgreements two(in_first(told), in_second(edited));
    CHECK(two.is_pair("The steward", "The steward"));
    CHECK(two.pairs_of("The steward")[0].moved);
    const std::string printed = two.printed();
    CHECK(shows(printed, "(moved and edited)"));
    CHECK(shows(printed, "discharge [-shall-] {+may+} name"));
    CHECK(shows(printed, "high: “shall” became “may”"));
}

TEST_CASE("move_blocks: a short paragraph is known elsewhere by nothing") {
    const TwoAgreements two(in_first("A stub names the hours."), in_second("A stub names the hours."));
    CHECK(is_free(two, "A stub"));
    const TwoAgreements edited(in_first("The Employer shall give each clerk a copy of the rules."),
                               in_second("The Employer may give each clerk a copy of the rules."));
    CHECK(is_free(edited, "a copy of the rules"));
}

TEST_CASE("move_blocks: a stock phrase with another subject is no move") {
    const auto notice = [](const std::string& subject) {
        return "The Employer gives the Union notice in writing of any change in " + subject +
               " at least ten days before that change is made.";
    };
    const std::string more = "\n**Section 14. Others.** These are told too.\n\n" + notice("the locks") + "\n\n" +
                             notice("the plans") + "\n\n" + notice("the shelves") + "\n";
    const TwoAgreements two(in_first(notice("vacations")) + more, in_second(notice("uniforms")) + more);
    CHECK(is_free(two, "vacations"));
    CHECK(two.pairs_of_after("uniforms").empty());
    CHECK(two.is_pair("the plans", "the plans"));
}

TEST_CASE("move_blocks: where two come near, neither is the one that moved") {
    std::string one = told;
    std::string other = told;
    one.replace(0, 11, "The manager");
    other.replace(0, 11, "The auditor");
    const TwoAgreements two(in_first(told), in_second(one + "\n\n" + other));
    CHECK(is_free(two, "The steward"));
    CHECK(TwoAgreements(in_first(told), in_second(one)).is_pair("The steward", "The manager of each store"));
}

TEST_CASE("move_blocks: a copy is new, what it was copied from stays") {
    const std::string after = in_first(told) + "\n" + told + "\n";
    const TwoAgreements two(in_first(told), after);
    const auto pairs = two.pairs_of("The steward");
    REQUIRE(pairs.size() == 1);
    CHECK_FALSE(pairs[0].moved);
    CHECK(two.alignment.blocks.size() == two.before.blocks.size());
    const TwoAgreements back(after, in_first(told));
    CHECK_FALSE(back.pairs_of_after("The steward")[0].moved);
    CHECK(back.alignment.blocks.size() == back.after.blocks.size());
}

TEST_CASE("move_blocks: what stood beside it moves with it, however short") {
    const TwoAgreements two(in_first("These hold for all:\n\n" + told + "\n\nNo fee is taken."),
                            in_second("These hold for all:\n\n" + told + "\n\nNo fee is taken."));
    for (const char* words : {"These hold", "The steward", "No fee"}) {
        REQUIRE(two.is_pair(words, words));
        CHECK(two.pairs_of(words)[0].moved);
    }
    const TwoAgreements apart(in_first("These hold for all:\n\n" + told), in_second(told + "\n\nThese hold for all:"));
    CHECK(is_free(apart, "These hold"));
}

TEST_CASE("move_blocks: a text that stands in many places is no move from one of them to another") {
    const std::string text = told +
                             " It is kept for three years in the office, and whoever asks for it in writing is given a "
                             "copy within a week at no charge, once in each year.";
    std::string more;
    for (const char* head : {"14. Others.** These too.", "15. More.** These as well.", "16. Rest.** And these."})
        more += "\n**Section " + std::string(head) + "\n\n" + text + "\n";
    const TwoAgreements two(in_first(text) + more, in_second(text) + more);
    CHECK(two.alignment.blocks.size() + 1 == two.before.blocks.size());
    for (const BlockPair& pair : two.alignment.blocks) CHECK_FALSE(pair.moved);
}

TEST_CASE("move_blocks: a paragraph with another place in its section is told with its edit, though much came to it") {
    const std::string others = "Nobody answers for goods that were left on the quay after the store had been closed.";
    const TwoAgreements two(
        "**Section 1. Claims.** What follows holds for all.\n\nThe total of what the carrier owes is "
        "limited to the fees paid in the six months before the claim.\n\n" +
            others + "\n",
        "**Section 1. Claims.** What follows holds for all.\n\n" + others +
            "\n\nThe total of what the carrier owes is limited to the greater of $1,000 and the fees paid in "
            "the twelve months before the claim.\n");
    CHECK(shows(two.printed(), "duration 6 months → 12 months"));
    CHECK(shows(two.printed(), "moved to"));
}

TEST_CASE("move_blocks: sentences that come back all the time, however many, are no paragraph that moved") {
    const std::string sheet = "Whoever works on Sundays or on feasts signs the sheet beside the clock by noon.";
    const std::string ladder = "No ladder is climbed by anybody who has not been shown how to set it up on the floor.";
    const std::string apron = "The apron that the house lends to bakers goes to the laundry as each week ends.";
    const std::string all = sheet + " " + ladder + " " + apron;
    std::string rules;
    for (int i = 1; i <= 6; ++i)
        rules += "**Section " + std::to_string(i) + ".** " +
                 (i % 2 == 0 ? sheet + " " + ladder : ladder + " " + apron) + "\n\n" + apron + " " +
                 (i % 3 == 0 ? sheet : ladder) + "\n\n";
    const TwoAgreements two(rules + in_first(all), rules + in_second(all));
    const std::string printed = two.printed();
    CHECK(shows(printed, "[-" + all + "-]"));
    CHECK(shows(printed, "{+" + all + "+}"));
}
