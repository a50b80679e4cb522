#include <doctest/doctest.h>

#include <string>

#include "two_agreements.hpp"

using namespace stet;
using stet::test::shows;
using stet::test::TwoAgreements;

namespace {

const std::string a = "**Section 5. Pay.** The Employer shall pay each clerk on Friday by check.\n\n";
const std::string b = "Each clerk has a meal of thirty minutes near the middle of the shift";
const std::string x = "Each clerk has two shirts and an apron from the Employer at no charge";

}  // namespace

TEST_CASE("match_similar: the edited section behind a new one of its old number is known by its words") {
    const std::string c = "No clerk is asked to lift more than forty pounds alone.\n";
    const TwoAgreements two(a + "**Section 6.** " + b + ".\n\n**Section 7.** " + c,
                            a + "**Section 6.** " + x + ".\n\n**Section 7.** " + b + ", paid.\n\n**Section 8.** " + c);
    CHECK(two.became("section 6") == "section 7");
    CHECK(two.match_of("section 6").by == MatchedBy::similar);
    CHECK(two.match_of("section 6").similarity < 1);
    CHECK_FALSE(two.match_of("section 6").moved);
    CHECK(two.is_new("section 6"));
}

TEST_CASE("match_similar: an article under another title and number is known by its sections") {
    const std::string rest = "\n\n" + a + "**Section 6. Meals.** " + b + ".\n";
    const TwoAgreements two(
        "## ARTICLE 2. WAGES" + rest,
        "## ARTICLE 2. UNION\n\n**Section 4. Steward.** The Union names one steward.\n\n## ARTICLE 3. "
        "COMPENSATION AND BENEFITS" +
            rest);
    CHECK(two.became("article 2") == "article 3");
    CHECK(two.is_new("article 2"));
    CHECK_FALSE(two.match_of("article 2 / section 5").moved);
    CHECK(shows(two.printed(), "[-WAGES-] {+COMPENSATION AND BENEFITS+}"));
}

TEST_CASE("match_similar: a reworded section between two that stayed is the same, though a new article took it in") {
    const std::string c = "No clerk is asked to lift more than forty pounds alone.\n";
    const TwoAgreements two(
        "## ARTICLE 1. WORK\n\n" + a + "**Section 6.** " + b + ".\n\n**Section 7.** " + c,
        "## ARTICLE 1. WORK\n\n" + a +
            "## ARTICLE 2. REST\n\n**Section 6.** Each clerk takes a paid meal of forty minutes about "
            "the middle of every shift.\n\n**Section 7.** " +
            c);
    CHECK(two.became("article 1 / section 6") == "article 2 / section 6");
}

TEST_CASE("match_similar: a section to which sentences came is the same section") {
    const std::string more =
        " Hours past that are paid at one and one-half times the rate that the clerk has on that day, and no one is "
        "asked to take time off in place of it.";
    const TwoAgreements two("**Section 1.** A week has forty hours for every clerk.\n\n**Section 2.** " + b + ".\n",
                            "**Section 1.** A week has forty hours for every clerk." + more + "\n\n**Section 2.** " +
                                x + ".\n\n**Section 3.** " + b + ".\n");
    CHECK(two.became("section 1") == "section 1");
    CHECK(two.became("section 2") == "section 3");
    const TwoAgreements back(
        "**Section 1.** A week has forty hours for every clerk." + more + "\n\n**Section 2.** " + b + ".\n",
        "**Section 1.** A week has forty hours for every clerk.\n\n**Section 2.** " + b + ".\n");
    CHECK(back.became("section 1") == "section 1");
}

TEST_CASE("match_similar: list items that share no more than their boilerplate are not each other") {
    const std::string head = "**Section 1. Duties.** A clerk does these things:\n\n(a) keeps the shelves in order;\n\n";
    const TwoAgreements two(head + "(b) locks the old till at night;\n",
                            head + "(b) sweeps the front aisle at night;\n");
    CHECK(two.became("section 1 / (a)") == "section 1 / (a)");
    CHECK(two.became("section 1 / (b)") == "(gone)");
    CHECK(two.is_new("section 1 / (b)"));
    const TwoAgreements edited(head + "(b) locks the old till at night;\n",
                               head + "(b) locks the new till at night;\n");
    CHECK(edited.became("section 1 / (b)") == "section 1 / (b)");
}

