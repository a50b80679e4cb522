// Items that are told by the name before their colon.
#include <doctest/doctest.h>

#include <string>

#include "two_agreements.hpp"

using namespace stet;
using stet::test::shows;
using stet::test::TwoAgreements;

namespace {

std::string premiums(const std::string& a, const std::string& b) {
    return "**Section 1. Premiums.** These are paid beside the rate of the job:\n\n(a) " + a + "\n\n(b) " + b + "\n";
}

}  // namespace

TEST_CASE("match_named: two items that changed places keep their names, and each figure its item") {
    const TwoAgreements two(premiums("Court time: a minimum of three (3) hours at the overtime rate.",
                                     "Call-back: a minimum of two (2) hours at the overtime rate."),
                            premiums("Call-back: a minimum of three (3) hours at the overtime rate.",
                                     "Court time: a minimum of four (4) hours at the overtime rate."));
    CHECK(two.became("section 1 / (a)") == "section 1 / (b)");
    CHECK(two.became("section 1 / (b)") == "section 1 / (a)");
    const std::string printed = two.printed();
    CHECK(shows(printed, "duration 3 hours → 4 hours"));
    CHECK(shows(printed, "duration 2 hours → 3 hours"));
    CHECK_FALSE(shows(printed, "duration 2 hours → 4 hours"));
}

TEST_CASE("match_named: a name and a sum are another item under another name") {
    const TwoAgreements two(premiums("Mentor: $1.50 an hour.", "Night: $2.00 an hour."),
                            premiums("Weekend: $1.50 an hour.", "Night: $2.25 an hour."));
    CHECK(two.became("section 1 / (a)") == "(gone)");
    CHECK(two.is_new("section 1 / (a)"));
    CHECK(two.became("section 1 / (b)") == "section 1 / (b)");
}

TEST_CASE("match_named: an item with its name in bold is told by it, and so is a paragraph in its section") {
    const std::string head = "# Terms\n\n1. **Orders.** They are sent in writing.\n";
    const TwoAgreements two(head + "2. **Delivery.** DDP Hull; lead time 6 weeks. Late: 0.5% a week, at most 5%.\n",
                            head + "2. **Delivery.** FCA Leith, 28 days; 0.2% a day, max. 8%.\n");
    CHECK(two.is_pair("DDP Hull", "FCA Leith"));
    const std::string top = "**Section 1. Cover.** It is as follows.\n\n";
    const TwoAgreements paragraphs(top + "Coinsurance: 80%. This condition does not apply to lost income.\n",
                                   top + "Coinsurance: 90%.\n");
    CHECK(paragraphs.is_pair("80%", "90%"));
}

TEST_CASE("match_named: an item that says much is the same under another name") {
    const std::string rest = ": two dollars ($2.00) an hour for every hour worked between nine at night and six.";
    const TwoAgreements two(premiums("Night" + rest, "Lead: $3.00 an hour."),
                            premiums("Evening" + rest, "Lead: $3.00 an hour."));
    CHECK(two.became("section 1 / (a)") == "section 1 / (a)");
}
