// Paragraphs of a list that are told by what they say around their sums and dates.
#include <doctest/doctest.h>

#include <string>

#include "two_agreements.hpp"

using namespace stet;
using stet::test::shows;
using stet::test::TwoAgreements;

namespace {

std::string rate(const std::string& step, const std::string& sum, const std::string& day) {
    return "The least rate for the class of Baker, Step " + step + ", shall be " + sum + " effective " + day + ".\n\n";
}

}  // namespace

TEST_CASE("match_frames: a rate is told by what stands around its sum and its date, and not by its neighbour's place") {
    const std::string head = "**Section 1. Rates.** What is paid:\n\n";
    const std::string last = rate("4", "$17.10", "6/8/23");
    const TwoAgreements two(
        head + "(a) " + rate("1", "$11.50", "2/7/22") + "(b) " + rate("2", "$12.75", "6/24/26") + "(c) " +
            rate("3", "fifteen dollars ($15.00)", "June 7, 2023") + "(d) " + last,
        head + "(a) " + rate("1", "$11.50", "2/7/22") + "(b) " + rate("3", "$15.25", "July 12, 2024") + "(c) " + last);
    CHECK(two.became("section 1 / (b)") == "(gone)");
    CHECK(two.became("section 1 / (c)") == "section 1 / (b)");
    CHECK(shows(two.printed(), "money 15.00 → 15.25"));
}

TEST_CASE("match_frames: an item that says the same behind its siblings is no other one") {
    const std::string head = "**Section 1. Dues.** What each store pays:\n\n";
    const std::string rest = "(b) It sends the list of names with them, and tells who left.\n\n(c) It keeps a copy.\n";
    const auto dues = [](const std::string& label, const std::string& words, const std::string& sum) {
        return label + " The store shall pay " + sum + " an hour for each" + words + " hour worked.\n\n";
    };
    const TwoAgreements two(head + dues("(a)", "", "$33.00") + rest,
                            head + dues("(a)", " paid", "$33.25") + rest + "\n" + dues("(d)", "", "$14.77"));
    CHECK(two.became("section 1 / (a)") == "section 1 / (a)");
    CHECK(two.is_new("section 1 / (d)"));
}
