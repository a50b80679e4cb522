// What holds and what is proposed, printed one over the other.
#include "proposal/two_texts.hpp"

#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::told;

namespace {

std::string asks(const std::string& body) {
    return told(proposal_test::proposal("# Guild Proposal\n\n### Proposal 1: Article 5 – Hours\n\n" + body +
                                        "\n\n### Proposal 2: Article 6\n\nDelete Section 6.2.\n"));
}

constexpr const char* last = "repeal section 6, 6.2 certain\n";

}  // namespace

TEST_CASE("a section printed twice changes in the words that differ") {
    CHECK(asks("**Current Contract Language:**\n\n5.4 Rosters hang for ten days.\n\n**Proposed Language:**\n\n5.4 "
               "Rosters hang for twenty days.") ==
          std::string("substitute words 5, 5.4, 1, 1 certain -ten +twenty\n") + last);
    CHECK(asks("Current: 5.4 Rosters hang for ten days.\n\nProposed: 5.4 Rosters hang for twenty days.") ==
          std::string("substitute words 5, 5.4, 1, 1 certain -ten +twenty\n") + last);
}

TEST_CASE("sections go by their labels; one that stands under one caption alone is new or stays as it is printed") {
    const std::string told = asks(
        "**Existing Language**\n\n5.4 Rosters hang for ten days.\n\n5.5 Clerks rest.\n\n**Proposed Language**\n\n5.4 "
        "Rosters hang for twenty days.\n\n5.5 [No change]\n\n5.6 Clerks may swap shifts.");
    CHECK(told == std::string("substitute words 5, 5.4, 1, 1 certain -ten +twenty\nnote obligation 5, 5.5 certain\n"
                              "insert section 5, 5.6 certain +5.6 Clerks may swap shifts.\n") +
                      last);
}

TEST_CASE("nothing holds yet; a caption without its partner is a status") {
    CHECK(asks("Current language: None\n\nProposed language:\n\n5.9 Clerks may swap shifts.") ==
          std::string("insert section 5, 5.9 certain +5.9 Clerks may swap shifts.\n") + last);
    CHECK(asks("Current contract language.") == std::string("note obligation 5 certain\n") + last);
}

TEST_CASE("a short text that holds is no text that is none") {
    CHECK(asks("Current: Eight hours.\n\nProposed: Nine hours.")
              .starts_with("substitute words 5, 1, 1 certain -Eight +Nine"));
    for (const char* none : {"None.", "N/A", "(new)", "—", "No current language"})
        CHECK(asks(std::string("Current: ") + none + "\n\nProposed: Clerks may swap shifts.").find(" -") ==
              std::string::npos);
}
