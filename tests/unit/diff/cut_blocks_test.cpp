#include "diff/cut_blocks.hpp"

#include <doctest/doctest.h>

#include <string>

#include "two_agreements.hpp"

using namespace stet;
using stet::test::shows;
using stet::test::TwoAgreements;

namespace {

const std::string head = "**Section 1. Terms.** In this agreement:\n\n";
const std::string clerk = "“Clerk” means a person who works the register.";
const std::string store = "“Store” means a place where goods are sold.";
const std::string list = "(See Appendix A for the list of stores.)";
const std::string week = "“Week” means seven days.";
const std::string whole = head + clerk + " " + store + " " + list + " " + week + "\n";
const std::string cut = head + clerk + "\n\n" + store + "\n\n" + list + "\n\n" + week + "\n";

}  // namespace

TEST_CASE("cut_blocks: the parts of a paragraph that was cut hold its words, none struck and none new") {
    const TwoAgreements two(whole, cut);
    const auto pairs = two.pairs_of("means a person");
    REQUIRE(pairs.size() == 4);
    std::uint32_t at = 0;
    for (const BlockPair& pair : pairs) {  // without a gap, and each with the whole of its part
        CHECK(pair.before_text.begin == at);
        at = pair.before_text.end;
        CHECK(shows(two.before_words(pair), two.after_words(pair)));
        CHECK(pair.after_text == whole_text(two.after, pair.after));
    }
    CHECK(at == two.before.blocks[pairs[0].before].text.size());
    CHECK(two.printed().find("[-") == std::string::npos);
    CHECK(two.printed().find("{+") == std::string::npos);
}

TEST_CASE("cut_blocks: a paragraph put together of several, the same way round") {
    const TwoAgreements two(cut, whole);
    REQUIRE(two.pairs_of_after("means a person").size() == 4);
    std::uint32_t at = 0;
    for (const BlockPair& pair : two.pairs_of_after("means a person")) {
        CHECK(pair.after_text.begin == at);
        at = pair.after_text.end;
    }
    CHECK(two.printed().find("[-") == std::string::npos);
    CHECK(two.printed().find("{+") == std::string::npos);
}

TEST_CASE("cut_blocks: a sentence of a paragraph that became a list, only the letters are new") {
    const TwoAgreements two(
        "**Section 1. Duties.** The clerk keeps the shelves in order. The clerk helps customers at "
        "the counter. The clerk tells the manager of damaged goods.\n",
        "**Section 1. Duties.** The clerk keeps the shelves in order.\n\n(a) The clerk helps customers "
        "at the counter.\n\n(b) The clerk tells the manager of damaged goods.\n");
    const std::string printed = two.printed();
    CHECK(two.pairs_of("shelves in order").size() == 3);
    CHECK(printed.find("[-") == std::string::npos);
    CHECK(shows(printed, "{+(a)+} The clerk helps"));
    CHECK(shows(printed, "{+(b)+} The clerk tells"));
}

TEST_CASE("cut_blocks: words that came to the last part are new, the rest of it is not") {
    std::string grown = cut;
    grown.replace(grown.find("seven days"), 10, "seven days in a row");
    const TwoAgreements two(whole, grown);
    CHECK(shows(two.printed(), "“Week” means seven days {+in a row+}."));
    CHECK(two.printed().find("[-") == std::string::npos);
}

TEST_CASE("cut_blocks: a part begins with its own words, not with the full stop before them") {
    const std::string meals = " Meals.** Each clerk has a meal of thirty minutes near the middle of the shift.\n";
    const TwoAgreements two(
        "**Section 1. Leave.** A leave of absence may be granted for up to ninety days. The clerk asks for it in "
        "writing. "
        "Two weeks' warning is needed. Seniority goes on during the leave.\n\n**Section 2." +
            meals,
        "**Section 1. Leave.** A leave of absence may be granted for up to ninety days.\n\n**Section 2. Asking for "
        "leave.** "
        "The clerk asks for it in writing. Two weeks' warning is needed.\n\n**Section 3. Seniority.** Seniority goes "
        "on "
        "during the leave.\n\n**Section 4." +
            meals);
    const auto pairs = two.pairs_of("A leave of absence");
    REQUIRE(pairs.size() == 3);
    CHECK(shows(two.before_words(pairs[1]), "is needed."));
    CHECK(shows(two.printed(), "{+Section 3. Seniority.+} Seniority goes on"));
}

