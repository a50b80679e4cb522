#include "proposal/document_facts.hpp"

#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using namespace stet::proposal_test;

TEST_CASE("a heading that names the offer is its title, whatever lines of forms stand below") {
    const Proposal read = proposal(
        "# Cedar Clinic — Management Offer #2\n\nOffer date: 3/3/2026\n\n"
        "1. Article 4\n\nDelete \"x\".\n\n2. Article 5\n\nDelete \"y\".\n");
    CHECK(read.title == "Cedar Clinic — Management Offer #2");
    CHECK(read.date == "2026-03-03");
}

TEST_CASE("a heading that is a sentence is no title") {
    const Proposal read = proposal(
        "## Company's Proposal #5\n\n### Offered together; if a part is rejected the Company "
        "returns to its proposal #4\n\n1. Article 4\n\nDelete \"x\".\n\n2. Article 5\n\n"
        "Delete \"y\".\n");
    CHECK(read.title == "Company's Proposal #5");
}

TEST_CASE("the side that owns the offer makes it") {
    CHECK(proposal("## Local 41 and the Meridian Hotel\n\n## Employer's Second Counterproposal\n\nJune 18, 2026\n\n"
                   "1. Article 4\n\nDelete \"x\".\n\n2. Article 5\n\nDelete \"y\".\n")
              .party == Side::company);
}

TEST_CASE("a date that is quoted, of a demand or of the term is not the document's") {
    const std::string body =
        "1. TERM\n\nSection 24.1 shall be amended by changing \"June 30, 2026\" to \"June 30, 2030\"."
        "\n\n2. Term: January 1, 2026 through December 31, 2029.\n";
    CHECK(proposal("MEMORANDUM OF AGREEMENT\n\n" + body).date.empty());
    CHECK(proposal("MEMORANDUM OF AGREEMENT\n\n" + body + "\nDated: March 30, 2026\n").date == "2026-03-30");
}
