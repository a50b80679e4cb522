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

TEST_CASE("parties: another name in nearly all places is another name throughout") {
    std::string before = "1. “You” is who reads this.\n\n";
    std::string after = "1. “You” is the Customer.\n\n";
    for (int i = 2; i < 14; ++i) {
        before += std::to_string(i) + ". You may keep oar " + std::to_string(i) + ".\n\n";
        after += std::to_string(i) + ". Customer may keep oar " + std::to_string(i) + ".\n\n";
    }
    CHECK(told(before, after) == "");
}

TEST_CASE("parties: things that are defined where the document opens are none") {
    const std::string things =
        opening + "It holds from 3 May 2024 (the “Effective Date”) for all moorings (the “Services”).\n\n";
    CHECK(told(things + "1. Dues hold from the Effective Date.\n", things + "1. Dues hold from the Agreement.\n") ==
          "");
    CHECK(told(things + "1. The Services end at dusk.\n", things + "1. You end at dusk.\n") == "");
}

TEST_CASE("parties: we, us and you; not the US") {
    CHECK(told("1. The dues are paid by us. We ask you.\n", "1. The dues are paid by you. We ask you.\n") ==
          "high “us” became “you”;");
    CHECK(told("1. You tell us. We pay in US dollars.\n", "1. You tell us. We pay in your dollars.\n") == "");
}

TEST_CASE("parties: hostile names are looked at in their number") {
    std::string before, after;
    for (int i = 0; i < 9000; ++i) {
        const std::string name = "Ab" + std::to_string(i);
        before += "(“" + name + "”) ";
        after += "(“X" + name + "”) ";
        if (i % 300 == 299) before += "\n\n", after += "\n\n";
    }
    CHECK(told(before + "\n\n1. The Landlord pays the Tenant.\n",
               after + "\n\n1. The Tenant pays it, the Landlord not.\n")
              .size() < 2000);
}
