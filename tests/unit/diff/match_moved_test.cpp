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

/// Two articles; the text stands at the end of the first one, or of the second one.
std::string in_first(const std::string& text) {
    return "## ARTICLE 1. PAY\n\n**Section 1. Pay.** " + pay + "\n\n**Section 2. " + text +
           "\n\n## ARTICLE 2. HOUSE\n\n**Section 3. Doors.** " + doors + "\n\n**Section 4. Meals.** " + meals + "\n";
}
std::string in_second(const std::string& text) {
    return "## ARTICLE 1. PAY\n\n**Section 1. Pay.** " + pay + "\n\n## ARTICLE 2. HOUSE\n\n**Section 2. Doors.** " +
           doors + "\n\n**Section 3. Meals.** " + meals + "\n\n**Section 4. " + text + "\n";
}

}  // namespace

TEST_CASE("match_moved: a section that went to another article and was edited is moved, with that edit and its flag") {
    const std::string text =
        "Leave.** A clerk who takes other employment during a leave of absence shall lose all seniority on the day on "
        "which that employment began, unless the Employer agreed to it in writing.";
    std::string edited = text;
    edited.replace(edited.find("shall"), 5, "may");
    const TwoAgreements two(in_first(text), in_second(edited));
    CHECK(two.became("article 1 / section 2") == "article 2 / section 4");
    CHECK(two.match_of("article 1 / section 2").by == MatchedBy::moved);
    CHECK(two.match_of("article 1 / section 2").moved);
    CHECK_FALSE(two.match_of("article 2 / section 3").moved);
    const std::string printed = two.printed();
    CHECK(shows(printed, "of absence [-shall-] {+may+} lose all seniority"));
    CHECK(shows(printed, "high: “shall” became “may”"));
}

TEST_CASE("match_moved: of two look-alikes that come near, neither is a move") {
    const std::string alike =
        " clerk of the night crew hands the keys of the store to the manager at the end of the shift.";
    const TwoAgreements two(
        in_first("Keys.** Each senior" + alike),
        in_second("Keys one.** Each junior" + alike + "\n\n**Section 5. Keys two.** Each other" + alike));
    CHECK(two.became("article 1 / section 2") == "(gone)");
    CHECK(two.is_new("article 2 / section 4"));
    CHECK(two.is_new("article 2 / section 5"));
    // The same with one of them is one.
    const TwoAgreements one(in_first("Keys.** Each senior" + alike), in_second("Keys one.** Each junior" + alike));
    CHECK(one.became("article 1 / section 2") == "article 2 / section 4");
}

TEST_CASE("match_moved: sections that share only a stock sentence are no move") {
    const auto notice = [](const std::string& subject) {
        return "The Employer shall give the Union notice in writing of any change in " + subject +
               " at least ten days before it.";
    };
    const std::string more = "\n\n**Section 6. Locks.** " + notice("the locks") + "\n\n**Section 7. Plans.** " +
                             notice("the plans") + "\n\n**Section 8. Shelves.** " + notice("the shelves") + "\n";
    const TwoAgreements two(in_first("Vacation.** " + notice("vacation")) + more,
                            in_second("Uniforms.** " + notice("uniforms")) + more);
    CHECK(two.became("article 1 / section 2") == "(gone)");
    CHECK(two.is_new("article 2 / section 4"));
}

TEST_CASE("match_moved: a short text of which a word changed is not known elsewhere") {
    const TwoAgreements two(in_first("Keys.** A clerk shall turn in all keys."),
                            in_second("Locks.** A clerk may turn in all keys."));
    CHECK(two.became("article 1 / section 2") == "(gone)");
}

TEST_CASE("match_moved: under a heading that no other unit has a reworded text is known") {
    const std::string before =
        "Jury Duty.** A clerk who is called to serve on a jury is paid the difference between the pay of the court and "
        "the pay of the shift for up to ten days.";
    const std::string after =
        "Jury Duty.** A clerk who is called to serve on a jury shows the summons and is paid what is left between the "
        "fee and the pay of the shift for as long as it lasts.";
    const TwoAgreements two(in_first(before), in_second(after));
    CHECK(two.became("article 1 / section 2") == "article 2 / section 4");
    CHECK(two.match_of("article 1 / section 2").by == MatchedBy::heading);
    std::string renamed = after;
    renamed.replace(0, 9, "Court Leave");
    CHECK(TwoAgreements(in_first(before), in_second(renamed)).became("article 1 / section 2") == "(gone)");
}

TEST_CASE("match_moved: under a heading of its own a short section that lost a third of its words moved") {
    const TwoAgreements two(
        in_first("Watch At Night.** A clerk on watch at night receives the following when the doors are locked."),
        in_second("Watch At Night.** An auditor on watch at dawn gets the following improper bonus when doors jam."));
    CHECK(two.became("article 1 / section 2") == "article 2 / section 4");
    CHECK(two.match_of("article 1 / section 2").by == MatchedBy::heading);
}

TEST_CASE("match_moved: a section of several paragraphs on a pattern that another section follows, too, is no move") {
    const auto service = [](const std::string& heading, const std::string& of, const std::string& part,
                            const std::string& room) {
        return "## " + heading + "\n\nThe contractor inspects the " + of +
               " every second month and after each storm warning.\n\nWorn " + part + " of the " + of +
               " are replaced at the contractor's cost within ten working days of the report.\n\nThe owner keeps the " +
               room + " of the " + of + " clear and lets the contractor in at all hours.\n\n";
    };
    const auto agreement = [&](const std::string& lifts, const std::string& third, const std::string& last) {
        return service("1. " + lifts, "lifts", "ropes", "shaft") + third +
               "## Fees\n\nThe owner pays a monthly fee of EUR 2,400.\n\n## Term\n\nThis agreement runs for four "
               "years and is renewed by written notice only.\n\n" +
               last;
    };
    const auto became = [&](const std::string& lifts, const std::string& gone, const std::string& come) {
        const TwoAgreements two(agreement(lifts, service("2. " + gone, "boilers", "valves", "room"), ""),
                                agreement(lifts, "", service("2. " + come, "chillers", "pumps", "roof")));
        return two.became("section 2");
    };
    CHECK(became("Lifts", "Heating boilers", "Water chillers") == "(gone)");
    CHECK(became("Service of lifts", "Service of boilers", "Service of chillers") == "(gone)");
    CHECK(became("Service", "Service", "Service") == "(gone)");

    const TwoAgreements moved(agreement("Service", service("2. Service", "boilers", "valves", "room"), ""),
                              agreement("Service", "", service("2. Service", "boilers", "seals", "room")));
    CHECK(moved.match_of("section 2").by == MatchedBy::moved);
}
