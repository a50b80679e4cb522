// Places in documents that a proposal names: the base's own are found, those of others are not taken for its.
#include "proposal/named_document.hpp"

#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::proposal;

namespace {

std::string refused(const std::string& title, const std::string& demand) {
    const Proposal asked = proposal("# Offer\n\n1. " + demand + "\n\n2. Section 1.02: change \"low\" to \"high\".\n");
    const Consolidated made = carry_out(
        asked,
        {"base.md",
         title +
             "\n\n## ARTICLE 1 - GRIEVANCE STEPS\n\nSection 1.01. Steps are three.\n\nSection 1.02. Fees are low.\n",
         {}},
        {.grammar = "labor-agreement"}, {});
    REQUIRE(made.steps.size() == 2);
    CHECK(made.steps[1].done);
    return made.steps[0].done ? "" : made.steps[0].reason;
}

}  // namespace

TEST_CASE("a section of another document is none of the base's") {
    const std::string other = "it concerns another agreement: Pension Plan";
    CHECK(refused("# AGREEMENT", "Section 1.01 of the Pension Plan is deleted.") == other);
    CHECK(refused("# AGREEMENT", "Delete Section 1.01 of the Pension Plan.") == other);
    CHECK_FALSE(refused("# AGREEMENT", "Section 1.01 of the Pension Plan\n\nDelete.").empty());
    CHECK(refused("# AGREEMENT", "Section 1.01 of the Pension Plan: Change \"three\" to \"four\".") == other);
    CHECK_FALSE(refused("# AGREEMENT", "Delete Section 1.01 of the pension plan.").empty());
    // A mention in the opening is no name.
    CHECK(refused("# AGREEMENT\n\nThe parties agree under the Mill Act. They meet.",
                  "Section 1.01 of the Mill Act is deleted.") == "it concerns another agreement: Mill Act");
}

TEST_CASE("a section of the agreement by its title, initials, defined name or article is the base's") {
    CHECK(refused("# MILL SERVICES AGREEMENT", "Section 1.01 of the MSA is deleted.").empty());
    CHECK(refused("# MILL SERVICES AGREEMENT", "Section 1.01 of the Mill Services Agreement is deleted.").empty());
    CHECK(refused("# AGREEMENT\n\nThis Mill Charter (the \"Charter\") binds both. It is public.",
                  "Delete Section 1.01 of the Charter.")
              .empty());
    CHECK(refused("# AGREEMENT", "Section 1.01 of the Grievance Steps is deleted.").empty());
    CHECK(refused("# AGREEMENT", "Section 1.01 of the current Agreement is deleted.").empty());
    CHECK(refused("# AGREEMENT", "Section 1.01 of the Collective Agreement is deleted.").empty());
}
