#include <doctest/doctest.h>

#include <string>

#include "two_agreements.hpp"

using namespace stet;
using stet::test::shows;
using stet::test::TwoAgreements;

namespace {

const std::string rule = "with the classification in which each of them works and the store";
const std::string rule_2 = "with the day on which each of them was hired and every transfer since";

std::string agreement(const std::string& lists_more, const std::string& files_more) {
    return "**Section 1. Seniority Lists.** The Employer keeps a list of each store:\n\n(a) with the names of all "
           "clerks" +
           lists_more + ".\n\n**Section 2. Files.** A clerk may look at the clerk's own file:\n\n(a) on a day of work" +
           files_more + ".\n";
}

}  // namespace

TEST_CASE("part_strays: a short list paragraph whose words stand alone in another list is gone here and new there") {
    const TwoAgreements two(agreement(";\n\n(b) " + rule, ""), agreement("", ";\n\n(b) " + rule));
    CHECK(two.became("section 1 / (b)") == "(gone)");
    CHECK(two.is_new("section 2 / (b)"));
    CHECK(shows(two.printed(), "[moved from Section 1, (b)] (b) " + rule));
}

TEST_CASE("part_strays: paragraphs that went together to another list have moved") {
    const std::string both = ";\n\n(b) " + rule + ";\n\n(c) " + rule_2;
    const TwoAgreements two(agreement(both, ""), agreement("", both));
    CHECK(two.became("section 1 / (b)") == "section 2 / (b)");
    CHECK(two.became("section 1 / (c)") == "section 2 / (c)");
    CHECK(two.match_of("section 1 / (b)").moved);
}

TEST_CASE("part_strays: a long list paragraph is known by itself") {
    const std::string text = ";\n\n(b) " + rule + ", the rate at which each is paid, " + rule_2.substr(5) +
                             ", in the order in which they were hired";
    const TwoAgreements two(agreement(text, ""), agreement("", text));
    CHECK(two.became("section 1 / (b)") == "section 2 / (b)");
}

TEST_CASE("part_strays: within its own list a short paragraph may change its place") {
    const std::string a = ";\n\n(b) " + rule + ";\n\n(c) " + rule_2 + ";\n\n(d) in the order of the alphabet";
    const std::string b = ";\n\n(b) " + rule_2 + ";\n\n(c) in the order of the alphabet;\n\n(d) " + rule;
    const TwoAgreements two(agreement(a, ""), agreement(b, ""));
    CHECK(two.became("section 1 / (b)") == "section 1 / (d)");
    CHECK(two.became("section 1 / (c)") == "section 1 / (b)");
}

TEST_CASE("part_strays: a paragraph of a list that went is no item with items of its own in a list that came") {
    const std::string name = "The clerk tells the store of it on the next day of work";
    const auto agreement = [](const std::string& section) {
        return "## ARTICLE 1. DAYS OFF\n\n**Section 1. Sundays.** Stores stay shut on Sundays of the winter.\n\n" +
               section + "\n\n**Section 9. Moon.** Nobody works on a night without a moon.\n";
    };
    const TwoAgreements two(
        agreement("**Section 2. Jury Duty.** Whoever sits on a jury is paid by the court alone.\n\n(a) " + name +
                  " and brings a letter.\n\n(b) The court sends its own list."),
        agreement(
            "**Section 2. Tooth Aches.** A dentist sees whoever suffers, at any hour, behind the bakery.\n\n(a) " +
            name + ".\n\n(1) A nurse drives.\n\n(2) Ice is free."));
    CHECK(two.became("article 1 / section 2 / (a)") == "(gone)");
}

TEST_CASE("part_strays: a rate of another step, with another sum and another date, is another item") {
    const auto rates = [](const std::string& second) {
        const std::string rate = "The least rate by the hour for the classification of Baker, ";
        return "**Section 1. Rates.** What is paid:\n\n(a) " + rate + "Step 1, is $11.50 from 2/7/22.\n\n(b) " + rate +
               second + "\n\n(c) " + rate + "Step 3, is $14.00 from 2/8/22.\n";
    };
    const TwoAgreements other(rates("Step 2, is $12.75 from 6/24/26."), rates("Step 21, is $33.10 from 7/1/23."));
    CHECK(other.became("section 1 / (b)") == "(gone)");
    CHECK(other.is_new("section 1 / (b)"));
    const TwoAgreements same_sum(rates("Step 2, is $12.75 from 6/24/26."), rates("Step 21, is $12.75 from 7/1/23."));
    CHECK(same_sum.became("section 1 / (b)") == "section 1 / (b)");
    const TwoAgreements same_step(rates("Step 2, is $12.75 from 6/24/26."), rates("Step 2, is $33.10 from 7/1/23."));
    CHECK(same_step.became("section 1 / (b)") == "section 1 / (b)");
}

