#include "diff/pair_blocks.hpp"

#include <doctest/doctest.h>

#include <string>

#include "two_agreements.hpp"

using namespace stet;
using stet::test::shows;
using stet::test::TwoAgreements;

namespace {

const std::string p1 = "The Employer pays each clerk on Friday by check.";
const std::string p2 = "Each clerk has a meal of thirty minutes near the middle of the shift.";
const std::string fresh = "Each manager has a desk of oak near the door of the store.";

}  // namespace

TEST_CASE("pair_blocks: a new paragraph is new, the edited one behind it is the edited one") {
    const TwoAgreements two(
        p1 + "\n\n" + p2 + "\n",
        p1 + "\n\n" + fresh + "\n\nEach clerk has a meal of forty minutes near the middle of the shift.\n");
    CHECK(two.is_pair("on Friday", "on Friday"));
    CHECK(two.is_pair("thirty minutes", "forty minutes"));
    CHECK(two.pairs_of_after("desk of oak").empty());
}

TEST_CASE("pair_blocks: paragraphs with little in common are one gone and one come") {
    const TwoAgreements two(p1 + "\n\n" + p2 + "\n", p1 + "\n\nNo dog may enter any store on a Sunday in summer.\n");
    CHECK(two.pairs_of("thirty minutes").empty());
    CHECK(shows(two.printed(), "[-" + p2 + "-]"));
}

TEST_CASE("pair_blocks: the same words about another date or sum are one paragraph, however little is left") {
    const TwoAgreements dates("**Section 1. Dues.** Dues are owed.\n\nSigned on March 3, 2024\n\nFor the Union\n",
                              "**Section 1. Dues.** Dues are owed.\n\nSigned on April 17, 2026\n\nFor the Union\n");
    CHECK(dates.is_pair("March 3", "April 17"));
    const TwoAgreements sums("**Section 1. Dues.** Dues are owed.\n\nPer month: $1,250.75\n",
                             "**Section 1. Dues.** Dues are owed.\n\nNew line here.\n\nPer month: $1,300.50\n");
    CHECK(sums.is_pair("$1,250.75", "$1,300.50"));
    const TwoAgreements rates("**Section 1. Pay.** Pay is weekly.\n\nWeigher $25.00\n\nFitter $31.50\n",
                              "**Section 1. Pay.** Pay is weekly.\n\nWeigher $25.00\n\nFitter $32.50\n");
    CHECK(rates.is_pair("$31.50", "$32.50"));
    // A date is no sum, and one word about a day of no year proves nothing.
    const TwoAgreements kinds("**Section 1. Dues.** Dues are owed.\n\nSigned on March 3, 2024\n",
                              "**Section 1. Dues.** Dues are owed.\n\nSigned on $15.00, $16.00 and $17.00\n");
    CHECK_FALSE(kinds.is_pair("March 3", "$16.00"));
    const TwoAgreements bare("**Section 1. Dues.** Dues are owed.\n\nSigned March 3\n",
                             "**Section 1. Dues.** Dues are owed.\n\nSigned April 17\n");
    CHECK_FALSE(bare.is_pair("March 3", "April 17"));
}

TEST_CASE("pair_blocks: a heading is never a paragraph with a few of its words") {
    const TwoAgreements two("## ARTICLE 1. Meals of Clerks\n\n" + p2 + "\n",
                            "## ARTICLE 1. BREAKS AND PAUSES\n\nMeals of Clerks are paid in full.\n\n" + p2 + "\n");
    CHECK(two.is_pair("ARTICLE 1", "ARTICLE 1"));
    CHECK(two.pairs_of_after("paid in full").empty());
    CHECK(two.is_pair("thirty minutes", "thirty minutes"));
}

TEST_CASE("pair_blocks: rows are told by what they are about, a row is no paragraph") {
    const std::string head = "| Class | Rate |\n|:--|--:|\n";
    const TwoAgreements two("The rates:\n\n" + head + "| Clerk, start | $15.00 |\n| Clerk, top | $20.00 |\n",
                            "The rates:\n\n" + head +
                                "| Clerk, start | $16.00 |\n| Clerk, first step | $17.00 |\n| Clerk, top | $21.00 |\n");
    CHECK(two.is_pair("Clerk, start", "Clerk, start"));
    CHECK(two.is_pair("Clerk, top", "Clerk, top"));
    CHECK(two.pairs_of_after("first step").empty());
    const TwoAgreements became_text("The rates:\n\n" + head + "| Clerk, start | $15.00 |\n",
                                    "The rates:\n\n- Clerk, start $15.00\n");
    for (const BlockPair& pair : became_text.alignment.blocks)
        CHECK(became_text.before.blocks[pair.before].cells.empty() ==
              became_text.after.blocks[pair.after].cells.empty());
}

