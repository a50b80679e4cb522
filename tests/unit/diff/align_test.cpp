#include "diff/align.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "two_agreements.hpp"

using namespace stet;
using stet::test::TwoAgreements;

namespace {

/// Every node and block in one entry or none, and each entry known to both sides.
void check_sound(const TwoAgreements& two) {
    const Alignment& alignment = two.alignment;
    REQUIRE(alignment.before_match.size() == two.before.nodes.size());
    REQUIRE(alignment.after_match.size() == two.after.nodes.size());
    REQUIRE(!alignment.nodes.empty());
    CHECK(alignment.nodes[0].by == MatchedBy::root);
    std::size_t befores = 0;
    std::size_t afters = 0;
    for (std::uint32_t i = 0; i < alignment.nodes.size(); ++i) {
        for (const NodeId id : alignment.nodes[i].before) CHECK(alignment.before_match[id] == i);
        for (const NodeId id : alignment.nodes[i].after) CHECK(alignment.after_match[id] == i);
        befores += alignment.nodes[i].before.size();
        afters += alignment.nodes[i].after.size();
    }
    for (const std::uint32_t match : alignment.before_match) befores -= match != none;
    for (const std::uint32_t match : alignment.after_match) afters -= match != none;
    CHECK(befores == 0);
    CHECK(afters == 0);
    std::map<BlockId, std::uint32_t> after_end;
    for (std::size_t i = 0; i < alignment.blocks.size(); ++i) {
        const BlockPair& pair = alignment.blocks[i];
        REQUIRE(pair.before < two.before.blocks.size());
        REQUIRE(pair.after < two.after.blocks.size());
        if (i > 0) CHECK(alignment.blocks[i - 1].after <= pair.after);
        CHECK(pair.after_text.begin == after_end[pair.after]);
        after_end[pair.after] = pair.after_text.end;
    }
    for (const auto& [block, end] : after_end) CHECK(end == two.after.blocks[block].text.size());
}

const std::string some_text = R"(## ARTICLE 1. PAY

**Section 1. Friday.** The Employer shall pay each clerk on Friday by check.

- a stub with the hours;

- the rate of each hour.

| Class | Rate |
|:--|--:|
| Clerk | $15.00 |
| Baker | $18.00 |

**Section 2. Errors.** An error of pay is mended on the next day.
)";

}  // namespace

TEST_CASE("align: a document with itself is all equal, nothing moved") {
    const TwoAgreements two(some_text, some_text);
    check_sound(two);
    for (const std::uint32_t match : two.alignment.before_match) REQUIRE(match != none);
    for (const NodeMatch& match : two.alignment.nodes) {
        CHECK(match.before == match.after);
        CHECK(match.similarity == 1.0);
        CHECK_FALSE(match.moved);
    }
    REQUIRE(two.alignment.blocks.size() == two.before.blocks.size());
    for (BlockId id = 0; id < two.before.blocks.size(); ++id) {
        CHECK(two.alignment.blocks[id].before == id);
        CHECK(two.alignment.blocks[id].after == id);
        CHECK_FALSE(two.alignment.blocks[id].moved);
    }
}

TEST_CASE("align: empty documents") {
    const TwoAgreements both("", "");
    check_sound(both);
    CHECK(both.alignment.blocks.empty());
    const TwoAgreements come("", some_text);
    check_sound(come);
    CHECK(come.alignment.blocks.empty());
    CHECK(come.is_new("article 1 / section 2"));
    const TwoAgreements gone(some_text, "\n\n");
    check_sound(gone);
    CHECK(gone.alignment.blocks.empty());
    CHECK(gone.became("article 1") == "(gone)");
}

TEST_CASE("align: one block, edited and replaced") {
    const TwoAgreements edited("Clerks are paid on Friday.", "Clerks are paid on Monday.");
    check_sound(edited);
    CHECK(edited.is_pair("Friday", "Monday"));
    const TwoAgreements replaced("Clerks are paid on Friday.", "No dog may enter any store.");
    check_sound(replaced);
    CHECK(replaced.alignment.blocks.empty());
}

TEST_CASE("align: only page furniture: equal lines are paired, others are neither new nor gone units") {
    const TwoAgreements two("12\n\n", "13\n\n");
    check_sound(two);
    CHECK(two.before.nodes.size() == 1);
    CHECK(compare(two.before, two.after).changes.empty());
}

TEST_CASE("align: labels without any words") {
    const TwoAgreements two("**Section 1.**\n\n**Section 2.**\n\n**Section 3.**\n",
                            "**Section 1.**\n\n**Section 3.**\n");
    check_sound(two);
    CHECK(two.became("section 1") == "section 1");
    CHECK(two.became("section 2") == "(gone)");
    CHECK(two.became("section 3") == "section 3");
}

TEST_CASE("align: of siblings out of order the fewest moved, and of as few the shorter one") {
    const std::string friday =
        "The Employer shall pay each clerk on Friday by check, and hands out with it a stub that names the hours.";
    const std::string steward = "The Union shall name one steward for each store in a letter.";
    const TwoAgreements two("**Section 1. Alpha.** " + friday + "\n\n**Section 2. Beta.** " + steward + "\n",
                            "**Section 1. Beta.** " + steward + "\n\n**Section 2. Alpha.** " + friday + "\n");
    check_sound(two);
    CHECK_FALSE(two.match_of("section 1").moved);
    CHECK(two.match_of("section 2").moved);
    CHECK(two.became("section 1") == "section 2");
    CHECK(two.became("section 2") == "section 1");
}

