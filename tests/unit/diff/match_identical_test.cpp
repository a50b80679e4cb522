#include <doctest/doctest.h>

#include <string>

#include "two_agreements.hpp"

using namespace stet;
using stet::test::TwoAgreements;

namespace {

const std::string friday = "The Employer shall pay each clerk on Friday by check.";
const std::string steward = "The Union shall name one steward for each store.";
const std::string lifting = "No clerk is asked to lift more than forty pounds alone.";
const std::string parking = "A clerk parks behind the store and leaves the front to customers.";

std::string sections(std::initializer_list<std::string> texts) {
    std::string out;
    int number = 0;
    for (const std::string& text : texts) out += "**Section " + std::to_string(++number) + ".** " + text + "\n\n";
    return out;
}

}  // namespace

TEST_CASE("match_identical: a new section in the middle renumbers the others, they are not each other's successors") {
    const TwoAgreements two(sections({friday, steward, lifting}), sections({friday, parking, steward, lifting}));
    CHECK(two.became("section 1") == "section 1");
    CHECK(two.became("section 2") == "section 3");
    CHECK(two.became("section 3") == "section 4");
    CHECK(two.is_new("section 2"));
    for (const char* path : {"section 1", "section 2", "section 3"}) {
        CHECK(two.match_of(path).by == MatchedBy::identical);
        CHECK_FALSE(two.match_of(path).moved);
    }
}

TEST_CASE("match_identical: out of order a text must have words enough not to be chance") {
    const std::string before = "## ARTICLE 1. PAY\n\n**Section 1. Pay.** " + friday +
                               "\n\n**Section 2.** Not used since the first Agreement began.\n\n## ARTICLE 2. "
                               "UNION\n\n**Section 3. Steward.** " +
                               steward + "\n\n**Section 4. Lifting.** " + lifting + "\n";
    const std::string short_text = "## ARTICLE 1. PAY\n\n**Section 1. Pay.** " + friday +
                                   "\n\n## ARTICLE 2. UNION\n\n**Section 2. Steward.** " + steward +
                                   "\n\n**Section 3. Lifting.** " + lifting +
                                   "\n\n**Section 4.** Not used since the first Agreement began.\n";
    const TwoAgreements by_chance(before, short_text);
    CHECK(by_chance.became("article 1 / section 2") == "(gone)");
    CHECK(by_chance.is_new("article 2 / section 4"));

    const auto with = [](std::string text, const std::string& words) {
        return text.replace(text.find("Not used"), 41, words);
    };
    const TwoAgreements told(with(before, parking), with(short_text, parking));
    CHECK(told.became("article 1 / section 2") == "article 2 / section 4");
    CHECK(told.match_of("article 1 / section 2").by == MatchedBy::identical);
    CHECK(told.match_of("article 1 / section 2").moved);
}

TEST_CASE("match_identical: a text that stands twice is told by its place, each of the two once") {
    const TwoAgreements two(sections({parking, friday, parking}), sections({parking, friday, lifting, parking}));
    CHECK(two.became("section 1") == "section 1");
    CHECK(two.became("section 3") == "section 4");
    CHECK(two.is_new("section 3"));
}

TEST_CASE("match_identical: a copy of a section is new, the section itself stays") {
    const TwoAgreements two(sections({parking, friday, lifting}), sections({parking, friday, lifting, parking}));
    CHECK(two.became("section 1") == "section 1");
    CHECK_FALSE(two.match_of("section 1").moved);
    CHECK(two.is_new("section 4"));
}

TEST_CASE("match_identical: among sentences that come back, a list paragraph is no section of another article") {
    const std::string own =
        "The steward keeps the record of every exchange of shifts in the office for one whole year.";
    const std::string stock = "**Section 1. Stock.** " + friday + "\n\n**Section 2. Again.** " + friday + " " +
                              lifting + "\n\n**Section 3. Once More.** " + lifting + " " + steward +
                              "\n\n**Section 4. The Last.** " + steward + " " + friday + " " + lifting + "\n\n";
    const auto before = [&](const std::string& rest) {
        return "## ARTICLE 1. PAY\n\n" + rest + "**Section 5. Record.** " + own + "\n\n## ARTICLE 2. CARE\n\n" +
               "**Section 6. Where To Park.** " + parking + "\n";
    };
    const auto after = [&](const std::string& rest) {
        return "## ARTICLE 1. PAY\n\n" + rest + "## ARTICLE 2. CARE\n\n**Section 6. Where To Park.** " + parking +
               "\n\n(a) " + own + "\n";
    };
    const TwoAgreements among_stock(before(stock), after(stock));
    CHECK(among_stock.became("article 1 / section 5") == "(gone)");
    const TwoAgreements alone(before(""), after(""));
    CHECK(alone.became("article 1 / section 5") == "article 2 / section 6 / (a)");
}

TEST_CASE("match_identical: of two units with one text the one that kept its list is the same one") {
    const std::string rule =
        "Where the equipment of the store cannot be used because of a storm, these are sent home with pay for the day:";
    const std::string list = "\n\n(a) clerks of the first shift\n\n(b) bakers of the first shift\n\n";
    const std::string head = "**Section 2. Storms.** ";
    const std::string tail = "**Section 3. Lifting.** " + lifting + "\n\n";
    const TwoAgreements two(
        "**Section 1. Pay.** " + friday + " " + steward + " " + parking + "\n\n" + head + rule + list + tail,
        "**Section 1. Storms.** " + rule + "\n\n**Section 2. Pay.** " + friday + " " + steward + " " + parking +
            "\n\n" + head +
            "Where the equipment of the store cannot be used because of a storm or a fire, these "
            "are sent home with pay for the day:" +
            list + tail);
    CHECK(two.became("section 2") == "section 2 #2");
}

TEST_CASE("match_identical: a text that another section opens with is cut off from that, not moved from elsewhere") {
    const std::string leave = "For absences in a week that is already scheduled an employee asks for leave in writing.";
    const std::string recall = "An employee is eligible for recall in the former unit and at the former place alone.";
    const std::string pay = "## ARTICLE 1. PAY\n\n**Section 1. Pay.** " + friday + "\n\n";
    const std::string house = "## ARTICLE 2. HOUSE\n\n**Section 3. Parking.** " + parking + "\n\n**Section 4.** " +
                              steward + "\n\n**Section 5.** " + lifting + "\n\n**Section 6.** " + leave;
    const std::string end =
        "\n\n**Section 9. Keys.** All keys are handed in by the clerks on their last day of work.\n";
    const TwoAgreements two(pay + "**Section 2.** " + leave + "\n\n" + house + "\n\n" + recall + end,
                            pay + house + "\n\n**Section 7.** " + recall + end);
    CHECK(two.became("article 1 / section 2") == "(gone)");
    CHECK_FALSE(two.is_new("article 2 / section 6"));
}
