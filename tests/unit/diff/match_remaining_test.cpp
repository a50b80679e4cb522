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

/// Two articles; the section stands at the end of the first one, or of the second one.
std::string in_first(const std::string& text, const std::string& more = "") {
    return "## ARTICLE 1. PAY\n\n**Section 1. Pay.** " + pay + "\n\n**Section 2.** " + text +
           "\n\n## ARTICLE 2. HOUSE\n\n**Section 3. Doors.** " + doors + "\n\n**Section 4. Meals.** " + meals + "\n" +
           more;
}
std::string in_second(const std::string& text, const std::string& more = "") {
    return "## ARTICLE 1. PAY\n\n**Section 1. Pay.** " + pay + "\n\n## ARTICLE 2. HOUSE\n\n**Section 2. Doors.** " +
           doors + "\n\n**Section 3. Meals.** " + meals + "\n\n**Section 4.** " + text + "\n" + more;
}

std::string list(const std::string& b) {
    return "**Section 1. Jury Duty.** A clerk who is called to serve on a jury:\n\n(a) tells the store on the next "
           "day of work;\n\n(b) " +
           b + "; and\n\n(c) works the rest of the shift.\n";
}

}  // namespace

TEST_CASE("match_remaining: a short section that moved and of which a third was reworded is moved and edited") {
    const TwoAgreements two(in_first("A clerk who trains another clerk at the request of the store director receives "
                                     "fifty cents ($0.50) an hour."),
                            in_second("A clerk who coaches or trains another new clerk at the written request of the "
                                      "store director gets seventy-five cents ($0.75) an hour."));
    CHECK(two.became("article 1 / section 2") == "article 2 / section 4");
    CHECK(two.match_of("article 1 / section 2").by == MatchedBy::moved);
    CHECK(shows(two.printed(), "[-receives fifty cents ($0.50)-] {+gets seventy-five cents ($0.75)+} an hour."));
}

TEST_CASE("match_remaining: what the two share stands in a third text, too, and is no proof") {
    const std::string b = "A clerk who trains another clerk at the request of the store director wears a badge.";
    const std::string a = "A clerk who trains another clerk at the request of the store director eats first.";
    const std::string third =
        "\n**Section 5.** A clerk who trains another clerk at the request of the store director signs the book.\n";
    CHECK(TwoAgreements(in_first(b), in_second(a)).became("article 1 / section 2") == "article 2 / section 4");
    CHECK(TwoAgreements(in_first(b, third), in_second(a, third)).became("article 1 / section 2") == "(gone)");
}

TEST_CASE("match_remaining: a third text that holds some of the shared words is no rival") {
    const std::string b =
        "A clerk who trains another clerk at the request of the store director receives fifty cents "
        "($0.50) an hour.";
    const std::string a =
        "A clerk who coaches or trains another new clerk at the written request of the store director "
        "gets seventy-five cents ($0.75) an hour.";
    const std::string third = "\n**Section 5.** Every request of the store director is kept in the office.\n";
    CHECK(TwoAgreements(in_first(b, third), in_second(a, third)).became("article 1 / section 2") ==
          "article 2 / section 4");
}

TEST_CASE("match_remaining: a moved section that doubled its length is the same where it keeps all of its words") {
    const std::string b =
        "A clerk who closes the store alone counts the drawer twice, signs the sheet, puts the bag into the safe, "
        "tests the rear door and calls the director before the alarm is set.";
    const std::string more =
        " Nobody counts a drawer that another clerk opened, and a difference of less than two dollars "
        "is written down.";
    CHECK(TwoAgreements(in_first(b), in_second(b + more)).became("article 1 / section 2") == "article 2 / section 4");
}

TEST_CASE("match_remaining: common words in their order are no proof") {
    const TwoAgreements two(
        in_first("The clerk of the night crew shall hand the keys to the manager of the store at the end of a shift."),
        in_second("The clerk of any other shift shall ask the office to open the safe of the store for the day."));
    CHECK(two.became("article 1 / section 2") == "(gone)");
    CHECK(two.is_new("article 2 / section 4"));
}