namespace {

const std::string stock_leave = "A leave is asked for in writing two weeks ahead and is granted by seniority. ";
const std::string stock_pay = "Time on leave is not paid unless the law of the state says that it is. ";
const std::string stock_return = "A clerk who comes back from leave has the same shift and the same store. ";

/// A section, and others that are put together from the same sentences.
std::string put_together(const std::string& section, int n) {
    std::string out = "## ARTICLE 1. LEAVES\n\n**Section 1. Count.** Leaves are counted in days.\n\n" + section + "\n";
    for (const std::string& text : {stock_leave + stock_pay, stock_pay + stock_return, stock_return + stock_leave,
                                    stock_leave + stock_return, stock_pay + stock_leave}) {
        const std::string number = std::to_string(n++);
        out += "\n**Section " + number + ".** " + text + "Form " + number + number + " is used.\n";
    }
    return out;
}

}  // namespace

TEST_CASE("match_similar: stock phrases in common, and little of them, make no pair") {
    const TwoAgreements two(
        put_together("**Section 2.** " + stock_leave +
                         "Jury duty lasts as long as a judge wants somebody beside the bench every morning.",
                     3),
        put_together(
            "**Section 2. Parking.** Cars stand behind the store.\n\n**Section 3.** Bereavement covers parents, "
            "children and grandparents. " +
                stock_leave + "Proof may be wanted, such as an obituary.",
            4));
    CHECK(two.became("article 1 / section 2") == "(gone)");
    CHECK(two.became("article 1 / section 3") == "article 1 / section 4");
}

TEST_CASE("match_similar: the same items in their place keep their section, though only stock stays over them") {
    const std::string items =
        "\n\n(a) The mate counts the flares, the rockets and the rafts before each voyage and signs for them.\n\n(b) "
        "The "
        "cook keeps a list of stores in the galley and shows it to the purser on Monday.\n\n(c) The pilot draws the "
        "course on the chart in pencil, and nobody rubs it out before the ship is in port.";
    const auto agreement = [&](const std::string& text) { return put_together("**Section 2.** " + text + items, 3); };
    const TwoAgreements two(agreement(stock_leave),
                            agreement("A leave is asked for in writing two weeks ahead and is given by the board. "
                                      "Whoever sails at night signs for a lamp, a whistle and a blanket, "
                                      "brings them back dry and pays for whatever was lost ashore."));
    CHECK(two.became("article 1 / section 2") == "article 1 / section 2");
}

TEST_CASE("match_similar: of many sections each is found though edits brought rarer words than its own") {
    const auto text = [](bool after) {
        std::string out;
        std::uint32_t random = 1;
        for (int i = 1; i <= 80; ++i) {
            out += (after ? "## Watch " : "## Round ") + std::to_string(i + (after ? 200 : 0)) + "\n\nThe crew sees to";
            for (int k = 0; k < 36; ++k) {
                random = random * 1664525 + 1013904223;
                out += " part" + std::to_string(random / 65536 % 90);
                if (after && k % 3 == 0) out += " fresh" + std::to_string(i) + "x" + std::to_string(k);
            }
            out += ".\n\n";
        }
        return out;
    };
    const TwoAgreements two(text(false), text(true));
    for (const int i : {1, 40, 80})
        CHECK(two.became("heading \"Round " + std::to_string(i) + "\"") ==
              "heading \"Watch " + std::to_string(200 + i) + "\"");
}

TEST_CASE("match_similar: a section that grew and changed places with its neighbour is told by its title") {
    const std::string removal =
        "We may take out of the halls what breaks a rule of this house, and say so on the board.\n\n";
    const std::string keys = "#### 3. Keys\nKeys are left with the porter, who signs for each of them at night.\n";
    const TwoAgreements two(
        "#### 1. Ownership of Goods and Right to Store\nYou keep all goods you bring, and answer for these. If you "
        "bring "
        "what you did not buy yourself, you agree to bring only goods that you have the right to store, and to obey "
        "each "
        "law of the port on them.\n\n#### 2. Removal\n" +
            removal + keys,
        "#### 1. Removal\n" + removal +
            "#### 2. Ownership of Goods, Right to Store, and Leave to Show\nYou keep all your goods, and answer for "
            "these. If you bring what you did not buy yourself or do not own alone, you agree that you answer for it; "
            "that you bring only goods that you have the right to store; and to obey each law of the port on them.\n\n"
            "Since you keep them we need your leave to lift, to move, to weigh, to show and to insure whatever stands "
            "in "
            "our sheds, and to let others see it through the glass of the front, by day as by night. You give us that "
            "leave for as long as they are with us, and no longer; it costs us nothing, and no other house has it from "
            "us.\n\n" +
            keys);
    CHECK(two.became("section 1") == "section 2");
}
