// What marks mean in a document.
#include "proposal/mark_use.hpp"

#include <doctest/doctest.h>

#include "text/error.hpp"
#include "unit/proposal/reading.hpp"

using namespace stet;

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