TEST_CASE("match_remaining: a list paragraph between its neighbours, reworded and grown, is edited") {
    const TwoAgreements two(
        list("is paid the difference for no more than ten (10) days a year"),
        list("is paid what is the difference in wages for no more than fifteen (15) days in a year; the fee of the "
             "court, the mileage that it pays and whatever meals it provides are left to the clerk and are no part of "
             "the reckoning"));
    CHECK(two.became("section 1 / (b)") == "section 1 / (b)");
    const std::string printed = two.printed();
    CHECK(shows(printed, "duration 10 days → 15 days"));
    CHECK(shows(printed, "for no more than [-ten (10)-] {+fifteen (15)+} days"));
}

TEST_CASE("match_remaining: a list paragraph that stays where one reads it, at another level, is edited") {
    const auto licence = [](const std::string& behind) {
        return "**Section 1. Licences.**\n\n(c) A licence is good for two years.\n\n(d)(1) The Director denies a "
               "licence "
               "to whoever broke these rules twice.\n\n" +
               behind;
    };
    const TwoAgreements two(licence("(2) A host may appeal a denial to the board within 15 days.\n"),
                            licence("(2) Repealed.\n\n(e) A host may appeal a denial to the board within 30 days.\n"));
    CHECK(two.became("section 1 / (d) / (2)") == "section 1 / (e)");
    CHECK(shows(two.printed(), "duration 15 days → 30 days"));
}

TEST_CASE("match_remaining: a list paragraph of two words that goes on is edited, whatever its length") {
    const TwoAgreements two(list("jury leave"),
                            list("jury leave, which shall not exceed ten (10) days in any year unless the court has "
                                 "asked for more in writing"));
    CHECK(two.became("section 1 / (b)") == "section 1 / (b)");
    CHECK(shows(two.printed(), "duration none → 10 days"));
    const TwoAgreements other(list("jury leave"), list("bereavement leave, which shall not exceed three (3) days"));
    CHECK(other.became("section 1 / (b)") == "(gone)");
}

TEST_CASE("match_remaining: a list paragraph in the place of another that says something else is new") {
    const TwoAgreements two(list("is paid the difference for no more than ten days a year"),
                            list("shows the summons to the office and brings a note of the hours served"));
    CHECK(two.became("section 1 / (b)") == "(gone)");
    CHECK(two.is_new("section 1 / (b)"));
}

namespace {

/// A list in the first section, and sections that make the words of rates common.
std::string with_rates(const std::string& a, const std::string& b) {
    std::string out =
        "**Section 1. Rates.** What is agreed:\n\n(a) " + a + "\n\n(b) " + b + "\n\n(c) The board hangs by the door.\n";
    for (int i = 2; i < 40; ++i) {
        const std::string n = std::to_string(i);
        out += "\n**Section " + n + ".** The rate of pay of crew " + n +
               " shall increase by one percent on the first day of the year and by " + n + " cents one year later.\n";
    }
    return out;
}
const std::string raise =
    "The rate of pay shall increase by sixty-six percent (66%) on August 7, 2021 and by fifty-five "
    "percent (55%) one year later.";
const std::string other_raise =
    "The rate of pay may increase by sixty-one percent (61%) on July 24, 2022 and by fifty-five "
    "percent (55%) one year later.";

}  // namespace

TEST_CASE("match_remaining: in a list one paragraph keeps its common words, and no sibling has them") {
    const TwoAgreements two(with_rates("Clerks are paid on Friday.", raise),
                            with_rates("Clerks are paid on Friday.", other_raise));
    CHECK(two.became("section 1 / (b)") == "section 1 / (b)");
    CHECK(shows(two.printed(), "high: “shall” became “may”"));
}

TEST_CASE("match_remaining: where a sibling has the same common words they do not tell which paragraph it is") {
    const auto points = [](const std::string& first, const std::string& day) {
        return "The rate of pay " + first + " points on " + day + " and by fifty-five (55) points one year later.";
    };
    const std::string sibling = points("shall increase by twelve (12)", "day three");
    const TwoAgreements two(with_rates(sibling, points("shall increase by sixty-six (66)", "day seven")),
                            with_rates(sibling, points("may increase by sixty-one (61)", "July the twelfth")));
    CHECK(two.became("section 1 / (a)") == "section 1 / (a)");
    CHECK(two.became("section 1 / (b)") == "(gone)");
}

TEST_CASE("match_remaining: alone in its place, what says the same around its sums and dates is edited") {
    const std::string sibling =
        "The rate of pay shall increase by twelve percent (12%) on March 3, 2020 and by eleven "
        "percent (11%) one year later.";
    const TwoAgreements two(with_rates(sibling, raise), with_rates(sibling, other_raise));
    CHECK(two.became("section 1 / (a)") == "section 1 / (a)");
    CHECK(two.became("section 1 / (b)") == "section 1 / (b)");
    CHECK(shows(two.printed(), "percent 66 → 61"));
}

