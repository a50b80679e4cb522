// What marks mean in a document.
#include "proposal/mark_use.hpp"

#include <doctest/doctest.h>

#include "text/error.hpp"
#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::told_of_item;

namespace {

MarkUse use_of(const std::string& text, std::string_view declared = "") {
    return find_mark_use(proposal_test::document(text), proposal_test::book(), declared);
}

}  // namespace

TEST_CASE("a legend settles it") {
    CHECK(use_of("New language is in **bold**.\n\nText.\n").bold == MarkSource::said);
    CHECK(use_of("Deleted language is in [brackets].\n\nText.\n").brackets == MarkSource::said);
    CHECK(use_of("Bold headings help the reader.\n\nText.\n").bold == MarkSource::unused);
}

TEST_CASE("use beside strikes and in running words") {
    CHECK(use_of("The rate is ~~ten~~ <u>nine</u> dollars.\n").underline == MarkSource::said);
    CHECK(use_of("The rate is ~~ten~~ **nine** dollars.\n").bold == MarkSource::used);
    CHECK(use_of("**Title**\n\n**Section 5.** The rate stays.\n").bold == MarkSource::unused);
}

TEST_CASE("what is declared holds alone") {
    const MarkUse use = use_of("The rate is ~~ten~~ **nine** dollars.\n", "new=underline,struck=brackets");
    CHECK(use.underline == MarkSource::said);
    CHECK(use.brackets == MarkSource::said);
    CHECK(use.bold == MarkSource::unused);
    CHECK_THROWS_AS(use_of("Text.\n", "new=purple"), Error);
}

TEST_CASE("brackets that capitals answer mean struck and new, which is a guess") {
    CHECK(use_of("The City [shall] MAY fill a vacancy.\n").brackets == MarkSource::used);
    CHECK(use_of("The City [shall] MAY fill a vacancy.\n").capitals);
    CHECK(use_of("The City [the employer] may fill a vacancy.\n").brackets == MarkSource::unused);
    CHECK(use_of("two thousand [2,000] hours\n").brackets == MarkSource::unused);
    CHECK(told_of_item("The City [shall] MAY fill a vacancy.")
              .starts_with("substitute words 5, 12, 1, 1 ambiguous -shall +MAY\n"));
    CHECK(told_of_item("The City [shall] MAY fill a vacancy [at once] WITHIN a month.")
              .starts_with("substitute words 5, 12, 1, 1 inferred -shall +MAY\n"));
}

TEST_CASE("one bracket in front of a short name in capitals is no certain strike") {
    CHECK(told_of_item("Crews may use [paid or unpaid] FMLA leave.").find("inferred -paid") == std::string::npos);
    CHECK(use_of(std::string(200'000, '[') + " shall] MAY fill a vacancy.\n").brackets == MarkSource::used);
}

TEST_CASE("italics right behind a strike are new where nothing else is") {
    CHECK(use_of("~~Double time is paid.~~ *Time and one-half is paid.*\n").italic == MarkSource::used);
    CHECK(use_of("*Pay.* ~~Double time is paid.~~ Time and one-half is paid.\n").italic == MarkSource::unused);
    CHECK(use_of("~~ten~~ *nine* days\n\n~~six~~ <u>five</u> hours\n").italic == MarkSource::unused);
}

TEST_CASE("italics that answer no strike may be a title") {
    const std::string item =
        "# Union Proposal\n\n## Article 9 – Discipline\n\n9.1 The rule is ~~two~~ *three* days with pay.\n\n9.2 The "
        "crew follows *The Harbor Manual* at all times.\n";
    const Proposal read = proposal_test::proposal(item);
    REQUIRE(read.operations.size() == 2);
    CHECK(read.operations[0].confidence == Confidence::certain);
    CHECK(read.operations[1].confidence == Confidence::inferred);
}