TEST_CASE("pair_blocks: a row whose name no other row has is the same row, though all else in it changed") {
    const std::string head = "The terms:\n\n| Item | Term |\n|---|---|\n";
    const std::string rest = "| Use | Offices |\n";
    const TwoAgreements two(head + "| Rent | Year 1: $24.00 a foot; then $25.00 |\n| Deposit | $13,800 |\n" + rest,
                            head + "| Rent | To be set by an appraiser each June |\n| Fixturing | 60 days |\n" + rest);
    CHECK(two.is_pair("Year 1", "appraiser"));
    CHECK_FALSE(two.is_pair("Deposit", "Fixturing"));
    for (const BlockPair& pair : two.alignment.blocks) CHECK_FALSE(pair.moved);
    const TwoAgreements twice(head + "| Rent | Year 1: $24.00 a foot |\n| Rent | Year 2: $25.00 a foot |\n" + rest,
                              head + "| Rent | To be set by an appraiser each June |\n" + rest);
    CHECK(twice.pairs_of_after("appraiser").empty());
}

TEST_CASE("pair_blocks: a row renamed in its place is the same row where one name holds the other") {
    const std::string head = "The rates:\n\n| Job | Rate |\n|---|---|\n| Tender | $34.10 |\n";
    const TwoAgreements two(head + "| Third hand | $27.15 |\n| Utility | $22.40 |\n| Guide | $19.00 |\n",
                            head + "| Third/fourth hand | $29.38 |\n| Utility (A) | $24.24 |\n| Pilot | $41.00 |\n");
    CHECK(two.is_pair("Third hand", "fourth hand"));
    CHECK(two.is_pair("Utility", "(A)"));
    CHECK(two.pairs_of("Guide").empty());
    // Another job of which the name is a part.
    const TwoAgreements other(head + "| Clerk | $20.00 |\n", head + "| Chief Clerk | $45.00 |\n");
    CHECK(other.pairs_of("Clerk").empty());
}

TEST_CASE("pair_blocks: a second head row is paired below the first") {
    const TwoAgreements two(
        "| Job | Rate effective | |\n|---|---|---|\n| | 6/1/21 | 6/1/22 |\n| Tender | $34.10 | $34.95 |\n",
        "| Job | Rate effective | |\n|---|---|---|\n| | 6/1/24 | 6/1/25 |\n| Tender | $36.90 | $37.82 |\n");
    CHECK(two.is_pair("6/1/21", "6/1/24"));
    CHECK(shows(two.printed(), "2021-06-01 → 2024-06-01"));
}

TEST_CASE("pair_blocks: a label on a line of its own over its title became label and title on one line") {
    const std::string text = "\n\n**Section 1. Meals.** " + p2 + "\n";
    const TwoAgreements two("## ARTICLE 1\n\n## MEALS AND RESTS" + text, "## ARTICLE 1 MEALS AND RESTS" + text);
    CHECK(two.became("article 1") == "article 1");
    const auto pairs = two.pairs_of_after("MEALS AND RESTS");
    REQUIRE(pairs.size() == 2);
    CHECK(two.before_words(pairs[0]) == "ARTICLE 1");
    CHECK(two.before_words(pairs[1]) == "MEALS AND RESTS");
    CHECK(pairs[0].after_text.end == pairs[1].after_text.begin);
    CHECK(two.printed().find("[-") == std::string::npos);
}

TEST_CASE("pair_blocks: the same paragraph many times over is paired in order") {
    std::string before;
    std::string after = p2 + "\n\n";
    for (int i = 0; i < 5; ++i) before += p1 + "\n\n";
    for (int i = 0; i < 7; ++i) after += p1 + "\n\n";
    const TwoAgreements two(before, after);
    CHECK(two.alignment.blocks.size() == 5);
    for (const BlockPair& pair : two.alignment.blocks) CHECK_FALSE(pair.moved);
}

TEST_CASE("pair_blocks: the whole text of a block is all of it") {
    const Document document = stet::test::read_markdown_text(p1 + "\n");
    CHECK(whole_text(document, 0) == Span{0, static_cast<std::uint32_t>(p1.size())});
}