namespace {

const std::string first_rate =
    "**Section 1. Rates.** What is paid:\n\n(a) The least rate for the class of Baker, Step 1, shall be $9.10 "
    "effective "
    "May 2, 2022.\n\n";

}  // namespace

TEST_CASE("match_remaining: what says the same of other sums and dates is edited, though a new item stands beside it") {
    const TwoAgreements two(
        first_rate +
            "(b) The least rate for the class of Baker, Step 2, shall be ninety-nine dollars ($99.00) effective "
            "September 7, 2026.\n",
        first_rate +
            "(b) The least rate for the coveted class of Baker, Step 2, shall be $98.95 effective October 8, "
            "2027.\n\n(c) The least rate for the class of Cheese Monger, Step 33, shall be $28.00 effective "
            "8/18/24.\n");
    CHECK(two.became("section 1 / (b)") == "section 1 / (b)");
    CHECK(two.is_new("section 1 / (c)"));
    CHECK(shows(two.printed(), "money 99.00 → 98.95"));
}

TEST_CASE("match_remaining: alone in its place, what says the same of other figures is edited, whatever siblings say") {
    const auto rate = [](const std::string& step, const std::string& rest) {
        return "The least rate for the class of Baker, Step " + step + ", shall be " + rest;
    };
    const auto rates = [&](const std::string& second) {
        return "**Section 1. Rates.** What is paid:\n\n(a) " + rate("1", "$11.50 effective 2/7/22.") + "\n\n(b) " +
               rate("2", second) + "\n\n(c) " + rate("3", "$15.40 effective 6/7/23.") + "\n\n(d) " +
               rate("4", "$17.10 effective 6/8/23.") + "\n";
    };
    const TwoAgreements two(rates("$12.75 effective 6/24/26."), rates("$13.35 effective 7/1/26."));
    CHECK(two.became("section 1 / (b)") == "section 1 / (b)");
    CHECK(shows(two.printed(), "money 12.75 → 13.35"));
}

namespace {

/// A section on premiums that other sections repeat with other figures.
std::string premium(const std::string& hours, const std::string& money) {
    return "Clerks with more than " + hours + " hours of service are paid a premium of " + money + " an hour.";
}
const std::string premiums = "\n**Section 5.** " + premium("900", "$1.15") + "\n\n**Section 6.** " +
                             premium("950", "$1.25") + "\n\n**Section 7.** " + premium("960", "$1.35") + "\n";

}  // namespace

TEST_CASE("match_remaining: what others say too is told by its figures where they stay, and moved") {
    const TwoAgreements two(
        in_first(premium("700", "$2.45"), premiums),
        in_second("Clerks having more than 700 hours of service are paid a fresh premium of $2.45 an hour.", premiums));
    CHECK(two.became("article 1 / section 2") == "article 2 / section 4");
    CHECK(two.match_of("article 1 / section 2").moved);
}

TEST_CASE("match_remaining: what others say too, with other figures, is another text") {
    const TwoAgreements two(in_first(premium("700", "$2.45"), premiums), in_second(premium("820", "$3.60"), premiums));
    CHECK(two.became("article 1 / section 2") == "(gone)");
    CHECK(two.is_new("article 2 / section 4"));
}

TEST_CASE("match_remaining: a section that moved word for word moved, though other texts hold its words") {
    const std::string text = "A clerk who trains another clerk at the request of the store director wears a badge.";
    const std::string third = "\n**Section 5.** " + text + " The badge is blue.\n\n**Section 6.** " + text +
                              " The badge is red.\n\n**Section 7.** " + text + " It is kept clean.\n";
    CHECK(TwoAgreements(in_first(text, third), in_second(text, third)).became("article 1 / section 2") ==
          "article 2 / section 4");
}

namespace {

/// Sections from 5 on that all say a sentence behind one of their own.
std::string said_in(int sections, const std::string& sentence) {
    std::string out;
    for (int i = 5; i < 5 + sections; ++i)
        out += "\n**Section " + std::to_string(i) + ".** Hall " + std::to_string(i) + " is swept. " + sentence + "\n";
    return out;
}

const std::string badge = "A clerk who trains another clerk at the request of the store director wears a badge.";
const std::string blue_badge =
    "A clerk who trains some other clerk at the request of the store director wears a blue badge.";

}  // namespace

