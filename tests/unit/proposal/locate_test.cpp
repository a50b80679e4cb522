// Units of a base by their numbers.
#include "proposal/locate.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "stet.hpp"

using namespace stet;

TEST_CASE("a number taken in another article fills no gap") {
    const std::string base =
        "## ARTICLE 1\n\nSection 1. Decks.\n\nSection 2. Paint.\n\nSection 3. Rope.\n\n## ARTICLE 2\n\nSection 1. "
        "Meals.\n\nSection 2. Tea.\n\nSection 3. Rest.\n";
    const Proposal proposal = read_proposal(
        {"p.md",
         "# Offer\n\n1. Article 1\n\nDelete Section 2.\n\n2. Article 2\n\nDelete Section 2. Renumber Section 3 as "
         "Section 2.\n",
         {}});
    const Consolidated made = carry_out(proposal, {"base.md", base, {}}, {.grammar = "labor-agreement"}, {});
    REQUIRE(made.steps.size() == 3);
    const auto gap = [&](std::size_t i) {
        return std::any_of(made.steps[i].remarks.begin(), made.steps[i].remarks.end(),
                           [](const std::string& remark) { return remark.find("gap") != std::string::npos; });
    };
    CHECK(gap(0));
    CHECK_FALSE(gap(1));
}

TEST_CASE("numbers are found by their parts") {
    const auto finds = [&](const std::string& base, const char* section) {
        Operation repeal;
        repeal.op = Op::repeal;
        repeal.unit = Unit::section;
        repeal.target.section = section;
        Proposal proposal;
        proposal.operations = {repeal};
        return carry_out(proposal, {"base.md", base, {}}, {.grammar = "labor-agreement"}, {}).steps.at(0).done;
    };
    const std::string rest = "## ARTICLE 2 - REST\n\n2.02 Rest is paid.\n\n2.03 Rest is short.\n";
    CHECK(finds(rest, "2.02"));
    CHECK(finds(rest, "2:02"));
    CHECK_FALSE(finds(rest, "202"));
    CHECK_FALSE(finds(rest, "20.2"));
    const std::string dues = "## ARTICLE 20 - DUES\n\n20.2 Dues are low.\n\n20.3 Dues are due.\n";
    CHECK(finds(dues, "20.2"));
    CHECK_FALSE(finds(dues, "2.02"));
    CHECK_FALSE(finds(dues, "2:02"));
}