TEST_CASE("cut_blocks: a new paragraph beside one that lost a sentence is no part of it") {
    const TwoAgreements two(head + clerk + " " + store + " Every month has four weeks and a rest.\n",
                            head + clerk + " " + store + "\n\nNo dog may enter, a clerk sends it out.\n");
    CHECK(two.pairs_of("means a person").size() == 1);
    CHECK(two.pairs_of_after("No dog").empty());
    CHECK(shows(two.printed(), "[-Every month has four weeks and a rest.-]"));
}

TEST_CASE("cut_blocks: a paragraph whose neighbour repeats it is not cut") {
    const TwoAgreements two(head + clerk + " " + store + " " + week + "\n",
                            head + clerk + " " + store + " " + week + " Or less.\n\n" + store + "\n");
    CHECK(two.pairs_of("means a person").size() == 1);
    CHECK(shows(two.printed(), "{+" + store + "+}"));
}

TEST_CASE("cut_blocks: a section whose text went behind the one before it, its heading gone, has its words there") {
    const std::string notice =
        "A member who plans to build on the shore tells the board six weeks before. The plans are sent with the "
        "notice.";
    const std::string answer = "The board answers within ninety days. If it is silent, the building may proceed.";
    const TwoAgreements two(
        "ARTICLE 5\n\nNOTICE\n\n" + notice + "\n\nARTICLE 6\n\nANSWER\n\n" + answer +
            "\n\nARTICLE 7\n\nFEES\n\nNone.\n",
        "ARTICLE 5\n\nNOTICE\n\n" + notice +
            " The board answers within sixty days. If it is silent, the building may not proceed.\n\n"
            "ARTICLE 6\n\nFEES\n\nNone.\n");
    const std::string printed = two.printed();
    CHECK(shows(printed, "duration 90 days → 60 days"));
    CHECK(shows(printed, "high: “not” added"));
    CHECK(shows(printed, "the building may {+not+} proceed."));
}

TEST_CASE("cut_blocks: a line with a colon and the list below it became one sentence, with the words of both") {
    const TwoAgreements two(
        "**Section 1. Use.** The site is open to all.\n\nYou must not upload:\n\n"
        "1. pictures that show the rooms of others;\n2. malware;\n3. more than 100 pages in any month.\n",
        "**Section 1. Use.** The site is open to all.\n\nYou must not upload pictures that show the "
        "rooms of others, malware, or more than 250 pages in any month.\n");
    const std::string printed = two.printed();
    CHECK(shows(printed, "count 100 → 250"));
    CHECK_FALSE(shows(printed, "{+You must not upload"));
}

TEST_CASE(
    "cut_blocks: a sentence that lists things became a list of items of a few words, and the one that went is told") {
    const TwoAgreements two(
        "**Section 1. Holidays.** They are kept by all.\n\nThe holidays are Founders Day, Regatta Day, Ice Day, and "
        "Lantern Day.\n",
        "**Section 1. Holidays.** They are kept by all.\n\nThe holidays are:\n\n- Founders Day\n- Long Regatta Eve\n"
        "- Regatta Day\n- Lantern Day\n");
    const std::string printed = two.printed();
    CHECK(shows(printed, "[-Ice Day"));
    CHECK_FALSE(shows(printed, "{+Lantern Day+}"));
    CHECK_FALSE(shows(printed, "[-Founders Day"));
}

TEST_CASE("cut_blocks: a list under its label became one sentence, short items and all") {
    const TwoAgreements two(
        "**1. Orders**\n\n1.1 Each order shall set out:\n\n(a) a description of the boats;\n\n(b) the fees;\n\n"
        "(c) the crew; and\n\n(d) the date of sailing.\n\n1.2 Orders are kept for a year at the office of the pier.\n",
        "**1. Orders**\n\n1.1 Each order shall set out a description of the boats, the fees and the date of "
        "sailing.\n\n"
        "1.2 Orders are kept for a year at the office of the pier.\n");
    const std::string printed = two.printed();
    CHECK_FALSE(shows(printed, "[-1.1"));
    CHECK(shows(printed, "the crew"));
    CHECK_FALSE(shows(printed, "{+the fees"));
}