TEST_CASE("pair_blocks: a paragraph whose figures changed and to which a sentence came is the same paragraph") {
    const TwoAgreements two(
        "**Section 1. Committee.**\n\n" + p1 +
            "\n\nThe committee has 4 members and meets for up to 20 hours a year.\n\n" + p2 + "\n",
        "**Section 1. Committee.**\n\n" + p1 +
            "\n\nThe committee has 6 members and meets for up to 30 hours a year. Minutes written by "
            "a steward chosen beforehand reach every store within one week, signed, and stay posted "
            "beside the schedule until another meeting.\n\n" +
            p2 + "\n");
    CHECK(two.is_pair("has 4 members", "has 6 members"));
}

TEST_CASE("pair_blocks: a line that says little but its date") {
    const TwoAgreements dated("LICENCE\n\ndated 14 February 2023\n\n" + p1 + "\n",
                              "LICENCE\n\ndated 9 October 2025\n\n" + p1 + "\n");
    CHECK(shows(dated.printed(), "date 2023-02-14 → 2025-10-09"));
}

TEST_CASE("pair_blocks: of two paragraphs that are known by their names and changed places the first stays") {
    const TwoAgreements two(
        "**Section 1. Cover.**\n\n" + p1 +
            "\n\nCopayment: forty dollars for every visit.\n\nDeductible: none within the county.\n",
        "**Section 1. Cover.**\n\n" + p1 +
            "\n\nDeductible: after nine claims, half.\n\nCopayment: waived on Sundays.\n");
    CHECK(two.is_pair("Copayment: forty", "Copayment: waived"));
    CHECK_FALSE(two.is_pair("Deductible: none", "Deductible: after"));
}

TEST_CASE("pair_blocks: the one paragraph of a section that was written anew and kept half of its words is edited") {
    const auto section = [](const std::string& text) {
        return "**Section 1. Watches.** Watches are kept by day.\n\n" + text + "\n\n**Section 2. Meals.** " + p2 + "\n";
    };
    const std::string b =
        "No deckhand shall be rostered for more than fourteen (14) weeks without the consent of the Guild.";
    const std::string a =
        "No trainee from ashore shall stand lonely rostered harbour duty, more so by night, past twelve (12) weeks "
        "without consent of her Guild.";
    const TwoAgreements two(section(b), section(a));
    CHECK(two.is_pair("fourteen (14)", "twelve (12)"));
    CHECK(shows(two.printed(), "duration 14 weeks → 12 weeks"));
    // Beside another new paragraph it is not settled which of them it became.
    const TwoAgreements other(section(b),
                              section(a + "\n\nThe Guild shall post the roster of each crew a week ahead."));
    CHECK(other.pairs_of("fourteen (14)").empty());
}

TEST_CASE(
    "pair_blocks: alone, what opens with the same words and kept half of them is edited though much came behind") {
    const std::string head = "**Section 1. Hours.** Each store posts its week on Friday.\n\n";
    const TwoAgreements two(
        head + "A part-time clerk may work up to 2,600 hours, and 14% of them shall go by seniority.\n",
        head +
            "A part-time clerk may reach 2,600 hours, of which 19% go by seniority. Whoever has been asked to open "
            "a store before dawn, to shut it behind the last guest, or to wait for a truck that is late is told so "
            "on the day before, and may swap with anybody.\n");
    CHECK(two.is_pair("14%", "19%"));
}

TEST_CASE("pair_blocks: rows that were all named anew over figures that stayed are the same rows") {
    const std::string text = "**Section 1. Rates.** The rates of pay are told at the office.\n\n";
    const TwoAgreements two(
        text +
            "| Step | RN I | RN II | Charge |\n|---|---|---|---|\n| 1 | $38.10 | $41.25 | $45.00 |\n"
            "| 2 | $39.24 | $42.49 | $46.35 |\n| 3 | $40.42 | $43.76 | $47.74 |\n"
            "| 4 | $41.63 | $45.07 | $49.17 |\n",
        text +
            "| Step | RN I | Charge | RN II | Lead |\n|---|---|---|---|---|\n"
            "| Hire | $39.24 | $46.35 | $42.49 | $58.00 |\n| 1 year | $40.42 | $47.74 | $43.76 | $60.00 |\n"
            "| 2 years | $41.63 | $49.17 | $45.07 | $62.00 |\n");
    CHECK(two.is_pair("40.42", "40.42"));
    CHECK(two.is_pair("41.63", "41.63"));
    CHECK(two.pairs_of("38.10").empty());
}