TEST_CASE("match_remaining: what a few others say word for word moved where hardly a word of it changed") {
    const auto moved = [](int others) {
        const std::string more = said_in(others, badge);
        return TwoAgreements(in_first(badge, more), in_second(blue_badge, more)).became("article 1 / section 2");
    };
    CHECK(moved(3) == "article 2 / section 4");
    CHECK(moved(6) == "(gone)");
}

TEST_CASE("match_remaining: a text that holds the words of a moved one among others is no rival of it") {
    const std::string more = said_in(3, badge);
    const TwoAgreements two(
        in_first(badge, more),
        in_second(blue_badge, more + "\n**Section 8.** The store opens at nine in the morning. " + badge +
                                  " Doors that were damaged are mended by the end of the next week.\n"));
    CHECK(two.became("article 1 / section 2") == "article 2 / section 4");
    CHECK(two.is_new("article 2 / section 8"));
}

TEST_CASE("match_remaining: a section that all of the other opens with, in its place, is edited") {
    const auto agreement = [](const std::string& text) {
        return "## ARTICLE 1. PAY\n\n**Section 1. Pay.** " + pay + "\n\n**Section 2.** " + text +
               "\n\n**Section 3. Doors.** " + doors + "\n\n**Section 4. Meals.** " + meals + "\n" + said_in(3, badge);
    };
    const TwoAgreements two(agreement(badge),
                            agreement(badge + " Badges that are left overnight, whoever left them, are put into the "
                                              "bin by the first shift of the next morning, and no one may claim one."));
    CHECK(two.became("article 1 / section 2") == "article 1 / section 2");
}

TEST_CASE("match_remaining: a section with which the other opens but for a word or two, in its place, is edited") {
    const auto agreement = [](const std::string& first, const std::string& text, int label) {
        const auto section = [&](int behind) { return "**Section " + std::to_string(label + behind) + "."; };
        return "## ARTICLE 1. PAY\n\n" + first + section(0) + " Pay.** " + pay + "\n\n" + section(1) + "** " + text +
               "\n\n" + section(2) + " Doors.** " + doors + "\n\n" + section(3) + " Meals.** " + meals + "\n" +
               said_in(14, "A clerk who trains another clerk at the request of the store director may wear a badge.");
    };
    const TwoAgreements two(
        agreement("",
                  "A clerk who trains another clerk at the request of the store director may wear a badge. It is put "
                  "into the bin by the first shift of the next morning, and nobody claims another one for it. Whoever "
                  "finds one on a stair, in a lift or under a counter brings it to the porter, who notes the name on "
                  "it, the day, and where it lay, so that those who lose many can be told.",
                  1),
        agreement("**Section 1. Clocks.** Every clock shows the hour of the capital.\n\n",
                  "A clerk who trains another clerk at the request of the store director shall wear some badge.", 2));
    CHECK(two.became("article 1 / section 2") == "article 1 / section 3");
    CHECK(shows(two.printed(), "“may” became “shall”"));
}

TEST_CASE("match_remaining: of many sections that were all renamed and reworded each is known by its rare words") {
    const auto text = [](bool after) {
        std::string out;
        for (int i = 1; i <= 80; ++i) {
            const auto own = [i](const char* name) { return name + std::to_string(i); };
            const std::string four = own("pump") + ", " + own("valve") + ", " + own("hatch") + " and " + own("crane");
            const std::string two = own("lamp") + " and " + own("rope");
            out += after ? "## Watch " + std::to_string(200 + i) + "\n\nWhoever is on watch below looks at " + four +
                               " twice an hour and writes down what their gauges show, and sees to " + two + " by noon."
                         : "## Round " + std::to_string(i) + "\n\nThe engineer checks " + four +
                               " at the beginning of every shift, again whenever the bridge calls, and oils " + two +
                               " in port.";
            out += "\n\n";
        }
        return out;
    };
    const TwoAgreements two(text(false), text(true));
    for (const int i : {1, 40, 80})
        CHECK(two.became("heading \"Round " + std::to_string(i) + "\"") ==
              "heading \"Watch " + std::to_string(200 + i) + "\"");
}

