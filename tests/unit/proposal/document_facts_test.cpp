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

TEST_CASE("a list in one of several articles is no list of demands, and a heading below the offer's text no title") {
    const Proposal read = proposal(
        "# Kestrel Library District\n\n**Management Final Offer**\nNovember 17, 2026\n\nExcept as set forth below, all "
        "tentative agreements reached to date are incorporated here.\n\n## Tentative agreements (for "
        "reference)\n\n| Article | Date |\n|---|---|\n| 3 | 8/4/26 |\n\n## Open articles\n\n### Article 5 – "
        "Hours\n\nChange \"ten\" to \"nine\".\n\n### Article 17 – Books\n\nDelete Section 17.5.\n\n### Article 20 – "
        "Pay\n\n1. 3% effective January 1, 2027.\n2. 2% effective January 1, 2028.\n");
    CHECK(read.title == "Management Final Offer");
    CHECK(read.date == "2026-11-17");
    CHECK(read.items_present == std::vector<std::string>{"Article 5", "Article 17", "Article 20"});
    for (const Operation& operation : read.operations) CHECK(operation.status == Status::open);
    CHECK(read.ledger.empty());
}

TEST_CASE("who speaks: of a name with both sides' words the last, the sender of a letter, and none whom an if names") {
    const std::string items =
        "1. Article 4\n\nDelete \"x\".\n\n2. Article 5\n\nDelete \"y\" if the City agrees to 1.\n";
    CHECK(proposal("HARBOR CITY OFFICERS' ASSOCIATION\n\nPROPOSAL FOR A SUCCESSOR MEMORANDUM\n\n" + items).party ==
          Side::union_side);
    CHECK(proposal("To: Contractors of the Plains\nFrom: Fitters Local 77\nDate: March 2, 2026\n\n" + items).party ==
          Side::union_side);
}

TEST_CASE("an answer to a package is none") {
    const Proposal read = proposal(
        "# Counterproposal to Employer's Package\n\n1. Article 4\n\nDelete \"x\".\n\n"
        "2. Article 5\n\nDelete \"y\".\n");
    for (const Operation& operation : read.operations) CHECK(operation.status == Status::open);
}

TEST_CASE("a package may be called so below all that is asked") {
    const Proposal read = proposal(
        "# District Counter #4\n\n## Article 4\n\nDelete \"x\".\n\n## Article 5\n\nDelete "
        "\"y\".\n\n**This is a package proposal. Rejection of a part rejects the whole.**\n");
    REQUIRE(read.operations.size() >= 2);
    CHECK(read.operations[0].status == Status::package);
    CHECK(read.operations[1].status == Status::package);
}
