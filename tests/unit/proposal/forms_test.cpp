// Proposals on forms: a caption and a value a line.
#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::proposal;
using proposal_test::told;

TEST_CASE("forms are demands by their numbers, of the article that a line names, and their last text is no signature") {
    const std::string form =
        "PROPOSAL #: U-14 (Revised)\n\nARTICLE: 19 – Grievances\n\nDATE: 06/11/2026\n\nPROPOSED BY: Union\n\nCURRENT "
        "LANGUAGE:\n\n19.3 Files are sent within ten days.\n\nPROPOSED LANGUAGE:\n\n19.3 Files are sent within nine "
        "days.\n\n"
        "MANAGEMENT RESPONSE: [ ] Accept [X] Counter\n\nPROPOSAL #: U-15\n\nARTICLE: 22 – Layoff\n\nDATE: "
        "06/11/2026\n\nPROPOSED BY: Union\n\nCURRENT LANGUAGE:\n\nNone.\n\nPROPOSED LANGUAGE:\n\nClerks who interpret "
        "shall "
        "receive $1.00 per hour.\n";
    const Proposal read = proposal(form, "form.txt");
    CHECK(read.items_present == std::vector<std::string>{"14", "15"});
    CHECK(told(read) ==
          "substitute words 19, 19.3, 1, 1 certain -ten +nine\n"
          "insert paragraph 22, 1 certain +Clerks who interpret shall receive $1.00 per hour.\n");
    REQUIRE(read.not_understood.size() == 1);
    CHECK(read.not_understood.front().text.starts_with("MANAGEMENT RESPONSE"));
}