TEST_CASE("align: equal paragraphs stay where they are though a heading came in above them") {
    const TwoAgreements two(
        "**Section 1. Pay.** Clerks are paid on Friday.\n\nA stub names the hours.\n\nErrors are mended within a "
        "week.\n",
        "**Section 1. Pay.** Clerks are paid on Friday.\n\n**Section 2. Stubs.**\n\nA stub names the hours.\n\nErrors "
        "are "
        "mended within a week.\n");
    check_sound(two);
    CHECK(two.is_pair("A stub", "A stub"));
    CHECK(two.is_pair("Errors are", "Errors are"));
    CHECK_FALSE(two.pairs_of("A stub")[0].moved);
}

TEST_CASE("align: a section that replaces another keeps neither its title nor the header of its table") {
    const std::string first = "### Section 1. Breaks\n\nClerks rest ten minutes in each half of a shift.\n\n";
    const std::string last = "### Section 9. Lockers\n\nEvery store keeps a lock for each clerk.\n";
    const std::string header = "| Class | Hours | Rate |\n|---|---|---|\n";
    const TwoAgreements two(
        first + "### Section 2. Scales\n\nBakers who open the store earn the night rate until six o'clock.\n\n" +
            header + "| Baker, Start | 520 | $15.00 |\n| Baker, After 520 Hours | 1040 | $15.40 |\n\n" +
            "### Section 3. Uniforms\n\nAprons are washed by the Employer and given out on Monday.\n\n" + last,
        first + "### Section 2. Uniforms\n\nNobody buys a badge, a hat or shoes of one colour from own wages.\n\n" +
            "### Section 3. Rates by Step\n\nDrivers climb one step on the day that begins their next year.\n\n" +
            header + "| Driver, Start | 700 | $19.10 |\n| Driver, After 700 Hours | 1400 | $19.80 |\n\n" + last);
    check_sound(two);
    CHECK(two.pairs_of("Class").empty());
    CHECK(two.is_pair("Clerks rest", "Clerks rest"));
}

TEST_CASE("align: a heading raised above its neighbours, or lowered to their level, moves none of them") {
    const std::string bodies[] = {"### Breaks\n\nClerks rest ten minutes in each half of a shift.\n\n",
                                  "### Meals\n\nA clerk on a long shift eats in the fifth hour.\n\n",
                                  "### Lockers\n\nEvery store keeps a lock for each clerk.\n"};
    const std::string title = " Working Conditions\n\nThese rules hold in every store of the Employer.\n\n";
    const std::string beside = "###" + title + bodies[0] + bodies[1] + bodies[2];
    const std::string above = "##" + title + bodies[0] + bodies[1] + bodies[2];
    for (const TwoAgreements& two : {TwoAgreements(beside, above), TwoAgreements(above, beside)}) {
        CHECK(two.alignment.nodes.size() == two.before.nodes.size());
        for (const NodeMatch& match : two.alignment.nodes) CHECK_FALSE(match.moved);
    }
    // One of them did: Meals stands first now.
    const TwoAgreements two(beside, "##" + title + bodies[1] + bodies[0] + bodies[2]);
    int moved = 0;
    for (const NodeMatch& match : two.alignment.nodes) moved += match.moved;
    CHECK(moved == 1);
}

TEST_CASE("align: soundness holds where everything happens at once") {
    const std::string after = R"(## ARTICLE 1. MONEY

**Section 1. Errors.** An error of pay is mended on the next day. The clerk is told.

**Section 2. Friday.** The Employer may pay each clerk on Friday by check. It lists:

- the rate of each hour;

| Class | Rate | Hours |
|:--|--:|--:|
| Baker | $18.50 | 40 |
| Clerk | $15.00 | 38 |

**Section 3. New.** Nobody works through a meal.
)";
    check_sound(TwoAgreements(some_text, after));
    check_sound(TwoAgreements(after, some_text));
}

TEST_CASE("align: a section that became an item of the one behind it moved there, and that one stays") {
    const std::string fees = "**Section 1. Fees.** None is asked for.\n\n";
    const std::string safety =
        " Safety.** What follows holds everywhere:\n\n(a) A marshal is present whenever work is done on the ice.\n\n"
        "(b) A skater may refuse to go on ice that is too thin.\n\n";
    const std::string masks = "No skater shall be asked to take off the mask while the ice is being cut by machines.";
    const TwoAgreements two(fees + "**Section 2. Masks.** " + masks + "\n\n**Section 3." + safety,
                            fees + "**Section 2." + safety + "(c) " + masks + "\n\n");
    CHECK(two.became("section 3") == "section 2");
    CHECK_FALSE(two.match_of("section 3").moved);
    CHECK(two.became("section 2") == "section 2 / (c)");
    CHECK(two.match_of("section 2").moved);
}

TEST_CASE("align: of two that changed places around a third the third stays where it is") {
    const auto ward = [](const std::string& label, const std::string& name, const std::string& most) {
        return label + " In the " + name + " no nurse shall be given more than " + most + " patients.\n\n";
    };
    const std::string head = "## Article 9. Staffing\n\n";
    const TwoAgreements two(head + ward("9.1", "emergency room", "four") + ward("9.2", "maternity", "five") +
                                ward("9.3", "telemetry rooms", "six"),
                            head + ward("9.1", "telemetry rooms", "six") + ward("9.2", "maternity", "five") +
                                ward("9.3", "emergency room", "four"));
    CHECK_FALSE(two.match_of("article 9 / section 9.2").moved);
    CHECK(two.match_of("article 9 / section 9.1").moved);
    CHECK(two.match_of("article 9 / section 9.3").moved);
}