TEST_CASE("part_strays: rates of a section that went are none of the rates of another that came") {
    const auto agreement = [](const std::string& first, const std::string& last) {
        return "## ARTICLE 1. RATES\n\n" + first +
               "**Section 2. Clocks.** A clerk who comes late tells the office why.\n\n" + last +
               "**Section 9. Moon.** Nobody works on a night without a moon.\n";
    };
    const auto rates = [](const std::string& title, const std::string& a, const std::string& b, const std::string& c) {
        std::string out = "**Section " + title + "\n\n";
        int step = 0;
        for (const std::string& each : {a, b, c}) {
            ++step;
            out += "(" + std::string(1, static_cast<char>('a' + step - 1)) +
                   ") The least rate for the class of Baker, Step " + std::to_string(step) + ", shall be " + each +
                   ".\n\n";
        }
        return out;
    };
    const TwoAgreements two(
        agreement(rates("1.** Ovens are lit by whoever comes first, and rolls are counted at the "
                        "door before dawn.",
                        "$11.35 effective 4/21/19", "$13.65 effective 6/1/25", "$18.30 effective 9/11/23"),
                  ""),
        agreement("", rates("3.** Flour that has been wet goes back to the mill, with a letter that "
                            "names the driver.",
                            "$10.05 effective 3/20/22", "$19.74 effective 7/23/26", "$61.00 effective 11/25/24")));
    for (const std::string item : {"(a)", "(b)", "(c)"})
        CHECK(two.became("article 1 / section 1 / " + item) == "(gone)");
}

namespace {

/// Rules that sections of a patchwork are put together of, each told many times over.
const std::string sheet = "Whoever works on Sundays or on feasts signs a sheet beside the clock by noon of the day";
const std::string ladder =
    "No ladder is climbed by anybody who has not been shown how to set it up on the floor of that store";
const std::string apron = "The apron that the house lends to each baker goes to the laundry at the end of each week";

std::string patchwork(const std::string& list_of_first, const std::string& last) {
    std::string out = "## ARTICLE 1. RULES\n\n";
    const std::string* const rules[] = {&sheet, &ladder, &apron};
    for (int i = 1; i <= 9; ++i)
        out += "**Section " + std::to_string(i) + ".** " + *rules[i % 3] + ". " + *rules[(i + i / 3) % 3] + ".\n\n";
    return out + list_of_first + last;
}

const std::string moon = "**Section 20. Moon.** Nobody works on a night without a moon.\n\n";

}  // namespace

TEST_CASE("part_strays: sentences that come back do not tell that paragraphs went together to another list") {
    const std::string went =
        "**Section 10. Quay.** Boats are moored by the crew that brought them, on whichever side of the quay there is "
        "room:\n\n(a) " +
        sheet + ";\n\n(b) with two ropes at least;\n\n(c) " + ladder + ".\n\n";
    const std::string came =
        "**Section 11. Ovens.** Dough rests in the cellar until the fire is lit and whoever kneads it has eaten "
        "breakfast:\n\n(a) " +
        sheet + ";\n\n(b) under a cloth;\n\n(c) " + ladder + ".\n\n";
    const TwoAgreements two(patchwork(went, moon), patchwork(moon, came));
    CHECK(two.became("article 1 / section 10 / (a)") == "(gone)");
    CHECK(two.is_new("article 1 / section 11 / (c)"));
}

TEST_CASE("part_strays: an item below which nothing stayed is no item of a list that came") {
    const std::string rule = "The clerk who is first at the door in the morning switches on every lamp of the hall";
    const TwoAgreements two(
        "**Section 1. Lamps.** Stores are lit from six until the last customer has gone home with the goods:\n\n(a) " +
            rule + ";\n\n(1) but for the cellar;\n\n(2) and the sign over the street.\n\n" + moon,
        moon +
            "**Section 21. Guests.** Whoever visits the bakery wears a cap over all hair, be it long or "
            "short:\n\n(a) " +
            rule + ";\n\n(1) with ribbons for children;\n\n(2) of paper for anybody else.\n");
    CHECK(two.became("section 1 / (a)") == "(gone)");
    CHECK(two.is_new("section 21 / (a)"));
}

TEST_CASE("part_strays: where sentences come back, number and place do not make a section of another one") {
    const std::string went =
        "**Section 10.** " + sheet + ". With two ropes at least boats lie at the quay by night.\n\n";
    const std::string came = "**Section 10.** " + ladder +
                             ". Dough rests in the cellar below a cloth of linen until somebody lights the fire.\n\n";
    CHECK(TwoAgreements(patchwork(went, moon), patchwork(came, moon)).became("article 1 / section 10") == "(gone)");
}

TEST_CASE("part_strays: where sentences come back, a heading that does too tells no section whose words are other") {
    const std::string other = "**Section 15. Quay.** " + apron + ". " + sheet + ".\n\n";
    const auto with = [&](const std::string& text) { return patchwork("**Section 10. Quay.** " + text, other + moon); };
    const TwoAgreements two(with(sheet + ". With two ropes at least boats lie at a quay by night.\n\n"),
                            with(ladder + ". Dough rests in a cellar below a cloth by night, and at no quay.\n\n"));
    CHECK(two.became("article 1 / section 10") == "(gone)");
}

TEST_CASE("part_strays: where sentences come back, one of a section that went is none of one that came beside it") {
    const std::string went =
        "**Section 10. Quay.** Boats lie by night with ropes at both ends of them.\n\n" + sheet + ".\n\n";
    const std::string came =
        "**Section 10. Ovens.** Dough rests in cellars, a cloth over it, until somebody lights "
        "fires.\n\n" +
        sheet + ".\n\n";
    const TwoAgreements two(patchwork(went, moon), patchwork(came, moon));
    CHECK(two.became("article 1 / section 10") == "(gone)");
    CHECK(shows(two.printed(), "[-" + sheet + ".-]"));
    CHECK(shows(two.printed(), "{+" + sheet + ".+}"));
}
