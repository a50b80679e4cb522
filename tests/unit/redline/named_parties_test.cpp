// Who owes and who owns: parties that took another's place.
#include "redline/named_parties.hpp"

#include <doctest/doctest.h>

#include <string>

#include "stet.hpp"

using namespace stet;

namespace {

std::string told(const std::string& before, const std::string& after) {
    const Redline redline = compare({"before.md", before, {}}, {"after.md", after, {}});
    std::string out;
    for (const Change& change : redline.changes)
        for (const Flag& flag : change.flags)
            if (flag.code == "party-word" || flag.code == "names-swapped")
                out += std::string(flag_severity_name(flag.severity)) + " " + flag.text + ";";
    return out;
}

const std::string opening =
    "This Agreement is made between Osk Mills Ltd (the \"Osk\") and Calder & Daughters (“Calder”).\n\n";

}  // namespace

TEST_CASE("parties: one took the place of another, and both stay") {
    const std::string rest = "\n\n2. The Landlord keeps the keys, and the Tenant has one of them.\n";
    CHECK(told("1. The Landlord shall maintain the roof." + rest, "1. The Tenant shall maintain the roof." + rest) ==
          "high “landlord” became “tenant”;");
    CHECK(told("1. It stands at Landlord's expense and risk." + rest,
               "1. It stands at Tenant's expense and risk." + rest) == "high “landlord” became “tenant”;");
    CHECK(told("1. The Landlord pays." + rest, "1. The Landlords pay." + rest) == "");
    CHECK(told("1. It goes to third-parties of the Landlord." + rest,
               "1. It goes to third parties of the Landlord." + rest) == "");
    CHECK(told("1. The Landlord and the Tenant pay." + rest, "1. The Landlord pays." + rest) == "");
}

TEST_CASE("parties: those that the documents name themselves") {
    CHECK(told(opening + "1. Osk's liability shall not exceed £500.\n\n2. Calder pays.\n",
               opening + "1. Calder's liability shall not exceed £500.\n\n2. Calder pays.\n") ==
          "high “osk” became “calder”;");
    CHECK(told(opening + "1. Osk indemnifies Calder against all losses.\n",
               opening + "1. Calder indemnifies Osk against all losses.\n") ==
          "high “Calder” and “Osk” changed places;");
}

TEST_CASE("parties: another name for a party throughout is no other party") {
    CHECK(told("1. The Tenant shall paint the doors.\n\n2. The Tenant shall sweep the yard.\n",
               "1. The Lessee shall paint the doors.\n\n2. The Lessee shall sweep the yard.\n") == "");
}
