// Tokens, quotations and phrases of a proposal's grammar.
#include "proposal/phrases.hpp"

#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::book;

TEST_CASE("a quotation is one token, whatever its quotes") {
    for (const std::string_view text :
         {"strike \"and the rest\" here", "strike “and the rest” here", "strike ‘and the rest’ here"}) {
        const PhrasedText phrased(text, book());
        REQUIRE(phrased.size() == 3);
        CHECK(phrased.at(1).shape == TokenShape::quoted);
        CHECK(text.substr(phrased.at(1).inner.begin, phrased.at(1).inner.size()) == "and the rest");
    }
}

TEST_CASE("a quote that is never closed swallows nothing, an apostrophe closes none") {
    const PhrasedText open("strike \"and the rest", book());
    CHECK(open.size() == 5);
    const PhrasedText apostrophe("add ‘the employee’s rate’ here", book());
    REQUIRE(apostrophe.size() == 3);
    CHECK(apostrophe.at(1).shape == TokenShape::quoted);
}

TEST_CASE("phrases are found whole, in any case, the longest first") {
    const PhrasedText phrased("Delete it IN ITS ENTIRETY upon ratification", book());
    CHECK(phrased.has(0, WordClass::remove));
    REQUIRE(phrased.find(2, WordClass::entire));
    CHECK(phrased.find(2, WordClass::entire)->size == 3);
    CHECK_FALSE(phrased.has(1, WordClass::remove));
    CHECK(phrased.first(0, phrased.size(), WordClass::condition) == 5);
    CHECK(phrased.first(0, 5, WordClass::condition) == 5);
    CHECK(phrased.text_of(2, 5) == "IN ITS ENTIRETY");
}

TEST_CASE("a word that a line's end parts is one word of a phrase") {
    const std::string text = "delete “ten” and sub-\nstitute “nine”";
    const PhrasedText phrased(text, book());
    CHECK(phrased.first(0, phrased.size(), WordClass::replace) == 3);
}

TEST_CASE("words between typed apostrophes are quoted, and those of an apostrophe are not") {
    CHECK(proposal_test::told_of_item("Change 'anniversary date' to 'July 1'.")
              .starts_with("substitute words 5, 12 certain -anniversary date +July 1\n"));
    CHECK(proposal_test::told_of_item("The employees' list and the Guild's 'rest' day stay; members' rights too.")
              .starts_with("restate"));
}