TEST_CASE("match_remaining: an item written anew under its label in its place is edited, not gone and new") {
    const TwoAgreements two(list("The clerk shall not lose any pay for hours at court"),
                            list("The clerk may not claim meals mileage or further pay while at court"));
    CHECK(two.became("section 1 / (b)") == "section 1 / (b)");
    const TwoAgreements other(list("The clerk shall not lose any pay for hours at court"),
                              list("A store posts the names of all jurors near the clock each Monday"));
    CHECK(other.became("section 1 / (b)") == "(gone)");
}

TEST_CASE("match_remaining: an item written anew under its label is edited though another beside it has gone") {
    const auto list = [](const std::string& items) {
        return "**Section 1. Jury Duty.** A clerk who is called to serve on a jury:\n\n(a) tells the store on the next "
               "day of work;\n\n" +
               items + "\n";
    };
    const TwoAgreements two(list("(b) brings the court's own note of its hours to the office;\n\n(c) is paid a premium "
                                 "of two dollars for each hour at court beyond the eighth."),
                            list("(b) tells who drives;\n\n(c) is paid nothing for lost time but dollars for each hour "
                                 "at noon beyond lunch."));
    CHECK(two.became("section 1 / (c)") == "section 1 / (c)");
}

TEST_CASE("match_remaining: a section written anew under its label, alone in its place, is edited") {
    const auto became = [](const std::string& text) {
        return TwoAgreements(in_first("Neither Holder may sell any Shares before the third anniversary of this "
                                      "Agreement without leave of the other."),
                             in_first(text))
            .became("article 1 / section 2");
    };
    CHECK(became("No Holder shall sell or charge its Shares before the second anniversary of the Opening Date, except "
                 "to a Friend that has agreed to be bound.") == "article 1 / section 2");
    CHECK(became("The Chair calls a meeting of the Board in the first week of each month, and sends the papers to all "
                 "of its members.") == "(gone)");
}

TEST_CASE("match_remaining: a stock sentence to which a sentence came, in its place beside a new section, is edited") {
    const auto agreement = [](const std::string& sections) {
        return "## ARTICLE 1. PAY\n\n**Section 1. Pay.** " + pay + "\n\n" + sections + "\n\n**Section 8. Doors.** " +
               doors + "\n\n## ARTICLE 2. HALLS\n" + said_in(4, badge);
    };
    const TwoAgreements two(
        agreement("**Section 2.** " + badge),
        agreement("**Section 2.** Boots dry on the rack beside the stove.\n\n**Section 3.** " + badge +
                  " Whatever is left overnight, whoever left it, is put into the bin by the first shift of the next "
                  "morning, and no one may claim one."));
    CHECK(two.became("article 1 / section 2") == "article 1 / section 3");
    CHECK(two.is_new("article 1 / section 2"));
}

TEST_CASE("match_remaining: a moved sentence whose runs of words were cut is told by the words, which no text has") {
    const std::string b = "The steward keeps the ledger of diving gear in the boathouse near the quay.";
    const std::string a =
        "The steward keeps one ledger with photos of all diving gear inside boathouse rooms near a quay.";
    const std::string third = "\n**Section 5.** The steward keeps order aboard.\n";
    CHECK(TwoAgreements(in_first(b, third), in_second(a, third)).became("article 1 / section 2") ==
          "article 2 / section 4");
    const std::string same =
        "\n**Section 5.** The steward keeps a ledger of boathouse gear, not for diving, near the quay.\n";
    CHECK(TwoAgreements(in_first(b, same), in_second(a, same)).became("article 1 / section 2") == "(gone)");
}

TEST_CASE("match_remaining: a long text that holds most words of a moved one among many others is no rival of it") {
    const std::string b = "Divers of the harbour crew rinse valves, masks and regulators of the Nautilus gear at dusk.";
    const std::string a =
        "Divers from any harbour crew rinse brass valves, full masks and old regulators belonging to Nautilus gear at "
        "dawn.";
    const std::string longer =
        "\n**Section 5.** Divers of the harbour crew count on the first Monday of June the valves, the masks and the "
        "regulators of the Nautilus gear, which hang in the shed between a stove and the wall where ropes, lamps, "
        "buoys "
        "and charts of every bay are kept by a smith who made their hooks when the pier was built.\n";
    CHECK(TwoAgreements(in_first(b), in_second(a, longer)).became("article 1 / section 2") == "article 2 / section 4");
}
