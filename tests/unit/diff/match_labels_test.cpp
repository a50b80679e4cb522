#include <doctest/doctest.h>

#include <string>

#include "two_agreements.hpp"

using namespace stet;
using stet::test::TwoAgreements;

namespace {

const std::string first = "## ARTICLE 1. WORK\n\n**Section 1. Pay.** The Employer shall pay each clerk on Friday.\n\n";
const std::string second = "**Section 2. Doors.** The doors of each store are kept open while clerks are inside.\n\n";
const std::string third = "**Section 3. Errors.** An error of pay is mended on the next day of work.\n\n";

}  // namespace

TEST_CASE("match_labels: a section rewritten under its number and heading is the same section") {
    const TwoAgreements two(
        first + second + third +
            "**Section 4. Breaks.** Every clerk takes ten minutes in the morning and ten in the afternoon, as near to "
            "the "
            "middle of each half of the shift as the trade of the day allows.\n",
        first + second + third + "**Section 4. Breaks.** Managers post a plan of pauses and hold to it.\n");
    CHECK(two.became("article 1 / section 4") == "article 1 / section 4");
    CHECK(two.match_of("article 1 / section 4").similarity < 0.5);
}

TEST_CASE("match_labels: a title that nothing else has tells a section of which no word stayed") {
    const std::string breaks = "**Section 4. Breaks.** Every clerk takes ten minutes in the morning.\n\n";
    const std::string pauses = "**Section 4. Breaks.** Managers post a plan and hold to it.\n\n";
    const TwoAgreements two(first + breaks + third, "## ARTICLE 1. WORK\n\n" + pauses + third);
    CHECK(two.became("article 1 / section 4") == "article 1 / section 4");
    const std::string other = "## ARTICLE 2. HOUSE\n\n**Section 5. Breaks.** Nobody eats by the scales.\n\n";
    const TwoAgreements shared(first + breaks + third + other, "## ARTICLE 1. WORK\n\n" + pauses + third + other);
    CHECK(shared.became("article 1 / section 4") == "(gone)");
}

TEST_CASE("match_labels: a number alone, over another heading and other words, proves nothing") {
    const TwoAgreements two(
        first + "**Section 2. Parking.** A clerk parks behind the store and leaves the front to customers.\n\n" + third,
        first +
            "**Section 2. Uniforms.** A clerk wears the shirt of the house and takes the apron to the laundry.\n\n" +
            third);
    CHECK(two.became("article 1 / section 2") == "(gone)");
    CHECK(two.is_new("article 1 / section 2"));
    CHECK(two.became("article 1 / section 3") == "article 1 / section 3");
}

TEST_CASE("match_labels: a heading over other words in another article is no match") {
    const std::string other = "## ARTICLE 2. HOUSE\n\n" + second;
    const TwoAgreements two(
        first + "**Section 4. Notices.** A clerk gives the store word of an absence before the shift.\n\n" + other,
        first + other + "**Section 4. Notices.** The board by the clock holds what the Union posts.\n");
    CHECK(two.became("article 1 / section 4") == "(gone)");
    CHECK(two.is_new("article 2 / section 4"));
}

TEST_CASE("match_labels: what stands for a text that has gone is known by its place") {
    const TwoAgreements two(
        first + "**Section 2. Parking.** A clerk parks behind the store and leaves the front to customers.\n\n" + third,
        first + "**Section 2.** Reserved.\n\n" + third);
    CHECK(two.became("article 1 / section 2") == "article 1 / section 2");
    CHECK(two.match_of("article 1 / section 2").by == MatchedBy::position);
}

TEST_CASE("match_labels: short list items come and go, their letters prove nothing") {
    const std::string head = "**Section 1. Duties.** A clerk does these things:\n\n(a) keeps the shelves in order;\n\n";
    const TwoAgreements two(head + "(b) helps customers.\n", head + "(b) sweeps aisles.\n");
    CHECK(two.became("section 1 / (b)") == "(gone)");
    CHECK(two.is_new("section 1 / (b)"));
}

TEST_CASE("match_labels: a short list item in the place of a long one is another, whichever of the two came first") {
    const std::string head = "**Section 1. Duties.** A clerk does these things:\n\n(a) keeps the shelves in order;\n\n";
    const std::string tail = "\n\n(c) hangs the key beside the clock;\n\n(d) signs the book at the door.\n";
    const std::string many =
        "(b) tells whoever asks where a thing is to be found, walks there with people who see badly, and carries to "
        "the "
        "car what weighs more than a child, whatever the weather.";
    const std::string few = "(b) sweeps aisles before the store is opened.";
    const TwoAgreements there(head + many + tail, head + few + tail);
    CHECK(there.became("section 1 / (b)") == "(gone)");
    const TwoAgreements back(head + few + tail, head + many + tail);
    CHECK(back.became("section 1 / (b)") == "(gone)");
}

TEST_CASE("match_labels: a letter alone makes no item of a list the same when nothing of its words stayed") {
    const auto list = [](const std::string& last) {
        return first +
               "**Section 2. Rules.** In each store a board by the door shows:\n\n(a) who opens it in the "
               "morning and locks it at night;\n\n(b) " +
               last + "\n\n" + third;
    };
    const TwoAgreements two(
        list(
            "the names of all clerks who have been trained to drive the lift in the cellar, with the day on which each "
            "was shown its brake and signed the card."),
        list("where water, sand and blankets are kept, should smoke rise from any oven while dough rests inside until "
             "dawn."));
    CHECK(two.became("article 1 / section 2 / (b)") == "(gone)");
    CHECK(two.is_new("article 1 / section 2 / (b)"));
}
