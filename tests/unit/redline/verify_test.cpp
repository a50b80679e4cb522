#include "redline/verify.hpp"

#include <doctest/doctest.h>

#include <string>

#include "stet.hpp"

using namespace stet;

TEST_CASE("verify: a blank beside a mark parts no words") {
    for (const auto& [before, after] : {std::pair{"the rule of §5", "the rule of § 5"},
                                        {"3 €", "3€"},
                                        {"Name ____ ____", "Name ________"},
                                        {"Date _____ by", "Date_____by"},
                                        {"\uF0B7 vacation", "\uF0B7vacation"},
                                        {"\uFFFD \uFFFD", "\uFFFD\uFFFD"},
                                        {"“ paid ”", "“paid”"}}) {
        CAPTURE(before);
        CHECK(reads_the_same(before, after));
        const Redline redline = compare({.name = "before.md", .bytes = before, .format = ""},
                                        {.name = "after.md", .bytes = after, .format = ""});
        CHECK(redline.verified.holds());
        CHECK(redline.changes.empty());
    }
}

TEST_CASE("verify: white space of every kind stands on either side of a face") {
    for (const char* const blank : {" ", "\u00A0", "\u2003", "\x1F"}) {
        const Redline redline = compare({.name = "before.md", .bytes = "Wages are paid weekly.", .format = ""},
                                        {.name = "after.md",
                                         .bytes = std::string("Wages are paid weekly.") + blank + "<s>By cheque.</s>",
                                         .format = ""});
        CAPTURE(blank);
        CHECK(redline.verified.holds());
    }
}

TEST_CASE("verify: a blank between words and figures parts them, in every script") {
    CHECK_FALSE(reads_the_same("over time", "overtime"));
    CHECK_FALSE(reads_the_same("über all", "überall"));
    CHECK_FALSE(reads_the_same("1 2", "12"));
    CHECK_FALSE(reads_the_same("трудовой договор", "трудовойдоговор"));
    CHECK_FALSE(reads_the_same("5 ½", "5½"));
}

TEST_CASE("verify: beside an empty cell another holds nothing that can be seen") {
    for (const char* const nothing : {"\u200B", "\x1A", "\u00AD"}) {
        const std::string head = "|   | Class | Rate |\n| --- | --- | --- |\n";
        const Redline redline =
            compare({.name = "before.md",
                     .bytes = head + "|   | " + nothing + " | 15.25 |\n| A | Clerk | 14.00 |\n",
                     .format = ""},
                    {.name = "after.md", .bytes = head + "|   |   | 15.25 |\n| A | Clerk | 14.50 |\n", .format = ""});
        CAPTURE(nothing);
        CHECK(redline.verified.holds());
    }
}
