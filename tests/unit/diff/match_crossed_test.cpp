// Items of one list that changed places.
#include <doctest/doctest.h>

#include <string>

#include "two_agreements.hpp"

using namespace stet;
using stet::test::shows;
using stet::test::TwoAgreements;

namespace {

std::string limits(const std::string& d, const std::string& e) {
    return "**Section 1. Limits.** What we pay is limited as follows:\n\n(c) $1,500 on boats of all types;\n\n(d) " +
           d + ";\n\n(e) " + e + ".\n";
}

}  // namespace

TEST_CASE("match_crossed: two items of a list that changed places are told by their words, not by their labels") {
    const TwoAgreements two(limits("$1,500 for loss by theft of jewelry", "$2,500 for loss by theft of firearms"),
                            limits("$3,000 for loss by theft of firearms", "$1,000 for loss by theft of jewelry"));
    CHECK(two.became("section 1 / (d)") == "section 1 / (e)");
    CHECK(two.became("section 1 / (e)") == "section 1 / (d)");
    const std::string printed = two.printed();
    CHECK(shows(printed, "money 2,500.00 → 3,000.00"));
    CHECK(shows(printed, "money 1,500.00 → 1,000.00"));
}

TEST_CASE("match_crossed: items that stay in their places keep them, whatever their figures") {
    const TwoAgreements two(limits("$1,500 for loss by theft of jewelry", "$2,500 for loss by theft of firearms"),
                            limits("$2,500 for loss by theft of jewelry", "$1,500 for loss by theft of firearms"));
    CHECK(two.became("section 1 / (d)") == "section 1 / (d)");
    CHECK(two.became("section 1 / (e)") == "section 1 / (e)");
}
