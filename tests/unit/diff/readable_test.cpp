#include <doctest/doctest.h>

#include "word_pair.hpp"

using stet::test::changed_words;
using stet::test::drawn;

TEST_CASE("readable: a sum in words and figures changes whole") {
    CHECK(drawn("paid one dollar ($1.00) an hour", "paid two dollars ($2.00) an hour") ==
          "paid [-one dollar ($1.00)-]{+two dollars ($2.00)+} an hour");
    CHECK(drawn("within thirty (30) days of it", "within forty-five (45) days of it") ==
          "within [-thirty (30)-]{+forty-five (45)+} days of it");
}

TEST_CASE("readable: where the words of a pair change and its figure stays, the words alone are marked") {
    CHECK(drawn("within thirty (30) days of it", "within ninety (30) days of it") ==
          "within [-thirty-]{+ninety+} (30) days of it");
    CHECK(drawn("paid thirty dollars ($30.00) for it", "paid forty dollars ($30.00) for it") ==
          "paid [-thirty-]{+forty+} dollars ($30.00) for it");
}

TEST_CASE("readable: a date changes whole") {
    CHECK(drawn("It ends on March 31, 2026 at noon.", "It ends on March 31, 2029 at noon.") ==
          "It ends on [-March 31, 2026-]{+March 31, 2029+} at noon.");
    CHECK(drawn("It ends on March 31, 2026 at noon.", "It ends on May 31, 2026 at noon.") ==
          "It ends on [-March 31, 2026-]{+May 31, 2026+} at noon.");
}

TEST_CASE("readable: a range whose one end became the other changes whole") {
    CHECK(drawn("Rates of $5-$7 are paid.", "Rates of $7-$9 are paid.") == "Rates of [-$5-$7-]{+$7-$9+} are paid.");
    CHECK(drawn("It covers $1 million/$2 million a year.", "It covers $2 million/$4 million a year.") ==
          "It covers [-$1 million/$2-]{+$2 million/$4+} million a year.");
    CHECK(drawn("It takes 5 to 7 weeks in all.", "It takes 7 to 9 weeks in all.") ==
          "It takes [-5 to 7-]{+7 to 9+} weeks in all.");
    CHECK(drawn("Rates of $5-$7 are paid.", "Rates of $5-$9 are paid.") == "Rates of $5-[-$7-]{+$9+} are paid.");
}

TEST_CASE("readable: what went stands beside what came in its place, though a word between them is there twice") {
    CHECK(drawn("It is told ten days before the end; the rate rises by two per cent then.",
                "It is told ten days before expiry; the rate rises by two per cent then.") ==
          "It is told ten days before [-the end-]{+expiry+}; the rate rises by two per cent then.");
}

TEST_CASE("readable: no island of a word or two inside a replacement") {
    CHECK(drawn("the senior clerk shall be called", "any other clerk may be asked") ==
          "[-the senior clerk shall be called-]{+any other clerk may be asked+}");
    CHECK(drawn("In each store the needs of the night crew come first when the plan is made.",
                "In each store the wishes of the day crew come first when the plan is made.") ==
          "In each store the [-needs of the night-]{+wishes of the day+} crew come first when the plan is made.");
}

TEST_CASE("readable: an island that is a number or a name is kept") {
    CHECK(drawn("When the plan is made, stewards ask Ansel whether it is fair to them all.",
                "When the plan is made, managers tell Ansel how it is fair to them all.") ==
          "When the plan is made, [-stewards ask-]{+managers tell+} Ansel [-whether-]{+how+} it is fair to them all.");
    CHECK(
        drawn("When the plan is made, stewards see page 77 before it is sent to them all.",
              "When the plan is made, managers sign 77 after it is sent to them all.") ==
        "When the plan is made, [-stewards see page-]{+managers sign+} 77 [-before-]{+after+} it is sent to them all.");
}

TEST_CASE("readable: a paragraph that keeps a few words of many is replaced whole") {
    CHECK(changed_words("Keys stay here. The clerk of the night crew opens every door at dawn with a lamp.",
                        "Keys stay below. Nobody but one guard hired from outside may unlock stores.") ==
          "-Keys stay here. The clerk of the night crew opens every door at dawn with a lamp "
          "+Keys stay below. Nobody but one guard hired from outside may unlock stores");
}

TEST_CASE("readable: a sentence that keeps less than half of its words is replaced whole, the others stay") {
    CHECK(
        drawn("Clerks are paid on Friday by check. The senior clerk closes the store at night. Keys stay with the "
              "manager of the store.",
              "Clerks are paid on Friday by check. A guard hired from outside locks all doors at night. Keys stay with "
              "the manager of the store.") ==
        "Clerks are paid on Friday by check. [-The senior clerk closes the store at night-]{+A guard hired from "
        "outside "
        "locks all doors at night+}. Keys stay with the manager of the store.");
}

TEST_CASE("readable: words that only came or only went strike nothing else") {
    CHECK(drawn("Clerks are paid.", "Clerks are, in each week in which they work at all, on Friday at noon, paid.") ==
          "Clerks are{+, in each week in which they work at all, on Friday at noon,+} paid.");
}

TEST_CASE("readable: an insertion stands behind the strike that it replaces") {
    CHECK(drawn("The Employer shall pay each clerk.", "The Employer may pay each clerk.") ==
          "The Employer [-shall-]{+may+} pay each clerk.");
    CHECK(drawn("Dues are due on Friday. Stores with many clerks and Stores pay the rate of the week.",
                "Dues are due on Friday. Stores always pay the rate of the week.") ==
          "Dues are due on Friday. Stores [-with many clerks and Stores-]{+always+} pay the rate of the week.");
}

TEST_CASE("readable: a sentence that came or went does so from its first letter to its full stop") {
    const std::string one = "The clerk tells the manager of damage.";
    const std::string two = "The clerk tells the manager of thefts.";
    CHECK(changed_words(one + " " + two + " The end.", two + " The end.") == "-" + one);
    CHECK(changed_words(two + " The end.", one + " " + two + " The end.") == "+" + one);
}

TEST_CASE("readable: a name added to a list comes with its comma") {
    CHECK(drawn("It covers clerks, bakers and drivers.", "It covers clerks, bakers, butchers and drivers.") ==
          "It covers clerks, bakers{+, butchers+} and drivers.");
}

TEST_CASE("readable: of scripts that keep as many words the one that keeps no figure in another's place") {
    CHECK(drawn("Leave is up to three (3) days, or five (5) days where travel is needed.",
                "Leave is up to five (5) days, or seven (7) days where travel is needed.") ==
          "Leave is up to [-three (3) days, or five (5)-]{+five (5) days, or seven (7)+} days where travel is needed.");
    CHECK(drawn("Each side appoints one member within two months of the notice.",
                "Each side appoints two members within three months of the notice.") ==
          "Each side appoints [-one member within two-]{+two members within three+} months of the notice.");
    CHECK(drawn("It meets in three rooms of the hall, two days a week, and no more.",
                "It meets in the hall, in three rooms of it, two days a week, and no more.")
              .find("two") != std::string::npos);
}
